"""References: which pronouns and role nouns stand for whom."""
