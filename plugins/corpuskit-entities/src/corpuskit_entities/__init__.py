"""corpuskit-entities: persons, organisations and places, and who is who across documents."""

from corpuskit_entities.name_index import NameIndex
from corpuskit_entities.names import same_name

__all__ = ["NameIndex", "same_name"]
