"""Why words are taken out of the records for good."""

from dataclasses import dataclass
from enum import StrEnum

BLOCK = "█"
"""What stands, once for each codepoint, where redacted words stood."""


def is_blotted(words: str) -> bool:
    """Say whether all of some words were redacted."""
    return bool(words) and not words.strip(BLOCK)


class Ground(StrEnum):
    """What a redaction rests on."""

    LEGAL = "legal"
    PERSONAL_DATA = "personal-data"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Order:
    """Why words are to go: the ground, a person's reason, and who asked for it if known."""

    ground: Ground
    reason: str
    asked_by: str | None = None
