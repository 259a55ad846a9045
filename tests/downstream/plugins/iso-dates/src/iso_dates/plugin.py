"""Registration: one extractor in place of another."""

import corpuskit
from iso_dates.extractor import IsoDates


@corpuskit.hookimpl
def corpuskit_extractors() -> list[corpuskit.Extractor]:
    """Replaces "dates"."""
    return [IsoDates()]
