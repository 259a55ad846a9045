"""daily-tolls: an outsider's plugin that builds on two layers of others."""

from daily_tolls.extractor import DailyToll, DailyTolls

__all__ = ["DailyToll", "DailyTolls"]
