"""Who: who is who in an article."""
