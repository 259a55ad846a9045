"""Firms: what is done or said by a name alone that no person does or says: "posted a loss".

The last four places of neighbours.tsv; what any name may have beside it is in `around.context`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit.scan import trie_pattern
from corpuskit_entities.cluster import Mention
from corpuskit_entities.tables import beside, heads, speech_verbs

__all__ = ["acts_as_firm", "become_firms"]

_REACH = 28  # characters that hold "a spokeswoman for" before a name


def acts_as_firm(folded: str, same: Sequence[Mention]) -> bool:
    """Whether one of some mentions does what firms do, speaks of itself as "it", or has somebody
    who speaks for it."""
    doing, spoken_for = _doing(), _spoken_for()
    for mention in same:
        start, end = mention.start, mention.end
        if folded.startswith(" ", end) and doing.match(folded, end + 1):
            return True
        if folded.endswith(spoken_for, max(0, start - _REACH), start):
            return True
    return False


def _rows(where: str) -> frozenset[str]:
    """The words of neighbours.tsv that tell of a firm in a place."""
    return frozenset([word for word, _ in beside(where)])


@functools.cache
def _spoken_for() -> tuple[str, ...]:
    terms = sorted(_rows("spoken for"))
    return tuple([f"{term} for {the}" for term in terms for the in ("", "the ")])


@functools.cache
def _doing() -> re.Pattern[str]:
    """ "laid off 300", "posted a loss", "said on Monday that it would close", "said its profit"."""
    day = r"(?: (?:on |late |early |last )?\w+day)?"
    goes_on = r"(?:would|will|had|has|plans to|planned to|expects to|expected to|intends to)"
    itself = rf"it {goes_on} {trie_pattern(_rows('it would'))}|its {trie_pattern(_rows('its'))}"
    said = rf"{trie_pattern(speech_verbs())}{day}(?: that)? (?:{itself})"
    return re.compile(
        rf"(?:{trie_pattern(_rows('does'))}|{trie_pattern(_rows('spoken for'))}"
        rf"|(?:has |had |also )?{said})\b"
    )


def become_firms(persons: Sequence[Mention], bodies: Sequence[Mention]) -> None:
    """ "Rosa Varga" is a firm where "Rosa Varga Ltd" is named and no title stands before it."""
    firms = {m.words[:-1] for m in bodies if len(m.words) > 2 and m.words[-1] in heads("firm")}
    for mention in persons if firms else ():
        if mention.role is None and mention.words in firms:
            mention.kind, mention.rule = "organisation", "entities.short_form"
