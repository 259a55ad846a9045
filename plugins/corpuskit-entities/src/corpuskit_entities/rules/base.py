"""NameRule: what the words of a name alone tell of its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from corpuskit.scan import Rule
from corpuskit_entities.names.word import Word

__all__ = ["NameRule"]


def _never(words: Sequence[Word]) -> str:
    return ""


@attrs.frozen(kw_only=True)
class NameRule(Rule):
    """A rule for names.

    Attributes:
        kind_of: gives the kind of a name of these words, or "" where the rule does not fit.
            A rule that is decided by the context, in `corpuskit_entities.kinds`, has none.
    """

    kind_of: Callable[[Sequence[Word]], str] = _never
