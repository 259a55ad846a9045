"""Context: what a count covers, and who vouches for it."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from corpuskit import CasualtyScope, CasualtyStatus
from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import Link
from corpuskit_casualties.words import lexicon

__all__ = ["is_part", "scope_of", "status_of"]

_MONTHS = "january february march april may june july august september october november december"
_BY_MONTH = [[month] for month in _MONTHS.split()]
_YEARS = " ".join(map(str, range(1900, 2100)))
_NEAR = 50
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|recent)"
_PERIOD = r"(?:days|weeks|months?|years?|decades?)"
_LONG = frozenset(
    "war conflict insurgency uprising crackdown riots violence unrest offensive".split()
)
_THINGS = frozenset(("x", "X"))
_DAYS = frozenset(("days", "weeks"))
_SUPERLATIVES = frozenset("deadliest worst bloodiest biggest largest first highest most".split())
_APART = frozenset("separate previous earlier various different numerous other isolated".split())
_KILLINGS = frozenset("murders killings assassinations executions homicides lynchings".split())
_SINCE = frozenset("start beginning year years month week war conflict coup outbreak".split())
_ATTACKS = frozenset(
    "attacks clashes incidents bombings raids operations riots encounters explosions blasts "
    "accidents shootings strikes battles".split()
)


@cache
def _periods() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Words that say that a period is told of, each with those of which it holds one."""
    rows = (
        (_YEARS, r"in (?<!\win )(?:19|20)\d\d\b"),
        (_MONTHS, rf"in (?<!\win )(?:{_MONTHS.replace(' ', '|')})(?! \d)(?= \d\d\d\d\b|[\s,.;]|$)"),
        (
            "year years year's years' month months month's months' week weeks week's weeks' days "
            "days' decades day hours",
            r"\b(?:so far this (?:year|month|week)|this (?:year|month)\b|"
            rf"in recent {_PERIOD}|(?:months|years|weeks|decades) of\b|(?:every|each) year|"
            r"(?:over|in|during|for|within|of) the (?:past|last|previous|recent) (?:[\w-]+ )?"
            rf"(?:{_PERIOD}|day|(?:\d+|twenty-four) hours)|last year\b|"
            r"(?:deadliest|bloodiest|worst) (?:month|year|week)|"
            rf"(?:in|over|during|lasted) (?:only |just |the first )?{_NUMBER} {_PERIOD}\b(?! old))",
        ),
        (
            " ".join(f"19{decade}0s 20{decade}0s 19{decade}0's" for decade in range(10)),
            r"\b(?:in|during|of) the (?:early |late |mid-?)?(?:19|20)\d0'?s\b",
        ),
        (
            "war conflict campaign insurgency offensive crackdown uprising rule regime "
            "dictatorship rebellion occupation intifada riots unrest strife",
            r"-year (?:[\w-]+ ){0,2}(?:war|conflict|insurgency|campaign|uprising|occupation)\b|"
            r"\b(?:during|throughout|in) (?:the|its|his|this|that) (?:[\w-]+ ){0,2}"
            r"(?:war|conflict|campaign|insurgency|offensive|crackdown|uprising|rule|regime|"
            r"dictatorship|rebellion|occupation|intifada)\b|"
            r"\b(?:during|throughout) the (?:riots|unrest|strife)\b",
        ),
        (
            "date course history statistics",
            r"\b(?:to date\b|(?:over|in) the course of|\d+.years? history|statistics)",
        ),
    )
    return tuple((frozenset(words.split()), re.compile(cue)) for words, cue in rows)


@cache
def _cues() -> frozenset[str]:
    """One of these stands in every sentence that tells of more than one event."""
    return _DAYS.union(_ATTACKS, _LONG, ("since",), *(words for words, _ in _periods()))


def scope_of(reading: Reading, link: Link) -> CasualtyScope:
    """Whether a count covers one event, or several or a period."""
    line, count = reading.line, link.phrase.count
    if count is not None and (count.zero or count.single):
        return "event"
    if line.words[link.trigger] in _KILLINGS and link.rule == "casualties.deaths":
        return "event" if count is not None and (count.low or 0) < 3 else "cumulative"
    if _cues().isdisjoint(line.vocabulary):
        return "event"
    if _in_period(reading, link):
        return "cumulative"
    if link.kind == "missing":
        return "event"
    first, last = _window(reading, link)
    words = line.vocabulary if last - first == line.size else set(line.words[first:last])
    long = (
        ("since" in words and _since_cue(reading, link))
        or (not _DAYS.isdisjoint(words) and _days_of(reading, link))
        or (not _ATTACKS.isdisjoint(words) and _many_attacks(reading, link))
        or (not _LONG.isdisjoint(words) and _long_strife(reading, link))
    )
    return "cumulative" if long else "event"


