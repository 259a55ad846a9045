"""Kinds: under which name each family of furniture is reported."""

from __future__ import annotations

from types import MappingProxyType

from corpuskit_boilerplate.archive.record import EXPORT_KINDS
from corpuskit_boilerplate.lexicon import LANGUAGES, families

__all__ = ["KINDS", "kinds"]

KINDS = MappingProxyType(
    {
        "follow": "link",
        "newsletter": "subscription",
        "skip_link": "accessibility",
        "table_residue": "other",
    }
)
"""Family to `Furniture.kind`, where the two differ."""

_ELSEWHERE = ("repeated_headline", "key_point", "other", "template", *EXPORT_KINDS)


def kinds(languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """Every kind that can be reported, in alphabetical order."""
    from corpuskit_boilerplate.rules import SHAPES

    known = families(languages)
    names = {*known.whole.values(), *known.inside.values(), *(s.family for s in SHAPES)}
    names.update(family for _, found in known.starts.values() for family in found)
    found = {KINDS.get(name, name) for name in names}
    return tuple(sorted({*found, *_ELSEWHERE}))
