"""Registration: one extractor, without loading numpy."""

import corpuskit
from river_levels.extractor import RiverLevels


@corpuskit.hookimpl
def corpuskit_extractors() -> list[corpuskit.Extractor]:
    """Needs nobody."""
    return [RiverLevels()]
