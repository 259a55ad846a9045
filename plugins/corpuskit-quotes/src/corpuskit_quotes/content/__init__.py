"""Content: where what was said begins and ends."""