def is_part(reading: Reading, link: Link) -> bool:
    """As in "two of the wounded men died", "of the eight victims, two were shot"."""
    line, inner, count = reading.line, link.phrase.inner, link.phrase.count
    if inner is not None and inner.determined and inner.noun is not None:
        told = range(
            inner.noun if count is not None and count.single else inner.first, inner.noun + 1
        )
        return any(at in line.senses and line.senses[at][0].form != "plain" for at in told)
    if count is None or line.words[0] != "of" or line.tags[1] != "det":
        return False
    comma = next((at for at in range(2, min(9, line.size)) if line.tags[at] == ","), line.size)
    if comma > link.phrase.first:
        return False
    return line.words[comma - 1] in ("victims", "casualties") or comma - 1 in line.senses


def _in_period(reading: Reading, link: Link) -> bool:
    line, (first, last) = reading.line, _window(reading, link)
    for words, period in _periods():
        if not words.isdisjoint(line.vocabulary):
            cue = period.search(line.folded, line.start(first), line.end(last - 1))
            if cue is not None and not _one_event(reading, link, cue):
                return True
    return False


def _window(reading: Reading, link: Link) -> tuple[int, int]:
    """The words [first, last) near a link that are looked at; most sentences are shorter."""
    first = min(link.phrase.first, link.trigger) - _NEAR
    last = max(link.phrase.last, link.trigger + 1) + _NEAR
    return max(0, first), min(reading.line.size, last)


def _one_event(reading: Reading, link: Link, cue: re.Match[str]) -> bool:
    """As in "killed two in an attack in May", "last year": the time only dates one event."""
    dated = cue.group().startswith("this ")  # "on 24 May this year"
    if dated and cue.string[max(0, cue.start() - 12) : cue.start()].split()[-1:] in _BY_MONTH:
        return True
    last = cue.group().split()[-1]
    if cue.group() != "last year" and (
        not cue.group().startswith("in ") or not (last in _MONTHS or last.isdecimal())
    ):
        return False
    line, (start, end) = reading.line, _window(reading, link)
    if any(line.tags[at] in _THINGS and line.known(at).why == "event" for at in range(start, end)):
        return True
    words = line.words[start:end]
    return _LONG.isdisjoint(words) and "alone" not in words


def _since_cue(reading: Reading, link: Link) -> bool:
    """As in "since January": after the count, or before it and apart by a comma."""
    line = reading.line
    for at in range(*_window(reading, link)):
        if line.words[at] != "since" or _SUPERLATIVES & set(line.words[max(0, at - 6) : at]):
            continue
        begun = at + 2 if line.words[at + 1] in ("early", "late", "mid") else at + 1
        if line.tags[begun] in ("#", "month", "day") or line.words[at + 1] == "last":
            return True
        after = line.words[at + 1 : at + 7]
        if _SINCE.isdisjoint(after) and not any(len(w) == 4 and w.isdigit() for w in after):
            continue  # "since a bomb went off", but "since it was founded in 1985"
        if at >= min(link.phrase.last, link.trigger):
            return at - max(link.phrase.last, link.trigger) < 14
        return "," in line.words[at : link.phrase.first] and not any(
            line.words[i] in ("which", "who") for i in range(at, link.phrase.first)
        )
    return False


def _days_of(reading: Reading, link: Link) -> bool:
    """As in "with two days of violence": strife that has gone on."""
    words = reading.line.words
    return any(
        words[at] in _DAYS
        and words[at + 1 : at + 2] == ["of"]
        and _LONG & set(words[at + 2 : at + 5])
        for at in range(*_window(reading, link))
    )


def _on_one_day(reading: Reading, first: int, last: int) -> bool:
    """As in "on Monday", "8 October", "today"."""
    tags = reading.line.tags
    return "day" in tags[first:last] or any(
        tags[at] == "month" and "#" in (tags[at - 1], tags[at + 1]) for at in range(first, last)
    )


def _many_attacks(reading: Reading, link: Link) -> bool:
    """As in "more than 150 attacks, which killed ...", "in separate raids"."""
    line, (first, last) = reading.line, _window(reading, link)
    one_day = _on_one_day(reading, first, last)
    for at in range(first, last):
        if line.words[at] not in _ATTACKS:
            continue
        phrase = reading.by_end.get(at + 1)
        count = phrase.count if phrase is not None else None
        if count is None and line.words[at - 1] in _APART:
            return True
        if count is not None and (count.low or 0) >= 3 and not one_day:
            return True
    return False


