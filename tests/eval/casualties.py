"""Adapter of the casualties kit: a text to mentions, through the public surface."""

from __future__ import annotations

import functools
from typing import Any

from corpuskit import Casualty, Pipeline
from corpuskit_casualties import Casualties

KINDS = ("killed", "wounded", "missing", "captured")


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline([Casualties()], strict=True)


def casualties(text: str) -> list[dict[str, Any]]:
    """Mentions in the kit's form; an open low end counts as 0."""
    (result,) = _pipeline().run([text], segment=False)
    return [_mention(casualty) for casualty in result.casualties if casualty.kind in KINDS]


def _mention(casualty: Casualty) -> dict[str, Any]:
    return {
        "start": casualty.span.start,
        "end": min(casualty.span.end, casualty.span.start + 160),
        "kind": casualty.kind,
        "low": casualty.low or 0,
        "high": casualty.high,
        "who": casualty.who or "",
        "scope": casualty.scope,
    }
