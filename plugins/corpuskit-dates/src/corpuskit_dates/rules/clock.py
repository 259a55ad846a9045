"""Clock rules: 10:35 a.m., 5 p.m. EST Tuesday, noon."""

from __future__ import annotations

import datetime as dt
import re

from corpuskit.scan import Example
from corpuskit_dates.classes import char_of
from corpuskit_dates.context import Context
from corpuskit_dates.phrase import Found, Phrase
from corpuskit_dates.resolve import day_of_week
from corpuskit_dates.rule import DateRule
from corpuskit_dates.rules.calendar import full_date, iso_date, numeric_date, weekday
from corpuskit_dates.rules.relative import deictic
from corpuskit_dates.values import shift

_LEADS = frozenset("at by until till from around since before after about to between and".split())


def clock(phrase: Phrase, context: Context) -> Found | None:
    """A time of day, on the day that the phrase names or the day of publication."""
    time = _time(phrase, context)
    if time is None:
        return None
    day: str | None = None
    basis = context.basis
    if phrase.has("month"):
        # the day's number stands beside the month, not before a.m.
        found = full_date(_tail(phrase), context)
        day, basis = (found.value, found.basis) if found else (None, None)
        if day is None:
            return None
    elif phrase.has("weekday"):
        number = int(phrase.get("weekday") or 0)
        found_day = day_of_week(number, phrase, context)
        day = found_day.isoformat() if found_day else f"XXXX-WXX-{number}"
    elif (aside := _day_aside(phrase, context)) is not None:
        day = aside.isoformat()
    elif (
        context.point
        and not phrase.has("deictic", "this", "last", "tonight")
        and (context.same_sentence(context.point_end, phrase.start) or _told_of(phrase, context))
    ):
        day, basis = context.point.isoformat(), "narrative"
    elif context.today:
        offset = int(phrase.get("deictic") or 0) - phrase.has("last")
        moved = shift(context.today, offset, "D")
        day = moved.isoformat() if moved else None
    return Found(
        "TIME",
        f"{day or 'XXXX-XX-XX'}T{time}",
        phrase.get("approx"),
        basis if day else None,
        leads=phrase.has("month", "weekday"),
    )


def early_hours(phrase: Phrase, context: Context) -> Found | None:
    """The early hours of the morning, on the day of publication; a date stands by itself."""
    if phrase.get("units") != "TH" or phrase.get("part") != "MO" or phrase.next_is("of"):
        return None
    day = context.today.isoformat() if context.today else "XXXX-XX-XX"
    return Found("TIME", f"{day}TMO", "START", context.basis)


def _told_of(phrase: Phrase, context: Context) -> bool:
    """Whether a sentence about the past goes on from one with a day: "was shot Friday night. She
    was found at 7 p.m."; a time that opens its sentence is one of a day's log."""
    return (
        phrase.start - context.point_end < _NEAR
        and not context.opens_sentence(phrase.start)
        and context.tense(phrase.start, phrase.end) == "past"
    )


def stamped(phrase: Phrase, context: Context) -> Found | None:
    """A day with a time of day behind it; figures like "14:30" need more than a weekday."""
    at = next(i for char, back in _BEGINS if (i := phrase.classes.find(char) - back) >= 0)
    written = phrase.has("month", "numdate", "isodate")
    time = _time(Phrase(phrase.tokens, phrase.first + at, phrase.last), context, sure=written)
    at -= phrase.classes[at - 1] == char_of("comma")
    day = Phrase(phrase.tokens, phrase.first, phrase.first + at)
    reads = next(reading for name, reading in _DAYS if day.has(name))
    found = reads(day, context)
    if time is None or found is None:
        return None
    return found._replace(type="TIME", value=f"{found.value}T{time}", mod=None)


def _day_aside(phrase: Phrase, context: Context) -> dt.date | None:
    """The weekday that stands behind a parenthesis: "10:35 a.m. (0735 GMT) Friday", of both."""
    aside = _ASIDE.match(context.folded, phrase.end)
    if aside is None:
        return None
    word = context.language.vocabulary.word(aside.group(1))
    if word.char != char_of("weekday"):
        return None
    return day_of_week(int(word.value), phrase, context)


_ASIDE = re.compile(r"(?: ?\([^()\n]{2,40})?\) (?:on )?([^\W\d_]+)")


def _tail(phrase: Phrase) -> Phrase:
    first = phrase.first
    for index, (char, _) in enumerate(phrase.pairs()):
        if char in _ENDS:
            first = phrase.first + index + 1
    return Phrase(phrase.tokens, first, phrase.last)


