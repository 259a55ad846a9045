"""Clock rules: 10:35 a.m., 5 p.m. EST Tuesday, noon, Monday, May 6, 2013 2:39 pm."""

from __future__ import annotations

import bisect
import datetime as dt
import re

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.calendar import full_date, weekday
from corpuskit_dates.rules.clockdays import OPENED, begins_range, dashed, day_told
from corpuskit_dates.rules.holidays import holiday
from corpuskit_dates.rules.numeric import numeric_date
from corpuskit_dates.rules.relative import day_at_hand, this_unit
from corpuskit_dates.rules.weeks import weekday_of_week
from corpuskit_dates.values import UNANCHORED
from corpuskit_dates.words.classes import char_of, compile_pattern
from corpuskit_dates.words.phrase import Found, Phrase


def clock(phrase: Phrase, context: Context) -> Found | list[Found] | None:
    """A time of day, on the day that the phrase names or that the text was at."""
    words, day_words = _parted(phrase)
    if (
        context.raw[phrase.end : phrase.end + 1] == ":"
        and "\n" in context.raw[words.end : day_words.start]
    ):
        return _on_two_lines(words, day_words, context)
    if context.is_line(day_words.start, day_words.end) and words.start > day_words.end:
        return _under_heading(words, day_words, context)
    told = phrase.has("the", "that") and phrase.has(*_COUNTED_ON)
    if told and (anew := _begun_anew(phrase, context)):
        return anew
    time = _time(words, context, sure=phrase.has(*_BY_DATE))
    if time is None:
        return None
    return on_day(time, phrase, context, day_words)


def on_day(
    time: str, phrase: Phrase, context: Context, day_words: Phrase | None = None
) -> Found | None:
    """A time of day on the day that the phrase names, or on the one that the text was at."""
    day_words = day_words or phrase
    reads = next((reading for names, reading in DAYS if phrase.has(*names)), None)
    if reads is weekday and phrase.has("unit"):
        reads = weekday_of_week
    if reads is None:
        day, basis = day_told(phrase, time, _beside(phrase, context), context)
    else:
        named = reads(day_words, context)
        if named is None or not named.value:
            return None
        day, basis = named.value.partition("T")[0], named.basis
    value = f"{day or UNANCHORED['D']}T{time}"
    headed = context.heading is not None and str(context.heading[0]) == day
    return Found(
        "TIME",
        value,
        phrase.get("approx"),
        basis if day else None,
        leads=reads is not None or headed,
    )


def _begun_anew(phrase: Phrase, context: Context) -> list[Found] | None:
    """A time of day and the words for a day that begin the next sentence: "at 4 p.m. The next day
    it rained"; None where they begin none."""
    at = phrase.classes.index(char_of("the" if phrase.has("the") else "that"))
    tokens, middle = phrase.tokens, phrase.first + at
    begun = tokens.starts[middle]
    if not at or not context.raw[begun : begun + 2].istitle():
        return None
    words, rest = Phrase(tokens, phrase.first, middle), Phrase(tokens, middle, phrase.last)
    reads = this_unit if rest.has("unit") else day_at_hand
    found = ((words, clock(words, context)), (rest, reads(rest, context)))
    return [
        one._replace(start=each.start, end=each.end)
        for each, one in found
        if isinstance(one, Found)
    ]


def _beside(phrase: Phrase, context: Context) -> str | None:
    """The value of a time with its day that stands behind one without: "from 10 a.m. to 4 p.m. on
    Friday", "9 a.m. (0000 GMT Friday)"."""
    tokens, first = phrase.tokens, phrase.last + 1
    if not begins_range(phrase, context):
        opened = OPENED.match(context.folded, phrase.end)
        if opened is None:
            return None
        first = bisect.bisect_left(tokens.starts, opened.end(), phrase.last)
        if tokens.starts[first] != opened.end():
            return None
    match = compile_pattern(_WITH_DAY).match(tokens.classes, first)
    found = clock(Phrase(tokens, first, match.end()), context) if match else None
    return found.value if isinstance(found, Found) else None


def _on_two_lines(words: Phrase, day_words: Phrase, context: Context) -> list[Found]:
    """A time of day, and the day that heads the next line of a chronicle."""
    found = ((words, clock(words, context)), (day_words, full_date(day_words, context)))
    return [
        one._replace(start=each.start, end=each.end)
        for each, one in found
        if isinstance(one, Found)
    ]


def _under_heading(words: Phrase, day_words: Phrase, context: Context) -> list[Found] | None:
    """A day that stands by itself on its line, and the time that opens the next."""
    day = next(reads for names, reads in DAYS if day_words.has(*names))(day_words, context)
    time = _time(words, context, sure=True)
    if day is None or not day.value or time is None:
        return None
    timed = Found("TIME", f"{day.value[:_DAY]}T{time}", None, day.basis, start=words.start)
    return [day._replace(end=day_words.end), timed]


