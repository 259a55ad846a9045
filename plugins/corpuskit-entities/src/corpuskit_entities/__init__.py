"""corpuskit-entities: persons, organisations and places, and who is who across documents."""

from corpuskit_entities.across.name_index import NameIndex
from corpuskit_entities.across.same_name import acronym_of, same_name
from corpuskit_entities.extractor import Entities

__all__ = ["Entities", "NameIndex", "acronym_of", "same_name"]
