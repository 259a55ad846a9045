"""Opening: with which dateline a paragraph opens; several ask, and it is looked for once."""

from __future__ import annotations

import functools

from corpuskit.scan import Dateline, dateline_at

__all__ = ["opening"]


@functools.lru_cache(maxsize=16)  # one page has hardly more that are asked for
def opening(text: str) -> Dateline | None:
    """The dateline at the head of a line; offsets are those in the line."""
    return dateline_at(text, 0, len(text))
