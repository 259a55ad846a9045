"""Around: what stands about an expression, in its sentence and in what the text has told."""
