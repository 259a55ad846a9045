"""Dating: which date of a sentence is the event's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from corpuskit import DateMention, Interval, Span
from corpuskit.scan import Hit, Sentence
from corpuskit_events.cue import cue, either
from corpuskit_events.page import Days, Page, Passage
from corpuskit_events.rules.offsets import offset_in
from corpuskit_events.sentence.aside import told_of_a_person
from corpuskit_events.sentence.claims import (
    GOES_ON,
    LINKS,
    cost_of,
    ends_relative,
    has_later,
    is_of_saying,
    is_taken,
)
from corpuskit_events.sentence.reckoning import Dated, interval_of, reckoned_day

__all__ = ["date_of", "is_known", "passage_of"]

MOST = 24  # dates of one sentence that are looked at
BLAMING = (" of ", " for ", " with ", " over ")
LONGEST_BOUND = 24  # characters, white space with it
LONGEST_OFFSET = 20
LONGEST_BLAME = 40
LONGEST_SUBJECT = 90
FAR_OFF = 60

NOUNS = ("noun", "definite")
_DAYS = ("day", "time")
# Behind an aside another clause goes on: "already convicted, was found dead on Friday".
_RESUMED = re.compile(r",(?<!,,)\s(?:was|were|is|are|has|had|have|will|would)\b")
_LATER_ON = re.compile(r"\s(?:[\w-]+\s){1,2}(?:days|weeks|months|years)\s(?:later|after)\b")
_OBJECT = re.compile(r"\s(?:the|this|that|these|those)\s(?:[\w-]+\s)?")
_BY = re.compile(r"\sby\s(?:an?\s|the\s)?[a-z-]+")
_AIMED = re.compile(r"\s(?:on|against|at|outside|near)\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}[a-z-]+")
_RIGHT_BEHIND = re.compile(r"\s(?:(?:early|late)\s)?(?:on\s)?")


_OPENS = re.compile(
    r"\W*(?:in\s[^,]{1,40},\s)?(?:(?:the|this|that|these|those)\s|(?:[\w.-]+\s){0,3}[\w.-]+'s?\s)"
    r"(?:[\w-]+\s){0,2}"
)
_SAID = re.compile(r"\b(?:said|says|say|that)\s")


@attrs.frozen
class _Words:
    """Words of `lexicons/cues.tsv` as they stand beside a date.

    Attributes:
        since, when, opens: how what stands before a date ends, or behind it begins.
        joins: what stands between the two ends of a range.
        rose, later, aside, beside: what to look for on the way from a trigger to a date.
        guilty: what to look for on the way from a date to a noun.
        charged: for what somebody is blamed, before a deed.
        verb, finite: a verb of the past; and what a noun phrase has not.
    """

    since: tuple[str, ...]
    when: tuple[str, ...]
    opens: tuple[str, ...]
    joins: frozenset[str]
    rose: re.Pattern[str]
    later: re.Pattern[str]
    aside: re.Pattern[str]
    beside: re.Pattern[str]
    guilty: re.Pattern[str]
    charged: re.Pattern[str]
    verb: re.Pattern[str]
    finite: re.Pattern[str]


@cache
def _words() -> _Words:
    past = rf"was|were|has|have|had|is|are|will|would|\w+ed|{either('past')}"
    return _Words(
        since=tuple(f" {word}" for word in cue("since")),
        when=tuple(f"{mark} {word} " for word in cue("when") for mark in ("", ",")),
        opens=tuple(f"{word} " for word in cue("from")),
        joins=frozenset(f" {word} " for word in cue("to")),
        rose=re.compile(rf"\b{either('rose')}\b"),
        later=re.compile(rf"to(?<!\wto)\s{either('appear')}\b"),
        aside=re.compile(
            r",\s(?:[^,;]{1,60}\s)?(?:that|which|who|whose)\s" rf"(?!{either('happened')}\b)"
        ),
        beside=re.compile(  # possessive: one way to read each word, also where all are capitals
            rf"(?:\s|,|'s|\b{either('beside')}\b"
            r"|[A-Z][\w\u2019'-]*+)*"
        ),
        charged=re.compile(
            rf"\s(?:for|of|over|with)\s(?:\w+ly\s)?(?:{either('a hand')}\sin|\w+ing)\s"
        ),
        verb=re.compile(rf"\s(?:{past})\b"),
        finite=re.compile(rf"\s(?:{past}|that|who|which|to|and)\s"),
        guilty=re.compile(
            rf"\b{either('guilty')}\s(?:[\w-]+\s){{0,4}}(?:of|with|for|over|in)\s"
            r"(?:(?:the|an?|his|her|its|their|attempted)\s)*$"
        ),
    )


def date_of(
    page: Page,
    passage: Passage,
    days: Days,
    trigger: tuple[int, int],
    form: str,
    triggers: Sequence[tuple[int, int]],
    sayings: Sequence[tuple[int, int]] = (),
) -> Dated | None:
    """The date that the sentence gives the event at `trigger`, or None.

    Args:
        form: of the trigger; a "definite" noun points back and takes a date only at its side.
        triggers: verbs of the sentence, that may have a better claim to a date.
        sayings: verbs of saying; they claim a date only within their clause.
    """
    offset, mentions, tolls = days
    reckoned = reckoned_day(page, passage, days, offset, trigger[0], form) if offset else None
    if reckoned is not None:
        return reckoned
    if form == "definite":
        for m in mentions:
            if _within_subject(page.folded, passage.told, m.span, trigger, triggers):
                return Dated(interval_of(m), m.span)
        mentions = _beside(page, mentions, trigger, (*triggers, *sayings))
    if not mentions:
        return None
    folded = page.folded
    rivals = [t for t in (*triggers, *tolls) if t != trigger]
    cues = [
        verb
        for verb in (*sayings, *page.cues_in(passage.start, passage.end))
        if not verb[0] <= trigger[0] < verb[1]
    ]
    had = folded.endswith("had ", 0, trigger[0])
    best: tuple[int, DateMention] | None = None
    for mention in mentions:
        span = mention.span
        if offset is not None and span.start < offset.end and offset.start < span.end:
            continue
        if _is_of_another(page, passage.start, mention, trigger, form):
            continue
        if told_of_a_person(folded, passage.start, mention, trigger[0]):
            continue
        linked = folded.startswith(LINKS, span.end)
        if linked and has_later(folded, span, trigger, mentions, rivals):
            continue
        if form in NOUNS and span.end < trigger[0] and is_of_saying(folded, span, cues):
            continue
        if form == "definite" and _of_its_verb(folded, span, trigger, (*rivals, *cues)):
            continue
        cost = cost_of(folded, span, trigger)
        if best is not None and cost >= best[0]:
            continue
        if span.start > trigger[1] and rivals:
            rivals = _claimants(folded, passage.start, mention, trigger, rivals)
        if is_taken(folded, span, trigger, rivals, cues, cost):
            continue
        if had and any(span.end <= start < trigger[0] for start, _ in cues):
            continue  # "on Sunday he said that they had signed"
        best = (cost, mention)
    if best is None:
        return None
    return Dated(_stretch(folded, best[1], mentions), best[1].span)


def _beside(
    page: Page,
    mentions: Sequence[DateMention],
    noun: tuple[int, int],
    verbs: Sequence[tuple[int, int]],
) -> list[DateMention]:
    """Those of the dates that stand at a noun's side, or behind whom it is about."""
    return [
        m
        for m in mentions
        if _attached(page.raw, m.span, noun) or _is_of_whom(page.folded, m.span, noun, verbs)
    ]


