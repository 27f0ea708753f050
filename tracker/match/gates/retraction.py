"""The gate on words taken back: "I said that …. That was not true"."""

import re

from tracker.match.pair import Pair
from tracker.match.prepare import Prepared
from tracker.model import Difference

_TAKEN_BACK = re.compile(
    r"\b(?:"
    r"(?:take|took|takes|taken|taking) (?:it|that|this|them|(?:those|my|his|her|their) words) back"
    r"|(?:take|took|takes|taken|taking) back (?:what|(?:my|his|her|their|those|the) (?:words?"
    r"|remarks?|claims?|statements?|comments?|accusations?))"
    r"|(?:withdraw|withdrew|retract|retracted|regret) (?:it|that|this|them|my|those|the (?:words?"
    r"|remarks?|claims?|statements?|comments?))"
    r"|(?:(?:that|this|it) (?:was|is) (?:not (?:true|so|right|correct|accurate)|untrue|wrong|false"
    r"|incorrect|inaccurate|(?:a|my) (?:mistake|lie)|an error|my error)"
    r"|i (?:was (?:wrong|mistaken)|misspoke|lied))(?! (?:to|for|of|that)\b)"
    r"|(?:should|ought) (?:not|never)(?: to)? have said"
    r")\b"
)
"""Words by which somebody takes back what they said, after contractions are written out."""


def retraction(pair: Pair) -> Difference | None:
    """One side takes back what the other only says."""
    left, right = _taken_back(pair.left), _taken_back(pair.right)
    if bool(left) == bool(right):
        return None
    return Difference("retraction", left, right)


def takes_back(side: Prepared) -> bool:
    """Say whether somebody takes their words back in a claim."""
    return bool(_taken_back(side))


def _taken_back(side: Prepared) -> str:
    # What opens the text refers to words that stand elsewhere: then it is the claim itself.
    found = next((one for one in _TAKEN_BACK.finditer(side.line) if one.start()), None)
    return found.group() if found else ""
