"""What becomes of a statement when its article is captured again, and what outlets say of it."""

from dataclasses import dataclass
from enum import StrEnum


class AnchorState(StrEnum):
    """How the words of a selector were found again in another version of the text.

    `folded` is word for word, but for case, white space and typography; `fuzzy` is
    nearly; `ambiguous` says that several places are equally good.
    """

    EXACT = "exact"
    FOLDED = "folded"
    FUZZY = "fuzzy"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Where a selector's words stand in another text: codepoint offsets, end exclusive.

    Both are None where they stand nowhere or nobody can tell where. `score` in [0, 1] is
    how like the words are, 1 where they are the same.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    score: float = 0.0


class Fate(StrEnum):
    """Whether a version holds a statement of an earlier one."""

    PRESENT = "present"
    CHANGED = "changed"
    GONE = "gone"


class NoticeKind(StrEnum):
    """What an outlet says of an article that it published."""

    CORRECTION = "correction"
    RETRACTION = "retraction"
    CLARIFICATION = "clarification"
