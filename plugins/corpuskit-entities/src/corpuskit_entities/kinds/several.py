"""Several: what an unknown name of several words is, by what stands around its mentions."""

from __future__ import annotations

import re

from corpuskit.scan import Scan
from corpuskit_entities.around.byline import is_signed
from corpuskit_entities.around.context import behind_vessel, evidence
from corpuskit_entities.around.roles import roles_beside
from corpuskit_entities.cluster import Mention
from corpuskit_entities.kinds.firms import acts_as_firm
from corpuskit_entities.kinds.nearby import said_after
from corpuskit_entities.kinds.neuter import thing_of
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names.lands import is_large
from corpuskit_entities.tables import name_parts

__all__ = ["kind_of_name"]

_DIGIT = re.compile(r"\d")
_ENOUGH = 2  # what one role or verb of speech counts: enough for a name that begins like a word


def kind_of_name(scan: Scan, words: tuple[str, ...], same: list[Mention]) -> tuple[str, str]:
    """Kind and rule of an unknown name of several words."""
    if is_signed(scan, same[0]) and not _ends_as_word(same[0]):
        return "person", "entities.person_context"
    if any(behind_vessel(scan.folded, m.start, m.end) for m in same):
        return "other", "entities.vessel"
    found = evidence(scan.folded, same)
    if found.body * 2 >= len(same) or said_after(scan, same):
        return "organisation", "entities.body_context"
    if found.determined and acts_as_firm(scan.folded, same):
        return "organisation", "entities.body_context"
    if _DIGIT.search(same[0].text):
        return "other", "entities.other"  # AK-47 Rifles
    part = words[0] in name_parts("direction") and is_large(" ".join(words[1:]))
    if found.determined * 2 > len(same) and not (found.place or part):
        if words[-1].endswith("s") and not words[-1].endswith("ss"):
            return "organisation", "entities.plural"  # the Purple Herons
        if len(words[0]) > 1 and found.person + roles_beside(scan, same) < _ENOUGH:
            return "other", "entities.other"  # the Golden Heron
    first = token_of(words[0])
    wordlike = words[0] in name_parts("direction") or first.common or bool(first.stop)
    seat = words[-1] in name_parts("seat") and not (wordlike or same[0].text.isupper())
    if seat and not (found.person or roles_beside(scan, same)):
        return "place", "entities.seat"
    if (thing := thing_of(scan, same, found.person)) is not None:
        return thing
    if not wordlike and found.place <= found.person + 1:
        unsure = not found.person and _ends_as_word(same[0]) and not roles_beside(scan, same)
        return ("other", "entities.other") if unsure else ("person", "entities.person_context")
    person = found.person + roles_beside(scan, same)
    if found.place > person + 1 or part or (found.strong and words[0] in name_parts("direction")):
        return "place", "entities.place_context"
    if wordlike and person < _ENOUGH:
        return "other", "entities.other"
    return "person", "entities.person_context"


def _ends_as_word(name: Mention) -> bool:
    """ "Zarvik Update": an unknown name whose last word is a common one, or the plural of one, is
    somebody only if something tells so; initials do ("J.D. Drew")."""
    first, last = name.text.split(None, 1)[0], name.text.rsplit(None, 1)[-1]
    word = token_of(last).common or token_of(last.removesuffix("s")).common
    return word and "." not in first