def _time(phrase: Phrase, context: Context, sure: bool = False) -> str | None:
    if noon := phrase.get("noon"):
        dated = phrase.has("weekday", "deictic", "month")
        return noon if dated or _led(phrase.start_of("noon"), phrase, context) else None
    if compact := phrase.get("compact_clock"):
        return _padded(compact[:-1], compact[-1])
    half = phrase.get("ampm") or {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}.get(
        phrase.get("part", "tonight") or "", ""
    )
    if text := phrase.get("clock"):
        sure = sure or bool(half) or phrase.has("zone", "approx")
        at = phrase.start_of("clock")
        if not (sure or _led(at, phrase, context) or _heads_line(at, phrase.end, context.raw)):
            return None
        if not sure and context.played(phrase.start, phrase.end):
            return None  # the fight was stopped at 2:56
        return _padded(text, half)
    if (text := phrase.get("decimal")) and (half or phrase.has("zone")):  # "10.30 a.m."
        return _padded(text.replace(".", ":"), half)
    if military := phrase.get("yyyy", "num"):  # "1530 GMT"
        return _padded(f"{military[:2]}:{military[2:]}", "") if _HHMM.match(military) else None
    number = phrase.get("dd", "word")
    if number is None or int(number) > 12 or not (half or phrase.has("oclock")):
        return None
    bare = not phrase.has("ampm", "oclock", "in")
    if bare and not _led(phrase.start, phrase, context):
        return None
    return _padded(number, half)


def _led(start: int, phrase: Phrase, context: Context) -> bool:
    """Whether a word before says that a time of day follows; else it may be a score."""
    return phrase.previous_is("the") or context.word_before(start) in _LEADS


def _heads_line(start: int, end: int, raw: str) -> bool:
    """As in a log, "08:15 The polls open": in four figures, and what follows begins afresh."""
    opens = not start or raw[start - 1] == "\n"
    after = raw[end : end + 3].lstrip(" -\u2013:\t")
    return opens and end - start == 5 and (not after or after[0].isupper() or after[0] == "\n")


def _padded(text: str, half: str) -> str | None:
    hours, _, minutes = text.partition(":")
    hour = int(hours)
    if half and hour > 12:
        return f"{hour:02d}:{minutes or '00'}"
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minutes or '00'}"


_BEGINS = (  # where a time of day begins: so many words before one of these
    (char_of("clock"), 0),
    (char_of("compact_clock"), 0),
    (char_of("ampm"), 1),
    (char_of("zone"), 1),
)
_DAYS = (
    ("month", full_date),
    ("numdate", numeric_date),
    ("isodate", iso_date),
    ("weekday", weekday),
    ("deictic", deictic),
)
_NEAR = 240  # characters between a day and a time of it in another sentence
_HHMM = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\Z")
_P = dt.date(2024, 3, 20)
_ENDS = frozenset(char_of(n) for n in ("ampm", "compact_clock", "clock", "oclock", "noon", "zone"))

_DAY = (
    "(comma? on? (this|last|next)? ((WEEKDAY comma?)? (month (dd|NTH)|(dd|nth) month) "
    "(comma? yyyy)?|weekday part?|deictic part?|tonight|part))"
)

RULES = (
    DateRule(
        id="dates.stamped",
        about="A day with a time of day behind it, as above an article.",
        pattern=(
            "(WEEKDAY comma?)? (month the? (dd|NTH) | (dd|NTH) of? month) (comma? YEAR)? comma? "
            "CLOCK zone? | (numdate|isodate|weekday|deictic) comma? CLOCK zone?"
        ),
        reads=stamped,
        yes=(
            Example("Posted [[Monday, May 6, 2013 2:39 pm EDT]].", "2013-05-06T14:39"),
            Example("Updated [[25/03/2024 14:30]].", "2024-03-25T14:30"),
            Example("[[Wed 20 Mar 2024 07.00 GMT]]", "2024-03-20T07:00"),
            Example("Doors open [[Friday, 7 p.m.]] at the hall.", "2024-03-15T19:00", _P),
        ),
        no=("They won Friday 3:12 to go.",),
    ),
    DateRule(
        id="dates.clock",
        about="A time of day, with time zone and day or without.",
        pattern=(
            "approx? ((dd|clock|decimal|word) ampm | decimal zone | (yyyy|num) zone | "
            "(dd|word) in the part | compact_clock | "
            f"clock | (dd|word) oclock | noon) zone? (in the part)? {_DAY}? "
            "| (dd|word) (tonight | (deictic|weekday|this|last) part)"
        ),
        reads=clock,
        yes=(
            Example("It began at [[10:35 a.m.]] in Norvale.", "2024-03-20T10:35", _P),
            Example("It began at [[5 p.m. EST Tuesday]].", "2024-03-19T17:00", _P),
            Example("It begins at [[10 a.m. on Monday, April 8]].", "2024-04-08T10:00", _P),
            Example("It began at [[6 o'clock this evening]].", "2024-03-20T18:00", _P),
            Example("It began at [[9:30 last night]].", "2024-03-19T21:30", _P),
            Example("It begins at [[7 tomorrow morning]].", "2024-03-21T07:00", _P),
            Example("It began at [[10.30 pm]] and at 11.", "2024-03-20T22:30", _P),
            Example("It began at [[14:30]] in Norvale.", "2024-03-20T14:30", _P),
            Example("On Monday at [[1530 GMT]] it began.", "2024-03-18T15:30", _P),
            Example("It burned on Monday. It was out at [[7 p.m.]]", "2024-03-18T19:00", _P),
        ),
        no=("They won 2:10 on aggregate.", "The men scored 3:12 there."),
    ),
    DateRule(
        id="dates.early_hours",
        about="The early hours of the morning.",
        pattern="the? early (units of (the|this|that) part | part units)",
        reads=early_hours,
        yes=(Example("It burned in [[the early hours of this morning]].", "2024-03-20TMO", _P),),
        no=("In the early days of this morning show it rained.", "In the early hours of Monday."),
    ),
)
