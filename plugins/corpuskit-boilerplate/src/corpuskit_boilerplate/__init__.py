"""corpuskit-boilerplate."""
