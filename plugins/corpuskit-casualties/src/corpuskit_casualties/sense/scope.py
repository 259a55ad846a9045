"""Scope: whether a count covers one event, several or a period, or a part of a larger count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import pairwise

from corpuskit import CasualtyScope
from corpuskit_casualties.rules.base import Link
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import cue, known_words

__all__ = ["is_part", "scope_of"]

Tell = Callable[[Reading], bool]
"""Whether a sentence tells of several events or a period, where a certain word stands in it."""

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|recent)"
_OWN = frozenset(("its", "their", "his", "her"))
_SOME = ["of", "those"]
_OF_THEM = frozenset(("of them ,", "of those ,", "of these ,"))
_BACKGROUND = frozenset(("has", "have", "had", ";"))
_PERFECT = frozenset(("has", "have"))
_JOINED = frozenset(("and", ","))
_ASIDE = frozenset(("(", ",", "-"))
_FIRST_VERB = 12  # words between the two verbs of one subject
_RECORD = 60  # characters between "deadliest" and "this year"
_SPAN = r"(?:days|weeks|months?|years?|decades?)"


def scope_of(reading: Reading, link: Link) -> CasualtyScope:
    """Whether a count covers one event, or several or a period."""
    line, count = reading.line, link.phrase.count
    if count.high in (0, 1) if count is not None else not link.phrase.plural:
        return "event"
    if link.rule == "casualties.deaths" and any(
        sense.form == "acts"
        for sense in line.senses[link.trigger]  # "murders"
    ):
        return "event" if count is not None and (count.low or 0) < 3 else "cumulative"
    if reading.several is None:
        reading.several = _tells_of_several(reading)
    if reading.several:
        one = (
            _then(line, link)
            or _before_period(line, link)
            or _gone_since(line, link)
            or _behind_period(line, link)
            or _before_toll(reading, link)
        )
        return "event" if one else "cumulative"
    if link.rule == "casualties.number_of" and line.words[link.trigger + 1] == "in":
        year = line.words[link.trigger + 2]  # "the number of clerks slain in 2023"
        return "cumulative" if len(year) == 4 and year.isdigit() else "event"
    strife = not _strife().isdisjoint(line.vocabulary)
    return "cumulative" if strife and _long_strife(reading, link) else "event"


def _tells_of_several(reading: Reading) -> bool:
    told, asked = _tells(), set()
    for word in _telling() & reading.line.vocabulary:
        for tell in told[word]:
            if tell not in asked:
                if tell(reading):
                    return True
                asked.add(tell)
    return False


def _then(line: Line, link: Link) -> bool:
    """As in "since 2014, when gunmen seized 276 girls", "most recently on Monday, when a ferry sank
    and nine died": what happened on that day, or as the period began."""
    words, first, last = line.words, link.phrase.first, link.phrase.last
    first, last = min(first, link.trigger), max(last, link.trigger)
    if "when" not in line.vocabulary or "when" not in words[:first]:
        return False
    when = first - 1 - words[:first][::-1].index("when")
    dated = max(0, when - 5)
    if words[when - 1] != "," or not _BACKGROUND.isdisjoint(words[when:last]):
        return False
    since = "since" in words[dated:when]
    if not (since or "day" in line.tags[dated:when]):
        return False
    inside = since and line.triggers[0] < when  # "have died since May, when a mine, …": to the end
    for at in range(when, first):
        over = line.tags[at + 1] == "conj" if inside else not words[at + 1].endswith("ing")
        if over and words[at] == ",":
            return False
    # Not "the worst year since 2014, when".
    record = since and not cue("record").isdisjoint(words[max(0, dated - 3) : when])
    return not record and _strife().isdisjoint(words[when:])


