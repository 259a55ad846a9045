"""Quoted: which stretches stand inside double quote marks, where pronouns mean somebody else."""

from __future__ import annotations

import re
from bisect import bisect_right

from corpuskit.scan import Scan

__all__ = ["Quoted"]

_MARK = re.compile('[“”"„«»]')


class Quoted:
    """The quoted stretches of an article, found paragraph by paragraph."""

    def __init__(self, scan: Scan) -> None:
        self._edges: list[int] = []
        for _, start, end in scan.zones:
            opened = False
            for match in _MARK.finditer(scan.raw, start, end):
                opens = match.group() in "“„«" or (match.group() == '"' and not opened)
                if opens != opened:
                    self._edges.append(match.start())
                    opened = opens
            if opened:
                self._edges.append(end)

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and bisect_right(self._edges, offset) % 2 == 1
