"""Transcripts: `Q: …`, `MAYOR SOL: …`: paragraphs that begin with who speaks."""

from __future__ import annotations

import re
from collections import Counter

from corpuskit.scan import Example
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.rules.headlines import is_rubric
from corpuskit_quotes.sentence.phrases import Phrase, Reported
from corpuskit_quotes.sentence.tape import Tape

__all__ = ["RULES", "transcript_in"]

_OFFICE = r"(?:,C[CfpD&,]{0,8})?(?:\([^()|\n]{1,8}\)){0,2}"
"""Behind a name: `ANA SOL, HOST:`, `SOL (on the phone):`, `Ana Sol (Lund) (Unity):`."""
_LABEL = r"(?:#\.\n?)?(?P<s>D?[CN](?:[CNJKYR]{0,3}|[CNJfpD]{0,8}\((?P<named>C{2,4})\))|D)"
"""A name or letter; an office with the name behind it, `The Secretary of State (Ana Sol):`."""
TRANSCRIPT = QuoteRule(
    id="quotes.transcript",
    about=(
        "A paragraph that begins with a name or letter and a colon, in an article that has three "
        "of the kind, two speakers and one of them twice, and in which half of them ask or speak "
        "of me or us: all of it is said, without marks."
    ),
    pattern=rf"\|(?:{_LABEL}{_OFFICE}(?P<colon>:)|(?P<letter>[CD])[C.])\n?(?P<said>[^|]+)",
    yes=(
        Example(
            "We met.\n\nQ: [[Is it safe?]]\n\nA: I think so. We looked.\n\nQ: Do you cross it?",
            "direct: Q",
        ),
        Example(
            "We met.\n\nQ. [[Is it safe?]]\n\nA. I think so.\n\nQ. Do you cross it?",
            "direct: Q",
        ),
        Example(
            "ANA SOL, HOST: [[Is it safe?]]\n\nVIK (on the phone): I think so.\n\nSOL: Do you?",
            "direct: ANA SOL",
        ),
        Example(
            "Mrs Ana Sol (Lund) (Unity): [[Is it safe?]]\n\n"
            "The Minister (Mr Jon Vik): I think so.\n\nMrs Sol: Do you cross it?",
            "direct: Mrs Ana Sol",
        ),
        Example(
            "Ana Roe: [[Is it safe?]]\n\nJon Vik: I think so.\n\nAR: Do you cross it?",
            "direct: Ana Roe",
        ),
        Example(
            "The Herald: [[Is it safe?]]\n\nAna Sol: I think so.\n\nThe Herald: Do you cross it?",
            "direct: The Herald",
        ),
    ),
    no=(
        "The plan.\n\nPlace: Lund.\n\nPrice: ten crowns.\n\nLength: a mile.",
        "Two boats.\n\nPrice: ten crowns.\n\nLength: a mile.\n\nPrice: six crowns.",
    ),
)

RULES = (TRANSCRIPT,)

_FEWEST = 3
"""Labelled paragraphs of an article that is a transcript, at least."""
_ANY = re.compile(rf"\|(?:{_LABEL}{_OFFICE}:|D[:.])")
_IN_TALK = re.compile(r"\?|\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")


def transcript_in(tape: Tape, taken: bytearray) -> list[Reported]:
    """What is said in the labelled paragraphs of an article that is, in part, a transcript."""
    if not _may_be(tape) or _ANY.search(tape.tags) is None:
        return []
    found = []
    names: list[str] = []
    initials: dict[str, str] = {}
    turns_at = list(TRANSCRIPT.matcher.finditer("|" + tape.tags))  # one in front of each paragraph
    for match in turns_at if len(turns_at) >= _FEWEST else ():
        form = "named" if match["named"] else "s" if match["s"] else "letter"
        speaker = Phrase(*(place - 1 for place in match.span(form)))
        content = Phrase(match.start("said") - 1, match.end("said") - 1)
        label = tape.text(speaker)
        if match["letter"] and label not in ("Q", "A"):
            continue
        if not label[0].isupper() or is_rubric(label) or taken[content.start]:
            continue
        full = initials.get(label, label)
        initials["".join(word[0] for word in label.split())] = full
        names.append(full.split()[-1].lower())
        colon = match.start("colon") - 1 if match["colon"] else speaker.stop
        cue = Phrase(colon, colon + 1)
        found.append(Reported(TRANSCRIPT.id, (content,), speaker, cue))
    turns = Counter(names)
    if len(found) < _FEWEST or not 1 < len(turns) < len(found):
        return []
    in_talk = sum(_IN_TALK.search(tape.text(one.contents[0])) is not None for one in found)
    if in_talk * 2 < len(found):
        return []
    return found if turns[names[0]] > 1 or names[0] == "q" else found[1:]


def _may_be(tape: Tape) -> bool:
    """Whether an article has colons enough, or a letter with a full stop that asks or answers."""
    if tape.tags.count(":") >= _FEWEST or "|D." in tape.tags:
        return True
    return tape.raw.find("Q.", tape.starts[0], tape.starts[-1]) != -1