def _before_period(line: Line, link: Link) -> bool:
    """As in "two drowned, the latest in a flood that has killed 90 since May", "two were hurt in
    Oru, which has been shut since May": the period is that of the clause behind."""
    if "since" not in line.vocabulary:
        return False
    between = line.words[max(link.phrase.last, link.trigger + 1) : line.words.index("since")]
    clauses = pairwise(between)
    return any(one in ("that", "which") and two in ("has", "have") for one, two in clauses)


def _behind_period(line: Line, link: Link) -> bool:
    """As in "the army, at war with rebels since May, said a raid killed two": the period is that of
    an insertion."""
    if "since" not in line.vocabulary:
        return False
    words, since = line.words, line.words.index("since")
    first = min(link.phrase.first, link.trigger)
    if since > first or "," not in words[since:first]:
        return False
    opener = since - 1
    while opener > 0 and words[opener] not in (",", ";"):
        opener -= 1
    aside = line.tags[opener + 1] in ("wh", "prep") or words[opener + 1] in ("which", "that")
    return opener > 0 and words[opener] == "," and aside and "T" not in line.tags[opener:since]


def _before_toll(reading: Reading, link: Link) -> bool:
    """As in "killed nine on Monday, pushing the toll over the past week to 90": the period is that
    of the toll."""
    line = reading.line
    for at in range(max(link.phrase.last, link.trigger + 1), line.size):
        if line.words[at] == "," and line.words[at + 1].endswith("ing"):
            toll = any(
                sense.frame == "toll"
                for index in range(at + 2, at + 7)
                for sense in line.senses.get(index, ())
            )
            if toll or "number" in line.words[at + 2 : at + 7]:
                periods = _telling() - cue("attacks")
                return periods.isdisjoint(line.words[:at]) and not _many_attacks(reading)
    return False


def _gone_since(line: Line, link: Link) -> bool:
    """As in "two divers missing since Monday": the day on which they vanished."""
    if link.kind != "missing" or "since" not in line.vocabulary:
        return False
    return line.tags[line.words.index("since") + 1] == "day"


def is_part(reading: Reading, link: Link) -> bool:
    """As in "two of the wounded men died", "of the eight victims, two were shot"."""
    line, inner, count = reading.line, link.phrase.inner, link.phrase.count
    if count is not None and line.words[link.phrase.last - 2 : link.phrase.last] == _SOME:
        return True  # "two of those who died"
    if inner is not None and inner.determined and inner.noun is not None:
        first = inner.noun if count is not None and count.single else inner.first
        told = (line.senses.get(at) for at in range(first, inner.noun + 1))
        return any(rows and rows[0].form != "plain" for rows in told)
    if count is not None and link.kind == "wounded" and _of_the_hurt(line, link):
        return True
    if count is None or line.words[0] != "of" or "," not in line.words[:9]:
        return False
    if line.phrase(0, 3) in _OF_THEM:
        return _is_grave(line, link)
    comma = line.words.index(",")
    victims = line.words[comma - 1] in ("victims", "casualties") or comma - 1 in line.senses
    return victims and comma < link.phrase.first


def _of_the_hurt(line: Line, link: Link) -> bool:
    """As in "nine wounded (three in critical condition)", "nine were hurt, five of them in critical
    condition"."""
    first, last = link.phrase.first, link.phrase.last
    some = link.phrase.noun is None or line.words[last - 2 : last] == ["of", "them"]
    if not (some and line.tags[first - 1] in _ASIDE and _is_grave(line, link)):
        return False
    told = line.triggers[: line.triggers.index(link.trigger)]
    return any(sense.kind == "wounded" for at in told for sense in line.senses[at])


def _is_grave(line: Line, link: Link) -> bool:
    """As in "Of them, nine are in critical condition": how badly some of the hurt are hurt."""
    term = line.senses[link.trigger][0].term
    return term.endswith("condition") or line.words[link.trigger - 1] in cue("badly")


