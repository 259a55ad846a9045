"""iso-dates: an outsider's plugin that stands in for the first-party dates."""

from iso_dates.extractor import IsoDates

__all__ = ["IsoDates"]
