"""Who said what when: claims in their order, each variant, the figures, what changed.

A line is one claim with every report of it. Its figures stand beside those that related
claims give, each as of its report, and a relation to an earlier or later claim of the same
speaker is a changed position.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlmodel import Session

from tracker.model import ClaimRelation, LinkRelation, LinkStatus, Published, Quantity
from tracker.store import claims, timeline
from tracker.store.claims import StoredClaim
from tracker.store.timeline import Selection
from tracker.text.changes import Change, find_changes
from tracker.views import printed
from tracker.views.claim import printed_shape
from tracker.views.independence import independence_shapes
from tracker.views.joint import joint_shapes
from tracker.views.printed import Where
from tracker.views.shapes import JOINT, Shape, quantity_shape

REPORTS = 50
"""Reports of one claim that a line shows, the earliest ones; `tracker claim show` has all."""

CHANGED_POSITIONS = frozenset(
    {
        ClaimRelation.CONTRADICTS,
        ClaimRelation.UPDATES,
        ClaimRelation.DENIES,
        ClaimRelation.RETRACTS,
    }
)
"""Relations that are a changed position where one speaker made both claims."""

_RIVALS = frozenset({ClaimRelation.CONTRADICTS, ClaimRelation.UPDATES})


def timeline_shapes(
    session: Session, wanted: Selection, limit: int, offset: int = 0
) -> list[Shape]:
    """Return the lines of a timeline, the earliest claim first."""
    before = min(offset, 1)
    ids = timeline.page(session, wanted, limit + before, offset - before)
    independence = independence_shapes(session, ids)
    shapes = {
        claim_id: {
            **printed_shape(session, claim_id),
            "independence": independence[claim_id],
        }
        for claim_id in ids
    }
    context = _Context.of(session, shapes.values())
    firsts = [shapes[claim_id]["occurrences"][0] for claim_id in ids]
    orders = ["first", *(_order(one, other) for one, other in pairwise(firsts))]
    lines = [
        _line(shapes[claim_id], order, context)
        for claim_id, order in zip(ids, orders, strict=False)
    ]
    return lines[before:]


@dataclass(frozen=True, slots=True)
class _Context:
    """What lines need of other claims: stored claims, their places, who speaks them,
    and who does so together."""

    stored: Mapping[int, StoredClaim]
    where: Mapping[int, Where]
    speakers: Mapping[int, int]
    joint: Mapping[int, Shape]

    @classmethod
    def of(cls, session: Session, shapes: Collection[Shape]) -> "_Context":
        ids = {o["claim_id"] for shape in shapes for o in shape["occurrences"]}
        for shape in shapes:
            for relation in shape["relations"]:
                ids |= {relation["from"]["claim_id"], relation["to"]["claim_id"]}
            ids |= {suggested["claim_id"] for suggested in shape["suggested_links"]}
        stored = claims.load_claims(session, ids)
        where = printed.of_occurrences(session, [c.occurrence_id for c in stored.values()])
        speakers = timeline.speakers_of(session, ids)
        return cls(stored, where, speakers, joint_shapes(session, stored))


def _order(before: Shape, here: Shape) -> str:
    """Return whether a report is certainly after the one before it, or in one article with it."""
    if before["article_id"] == here["article_id"]:
        return "same article"
    if before["published_at"] is None or here["published_at"] is None:
        return "unknown"
    one, other = (Published.parse(report["published_at"]) for report in (before, here))
    return "after" if one.order_is_known(other) else "unknown"


_KEPT = (
    "claim_id",
    "uid",
    "kind",
    "type",
    "act",
    "text",
    "speaker",
    *JOINT,
    "unnamed_source",
    "denied",
    "said_on",
    "event",
    "notices",
)


def _line(shape: Shape, order: str, context: _Context) -> Shape:
    reports = [o for o in shape["occurrences"] if not o["rejected"] and o["carried_from"] is None]
    relations = _relations(shape, context)
    return {
        **{name: shape[name] for name in _KEPT},
        "order": order,
        "first_carried": _first_carried(reports),
        "independence": {k: v for k, v in shape["independence"].items() if k != "graph"},
        "reports": [_report(report, reports[0], context) for report in reports[:REPORTS]],
        "more_reports": max(0, len(reports) - REPORTS),
        "figures": _figures(reports[:REPORTS], relations, context),
        "relations": relations,
        "perhaps": _perhaps(shape, context),
    }


def _perhaps(shape: Shape, context: _Context) -> list[Shape]:
    """Return the earlier claims that this one may repeat, which were then carried first."""
    found = []
    for link in shape["suggested_links"]:
        if link["status"] == LinkStatus.REJECTED:
            continue
        stored = context.stored[link["claim_id"]]
        where = context.where[stored.occurrence_id]
        found.append(
            {
                **{k: link[k] for k in ("link_id", "claim_id", "score", "status", "text")},
                "speaker": stored.claim.speaker or stored.claim.unnamed_source,
                **context.joint[stored.id],
                "denied": stored.claim.denied,
                "outlet": where.outlet,
                "published_at": where.published_at,
            }
        )
    return found


def _first_carried(reports: Sequence[Shape]) -> Shape:
    """Return the first report, with those that may have come before it."""
    original = reports[0]["article_id"]
    first = [
        report
        for at, report in enumerate(reports)
        if not at or (report["order"] != "later" and report["article_id"] != original)
    ]
    return {
        "order_known": len(first) == 1,
        "by": [{name: r[name] for name in ("outlet", *_PLACE)} for r in first],
    }


_PLACE = ("published_at", "article_id", "url")


def _report(report: Shape, first: Shape, context: _Context) -> Shape:
    """Return a report with its order against the first one and what changed since."""
    order = "first" if report is first else _order(first, report)
    link = report["link"]
    quantities = _quantities(context.stored[report["claim_id"]])
    return {
        **{
            name: report[name] for name in ("occurrence_id", "claim_id", "outlet", *_PLACE, "title")
        },
        "order": order,
        "text": report["text"],
        "type": report["type"],
        **{name: report[name] for name in ("speaker", *JOINT)},
        "chain": report["chain"],
        "history": report["history"],
        "notices": report["notices"],
        "link": {k: link[k] for k in ("link_id", "relation", "score", "status")} if link else None,
        "changes": [] if report is first else _changes(report, first["text"]),
        "diff": report["diff"],
        "drift": report["drift"],
        "figures": [quantity_shape(quantity) for quantity in quantities],
    }


def _changes(report: Shape, first: str) -> list[str]:
    """Return what changed, "retranslated" for what is the same words from another language."""
    found = [str(change) for change in find_changes(first, report["text"])]
    if report["link"] and report["link"]["relation"] == LinkRelation.RETRANSLATED:
        reworded = str(Change.REWORDED)
        found = [str(LinkRelation.RETRANSLATED), *(c for c in found if c != reworded)]
    return found


def _quantities(stored: StoredClaim) -> tuple[Quantity, ...]:
    return stored.claim.event.quantities if stored.claim.event else ()


def _relations(shape: Shape, context: _Context) -> list[Shape]:
    """Return the relations of a claim, seen from it, those a person refused left out."""
    found = []
    for relation in shape["relations"]:
        if relation["status"] == LinkStatus.REJECTED:
            continue
        here = relation["from"]["claim_id"] == shape["claim_id"]
        other = relation["to" if here else "from"]
        same = _same_speaker(context, shape["claim_id"], other["claim_id"])
        found.append(
            {
                **{k: relation[k] for k in ("relation_id", "relation", "basis", "score", "status")},
                "direction": "to" if here else "from",
                "other": other,
                "same_speaker": same,
                "changed_position": same
                and relation["relation"] in CHANGED_POSITIONS
                and not _is_revised(context, shape["claim_id"], other["claim_id"]),
            }
        )
    return found


def _same_speaker(context: _Context, one: int, other: int) -> bool:
    speaker = context.speakers.get(one)
    return speaker is not None and speaker == context.speakers.get(other)


def _is_revised(context: _Context, one: int, other: int) -> bool:
    """Say whether two versions of one article differ: the outlet changed it, not the speaker."""
    here, there = (context.where[context.stored[c].occurrence_id] for c in (one, other))
    return here.article_id == there.article_id and here.version != there.version


def _figures(
    reports: Sequence[Shape], relations: Sequence[Shape], context: _Context
) -> list[Shape]:
    """Return each property that the claim gives a figure of, as every report has it.

    Beside its own reports stand those of claims that contradict or update it.
    """
    own = [report["claim_id"] for report in reports]
    rivals = [r["other"]["claim_id"] for r in relations if r["relation"] in _RIVALS]
    every = sorted({*own, *rivals}, key=lambda claim_id: context.stored[claim_id].order)
    kept = {(q.property, q.unit) for c in own for q in _quantities(context.stored[c])}
    series: dict[Any, list[Shape]] = {key: [] for key in sorted(kept, key=str)}
    for claim_id in every:
        for quantity in _quantities(context.stored[claim_id]):
            if (quantity.property, quantity.unit) in series:
                series[quantity.property, quantity.unit].append(
                    _figure(claim_id, quantity, context)
                )
    return [
        {"property": name, "unit": unit, "reports": found} for (name, unit), found in series.items()
    ]


def _figure(claim_id: int, quantity: Quantity, context: _Context) -> Shape:
    stored = context.stored[claim_id]
    where = context.where[stored.occurrence_id]
    shape = quantity_shape(quantity)
    return {
        **{name: shape[name] for name in ("min", "max", "qualifier", "as_printed")},
        "claim_id": claim_id,
        "speaker": stored.claim.speaker or stored.claim.unnamed_source,
        **context.joint[claim_id],
        "outlet": where.outlet,
        "published_at": where.published_at,
    }