def _claimants(
    folded: str,
    first: int,
    mention: DateMention,
    trigger: tuple[int, int],
    rivals: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The rivals without those that leave a date behind the trigger to others."""
    found = [r for r in rivals if not ends_relative(folded, first, mention.span, r)]
    if mention.precision in _DAYS:
        return found
    return [r for r in found if not _is_charged(folded, r[1], trigger[0], mention.span)]


def _is_charged(folded: str, verb_end: int, deed: int, date: Span) -> bool:
    """Whether a verb before a deed tells who is blamed for it, and so the date is the deed's:
    "accused him of a role in the killing of two in May"."""
    return (
        verb_end < deed < date.start and _words().charged.search(folded, verb_end, deed) is not None
    )


def _stretch(folded: str, mention: DateMention, others: Sequence[DateMention]) -> Interval | None:
    """The days of a mention, and where it opens a range up to the other's: "from 3 to 9 May"."""
    words, first = _words(), interval_of(mention)
    begin = first.start if first is not None else None
    if first is None or begin is None or not folded.endswith(words.opens, 0, mention.span.start):
        return first
    for other in others:
        if folded[mention.span.end : other.span.start] in words.joins:
            last = interval_of(other)
            if last is not None and last.start is not None and last.start > begin:
                return Interval(begin, last.end, first.precision)
    return first


def _is_of_another(
    page: Page, first: int, mention: DateMention, trigger: tuple[int, int], form: str
) -> bool:
    """Whether the words beside a date give it to something else than the trigger."""
    folded, span, end, words = page.folded, mention.span, trigger[1], _words()
    comma = span.start > end and folded.find(",", end, span.start) >= 0
    if span.start > end:
        if words.later.search(folded, end, span.start):
            return True  # "remanded to appear in court on Monday"
        if mention.precision not in _DAYS and words.charged.search(folded, end, span.start):
            return True  # "jailed for taking bribes from 2012 to 2016"
        if comma and words.aside.search(folded, end, span.start):
            return True  # "raids on the Front, a militia that split off in 2019"
        since = folded.rfind(" since ", end, span.start)
        if since >= 0 and folded.find(",", since, span.start) < 0:
            return True  # "killed since fighting resumed on June 2"
    elif folded.startswith(" of ", span.end) and folded.find(" and ", span.end, trigger[0]) < 0:
        return True  # "at the funeral on Monday of a clerk shot by guards"
    elif (
        _is_later(folded, span, trigger)
        or _is_blamed(folded, span, trigger, form)
        or (form in ("ed", "s") and ends_relative(folded, first, span, trigger))
    ):
        return True
    beside = form in NOUNS and _attached(page.raw, span, trigger)
    if folded.startswith("'s ", span.end) and not beside:
        return True  # "before Tuesday's vote"
    return comma and _RESUMED.search(folded, end + 1, span.start) is not None


def _is_later(folded: str, date: Span, trigger: tuple[int, int]) -> bool:
    """Whether a deed was done after a date: "seized in May and freed two weeks later"."""
    if not folded.startswith(LINKS, date.end):
        return False
    link = GOES_ON.fullmatch(folded, date.end, trigger[0])
    later = link is not None and link["later"] is not None
    return later or _LATER_ON.match(folded, trigger[1]) is not None


def _is_blamed(folded: str, date: Span, trigger: tuple[int, int], form: str) -> bool:
    """Whether a day before a deed is that on which somebody was blamed for it."""
    if form == "ing":
        return folded.endswith(BLAMING, date.end, trigger[0])
    if form not in NOUNS or trigger[0] - date.end > LONGEST_BLAME:
        return False
    return _words().guilty.search(folded, max(0, date.end - LONGEST_BLAME), trigger[0]) is not None


def _of_its_verb(
    folded: str, date: Span, noun: tuple[int, int], verbs: Sequence[tuple[int, int]]
) -> bool:
    """Whether a day behind a noun can be that of its verb: "condemned the attack on Sunday"."""
    if date.start < noun[1] or _RIGHT_BEHIND.fullmatch(folded, noun[1], date.start) is None:
        return False
    return any(is_known(folded, end, noun[0]) for _, end in verbs if end < noun[0])


def is_known(folded: str, verb_end: int, noun: int) -> bool:
    """Whether a noun is what the verb before it is about, and known: "rejected the proposal"."""
    return _OBJECT.fullmatch(folded, verb_end, noun) is not None


def passage_of(page: Page, sentence: Sentence, hits: Sequence[Hit]) -> Passage:
    """A sentence with what it tells of time."""
    passage = Passage(page.scan, sentence, hits)
    passage.days = _days_of(page, passage)
    return passage


def _days_of(page: Page, passage: Passage) -> Days | None:
    start, end = passage.start, passage.end
    dates = page.dates_in(passage.told, end)
    counted = page.counted(start, end) if page.counted else ()
    if not (dates or counted):
        return None
    folded, words = page.folded, _words()
    mentions = [
        m
        for m in dates[:MOST]
        if not _bounds(folded, start, m) or folded.startswith(words.when, m.span.end)
    ]
    offset = None
    if counted:
        first, last = counted[0] - LONGEST_OFFSET, counted[-1] + LONGEST_OFFSET
        offset = offset_in(folded, max(start, first), min(end, last))
    if not mentions and offset is None:
        return None
    tolls = _toll_verbs(folded, passage.sentence) if mentions else ()
    return Days(offset, mentions, tolls)


def _bounds(folded: str, start: int, date: DateMention) -> bool:
    """Whether a date only bounds a time: "killed since last October"; "before dawn on Friday" is
    a time itself."""
    at = date.span.start
    before = f" {folded[max(start, at - LONGEST_BOUND) : at]}".rstrip()
    if date.type == "TIME" and before.endswith("before"):
        return False
    return before.endswith(_words().since)


def _toll_verbs(folded: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Verbs that date a count and not the event: "the toll rose to 13 on Friday"."""
    toll = folded.find("toll", sentence.start, sentence.end)
    if toll < 0:
        toll = folded.find("number of ", sentence.start, sentence.end)
    if toll < 0:
        return []
    return [(m.start(), m.end()) for m in _words().rose.finditer(folded, toll, sentence.end)][:MOST]


def _attached(raw: str, date: Span, trigger: tuple[int, int]) -> bool:
    """Whether a date belongs to a noun: "Saturday's attack", "the attack in Karn on Saturday"; a
    day of the calendar also behind what was hit: "the attack on a hotel in Karn on 3 May"."""
    if date.end <= trigger[0]:
        gap = raw[date.end : trigger[0]]
        return len(gap) <= 24 and gap[:2] in ("'s", "\u2019s", " ") and gap.count(" ") <= 3
    gap = raw[trigger[1] : date.start]
    if len(gap) > 90:
        return False
    if _words().beside.fullmatch(gap) is not None:
        return True
    aimed = _BY.match(gap)  # "the attack by rebels on Friday"
    if aimed is None and any(map(str.isdigit, raw[date.start : date.end])):
        aimed = _AIMED.match(gap)
    return aimed is not None and _words().beside.fullmatch(gap, aimed.end()) is not None


def _is_of_whom(
    folded: str, date: Span, noun: tuple[int, int], verbs: Sequence[tuple[int, int]]
) -> bool:
    """Whether a date stands behind whom a noun is about, and the noun is no verb's object: "after
    the expulsion of three diplomats on Sunday", not "demanded the release of nine on Sunday"."""
    if not folded.startswith(" of ", noun[1]) or not noun[1] < date.start < noun[1] + FAR_OFF:
        return False
    gap = folded[noun[1] : date.start]
    words = gap.split()
    if "," in gap or not cue("clause").isdisjoint(words):
        return False
    if any(word.endswith(("ed", "ing")) for word in words):
        return False
    return not any(is_known(folded, end, noun[0]) for _, end in verbs if end < noun[0])


def _within_subject(
    folded: str,
    first: int,
    date: Span,
    noun: tuple[int, int],
    verbs: Sequence[tuple[int, int]],
) -> bool:
    """Whether a date is a part of the subject that a noun heads: "The arrest of a mayor in Karn on
    Sunday led to"; "The raid angered Karn on Sunday" is another."""
    if not noun[1] < date.start < noun[1] + LONGEST_SUBJECT:
        return False
    words = _words()
    if words.verb.match(folded, date.end) is None:
        return False
    for said in _SAID.finditer(folded, max(first, noun[0] - LONGEST_SUBJECT), noun[0]):
        first = said.end()  # "police said the attack on"
    if _OPENS.fullmatch(folded, first, noun[0]) is None:
        return False
    if any(noun[1] <= start < date.start for start, _ in verbs):
        return False
    gap = folded[noun[1] : date.start]
    return "," not in gap and words.finite.search(gap) is None
