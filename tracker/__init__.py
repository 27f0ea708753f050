"""A claims and quotes fact-tracking database for news articles."""

__version__ = "0.1.0"
