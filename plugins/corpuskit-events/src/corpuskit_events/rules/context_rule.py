"""Context rule: how a row says that a trigger word tells of no event of its type."""

from __future__ import annotations

import attrs

from corpuskit.scan import Rule

__all__ = ["BE", "ContextRule"]

BE = r"(?:was|were|(?:will|to|would)\sbe|(?:ha[ds]|have)\sbeen)"


@attrs.frozen(kw_only=True)
class ContextRule(Rule):
    """Turns a trigger down; the examples mark what is turned down, their value is the rule's.

    Attributes:
        words: classes of the triggers that it looks at.
        terms: the same by their text, folded; () for all of `words`.
        before, after: patterns over folded text that end or begin at the trigger.
        around: a pattern over both, in which "_" stands for the trigger.
        unless: whether the trigger stands only where one of the patterns matches.
    """

    words: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    around: str = ""
    unless: bool = False
