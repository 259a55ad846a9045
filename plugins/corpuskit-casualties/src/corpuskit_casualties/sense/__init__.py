"""Sense: what a count comes to: whether it happened, to whom, and of what it is a part."""
