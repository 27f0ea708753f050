"""Pairs of agents that may be one, for a person to decide; nothing joins them by itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from sqlmodel import Session

from tracker.model import AgentKind
from tracker.store import agents, identities
from tracker.store.agents import Candidate
from tracker.views.shapes import Shape

NEWEST = 20_000
"""Agents that are looked at, newest first: what the work is bounded by."""

BEARERS = 5
"""Full names that a bare name is held against; of one that more people bear nothing is known."""

ALIKE_START = 40
"""Full names with a word of one beginning that are compared with each other; of a beginning
that more share, the rarer words of a name have to find it."""

START = 3
"""Letters of a beginning: transliterations agree in them more often than in endings."""

WORD = 0.7
"""Likeness of two words of a name below which they are two: "Sergei", "Sergey" 0.83, "Alexander",
"Aleksandr" 0.78, "Mohammed", "Muhammad" 0.75; "Ada", "Ida" 0.67."""

NAME = 0.85
"""Mean likeness of its words from which a name may be another's."""

NAME_IN_POSITION = 0.75
"""The same where articles give both one position."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An agent that may be another one, how likely in [0, 1], and why."""

    agent: Candidate
    into: Candidate
    score: float
    reason: str


def proposals(session: Session) -> list[Proposal]:
    """Return the pairs of agents that may be one, the likeliest first."""
    found = agents.newest_candidates(session, NEWEST)
    apart = identities.told_apart(session)
    pairs = [*_bare(found), *_alike(found), *_namesakes(found)]
    kept = [p for p in pairs if frozenset((p.agent.id, p.into.id)) not in apart]
    return sorted(kept, key=lambda p: (-p.score, p.into.key, p.agent.id, p.into.id))


def proposal_shape(proposal: Proposal) -> Shape:
    """Return a pair that may be one; `agent_id` would be shown as `into_id`."""
    agent, into = proposal.agent, proposal.into
    return {
        "agent_id": agent.id,
        "name": agent.name,
        "kind": str(agent.kind),
        "article_id": agent.article_id,
        "into_id": into.id,
        "into_name": into.name,
        "into_kind": str(into.kind),
        "score": round(proposal.score, 4),
        "reason": proposal.reason,
    }


def _bare(found: Sequence[Candidate]) -> Iterator[Proposal]:
    """Yield each person known in one article by one word, with those who bear that name."""
    bearers: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        if one.kind is AgentKind.PERSON and one.article_id is None:
            for word in dict.fromkeys(one.key.split()):
                bearers[word].append(one)
    for one in found:
        full = bearers.get(one.key, ())
        if one.kind is AgentKind.PERSON and one.article_id and len(full) <= BEARERS:
            yield from (_surname(one, other, len(full)) for other in full)


def _surname(bare: Candidate, full: Candidate, bearers: int) -> Proposal:
    position = _shared_position(bare, full)
    score = 0.5 + 0.3 * bool(position) + 0.1 * (bearers == 1)
    if full.key.split()[-1] != bare.key:
        score -= 0.1
    alone = "the only one of that name" if bearers == 1 else f"one of {bearers} of that name"
    return Proposal(bare, full, score, f"{alone}{_both(position)}")


def _alike(found: Sequence[Candidate]) -> Iterator[Proposal]:
    """Yield the full names of one kind that are written alike."""
    full = [one for one in found if one.article_id is None]
    starts: dict[tuple[AgentKind, str], list[Candidate]] = defaultdict(list)
    for one in full:
        for start in {word[:START] for word in one.key.split()}:
            starts[one.kind, start].append(one)
    seen = set()
    for group in starts.values():
        if len(group) > ALIKE_START:
            continue
        for newer, older in combinations(group, 2):
            if (newer.id, older.id) not in seen:
                seen.add((newer.id, older.id))
                yield from _spelling(newer, older)


def _spelling(newer: Candidate, older: Candidate) -> Iterable[Proposal]:
    likeness = _likeness(newer.key.split(), older.key.split())
    position = _shared_position(newer, older)
    if likeness < (NAME_IN_POSITION if position else NAME):
        return ()
    reason = f"the names are written alike ({likeness:.2f}){_both(position)}"
    return (Proposal(newer, older, 0.75 * likeness + 0.2 * bool(position), reason),)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two names are, in [0, 1]: 0 where one word of them is another.

    Of names of unequal length the first and last words are compared, unless the words
    are only parted differently ("jongun", "jong un").
    """
    if len(one) != len(other):
        joined = fuzz.ratio("".join(one), "".join(other)) / 100
        if joined >= 0.95:
            return joined
        if min(len(one), len(other)) < 2:
            return 0.0
        one, other = (one[0], one[-1]), (other[0], other[-1])
    alike = [fuzz.ratio(a, b) / 100 for a, b in zip(one, other, strict=True)]
    return sum(alike) / len(alike) if min(alike) >= WORD else 0.0


def _namesakes(found: Sequence[Candidate]) -> Iterator[Proposal]:
    """Yield what one article gives a name to that elsewhere is a person, or a body."""
    whole = {one.key: one for one in found if one.article_id is None}
    for one in found:
        other = whole.get(one.key)
        if one.article_id and other is not None and " " in one.key:
            yield Proposal(one, other, 0.3, f"one name: here {one.kind}, elsewhere {other.kind}")


def _shared_position(one: Candidate, other: Candidate) -> str | None:
    return min(one.positions & other.positions, default=None)


def _both(position: str | None) -> str:
    return f"; both are called {position}" if position else ""
