"""Sentence: what the words of an article are, and where phrases and clauses end."""
