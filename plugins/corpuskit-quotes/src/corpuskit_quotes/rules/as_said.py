"""As said: `As the mayor noted, …` in front of what is said."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.clauses import clause_end
from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, Reported, is_free
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import Cue, cue_at

__all__ = ["RULES", "as_said"]

AS_SAID = QuoteRule(
    id="quotes.as_said",
    about="`As the mayor noted, …` and `As reported by the paper, …` open the sentence.",
    pattern=(
        rf"[&bR]*a(?:(?P<s>{SUBJECT})(?P<v>[xrR]*[VZB])(?:p(?=[JY,p]))?|(?P<v2>V)p(?P<s2>{SUBJECT}))"
        r"(?:JN(?=,)|[RY#]|p[Dm]?[NKCY#]*+)*,(?=[^,])"
    ),
    yes=(
        Example("As Mayor Sol noted on Monday, [[the bridge has held]].", "indirect: Mayor Sol"),
        Example("As the paper said last week, [[the bridge has held]].", "indirect: the paper"),
        Example(
            "As reported by the Lund Herald, [[the bridge has held]].", "indirect: the Lund Herald"
        ),
    ),
    no=("As the mayor left, the bridge fell.",),
)

RULES = (AS_SAID,)


def as_said(tape: Tape, first: int, stop: int, taken: bytearray) -> Reported | None:
    """`As the mayor noted, the road is open.`"""
    match = AS_SAID.matcher.match(tape.tags, first, stop)
    if match is None:
        return None
    active = match.group("s") is not None
    verb = match.end("v") - 1 if active else match.start("v2")
    cue = cue_at(tape, verb)
    contents = [Phrase(match.end(), clause_end(tape, match.end(), stop))]
    if cue is None or taken[verb] or not _may_go_before(tape, verb, cue):
        return None
    if contents[0].stop <= contents[0].start or not is_free(contents, taken):
        return None
    speaker = Phrase(*match.span("s" if active else "s2"))
    return Reported(
        AS_SAID.id, tuple(contents), speaker, Phrase(*match.span("v" if active else "v2"))
    )


def _may_go_before(tape: Tape, verb: int, cue: Cue) -> bool:
    """`As Sol said, …` and `As Sol pointed out, …`."""
    return "bare" in cue.verb or f"{tape.word(verb + 1)}!that" in cue.verb
