"""Body: which lines are an article's body."""