def _parted(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """The words of the time of day and those of its day, where figures of one could be taken for
    those of the other."""
    if phrase.has("half", "quarter"):  # "half past six" on a day: no past one
        to = max(phrase.classes.find(char_of(name)) for name in ("past", "to"))
        return phrase, _parted(Phrase(phrase.tokens, phrase.first + to + 1, phrase.last))[1]
    at = next((i for char, back in _BEGINS if (i := phrase.classes.find(char) - back) >= 0), 0)
    tokens, first, last = phrase.tokens, phrase.first, phrase.last
    if at and not _DATED.isdisjoint(phrase.classes[:at]):
        comma = phrase.classes[at - 1] == char_of("comma")
        return Phrase(tokens, first + at, last), Phrase(tokens, first, first + at - comma)
    if not phrase.has("month"):
        return phrase, phrase
    at = 1 + max(map(phrase.classes.rfind, _ENDS))
    return Phrase(tokens, first, first + at), Phrase(tokens, first + at, last)


def _time(phrase: Phrase, context: Context, *, sure: bool) -> str | None:
    if noon := phrase.get("noon"):
        dated = phrase.has("weekday", "deictic", "month", "holiday")
        if phrase.next_is("of"):
            return None  # the dawn of an age
        dated = dated or phrase.has("zone") or _heads_entry(phrase, context.raw)
        at = phrase.start if phrase.has("approx") else phrase.start_of("noon")
        return noon if dated or _led(at, phrase, context) else None
    if compact := phrase.get("compact_clock"):
        return _padded(compact[:-1], compact[-1])
    half = phrase.get("ampm") or {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}.get(
        phrase.get("part", "tonight") or "", ""
    )
    if phrase.has("units"):
        return _in_hours(phrase, context, sure=sure)
    if text := phrase.get("clock"):
        sure = sure or bool(half) or phrase.has("zone", "approx")
        at = phrase.start_of("clock")
        led = sure or _led(at, phrase, context) or _heads_line(at, phrase.end, context.raw)
        if not (led or (len(text) == _FOUR_FIGURES and dashed(phrase, context))):
            return None
        if not sure and context.played(phrase.start, phrase.end):
            return None  # the fight was stopped at 2:56
        return _padded(text, half)
    if (text := phrase.get("decimal")) and (half or phrase.has("zone")):  # "10.30 a.m."
        return _padded(text.replace(".", ":"), half)
    if military := phrase.get("yyyy", "num"):  # "1530 GMT"
        zoned = phrase.has("zone") and HHMM.match(military)
        return f"{military[:2]}:{military[2:]}" if zoned else None
    number = phrase.get("dd", "word")
    if number is None or int(number) > 12 or not (half or phrase.has("oclock")):
        return None
    bare = not phrase.has("ampm", "oclock", "in")
    if bare and not _led(phrase.start, phrase, context):
        return None
    return _moved_by(phrase, _padded(number, half))


def _in_hours(phrase: Phrase, context: Context, *, sure: bool) -> str | None:
    """As in "at 0430 hours", "as of 18:00 hrs": four figures; not "for 10.30 hours"."""
    figures = (phrase.get("clock", "decimal", "yyyy", "num") or "").replace(".", "")
    time = figures.replace(":", "")
    if phrase.get("units") != "TH" or not HHMM.match(time):
        return None
    led = sure or ":" in figures or _led(phrase.start, phrase, context)
    return f"{time[:2]}:{time[2:]}" if led else None


def _moved_by(phrase: Phrase, time: str) -> str:
    """As in "half past six in the evening", "a quarter to six"."""
    hour = int(time[:2])
    if phrase.has("past"):
        return f"{hour:02d}:{'30' if phrase.has('half') else '15'}"
    return f"{(hour - 1) % 24:02d}:45" if phrase.has("quarter") else time


def _led(start: int, phrase: Phrase, context: Context) -> bool:
    """Whether a word before says that a time of day follows; else it may be a score."""
    return phrase.previous_is("the") or context.before_is(start, "to_clock")


def _heads_entry(phrase: Phrase, raw: str) -> bool:
    """As in a log, "Noon - A man was seen": a dash or a colon parts the entry from its time."""
    opens = not phrase.start or raw[phrase.start - 1] == "\n"
    return opens and raw[phrase.end : phrase.end + 3].lstrip()[:1] in tuple("-\u2013\u2014:")


def _heads_line(start: int, end: int, raw: str) -> bool:
    """As in a log, "08:15 The polls open", "[08:15] ...", "UPD 08:15: ...": in four figures behind
    no word but a label in capitals, and a mark or a word that begins afresh follows."""
    if end - start != _FOUR_FIGURES:
        return False
    line = raw.rfind("\n", 0, start) + 1
    if start - line > _LABEL or not _LINE_HEAD.fullmatch(raw, line, start):
        return False
    if raw[end : end + 1] in tuple(":])"):
        return True
    after = raw[end : end + 3].lstrip(" -\u2013:")
    return not after or after[0].isupper() or after[0].isspace()


def _padded(text: str, half: str) -> str:
    hours, _, minutes = text.partition(":")
    hour = int(hours)
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    return f"{hour:02d}:{minutes or '00'}"


_BEGINS = (  # where a time of day begins: so many words before one of these
    (char_of("clock"), 0),
    (char_of("compact_clock"), 0),
    (char_of("ampm"), 1),
    (char_of("zone"), 1),
)
_ENDS = tuple(
    map(char_of, ("ampm", "compact_clock", "clock", "oclock", "noon", "zone", "units", "part"))
)
_BY_DATE = ("month", "numdate", "isodate", "daymonth")
_COUNTED_ON = ("next", "following", "previous", "that", "same")
DAYS = (
    (("month",), full_date),
    (("holiday",), holiday),
    (("numdate", "isodate", "daymonth"), numeric_date),
    (("weekday",), weekday),
    (("unit",), this_unit),
    (("deictic", "this", "last", "tonight", *_COUNTED_ON), day_at_hand),
)
_DAY = len("2024-03-20")
_FOUR_FIGURES = len("08:15")
_LABEL = 16  # characters that the label of an entry takes
_LINE_HEAD = re.compile(r"\W*(?:[A-Z]{2,9}:? )?[\[(]?")
_DATED = frozenset(map(char_of, ("month", "numdate", "isodate", "daymonth", "weekday", "deictic")))
HHMM = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\Z")  # a time of day without a mark
_P = dt.date(2024, 3, 20)

DAY = (
    "(comma? on? (this|last|next)? ((WEEKDAY comma?)? (month (dd|NTH)|the? (dd|nth) of? month) "
    "(comma? yyyy | of? (last|this|next) unit)?|weekday (of? (this|last|next) unit|part)?"
    "|deictic part?|tonight|part|numdate|isodate|holiday (comma? yyyy)?"
    "|(the (next|following|same)|that same?) (unit|part)))"
)
_WITH_DAY = f"approx? (CLOCK | noon) zone? {DAY}"

RULES = (
    DateRule(
        id="dates.clock",
        about="A time of day, with time zone and day or without, or a day with one behind it.",
        pattern=(
            "approx? (clock | (dd|word) oclock) (in|on) the part of "
            "(month (dd|NTH)|(dd|nth) of? month) (comma? yyyy)? "
            "| approx? ((half past | a? quarter (past|to))? (dd|word) (ampm | in the part) | "
            "(clock|decimal) ampm | decimal zone | (clock|decimal|yyyy|num) (zone|units) | "
            "compact_clock | "
            f"clock | (dd|word) oclock | noon) zone? (in the part)? {DAY}? "
            "| (dd|word) (tonight | on? (deictic|weekday|this|last|that) part) "
            "| (WEEKDAY comma?)? (month the? (dd|NTH) | (dd|NTH) of? month) (comma? YEAR)? comma? "
            "CLOCK zone? | (numdate|isodate|weekday|deictic|daymonth) comma? CLOCK zone?"
        ),
        reads=clock,
        yes=(
            Example("It began at [[10:35 a.m.]] in Norvale.", "2024-03-20T10:35", _P),
            Example("It began at [[5 p.m. EST Tuesday]].", "2024-03-19T17:00", _P),
            Example("It begins at [[10 a.m. on Monday, April 8]].", "2024-04-08T10:00", _P),
            Example("It began at [[6 o'clock this evening]].", "2024-03-20T18:00", _P),
            Example("It began at [[half past six in the evening]].", "2024-03-20T18:30", _P),
            Example("It began at [[5.40pm on Tuesday last week]].", "2024-03-12T17:40", _P),
            Example("It begins at [[5 pm next Friday]].", "2024-03-29T17:00", _P),
            Example("It began at [[a quarter to 6 p.m.]]", "2024-03-20T17:45", _P),
            Example("It began at [[noon on Boxing Day]].", "2023-12-26T12:00", _P),
            Example("It is open daily from [[10 a.m.]] on.", "XXXX-XX-XXT10:00", _P),
            Example("It began at [[9:30 last night]].", "2024-03-19T21:30", _P),
            Example("It begins at [[7 tomorrow morning]].", "2024-03-21T07:00", _P),
            Example("It began Monday; at [[8 that night]] it was over.", "2024-03-18T20:00", _P),
            Example("It began at [[7 on Monday evening]].", "2024-03-18T19:00", _P),
            Example("It began at [[10.30 pm]] and at 11.", "2024-03-20T22:30", _P),
            Example("It began at [[14:30]] in Norvale.", "2024-03-20T14:30", _P),
            Example("On Monday at [[1530 GMT]] it began.", "2024-03-18T15:30", _P),
            Example("It began at [[0430 hours]] on the coast.", "2024-03-20T04:30", _P),
            Example("It began at 9 p.m. ([[0300 GMT]]).", "2024-03-21T03:00", _P),
            Example("It began at 2 a.m. ([[noon GMT]]).", "2024-03-20T12:00", _P),
            Example("Updated [[0915 GMT]] (1715 HKT) March 12, 2024", "2024-03-12T09:15", _P),
            Example("Updated 0915 GMT ([[1715 HKT]]) March 12, 2024", "2024-03-12T17:15", _P),
            Example("It began at [[9 a.m.]] (0000 GMT Friday).", "2024-03-15T09:00", _P),
            Example("It will begin at [[9 p.m.]] (0100 GMT Friday).", "2024-03-21T21:00", _P),
            Example("It was shut from [[9 p.m.]] to 2 a.m. on Monday.", "2024-03-17T21:00", _P),
            Example("The road is shut [[08:00]]-17:00 on Friday.", "2024-03-15T08:00", _P),
            Example("Shelling was heard ([[06:00]] \u2013 18:00).", "2024-03-20T06:00", _P),
            Example("It is open from [[9 a.m.]] to 2 p.m. daily.", "XXXX-XX-XXT09:00", _P),
            Example("It is open 9 a.m. to [[2 p.m. Monday]] to Friday.", "XXXX-WXX-1T14:00", _P),
            Example(
                "It rained Monday; by [[9 a.m. the next day]] it did not.", "2024-03-19T09:00", _P
            ),
            Example("It began at [[9 p.m. on 26 May last year]].", "2023-05-26T21:00", _P),
            Example("They left at [[dawn on Monday]].", "2024-03-18TMO", _P),
            Example("They left at [[9:30 on the evening of May 3, 2021]].", "2021-05-03T21:30"),
            Example("Posted [[Monday, May 6, 2013 2:39 pm EDT]].", "2013-05-06T14:39"),
            Example("Updated [[25/03/2024 14:30]].", "2024-03-25T14:30"),
            Example("It closes at [[17:00 on 25/03/2024]].", "2024-03-25T17:00"),
            Example("[[13/03 07:50]] - Shots were heard.", "2024-03-13T07:50", _P),
            Example("Aug. 19: At [[6 a.m.]] it rains.", "2024-08-19T06:00", _P),
            Example("[[Wed 20 Mar 2024 07.00 GMT]]", "2024-03-20T07:00"),
            Example("Doors open [[Friday, 7 p.m.]] at the hall.", "2024-03-22T19:00", _P),
            Example("It burned on Monday. It was out at [[7 p.m.]]", "2024-03-18T19:00", _P),
            Example(
                "It burned at 11 p.m. Monday. It was out at [[2 a.m.]]", "2024-03-19T02:00", _P
            ),
            Example("It burned Monday night. It was out at [[2 a.m.]]", "2024-03-19T02:00", _P),
            Example("It burned Wednesday night. It began at [[2 a.m.]]", "2024-03-20T02:00", _P),
            Example("It fell on Jan. 8. It was down at [[0915 GMT]].", "2024-03-20T09:15", _P),
            Example("It is shut from 8 p.m. to [[5 a.m.]] from now on.", "2024-03-21T05:00", _P),
            Example("He left at 9 p.m. and was due at [[11 p.m.]]", "2024-03-20T23:00", _P),
            Example("It was shut by [[4 p.m.]] That night it burned.", "2024-03-20T16:00", _P),
            Example("It is shut until [[at least midday]].", "2024-03-20T12:00", _P),
            Example("They will meet on Friday. Doors open at [[3 p.m.]]", "2024-03-22T15:00", _P),
            Example(
                "A mill burned Monday. On Tuesday it was sold. The fire began at [[7 p.m.]]",
                "2024-03-18T19:00",
                _P,
            ),
        ),
        no=(
            "They won Friday 3:12 to go.",
            "They won 2:10 on aggregate.",
            "The men scored 3:12 there.",
        ),
    ),
)
