"""corpuskit-spacy: a model's entities for corpuskit, and corpuskit's annotations for spaCy."""

from corpuskit_spacy.doc import from_doc, to_doc
from corpuskit_spacy.extractor import SpacyEntities

__all__ = ["SpacyEntities", "from_doc", "to_doc"]
