"""Relative rules: today and last week, the end of the month, two years ago."""

from __future__ import annotations

import datetime as dt
import re

from corpuskit import Span
from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.nearest import day_of_week
from corpuskit_dates.resolving.placing import direction, placed
from corpuskit_dates.resolving.years import of_clause
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.durations import duration_value
from corpuskit_dates.values import UNANCHORED, around, at_grain, shift
from corpuskit_dates.words.phrase import Found, Phrase


def day_at_hand(phrase: Phrase, context: Context) -> Found | None:
    """Today, yesterday morning, last night, tonight, the next morning."""
    part = phrase.get("part", "tonight", "overnight")
    if phrase.next_is("units"):
        return None  # the early morning hours of a day
    if phrase.next_is("poss") and phrase.has("deictic") and _of_an_age(phrase, context):
        return None
    later = phrase.has("next", "following")
    before = phrase.has("previous", "before")
    anchor, basis = context.today, context.basis
    told = None
    if later or before or phrase.has("that", "same"):
        anchor, basis = context.point or anchor, "narrative"
    elif told := context.dateline:
        anchor, basis = told[0], "narrative"
    offset = int(phrase.get("deictic") or 0) + later - before - phrase.has("last")
    day = shift(anchor, offset, "D") if anchor else None
    if part:
        value = f"{day or UNANCHORED['D']}T{part}"
        return Found("TIME", value, phrase.mod, basis if day else None, told=told)
    if day is None and not offset:
        return Found("DATE", "PRESENT_REF", phrase.mod, None)
    return placed(day, "D", phrase, basis, told)


def _of_an_age(phrase: Phrase, context: Context) -> bool:
    """As in "today's youth", "today's home computers": the present age, and no day."""
    words = _WORD.findall(context.folded, phrase.end, phrase.end + _OWNED)
    return not context.language.terms("generic").isdisjoint(words[1:3])


def this_unit(phrase: Phrase, context: Context) -> Found | None:
    """This, last or next week, month, year."""
    unit = phrase.unit
    if unit not in UNANCHORED:
        return None
    if phrase.next_are("of", "month") or phrase.next_are("of", "yyyy"):
        return None  # the last week of June
    back, on = phrase.has("past", "last"), phrase.has("next", "coming")
    stretch = phrase.next_are("or", "word")  # "over the next day or two"
    stretch = stretch or (unit == "D" and phrase.has("past"))  # "over the past day"
    if (back or on) and (unit in ("DE", "2W") or stretch or (unit == "CE" and back)):
        days = around(context.today, direction(phrase), unit) if context.today else None
        basis = context.basis if days else None
        return Found("DURATION", duration_value(1, unit), phrase.mod, basis, days=days)
    if unit == "D" and phrase.has("this") and phrase.previous_is("to"):
        return Found("DATE", "PRESENT_REF", None, None)  # "to this day"
    narrative = phrase.has("that", "same", "following", "previous")
    if unit == "D" and phrase.has("next"):  # "the next day", but "over the next day"
        narrative = not phrase.previous_is("over", "in")
    elif on and phrase.has("the") and _told_next(phrase, context):
        narrative = context.tense(phrase.start, phrase.end) == "past"  # "married the next year."
    told = context.told(unit) if narrative else None
    anchor, basis = (told[0], "narrative") if told else (context.today, context.basis)
    if unit == "Y" and anchor and phrase.has("last") and _comparison(phrase, context):
        value = f"{anchor.year - 1}{context.quarter[4:]}"
        return Found("DATE", value, phrase.mod, "narrative")
    day = shift(anchor, direction(phrase), unit) if anchor else None
    return placed(day, unit, phrase, basis, told)


def _told_next(phrase: Phrase, context: Context) -> bool:
    """As in "married the next year.", "The next year they married"."""
    begins = context.raw[phrase.start].isupper() and context.opens_sentence(phrase.start)
    return begins or not context.word_after(phrase.end).isalnum()


def _comparison(phrase: Phrase, context: Context) -> bool:
    """Whether a quarter's figures are compared with those of "last year"."""
    if not context.quarter_near(phrase.start):
        return False
    counted = phrase.next_is("poss") or context.before_is(phrase.start, "amount")
    return counted and context.beside("compared", phrase.start, phrase.end)


