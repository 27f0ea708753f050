"""What follows from a value: its time in UTC, the instants of a date, a folded name."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import List, Optional


def utc(value: str) -> str:
    """Return a time as the database has it, in UTC without a zone, as records have it."""
    return datetime.fromisoformat(value).replace(tzinfo=timezone.utc).isoformat()


def utc_or_none(value: Optional[str]) -> Optional[str]:
    """Return the same of a time that need not be there."""
    return None if value is None else utc(value)


def published(given: Optional[str]) -> List[Optional[str]]:
    """Return the first and last instant of a date, or of a date and time."""
    if given is None:
        return [None, None]
    at = datetime.fromisoformat(given)
    if len(given) > 10:
        return [at.astimezone(timezone.utc).isoformat()] * 2
    start = at.replace(tzinfo=timezone.utc)
    return [start.isoformat(), (start + timedelta(days=1, microseconds=-1)).isoformat()]


def is_folded(name: str, key: str) -> bool:
    """Say whether a name's folded form can be right; only ASCII can be folded here."""
    if not name.isascii():
        return key != ""
    folded = re.sub("[^a-z0-9]+", " ", name.lower().replace("'", "")).strip()
    return key == (folded or name.strip().lower())
