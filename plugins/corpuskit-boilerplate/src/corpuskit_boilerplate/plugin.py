"""Registration: what corpuskit-boilerplate brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_segmenters() -> list[object]:
    """Nothing yet."""
    return []
