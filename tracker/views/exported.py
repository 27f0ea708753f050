"""What exports add to the bare records for a reader: where, who, how linked."""

from collections.abc import Callable

from sqlmodel import Session

from tracker.store import anchorings, articles, claims, judgements, links, occurrences, relations
from tracker.store.judgements import Subject
from tracker.views import notices, printed, versions
from tracker.views.claim import current_links, link_shapes
from tracker.views.independence import independence_shape
from tracker.views.shapes import JOINT, Shape, statement_shape

_HELD = (
    *("parent", "confidence", "rule", "speaker_reason", "speaker_confidence", "editorial"),
    *JOINT,
)
"""What the record of an occurrence holds already; who says it together is in its chain."""


def occurrence_extras(session: Session) -> Callable[[str], Shape]:
    """Return a function that gives what to add to an occurrence's record, by its uid.

    `claim_id` is the uid of the claim that it belongs to: the one first recorded
    where it is linked, else its own.
    """

    def extras(uid: str) -> Shape:
        row = occurrences.by_uid(session, uid)
        assert row.id is not None
        whole = occurrences.load(session, [row.id])[0]
        statement = occurrences.as_statements(session, [whole])[0]
        where = printed.of_versions(session, [row.version_id])[row.version_id]
        shape = statement_shape(statement, where.text)
        part_of = whole.claim.part_of_id
        link = current_links(session, link_shapes(session, [row.id])).get(row.id)
        for name in _HELD:
            del shape[name]
        return {
            **shape,
            "claim_id": occurrences.claim_uid(session, part_of) if part_of else whole.claim.uid,
            "text": whole.claim.text,
            "url": where.url,
            "outlet": where.outlet,
            "published_at": where.published_at,
            "link": {k: link[k] for k in ("relation", "score", "status")} if link else None,
        }

    return extras


def selected_extras(session: Session) -> Callable[[str], Shape]:
    """Return a function that gives what to add to an occurrence in a selection, by its uid.

    A whole export has files of their own for this: what became of the occurrence in later
    versions, and the notices that reach it.
    """
    has_versions = anchorings.any_held(session)

    def extras(uid: str) -> Shape:
        row = occurrences.by_uid(session, uid)
        return {
            "history": _history(session, row.id) if has_versions else [],
            "notices": _notices(session, row.claim_id),
        }

    return extras


def _history(session: Session, occurrence_id: int) -> list[Shape]:
    steps = versions.history_shapes(session, [occurrence_id])[occurrence_id]
    return [{k: v for k, v in step.items() if k != "successor"} for step in steps]


def _notices(session: Session, claim_id: int) -> list[Shape]:
    """Return the notices that reach a claim, without the numbers that one database gave."""
    return [
        {name: notice[name] for name in _TOLD}
        for notice in notices.of_claims(session, [claim_id])[claim_id]
    ]


_TOLD = ("kind", "text", "published_at", "url", "outlet", "user", "at", "reach")


def claim_extras(session: Session) -> Callable[[str], Shape]:
    """Return a function that gives how independent the reports of a claim are, by its uid.

    Nothing for a claim that is part of another. Articles are named by uid.
    """

    def extras(uid: str) -> Shape:
        row = claims.by_uid(session, uid)
        if row.part_of_id is not None:
            return {}
        shape = independence_shape(session, row.id)
        uids = articles.uids(session, {n for o in shape["origins"] for n in o["articles"]})
        found = [
            {**origin, "articles": sorted(uids[number] for number in origin["articles"])}
            for origin in shape["origins"]
        ]
        del shape["graph"]
        return {
            "independence": {**shape, "origins": found},
            "notices": _notices(session, row.id),
        }

    return extras


def statuses(session: Session) -> dict[str, str]:
    """Return the status of every link and relation, by uid."""
    subjects = [Subject(row) for row in links.every(session)]
    subjects += [Subject(row) for row in relations.every(session)]
    standing = judgements.all_standing(session)
    return {
        subject.row.uid: str(judgements.status_of(subject.row, standing.get(subject.name, ())))
        for subject in subjects
    }
