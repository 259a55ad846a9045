"""Ids: a digest of what a thing is and where it is; never random, never a row number."""

from __future__ import annotations

import functools
import hashlib

from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["content_id", "digest"]

_SIZE = 20


def content_id(source: Source, span: Span, type: str) -> str:
    """The id of a thing of `type` at `span` of `source`: 20 hexadecimal digits.

    The same text gives the same id on every machine and in every run.
    """
    begun = _begun(source.sha256).copy()
    begun.update(f"\x1f{span.start}\x1f{span.end}\x1f{type}".encode())
    return begun.hexdigest()[:_SIZE]


def digest(*parts: str) -> str:
    """20 hexadecimal digits of SHA-256 over the parts: an id for what has no span of its own.

    `digest("ab", "c")` is not `digest("a", "bc")`. The order counts: sort what has none.
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_SIZE]


@functools.lru_cache(maxsize=16)
def _begun(text: str) -> hashlib._Hash:
    """The digest of a text that several others begin with, to go on from."""
    return hashlib.sha256(text.encode())
