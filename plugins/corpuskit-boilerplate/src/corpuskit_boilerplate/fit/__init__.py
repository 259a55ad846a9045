"""Fit: makes the tables in `weights/` anew from labelled pages; needs numpy, the extra `fit`."""
