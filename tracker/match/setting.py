"""What makes two claims alike beside their words: who speaks, when, of which event.

Each feature is one small function that gives a value in [0, 1], like those of
`tracker.match.features`.
"""

from rapidfuzz.distance import JaroWinkler

from tracker.match.pair import Pair
from tracker.match.prepare import Prepared
from tracker.text.names import fold_name, fold_words
from tracker.text.normalise import stem

UNKNOWN = 0.5
"""What a feature says when one side lacks what it compares."""


def anchored(pair: Pair) -> float:
    """Whether a source or an event is known for either: bare words are weighed otherwise."""
    sides = (pair.left.claim, pair.right.claim)
    return float(any(claim.speaker or claim.unnamed_source or claim.event for claim in sides))


def speaker(pair: Pair) -> float:
    """Whether one person speaks: 1 the same, 0.75 perhaps, 0.5 unknown, 0 another."""
    left, right = pair.left.speaker_names, pair.right.speaker_names
    if not left or not right:
        return UNKNOWN
    if left & right:
        return 1.0
    return 0.75 if any(may_be_same(one, other) for one in left for other in right) else 0.0


def may_be_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names may be one person's: a part of the other, or spelt alike."""
    short, long = sorted((one, other), key=len)
    if set(short) <= set(long):
        return True
    return len(short) == len(long) and all(
        a == b or (len(a) == 1 and b.startswith(a)) or JaroWinkler.similarity(a, b) >= SPELT_ALIKE
        for a, b in zip(short, long, strict=True)
    )


SPELT_ALIKE = 0.88
"""Jaro-Winkler similarity of two transliterations: "Sergei" and "Sergey" have 0.93,
"Shoigu" and "Shoygu" 0.91, "Zelensky" and "Zelenskyy" 0.98; "Maria" and "Mario" 0.92 are
why such a pair is only "perhaps" the same."""


def date(pair: Pair) -> float:
    """How near the days are: 1 the same day, half after a week, 0.5 unknown."""
    days = days_apart(pair)
    return UNKNOWN if days is None else 1 / (1 + days / 7)


def days_apart(pair: Pair) -> int | None:
    """Return the days between the two sayings, or their publications; None if unknown."""
    left, right = pair.left.claim, pair.right.claim
    if left.said_on and right.said_on:
        return left.said_on.days_apart(right.said_on)
    if left.published and right.published:
        return abs((left.published.day - right.published.day).days)
    return None


def occasion(pair: Pair) -> float:
    """Whether both tell of one occasion: one named speaker within two days, or one event."""
    days = days_apart(pair)
    same_speaker = speaker(pair) == 1.0 and days is not None and days <= OCCASION_DAYS
    return float(same_speaker or event(pair) == 1.0)


OCCASION_DAYS = 2
"""Days in which several outlets print one utterance, each in its own translation."""


def event(pair: Pair) -> float:
    """Whether the same event is reported: its type, actor and days, averaged."""
    left, right = pair.left.claim.event, pair.right.claim.event
    if left is None or right is None:
        return UNKNOWN
    if left.type != right.type:
        return 0.0
    actor = agree(left.actor, right.actor)
    if left.when is None or right.when is None:
        return (1 + actor + UNKNOWN) / 3
    return (1 + actor + left.when.overlaps(right.when)) / 3


def place(pair: Pair) -> float:
    """Whether the events are at the same place."""
    left, right = pair.left.claim.event, pair.right.claim.event
    if left is None or right is None:
        return UNKNOWN
    return places_agree(pair, left.place, right.place)


def places_agree(pair: Pair, left: str | None, right: str | None) -> float:
    """Return what `agree` does for the places of the two sides' events, `UNKNOWN` where the one
    is named in the other's text beside its own: "Orlen", "the Brask works in Orlen"."""
    alike = agree(left, right)
    if alike > 0.0 or left is None or right is None:
        return alike
    beside = _names(pair.left, right) or _names(pair.right, left)
    return UNKNOWN if beside else alike


def _names(side: Prepared, place: str) -> bool:
    """Say whether the text has all words of a place's name."""
    return all(stem(word) in side.bag for word in fold_words(place))


def agree(left: str | None, right: str | None) -> float:
    """Return 1 if one name holds the other, 0 if not, 0.5 if one is missing."""
    if not left or not right:
        return UNKNOWN
    one, other = fold_name(left), fold_name(right)
    return 1.0 if one in other or other in one else 0.0
