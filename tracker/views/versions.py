"""The versions of an article, and what became of each statement from one to the next."""

from collections.abc import Collection

from sqlmodel import Session

from tracker.store import anchorings, articles, claims, occurrences, sightings
from tracker.store.anchorings import Step
from tracker.text.diff import text_diff
from tracker.views.joint import joint_shapes
from tracker.views.shapes import Shape


def version_shapes(session: Session, article_id: int) -> list[Shape]:
    """Return the versions of an article, oldest first, and when each was seen again.

    `shown_again` says that the address showed a version after a newer one was captured.
    """
    rows = articles.versions_of_article(session, article_id)
    counts = occurrences.count_by_version(session, [row.id for row in rows])
    seen = sightings.of(session, [row.uid for row in rows])
    newest = rows[-1].captured_at
    return [
        {
            "version": row.number,
            "captured_at": row.captured_at.isoformat(),
            "state": row.state,
            "text_sha256": row.text_sha256,
            "statements": counts.get(row.id, 0),
            "seen_again": seen[row.uid].times if row.uid in seen else 0,
            "last_seen_at": seen[row.uid].last.isoformat() if row.uid in seen else None,
            "shown_again": row.uid in seen and row.captured_at < newest < seen[row.uid].last,
        }
        for row in rows
    ]


def history_shapes(session: Session, occurrence_ids: Collection[int]) -> dict[int, list[Shape]]:
    """Return what became of each occurrence, from its own version to the latest.

    Empty where its article has one version, or was captured before that was kept.
    """
    histories = anchorings.histories(session, occurrence_ids)
    return {
        number: [_step(step) for step in steps] if len(steps) > 1 else []
        for number, steps in histories.items()
    }


def _step(step: Step) -> Shape:
    return {
        "version": step.version,
        "captured_at": step.captured_at.isoformat(),
        "fate": str(step.fate),
        "state": str(step.state),
        "score": step.score,
        "successor": step.successor_id,
        "carried": step.carried,
    }


def earlier_shapes(session: Session, article_id: int, number: int) -> list[Shape]:
    """Return the statements of earlier versions that a version has changed, or lacks."""
    ids = anchorings.ended(session, article_id, number)
    wholes = occurrences.load(session, ids)
    stored = claims.load_claims(session, [whole.claim.id for whole in wholes])
    joint = joint_shapes(session, stored)
    histories = history_shapes(session, ids)
    return [
        {
            "occurrence_id": whole.row.id,
            "claim_id": whole.claim.part_of_id or whole.claim.id,
            "text": whole.claim.text,
            "speaker": stored[whole.claim.id].claim.speaker,
            **joint[whole.claim.id],
            "unnamed_source": whole.claim.unnamed_source,
            "denied": whole.claim.denied,
            "history": [step for step in histories[whole.row.id] if step["version"] <= number],
        }
        for whole in wholes
    ]


def placed(shapes: list[Shape], earlier: list[Shape], number: int) -> None:
    """Say of each statement of a version whether it is new there, and in whose place it stands.

    `new_in` is the version, None for one that stood in an earlier version already.
    """
    stood = {h["successor"]: e["occurrence_id"] for e in earlier for h in e["history"]}
    for shape in shapes:
        is_new = number > 1 and shape["carried_from"] is None
        shape["new_in"] = number if is_new else None
        shape["in_place_of"] = stood.get(shape["occurrence_id"]) if is_new else None


def diff_shapes(session: Session, article_id: int, old: int | None, new: int | None) -> Shape:
    """Return the word diff of two versions; by default of the last two.

    Raises:
        NotFound: there is no such article or version.
    """
    later = articles.get_version(session, article_id, new)
    before = max(1, later.number - 1) if old is None else old
    earlier = articles.get_version(session, article_id, before)
    return {
        "article_id": article_id,
        "from": _side(earlier.number, earlier.captured_at.isoformat()),
        "to": _side(later.number, later.captured_at.isoformat()),
        "diff": [
            {"op": str(edit.op), "text": edit.text} for edit in text_diff(earlier.text, later.text)
        ],
    }


def _side(number: int, captured_at: str) -> Shape:
    return {"version": number, "captured_at": captured_at}


def latest(history: list[Shape]) -> Shape | None:
    """Return what a statement came to last; None where nothing is known but its own version."""
    return history[-1] if len(history) > 1 else None
