"""Ids: a digest of what a thing is and where it is; never random, never a row number."""

from __future__ import annotations

import hashlib

from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["content_id", "digest"]


def content_id(source: Source, span: Span, type: str) -> str:
    """The id of a thing of `type` at `span` of `source`: 20 hexadecimal digits.

    The same text gives the same id on every machine and in every run.
    """
    return _short(f"{source.sha256}\x1f{span.start}\x1f{span.end}\x1f{type}")


def digest(*parts: str) -> str:
    """20 hexadecimal digits of SHA-256 over the parts: an id for what has no span of its own.

    `digest("ab", "c")` is not `digest("a", "bc")`. The order counts: sort what has none.
    """
    return _short("\x1f".join(parts))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:20]
