"""As said: `As the mayor noted, …` and `In her view, …` in front of what is said."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.clauses import clause_end
from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, Reported, is_free
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import Cue, used_as

__all__ = ["RULES", "as_said", "in_view"]

AS_SAID = QuoteRule(
    id="quotes.as_said",
    about="`As the mayor noted, …` and `As reported by the paper, …` open the sentence.",
    pattern=(
        rf"[&bR]*a(?:(?P<s>{SUBJECT})(?P<v>[xrR]*[VZB](?P<it>i)?)(?:p(?=[JY,p]))?|(?P<v2>V)p(?P<s2>{SUBJECT}))"
        r"(?:JN(?=,)|[RY#]|p[Dmh]?[NKCYJ#]*+)*,(?=[^,])"
    ),
    yes=(
        Example("As Mayor Sol noted on Monday, [[the bridge has held]].", "indirect: Mayor Sol"),
        Example("As one aide put it, [[the bridge was “a joke”]].", "mixed: one aide"),
        Example("As the paper said last week, [[the bridge has held]].", "indirect: the paper"),
        Example(
            "As reported by the Lund Herald, [[the bridge has held]].", "indirect: the Lund Herald"
        ),
    ),
    no=("As the mayor left, the bridge fell.",),
)

VIEW = QuoteRule(
    id="quotes.view",
    about="`In her view, …` and `In the words of the mayor, …` open the sentence.",
    pattern=(
        rf"[&bR]*p(?:(?:(?P<s>[mh])|(?P<owner>{SUBJECT})S)J?(?P<view>[NKBu])"
        rf"|D(?P<of>[NKBu])f(?P<s2>{SUBJECT})),(?=[^,])"
    ),
    yes=(
        Example("In her view, [[the bridge is “a joke”]].", "mixed: her"),
        Example("In the mayor’s opinion, [[the bridge has held]].", "indirect: the mayor"),
        Example("In the words of one aide, [[the bridge is “a joke”]].", "mixed: one aide"),
    ),
    no=("In her garden, the bridge is a model.",),
)

RULES = (AS_SAID, VIEW)

_OURS = used_as("ours")
_VIEWS = used_as("view")
_PUTTING = used_as("putting")


def as_said(tape: Tape, first: int, stop: int, taken: bytearray) -> Reported | None:
    """`As the mayor noted, the road is open.`"""
    match = AS_SAID.matcher.match(tape.tags, first, stop)
    if match is None:
        return None
    active = match.group("s") is not None
    verb = match.end("v") - 1 - (match["it"] is not None) if active else match.start("v2")
    cue = tape.cue(verb)
    contents = [Phrase(match.end(), clause_end(tape, match.end(), stop))]
    if cue is None or taken[verb] or not _may_go_before(tape, verb, cue, it=bool(match["it"])):
        return None
    if contents[0].stop <= contents[0].start or not is_free(contents, taken):
        return None
    speaker = Phrase(*match.span("s" if active else "s2"))
    return Reported(
        AS_SAID.id, tuple(contents), speaker, Phrase(*match.span("v" if active else "v2"))
    )


def in_view(tape: Tape, first: int, stop: int, taken: bytearray) -> Reported | None:
    """`In her view, the road is open.`"""
    match = VIEW.matcher.match(tape.tags, first, stop)
    if match is None:
        return None
    noun = match.start("of" if match["of"] else "view")
    speaker = Phrase(*match.span(next(name for name in ("s", "owner", "s2") if match[name])))
    content = Phrase(match.end(), clause_end(tape, match.end(), stop))
    ours = tape.word(speaker.start) in _OURS
    if ours or tape.word(noun) not in _VIEWS or not content or not is_free((content,), taken):
        return None
    return Reported(VIEW.id, (content,), speaker, Phrase(noun, noun + 1))


def _may_go_before(tape: Tape, verb: int, cue: Cue, *, it: bool) -> bool:
    """`As Sol said, …`, `As Sol put it, …` and `As Sol pointed out, …`."""
    if it:
        return tape.word(verb) in _PUTTING
    return "bare" in cue.verb or f"{tape.word(verb + 1)}!that" in cue.verb