def the_unit(phrase: Phrase, context: Context) -> Found | None:
    """The year, the end of the month, year-end, earlier in the week: the one at hand."""
    unit = phrase.unit
    if unit == "D" and phrase.has("earlier", "later") and phrase.has("in"):
        told = context.point if context.tense(phrase.start, phrase.end) == "past" else None
        found = placed(told or context.today, "D", phrase, "narrative" if told else context.basis)
        return found._replace(start=phrase.tokens.starts[phrase.last - 2])
    if unit not in ("Y", "M", "W", "CE", "DE") or phrase.next_is("hyphen"):
        return None
    if phrase.next_is("after", "before") and not phrase.has("end"):
        return None
    if stated := phrase.year:
        return Found("DATE", stated, phrase.mod) if unit == "Y" else None
    to_day = any(phrase.next_are("to", day) for day in ("month", "dd", "weekday"))
    if phrase.next_is("ended", "ending") or to_day:  # "in the week to 12 September"
        return Found("DURATION", duration_value(1, unit), None, None)
    if unit in ("M", "DE", "CE") and not phrase.has(*_WITHIN):
        return None
    if past := _unit_told(unit, phrase, context):
        return placed(past[0], unit, phrase, "narrative", past)
    explained = unit == "Y" and phrase.has("the") and not phrase.has("in")
    if explained and context.after_is(phrase.end, "clause"):
        named = of_clause(phrase, context)  # "in 1987, the year he left"
        return placed(named[0], "Y", phrase, "narrative", named) if named else None
    if unit == "Y" and context.today and _of_last_year(phrase, context):
        return placed(shift(context.today, -1, "Y"), unit, phrase, context.basis)
    return placed(context.today, unit, phrase, context.basis)


def _unit_told(unit: str, phrase: Phrase, context: Context) -> tuple[dt.date, Span] | None:
    """The last date told, where it lies in a year or decade before this one and the paragraph
    goes on: "In 2016 it grew. By the end of the year it had"."""
    ends = unit in ("Y", "DE") and phrase.has(*_WITHIN)
    since = context.before_is(phrase.start, "since")
    told = context.told(unit) if ends and not since else None
    if told is None or context.today is None:
        return None
    if not context.same_paragraph(told[1].end, phrase.start):
        return None
    before = at_grain(told[0], unit) < at_grain(context.today, unit)
    return told if before and context.tense(phrase.start, phrase.end) == "past" else None


def full_year(phrase: Phrase, context: Context) -> Found | None:
    """The year of "full-year results": in spring the last one, else the one at hand; a forecast is
    of the year at hand."""
    if phrase.unit != "Y":
        return None
    results = context.today is not None and context.today.month <= _SPRING
    results = results and context.tense(phrase.start, phrase.end) != "future"
    told = results and phrase.next_is("result")
    day = shift(context.today, -int(told), "Y") if context.today else None
    return placed(day, "Y", phrase, context.basis)


def _of_last_year(phrase: Phrase, context: Context) -> bool:
    """Whether a year is over: "it had 900 clerks at year-end", said in spring; "for the full year",
    where a fourth quarter is told."""
    if context.today is None or context.today.month > _SPRING:
        return False
    if phrase.has("end"):
        at = context.before_is(phrase.start, "at")
        return at and context.tense(phrase.start, phrase.end) == "past"
    told = phrase.has("full") or context.before_is(phrase.start, "for")
    return told and context.quarter[4:] == "-Q4" and context.quarter_near(phrase.start)


def ago(phrase: Phrase, context: Context) -> Found | None:
    """A count of units before publication."""
    unit, count = phrase.unit, phrase.count()
    if phrase.has("half"):
        count = (count or 0) + 0.5 if phrase.has("and") else 0.5
    elif phrase.has("quarter") and unit == "CE":
        count = 0.25
    if count is None:
        return Found("DATE", "PAST_REF", phrase.mod, None)
    if unit.startswith("T"):
        return _moments_ago(count, unit, phrase, context)
    if context.today and unit == "Y" and count == 1 and context.quarter_near(phrase.start):
        return Found("DATE", context.year_ago, phrase.mod, "narrative")
    if unit == "Y" and count != int(count):
        unit, count = "M", count * 12
    elif unit in ("DE", "CE") and count != int(count):
        unit, count = "Y", count * (10 if unit == "DE" else 100)
    day = shift(context.today, -int(count), unit) if context.today else None
    # a decade ago is that year, more or less
    return placed(day, "Y" if unit in ("DE", "CE") else unit, phrase, context.basis)


