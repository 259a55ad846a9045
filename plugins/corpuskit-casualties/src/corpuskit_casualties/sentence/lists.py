"""Lists: the phrases that are coordinated with one: "two soldiers, a driver and three boys"."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.sentence.sources import saying
from corpuskit_casualties.words import cue

__all__ = [
    "bare_noun",
    "before_aside",
    "by_comma",
    "ellipsis",
    "first_noun",
    "inserted",
    "list_from",
    "list_left",
    "list_right",
]

_PLACE = frozenset(
    ("w", "det", "prep", "x", "X", "n", "N", "'s", "month", "day", "subprep", ".")
)  # and the point of a short form: "Sgt. Roe"
_MODIFYING = frozenset(("prep", "wh", ",", "(", "-"))
_VERBS = frozenset(("be", "have", "verb", "modal", "found", "do"))
_AT = frozenset(("in", "at", "near", "on"))
_LONGEST_ASIDE = 14  # words between two commas
_AND = frozenset(("and", "&", "plus"))
_OPENS = frozenset(("including", "among"))
_LINKS = frozenset(("as well as", "along with", "together with", "in addition to"))
_LINK_BEGINS = frozenset(link.partition(" ")[0] for link in _LINKS)
_LINK_ENDS = frozenset(link.rpartition(" ")[2] for link in _LINKS)


def list_right(reading: Reading, phrase: Phrase, verb: int = -1) -> Iterator[Phrase]:
    """Phrases coordinated after `phrase`: "two soldiers, a driver and three boys".

    Args:
        verb: where a verb begins that is not the list's own, but that of what holds it.
    """
    seen = phrase
    while True:
        following = _next(reading, seen.last)
        if following is None and seen.last <= reading.last_bare:
            following = _after_place(reading, seen.last)
        if following is None and reading.line.tags[seen.last] == "," and reading.line.has_case:
            following = _after_name(reading, seen.last)
        if following is None or (following.last != verb and _has_own_verb(reading, following)):
            return
        if _is_apart(reading, seen, following) or _says(reading, following):
            return
        if following.victims and (following.head != "unknown" or following.count is not None):
            yield following
        seen = following


def list_from(reading: Reading, start: int) -> Iterator[Phrase]:
    """The list whose first item, at word `start`, is a name and no phrase."""
    following = _next(reading, start)
    if following is None or _has_own_verb(reading, following):
        return
    tags = reading.line.tags
    joined = tags[reading.start(following) - 1] == "conj"
    if tags[start : start + 2] == ["n", ","] and following.count and following.people:
        joined = True  # the headline "Gunmen kill mayor, two guards"
    if joined or _next(reading, following.last) is not None:
        yield following
        yield from list_right(reading, following)


def list_left(reading: Reading, phrase: Phrase) -> Iterator[Phrase]:
    """Phrases coordinated before `phrase`: "five policemen and a civilian" were killed."""
    line, seen, joined = reading.line, phrase, False
    while phrase.count is None or not phrase.count.zero:
        at = reading.start(seen) - 1
        for size in (2, 3) if line.words[at] in _LINK_ENDS else ():
            if line.phrase(at - size + 1, at + 1) in _LINKS:
                at, joined = at - size, True
        if line.words[at] in _AND:
            at, joined = at - 1, True
        if not joined:
            return
        if line.tags[at] == ",":
            at = min(before_aside(reading, at + 1), at) - 1
        elif line.tags[at] == ")" and "(" in line.tags[:at]:
            at = max(i for i in range(at) if line.tags[i] == "(") - 1
        earlier = reading.nearest(at, 0)
        if earlier is None or not reading.heads_list(earlier):
            return
        if earlier.last <= at and line.tags[earlier.last] not in _MODIFYING:
            return  # other words between than those that describe it
        yield earlier
        seen = earlier


def inserted(reading: Reading, phrase: Phrase, start: int) -> Iterator[Phrase]:
    """ "the monks, five Danes and one Pole, were": the rest of an insertion's list."""
    if reading.line.tags[start - 1] == "," and reading.line.tags[phrase.first - 1] == ",":
        yield from list_right(reading, phrase)


