"""Registration: one extractor."""

import corpuskit
from daily_tolls.extractor import DailyTolls


@corpuskit.hookimpl
def corpuskit_extractors() -> list[corpuskit.Extractor]:
    """Needs casualties and dates."""
    return [DailyTolls()]