@cache
def _tells() -> dict[str, tuple[Tell, ...]]:
    """Words of which one stands in every line that tells of more than one event; what to ask."""
    rows: tuple[tuple[Iterable[str], Tell], ...] = (
        *((words, partial(_in_period, re.compile(pattern))) for words, pattern in _periods()),
        (("since",), _since),
        (cue("attacks"), _many_attacks),
    )
    told: dict[str, tuple[Tell, ...]] = {}
    for words, tell in rows:
        for word in words:
            told[word] = (*told.get(word, ()), tell)
    return told


@cache
def _telling() -> frozenset[str]:
    return frozenset(_tells())


def _periods() -> Iterator[tuple[Iterable[str], str]]:
    """Words of which one stands in every period that a pattern reads, and the pattern."""
    war, rule, unrest = ("|".join(sorted(cue(use))) for use in ("war", "rule", "unrest"))
    months = "|".join(sorted(_months()))
    yield (
        map(str, range(1900, 2100)),
        r"in (?<!\win )(?:19|20)\d\d\b|\b(?:between|from) (?:19|20)\d\d (?:and|to) (?:19|20)\d\d\b",
    )
    yield (
        _months(),
        rf"in (?<!\win )(?:{months})(?=(?: \d{{4}})?\b(?! \d))|"
        rf"\bbetween (?:\d\d? (?:{months})|(?:{months})(?: \d\d?)?) and ",
    )
    yield (
        cue("span"),
        rf"\b(?:so far this (?:year|month|week)|this (?:year|month)\b|in recent {_SPAN}|"
        r"(?:quarter|period|half) of (?:the|this|last) year\b|"
        r"(?:months|years|weeks|decades|a week) of\b|(?:every|each) year|last year\b|"
        r"(?:(?:over|in|during|for|within|of) the|in(?= \w+ \d)) "
        r"(?:past|last|previous|recent) (?:[\w-]+ )?"
        rf"(?:{_SPAN}|day|week\b|(?:\d+|twenty-four) hours)|"
        r"(?:deadliest|bloodiest|worst) (?:month|year|week)|"
        rf"days of (?:[\w-]+ )?(?:{war}|{unrest})\b|"
        r"(?:in|over|during|lasted) (?:only |just |the first )?"
        rf"{_NUMBER} {_SPAN}\b(?! old))",
    )
    yield (
        [f"{decade}0{s}" for decade in range(190, 210) for s in ("s", "'s")],
        r"\b(?:in|during|of) the (?:early |late |mid-?)?(?:19|20)\d0'?s\b",
    )
    yield (
        (*cue("war"), *cue("rule"), *cue("unrest")),
        rf"-year (?:[\w-]+ ){{0,2}}(?:{war}|{rule})\b|"
        rf"\b(?:during|throughout) the (?:{unrest})\b|"
        rf"\b(?:during|throughout|in) (?:the|its|his|this|that) (?:[\w-]+ ){{0,2}}"
        rf"(?:{war}|{rule})\b",
    )
    yield (
        cue("history"),
        r"\b(?:to date\b|(?:over|in) the course of|\d+.years? history|statistics)",
    )


@cache
def _months() -> frozenset[str]:
    named = {word for word, known in known_words().items() if known.tag == "month"}
    return frozenset((*named, "may"))


@cache
def _strife() -> frozenset[str]:
    return cue("war") | cue("unrest")


def _in_period(period: re.Pattern[str], reading: Reading) -> bool:
    line = reading.line
    found = period.search(line.folded, *line.bounds)
    return found is not None and not _one_event(line, found.group(), found.start())


