"""Kinds: under which name each family of furniture is reported."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["KINDS"]

KINDS = MappingProxyType(
    {
        "follow": "link",
        "newsletter": "subscription",
        "table_residue": "other",
    }
)
"""Family to `Furniture.kind`, where the two differ."""
