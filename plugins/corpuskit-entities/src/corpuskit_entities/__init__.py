"""corpuskit-entities."""
