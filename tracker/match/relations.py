"""Naming how two claims stand: one claim printed twice, or two that concern each other."""

from tracker.match import features
from tracker.match.gates.circumstance import same_event
from tracker.match.gates.figures import figure_grew
from tracker.match.lexicon import DENIALS
from tracker.match.prepare import Prepared
from tracker.match.wording import Wording
from tracker.model import ClaimRelation, Difference, LinkRelation, Modality, StatementType

NEARLY_ALL = 0.8
"""Share of words: a version with fewer in common is a paraphrase or another translation."""


def link_relation(wording: Wording) -> LinkRelation:
    """Return how the left wording gives the right one."""
    left, right = wording.pair.left, wording.pair.right
    if left.printed == right.printed:
        return LinkRelation.VERBATIM
    if _is_excerpt(left, right) or _is_excerpt(right, left):
        return LinkRelation.EXCERPT
    same = min(wording.closeness, wording.coverage)
    if same < NEARLY_ALL:
        if StatementType.INDIRECT in (left.claim.type, right.claim.type):
            return LinkRelation.PARAPHRASE
        days = features.days_apart(wording.pair)
        if (
            features.speaker(wording.pair) > features.UNKNOWN
            and (days or 0) <= features.OCCASION_DAYS
        ):
            return LinkRelation.RETRANSLATED
    return LinkRelation.REWORDED


def _is_excerpt(part: Prepared, whole: Prepared) -> bool:
    """Say whether the words of `part` stand in `whole`, in one stretch or, if it has
    ellipses, in a few in the same order."""
    pieces = part.pieces if len(part.pieces) > 1 else (part.printed,)
    at = 0
    for piece in pieces:
        found = _find(piece, whole.printed, at)
        if found is None:
            return False
        at = found + len(piece)
    return bool(part.printed)


def _find(piece: tuple[str, ...], words: tuple[str, ...], start: int) -> int | None:
    """Return where `piece` stands in `words` from `start` on, None where it does not."""
    # One search in a string is linear where comparing slices would be quadratic.
    joined = "\x00" + "\x00".join(words[start:]) + "\x00"
    found = joined.find("\x00" + "\x00".join(piece) + "\x00")
    return None if found < 0 else start + joined.count("\x00", 0, found)


def claim_relation(
    wording: Wording, differences: tuple[Difference, ...]
) -> tuple[ClaimRelation, str] | None:
    """Return how two different claims with like wording or one event stand, and the basis.

    None where they only read alike: two launches on two days, or two names.
    """
    gates = {difference.gate for difference in differences}
    if "date" in gates:
        return _other_day(wording, gates)
    if "negation" in gates or "modality" in gates:
        return _denial(wording, gates)
    if "polarity" in gates:
        return ClaimRelation.CONTRADICTS, "negation"
    if "number" in gates:
        return _other_number(wording)
    if gates & {"role", "name"}:
        return None
    if "speaker" in gates and wording.near_verbatim:
        return ClaimRelation.ECHOES, "speaker"
    return None


def _other_day(wording: Wording, gates: set[str]) -> tuple[ClaimRelation, str] | None:
    left, right = wording.pair.left.claim, wording.pair.right.claim
    alone = gates <= {"date", "day"}
    if alone and features.speaker(wording.pair) == 1.0 and not (left.event and right.event):
        return ClaimRelation.RESTATES, "date"
    return None


def _denial(wording: Wording, gates: set[str]) -> tuple[ClaimRelation, str] | None:
    left, right = wording.pair.left, wording.pair.right
    event = left.claim.event
    denied = event is not None and event.modality is Modality.DENIED
    if denied or (_denies(left) and not _denies(right)):
        return ClaimRelation.DENIES, "negation"
    if "negation" in gates:
        return ClaimRelation.CONTRADICTS, "negation"
    return None


def _denies(side: Prepared) -> bool:
    return any(word.form in DENIALS for word in side.words)


def _other_number(wording: Wording) -> tuple[ClaimRelation, str]:
    left, right = wording.pair.left.claim.published, wording.pair.right.claim.published
    later = left is not None and right is not None and left.start > right.end
    relation = (
        ClaimRelation.UPDATES if later and figure_grew(wording) else ClaimRelation.CONTRADICTS
    )
    return relation, "number"


def concern_each_other(wording: Wording, alike: bool) -> bool:
    """Say whether two different claims are about one thing: alike in words, or one event."""
    return alike or wording.near_verbatim or same_event(wording)
