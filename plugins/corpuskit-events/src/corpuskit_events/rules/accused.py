"""Accused: who blames, charges or convicts somebody of a deed has not done it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpuskit.scan import Example, Rule, trie_pattern
from corpuskit_events.cue import cue, either
from corpuskit_events.rules.deed import Deed

__all__ = ["ACCUSED_RULES", "Accusation", "accused_before"]

REACH = 90  # characters before the deed that are looked at

ACCUSED_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.roles.accused",
        about="Whom somebody blames for a deed or charges with it acts, not who says so.",
        yes=(
            Example("Police blamed the [[rebels]] for attacking Karn.", "alleged"),
            Example("Prosecutors charged a [[teacher]] with killing four farmers.", "alleged"),
            Example("The army accused the [[rebels]] of the attack on Karn.", "alleged"),
            Example("The army accused the [[rebels]] of ending it by shelling Karn.", "alleged"),
            Example("The army accused the [[rebels]] of carrying out the attack.", "alleged"),
            Example("Jurors convicted a [[soldier]] of killing a driver.", "asserted"),
        ),
        no=("Police accused of attacking a crowd the rebels who had left Karn.",),
    ),
)

_OF = frozenset(["of", "for", "with", "over"])
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got|,|who)\s(?:\w+ly\s)?$")
_NO_OBJECT = ("of ", "for ", "with ", "over ", "by ", "in ")


class Accusation(NamedTuple):
    """Offsets of who is accused; whether a court has found that it was so."""

    start: int
    end: int
    proven: bool


def accused_before(deed: Deed) -> Accusation | None:
    """Who stands accused of a deed, before it.

    None where the accused is the subject: "rebels accused of", "Marn was charged with".
    """
    if _OF.isdisjoint(deed.last):
        return None
    further = deed.sense.form == "ing" and deed.last[-1] in ("by", "and")
    if not (further or _is_object(deed.last)):
        return None
    folded, trigger = deed.folded, deed.start
    begin = max(deed.first, trigger - REACH)
    before = folded[begin - 1 : trigger] if begin else f" {folded[:trigger]}"
    for match in _accusing().finditer(before):
        whom = match["whom"]
        if whom.startswith(_NO_OBJECT) or _PASSIVE.search(before, 1, match.start("verb")):
            continue
        first = begin + match.end() - 1
        return Accusation(first, first + len(whom), match["verb"] in _stems("convict"))
    return None


@cache
def _passed() -> frozenset[str]:
    """What may stand between: "of the recent", "of carrying out the"."""
    return cue("recent") | cue("launched") | {"out"}


def _stems(use: str) -> list[str]:
    return [verb.removesuffix("e") for verb in cue(use)]


@cache
def _accusing() -> re.Pattern[str]:
    return re.compile(
        rf"[^a-z0-9_]\b(?P<verb>{trie_pattern(_stems('accuse'))})(?:e[sd]?|s|ing)?\s"
        rf"(?=(?P<whom>(?:[\w'\u2019-]+\s){{1,8}}){trie_pattern(_OF)}\s"
        r"(?:\w+ing\s(?:[\w'\u2019-]+\s){0,6}(?:by|and)\s)?"  # "of ending it by"
        rf"(?:{either('launched')}\s(?:out\s)?)?"  # "of carrying out the attack"
        rf"(?:(?:{either('recent')}|\w+day's|\w+ly)\s)*$)"
    )


def _is_object(last: Sequence[str]) -> bool:
    """Whether a deed is what somebody can be accused of: "of", "for the recent"."""
    passed = _passed()
    for word in reversed(last):
        if word in _OF:
            return True
        if word not in passed and not word.endswith(("ly", "day's")):
            return False
    return False
