"""corpuskit-dates."""
