"""Cast: whom an article names, and which of them a phrase names."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from operator import itemgetter

from corpuskit import Entity, Span
from corpuskit.scan import Entry, Lexicon
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as

__all__ = ["Cast", "Described", "Figure", "noun_before", "past_titles"]


class Figure:
    """Somebody who may speak; what takes a look at the text is found when asked for.

    Attributes:
        name: the fullest name the article gives, or the words of a mention that names nobody.
        kind: as `Entity.kind`; "people" for several, "document" for a text.
        id: the id of the `Entity`, or None.
    """

    id: str | None = None

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind

    @cached_property
    def roles(self) -> frozenset[str]:
        """Folded words of what the article calls them ("defense", "minister")."""
        return frozenset()

    @cached_property
    def gender(self) -> str | None:
        """`m` or `f` where a role or title tells it, else None."""
        for word in sorted(self.roles):
            for entry in speakers().get(word):
                if entry["gender"]:
                    return entry["gender"]
        return None


class Described(Figure):
    """Somebody whom the article gives no name: some tokens say who it is.

    Attributes:
        noun: the one that may stand for them later, as a singular; empty for several parties.
    """

    def __init__(self, tape: Tape, words: range, kind: str, noun: str = "") -> None:
        super().__init__(tape.text(words), kind)
        self._tape, self._words, self.noun = tape, words, noun

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(map(self._tape.word, self._words))


class _Known(Figure):
    """A figure of the Entity layer."""

    def __init__(self, tape: Tape, entity: Entity) -> None:
        self.name = entity.name
        self.kind = entity.kind
        self.id = entity.id
        self._tape = tape
        self._entity = entity

    @cached_property
    def roles(self) -> frozenset[str]:
        tape, entity = self._tape, self._entity
        if entity.kind != "person":
            return frozenset(_words(f"{entity.role or ''} {entity.name}"))
        roles = _nouns(_listed(entity.role or ""))
        if not roles:
            for span in entity.mentions[:_MAY_HAVE_ROLE]:
                roles |= _words_before(tape, tape.at(span.start))
                roles |= _words_behind(tape, tape.at(span.end - 1) + 1)
        return frozenset(roles)


Place = tuple[int, int, int]
"""Where a figure is mentioned, in offsets, and its number."""


class Cast:
    """The figures of one article, from the Entity layer or, without it, from capitals alone."""

    def __init__(self, tape: Tape, entities: Sequence[Entity] | None) -> None:
        found = _from_tape(tape) if entities is None else _from_entities(tape, entities)
        self._figures, self._named, self._referring = found
        self._named_at = list(map(_START, self._named))
        self._referring_at = list(map(_START, self._referring))

    def named(self, span: Span) -> list[Place]:
        """Named mentions that overlap a phrase, which stands at `span`."""
        return _overlapping(self._named, self._named_at, span)

    def referring(self, span: Span) -> list[Place]:
        """Pronouns and role nouns of the Entity layer that overlap a phrase."""
        return _overlapping(self._referring, self._referring_at, span)

    def figure(self, number: int) -> Figure:
        """The figure of a mention."""
        return self._figures[number]

    def called(self, words: Mapping[str, frozenset[str]], *, person: bool) -> list[Figure]:
        """Persons, or others, that the article calls by one of `words`, beside one of those that
        it maps to if there are some; in no certain order."""
        return [
            figure
            for figure in self._figures
            if (figure.kind == "person") == person
            and not figure.roles.isdisjoint(words)
            and any(
                word in figure.roles and not (beside and beside.isdisjoint(figure.roles))
                for word, beside in words.items()
            )
        ]

    def initialled(self, letters: str) -> Figure | None:
        """The person whose initials a label is, `AS: …`, or None."""
        for figure in self._figures:
            if figure.kind == "person" and figure.name != letters:
                words = figure.name.split()
                if len(words) > 1 and "".join(word[0] for word in words) == letters:
                    return figure
        return None

    def last_person(self, first: int, stop: int) -> Figure | None:
        """The person named last between two offsets, or None."""
        last = bisect.bisect_left(self._named_at, stop)
        for start, _, number in reversed(self._named[:last]):
            if start < first:
                return None
            if self._figures[number].kind == "person":
                return self._figures[number]
        return None

    def last_named(self, figure: Figure, span: Span) -> int:
        """Where a figure was named last before a phrase; -1 if only after it."""
        stop = bisect.bisect_left(self._named_at, span.start)
        for start, _, number in reversed(self._named[:stop]):
            if self._figures[number] is figure:
                return start
        return -1


def _overlapping(mentions: list[Place], starts: list[int], span: Span) -> list[Place]:
    begin = span.start
    low = bisect.bisect_left(starts, begin)
    high = bisect.bisect_left(starts, span.end, low)
    first = low - 2 if low > 2 else 0
    if first == low or max(mentions[first][1], mentions[low - 1][1]) <= begin:
        return mentions[low:high]
    return [place for place in mentions[first:high] if place[1] > begin]


Found = tuple[Sequence[Figure], list[Place], list[Place]]
"""Figures by their numbers, where they are named, and where they are meant without a name; in text
order."""


def _from_entities(tape: Tape, entities: Sequence[Entity]) -> Found:
    numbered = list(enumerate(entities))
    figures = [_Known(tape, entity) for entity in entities]
    named = [(m.start, m.end, number) for number, entity in numbered for m in entity.mentions]
    referring = [(m.start, m.end, number) for number, entity in numbered for m in entity.references]
    return figures, sorted(named, key=_START), sorted(referring, key=_START)


_START = itemgetter(0)


_RUN = re.compile(r"C+")
_BEFORE = frozenset("NCKJBZ")
"""Classes of the words between a role and a name."""
_NAMESAKES = 8
"""Names with one last word that a further name is compared with."""
_LEADING, _LED = used_as("leading"), used_as("led")
_MAY_HAVE_ROLE = 3
"""Mentions of a name before which roles are looked for."""


class _Run(Figure):
    """A name known by its capitals alone, in its longest form so far."""

    def __init__(self, tape: Tape, number: int, words: list[str], titles: set[str]) -> None:
        self.number = number
        self.words = words
        self.titles = titles
        self.places: list[range] = []
        self._tape = tape

    @property
    def name(self) -> str:  # type: ignore[override]
        size = len(self.words)
        return self._tape.text(next(place for place in self.places if len(place) == size))

    @property
    def kind(self) -> str:  # type: ignore[override]
        return "organisation" if any(map(_is_no_person, self.words)) else "person"

    @cached_property
    def roles(self) -> frozenset[str]:
        found = set(self.titles)
        tags = self._tape.tags
        for place in self.places[:_MAY_HAVE_ROLE]:
            first, stop = place.start, place.stop
            if first and tags[first - 1] in _BEFORE:
                found |= _words_before(self._tape, first)
            if tags[stop : stop + 1] == ",":
                found |= _words_behind(self._tape, stop)
        if self.kind != "person":
            found |= {word.lower() for word in self.words}
        return frozenset(found)


def _from_tape(tape: Tape) -> Found:
    """Runs of capitals, a shorter one joined to a longer one that ends with it."""
    runs: list[_Run] = []
    named: list[Place] = []
    by_last: dict[str, list[_Run]] = {}
    for match in _RUN.finditer(tape.tags):
        first, stop = match.span()
        words, titles = [tape.text(range(i, i + 1)) for i in range(first, stop)], set[str]()
        if any(map(_is_title, words)):
            first, titles = past_titles(tape, first, stop)
            if first >= stop:
                continue
            words = words[first - stop :]
        near = by_last.get(words[-1])
        run = _namesake(near, words, titled=bool(titles)) if near else None
        if run is None:
            run = _Run(tape, len(runs), words, titles)
            runs.append(run)
            if near is None:
                by_last[words[-1]] = [run]
            else:
                near.append(run)
        elif titles:
            run.titles |= titles
        run.places.append(range(first, stop))
        named.append((tape.starts[first], tape.starts[stop], run.number))
    return runs, named, []


def _namesake(near: list[_Run], words: list[str], *, titled: bool) -> _Run | None:
    """The name that `words` are another form of; it becomes the longer of both."""
    for run in near[: -_NAMESAKES - 1 : -1]:
        known = run.words
        longer = len(words) > len(known)
        short, full = (known, words) if longer else (words, known)
        if short == full or _shortens(short, full, longer_is_new=longer, titled=titled):
            if longer:
                run.words = words
            return run
    return None


def _shortens(short: list[str], full: list[str], *, longer_is_new: bool, titled: bool) -> bool:
    """Whether one name is the end of the other; a longer one that comes later needs a title."""
    if longer_is_new and not titled:
        return False
    return full[-len(short) :] == short or (len(full) > 2 and [full[0], full[-1]] == short)


def past_titles(tape: Tape, first: int, stop: int) -> tuple[int, set[str]]:
    """The first word of a run that is no title, and the titles before it."""
    roles: set[str] = set()
    last = first
    for index in range(first, stop):
        if _is_title(tape.word(index)):
            roles |= {tape.word(i) for i in range(last, index + 1)}
            last = index + 1
            if tape.word(last) == ".":
                last += 1
    return min(last, stop), roles


def _words_before(tape: Tape, index: int) -> set[str]:
    """Role words right before a name, with what stands between."""
    first = index
    while first > 0 and index - first < 5 and tape.tags[first - 1] in _BEFORE:
        first -= 1
    words = [tape.word(i) for i in range(first, index)]
    for position, word in enumerate(words):
        if word in speakers():
            return _nouns(words[max(0, position - 1) :])
    return set()


@functools.cache
def _persons() -> frozenset[str]:
    return speakers().by("kind")["person"]


@functools.lru_cache(maxsize=1 << 12)
def _is_title(word: str) -> bool:
    return word.lower() in _persons()


@functools.lru_cache(maxsize=1 << 12)
def _is_no_person(word: str) -> bool:
    return any(noun["kind"] in ("body", "document") for noun in speakers().get(word.lower()))


_BEHIND = re.compile(r",(?:D|[CN]S)?(?P<role>[NCKJBZ]{1,4}(?:f[DNC]{1,3})?)(?=[,.\n|&])")


def _words_behind(tape: Tape, index: int) -> set[str]:
    """Role words of an apposition: `Ana Sol, the spokeswoman,`."""
    match = _BEHIND.match(tape.tags, index)
    if match is None:
        return set()
    words = [tape.word(i) for i in range(*match.span("role"))]
    return _nouns(words) if any(word in speakers() for word in words) else set()


def _nouns(words: Sequence[str]) -> set[str]:
    """The words of a role, without what only says that somebody leads others of it."""
    pairs = zip_longest(words, words[1:])
    return {one for one, after in pairs if one not in _LEADING or after not in _LED}


def _words(text: str) -> set[str]:
    return set(_listed(text))


def _listed(text: str) -> list[str]:
    return [word.strip(".,") for word in text.lower().split()]


@functools.cache
def speakers() -> Lexicon:
    """Nouns for those who speak: persons by role, bodies, documents."""
    return Lexicon.from_package("corpuskit_quotes", "speakers.tsv")


def noun_before(tape: Tape, head: int) -> tuple[str, Entry | None, bool]:
    """The noun in front of token `head`: the word, its entry, whether it is a plural."""
    word = tape.word(head - 1)
    found = speakers().get(word)
    if found:
        return word, found[0], False
    if word.endswith(("s", "men")):
        for singular in (word[:-1], word[:-2], word[:-3] + "y", word.replace("men", "man")):
            found = speakers().get(singular) if singular else ()
            if found:
                return singular, found[0], True
    return word, None, word.endswith("s") and not word.endswith("ss")