def ago_from(phrase: Phrase, context: Context) -> Found | None:
    """A count of units before today, a weekday, this week. Weeks before a weekday: the one of
    that name that is nearest to so many weeks ago; longer units count from the weekday at hand."""
    unit, count = phrase.unit, phrase.count()
    grain = "D"
    number = int(phrase.get("weekday") or 0)
    step = 0
    if phrase.has("this", "last", "next") and not number:
        grain, units = unit, phrase.all("unit", "units")
        if len(units) < _TWO or grain not in UNANCHORED:
            return None  # "a century ago this week"
        unit, step = units[0], direction(phrase)
    if count is None or count != int(count) or unit not in _COUNTED_BACK:
        return None
    if number and unit == "D":
        return None  # "two days ago, on Monday"
    if context.today is None:
        return placed(None, grain, phrase, None)
    day = shift(context.today, step, grain)
    if number and unit == "W" and not phrase.has("last"):
        near = shift(context.today, -int(count), "W")
        day = shift(near, (number - near.isoweekday() + 3) % 7 - 3, "D") if near else None
        return placed(day, grain, phrase, context.basis)
    if number:
        day = day_of_week(number, phrase, context)
    elif deictic := phrase.get("deictic"):
        day = shift(context.today, int(deictic), "D")
    return placed(shift(day, -int(count), unit) if day else None, grain, phrase, context.basis)


def _moments_ago(count: float, unit: str, phrase: Phrase, context: Context) -> Found:
    """Seconds, minutes, hours before the page was fetched; a publication date has no clock."""
    if context.captured is None:
        return Found("TIME", None, phrase.mod, None)
    seconds = count * {"TS": 1, "TM": 60, "TH": 3600}[unit]
    moment = context.captured - dt.timedelta(seconds=min(seconds, 10**9))
    return Found("TIME", moment.strftime("%Y-%m-%dT%H:%M"), phrase.mod, "captured")


