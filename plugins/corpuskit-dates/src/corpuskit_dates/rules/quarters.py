"""Quarter rules: quarters, halves and seasons of a year."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.ahead import still_to_come
from corpuskit_dates.resolving.beside import beside_event
from corpuskit_dates.resolving.history import recounted
from corpuskit_dates.resolving.placing import direction, in_year, placed
from corpuskit_dates.resolving.years import of_told_year, points_back, stated_year, told_year
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.values import shift
from corpuskit_dates.words.phrase import Found, Phrase

_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LEADS = ("by", "until", "before")


def season(phrase: Phrase, context: Context) -> Found | None:
    """A season with a year, or the one that last, this or next says."""
    name = phrase.get("season", "season_verb") or ""
    if phrase.has("season_verb") and not phrase.has(
        "yyyy", "short_year", "yearspan", "era", "spoken", "last", "this", "next", "past", "early",
        "late", "coming", "mid", "unit", "that", "following", "previous",
    ):  # fmt: skip
        held = phrase.previous_is("in") if phrase.has("the") else phrase.previous_is(*_LEADS)
        if phrase.has("the") and name == "SP":  # no other noun, as a fall is: "since the spring"
            led = context.before_is(phrase.start, "to_month")
            held = held or (led and not context.noun_follows(phrase.end))
        held = held and not phrase.has("of")
        if not held or context.after_is(phrase.end, "of_fall"):
            return None  # "the fall of the tower", "a fall in prices"
    if context.in_name(phrase):
        return None
    if counted := of_told_year(phrase, context):
        return in_year(counted[0], name, phrase, "narrative", counted[1])
    if dated := phrase.year_of_era:
        return Found("DATE", f"{dated}-{name}", phrase.mod)
    if span := phrase.get("yearspan"):  # "the winter of 1941-42"
        return in_year(int(span[:4]), name, phrase, "explicit")
    year, basis = stated_year(phrase, context)
    if year is None and phrase.has("following", "previous", "that"):
        if phrase.has("that") and not points_back(phrase, context):
            return None
        if counted := told_year(_BEGINS[name], phrase, context):
            return in_year(counted[0], name, phrase, "narrative", counted[1])
    named = phrase.has("last", "this", "next", "past", "coming")
    if year is None and not named and (past := recounted(_BEGINS[name], 1, phrase, context)):
        return in_year(past[0].year, name, phrase, "narrative", past[1])
    if year is None and context.today and not beside_event(phrase):
        year = context.today.year + _season_ahead(_BEGINS[name], context.today, phrase, context)
    return in_year(year, name, phrase, basis)


def _season_ahead(begins: int, today: dt.date, phrase: Phrase, context: Context) -> int:
    """1 if the season that begins in that month is next year's, -1 if it is last year's."""
    if phrase.has("last", "previous") or (phrase.has("past") and not phrase.has("this")):
        return -(today.month < begins + 3)
    if phrase.has("next", "coming"):
        return int(today.month >= begins)
    tense = context.tense(phrase.start, phrase.end)
    future = tense in ("future", "near") or still_to_come(phrase, context)
    if phrase.has("past") or not phrase.has("this"):
        if future or (phrase.previous_is("before") and tense != "past"):
            return int(today.month >= begins + 3)
        return -(today.month < begins)
    return int(today.month >= begins + 3 and future)  # "is expected this summer", in December


def quarter(phrase: Phrase, context: Context) -> Found | None:
    """A quarter or a half by its number, or in short: Q3, H1."""
    code = phrase.get("code") or f"{phrase.get('half') or 'Q'}{phrase.ordinal}"
    letter, number = code[0], int(code[1:])
    year, basis = stated_year(phrase, context)
    if not phrase.has("code"):
        among = 1 <= number <= (4 if letter == "Q" else 2)
        if not among or context.played(phrase.start, phrase.end):
            return None  # "the second half" of a match
    elif year is None and (letter == "H" or not _of_results(phrase, context)):
        return None
    if letter == "H":
        return _half(number, phrase, context)
    told = basis == "explicit" or (year and phrase.has("last", "this", "next", "previous"))
    if not told:  # "the first quarter of the year" says no more than "the first quarter"
        year = _quarter_year(number, phrase, context)
    return in_year(year, code, phrase, basis)


def _of_results(phrase: Phrase, context: Context) -> bool:
    """As in "sales fell in Q3", "Q3 net profit rose"."""
    if context.before_is(phrase.start, "to_year"):
        return True
    return phrase.next_is("result") or context.quarter_near(phrase.start)


def months(phrase: Phrase, context: Context) -> Found | None:
    """A quarter by its first and last month: the April-June quarter."""
    first, last = (int(month.rstrip("?pa")) for month in phrase.all("month"))
    if first % 3 != 1 or last - first != 2:
        return None
    number = (first + 2) // 3
    year, basis = stated_year(phrase, context)
    if year is None:
        year = _quarter_year(number, phrase, context)
    return in_year(year, f"Q{number}", phrase, basis)


def _half(number: int, phrase: Phrase, context: Context) -> Found | None:
    if phrase.unit == "M":  # the second half of this month
        day = shift(context.today, direction(phrase), "M") if context.today else None
        return placed(day, "M", phrase, context.basis)
    if not (phrase.has("of", "code", "hyphen") or context.quarter):  # "first-half profit"
        return None
    year, basis = stated_year(phrase, context)
    if year is None and context.today:
        begun = context.today.month > 6 * number - 3  # its middle has gone by
        past = not begun and context.tense(phrase.start, phrase.end) == "past"
        year = context.today.year - past
    return in_year(year, f"H{number}", phrase, basis)


def some_quarter(phrase: Phrase, context: Context) -> Found | None:
    """The quarter, this quarter: the one spoken of, or the one at hand."""
    today = context.today
    if phrase.get("word") not in (None, "1"):
        return None  # "the quarter four years ago"
    if stated := phrase.year:
        if phrase.has("period"):  # a year's results; its quarter, where a quarter is spoken of
            near = context.quarter_near(phrase.start)
            value = f"{stated}{context.quarter[4:]}" if near else stated
            return Found("DATE", value, None, "narrative" if near else "explicit")
        return Found("DATE", f"{stated}-{context.quarter[5:] or 'QX'}")
    if today is None:
        return Found("DATE", "XXXX-QX", basis=None)
    if phrase.has("period") and not (context.quarter or phrase.has("latest")):
        return None
    if phrase.has(
        "this", "current", "last", "next", "previous", "coming", "following"
    ) and not phrase.has("unit"):
        return placed(shift(today, direction(phrase), "Q"), "Q", phrase, context.basis)
    if phrase.next_is("hyphen"):
        return None  # quarter-to-quarter
    behind = (("month",), ("dd", "month"), ("nth", "month"))
    if ended := next(filter(None, (phrase.value_after("ended", *day) for day in behind)), None):
        month = int(ended.rstrip("?pa"))
        ends = dt.date(today.year - (month > today.month), month, 1)
        # of a quarter that ended in July most lies in the second
        return placed(shift(ends, -1, "M"), "Q", phrase, context.basis)
    before = phrase.has("ago", "earlier", "unit")
    if context.quarter:
        value = context.year_ago if before else context.quarter
        return Found("DATE", value, basis="narrative")
    return placed(shift(today, -5 if before else -1, "Q"), "Q", phrase, context.basis)


def _quarter_year(quarter: int, phrase: Phrase, context: Context) -> int | None:
    """The year of a quarter named without one: the last that has ended, or the one at hand."""
    today = context.today
    if today is None:
        return None
    here = (today.month + 2) // 3
    if quarter <= here:
        return today.year
    if quarter - here >= 2:
        results = phrase.next_is("result")  # "will report third-quarter results"
        future = not results and context.tense(phrase.start, phrase.end) == "future"
        return today.year if future else today.year - 1
    return today.year - (context.tense(phrase.start, phrase.end) == "past" and here == 1)


_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.season",
        about="A season.",
        pattern=(
            "MOD? (the|(this|the)? (last|next|past|coming|previous|following|same)|this|that same?"
            "|the? YEAR)? "
            "SEASON of? (YEAR|short_year|yearspan|num era|(this|last|next|TOLD) unit)?"
        ),
        reads=season,
        yes=(
            Example("They left [[last fall]].", "2023-FA", _P),
            Example("[[Summer 2019]] was dry.", "2019-SU"),
            Example("They left in [[the fall of '64]].", "1964-FA", _P),
            Example("He took office in [[the fall]].", "2023-FA", _P),
            Example("It will not open before [[fall]].", "2024-FA", _P),
            Example("It will open in [[the spring]].", "2025-SP", dt.date(2024, 10, 3)),
            Example("They need roofs before [[winter]].", "2024-WI", dt.date(2024, 10, 3)),
            Example("He has been ill since [[the spring]].", "2024-SP", dt.date(2024, 10, 3)),
            Example("The pact of last May fell apart in [[the autumn]].", "2023-FA", _P),
            Example("He ruled until March 1997, and again [[that fall]].", "1997-FA", _P),
            Example("It fell in 1915; in [[the spring of that year]] it stood.", "1915-SP", _P),
            Example("It fell in 1915, in [[the spring of the following year]] it rose.", "1916-SP"),
            Example("It froze in [[the winter of 1941\u201342]] and later.", "1941-WI"),
        ),
        no=(
            "He was hurt in the fall of the tower.",
            "The fall was long.",
            "They wrote that Wes Winter has never been at the Summer Market.",
            "Wes Winter wrote that the market was shut.",
        ),
    ),
    DateRule(
        id="dates.quarter",
        about="A quarter or a half of a year.",
        pattern=(
            "MOD? the? (YEAR | (this|last|next) unit poss | fiscal hyphen? unit? YEAR? | "
            "(this|last|next|latest|current) )? fiscal? hyphen? NTH fiscal? quarter (of? (the? "
            "fiscal? unit? YEAR | (this|last|next) unit))? "
            "| fiscal? NTH hyphen quarter (of? YEAR)? "
            "| the? NTH hyphen? half "
            "(of (fiscal? YEAR | (the|this|last|next)? fiscal? unit YEAR?))? "
            "| code (of? yyyy)? | yyyy code"
        ),
        reads=quarter,
        yes=(
            Example("Sales fell in [[the third quarter of 2019]].", "2019-Q3"),
            Example("[[This year's first quarter]] was weak.", "2024-Q1", _P),
            Example("Rents rose in [[the first half of 2021]].", "2021-H1"),
            Example("Rents rose in [[the first half of fiscal 2021]].", "2021-H1"),
            Example("Rents rose in Q4 2023 and in [[the second half]].", "2023-H2", _P),
            Example("It posted a [[first-half]] profit.", "2023-H1", _P),
            Example("Sales fell in [[Q3 2023]] again.", "2023-Q3"),
            Example("Sales fell in [[Q3 FY24]] again.", "2024-Q3"),
            Example("Sales fell in [[Q3 FY98]] again.", "1998-Q3"),
            Example("Sales fell in [[Q3]] again.", "2023-Q3", _P),
            Example("The [[Q3]] net profit fell.", "2023-Q3", _P),
        ),
        no=("Q1: who came?", "Q4 drivers met."),
    ),
    DateRule(
        id="dates.quarter_months",
        about="A quarter by its first and last month.",
        pattern=(
            "(the|this|last)? month (hyphen|to) month fiscal? (quarter|period) "
            "(of? (YEAR | (this|last|next) unit))?"
        ),
        reads=months,
        yes=(
            Example("Sales fell in [[the October-December quarter]].", "2023-Q4", _P),
            Example("Sales fell in [[the April to June quarter of 2021]].", "2021-Q2"),
        ),
        no=("They shut in December-March periods.",),
    ),
    DateRule(
        id="dates.some_quarter",
        about="A quarter that the text has named before, or the one at hand.",
        pattern=(
            "(the|this|last|next|previous|current|coming|following|that|same) "
            "(current|same|latest|comparable|previous|past|last|next|coming|following)? "
            "(YEAR | unit hyphen (ago|earlier))? "
            "(quarter|period) ((a|word) unit (ago|earlier)| last unit | of last unit | of yyyy)? "
            "| last unit poss (quarter|period)"
        ),
        reads=some_quarter,
        yes=(
            Example("It lost less than in [[the 2019 period]].", "2019"),
            Example("It lost less than in [[the same period of 2019]].", "2019"),
            Example("It will end [[this quarter]].", "2024-Q1", _P),
            Example("Sales in [[the quarter]] ended June 30 fell.", "2023-Q2", _P),
            Example(
                "In the quarter ended June 30 it fell, in [[the year-ago period]] not.",
                "2022-Q2",
                _P,
            ),
        ),
    ),
)
