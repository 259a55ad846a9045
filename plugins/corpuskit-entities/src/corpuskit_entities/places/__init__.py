"""Places: the offline gazetteer, what a name can stand for and which place lies in which."""

from corpuskit_entities.places.gazetteer import Gazetteer
from corpuskit_entities.places.place import Place, PlaceKind, Reading, place_key

__all__ = ["Gazetteer", "Place", "PlaceKind", "Reading", "place_key"]
