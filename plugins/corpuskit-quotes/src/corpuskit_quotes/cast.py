"""Cast: whom an article names, and which of them a phrase names."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from corpuskit import Entity
from corpuskit.scan import Entry, Lexicon
from corpuskit_quotes.phrases import Phrase
from corpuskit_quotes.tape import Tape

__all__ = ["Cast", "Figure", "noun_of", "past_titles"]


class Figure:
    """Somebody who may speak.

    Attributes:
        name: the fullest name the article gives, or the words of a mention that names nobody.
        kind: as `Entity.kind`; "people" for several, "document" for a text.
        id: the id of the `Entity`, or None.
    """

    def __init__(
        self, name: str, kind: str, roles: Callable[[], set[str]], id: str | None = None
    ) -> None:
        self.name = name
        self.kind = kind
        self.id = id
        self._find_roles = roles

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
        self._figures: list[Figure] = []
        named: list[Mention] = []
        referring: list[Mention] = []
        for figure, mentions, references in found:
            self._figures.append(figure)
            named += [(start, end, figure) for start, end in mentions]
            referring += [(start, end, figure) for start, end in references]
        self._named = _Places(named)
        self._referring = _Places(referring)

    def named(self, phrase: Phrase) -> list[Mention]:
        """Named mentions that overlap a phrase, in tokens."""
        return self._overlapping(self._named, phrase)

    def referring(self, phrase: Phrase) -> list[Mention]:
        """Pronouns and role nouns of the Entity layer that overlap a phrase, in tokens."""
        return self._overlapping(self._referring, phrase)

    def called(self, words: frozenset[str]) -> list[Figure]:
        """Figures that the article calls by one of `words`, in no order of their own."""
        found = {id(f): f for word in sorted(words) for f in self._by_role.get(word, ())}
        return list(found.values())

    @cached_property
    def _by_role(self) -> dict[str, list[Figure]]:
        roles: dict[str, list[Figure]] = {}
        for figure in self._figures:
            for word in figure.roles:
                roles.setdefault(word, []).append(figure)
        return roles

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
        return self._tape.span(phrase.first)[0], self._tape.span(phrase.stop - 1)[1]

    def _overlapping(self, places: _Places, phrase: Phrase) -> list[Mention]:
        begin, stop = self._range(phrase)
        found: list[Mention] = []
        for index in range(
            max(0, bisect.bisect_left(places.starts, begin) - 2), len(places.starts)
        ):
            start, end, figure = places.mentions[index]
            if start >= stop:
                break
            if end > begin:
                if not self._in_tokens:
                    start, end = self._tape.at(start), self._tape.at(end - 1) + 1
                found.append((start, end, figure))
        return found


class _Places:
    """Mentions in text order."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention[:2])
        self.starts = [start for start, _, _ in self.mentions]


Found = tuple[Figure, list[tuple[int, int]], list[tuple[int, int]]]


def _from_entities(tape: Tape, entities: Sequence[Entity]) -> Iterator[Found]:
    for entity in entities:
        figure = Figure(entity.name, entity.kind, partial(_entity_roles, tape, entity), entity.id)
        mentions = [(span.start, span.end) for span in entity.mentions]
        yield figure, mentions, [(span.start, span.end) for span in entity.references]


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
_NAMESAKES = 8
"""Names with one last word that a further name is compared with."""
_MAY_HAVE_ROLE = 3
"""Mentions of a name before which roles are looked for."""


def _from_tape(tape: Tape) -> Iterator[Found]:
    """Runs of capitals, a shorter one joined to a longer one that ends with it."""
    groups: list[tuple[list[str], set[str], list[tuple[int, int]]]] = []
    by_last: dict[str, list[tuple[list[str], set[str], list[tuple[int, int]]]]] = {}
    for match in _RUN.finditer(tape.tags):
        start, stop = match.span()
        first, roles = past_titles(tape, start, stop)
        if first >= stop:
            continue
        words = tape.words[first:stop]
        near = by_last.setdefault(words[-1], [])
        for known, known_roles, spans in near[: -_NAMESAKES - 1 : -1]:
            longer = len(words) > len(known)
            short, full = (known, words) if longer else (words, known)
            if short == full or _shortens(short, full, longer_is_new=longer, titled=bool(roles)):
                if longer:
                    known[:] = words
                known_roles |= roles
                if len(spans) < _MAY_HAVE_ROLE:
                    known_roles |= _words_before(tape, first) | _words_behind(tape, stop)
                spans.append((first, stop))
                break
        else:
            roles |= _words_before(tape, first) | _words_behind(tape, stop)
            groups.append((words, roles, [(first, stop)]))
            near.append(groups[-1])
    for known, roles, spans in groups:
        kinds = {noun["kind"] for word in known for noun in speakers().get(word.lower())}
        kind = "organisation" if kinds & {"body", "document"} else "person"
        if kind != "person":
            roles |= {word.lower() for word in known}
        name = tape.text(*spans[[len(known) == b - a for a, b in spans].index(True)])
        yield Figure(name, kind, roles.copy), spans, []


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
        if tape.words[index].lower() in _persons():
            roles |= {tape.word(i) for i in range(last, index + 1)}
            last = index + 1
            if tape.words[last] == ".":
                last += 1
    return min(last, stop), roles


def _words_before(tape: Tape, index: int) -> set[str]:
    """Role words right before a name, with what stands between."""
    first = index
    while first > 0 and index - first < 5 and tape.tags[first - 1] in "NCKJBZ":
        first -= 1
    words = [tape.word(i) for i in range(first, index)]
    for position, word in enumerate(words):
        if word in speakers():
            return set(words[max(0, position - 1) :])
    return set()


@functools.cache
def _persons() -> frozenset[str]:
    return frozenset(e.term for e in speakers().entries if e["kind"] == "person")


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


def noun_of(tape: Tape, phrase: Phrase) -> tuple[str, Entry | None, bool]:
    """The head noun of a phrase: the word, its entry, whether it is a plural."""
    stop = phrase.stop
    for index in range(phrase.first + 1, phrase.stop):
        if tape.tags[index] in "fpaW,(-te&":
            stop = index
            break
    word = tape.word(stop - 1)
    found = speakers().get(word)
    if found:
        return word, found[0], False
    for singular in (word[:-1], word[:-2], word[:-3] + "y", word.replace("men", "man")):
        found = speakers().get(singular) if singular else ()
        if word.endswith(("s", "men")) and found:
            return singular, found[0], True
    return word, None, word.endswith("s") and not word.endswith("ss")
