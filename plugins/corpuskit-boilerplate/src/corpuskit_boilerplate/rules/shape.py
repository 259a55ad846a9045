"""Shape: what a rule on the form of one short line consists of."""

from __future__ import annotations

import attrs

from corpuskit.scan import Rule

__all__ = ["Shape"]


@attrs.frozen(kw_only=True)
class Shape(Rule):
    """A rule on one short line.

    Attributes:
        family: what a line of this shape is.
        gate: characters of which the folded line must hold one; "" for no gate. Keeps the
            pattern from being tried on every line.
        named: whether it begins with a term that stands before names (place "name" in
            `families.tsv`) and is of the family.
        roled: whether it ends with a word for who writes (place "role") and is of the family.
        closes: endings of which it must have one; () for any.
        holds: of what it must hold one; () for any.
        pattern: must match the folded line from its first character.
        cased: whether the pattern is for the line as it stands.
        least, most: how many words such a line has.
    """

    family: str
    pattern: str
    gate: str = ""
    named: bool = False
    roled: bool = False
    closes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    cased: bool = False
    least: int = 0
    most: int = 30
