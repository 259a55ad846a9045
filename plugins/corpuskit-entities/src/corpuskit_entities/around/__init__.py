"""Around: what stands around a mention, and what that says of it."""
