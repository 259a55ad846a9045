"""Across: who is who over many documents."""
