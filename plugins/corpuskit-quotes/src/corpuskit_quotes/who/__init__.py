"""Who: who says it."""
