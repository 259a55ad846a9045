"""Registration: what corpuskit-dates brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_extractors() -> list[object]:
    """The `dates` extractor."""
    from corpuskit_dates.extractor import Dates

    return [Dates()]
