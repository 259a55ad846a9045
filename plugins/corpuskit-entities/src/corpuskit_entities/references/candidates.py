"""Candidates: where a pronoun or role noun stands that may mean somebody."""

from __future__ import annotations

import functools
import re

from corpuskit.scan import Scan, trie_pattern
from corpuskit_entities.references.role_nouns import RoleNouns
from corpuskit_entities.tables import lexicon, neighbours, speech_verbs

__all__ = ["candidates", "patterns", "somebody"]


def candidates(scan: Scan) -> list[tuple[int, str, re.Match[str]]]:
    """Where something may stand for a name, its first word, and its match; in text order."""
    start, end, folded = scan.sentences[0].start, scan.sentences[-1].end, scan.folded
    found: list[tuple[int, str, re.Match[str]]] = []
    for opening, word, pattern in patterns():
        at = folded.find(opening, start, end)
        if at >= 0:  # mostly not, for some
            found += [(m.start(), word or m[0], m) for m in pattern.finditer(folded, at, end)]
    found.sort()
    return found


@functools.cache
def somebody() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "… said the old man shot", ", a driver said he": somebody without a name is the subject."""
    roles = {entry.term for entry in lexicon("roles.tsv").entries if " " not in entry.term}
    nouns = trie_pattern({*roles, *neighbours("somebody")})
    opening = r"(?:said|says|that|because|but|while|when|if|claimed|alleged)"
    nobody = rf"(?:the|a|an|another|one) (?:[\w-]+ ){{0,3}}{nouns}"
    return re.compile(rf"\b{opening} {nobody} (?!of\b)"), re.compile(rf"[,;] {nobody} \w+ $")


@functools.cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Pronouns, "it" and "they" only with a verb of speech; role nouns behind "the" or "'s".

    Each with what it begins with and its first word ("" if that is all of it), and looks back
    after that: one such pattern a word is several times faster than one for all, and that than one
    with a boundary in front.
    """
    verbs = rf"(?:(?:also|has|have|had) )?(?:\w{{3,12}}ly )?{trie_pattern(speech_verbs())}\b"
    found = (
        ("h", "", r"h(?<!\w.)(?:e|is|im(?:self)?|er(?:self)?)\b"),
        ("she", "", r"she(?<!\w...)\b"),
        ("it ", "it", rf"it (?<!\w...){verbs}"),
        ("they ", "they", rf"they (?<!\w.....){verbs}"),
        *RoleNouns.patterns(),
    )
    return tuple([(opens, word, re.compile(one, re.MULTILINE)) for opens, word, one in found])
