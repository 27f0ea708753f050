"""The database as it was: what it knew at an instant, or what had been published by a day."""

from tracker.store.past.moment import Asked, Past
from tracker.store.past.session import reading_past

__all__ = ["Asked", "Past", "reading_past"]
