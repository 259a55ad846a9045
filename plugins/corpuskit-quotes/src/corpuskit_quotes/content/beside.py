"""Beside: where reported content runs into direct speech, whether it ends there or holds it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpuskit_quotes.sentence.phrases import Phrase, Reported, Spoken
from corpuskit_quotes.sentence.tape import Tape

__all__ = ["Direct"]

_PARTS = frozenset(",;:-&b")
"""What parts a content from speech that is another quotation."""
_JOINS = frozenset("&bs")
"""What may join the verb of a speech to one in front that has the same subject."""
_ASIDE_OPENS = re.compile(r"[,-](?:[pt]?W|[&b][sw])")
"""What opens a clause of the writer's: `, to which he replied`, `, and when asked, he said`."""
_CLAUSES = ("_that", "_bare", "_wh")
"""Frames whose content may hold what another one said."""
_SHORTEST = 2
"""Tokens of a content that is cut in front of speech."""


class Direct:
    """The direct speech of an article, less what turns out to be told by somebody else."""

    def __init__(self, spoken: Sequence[Spoken]) -> None:
        self._spoken = spoken
        self._last = [one.stretches[-1] for one in spoken]
        self._inner: list[Phrase] = []

    def hold(self, content: Phrase) -> None:
        """Take the speech within a content for a part of it."""
        self._inner.append(content)

    def outside(self) -> Sequence[Spoken]:
        """The speech that no content holds."""
        if not self._inner:
            return self._spoken
        inner = self._inner
        return [one for one in self._spoken if not any(one.stretches[0] in said for said in inner)]

    def settle(self, tape: Tape, one: Reported, verb: int) -> Reported | None:
        """What is left of an attribution by the verb at token `verb`, whose content meets speech.

        `He said it was late and added, “…”` ends in front of the conjunction; `she said she was
        told “…”` holds the speech.
        """
        content = one.contents[-1]
        speech = self._met(content)
        begin = _begin(tape, speech, content) if speech is not None else None
        if speech is None or begin is None:
            return None
        cut = _cut(tape, content.start, begin)
        own = speech.cue is not None and verb in speech.cue
        if cut is not None and not own:
            if cut - content.start < _SHORTEST:
                return None
            return one._replace(contents=(*one.contents[:-1], Phrase(content.start, cut)))
        if not own and not one.rule.endswith(_CLAUSES):
            return None
        if speech.stretches[0] not in content or speech.stretches[-1] not in content:
            return None
        self.hold(content)
        return one

    def _met(self, content: Phrase) -> Spoken | None:
        """The first speech that ends in a content or behind its beginning."""
        place = bisect_right(self._last, content.start)
        return self._spoken[place] if place < len(self._spoken) else None


def _begin(tape: Tape, speech: Spoken, content: Phrase) -> int | None:
    """The first token of an attribution, its cue and speaker included, within a content."""
    cue = speech.cue
    if cue is not None and cue.start in content and tape.tags[cue.start - 1] in _JOINS:
        return cue.start  # `she was late and said, “…”`
    starts = [speech.stretches[0] if speech.lead is None else speech.lead]
    starts += [part.start for part in (cue, speech.speaker) if part is not None]
    return min((start for start in starts if start in content), default=None)


def _cut(tape: Tape, first: int, stop: int) -> int | None:
    """Where a content from token `first` on ends in front of an attribution at `stop`; None if it
    does not."""
    tags = tape.tags
    aside = _ASIDE_OPENS.search(tags, first, stop)
    if aside is not None:
        return aside.start()
    if tags[stop - 1 : stop + 1] == "sG":
        return stop - 1  # `it was late while adding, “…”`
    if tags[stop - 1] not in _PARTS:
        return None
    while stop > first and tags[stop - 1] in _PARTS:
        stop -= 1
    return stop
