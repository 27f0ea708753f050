"""Whether two claims are the same."""
