"""A claim with every occurrence, how each differs, and what it stands against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from tracker.match.drift import Telling, find_drift
from tracker.model import LinkStatus, Statement
from tracker.store import (
    anchorings,
    claims,
    corrections,
    judgements,
    ledger,
    links,
    occurrences,
    relations,
    seen,
)
from tracker.store.claims import StoredClaim
from tracker.store.judgements import Subject
from tracker.store.occurrences import Whole
from tracker.store.tables import JudgementRow, LinkRow, OccurrenceRow, RelationRow
from tracker.views import notices, printed, versions
from tracker.views.independence import independence_shape
from tracker.views.joint import joint_shapes
from tracker.views.printed import Where
from tracker.views.shapes import JOINT, Shape, diff_shape, hop_shape, joint_fields, statement_shape
from tracker.views.withheld import redactions_of_words, withdrawal_shapes


@dataclass(frozen=True, slots=True)
class _Member:
    """One occurrence of a claim with all that the view says of it.

    `carried_from` is the claim of an earlier version that it carries on unchanged.
    """

    stored: StoredClaim
    whole: Whole
    statement: Statement
    where: Where
    link: Shape | None
    corrections: list[Shape]
    history: list[Shape]
    carried_from: int | None
    notices: list[Shape]
    withdrawn: Shape | None


def claim_shape(session: Session, claim_id: int) -> Shape:
    """Return a claim, the earliest occurrence first, each later one beside it.

    A claim that is part of another is shown as that other, with `asked_for`.

    Raises:
        NotFound: there is no such claim.
    """
    shape = printed_shape(session, claim_id)
    root = shape["claim_id"]
    printed_as = [occurrence["occurrence_id"] for occurrence in shape["occurrences"]]
    return {
        **shape,
        "independence": independence_shape(session, root),
        "redactions": redactions_of_words(session, printed_as),
        "entry": ledger.last_entry(session, seen.of_claims(session, [root])),
    }


def printed_shape(session: Session, claim_id: int) -> Shape:
    """Return what `claim_shape` does, without how independent its reports are.

    Raises:
        NotFound: there is no such claim.
    """
    asked = claims.get_claim(session, claim_id)
    root = asked.part_of_id or claim_id
    found = _members(session, root)
    original = next(m for m in found if m.stored.id == root)
    return {
        "claim_id": root,
        "uid": original.stored.uid,
        "asked_for": claim_id,
        **_own(original),
        "notices": notices.of_claims(session, [root])[root],
        "occurrences": [_occurrence(member, original) for member in found],
        "suggested_links": _suggested(session, original),
        "relations": relation_shapes(session, relations.of_claims(session, [root])),
    }


def _own(member: _Member) -> Shape:
    shape = statement_shape(member.statement, member.where.text)
    claim = member.stored.claim
    return {
        "external_id": claim.external_id,
        "text": claim.text,
        "unnamed_source": claim.unnamed_source,
        **{name: shape[name] for name in _OWN},
    }


_OWN = ("kind", "type", "act", "speaker", *JOINT, "denied", "said_on", "event")


def _members(session: Session, root: int) -> list[_Member]:
    ids = [root, *claims.members(session, [root])[root]]
    stored = claims.load_claims(session, ids)
    wholes = occurrences.load(session, occurrences.of_claims(session, ids))
    statements = occurrences.as_statements(session, wholes)
    where = printed.of_versions(session, {w.row.version_id for w in wholes})
    shapes = current_links(session, link_shapes(session, [w.row.id for w in wholes]))
    histories = versions.history_shapes(session, [w.row.id for w in wholes])
    carried = anchorings.carried(session, ids)
    noted = notices.of_claims(session, ids)
    articles = {one.article_id for one in stored.values()}
    withdrawals_by = withdrawal_shapes(session, articles)
    found = [
        _Member(
            stored=stored[whole.row.claim_id],
            whole=whole,
            statement=statement,
            where=where[whole.row.version_id],
            link=shapes.get(whole.row.id),
            corrections=correction_shapes(session, whole.row),
            history=histories[whole.row.id],
            carried_from=carried.get(whole.row.claim_id),
            notices=[n for n in noted[whole.row.claim_id] if n["reach"] == notices.HERE],
            withdrawn=withdrawals_by[stored[whole.row.claim_id].article_id],
        )
        for whole, statement in zip(wholes, statements, strict=True)
    ]
    return sorted(found, key=lambda member: member.stored.order)


def _occurrence(member: _Member, original: _Member) -> Shape:
    text, first = member.stored.claim.text, original.stored.claim.text
    return {
        "occurrence_id": member.whole.row.id,
        "claim_id": member.stored.id,
        **member.where.shape(),
        "order": _order(member, original),
        "text": text,
        "type": str(member.statement.type),
        "speaker": member.statement.speaker,
        **joint_fields(member.statement.joint),
        "chain": [hop_shape(hop) for hop in member.statement.chain],
        "rejected": member.whole.row.rejected,
        "withdrawn": member.withdrawn,
        "link": member.link,
        "corrections": member.corrections,
        "history": member.history,
        "carried_from": member.carried_from,
        "notices": member.notices,
        "diff": [] if member is original else diff_shape(first, text),
        "drift": _drift(member, original),
    }


def _drift(member: _Member, original: _Member) -> list[Shape]:
    """Return what an occurrence in another article lost or changed of the original."""
    if member.where.article_id == original.where.article_id or member.whole.row.rejected:
        return []
    return [
        {"kind": str(drift.kind), "before": drift.before, "after": drift.after}
        for drift in find_drift(_telling(original), _telling(member))
    ]


def _telling(member: _Member) -> Telling:
    statement, text = member.statement, member.where.text
    return Telling(
        claim=member.stored.claim,
        source=statement.source.of(text) if statement.source else "",
        cue=statement.cue.of(text) if statement.cue else "",
        chain=statement.chain,
    )


def correction_shapes(session: Session, row: OccurrenceRow) -> list[Shape]:
    """Return what people corrected in an occurrence, oldest first."""
    return [
        corrections.correction_record(correction, row.uid)
        for correction in corrections.corrections_of(session, row.id)
    ]


def _order(member: _Member, original: _Member) -> str:
    if member is original:
        return "original"
    if member.carried_from is not None or member.where.article_id == original.where.article_id:
        return "same article"
    if max(member.where.version, original.where.version) > 1:
        return "order unknown"  # when a later version came out is not known
    mine, first = member.stored.claim.published, original.stored.claim.published
    if mine and first and mine.order_is_known(first):
        return "later"
    return "order unknown"


def link_shapes(session: Session, occurrence_ids: Sequence[int]) -> dict[tuple[int, int], Shape]:
    """Return every active link of these occurrences, by occurrence and claim."""
    return shapes_of(
        session, [row for row in links.links_of(session, occurrence_ids) if row.active]
    )


def shapes_of(session: Session, rows: Sequence[LinkRow]) -> dict[tuple[int, int], Shape]:
    """Return links with where they stand, by occurrence and claim."""
    standing = judgements.judgements_on(session, [Subject(row) for row in rows])
    return {
        (row.occurrence_id, row.claim_id): link_shape(row, standing[Subject(row).name])
        for row in rows
    }


def current_links(session: Session, shapes: Mapping[tuple[int, int], Shape]) -> dict[int, Shape]:
    """Return, of these links, the one that holds each occurrence to the claim it is part of.

    It is to that claim, or to a wording that a person joined to it; a link that people
    confirmed goes before one that the matcher made.
    """
    parts = claims.parts_of(session, {occurrence_id for occurrence_id, _ in shapes})
    roots = claims.wholes(session, {claim_id for _, claim_id in shapes})
    found: dict[int, Shape] = {}
    for (occurrence_id, claim_id), shape in shapes.items():
        if parts.get(occurrence_id) == roots[claim_id] and shape["status"] in _HOLDING:
            held = found.get(occurrence_id)
            if held is None or _strength(shape) > _strength(held):
                found[occurrence_id] = shape
    return found


def _strength(shape: Shape) -> tuple[int, float]:
    return (_HOLDING.index(shape["status"]), shape["score"])


_HOLDING = (
    LinkStatus.SUGGESTED,
    LinkStatus.DISPUTED,
    LinkStatus.AUTO,
    LinkStatus.CONFIRMED,
)
"""What may hold an occurrence to its claim, weakest first. A suggested link does where
people joined the two by way of a third claim."""


def link_shape(row: LinkRow, standing: Sequence[JudgementRow]) -> Shape:
    """Return a link with its status, reasons and judgements."""
    return {
        "link_id": Subject(row).name,
        "claim_id": row.claim_id,
        "relation": row.relation,
        **_reasons(row, standing),
    }


def _reasons(row: LinkRow | RelationRow, standing: Sequence[JudgementRow]) -> Shape:
    return {
        "score": row.score,
        "status": str(judgements.status_of(row, standing)),
        "features": dict(row.features),
        "differences": list(row.differences),
        "matcher": f"{row.matcher} {row.matcher_version}",
        "judgements": [judgement_shape(judgement) for judgement in standing],
    }


def judgement_shape(judgement: JudgementRow) -> Shape:
    """Return what a person answered."""
    return {
        "verdict": judgement.verdict,
        "user": judgement.user,
        "at": judgement.at.isoformat(),
        "reason": judgement.reason,
    }


def _suggested(session: Session, original: _Member) -> list[Shape]:
    """Return the links of the original itself: to claims it may repeat."""
    if original.stored.part_of is not None:
        return []
    shapes = link_shapes(session, [original.stored.occurrence_id])
    texts = claims.load_claims(session, [claim_id for _, claim_id in shapes])
    return [
        {**shape, "text": texts[claim_id].claim.text} for (_, claim_id), shape in shapes.items()
    ]


def relation_shapes(session: Session, rows: Sequence[RelationRow]) -> list[Shape]:
    """Return relations with both claims' words, publication and figures."""
    standing = judgements.judgements_on(session, [Subject(row) for row in rows])
    ids = {row.from_claim_id for row in rows} | {row.to_claim_id for row in rows}
    stored = claims.load_claims(session, ids)
    where = printed.of_occurrences(session, [c.occurrence_id for c in stored.values()])
    joint = joint_shapes(session, stored)
    return [
        {
            "relation_id": Subject(row).name,
            "relation": row.relation,
            "basis": row.basis,
            "from": _side(stored[row.from_claim_id], where, joint),
            "to": _side(stored[row.to_claim_id], where, joint),
            **_reasons(row, standing[Subject(row).name]),
        }
        for row in rows
    ]


