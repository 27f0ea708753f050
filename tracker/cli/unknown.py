"""What is not known of an article that was added, what that costs, and which option gives it.

A date in the future is told too: it can hardly be right.
"""

from datetime import datetime
from typing import Any

from tracker.ingest import Given
from tracker.ingest.given import parse_published
from tracker.model import Published


def unknown(shape: dict[str, Any], given: Given) -> str | None:
    """Return a line on what adding an article left unknown, None where nothing is.

    Of one that was stored before, whether a date that was given with it now is another.
    """
    if shape["outcome"] == "unchanged":
        return _not_taken(shape, given)
    lacking = [name for name in _COSTS if shape[name] is None]
    if not lacking:
        return None
    options = " and ".join(_OPTIONS[name] for name in lacking)
    give = "gives it" if len(lacking) == 1 else "give them"
    line = f"{'; '.join(_COSTS[name] for name in lacking)}: {options} of `tracker add` {give}"
    return f"{line} ({_anew(shape)})" if shape["outcome"] == "added" else line


def ahead(shape: dict[str, Any], now: datetime) -> str | None:
    """Return a line on an article that was just added with a date in the future, else None."""
    at = shape["published_at"]
    if shape["outcome"] != "added" or at is None or not Published.parse(at).is_ahead(now):
        return None
    return (
        f"its date {at} lies in the future, so that whatever repeats it comes before it: if it is "
        f"wrong, --published DATE of `tracker add` gives another ({_anew(shape)})"
    )


def _anew(shape: dict[str, Any]) -> str:
    return f"`tracker article withdraw {shape['article_id']}`, then add it again"


_COSTS = {
    "outlet": "its outlet is unknown, so that it is no independent origin",
    "published_at": "its date is unknown, so that “on Wednesday” is no day and it is nowhere first",
}
"""What an article costs without each."""

_OPTIONS = {"outlet": "--outlet NAME", "published_at": "--published DATE"}


def _not_taken(shape: dict[str, Any], given: Given) -> str | None:
    stated = parse_published(given.published, "--published")
    if stated is None or stated.as_given == shape["published_at"]:
        return None
    return (
        f"--published {given.published} is not taken: article {shape['article_id']} was stored "
        f"before as {shape['published_at'] or 'undated'}, and nothing is overwritten "
        f"({_anew(shape)})"
    )
