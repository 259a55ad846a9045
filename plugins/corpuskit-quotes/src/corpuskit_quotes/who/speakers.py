"""Speakers: the name behind a mention, by the Entity layer first and by the discourse after it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from corpuskit import Span
from corpuskit.scan import Entry
from corpuskit_quotes.sentence.phrases import Phrase, head_stop, is_beside, subject_before
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import Cast, Described, Figure, noun_before
from corpuskit_quotes.who.naming import is_owner, named_by, written_name
from corpuskit_quotes.who.pointing import also_called, last_person, nameless_before, points_back

__all__ = ["Speakers"]

_GENDERS = {
    **dict.fromkeys(used_as("masculine"), "m"),
    **dict.fromkeys(used_as("feminine"), "f"),
}
_SEVERAL = used_as("of several")
_THINGS = used_as("of a thing")
_PERSONS = frozenset(["person"])
_BODIES = frozenset(["organisation", "group", "place", "document", "facility", "other"])
_MEMORY = 64
"""Speakers that are remembered for pronouns and roles."""
_REACH = 4
"""Blocks that a floating quotation's speaker may be carried over."""


class Speakers:
    """Resolves the mentions of one article in text order and remembers who spoke last."""

    def __init__(self, tape: Tape, cast: Cast) -> None:
        self._tape = tape
        self._cast = cast
        self._spoken: deque[tuple[Phrase, Figure]] = deque(maxlen=_MEMORY)
        self._sayer: Phrase | None = None

    def resolve(
        self, phrase: Phrase, span: Span, basis: str, said: Sequence[Span] = ()
    ) -> tuple[Figure | None, str]:
        """Who a mention, which stands at `span`, stands for and how that was found; `said` are the
        reported words in front of it, in which nobody names himself."""
        if phrase == self._sayer:  # `…, he said, adding that …`
            return (self._spoken[-1][1] if self._spoken else None), "discourse"
        if said and len(phrase) == 1 and self._tape.word(phrase.start) in _GENDERS:
            figure, basis = self._who_said(phrase, span, said)
            self._sayer = phrase
        else:
            figure, basis = self._resolve(phrase, span, basis)
        if figure is not None:
            self._spoken.append((phrase, figure))
        return figure, basis

    def carried(self, index: int) -> tuple[Figure | None, Phrase | None]:
        """Whose words a quotation without attribution goes on with, and where they are named.

        It is the last speaker, at the last mention that is no pronoun.
        """
        mention: Phrase | None = None
        speaker: Figure | None = None
        for phrase, figure in reversed(self._spoken):
            if self._tape.tags.count("|", phrase.start, index) > _REACH:
                break
            if speaker is None and figure.kind in ("person", "document"):
                speaker, mention = figure, phrase
            if figure is speaker and self._tape.tags[phrase.start] not in "HihmoW":
                return figure, phrase
        return speaker, mention

    def _who_said(
        self, phrase: Phrase, span: Span, said: Sequence[Span]
    ) -> tuple[Figure | None, str]:
        """`The dead man is Sol, he said`: he is somebody else."""
        others = {number for part in said for _, _, number in self._cast.named(part)}
        for _, _, number in self._cast.referring(span):
            if number not in others:
                return self._cast.figure(number), "reference"
        named = [self._cast.figure(number) for number in others]
        return self._pronoun(self._tape.word(phrase.start), named)

    def _resolve(self, phrase: Phrase, span: Span, basis: str) -> tuple[Figure | None, str]:
        tape = self._tape
        tag = tape.tags[phrase.start]
        if tag in "HihmoWT" and phrase.stop - phrase.start == 1:
            if tag in "WT":
                return self._antecedent(phrase, basis)
            nameless = nameless_before(
                tape, self._cast, self._spoken, phrase, _GENDERS.get(tape.word(phrase.start))
            )
            if nameless is not None:
                return nameless, "discourse"
            for _, _, number in self._cast.referring(span):
                return self._cast.figure(number), "reference"
            return self._pronoun(tape.word(phrase.start))
        if tape.tags[phrase.start : phrase.start + 2] in ("Dp", "Hp"):
            return None, basis  # `some in the crowd`
        if tag == "D" and points_back(tape, phrase):
            person = last_person(tape, self._cast, self._spoken, span)
            if person is not None:
                return person, "discourse"
        several = self._several(phrase) if "&" in tape.tags[phrase.start : phrase.stop] else None
        if several is not None:
            return several, basis
        if phrase.stop - phrase.start == 1 and tape.tags[phrase.stop] in ":.":
            label = tape.text(phrase)
            if label in _LETTERS:
                return Described(tape, phrase, "person"), basis
            initialled = self._cast.initialled(label) if label.isupper() else None
            if initialled is not None:
                return initialled, basis
        head = head_stop(tape, phrase)
        named = named_by(tape, self._cast, phrase, span, head) or written_name(tape, phrase, head)
        if named is not None:
            return named, basis
        return self._described(phrase, span, head, basis)

    def _antecedent(self, phrase: Phrase, basis: str) -> tuple[Figure | None, str]:
        """`the council, which …`: what stands right before the relative pronoun."""
        stop = phrase.start
        if stop and self._tape.tags[stop - 1] == ",":
            stop -= 1
        before = subject_before(self._tape, stop) if stop else None
        if before is None or self._tape.tags[before.start] == "W":
            return None, basis
        before = self._nearer(before, thing=self._tape.word(phrase.start) == "which")
        return self._resolve(before, self._tape.span(before), basis)

    def _nearer(self, phrase: Phrase, *, thing: bool) -> Phrase:
        """`Lund` of `trouble with Lund, which …` and of `an aide to Lund, which …`."""
        tape = self._tape
        match = _ATTACHED.fullmatch(tape.tags, phrase.start, phrase.stop)
        if match is None or tape.word(match.start("p")) not in _TOWARDS:
            return phrase
        noun, entry, plural = noun_before(tape, match.start("p"))
        if match["p"] == "t" and (entry is None or (thing and entry["kind"] == "person")):
            return Phrase(match.end("p"), phrase.stop)
        if match["some"] and tape.word(phrase.start) not in _SOME:
            return phrase
        if entry is not None or plural or noun.endswith(_PARTIES):
            return phrase
        return Phrase(match.end("p"), phrase.stop)

    def _several(self, phrase: Phrase) -> Figure | None:
        """`Lund, Ust and the Isles`: parties that speak together, and not one name with `and`."""
        tape = self._tape
        match = _NAMES.fullmatch(tape.tags, phrase.start, phrase.stop)
        if match is None or not tape.word(phrase.stop - 1).endswith(
            _ENDINGS[tape.tags[match.end() - 1]]
        ):
            return None
        joint = tape.starts[match.start("last")]
        around = self._cast.named(Span(joint, joint + 1))
        if any(start < joint for start, _, _ in around):
            return None
        first = phrase.start + (tape.tags[phrase.start] == "D")
        return Described(tape, range(first, phrase.stop), "people")

    def _pronoun(self, word: str, others: Sequence[Figure] = ()) -> tuple[Figure | None, str]:
        """The last speaker that the pronoun can stand for, none of `others`."""
        gender = _GENDERS.get(word)
        for _, figure in reversed(self._spoken):
            if figure in others:
                continue
            if gender is not None:
                if figure.kind in _PERSONS and figure.gender in (None, gender):
                    return figure, "discourse"
            elif word in _THINGS:
                if figure.kind in _BODIES:
                    return figure, "discourse"
            elif word in _SEVERAL and figure.kind in ("people", "group", "organisation"):
                return figure, "discourse"
        return None, "discourse"

    def _described(
        self, phrase: Phrase, span: Span, head: int, basis: str
    ) -> tuple[Figure | None, str]:
        """`the minister`, `the army`, `federal ministers`, `a resolution`."""
        tape = self._tape
        unnamed = self._unnamed(phrase, head)
        if unnamed is not None:
            return unnamed, "role"
        closes, behind = tape.starts[head - 1], tape.starts[head]
        for start, end, number in self._cast.referring(span):
            if (
                span.start <= start < behind
                and end > closes
                and not is_owner(self._tape, end, phrase)
            ):
                return self._cast.figure(number), "reference"
        noun, entry, plural = noun_before(tape, head)
        together = tape.tags[head : phrase.stop].startswith("&")
        if entry is not None and not plural and not together and self._is_definite(phrase, head):
            found = self._by_role(noun, entry["kind"], phrase, span, head)
            if found is not None:
                return found, "role"
        if together and not plural:  # `a guard and residents`; `the owner and head of …` is one
            one = entry is not None and entry["kind"] == "person" and tape.tags[head + 1] in "NKJ"
            plural = not one
        return self._as_written(phrase, noun, entry, plural=plural), basis

    def _is_definite(self, phrase: Phrase, head: int) -> bool:
        """Of `the ambassador to Lund` there are others."""
        letters = self._tape.tags[head], self._tape.tags[phrase.start]
        told = letters[0] != "t" and letters[1] in "DCNKJ"
        return told and self._tape.word(phrase.start) not in _INDEFINITE

    def _unnamed(self, phrase: Phrase, head: int) -> Figure | None:
        """Who spoke last, if it is a person who has no name and was called so: `An aide said it
        fell. The aide said that …`."""
        last = self._spoken[-1][1] if self._spoken else None
        if not isinstance(last, Described) or last.kind != "person" or head != phrase.start + 2:
            return None
        same = last.noun == self._tape.word(head - 1) and self._tape.word(phrase.start) == "the"
        return last if same else None

    def _by_role(
        self, noun: str, kind: str, phrase: Phrase, span: Span, head: int
    ) -> Figure | None:
        """The nearest figure, last speakers first, that the article calls by this noun."""
        words = also_called().get(noun) or {noun: frozenset()}
        extra = {
            self._tape.word(i) for i in range(phrase.start, head - 1) if self._tape.tags[i] in "NJC"
        } - _RANKS
        person = kind == "person"
        spoken = {id(figure): (place, figure) for place, (_, figure) in enumerate(self._spoken)}
        called = self._cast.called(words, person=person)
        known = frozenset(map(id, called))
        candidates = called + [
            figure
            for key, (_, figure) in spoken.items()
            if (figure.kind == "person") == person
            and key not in known
            and isinstance(figure, Described)
            and figure.noun in words
        ]
        best: tuple[tuple[int, int, int], Figure] | None = None
        for figure in candidates:
            missing = len(extra - figure.roles)
            if not person and extra and missing == len(extra):
                continue
            named = self._cast.last_named(figure, span) if id(figure) in known else -1
            rank = (-missing, spoken.get(id(figure), (-1,))[0], named)
            if best is None or rank > best[0]:
                best = (rank, figure)
        return best[1] if best is not None else None

    def _as_written(
        self, phrase: Phrase, noun: str, entry: Entry | None, *, plural: bool
    ) -> Figure | None:
        """The words themselves, without the article, where nobody has a name."""
        tape = self._tape
        first, stop = phrase.start, self._written_stop(phrase)
        while first < stop - 1 and tape.tags[first] in "DR" and tape.tags[first + 1] != "f":
            first += 1
        owned = tape.tags[first] in "mh" and (plural or entry is not None)  # `his office`
        if tape.tags[first] in ("HioWR" if owned else "HimhoWR") or tape.word(first)[0].isdigit():
            return None
        if entry is None and not _NOUN.search(tape.tags, first + owned, stop):
            return None
        kind = "people" if plural else "other"
        if entry is not None and not plural:
            kind = {"person": "person", "body": "organisation"}.get(entry["kind"], "document")
        return Described(tape, range(first, stop), kind, "" if plural else noun)

    def _written_stop(self, phrase: Phrase) -> int:
        match = _WRITTEN_END.search(self._tape.tags, phrase.start + 1, phrase.stop)
        if match is not None and is_beside(self._tape, match.start()):
            match = None
        return match.start() if match is not None else phrase.stop


_WRITTEN_END = re.compile(r"[W,(\-ta]|[ev](?<![DmS].)|V(?=p)|[gG](?=[Dm])")
_NAMES = re.compile(
    r"(?:D?[NCKJ#]{0,4}+(?<=C),)*D?[NCKJ#]{1,5}+(?<=C),?(?P<last>&)D?[NCKJ]{1,5}+(?:(?<=C)|(?<=CN))"
)
"""Names with a comma or `and` between them; a noun for all may follow."""
_ENDINGS = {"C": "", "N": "s"}
"""How the last word ends."""
_ATTACHED = re.compile(r"(?P<some>D)?[NKJ]{1,3}(?P<p>[pt])[^p]+")
"""A noun without an article, which is rarely one who speaks, and what stands behind it."""
_LETTERS = ("Q", "A")
"""Who asks and who answers: `A: …`."""
_SOME = used_as("some")
_TOWARDS = used_as("towards")
_PARTIES = tuple(used_as("parties"))
_INDEFINITE = used_as("indefinite")
_RANKS = used_as("rank")
_NOUN = re.compile(r"[NCKBZzu]")
