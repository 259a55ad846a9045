"""corpuskit-quotes."""
