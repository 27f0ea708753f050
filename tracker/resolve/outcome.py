"""Who speaks a statement, as far as the article tells."""

from dataclasses import dataclass

from tracker.resolve.roster import Entry


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who speaks: a named entry, several at once, an unnamed source, or nobody known.

    `unnamed` are the printed words of a source that the text does not name. `proposed`
    is whom a blank speaker most likely stands for, `share` the part in [0, 1] of the
    weight of all candidates that the found or proposed one has, `certain` how sure that
    is once it is settled.
    """

    reason: str
    entry: Entry | None = None
    joint: tuple[Entry, ...] = ()
    unnamed: str | None = None
    proposed: Entry | None = None
    share: float = 1.0
    certain: float | None = None
