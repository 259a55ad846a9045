"""corpuskit-events."""
