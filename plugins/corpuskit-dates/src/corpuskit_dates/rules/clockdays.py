"""Clock days: the day of a time of day that stands by itself."""

from __future__ import annotations

import bisect
import datetime as dt
import re

from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.beside import weekday_told
from corpuskit_dates.resolving.nearest import day_of_week
from corpuskit_dates.rules.calendar import full_date
from corpuskit_dates.values import shift
from corpuskit_dates.words.classes import char_of, compile_pattern
from corpuskit_dates.words.phrase import Found, Phrase

__all__ = ["OPENED", "begins_range", "dashed", "day_told"]


def day_told(
    phrase: Phrase, time: str, beside: str | None, context: Context
) -> tuple[str | None, str | None]:
    """The day of a time of day that stands by itself, and why.

    Args:
        beside: the value of a time with its day that stands behind it, or None.
    """
    if day := _day_beside(phrase, time, beside, context):
        return day.isoformat(), context.basis
    if _habitual(phrase, context) or (beside and beside[:4] == "XXXX"):
        return None, None
    if aside := _day_aside(phrase, context) or _day_behind(phrase, context):
        return aside.value, aside.basis
    if once_more := _in_another_zone(phrase, time, context):
        return once_more
    if phrase.previous_is("of") and context.before_is(phrase.start - _OF, "as"):
        return context.today.isoformat() if context.today else None, context.basis
    if context.heading and _under_heading(phrase, context):
        return context.heading[0].isoformat(), "narrative"
    if same := _with_clock(time, phrase, context):
        return same, context.clock[2] if context.clock else None
    end = context.point_end
    if context.point and _under_its_day(phrase, context):
        return context.point.isoformat(), "narrative"
    if context.habit_end > end and context.same_sentence(context.habit_end, phrase.start):
        return None, None  # "daily from 10 a.m."
    near = context.point is not None and context.same_sentence(end, phrase.start)
    main = context.main if not near and context.of_main_event(phrase.start) else None
    if main and context.tense(phrase.start, phrase.end) == "past":
        return main[0].isoformat(), "narrative"
    if context.point and (near or _told_of(phrase, context)):
        return str(_past_midnight(time, phrase, context) or context.point), "narrative"
    return context.today.isoformat() if context.today else None, context.basis


def begins_range(phrase: Phrase, context: Context) -> bool:
    """As in "10 a.m. to 4 p.m.", "08:00-17:00", "06:00 - 18:00": one more time of day follows."""
    joined = phrase.next_is("to", "and", "until", "through", "hyphen")
    return joined or _DASHED.match(context.folded, phrase.end) is not None


def _ends_range(phrase: Phrase, context: Context) -> bool:
    """Whether a word or a dash leads on to it from another time of day."""
    joined = phrase.previous_is("to", "until", "through", "hyphen")
    return joined or _dash_before(phrase, context)


def dashed(phrase: Phrase, context: Context) -> bool:
    """Whether a dash ties it to another time of day."""
    return _DASHED.match(context.folded, phrase.end) is not None or _dash_before(phrase, context)


def _dash_before(phrase: Phrase, context: Context) -> bool:
    begun = max(0, phrase.start - _CLOCK)
    return _TO_DASH.search(context.folded, begun, phrase.start) is not None


def _habitual(phrase: Phrase, context: Context) -> bool:
    """As in "from 10 a.m. to 5 p.m. daily"; not where a sentence begins: "10 a.m. Every year"."""
    match = compile_pattern(_HABIT).match(phrase.tokens.classes, phrase.last)
    if match is None:
        return False
    at = phrase.tokens.starts[match.end() - 1]
    return match[0][-1] in _NAMED or not context.raw[at : at + 2].istitle()


def _day_beside(phrase: Phrase, time: str, beside: str | None, context: Context) -> dt.date | None:
    """The day of the time behind, or the one before or after it: "from 11 p.m. to 2 a.m. on
    Saturday" begins on Friday, and so may "9 p.m. (0100 GMT on Saturday)"."""
    if beside is None or not _tells_day(beside) or ":" not in time:
        return None
    day, other = dt.date.fromisoformat(beside[:10]), beside[11:16]
    if begins_range(phrase, context):
        return shift(day, -int(other < time), "D")
    return shift(day, -_wrapped(time, other), "D")


