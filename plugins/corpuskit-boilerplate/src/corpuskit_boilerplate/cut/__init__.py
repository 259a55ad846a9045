"""Cut: where in a stack an article begins."""
