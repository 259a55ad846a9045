"""Registration: what corpuskit-entities brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_extractors() -> list[object]:
    """Entities."""
    from corpuskit_entities.extractor import Entities

    return [Entities()]