def _long_strife(reading: Reading, link: Link) -> bool:
    """As in "the war has killed ...", "the war killed ...": strife that lasts, in the perfect
    tense or as what kills, on no one day."""
    line = reading.line
    start, end = _window(reading, link)
    words = line.words[start:end]
    if _on_one_day(reading, start, end) or "today" in words or "yesterday" in words:
        return False
    first = min(link.phrase.first, link.trigger)
    verb = link.trigger if first == link.trigger else first - 1  # "killed 90", "left 90 dead"
    if line.words[reading.group(verb).start - 1] in _LONG:
        return True
    told = range(max(0, first - 4), max(link.trigger, first))
    return any(line.tags[at] == "have" and line.words[at] != "had" for at in told)


@cache
def _claims() -> dict[str, tuple[CasualtyStatus, str]]:
    rows = lexicon("claims").entries
    return {e.term: (e["status"], e["kind"]) for e in rows}  # type: ignore[misc]


@cache
def _saying() -> frozenset[str]:
    return frozenset((*_claims(), "according"))


def status_of(reading: Reading, link: Link) -> tuple[CasualtyStatus, tuple[int, int] | None]:
    """The status, and the words [first, last) of whoever says so, or None."""
    line = reading.line
    if _saying().isdisjoint(line.vocabulary):
        return "reported", None
    words, claims, first = line.words, _claims(), min(link.phrase.first, link.trigger)
    begin, end = _window(reading, link)
    saying = list(compress(range(begin, end), map(_saying().__contains__, words[begin:end])))
    for at in saying:
        if 0 < link.trigger - at <= 3 and _kind(words[at]) == "adverb":
            return "claimed", None
    for at in reversed(saying):
        if at >= first:
            continue
        if ";" in words[at + 1 : first]:
            break
        if words[at] == "according":
            if words[at + 1] == "to" and at + 1 < first:
                return "reported", _after_according(reading, at + 2)
        elif _kind(words[at]) == "verb" and not _is_other_claim(reading, at):
            return claims[words[at]][0], _before_verb(reading, at)
    return _said_after(reading, max(link.phrase.last, link.trigger + 1), saying)


def _status(word: str) -> str:
    """What a word of saying makes of what is said; "" for other words."""
    return _claims()[word][0] if word in _claims() else ""


def _kind(word: str) -> str:
    """Whether a word of saying is a verb, an adverb or "" (as in "according to")."""
    return _claims()[word][1] if word in _claims() else ""


_REPORTS = frozenset("reports claims claim statements allegations".split())


def _is_other_claim(reading: Reading, at: int) -> bool:
    """As in "claimed 79 lives", "claimed responsibility", "reports of": no saying."""
    line = reading.line
    if (at + 1 in reading.phrases or line.words[at + 1] == "the") and "lives" in line.words[
        at + 1 : at + 8
    ]:
        return True
    before = line.words[max(0, at - 3) : at]
    if line.words[at] in _REPORTS and any(_status(word) == "denied" for word in before):
        return True  # "rejected the reports that": the denial is what counts
    return (
        line.words[at + 1] in ("of", "responsibility", "credit")
        or line.tags[at - 1] in ("det", "be", "found")
        or line.words[at - 1] == "to"
    )


def _before_verb(reading: Reading, verb: int) -> tuple[int, int] | None:
    line = reading.line
    last = verb
    while last > 0 and line.tags[last - 1] in ("adv", "have", "day", "be"):
        last -= 1
    first = last
    while (
        first > 0
        and last - first < 10
        and line.tags[first - 1] in ("w", "n", "N", "x", "X", "det", "'s", "pron", "-")
    ):
        first -= 1
        if line.tags[first] in ("det", "pron"):
            break
    return (first, last) if first < last else None


def _after_according(reading: Reading, first: int) -> tuple[int, int] | None:
    line, last = reading.line, first
    while (
        last < line.size
        and last - first < 10
        and line.tags[last] in ("w", "n", "N", "x", "X", "det", "'s", "-")
    ):
        last += 1
    return (first, last) if first < last else None


def _said_after(
    reading: Reading, start: int, saying: list[int]
) -> tuple[CasualtyStatus, tuple[int, int] | None]:
    """As in "..., the army claimed." """
    line, words = reading.line, reading.line.words
    for at in saying:
        if at < start:
            continue
        if words[at] == "according":
            if words[at + 1] == "to":
                return "reported", _after_according(reading, at + 2)
        elif _kind(words[at]) == "verb" and "," in words[start:at]:
            span = _before_verb(reading, at)
            if span is not None and line.tags[span[0] - 1] == ",":
                return _claims()[words[at]][0], span
    return "reported", None
