"""Cast: whom an article names, and which of them a phrase names."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from corpuskit import Entity
from corpuskit.scan import Entry, Lexicon
from corpuskit_quotes.phrases import Phrase
from corpuskit_quotes.tape import Tape

__all__ = ["Cast", "Figure", "noun_of"]


@attrs.frozen
class Figure:
    """Somebody who may speak.

    Attributes:
        name: the fullest name the article gives, or the words of a mention that names nobody.
        kind: as `Entity.kind`; "people" for several, "document" for a text.
        roles: folded words of what the article calls them ("defense", "minister").
        gender: "m", "f" or None.
        id: the id of the `Entity`, or None.
    """

    name: str
    kind: str
    roles: frozenset[str] = frozenset()
    gender: str | None = None
    id: str | None = None


class Cast:
    """The figures of one article, from the Entity layer or, without it, from capitals alone."""

    def __init__(self, tape: Tape, entities: Sequence[Entity] | None) -> None:
        self._tape = tape
        found = _from_entities(tape, entities) if entities is not None else _from_tape(tape)
        self.figures: list[Figure] = []
        named: list[tuple[int, int, Figure]] = []
        referring: list[tuple[int, int, Figure]] = []
        for figure, mentions, references in found:
            self.figures.append(figure)
            named += [(start, end, figure) for start, end in mentions]
            referring += [(start, end, figure) for start, end in references]
        self._named = sorted(named, key=lambda item: item[:2])
        self._referring = sorted(referring, key=lambda item: item[:2])

    def named(self, start: int, end: int) -> Iterator[tuple[int, int, Figure]]:
        """Named mentions that overlap text[start:end]."""
        return _overlapping(self._named, start, end)

    def referring(self, start: int, end: int) -> Iterator[tuple[int, int, Figure]]:
        """Pronouns and role nouns of the Entity layer that overlap text[start:end]."""
        return _overlapping(self._referring, start, end)

    def called(self, words: frozenset[str]) -> list[Figure]:
        """Figures that the article calls by one of `words`, in the order of first mention."""
        return [figure for figure in self.figures if words & figure.roles]

    def last_named(self, figure: Figure, offset: int) -> int:
        """Where a figure was named last before `offset`; -1 if only after it."""
        index = bisect.bisect_left(self._named, offset, key=lambda item: item[0])
        for start, _, other in reversed(self._named[:index]):
            if other is figure:
                return start
        return -1


def _overlapping(
    items: Sequence[tuple[int, int, Figure]], start: int, end: int
) -> Iterator[tuple[int, int, Figure]]:
    index = max(0, bisect.bisect_left(items, start, key=lambda item: item[0]) - 2)
    for item in items[index:]:
        if item[0] >= end:
            return
        if item[1] > start:
            yield item


def _from_entities(
    tape: Tape, entities: Sequence[Entity]
) -> Iterator[tuple[Figure, list[tuple[int, int]], list[tuple[int, int]]]]:
    for entity in entities:
        mentions = sorted({(s.start, s.end) for s in (*entity.mentions, *entity.alias_spans)})
        roles = set(_words(entity.role or ""))
        if entity.kind == "person":
            for start, end in mentions[:3]:
                roles |= _words_before(tape, start) | _words_behind(tape, end)
        else:
            roles |= _words(entity.name)
        figure = Figure(
            entity.name, entity.kind, frozenset(roles), _gender(roles), entity.id
        )
        yield figure, mentions, [(s.start, s.end) for s in entity.references]


_RUN = re.compile(r"C+")


def _from_tape(
    tape: Tape,
) -> Iterator[tuple[Figure, list[tuple[int, int]], list[tuple[int, int]]]]:
    """Runs of capitals, a shorter one joined to a longer one that ends with it."""
    groups: list[tuple[list[str], set[str], list[tuple[int, int]]]] = []
    by_last: dict[str, list[tuple[list[str], set[str], list[tuple[int, int]]]]] = {}
    for match in _RUN.finditer(tape.tags):
        first, roles = _past_titles(tape, match.start(), match.end())
        if first >= match.end():
            continue
        span = (tape.span(first)[0], tape.span(match.end() - 1)[1])
        words = tape.raw[slice(*span)].split()
        roles |= _words_before(tape, span[0])
        for known, known_roles, spans in reversed(by_last.get(words[-1], ())):
            longer = len(words) > len(known)
            short, full = (known, words) if longer else (words, known)
            if short == full or _shortens(short, full, longer_is_new=longer, titled=bool(roles)):
                if longer:
                    known[:] = words
                known_roles |= roles
                spans.append(span)
                break
        else:
            groups.append((list(words), roles, [span]))
            by_last.setdefault(words[-1], []).append(groups[-1])
    for known, roles, spans in groups:
        kinds = {noun["kind"] for word in known for noun in speakers().get(word.lower())}
        kind = "organisation" if kinds & {"body", "document"} else "person"
        roles |= {word.lower() for word in known} if kind != "person" else set()
        yield Figure(" ".join(known), kind, frozenset(roles), _gender(roles)), spans, []


def _shortens(short: list[str], full: list[str], *, longer_is_new: bool, titled: bool) -> bool:
    """Whether one name is the end of the other; a longer one that comes later needs a title."""
    if longer_is_new and not titled:
        return False
    return full[-len(short) :] == short or (len(full) > 2 and [full[0], full[-1]] == short)


def _past_titles(tape: Tape, first: int, stop: int) -> tuple[int, set[str]]:
    """The first word of a run that is no title, and the titles before it."""
    roles: set[str] = set()
    last = first
    for index in range(first, stop):
        word = tape.word(index).rstrip(".")
        if any(entry["kind"] == "person" for entry in speakers().get(word)):
            roles |= {tape.word(i).rstrip(".") for i in range(last, index + 1)}
            last = index + 1
    return last, roles


def _words_before(tape: Tape, start: int) -> set[str]:
    """Role words right before a name, with what stands between."""
    index = tape.at(start)
    first = index
    while first > 0 and index - first < 5 and tape.tags[first - 1] in "NCKJBZ":
        first -= 1
    words = [tape.word(i).rstrip(".") for i in range(first, index)]
    for position, word in enumerate(words):
        if speakers().get(word):
            return set(words[max(0, position - 1) :])
    return set()


_BEHIND = re.compile(r",(?:D|[CN]S)?(?P<role>[NCKJBZ]{1,4}(?:f[DNC]{1,3})?)(?=[,.\n|&])")


def _words_behind(tape: Tape, end: int) -> set[str]:
    """Role words of an apposition: `Ana Sol, the spokeswoman,`."""
    index = tape.at(end - 1) + 1
    match = _BEHIND.match(tape.tags, index)
    if match is None:
        return set()
    words = [tape.word(i).rstrip(".") for i in range(*match.span("role"))]
    return set(words) if any(speakers().get(word) for word in words) else set()


def _words(text: str) -> set[str]:
    return {word.strip(".,") for word in text.lower().split()}


def _gender(roles: set[str]) -> str | None:
    for word in sorted(roles):
        for entry in speakers().get(word):
            if entry["gender"]:
                return entry["gender"]
    return None


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
    word = tape.word(stop - 1).rstrip(".")
    found = speakers().get(word)
    if found:
        return word, found[0], False
    for singular in (word[:-1], word[:-2], word[:-3] + "y", word.replace("men", "man")):
        found = speakers().get(singular) if singular else ()
        if word.endswith(("s", "men")) and found:
            return singular, found[0], True
    return word, None, word.endswith("s") and not word.endswith("ss")
