"""Strings, with no idea of news."""
