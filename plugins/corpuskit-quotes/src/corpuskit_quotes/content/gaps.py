"""Gaps: what stands in front of who says it: `a bridge he said was safe`, `a claim he denied`."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpuskit_quotes.content.openings import Opening
from corpuskit_quotes.sentence.clauses import clause_end, phrase_end
from corpuskit_quotes.sentence.phrases import Phrase, subject_before
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as

__all__ = ["Gap", "gap_clause", "gap_object", "is_object"]


class Gap(NamedTuple):
    """An attribution in the middle of what is said.

    Attributes:
        about: the relative pronoun or noun phrase that is the clause's subject.
        speaker: who says it.
        found: the clause.
    """

    about: Phrase
    speaker: Phrase
    found: Opening

    @property
    def contents(self) -> tuple[Phrase, ...]:
        """What is said, in front of the speaker and behind."""
        return (
            (self.about,) if self.found.content == self.about else (self.about, self.found.content)
        )


_DAY = re.compile(r"(?:p?Y+#?)?")
_VERB = frozenset("xVvzRZBu")
"""With what a clause without its subject begins."""
_FINITE = frozenset("xVz")
"""The same behind a noun phrase, which may be an object as well."""
_MAIN_VERB = re.compile(r",R?[xvz]")
"""The comma behind a relative clause and the verb of its antecedent."""


def gap_clause(tape: Tape, index: int, start: int, stop: int) -> Gap | None:
    """`the bridge, which he said was safe` and `a risk Sol said was small`; the verb of saying is
    token `index`, its group begins at `start`, the sentence ends at `stop`."""
    tags = tape.tags
    begin = _DAY.match(tags, index + 1, stop).end()  # type: ignore[union-attr]
    if begin >= stop or tags[begin] not in _VERB:
        return None
    subject = subject_before(tape, start)
    if subject is None:
        return None
    before = tags[subject.start - 1 : subject.start]
    if before and before in "WTw":
        if before == "w" and tags[begin] in "ZBu":
            return None
        about = Phrase(subject.start - 1, subject.start)
        if tags[about.start - 1 : about.start] == ",":
            main = _MAIN_VERB.search(tags, begin + 1, stop)
            stop = main.start() if main is not None else stop
    else:
        noun = _about(tape, subject, index) if tags[begin] in _FINITE else None
        if noun is None:
            return None
        about, subject = noun, Phrase(max(noun.stop, subject.start), subject.stop)
    end = clause_end(tape, begin, stop)
    content = Phrase(begin, end)
    return Gap(about, subject, Opening("bare", "bare", content, index + 1)) if content else None


_OBJECT = re.compile(r"[,-](?P<about>D[JN]{0,2}[NKBu])(?:C{1,4}|H|[Dm][JN]{0,2}[NKC]{1,3})\Z")
"""`, a claim Sol`, `, a charge the army`: what is said of it follows."""
_NEAR = 10
_ENDS = frozenset(".,;\n|-")
_INDEFINITE = used_as("indefinite article")


def gap_object(tape: Tape, index: int, start: int, takes: frozenset[str], stop: int) -> Gap | None:
    """`…, a claim Sol denied` and `…, a charge he dismissed as “a joke”`: the object of the verb at
    token `index`, whose group begins at `start`, in front of its subject."""
    tags = tape.tags
    match = _OBJECT.search(tags, max(0, start - _NEAR), start)
    if match is None or tape.word(match.start("about")) not in _INDEFINITE:
        return None
    about = Phrase(*match.span("about"))
    behind = content = index + 1
    if tags[behind] == "a" and not takes.isdisjoint(("as", "as3")):
        behind, content = behind + 1, behind + 1
    elif tags[behind] in _ENDS:
        if "np" not in takes or "quote" in takes:
            return None  # `…, a local TV said`
        return Gap(about, Phrase(about.stop, start), Opening("np", "np", about, behind))
    elif tags[behind] not in "Qq" or "np" not in takes:
        return None
    rest = Phrase(content, phrase_end(tape, content, stop))
    return Gap(about, Phrase(about.stop, start), Opening("np", "np", rest, behind))


def is_object(tape: Tape, index: int) -> bool:
    """Whether token `index` is the pronoun of `the wall, which Sol said the state should pay for`,
    the object of what is said."""
    return tape.tags[index - 1 : index + 1] in (",W", "-W")


_BESIDE_NAME = re.compile(r"D[NKJe#]{0,3}[NKuzB](?=C+\Z)")
_NO_NOUN = frozenset(["", *",-YR"])
"""What ends no noun phrase."""


def _about(tape: Tape, subject: Phrase, verb: int) -> Phrase | None:
    """The noun phrase right in front of a subject (`a risk the army`), or of the name that ends
    it (`a risk Sol`)."""
    tags, first = tape.tags, subject.start
    cue = tape.cue(verb)
    if tags[verb] == "Z" and (cue is None or cue.noun):
        return None  # `his remarks will`
    named = _BESIDE_NAME.match(tags[first : subject.stop])
    if named is not None:
        return Phrase(first, first + named.end())
    if tags[first] not in "DmH" or tags[first - 1 : first] in _NO_NOUN:
        return None
    return subject_before(tape, first)
