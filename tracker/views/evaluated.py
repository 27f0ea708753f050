"""How the matcher does by the desk's own answers on links."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from tracker import match
from tracker.match.threshold import FEWEST, Answer, Share, Threshold, answers_to_prove, recommend
from tracker.model import Decision, LinkStatus
from tracker.store import claims, judgements, links
from tracker.store.judgements import Subject
from tracker.store.tables import LinkRow
from tracker.views.shapes import Shape


@dataclass(frozen=True, slots=True)
class _Answered:
    """A link that people confirmed or rejected; `is_barred` says that no score links it."""

    row: LinkRow
    is_same: bool
    is_barred: bool

    @property
    def was_linked(self) -> bool:
        return self.row.decision == Decision.LINK


def judgements_shape(session: Session, precision: float) -> Shape:
    """Return what the standing answers on links say of the matcher.

    Precision is of the automatic links that people answered on, recall of the pairs
    that people said are one. Both are of what was looked at, which is not everything:
    a pair that nobody saw is in neither.
    """
    rows = links.judged(session)
    standing = judgements.judgements_on(session, [Subject(row) for row in rows])
    status = {row.id: judgements.status_of(row, standing[Subject(row).name]) for row in rows}
    firm = [row for row in rows if status[row.id] in _FIRM]
    barred = _barred(session, firm)
    answered = [
        _Answered(row, status[row.id] is LinkStatus.CONFIRMED, row.id in barred) for row in firm
    ]
    disputed = sum(one is LinkStatus.DISPUTED for one in status.values())
    unsure = sum(bool(standing[Subject(row).name]) for row in rows) - len(firm) - disputed
    scored = [Answer(a.row.score, a.is_same) for a in answered if not a.is_barred]
    threshold = recommend(scored, precision)
    return {
        "yes": sum(a.is_same for a in answered),
        "no": sum(not a.is_same for a in answered),
        "unsure": unsure,
        "disputed": disputed,
        "precision": _share(_precision(answered)),
        "recall": _share(_recall(answered)),
        "barred": len(barred),
        "barred_yes": sum(a.is_same for a in answered if a.is_barred),
        "threshold_now": match.LINK,
        "wanted_precision": precision,
        "threshold": _threshold(threshold) if threshold else None,
        "advice": advice(scored, precision, threshold),
    }


_FIRM = (LinkStatus.CONFIRMED, LinkStatus.REJECTED)


def _barred(session: Session, rows: Sequence[LinkRow]) -> set[int]:
    """Return the numbers of links that no score makes: a gate found a difference, or a
    text is too short. On them a threshold has no bearing."""
    later = links.claims_of(session, rows)
    ends = {row.id: (later[row.id], row.claim_id) for row in rows}
    stored = claims.load_claims(session, {end for pair in ends.values() for end in pair})
    words = {end: match.content_word_count(one.claim.text) for end, one in stored.items()}
    return {
        row.id
        for row in rows
        if row.differences or min(words[end] for end in ends[row.id]) < match.LEAST_WORDS
    }


def _precision(answered: Sequence[_Answered]) -> Share:
    linked = [a for a in answered if a.was_linked]
    return Share(sum(a.is_same for a in linked), len(linked))


def _recall(answered: Sequence[_Answered]) -> Share:
    same = [a for a in answered if a.is_same]
    return Share(sum(a.was_linked for a in same), len(same))


def _share(share: Share) -> Shape:
    return {
        "value": None if share.value is None else round(share.value, 4),
        "low": round(share.low, 4),
        "high": round(share.high, 4),
        "hits": share.hits,
        "of": share.of,
    }


def _threshold(threshold: Threshold) -> Shape:
    return {
        "score": threshold.score,
        "low": threshold.low,
        "high": threshold.high,
        "precision": _share(threshold.precision),
        "recall": _share(threshold.recall),
        "proven": threshold.is_proven,
    }


def advice(scored: Sequence[Answer], precision: float, threshold: Threshold | None) -> str:
    """Return in a sentence what these answers allow to say of a threshold."""
    if len(scored) < FEWEST:
        return (
            f"too few answers: {len(scored)} on links that a score may make, {FEWEST} are "
            "the fewest for a threshold; answer more with `tracker review`"
        )
    if threshold is None:
        return f"no threshold reaches a precision of {precision:g} in these answers"
    if threshold.is_proven:
        return f"link from {threshold.score:.4f}: a precision of {precision:g} is proven there"
    if not any(not answer.is_same for answer in scored if answer.score >= threshold.score):
        needed = f"without a mistake it takes {answers_to_prove(precision)} answers"
    else:
        needed = "it takes more answers"
    return (
        f"link from {threshold.score:.4f} by these answers, but they are too few to prove a "
        f"precision of {precision:g}: it may be {threshold.precision.low:.3f}; {needed} there"
    )
