"""Registration: what corpuskit-quotes brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_extractors() -> list[object]:
    """The quotations extractor."""
    from corpuskit_quotes.extractor import Quotes

    return [Quotes()]
