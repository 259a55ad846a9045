"""Cast: whom an article names, and which of them a phrase names."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from operator import itemgetter

from corpuskit import Entity
from corpuskit.scan import Entry, Lexicon
from corpuskit_quotes.phrases import Phrase
from corpuskit_quotes.tape import Tape

__all__ = ["HEAD_END", "Cast", "Figure", "noun_of", "past_titles"]


class Figure:
    """Somebody who may speak; what takes a look at the text is found when asked for.

    Attributes:
        id: the id of the `Entity`, or None.
    """

    def __init__(
        self, name: str, kind: str, roles: Callable[[], set[str]], id: str | None = None
    ) -> None:
        self._name = name
        self._kind = kind
        self._find_roles = roles
        self.id = id

    @property
    def name(self) -> str:
        """The fullest name the article gives, or the words of a mention that names nobody."""
        return self._name

    @property
    def kind(self) -> str:
        """As `Entity.kind`; "people" for several, "document" for a text."""
        return self._kind

    @cached_property
    def roles(self) -> frozenset[str]:
        """Folded words of what the article calls them ("defense", "minister")."""
        return frozenset(self._find_roles())

    @cached_property
    def gender(self) -> str | None:
        """`m` or `f` where a role or title tells it, else None."""
        for word in sorted(self.roles):
            for entry in speakers().get(word):
                if entry["gender"]:
                    return entry["gender"]
        return None


Mention = tuple[int, int, Figure]
"""Where a figure is mentioned: start and end, in tokens or in offsets."""


class Cast:
    """The figures of one article, from the Entity layer or, without it, from capitals alone."""

    def __init__(self, tape: Tape, entities: Sequence[Entity] | None) -> None:
        self._tape = tape
        self._in_tokens = entities is None
        found = _from_tape(tape) if entities is None else _from_entities(tape, entities)
        self._figures, named, referring = found
        self._named = _Places(named)
        self._referring = _Places(referring)

    def named(self, phrase: Phrase) -> list[Mention]:
        """Named mentions that overlap a phrase, in tokens."""
        return self._overlapping(self._named, phrase)

    def referring(self, phrase: Phrase) -> list[Mention]:
        """Pronouns and role nouns of the Entity layer that overlap a phrase, in tokens."""
        return self._overlapping(self._referring, phrase)

    def called(self, words: frozenset[str], *, person: bool) -> list[Figure]:
        """Persons, or others, that the article calls by one of `words`, in no certain order."""
        by_role = self._persons_by_role if person else self._others_by_role
        found = {id(f): f for word in sorted(words) for f in by_role.get(word, ())}
        return list(found.values())

    @cached_property
    def _persons_by_role(self) -> dict[str, list[Figure]]:
        return _by_role([figure for figure in self._figures if figure.kind == "person"])

    @cached_property
    def _others_by_role(self) -> dict[str, list[Figure]]:
        return _by_role([figure for figure in self._figures if figure.kind != "person"])

    def last_named(self, figure: Figure, phrase: Phrase) -> int:
        """Where a figure was named last before a phrase; -1 if only after it."""
        starts = self._starts_of[id(figure)]
        index = bisect.bisect_left(starts, self._range(phrase)[0])
        return starts[index - 1] if index else -1

    @cached_property
    def _starts_of(self) -> dict[int, list[int]]:
        starts: dict[int, list[int]] = {}
        for start, _, figure in self._named.mentions:
            starts.setdefault(id(figure), []).append(start)
        return starts

    def _range(self, phrase: Phrase) -> tuple[int, int]:
        if self._in_tokens:
            return phrase
        return self._tape.bounds(*phrase)

    def _overlapping(self, places: _Places, phrase: Phrase) -> list[Mention]:
        begin, stop = self._range(phrase)
        found: list[Mention] = []
        for index in range(
            max(0, bisect.bisect_left(places.starts, begin) - 2), len(places.starts)
        ):
            mention = places.mentions[index]
            if mention[0] >= stop:
                break
            if mention[1] > begin:
                if not self._in_tokens:
                    start, end, figure = mention
                    first = phrase.first if start == begin else self._tape.at(start)
                    last = phrase.stop if end == stop else self._tape.at(end - 1) + 1
                    mention = (first, last, figure)
                found.append(mention)
        return found


def _by_role(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    roles: dict[str, list[Figure]] = {}
    for figure in figures:
        for word in figure.roles:
            roles.setdefault(word, []).append(figure)
    return roles


class _Places:
    """Mentions in text order."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.starts = [start for start, _, _ in mentions]


