"""Kinds: what each name is, by what stands around all its mentions in an article."""