def ellipsis(reading: Reading, index: int) -> Iterator[Phrase]:
    """Bare counts after a verb: "seven were killed in Oru, two in Tarno and one at sea"."""
    at = index + 1
    while at <= reading.last_bare:
        following = _next(reading, at) or _after_semicolon(reading, at)
        led = following is None
        if following is None:
            following = _behind_place(reading, at)
        if following is None or following.noun is not None:
            return
        if not led and reading.line.words[following.last] not in _AT:
            return
        yield following
        at = following.last


def before_aside(reading: Reading, end: int) -> int:
    """As in "three doctors, including Roe, hurt", "nine, two of them boys, hurt", "a guard, Captain
    Ana Roe, 32, and": where what ends at word `end` ends without the insertion, or `end` if none
    stands there."""
    words, comma = reading.line.words, end - 1
    if words[comma] != ",":
        return end
    if reading.line.tags[comma - 1] == "#" and words[comma - 2] == ",":
        comma -= 2  # the age
    for at in range(comma - 1, max(comma - _LONGEST_ASIDE, 0), -1):
        if words[at] == ",":
            part = words[at + 2 : at + 4] == ["of", "them"] or words[at + 1] in _OPENS
            return at if part or _is_named(reading, at, comma) else end
    return end


def _is_named(reading: Reading, at: int, end: int) -> bool:
    """Whether one person stands before the comma at word `at`, and nothing but a name behind."""
    one = reading.by_end.get(at)
    if one is None or not (one.people and (one.count.single if one.count else not one.plural)):
        return False
    return all(reading.line.written(index)[0].isupper() for index in range(at + 1, end))


def by_comma(reading: Reading, phrase: Phrase) -> Iterator[Phrase]:
    """As in the headline "Three guards, a clerk killed": what stands first, or is said."""
    comma = reading.start(phrase) - 1
    if reading.line.tags[comma] != ",":
        return
    first = reading.by_end.get(comma)
    if first is None and comma == 1 and reading.line.tags[0] == "n":  # "Woman, two children hurt"
        yield first_noun()
    if first is None or not first.people or not (first.count or first.bare):
        return
    before = reading.line.words[reading.start(first) - 1]
    if before in ("", ":") or before in cue("speech"):
        yield first


def bare_noun(reading: Reading, end: int) -> Phrase | None:
    """The noun that ends before word `end` in the headline "2 officers, rebel chief dead": one more
    than those before it."""
    tags, at = reading.line.tags, end - 1
    if tags[at] != "n":
        return None
    while end - at < 4 and tags[at - 1] in ("w", "n", "x"):
        at -= 1
    one = Phrase(at, end, noun=end - 1, head="people", plural=False, determined=True, bare=True)
    return one if tags[at - 1] == "," and any(by_comma(reading, one)) else None


def first_noun(at: int = 0) -> Phrase:
    """The first word of a headline, without its article: "Man killed in raid"."""
    return Phrase(at, at + 1, noun=at, head="people", plural=False, determined=True, bare=True)


def _next(reading: Reading, at: int) -> Phrase | None:
    """The phrase joined by a comma or "and" to what ends before word `at`, past its place."""
    line, tags, phrases = reading.line, reading.line.tags, reading.phrases
    words, stop = line.words, min(at + 9, line.size)
    while at < stop:
        passed = phrases.get(at)
        if passed is not None and passed.count is None:
            at = passed.last  # "two clerks of the police and three boys"
            continue
        if passed is not None or tags[at] not in _PLACE:
            break
        if words[at] in _LINK_BEGINS and _link_width(reading, at):
            break
        at += 1
    if at in phrases:
        return None
    width = _link_width(reading, at)
    if not width:
        width = 1 if tags[at] == "," else 0
        if width and tags[at + 1] == "#" and tags[at + 2] == ",":
            width = 3  # "Ana Roe, 24, and two others": the age
        if words[at + width] in _AND or words[at + width] == "or":
            width += 1
        elif width:
            width += _link_width(reading, at + width)
    if not width or words[at + width] in cue("some of it"):
        return None
    found = reading.object_after(at + width - 1)
    none = found is not None and found.count is not None and found.count.zero
    return None if none else found  # "killed two men, and no judge was there"


