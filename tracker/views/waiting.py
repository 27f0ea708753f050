"""What waits for a person: answers that differ, links, relations, speakers, agents."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from math import log2
from typing import Any

from sqlmodel import Session

from tracker.store import judgements, links, occurrences, undecided
from tracker.store.judgements import Judged, Subject
from tracker.store.tables import LinkRow, OccurrenceRow, RelationRow
from tracker.views import printed
from tracker.views.claim import judgement_shape, link_shape, relation_shapes
from tracker.views.pair import occurrence_counts, pair_shapes
from tracker.views.proposals import Proposal, proposal_shape, proposals
from tracker.views.shapes import Shape, hop_shape, span_shape

WINDOW = 1_000
"""Undecided links, and relations, that are put in order of usefulness, the least certain
ones: what the work is bounded by."""


class Waiting(StrEnum):
    """The kinds of thing that wait, in the order in which they are listed."""

    DISPUTED = "disputed"
    LINKS = "links"
    RELATIONS = "relations"
    SPEAKERS = "speakers"
    AGENTS = "agents"


def waiting_shapes(
    session: Session, limit: int, only: Waiting | None = None
) -> tuple[list[Shape], int]:
    """Return what is undecided, kind by kind, the most useful first; and how much it is."""
    found: list[Shape] = []
    total = 0
    for kind, queue in _KINDS.items():
        if only in (None, kind):
            room = max(0, limit - len(found))
            found.extend(queue.shapes(session, queue.find(session, room)[:room]))
            total += queue.count(session)
    return found, total


def next_waiting(
    session: Session, passed: Set[str], only: Waiting | None = None, wanted: str | None = None
) -> tuple[str, Shape] | None:
    """Return what to ask next, with its name, but for what is named in `passed`.

    That is what is named `wanted`, if it still waits. Names are as `tracker judge`
    takes them; a pair of agents is named "A7-3".
    """
    room = WINDOW + len(passed)
    found = _first(session, room, only, lambda name: name == wanted) if wanted else None
    return found or _first(session, room, only, lambda name: name not in passed)


def _first(
    session: Session, room: int, only: Waiting | None, is_asked: Callable[[str], bool]
) -> tuple[str, Shape] | None:
    for kind, queue in _KINDS.items():
        if only in (None, kind):
            for item in queue.find(session, room):
                if is_asked(item.name):
                    return item.name, queue.shapes(session, [item])[0]
    return None


def usefulness(score: float, touched: int) -> float:
    """Return how much an answer on a link or relation of this score tells, at least 0.

    It is the uncertainty in bits, once for every doubling of the occurrences touched.
    """
    uncertain = 0.0 if score in (0, 1) else -score * log2(score) - (1 - score) * log2(1 - score)
    return max(uncertain, LEAST_UNCERTAIN) * log2(1 + touched)


LEAST_UNCERTAIN = 0.05
"""Bits that an answer tells where the score leaves no doubt: the reading may be wrong."""


def _links(session: Session, limit: int) -> list[Subject]:
    if not limit:
        return []
    rows = undecided.find(session, LinkRow, max(limit, WINDOW))
    later = links.claims_of(session, [row for row, _ in rows])
    return _by_usefulness(session, [(row, later[row.id], row.claim_id, is_) for row, is_ in rows])


def _relations(session: Session, limit: int) -> list[Subject]:
    if not limit:
        return []
    rows = undecided.find(session, RelationRow, max(limit, WINDOW))
    return _by_usefulness(
        session, [(row, row.from_claim_id, row.to_claim_id, is_unsure) for row, is_unsure in rows]
    )


def _count_of(table: type[undecided.Row]) -> Callable[[Session], int]:
    return lambda session: undecided.count(session, table)


def _by_usefulness(
    session: Session, found: Sequence[tuple[LinkRow | RelationRow, int, int, bool]]
) -> list[Subject]:
    """Return rows with the claims they join, and whether somebody is unsure, in order."""
    counts = occurrence_counts(session, {end for _, one, other, _ in found for end in (one, other)})
    ordered = sorted(
        found,
        key=lambda f: (f[3], -usefulness(f[0].score, counts[f[1]] + counts[f[2]]), f[0].id),
    )
    return [Subject(row) for row, *_ in ordered]


def _speakers(session: Session, limit: int) -> list[Subject]:
    rows = occurrences.rows(session, occurrences.unsure(session, limit))
    return [Subject(row) for row in rows]


def _link_shapes(session: Session, subjects: Sequence[Subject]) -> list[Shape]:
    rows = [subject.row for subject in subjects if isinstance(subject.row, LinkRow)]
    standing = judgements.judgements_on(session, subjects)
    later = links.claims_of(session, rows)
    pairs = pair_shapes(session, [(later[row.id], row.claim_id) for row in rows])
    return [
        {
            **link_shape(row, standing[Subject(row).name]),
            "occurrence_id": row.occurrence_id,
            "text": pair["later"]["text"],
            "original": pair["earlier"]["text"],
            **pair,
        }
        for row, pair in zip(rows, pairs, strict=True)
    ]


def _relation_shapes(session: Session, subjects: Sequence[Subject]) -> list[Shape]:
    rows = [subject.row for subject in subjects if isinstance(subject.row, RelationRow)]
    pairs = pair_shapes(session, [(row.from_claim_id, row.to_claim_id) for row in rows])
    return [
        {**shape, **pair} for shape, pair in zip(relation_shapes(session, rows), pairs, strict=True)
    ]


def _disputed_shapes(session: Session, subjects: Sequence[Subject]) -> list[Shape]:
    of = {table: [s for s in subjects if isinstance(s.row, table)] for table in _SHAPES}
    return [shape for table, shapes in _SHAPES.items() for shape in shapes(session, of[table])]


def _speaker_shapes(session: Session, subjects: Sequence[Subject]) -> list[Shape]:
    """Return statements whose speaker is blank with somebody proposed."""
    ids = [subject.row.id for subject in subjects]
    wholes = {whole.row.id: whole for whole in occurrences.load(session, ids)}
    ordered = [wholes[occurrence_id] for occurrence_id in ids]
    statements = occurrences.as_statements(session, ordered)
    where = printed.of_occurrences(session, ids)
    standing = judgements.judgements_on(session, [Subject(whole.row) for whole in ordered])
    return [
        {
            "speaker_id": Subject(whole.row).name,
            "occurrence_id": whole.row.id,
            "claim_id": whole.claim.part_of_id or whole.claim.id,
            **where[whole.row.id].shape(),
            "text": whole.claim.text,
            "context": whole.claim.context,
            "source": (
                span_shape(statement.source, where[whole.row.id].text) if statement.source else None
            ),
            "proposed": statement.proposed,
            "speaker_confidence": statement.speaker_confidence,
            "speaker_reason": statement.speaker_reason,
            "chain": [hop_shape(hop) for hop in statement.chain],
            "judgements": [judgement_shape(row) for row in standing[Subject(whole.row).name]],
        }
        for whole, statement in zip(ordered, statements, strict=True)
    ]


_SHAPES: dict[type[Judged], Callable[[Session, Sequence[Subject]], list[Shape]]] = {
    LinkRow: _link_shapes,
    RelationRow: _relation_shapes,
    OccurrenceRow: _speaker_shapes,
}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two agents that may be one."""

    proposal: Proposal

    @property
    def name(self) -> str:
        return f"A{self.proposal.agent.id}-{self.proposal.into.id}"


def _agents(session: Session, _limit: int) -> list[_Pair]:
    return [_Pair(proposal) for proposal in proposals(session)]


@dataclass(frozen=True, slots=True)
class _Queue:
    """How one kind of thing that waits is found, counted and shown."""

    find: Callable[[Session, int], list[Any]]
    shapes: Callable[[Session, Sequence[Any]], list[Shape]]
    count: Callable[[Session], int]


_KINDS: dict[Waiting, _Queue] = {
    Waiting.DISPUTED: _Queue(judgements.disputed, _disputed_shapes, judgements.count_disputed),
    Waiting.LINKS: _Queue(_links, _link_shapes, _count_of(LinkRow)),
    Waiting.RELATIONS: _Queue(_relations, _relation_shapes, _count_of(RelationRow)),
    Waiting.SPEAKERS: _Queue(_speakers, _speaker_shapes, occurrences.count_unsure),
    Waiting.AGENTS: _Queue(
        _agents,
        lambda _session, pairs: [proposal_shape(pair.proposal) for pair in pairs],
        lambda session: len(proposals(session)),
    ),
}
