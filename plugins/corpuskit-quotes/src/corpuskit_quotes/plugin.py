"""Registration: what corpuskit-quotes brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_extractors() -> list[object]:
    """Nothing yet."""
    return []
