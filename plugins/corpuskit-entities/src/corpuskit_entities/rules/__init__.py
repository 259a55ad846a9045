"""Rules: all of the plugin's, each with its examples."""

from corpuskit_entities.rules.base import NameRule
from corpuskit_entities.rules.context import CONTEXT
from corpuskit_entities.rules.names import SEVERAL
from corpuskit_entities.rules.words import SINGLE

__all__ = ["NameRule", "all_rules"]


def all_rules() -> tuple[NameRule, ...]:
    """Every rule; names of several words first, then of one, then those of the context."""
    return tuple(dict.fromkeys((*SEVERAL, *SINGLE, *CONTEXT)))
