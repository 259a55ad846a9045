"""Registration: what corpuskit-casualties brings through the door."""

from __future__ import annotations

import corpuskit
from corpuskit_casualties.extractor import Casualties


@corpuskit.hookimpl
def corpuskit_extractors() -> list[Casualties]:
    """The extractor of casualty counts."""
    return [Casualties()]
