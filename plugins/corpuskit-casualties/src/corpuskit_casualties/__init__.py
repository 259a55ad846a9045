"""corpuskit-casualties: how many were killed, wounded, missing, captured or displaced, as ranges."""

from corpuskit_casualties.extractor import Casualties

__all__ = ["Casualties"]
