"""Words that deny, found in a row of words."""

from collections.abc import Sequence

from tracker.match.lexicon import NEGATING_PHRASES, NEGATIONS, NOT_NEGATING
from tracker.text.normalise import Word

SCOPE = 3
"""Words after a negation within which it denies the first one that carries content."""


def negations_in(found: Sequence[Word], start: int, end: int) -> list[int]:
    """Return the places in `found[start:end]` of words that deny."""
    return [
        at
        for at in range(max(0, start), min(end, len(found)))
        if (found[at].form in NEGATIONS or _ends_a_phrase(found, at))
        and (at + 1 == len(found) or found[at + 1].form not in NOT_NEGATING)
        and not (
            at + 2 < len(found) and found[at + 1].form == "more" and found[at + 2].form == "than"
        )
        and not _goes_on(found, at)
        and not _leaves_one_out(found, at)
        and not _is_of_a_case(found, at)
    ]


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Say whether a "nor" goes on with the denial before it: "neither time nor money" is one."""
    before = found[max(0, at - 2 * SCOPE) : at]
    return found[at].form == "nor" and any(word.form == "neither" for word in before)


def _leaves_one_out(found: Sequence[Word], at: int) -> bool:
    """Say whether something is left out of what it denies: "nothing changed but the date" is that
    the date changed."""
    behind = found[at + 1 : at + 1 + EXCEPTED]
    return found[at].form in _NOTHING and any(word.form in _EXCEPT for word in behind)


EXCEPTED = 6
"""Words behind a "nothing" within which it is told what is left out."""

_NOTHING = frozenset({"no", "nobody", "nothing", "none", "noone"})
_EXCEPT = frozenset({"except", "but", "save"})


def _is_of_a_case(found: Sequence[Word], at: int) -> bool:
    """Say whether it only speaks of another case: "failing that, they may shoot"."""
    return found[at].form == "failing" and at + 1 < len(found) and found[at + 1].form == "that"


def _ends_a_phrase(found: Sequence[Word], at: int) -> bool:
    return at > 0 and (found[at - 1].form, found[at].form) in NEGATING_PHRASES