Found = tuple[Sequence[Figure], list[Mention], list[Mention]]
"""Figures, where they are named, and where they are meant without a name; in text order."""


def _from_entities(tape: Tape, entities: Sequence[Entity]) -> Found:
    figures: list[Figure] = []
    named: list[Mention] = []
    referring: list[Mention] = []
    for entity in entities:
        figure = Figure(entity.name, entity.kind, partial(_entity_roles, tape, entity), entity.id)
        figures.append(figure)
        named += [(span.start, span.end, figure) for span in entity.mentions]
        referring += [(span.start, span.end, figure) for span in entity.references]
    named.sort(key=_PLACE)
    referring.sort(key=_PLACE)
    return figures, named, referring


_PLACE = itemgetter(0, 1)


def _entity_roles(tape: Tape, entity: Entity) -> set[str]:
    roles = _words(entity.role or "")
    if entity.kind != "person":
        return roles | _words(entity.name)
    if not roles:
        for span in entity.mentions[:_MAY_HAVE_ROLE]:
            roles |= _words_before(tape, tape.at(span.start))
            roles |= _words_behind(tape, tape.at(span.end - 1) + 1)
    return roles


_RUN = re.compile(r"C+")
_BEFORE = frozenset("NCKJBZ")
"""Classes of the words between a role and a name."""
_NAMESAKES = 8
"""Names with one last word that a further name is compared with."""
_MAY_HAVE_ROLE = 3
"""Mentions of a name before which roles are looked for."""


class _Run(Figure):
    """A name known by its capitals alone, in its longest form so far."""

    def __init__(self, tape: Tape, words: list[str], titles: set[str]) -> None:
        self.id = None
        self.words = words
        self.titles = titles
        self.places: list[tuple[int, int]] = []
        self._tape = tape

    @property
    def name(self) -> str:
        size = len(self.words)
        return self._tape.text(*next((a, b) for a, b in self.places if b - a == size))

    @property
    def kind(self) -> str:
        return "organisation" if any(map(_is_no_person, self.words)) else "person"

    @cached_property
    def roles(self) -> frozenset[str]:
        found = set(self.titles)
        tags = self._tape.tags
        for first, stop in self.places[:_MAY_HAVE_ROLE]:
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
    named: list[Mention] = []
    by_last: dict[str, list[_Run]] = {}
    for match in _RUN.finditer(tape.tags):
        first, stop = match.span()
        words, titles = [tape.text(i, i + 1) for i in range(first, stop)], set[str]()
        if any(map(_is_title, words)):
            first, titles = past_titles(tape, first, stop)
            if first >= stop:
                continue
            words = words[first - stop :]
        near = by_last.get(words[-1])
        run = _namesake(near, words, titled=bool(titles)) if near else None
        if run is None:
            run = _Run(tape, words, titles)
            runs.append(run)
            if near is None:
                by_last[words[-1]] = [run]
            else:
                near.append(run)
        elif titles:
            run.titles |= titles
        run.places.append((first, stop))
        named.append((first, stop, run))
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
            return set(words[max(0, position - 1) :])
    return set()


@functools.cache
def _persons() -> frozenset[str]:
    return frozenset(e.term for e in speakers().entries if e["kind"] == "person")


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
    return set(words) if any(word in speakers() for word in words) else set()


def _words(text: str) -> set[str]:
    return {word.strip(".,") for word in text.lower().split()}


@functools.cache
def speakers() -> Lexicon:
    """Nouns for those who speak: persons by role, bodies, documents."""
    return Lexicon.from_package("corpuskit_quotes", "speakers.tsv")


HEAD_END = re.compile(r"[fpaW,(\-te&]")
"""What ends the part of a phrase that its head noun closes."""


def noun_of(tape: Tape, phrase: Phrase) -> tuple[str, Entry | None, bool]:
    """The head noun of a phrase: the word, its entry, whether it is a plural."""
    end = HEAD_END.search(tape.tags, phrase.first + 1, phrase.stop)
    word = tape.word((end.start() if end is not None else phrase.stop) - 1)
    found = speakers().get(word)
    if found:
        return word, found[0], False
    for singular in (word[:-1], word[:-2], word[:-3] + "y", word.replace("men", "man")):
        found = speakers().get(singular) if singular else ()
        if word.endswith(("s", "men")) and found:
            return singular, found[0], True
    return word, None, word.endswith("s") and not word.endswith("ss")
