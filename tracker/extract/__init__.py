"""Article to statements."""
