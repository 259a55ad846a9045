"""Year rules: years, fiscal years, decades, centuries, seasons, quarters and halves."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.context import Context
from corpuskit_dates.phrase import Found, Phrase
from corpuskit_dates.resolve import direction, quarter_year
from corpuskit_dates.rule import DateRule
from corpuskit_dates.rules.calendar import mod_of
from corpuskit_dates.values import at_grain, shift


def year(phrase: Phrase, context: Context) -> Found | None:
    """A year in figures, unless it counts something."""
    number = phrase.year or ""
    if phrase.next_is("counted") or phrase.previous_is("numbered"):
        return None
    if phrase.next_is("make") and context.word_before(phrase.start) not in _WHEN:
        return None  # "a 2013 Toyota", but "in 2013 Toyota said"
    some = phrase.previous_is("approx", "over", "some", "about")
    if some and context.word_after(phrase.end).endswith("s"):
        return None  # nearly 2000 villagers
    if phrase.last - phrase.first == 1:
        if phrase.glued:
            return None  # the name of a model, an exercise, a law
        if context.folded[max(0, phrase.start - 2) : phrase.start].rstrip().isdecimal():
            return None  # a telephone number
    return Found("DATE", number, mod_of(phrase))


_WHEN = frozenset("in since by of from until during through for".split())


def short_year(phrase: Phrase, context: Context) -> Found | None:
    """A year by its last two figures."""
    number = int(phrase.get("short_year") or 0)
    if phrase.next_is("units"):
        return None  # the programme "'60 Minutes"
    today = context.today
    newest = today.year + 10 if today else 2040
    made = 2000 + number if 2000 + number <= newest else 1900 + number
    return Found("DATE", str(made), mod_of(phrase))


def year_period(phrase: Phrase, context: Context) -> Found | None:
    """A year's results; its quarter, where a quarter is spoken of."""
    number = phrase.year or ""
    if context.quarter_near(phrase.start):
        return Found("DATE", f"{number}{context.quarter[4:]}", None, "narrative")
    return Found("DATE", number)


def spoken_year(phrase: Phrase, context: Context) -> Found | None:
    """A year in words: nineteen ninety-four, two thousand six."""
    if said := phrase.year:
        return Found("DATE", said)
    numbers = [int(value) for value in phrase.all("word", "scale")]
    if numbers[:2] != [2, 1000]:
        return None
    return Found("DATE", str(2000 + sum(numbers[2:])))


def year_span(phrase: Phrase, context: Context) -> Found | None:
    """Two years joined by a dash."""
    text = (phrase.get("yearspan") or "").replace("\u2013", "-").replace("/", "-")
    first, _, last = text.partition("-")
    last = first[: 4 - len(last)] + last
    return Found("DATE", f"{first}/{last}") if int(first) < int(last) else None


def decade(phrase: Phrase, context: Context) -> Found | None:
    """A decade; "the 90s" is of the last century, "the 10s" of this one."""
    tens = phrase.get("tens")
    digits = f"{tens}0" if tens else phrase.get("decade") or ""
    if len(digits) == 2:
        if context.word_before(phrase.start) in _OWNERS:
            return None  # a man in his mid-30s
        if (
            not phrase.has("the", "early", "late", "mid")
            and context.folded[phrase.end - 4] not in "'\u2018"
        ):
            return None
        if phrase.has("mid") and int(digits) in (30, 40) and not phrase.has("tens"):
            return None  # a rate in the mid-30s
        digits = ("19" if int(digits) >= 30 else "20") + digits
    if digits[2:] == "00" and digits < "2000":
        return Found("DATE", digits[:2], mod_of(phrase))  # the 1800s are a century
    return Found("DATE", digits[:3], mod_of(phrase))


_OWNERS = frozenset("his her their my our your".split())


