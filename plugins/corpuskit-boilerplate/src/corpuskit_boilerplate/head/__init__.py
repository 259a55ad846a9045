"""Head: what stands above the body: headline, authors, day of publication."""
