"""Selection: which installed plugins are wanted, decided by name before anything is imported."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

__all__ = ["NONE", "Selection"]

NONE = "none"
"""In place of names: no plugin at all."""


@attrs.frozen
class Selection:
    """Names to allow and to deny; distribution names or entry point names, in any case.

    Attributes:
        allow: if not empty, only these are loaded.
        deny: these are not.
    """

    allow: frozenset[str] = frozenset()
    deny: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Selection:
        """`"dates, quotes"` allows just these; `"-quotes"` denies one; both may be mixed;
        `"none"` allows nothing.
        """
        return cls.of(re.split(r"[\s,]+", text.strip()))

    @classmethod
    def of(cls, names: Iterable[str]) -> Selection:
        """From names; a leading minus denies."""
        wanted = [name for name in names if name]
        return cls(
            frozenset(_normal(n) for n in wanted if not n.startswith("-")),
            frozenset(_normal(n[1:]) for n in wanted if n.startswith("-")),
        )

    def excludes(self, *names: str) -> str:
        """Why a plugin known by these names is not wanted; "" if it is."""
        mine = {_normal(name) for name in names}
        if mine & self.deny:
            return f"denied by name ({', '.join(sorted(mine & self.deny))})"
        if self.allow and not mine & self.allow:
            return f"not among those allowed ({', '.join(sorted(self.allow))})"
        return ""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