def _side(stored: StoredClaim, where: dict[int, Where], joint: Mapping[int, Shape]) -> Shape:
    place = where[stored.occurrence_id]
    return {
        "claim_id": stored.id,
        "text": stored.claim.text,
        "speaker": stored.claim.speaker or stored.claim.unnamed_source,
        **joint[stored.id],
        "denied": stored.claim.denied,
        "outlet": place.outlet,
        "published_at": place.published_at,
    }


def claim_rows(session: Session, claim_ids: Sequence[int]) -> list[Shape]:
    """Return one line's worth for each claim, in the order given."""
    stored = claims.load_claims(session, claim_ids)
    parts = claims.members(session, claim_ids)
    again = anchorings.again(session, [part for found in parts.values() for part in found])
    noted = notices.of_claims(session, claim_ids)
    where = printed.of_occurrences(session, [c.occurrence_id for c in stored.values()])
    joint = joint_shapes(session, stored)
    return [
        {
            "claim_id": claim_id,
            "uid": stored[claim_id].uid,
            "kind": str(stored[claim_id].claim.kind),
            "type": str(stored[claim_id].claim.type),
            "text": stored[claim_id].claim.text,
            "speaker": stored[claim_id].claim.speaker,
            **joint[claim_id],
            "unnamed_source": stored[claim_id].claim.unnamed_source,
            "denied": stored[claim_id].claim.denied,
            "part_of": stored[claim_id].part_of,
            "occurrences": 1 + sum(part not in again for part in parts[claim_id]),
            "article_id": where[stored[claim_id].occurrence_id].article_id,
            "outlet": where[stored[claim_id].occurrence_id].outlet,
            "published_at": where[stored[claim_id].occurrence_id].published_at,
            "notices": noted[claim_id],
        }
        for claim_id in claim_ids
    ]