def _wrapped(time: str, other: str) -> int:
    """How many days later it is in the zone of the other time."""
    hours = int(other[:2]) - int(time[:2])
    return (hours < -_HALF_A_DAY) - (hours > _HALF_A_DAY)


def _in_another_zone(phrase: Phrase, time: str, context: Context) -> tuple[str, str | None] | None:
    """The day of a time in brackets that says the one before once more: "8 p.m. (0200 GMT)", where
    it is the next day."""
    if context.clock is None or not phrase.has("zone"):
        return None
    said, span, basis = context.clock
    between = context.folded[span.end : phrase.start]
    if ":" not in said or not OPENED.fullmatch(between) or not _tells_day(said):
        return None
    day = shift(dt.date.fromisoformat(said[:10]), _wrapped(said[11:13], time), "D")
    return (day.isoformat(), basis) if day else None


def _with_clock(time: str, phrase: Phrase, context: Context) -> str | None:
    """The day of another time of the sentence: "left at 5:54 p.m. and was due at 7:05 p.m."; the
    next where that time ends what begins with the other: "from 8 p.m. to 5 a.m."."""
    if context.clock is None or ":" not in time:
        return None
    said, span, _ = context.clock
    alone = span.end < context.point_end or not context.same_sentence(span.end, phrase.start)
    if alone or ":" not in said:
        return None
    if not _tells_day(said):  # "at 5 pm on 3/4/2024 and at 6 pm"
        return said[:10] if said[:4].isdecimal() else None
    ends = _ends_range(phrase, context) and "24" > said[11:] > time
    day = shift(dt.date.fromisoformat(said[:10]), int(ends), "D")
    return day.isoformat() if day else None


def _tells_day(value: str) -> bool:
    """Whether the day of a value is known: not of "2024-XX-XXT17:00", a day and month in figures
    of which nobody said which is which."""
    return value[:10].replace("-", "").isdecimal()


def _under_heading(phrase: Phrase, context: Context) -> bool:
    """Whether a time opens its line, or stands in the block of lines right below the day."""
    if context.heading is None or context.heads_line(phrase.start):
        return True
    end = context.heading[1].end
    return context.point_end == end and context.raw.find("\n\n", end, phrase.start) < 0


def _under_its_day(phrase: Phrase, context: Context) -> bool:
    """Whether the paragraph is that of a day, which stands before a colon: "Aug. 19: At 6 a.m.
    the radio falls silent"."""
    raw, span = context.raw, context.point_span
    if span is None or raw[span.end : span.end + 1] != ":":
        return False
    opens = not span.start or raw[span.start - 1] == "\n"
    return opens and context.same_paragraph(span.end, phrase.start)


def _told_of(phrase: Phrase, context: Context) -> bool:
    """Whether a sentence about the past goes on from one with a day: "was shot Friday night. She
    was found at 7 p.m."; a time that opens its sentence is one of a day's log."""
    if context.point is None or context.opens_sentence(phrase.start):
        return False
    ago = (context.today - context.point).days if context.today else 0
    if ago < 0:
        return _goes_on_ahead(phrase, context)
    if ago > _WEEK and phrase.has("zone") and phrase.has("yyyy", "num"):
        return False  # "shares were down at 0915 GMT", of the day itself
    near = phrase.start - context.point_end < _NEAR
    near = near or (context.one_day and 0 < ago <= _WEEK)  # the story is about that day
    return near and context.tense(phrase.start, phrase.end) == "past"


def _goes_on_ahead(phrase: Phrase, context: Context) -> bool:
    """Whether a sentence goes on from one with a day to come: "will march on Friday. They will meet
    at 3 p.m.", "Friday, doors 7 p.m."; no past verb tells of it."""
    between = context.raw[context.point_end : phrase.start]
    close = len(between) < _NEAR and context.last_span == context.point_span
    close = close and context.same_paragraph(context.point_end, phrase.start)
    return close and context.tense(phrase.start, phrase.end) != "past"


def _past_midnight(time: str, phrase: Phrase, context: Context) -> dt.date | None:
    """The day after the one told, for what came after a late hour of it: "was shot at 11:30 p.m.
    Friday and died at 12:15 a.m.", "Friday night"."""
    if context.clock is None or context.point is None or ":" not in time:
        return None
    said, span, _ = context.clock
    late = _EVENING <= said[11:13] < "24" or said[10:] in _NIGHT
    if (
        said[:10] != context.point.isoformat()
        or not late
        or time[:2] > _SMALL
        or phrase.start - span.end > _NEAR
    ):
        return None
    if context.point == context.today or context.tense(phrase.start, phrase.end) != "past":
        return None  # the morning after has not come yet
    return shift(context.point, 1, "D")