_TWO = 2
_WORD = re.compile(r"\w+")
_OWNED = 40  # characters that hold what is today's
_COUNTED_BACK = ("D", "W", "2W", "M", "Y", "DE")
_WITHIN = ("end", "beginning", "early", "earlier", "late", "later", "mid")
_SPRING = 6  # the last month in which an end of year is that of the last
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.deictic",
        about="Today and yesterday, with a part of the day or without; this morning, last night.",
        pattern=(
            "(early|late|earlier|later)? deictic (early|late)? part? "
            "| (early|late|mid) hyphen? part deictic? "
            "| (early|late|earlier|later)? ((this|last|that|the? (next|following|previous|same)) "
            "(early|late)? part | tonight | the part before) "
            "| overnight"
        ),
        reads=day_at_hand,
        yes=(
            Example("She resigned [[yesterday]].", "2024-03-19", _P),
            Example("It begins [[tomorrow morning]].", "2024-03-21TMO", _P),
            Example("She resigned [[today]].", "PRESENT_REF"),
            Example("ORRIN, March 19 -- She resigned [[today]].", "2024-03-19", _P),
            Example("Roads were shut [[this morning]].", "2024-03-20TMO", _P),
            Example("Roads were shut [[last night]].", "2024-03-19TNI", _P),
            Example(
                "On May 2, 2021 it burned; [[the night before]] it was whole.", "2021-05-01TNI"
            ),
        ),
        no=("It is hard to teach today's youth.",),
    ),
    DateRule(
        id="dates.this_unit",
        about="This, last and next week, month, year.",
        pattern=(
            "(MOD|early|late|earlier|later|approx)? (the? WHICH|this (past|coming|current)|that "
            "same|the? current) (fiscal|full)? (unit|century) or_so?"
        ),
        reads=this_unit,
        yes=(
            Example("Twelve clerks struck [[last week]].", "2024-W11", _P),
            Example("It is due [[early next year]].", "2025", _P),
            Example("It will grow over [[the next decade]].", "P1DE", _P),
            Example("It began in 1985; [[that decade]] was dry.", "198", _P),
            Example("They met in 1985 and married [[the next year]].", "1986", _P),
            Example("They met in 1985. [[The next year]] they married.", "1986", _P),
        ),
    ),
    DateRule(
        id="dates.the_unit",
        about="The year, the end of the month, year-end.",
        pattern=(
            "MOD? the full? unit | the? full unit "
            "| approx? the? unit (hyphen|poss)? end (of? yyyy)? "
            "| (early|earlier|late|later) in the unit"
        ),
        reads=the_unit,
        yes=(
            Example("It must close by [[the end of the month]].", "2024-03", _P),
            Example("He spoke Monday; earlier in [[the day]] it rained.", "2024-03-18", _P),
            Example("It hopes to finish by [[year-end]].", "2024", _P),
            Example("It had 900 clerks at [[year-end]].", "2023", _P),
            Example("It had 900 clerks at [[year-end 2021]].", "2021", _P),
            Example("It was built in 1956; by [[the end of the decade]] it had gone.", "195", _P),
            Example(
                "In the fourth quarter it lost little, for [[the full year]] much.", "2023", _P
            ),
            Example("[[Later in the year]] they will tour.", "2024", _P),
            Example("It broke in 1987, [[the year]] he left.", "1987", _P),
            Example("He spoke; [[earlier in the week]] it rained.", "2024-W12", _P),
            Example("It lost money in [[the year]] ending June 30.", "P1Y", _P),
            Example("It rained in [[the week]] to 17 March.", "P1W", _P),
        ),
    ),
    DateRule(
        id="dates.full_year",
        about="The year that results, a profit or a forecast are of.",
        pattern="full hyphen unit",
        reads=full_year,
        yes=(
            Example("It posted [[full-year]] results on Tuesday.", "2023", _P),
            Example("It cut its [[full-year]] forecast on Tuesday.", "2024", _P),
        ),
        no=("It gave him a full-week pass.",),
    ),
    DateRule(
        id="dates.ago",
        about="A count of units before publication.",
        pattern=(
            "approx? (NUM|a|a? few|several|many|some|scores|a? couple of?)? more? hyphen? ANYUNIT "
            "ago "
            "| approx? a? half hyphen? a? (unit|century) ago "
            "| a quarter (hyphen? | of a) century ago "
            "| approx? ((NUM|a) (unit|units) and a half | NUM and a half units) ago"
        ),
        reads=ago,
        yes=(
            Example("The mill shut [[two years ago]].", "2022", _P),
            Example("The mill shut [[six weeks ago]].", "2024-W06", _P),
            Example("The mill shut [[several years ago]].", "PAST_REF", _P),
            Example("The rock formed [[billions of years ago]].", "PAST_REF", _P),
            Example("The mill shut [[a year and a half ago]].", "2022-09", _P),
            Example("The mill shut [[half a century ago]].", "1974", _P),
        ),
    ),
    DateRule(
        id="dates.ago_from",
        about="A count of units before today, a weekday, this week or month.",
        pattern=(
            "approx? (NUM|a) (unit|units) ago "
            "(comma? on? last? weekday | deictic | (this|last|next) unit) "
            "| weekday comma? (NUM|a) (unit|units) ago"
        ),
        reads=ago_from,
        yes=(
            Example("The mill shut [[ten years ago today]].", "2014-03-20", _P),
            Example("The mill shut [[ten years ago this month]].", "2014-03", _P),
            Example("The mill shut [[ten years ago next month]].", "2014-04", _P),
            Example("The mill shut [[two weeks ago on Friday]].", "2024-03-08", _P),
            Example("The mill shut [[two weeks ago last Friday]].", "2024-03-01", _P),
            Example("The mill shut on [[Friday two weeks ago]].", "2024-03-08", _P),
            Example("The mill shut [[a year ago on Friday]].", "2023-03-15", _P),
            Example("The mill shut [[ten years ago today]].", "XXXX-XX-XX"),
        ),
        no=("Two hours ago today it rained.", "Two days ago on Monday it rained."),
    ),
)
