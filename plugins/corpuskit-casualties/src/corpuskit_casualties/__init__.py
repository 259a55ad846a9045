"""corpuskit-casualties."""
