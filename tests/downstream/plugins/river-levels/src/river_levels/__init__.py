"""river-levels: an outsider's plugin with a class of its own and an optional heavy dependency."""

from river_levels.extractor import RiverLevel, RiverLevels, mean

__all__ = ["RiverLevel", "RiverLevels", "mean"]