def _one_event(line: Line, period: str, at: int) -> bool:
    """As in "killed two in an attack in May", "on 24 May this year", "in one of the deadliest
    raids this year": it only dates one event."""
    before = line.folded[max(line.bounds[0], at - _RECORD) : at].split()
    if period.startswith("between ") and before[-1:] == ["night"]:
        return True
    if before[-1:] == ["of"] and before[-2:][0][0].isdecimal():
        return True  # "on the 9th of this month"
    best = {word for the, word in pairwise(before) if the == "the"}
    if period.startswith("this "):
        return _on_one_day(line) or not cue("record").isdisjoint(best)
    stretch = period.startswith(("in ", "over ")) and period[-1] == "s"
    if stretch and not best.isdisjoint(_ordinals()):
        return True  # "in the fourth such raid in nine days", "the worst in over ten years"
    last = period.rpartition(" ")[2]
    dated = period.startswith("in ") and (last in _months() or last.isdigit())
    if before[-2:] == ["so", "far"]:
        return False  # "so far in 2023"
    if dated or period == "last year":
        lasting = _strife() | cue("mishaps") | {"alone"}
        return lasting.isdisjoint(line.vocabulary)
    return False


@cache
def _ordinals() -> frozenset[str]:
    return cue("record") | cue("ordinal")


def _on_one_day(line: Line) -> bool:
    """As in "on Monday", "8 October", "today"."""
    tags = line.tags
    if "day" in tags or "today" in line.vocabulary or "yesterday" in line.vocabulary:
        return True
    months = [at for at, tag in enumerate(tags) if tag == "month" or line.words[at] == "may"]
    return any("#" in (tags[at - 1], tags[at + 1]) for at in months)


def _since(reading: Reading) -> bool:
    """As in "since January", "since it was founded in 1985", but not "since a bomb went off"."""
    line = reading.line
    at = line.words.index("since")
    after = line.words[at + 1 : at + 7]
    if not cue("record").isdisjoint(line.words[max(0, at - 8) : at]):
        return False
    if after[0] in cue("early"):
        after = after[1:]
    return (
        line.tags[at + 1] in ("#", "day")
        or after[0] in ("last", "then")
        or after[0].removeprefix("mid-") in _months()
        or not cue("since").isdisjoint(after)
        or _broke_out(line, at)
        or any(len(word) == 4 and word.isdigit() for word in after)
    )


def _broke_out(line: Line, since: int) -> bool:
    """As in "since fighting resumed", "since they launched their campaign", but not "since clashes
    in which", "since a man shot at protests"."""
    words, told = line.words, cue("broke out")
    for at in range(since + 1, min(since + 9, line.size)):
        owned = words[at] in told and not _OWN.isdisjoint(words[max(since, at - 4) : at])
        if owned or (words[at] in told and at < since + 4):
            return owned or line.tags[at + 1] not in ("prep", "n", "N")
    return False


def _many_attacks(reading: Reading) -> bool:
    """As in "more than 150 attacks, which killed ...", "in separate raids"."""
    line = reading.line
    for at, word in enumerate(line.words):
        if word in cue("attacks"):
            phrase = reading.by_end.get(at + 1)
            count = phrase.count if phrase is not None else None
            if count is None and line.words[at - 1] in cue("apart"):
                return True
            if count is not None and (count.low or 0) >= 3 and not _on_one_day(line):
                return True
    return False


def _long_strife(reading: Reading, link: Link) -> bool:
    """As in "the war has killed ...", "the war killed ...": strife that lasts, in the perfect
    tense or as what kills, on no one day."""
    line, first = reading.line, min(link.phrase.first, link.trigger)
    if _on_one_day(line) and not _began_long_ago(line):
        return False
    if line.words[reading.cause(first)] in _strife():
        return True
    joined = not _JOINED.isdisjoint(line.words[max(0, first - 2) : first])
    reach = _FIRST_VERB if joined else 4  # "has killed many and displaced"
    return not _PERFECT.isdisjoint(line.words[max(0, first - reach) : max(link.trigger, first)])


def _began_long_ago(line: Line) -> bool:
    """As in "the war, which began on 15 April 2023, has killed ...": the day has a year."""
    began = (at for at, word in enumerate(line.words) if word in cue("began"))
    return any(
        word.isdigit() and len(word) == 4 for at in began for word in line.words[at : at + 7]
    )
