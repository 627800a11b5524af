"""Which words of a sentence changed, marked so that a person can read it."""
