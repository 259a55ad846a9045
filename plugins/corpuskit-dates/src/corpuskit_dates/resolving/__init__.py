"""Resolving: which day, month or year an incomplete expression means."""
