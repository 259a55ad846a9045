"""Words: what each word of a text is to the rules, and what its form says."""