def _day_aside(phrase: Phrase, context: Context) -> Found | None:
    """The day that stands behind a parenthesis: "10:35 a.m. (0735 GMT) Friday", of both."""
    aside = _ASIDE.match(context.folded, phrase.end)
    if aside is None:
        return None
    first = bisect.bisect_left(phrase.tokens.starts, aside.end(), phrase.last)
    return _day_at(first, phrase, context) if phrase.tokens.starts[first] == aside.end() else None


def _day_at(first: int, phrase: Phrase, context: Context) -> Found | None:
    """The day that word `first` begins to name, which is that of a time of day before it."""
    tokens = phrase.tokens
    behind = compile_pattern(_BEHIND).match(tokens.classes, first)
    if behind is None:
        return None
    words = Phrase(tokens, first, behind.end())
    if words.has("month"):
        return full_date(words, context)
    if words.next_is("poss", "unit") or context.today is None:
        return None
    if not words.has("weekday"):
        day = shift(context.today, int(words.get("deictic") or 0), "D")
    else:
        number = int(words.get("weekday") or 0)
        day = weekday_told(number, words, context) or day_of_week(number, phrase, context)
    return Found("DATE", day.isoformat(), None, context.basis) if day else None


def _day_behind(phrase: Phrase, context: Context) -> Found | None:
    """The day that stands behind the place or the thing: "at 6 p.m. in the hall on Friday", "the 7
    p.m. meeting Tuesday"; no mark, no verb and no word that leads elsewhere stands between."""
    tokens, terms = phrase.tokens, context.language.terms
    begun = _DAY_WORD.search(tokens.classes, phrase.last)
    if begun is None or begun[0][-1] in _OF_CLOCKS:
        return None
    start = tokens.starts[begun.start()]
    if start - phrase.end > _PLACE or not _WORDS.fullmatch(context.folded, phrase.end, start):
        return None
    if not context.same_sentence(phrase.end, start):
        return None
    words = context.raw[phrase.end : start].split()
    leads = phrase.previous_is("the", "a") or words[0] in terms("to_place")
    if not leads or not terms("to_other").isdisjoint(words[1:]):
        return None
    if context.language.tense_reader.first(words) is not None:
        return None
    found = _day_at(begun.start(), phrase, context)
    context.behind = (start, found) if found else None
    return found


OPENED = re.compile(r"(?:\slocal(?:\stime)?)?,?\s*\(")
_DASHED = re.compile(r" ?[-\u2013\u2014] ?\d\d?(?::\d\d| ?[ap]\.?m\b)(?![\d:])")
_TO_DASH = re.compile(r"(?:\d:\d\d|[ap]\.?m\.?) ?[-\u2013\u2014] ?\Z")
_CLOCK = len("10 p.m. - ")
_OF = len("of ")
_HALF_A_DAY = 12
_ASIDE = re.compile(r"(?:\s*\([^()]{2,40})?\),?\s+(?:on\s+)?")
_BEHIND = (
    "((WEEKDAY comma?)? (month (dd|NTH) | (dd|nth) of? month) (comma? YEAR)?) "
    "| weekday | deictic | tonight"
)
_OF_CLOCKS = "".join(map(char_of, ("ampm", "clock", "compact_clock", "noon", "oclock")))
_DAY_WORD = compile_pattern(  # the first word of a day, or of another time of day
    "(dd|nth)? month | weekday | deictic | tonight | ampm | clock | compact_clock | noon | oclock"
)
_WORDS = re.compile(r"(?:\s[\w'\u2019.&-]+)+\s")
_PLACE = 70  # characters that the place of a thing takes
_HABIT = "((to|and|until|through|hyphen) approx? CLOCK zone?)? comma? on? (freq|weekdays|each)"
_NAMED = (char_of("weekdays"),)
_WEEK = 7
_EVENING, _SMALL = "20", "05"  # hours between which a night lies
_NIGHT = ("TEV", "TNI")
_NEAR = 240  # characters between a day and a time of it in another sentence