def _link_width(reading: Reading, at: int) -> int:
    """How many words "as well as" and the like have at word `at`; 0 if none stands there."""
    if reading.line.words[at] in _LINK_BEGINS:
        for size in (3, 2):
            if reading.line.phrase(at, at + size) in _LINKS:
                return size
    return 0


def _after_place(reading: Reading, at: int) -> Phrase | None:
    """As in "three in Oru, southern Vale department, two in Tarno": past the place."""
    line = reading.line
    if line.words[at] not in _AT:
        return None
    commas = 0
    for index in range(at + 1, min(at + 12, line.size)):
        if line.tags[index] == ",":
            commas += 1
            phrase = _next(reading, index)
            if phrase is not None and commas > 1:
                return phrase if phrase.noun is None and line.words[phrase.last] in _AT else None
        elif line.tags[index] not in ("w", "x", "det", "prep"):
            return None
    return None


def _after_name(reading: Reading, comma: int) -> Phrase | None:
    """As in "a clerk, Ana Roe, and two guards": past the name behind the comma."""
    line = reading.line
    for at in range(comma + 2, min(comma + 6, line.size)):
        if line.words[at] == ",":
            return _next(reading, at) if _is_named(reading, comma, at) else None
    return None


def _after_semicolon(reading: Reading, at: int) -> Phrase | None:
    """As in "2,978 murders in 1988; 1,200 in 1987; and 1,000 in 1986"."""
    line, stop = reading.line, at + 7
    while at < stop and line.tags[at] in ("prep", "w", "#", "month"):
        at += 1
    if line.tags[at] != ";":
        return None
    return reading.phrases.get(at + (2 if line.words[at + 1] == "and" else 1))


def _behind_place(reading: Reading, at: int) -> Phrase | None:
    """As in "in Oru 12 died, in Tarno nine and in Bresk two": the place stands first."""
    line = reading.line
    while line.tags[at] in (",", ";", "conj"):
        at += 1
    if line.words[at] not in _AT or line.tags[at - 1] not in (",", ";", "conj"):
        return None
    for index in range(at + 2, min(at + 6, line.size)):
        phrase = reading.phrases.get(index)
        if phrase is not None and phrase.count is not None and phrase.noun is None:
            return phrase if line.tags[phrase.last] in (",", ";", ".", "", "conj") else None
        if line.tags[index] not in ("w", "x", "prep"):
            return None
    return None


def _is_apart(reading: Reading, seen: Phrase, following: Phrase) -> bool:
    """A comma alone does not join "the guards" to a list; nor "and" a bare "millions"."""
    mark = reading.line.tags[reading.start(following) - 1]
    count = following.count
    if count is None:
        return mark != "conj" and _next(reading, following.last) is None
    if following.people:
        return False
    if mark == "," and reading.line.words[following.last] not in _AT:
        return _next(reading, following.last) is None
    return bool(count.vague) and following.noun is None and seen.noun is not None


def _says(reading: Reading, phrase: Phrase) -> bool:
    """As in "killed six, a member of the council and a nurse said", "killed six and the mayor of
    Oru told": it is who says so, or the first of two who do."""
    line, at = reading.line, _past_place(reading.line, phrase.last)
    if line.words[at] in _AND:
        other = reading.object_after(at)
        at = _past_place(line, other.last) if other is not None else at
    return line.words[at] in saying() and line.tags[at + 1] != "T" and line.words[at + 1] != "to"


def _past_place(line: Line, at: int) -> int:
    """The word after "of the town" and the like, and after adverbs."""
    if line.tags[at] == "prep":
        at += 1
        while line.tags[at] in ("det", "w", "x", "n", "'s"):
            at += 1
    while line.tags[at] in ("adv", "day"):
        at += 1
    return at


def _has_own_verb(reading: Reading, phrase: Phrase) -> bool:
    """As in "killed the mayor, and three others were hurt": it begins a clause of its own."""
    tags, at = reading.line.tags, phrase.last
    if tags[at] in _VERBS:
        return True
    while tags[at] == "adv":
        at += 1
    if tags[at] == "T":  # "stabbed his brother and his aunt to death" is one verb
        return reading.line.senses[at][0].frame not in ("result", "hostage")
    return tags[at] in ("be", "have")
