"""Models of sentences, run for real."""