def century(phrase: Phrase, context: Context) -> Found | None:
    """A century by its number, or this, last or next one."""
    number = phrase.get("ordinal", "nth")
    if phrase.has("second"):
        number = "2"
    if number:
        return Found("DATE", f"{int(number) - 1:02d}", mod_of(phrase))
    if context.today is None:
        return None
    return Found(
        "DATE",
        f"{context.today.year // 100 + direction(phrase):02d}",
        mod_of(phrase),
        context.basis,
    )


_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(phrase: Phrase, context: Context) -> Found | None:
    """A season with a year, or the one that last, this or next says."""
    name = phrase.get("season", "season_verb") or ""
    if phrase.has("season_verb") and not phrase.has(
        "yyyy", "spoken", "last", "this", "next", "past", "early", "late", "coming", "mid", "unit"
    ):
        held = phrase.has("the") and phrase.previous_is("in") and not phrase.has("of")
        if not held or context.word_after(phrase.end) in ("of", "in", "from", "season"):
            return None  # "the fall of the tower", "a fall in prices"
    if stated := phrase.year:
        return Found("DATE", f"{stated}-{name}", mod_of(phrase))
    if context.today is None:
        return Found("DATE", f"XXXX-{name}", mod_of(phrase), None)
    today = context.today
    number = today.year
    begins = _SEASON_MONTH[name]
    if "Y" in phrase.all("unit"):
        number += direction(phrase)
    elif phrase.has("last", "previous") or (phrase.has("past") and not phrase.has("this")):
        number -= today.month < begins + 3
    elif phrase.has("next", "coming"):
        number += today.month >= begins
    else:
        future = context.tense(phrase.start, phrase.end) == "future"
        if phrase.has("past") or not phrase.has("this"):
            number -= today.month < begins and not future
        else:  # "is expected this summer", in December
            number += today.month >= begins + 3 and future
    return Found("DATE", f"{number}-{name}", mod_of(phrase), context.basis)


def quarter(phrase: Phrase, context: Context) -> Found | None:
    """A quarter by its number."""
    number = 2 if phrase.has("second") else int(phrase.get("ordinal", "nth") or 0)
    if not 1 <= number <= 4 or context.played(phrase.start, phrase.end):
        return None
    stated = phrase.year
    if stated:
        return Found("DATE", f"{stated}-Q{number}", mod_of(phrase))
    if context.today is None:
        return Found("DATE", f"XXXX-Q{number}", mod_of(phrase), None)
    if "Y" in phrase.all("unit") and phrase.has("last", "this", "next", "previous"):
        at: int | None = context.today.year + direction(phrase)
    else:
        at = quarter_year(number, phrase, context)
    return Found("DATE", f"{at}-Q{number}", mod_of(phrase), context.basis)


def some_quarter(phrase: Phrase, context: Context) -> Found | None:
    """The quarter, this quarter: the one spoken of, or the one at hand."""
    today = context.today
    stated = phrase.year
    if stated:
        return Found("DATE", f"{stated}-{context.quarter[5:] or 'QX'}")
    if today is None:
        return Found("DATE", "XXXX-QX", basis=None)
    if phrase.has("period") and not (context.quarter or phrase.has("latest")):
        return None
    if phrase.has(
        "this", "current", "last", "next", "previous", "coming", "following"
    ) and not phrase.has("unit"):
        day = shift(today, direction(phrase), "Q")
        return Found("DATE", at_grain(day, "Q"), basis=context.basis) if day else None
    if phrase.next_is("hyphen"):
        return None  # quarter-to-quarter
    if ended := phrase.value_after("ended", "month"):
        month = int(ended.rstrip("?pa"))
        ends = dt.date(today.year - (month > today.month), month, 1)
        middle = shift(ends, -1, "M")  # of a quarter that ended in July most lies in the second
        return Found("DATE", at_grain(middle, "Q"), basis=context.basis) if middle else None
    day = shift(today, -1, "Q")
    value = context.quarter or (at_grain(day, "Q") if day else None)
    if phrase.has("ago", "earlier", "unit") and value:
        value = f"{int(value[:4]) - 1}{value[4:]}"
    return Found("DATE", value, basis="narrative" if context.quarter else context.basis)


