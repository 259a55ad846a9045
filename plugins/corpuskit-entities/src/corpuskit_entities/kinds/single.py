"""Single: what an unknown word with a capital is, or that it is no name."""

from __future__ import annotations

import re
from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.around.context import are_told, before_armed, before_body, evidence
from corpuskit_entities.around.roles import roles_beside
from corpuskit_entities.cluster import Mention
from corpuskit_entities.kinds.firms import acts_as_firm
from corpuskit_entities.kinds.neuter import thing_of
from corpuskit_entities.lexica import place_of, token_of
from corpuskit_entities.names.joined import is_noun
from corpuskit_entities.tables import lexicon

__all__ = ["kind_of_word"]

_DIGIT = re.compile(r"\d")
_SUM = re.compile(
    r"[A-Z]\d+(?:[.,]\d+)*\s?(?:[mb]n?|trn?|million|billion|trillion|crore|lakh)\b"
    r"|[A-Z]\d{1,3},\d{3}\b"
)
_UNIT = 16  # characters that hold the rest of a sum and its unit
_ENOUGH = 2  # what one role or verb of speech counts: enough for a word that opens its sentence
_is_alone = attrgetter("alone")


def kind_of_word(scan: Scan, word: str, same: list[Mention], singles: set[str]) -> tuple[str, str]:
    """Kind and rule of an unknown word with a capital; "" for one that is no name."""
    token = token_of(same[0].text)
    alone = all(map(_is_alone, same))
    ending = "n" if word.endswith("a") else "er" if word.endswith("land") else ""
    if ending and not singles.isdisjoint((word + ending, word + ending + "s")):
        return "place", "entities.country_of_people"
    if word.endswith(("an", "ans")) and word.rstrip("s")[:-1] in singles:
        return "group", "entities.people_of_country"
    if alone and word in lexicon("role_modifiers.tsv") and _is_role_next(scan, same[0]):
        return "", ""  # Defence lawyer
    if alone and is_noun(token):
        bodies = sum([_is_outlet(scan.folded, m.end) for m in same])
        return ("organisation", "entities.body_context") if bodies * 2 >= len(same) else ("", "")
    if _SUM.match(scan.raw, same[0].start, same[0].end + _UNIT):
        return "", ""  # R1.3bn, P500,000
    found = evidence(scan.folded, same)
    if found.body * 2 >= len(same) or (token.common and are_told(scan.folded, same)):
        return "organisation", "entities.body_context"
    firm = (found.body and not alone) or acts_as_firm(scan.folded, same)
    if firm and not (token.common or token.first or found.strong or roles_beside(scan, same)):
        return "organisation", "entities.body_context"
    plural = word.endswith("s") and not token.common
    if found.determined * 2 > len(same) - plural and not found.strong:
        if alone and not _DIGIT.search(word):
            return "", ""  # among capitals
        return ("group", "entities.plural") if plural else ("other", "entities.other")
    if alone and word.endswith("ly") and scan.raw.startswith(",", same[0].end):
        return "", ""  # an adverb
    strongly = bool(found.strong) and found.strong * 6 >= len(same)
    if token.common:
        if found.place <= found.person:
            return "other", "entities.other"
    elif strongly and not alone and (not (token.first and found.person) or found.town):
        return "place", "entities.place_context"
    person = found.person + roles_beside(scan, same)
    if person and _DIGIT.search(word):
        return "organisation", "entities.body_context"  # News24 reported
    if alone and person < _ENOUGH and not scan.folded.startswith("'s ", same[0].end):
        return "", ""
    if strongly and not (token.common or token.first):
        return "place", "entities.place_context"
    if found.place > person and not token.common and place_of(same[0].text) is not None:
        return "place", "entities.place_context"
    if token.common or _is_shouted(same):
        return "other", "entities.other"
    called = token.first and not found.place
    if person or (called and place_of(same[0].text) is None):
        return thing_of(scan, same, found.person) or ("person", "entities.person_context")
    return "other", "entities.other"


def _is_outlet(folded: str, end: int) -> bool:
    """Whether a noun for papers, firms and their like follows: no "Bomb squad"."""
    return before_body(folded, end) and not before_armed(folded, end)


def _is_role_next(scan: Scan, mention: Mention) -> bool:
    follow = scan.raw[mention.end : mention.end + 24].split(None, 1)
    return bool(follow) and follow[0].islower() and token_of(follow[0]).role


def _is_shouted(same: list[Mention]) -> bool:
    """Whether it always stands in capitals, so that it is an abbreviation of something."""
    return all(mention.text.isupper() for mention in same)
