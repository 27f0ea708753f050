"""Address or file to capture."""
