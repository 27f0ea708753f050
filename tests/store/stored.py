"""What tests of the aggregates share: storing statements of a short text, reading them back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tests.builders import captured
from tracker import match
from tracker.model import (
    Act,
    Agent,
    AgentKind,
    Capture,
    Comparison,
    Decision,
    Kind,
    LinkRelation,
    Span,
    Statement,
    StatementType,
)
from tracker.store.capturing import add_capture
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.links import Matcher, Proposal, set_links
from tracker.store.session import Transaction, writing
from tracker.store.statements import Finding, Source, add_statements
from tracker.store.tables import OccurrenceRow

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)
BY_MACHINE = Source("extracted", "1")
MATCHER = Matcher("by hand", "1")


def statement(*content: tuple[int, int], **fields: Any) -> Statement:
    """Return a statement with this content, indirect speech where nothing else is said."""
    usual = {"kind": Kind.CLAIM, "type": StatementType.INDIRECT, "act": Act.SPEECH}
    return Statement(content=tuple(Span(*piece) for piece in content), **{**usual, **fields})


def store(
    engine: Engine,
    capture: Capture,
    statements: Sequence[Statement],
    agents: Sequence[Agent] = (),
) -> list[OccurrenceRow]:
    """Store a capture with its statements, keyed by their words; return what was new."""
    with writing(engine, "vera", lambda: NOON) as tx:
        text = capture.article.text
        findings = [Finding(one, match.keys(one.text(text))) for one in statements]
        return add_statements(tx, add_capture(tx, capture), findings, agents, BY_MACHINE)


def store_words(
    engine: Engine, words: str, speaker: Agent | None = None, **known: str | None
) -> OccurrenceRow:
    """Store an article that is one statement, all of it content."""
    said = statement((0, len(words)), speaker=speaker.name if speaker else None)
    (row,) = store(engine, captured(words, **known), [said], [speaker] if speaker else [])
    return row


def store_keyed(engine: Engine, *keys: set[int], **known: str | None) -> list[int]:
    """Store an article of one claim for each set of keys; return the ids of the claims."""
    text = " ".join(f"{number}." for number in range(len(keys)))
    findings = [
        Finding(statement((text.index(f"{n}."), text.index(f"{n}.") + 1)), frozenset(held))
        for n, held in enumerate(keys)
    ]
    with writing(engine, "vera", lambda: NOON) as tx:
        added = add_capture(tx, captured(text, **known))
        rows = add_statements(tx, added, findings, [], BY_MACHINE)
    return [row.claim_id for row in rows]


def propose(tx: Transaction, later: int, earlier: int, decision: Decision) -> Proposal:
    """Return what is known of two claims, with `earlier` as the target; link them."""
    known = load_claims(tx.session, [later, earlier])
    comparison = Comparison(0.8, decision, LinkRelation.REWORDED)
    proposal = Proposal(known[earlier], comparison)
    set_links(tx, known[later], [proposal], MATCHER)
    return proposal


def person(name: str, *aliases: str) -> Agent:
    """Return a person of this name."""
    return Agent(name, AgentKind.PERSON, aliases)
