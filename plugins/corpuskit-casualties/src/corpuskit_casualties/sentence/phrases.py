"""Phrases: victims' noun phrases, with or without a count, and the nouns that only look like it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import Literal, NamedTuple

from corpuskit_casualties.sentence.counts import Count, counts_in
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import cue

__all__ = ["Head", "Phrase", "agrees", "phrases_in"]

Head = Literal["people", "thing", "unknown", "none"]

_ADJECTIVES = 3  # words before the noun of a headline, at most
_RUN = 8  # words between a count and its noun
_PRONOUNS = frozenset(("them", "whom", "us", "these", "those", "which"))
_BEGINS = frozenset(("det", "'s", "N", "n"))
_NO_NOUNS = frozenset(("more", "such", "late"))
_NO_HEADS = frozenset(("adv", "day", "'s", "T", "det"))
_MODIFIERS = frozenset(("w", "n", "x", "N", "X", "'s", "adv", "numw", "day", "T", "det"))
_PEOPLE = frozenset(("N", "n"))
_DETERMINING = frozenset(("det", "'s"))
_DESCRIBING = frozenset(("w", "x", "'s"))
_COMPOUNDS = frozenset(("w", "x", "n"))
_GOES_ON = frozenset(("w", "x", "n", "N", "'s"))


class Phrase(NamedTuple):
    """Words [first, last) of a line: a count, its victims, or both.

    Attributes:
        count: None for "a soldier" and "the soldiers".
        noun: index of the head noun, or None ("10 dead", "eight were hurt").
        head: whether the noun means people, something else, or nobody knows.
        plural: of the noun.
        determined: begins with an article or an owner.
        name: a single victim's name, all of it.
        bare: one person without an article, in a headline.
        inner: the count inside "one of 26 people".
    """

    first: int
    last: int
    count: Count | None = None  # type: ignore[assignment]  # it hides how tuples count
    noun: int | None = None
    head: Head = "none"
    plural: bool = True
    determined: bool = False
    inner: Phrase | None = None
    name: bool = False
    bare: bool = False

    @property
    def victims(self) -> bool:
        """Whether it can be victims at all."""
        return self.head != "thing"

    @property
    def one_of(self) -> Phrase | None:
        """The group in "one of the 20 pupils", else None."""
        return self.inner if self.count is not None and self.count.single else None

    @property
    def one_or_more_of(self) -> bool:
        """Whether it is a part of a group that has no count: "three of the hostages"."""
        return self.inner is not None and self.inner.count is None

    @property
    def people(self) -> bool:
        """Whether its noun means people."""
        return self.head == "people"


def agrees(line: Line, phrase: Phrase, number: int) -> bool:
    """Whether a verb for one (1) or several (2) can have this subject; 0 goes with all."""
    count = phrase.count
    if number == 0 or (count is not None and (count.zero or count.low is None)):
        return True
    if count is None:
        return phrase.plural == (number == 2)
    one = count.low == 1 and count.high in (1, None)
    return one == (number == 1) or (number == 1 and _is_group(line, phrase))


def _is_group(line: Line, phrase: Phrase) -> bool:
    """As in "a family of five", "a Velm couple", "a group of six men": a verb for one goes with
    it."""
    words = line.words[phrase.first : phrase.last]
    return (words[0] in ("a", "an") and "of" in words) or "couple" in words


def phrases_in(line: Line) -> dict[int, Phrase]:
    """Phrases by the index of their first word; none overlaps another."""
    counts = counts_in(line)
    found: dict[int, Phrase] = {}
    begins: Iterable[int] = counts
    if "N" in line.tags or "n" in line.tags:
        nouns = compress(range(line.size), map(_PEOPLE.__contains__, line.tags))
        begins = sorted({*counts, *nouns})
    after, earlier = 0, None
    for index in begins:
        if index < after:
            continue
        count = counts.get(index)
        if count is None:
            phrase = _uncounted(line, index, after)
        else:
            phrase = _counted(line, count, counts)
            if earlier is not None and earlier.head == "unknown" and phrase.head == "people":
                _share_noun(line, found, earlier, phrase)
        if phrase is not None:
            found[phrase.first] = earlier = phrase
            after = phrase.last
    return found


def _share_noun(line: Line, found: dict[int, Phrase], earlier: Phrase, phrase: Phrase) -> None:
    """As in "12 Danish and 11 French sailors": the first count has the noun of the second."""
    if earlier.count is None:
        return
    between = line.words[earlier.last : phrase.first]
    if between == ["and"] and earlier.noun == earlier.count.last == earlier.last - 1:
        found[earlier.first] = earlier._replace(head="people")


def _counted(line: Line, count: Count, counts: dict[int, Count]) -> Phrase:
    last, inner = count.last, None
    if line.words[last - 1] == "of" and line.words[last] in _PRONOUNS:
        last -= 1  # "scores of them"
    if line.words[last] == "of" or (line.words[last] == "out" and line.words[last + 1] == "of"):
        inner = _after_of(line, last + 1 + (line.words[last] == "out"), counts)
        if inner is not None:
            left = _all_but(line, count, inner)
            if left is not None:
                return inner._replace(first=left.first, count=left)
            last = inner.last
            if count.vague and inner.plural and inner.people and line.words[last] == "and":
                last = _with_second_noun(line, last)  # "dozens of women and children"
            return inner._replace(
                first=count.first, last=last, count=count, inner=inner, determined=True
            )
    noun, head, plural = _noun(line, last, count)
    if noun is None:
        if line.words[last] == "more":
            last += 1
        return Phrase(count.first, last, count, None, "none", True, count.definite)
    last = _with_members(line, noun) if line.words[noun + 1] == "of" else noun + 1
    if plural and head == "people" and line.words[last] == "and":
        last = _with_second_noun(line, last)
    return Phrase(count.first, last, count, noun, head, plural, count.definite)


def _all_but(line: Line, count: Count, group: Phrase) -> Count | None:
    """As in "all but three of the 40 passengers": the other 37."""
    before, whole = count.first - 1, group.count
    if line.words[before] not in cue("sparing") or line.words[before - 1] != "all":
        return None
    if whole is None or not (whole.exact and count.exact and whole.low and count.low):
        return None
    left = whole.low - count.low
    if left < 1:
        return None
    return whole._replace(first=before - 1, low=left, best=left, high=left)


def _with_second_noun(line: Line, last: int) -> int:
    """As in "400 soldiers and officers", "six reporters and aid workers": one count, two nouns."""
    noun = last + 1
    while noun <= last + 2 and line.tags[noun] in ("w", "x") and line.words[noun][-2:] != "ed":
        noun += 1
    if line.tags[noun] != "N":
        return last
    while _describes(line, noun):
        noun += 1  # "17 firefighters and police officers"
    return _with_members(line, noun)


def _after_of(line: Line, start: int, counts: dict[int, Count]) -> Phrase | None:
    word, plural = line.words[start], line.tags[start + 1] == "N"
    if word in _PRONOUNS and (word == "them" or not plural):
        last = start + (2 if plural else 1)
        return Phrase(first=start, last=last, noun=last - 1, head="people")
    skipped = start
    while line.tags[skipped] in ("det", "'s") and skipped not in counts:
        skipped += 1
    if skipped in counts:
        return _counted(line, counts[skipped], counts)
    determined = skipped > start
    if line.tags[skipped] == "T" and line.tags[skipped + 1] in ("N", "n"):
        skipped += 1
    elif line.tags[skipped] == "T":
        return Phrase(
            first=start, last=skipped + 1, noun=skipped, head="people", determined=determined
        )
    noun, head, plural = _noun(line, skipped, None)
    if noun is None:
        return None
    if line.words[noun] in cue("group"):
        head = "people"  # "one of the gang"
    elif head == "unknown" and line.words[noun].endswith("est"):
        head = "thing"  # "the sect, one of the oldest": it describes
    return Phrase(
        first=start, last=_with_members(line, noun), noun=noun, head=head, plural=plural,
        determined=determined,
    )  # fmt: skip


def _noun(line: Line, start: int, count: Count | None) -> tuple[int | None, Head, bool]:
    """The head of the run that begins at `start`: its first noun of people, or its last word."""
    single = count is not None and count.low == 1 and count.high in (1, None)
    run: list[int] = []
    person, index = None, start
    while index < line.size and len(run) < _RUN:
        tag = line.tags[index]
        if tag in (",", "-") and run and _joins_adjectives(line, index):
            index += 1
            continue
        if tag not in _MODIFIERS and (run or not _describes_first(line, index)):
            break
        if tag == "T" and not _attributive(line, index):
            break
        if tag == "det" or (run and tag in ("adv", "numw")):
            break
        run.append(index)
        if tag == "N" or (tag == "n" and single):
            person = index
            if line.words[index + 1] == ":" and line.words[start - 2] == ":":
                return None, "none", True  # "dead: 192 guards: 12": the noun of the next item
            following = line.tags[index + 1]
            if following != "N" and not (single and following in ("n", "x")):
                break  # but "police officers", "union members", "one army soldier" go on
        elif tag == "n" and line.tags[index + 1] not in _MODIFIERS:
            person = index
        index += 1
    if person is not None:
        return person, "people", line.tags[person] == "N"
    return _other_noun(line, run)


def _describes_first(line: Line, index: int) -> bool:
    """As in "two working mothers", "nine convicted rebels", "three old men": a verb's form, or an
    age, that describes."""
    word, noun = line.words[index], line.tags[index + 1]
    if word == "old":
        return noun in _PEOPLE
    return line.tags[index] == "verb" and noun == "N" and word.endswith(("ed", "ing"))


def _joins_adjectives(line: Line, mark: int) -> bool:
    """As in "two young, unarmed men", "ten by - standers"."""
    if line.tags[mark] == "-":
        return line.tags[mark + 1] in ("w", "x", "n", "N")
    return line.tags[mark - 1 : mark + 2] == ["w", ",", "w"] and line.tags[mark + 2] in ("N", "n")


def _attributive(line: Line, index: int) -> bool:
    """As in "two wounded soldiers": a trigger that describes the noun after it."""
    if line.words[index + 1] in ("victims", "victim"):
        return True
    frames = {sense.form for sense in line.senses.get(index, ())}
    if not frames & {"ed", "ppl", ""}:
        return False
    if line.tags[index + 1] == "X" and line.known(index + 1).why == "animal":
        return True
    return line.tags[index + 1] in ("N", "n") or (
        line.tags[index + 1] in ("w", "x", "n") and line.tags[index + 2] == "N"
    )


def _other_noun(line: Line, run: list[int]) -> tuple[int | None, Head, bool]:
    while run and (line.tags[run[-1]] in _NO_HEADS or line.words[run[-1]] in _NO_NOUNS):
        run.pop()
    if not run:
        return None, "none", True
    for index in run:
        if line.tags[index] == "X":
            return index, "thing", True
    last = run[-1]
    if len(run) > 1 and line.words[last].endswith("ed") and line.tags[last + 1] == "det":
        last = run[-2]  # "the deaths of five Karnese shocked the town"
    if line.tags[last] == "x":
        return last, "thing", False
    if line.tags[last] == "n":
        return last, "people", False
    return last, "unknown", line.words[last].endswith("s")


def _with_members(line: Line, noun: int) -> int:
    """As in "members of that organization": the end of the phrase, its "of …" included."""
    last = noun + 1
    if line.words[last] != "of" or not line.known(noun).of:
        return last
    end = last + 1
    while line.tags[end] in ("det", "w", "'s", "x", "n", "N", "X"):
        end += 1
    while end - 1 > last and line.tags[end - 1] == "det":
        end -= 1
    return end if end - 1 > last else noun + 1


def _uncounted(line: Line, noun: int, after: int) -> Phrase | None:
    """As in "a soldier", "the Jesuits", "soldiers": up to its article or owner, not before word
    `after`."""
    tags, plural = line.tags, line.tags[noun] == "N"
    if _describes(line, noun):
        return None
    first = noun
    for at in range(noun - 1, max(after, noun - 6) - 1, -1):
        tag = tags[at]
        if tag in _BEGINS:
            first = at
            if tag == "det":
                break
        elif (
            tag not in _DESCRIBING
            and line.words[at] != "old"
            and not (tag == "T" and _attributive(line, at))
        ):
            break
    while first > after and tags[first - 1] in _DETERMINING:
        first -= 1
    determined = tags[first] in _DETERMINING or line.words[first - 1] == "whose"
    determined = determined or (first == noun == after + 1 and _shares_article(line, after))
    bare = not determined and not plural
    if bare:
        if not line.headline:
            return None
        first = _with_adjectives(line, noun, after)
    last = _with_members(line, noun) if line.words[noun + 1] == "of" else noun + 1
    two = line.words[noun] == "couple"  # "a Velm couple", "the couple"
    count = Count(first, last, 2, 2, 2, definite=True) if two else None
    return Phrase(first, last, count, noun, "people", plural, determined or bare, bare=bare)


def _shares_article(line: Line, conj: int) -> bool:
    """As in "the pilot and co-pilot", "a father and son"; "the singer and actor" is one."""
    one = conj - 1
    if line.words[conj] != "and" or line.tags[one] != "n" or line.tags[conj + 1] != "n":
        return False
    kin, crew = (line.words[conj + 1] in cue(use) for use in ("mourned", "afoot"))
    defined = line.tags[one - 1] in _DETERMINING
    return defined and (kin or (crew and line.words[one - 1] not in ("a", "an")))


def _with_adjectives(line: Line, noun: int, after: int) -> int:
    """Where "young Oru farmer" begins in a headline, whose articles are left out."""
    first, floor = noun, max(after, noun - _ADJECTIVES)
    while first > floor and line.tags[first - 1] in _COMPOUNDS:
        first -= 1
    return first


def _describes(line: Line, noun: int) -> bool:
    """As in "police officer", "a British mine expert": the head comes later."""
    following = line.tags[noun + 1]
    if line.tags[noun] == "n":
        told = following == "w" and line.words[noun + 1].endswith("ed")  # "a farmer shocked us"
        return following in _GOES_ON and not told
    one = line.words[noun] == "police" or line.words[noun - 1] in ("a", "an", "another")
    return following in _PEOPLE or (one and following in ("w", "x"))
