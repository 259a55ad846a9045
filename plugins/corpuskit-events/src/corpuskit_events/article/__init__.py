"""Article: from the sentences of an article to its events."""