def coded(phrase: Phrase, context: Context) -> Found | None:
    """Q3 2023, 2021 H1; Q3 by itself where a word leads to a time."""
    code = phrase.get("code") or ""
    if phrase.year:
        return Found("DATE", f"{phrase.year}-{code}")
    if code[0] != "Q" or context.word_before(phrase.start) not in _WHEN:
        return None
    year = quarter_year(int(code[1]), phrase, context)
    return Found("DATE", f"{year or 'XXXX'}-{code}", basis=context.basis if year else None)


def half(phrase: Phrase, context: Context) -> Found | None:
    """A half of a year."""
    number = 2 if phrase.has("second") else int(phrase.get("ordinal", "nth") or 0)
    if (
        number not in (1, 2)
        or not (phrase.has("of") or context.quarter)
        or context.played(phrase.start, phrase.end)
    ):
        return None  # "the second half" of a match
    stated = phrase.year
    if stated:
        return Found("DATE", f"{stated}-H{number}")
    if context.today is None:
        return Found("DATE", f"XXXX-H{number}", basis=None)
    if "M" in phrase.all("unit"):
        day = shift(context.today, direction(phrase), "M")
        return Found("DATE", at_grain(day, "M"), basis=context.basis) if day else None
    at = context.today.year + (direction(phrase) if "Y" in phrase.all("unit") else 0)
    return Found("DATE", f"{at}-H{number}", basis=context.basis)


def fiscal_year(phrase: Phrase, context: Context) -> Found | None:
    """A fiscal year; "the fiscal year ended Oct. 31" is a stretch of time."""
    stated = phrase.year
    if phrase.previous_is("a") and not stated:
        return None  # any fiscal year
    if phrase.next_is("ended") and not stated:
        return Found("DURATION", "P1Y", None, None)
    if stated:
        return Found("DATE", stated, mod_of(phrase))
    if context.today is None:
        return Found("DATE", "XXXX", mod_of(phrase), None)
    return Found("DATE", str(context.today.year + direction(phrase)), mod_of(phrase), context.basis)


