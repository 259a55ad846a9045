"""corpuskit-quotes: direct, mixed and indirect quotations with their speakers."""

from corpuskit_quotes.extractor import Quotes

__all__ = ["Quotes"]
