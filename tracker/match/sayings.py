"""Whether two claims are one saying of one speaker: few words, or another translation.

Speaker and day say so much that weaker wording will do; with few words, less so.
"""

import re

from tracker.match import setting
from tracker.match.events import in_one_breath
from tracker.match.pair import Pair
from tracker.match.telling import tells_the_same
from tracker.model import Claim, StatementType

ALIGNED_WORDS = 6
ALIGNED_SHARE = 0.5
"""Content words, and their share of the shorter text, that stand in the same order in two
translations of one quotation."""

FEW_WORDS = 3
"""Content words from which a text too short to link is suggested on its score alone."""

SURE = 0.95
"""Probability from which two short texts are one saying though they are not both quotations, or
have but two content words. Of the pairs of one article in which a named speaker says two things in
three content words, one in a hundred scores 0.9 or more."""

TWO_WORDS = 2
""""Pick up the phone": the fewest content words in which two quotations are the same. With one,
"a slow count is not a crooked count" would be "it's a count"."""


def may_be_translated_again(pair: Pair) -> bool:
    """Say whether both quote one named speaker within two days, so that weak wording will do."""
    quoted = StatementType.INDIRECT not in (pair.left.claim.type, pair.right.claim.type)
    return quoted and is_one_saying(pair)


def is_one_saying(pair: Pair) -> bool:
    """Say whether both are of one named speaker within two days."""
    days = setting.days_apart(pair)
    near = days is not None and days <= setting.OCCASION_DAYS
    return near and setting.speaker(pair) == 1.0


def is_translated_again(pair: Pair) -> bool:
    """Say whether two quotations of a day line up well enough to be one in two translations."""
    days = setting.days_apart(pair)
    aligned = pair.content.matched
    return (
        aligned >= ALIGNED_WORDS
        and aligned >= ALIGNED_SHARE * shorter(pair)
        and days is not None
        and days <= 1
        and may_be_translated_again(pair)
    )


def is_said_otherwise(pair: Pair, score: float) -> bool:
    """Say whether one named speaker says one thing within two days in other words: names aside,
    either side has much of what the other tells. Of one paragraph they are two things."""
    if score < OTHERWISE or not is_one_saying(pair) or in_one_breath(pair):
        return False
    return tells_the_same(pair)


OTHERWISE = 0.75
"""Probability from which much of the same words, told by one speaker on one occasion, is one
claim."""


def is_one_short_saying(pair: Pair, score: float) -> bool:
    """Say whether few words with this score are one saying: "Mr Vell's comments" and "Mr Vell's
    views on taxes" share as much as two translations of a quotation do."""
    if not is_one_saying(pair):
        return False
    words, quoted, sure = shorter(pair), are_quoted(pair), score >= SURE
    if not quoted:
        return sure and words > FEW_WORDS
    return words >= FEW_WORDS or (sure and words >= TWO_WORDS and are_alike_in_length(pair))


def may_be_said_again(pair: Pair) -> bool:
    """Say whether the same words may have been said of something else: they point at the moment
    ("this launch", "at this point") and were printed days apart, on no day that is known."""
    days = setting.days_apart(pair)
    apart = days is not None and days > SAME_WORDS_DAYS
    return apart and all(_OF_THE_MOMENT.search(side.claim.text) for side in (pair.left, pair.right))


SAME_WORDS_DAYS = 3
"""Days within which the same few words, or such as point at the moment, are one utterance."""

_OF_THE_MOMENT = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|now|currently|so far|at the moment"
    r"|at this (?:point|stage|time|moment|hour)"
    r"|this (?!is\b|was\b|country|nation|state|city|town|village|island|world|government|parliament"
    r"|council|court|company|party|house)[a-z]+)",
    re.IGNORECASE,
)


def are_alike_in_length(pair: Pair) -> bool:
    """Say whether one side has at most one content word more, so that neither holds the other."""
    return abs(len(pair.left.content) - len(pair.right.content)) <= 1


def are_quoted(pair: Pair) -> bool:
    """Say whether both sides give words in quotation marks, or all of theirs are a quotation."""
    return all(map(_has_a_quotation, (pair.left.claim, pair.right.claim)))


def is_quoted(pair: Pair) -> bool:
    """Say whether at least one side does."""
    return any(map(_has_a_quotation, (pair.left.claim, pair.right.claim)))


def _has_a_quotation(claim: Claim) -> bool:
    return claim.type is not StatementType.INDIRECT or bool(_QUOTED.search(claim.text))


_QUOTED = re.compile(r"[\"“”„«‘]")


def shorter(pair: Pair) -> int:
    """Return the content words of the shorter text."""
    return min(len(pair.left.content), len(pair.right.content))