_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.year",
        about="A year in figures.",
        pattern="(MOD | prefix hyphen)? (the unit)? yyyy (or later | and beyond)?",
        reads=year,
        yes=(
            Example("It was founded in [[1971]].", "1971"),
            Example("Since [[mid-1996]] it grew.", "1996"),
            Example("In [[post-1959]] politics.", "1959"),
        ),
        no=(
            "They paid $1998 for it.",
            "About 2000 people came.",
            "He drove a grey 2013 Toyota.",
        ),
    ),
    DateRule(
        id="dates.short_year",
        about="A year by its last two figures.",
        pattern="MOD? short_year",
        reads=short_year,
        yes=(Example("It was the summer hit of [['98]].", "1998"),),
    ),
    DateRule(
        id="dates.spoken_year",
        about="A year in words.",
        pattern="(the unit)? spoken word (hyphen? word)? | the unit word scale (and? word)?",
        reads=spoken_year,
        yes=(
            Example("They fled in [[nineteen ninety-four]].", "1994"),
            Example("They fled in [[the year two thousand]].", "2000"),
        ),
        no=("In twenty houses they found gold.", "Nineteen years on."),
    ),
    DateRule(
        id="dates.year_period",
        about="A year's period or results.",
        pattern="the YEAR period",
        reads=year_period,
        yes=(Example("It lost less than in [[the 2019 period]].", "2019"),),
    ),
    DateRule(
        id="dates.year_span",
        about="Two years joined by a dash.",
        pattern="yearspan",
        reads=year_span,
        yes=(Example("The [[2019-20]] season was cut short.", "2019/2020"),),
    ),
    DateRule(
        id="dates.decade",
        about="A decade.",
        pattern=(
            "(the? (early|late|mid) hyphen? to? (early|late|mid)? hyphen? | the)? "
            "(early|late|mid)? hyphen? (decade|tens)"
        ),
        reads=decade,
        yes=(
            Example("Songs of [[the early 1980s]].", "198"),
            Example("Songs of [[the nineties]].", "199"),
        ),
        no=("Temperatures in his 90s tests varied.",),
    ),
    DateRule(
        id="dates.century",
        about="A century.",
        pattern=(
            "(the? (early|late|mid|beginning of|end of) hyphen?)? (the? NTH hyphen? | "
            "(this|last|next)) century"
        ),
        reads=century,
        yes=(Example("A bridge of [[the 19th century]].", "18"),),
    ),
    DateRule(
        id="dates.season",
        about="A season.",
        pattern=(
            "MOD? (the|this? (last|next|past|coming|previous|following|same)|this|the? YEAR)? "
            "SEASON of? (YEAR|(this|last|next) unit)?"
        ),
        reads=season,
        yes=(
            Example("They left [[last fall]].", "2023-FA", _P),
            Example("[[Summer 2019]] was dry.", "2019-SU"),
            Example("He took office in [[the fall]].", "2023-FA", _P),
        ),
        no=("He was hurt in the fall of the tower.", "The fall was long."),
    ),
    DateRule(
        id="dates.quarter",
        about="A quarter of a year.",
        pattern=(
            "MOD? the? (YEAR | (this|last|next) unit poss | fiscal hyphen? unit? YEAR? | "
            "(this|last|next|latest|current) )? fiscal? hyphen? NTH fiscal? quarter (of? (the? "
            "fiscal? unit? YEAR | (this|last|next) unit))? "
            "| fiscal? NTH hyphen quarter (of? YEAR)?"
        ),
        reads=quarter,
        yes=(
            Example("Sales fell in [[the third quarter of 2019]].", "2019-Q3"),
            Example("[[This year's first quarter]] was weak.", "2024-Q1", _P),
        ),
    ),
    DateRule(
        id="dates.some_quarter",
        about="A quarter that the text has named before, or the one at hand.",
        pattern=(
            "(the|this|last|next|previous|current|coming|following|that|same) "
            "(current|same|latest|comparable|previous|past|last|next|coming|following)? "
            "(YEAR | unit hyphen (ago|earlier))? "
            "(quarter|period) (a unit (ago|earlier)| last unit | of last unit)? "
            "| last unit poss (quarter|period)"
        ),
        reads=some_quarter,
        yes=(
            Example("It will end [[this quarter]].", "2024-Q1", _P),
            Example("Sales in [[the quarter]] ended June 30 fell.", "2023-Q2", _P),
        ),
    ),
    DateRule(
        id="dates.coded",
        about="A quarter or half in short.",
        pattern="code (of? yyyy)? | yyyy code",
        reads=coded,
        yes=(
            Example("Sales fell in [[Q3 2023]] again.", "2023-Q3"),
            Example("Sales fell in [[Q3 FY24]] again.", "2024-Q3"),
            Example("Sales fell in [[Q3 FY98]] again.", "1998-Q3"),
            Example("Sales fell in [[Q3]] again.", "2023-Q3", _P),
        ),
        no=("Q1: who came?", "Q4 drivers met."),
    ),
    DateRule(
        id="dates.half",
        about="A half of a year.",
        pattern="the? NTH (hyphen? half (of (YEAR | (the|this|last|next)? fiscal? unit YEAR?))?)",
        reads=half,
        yes=(Example("Rents rose in [[the first half of 2021]].", "2021-H1"),),
    ),
    DateRule(
        id="dates.fiscal_year",
        about="A fiscal year.",
        pattern=(
            "MOD? (the|this|last|next|previous)? (current|latest|last|next|previous)? fiscal "
            "(unit yyyy?|yyyy) "
            "| the? yyyy (fiscal|trading) unit "
            "| trading yyyy"
        ),
        reads=fiscal_year,
        yes=(Example("Budgets for [[fiscal 2020]] were cut.", "2020"),),
    ),
)
