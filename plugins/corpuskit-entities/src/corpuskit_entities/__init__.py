"""corpuskit-entities: persons, organisations and places, and who is who across documents."""

from corpuskit_entities.extractor import Entities
from corpuskit_entities.name_index import NameIndex
from corpuskit_entities.names import acronym_of, same_name

__all__ = ["Entities", "NameIndex", "acronym_of", "same_name"]
