"""Sentence: what the words of a sentence are: victims, counts, who says so."""
