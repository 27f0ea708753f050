"""An entry read as a statement, or as a claim to compare."""

from tracker.extract.facts import add_facts
from tracker.model import (
    Act,
    Agent,
    AgentKind,
    Article,
    Claim,
    Hop,
    HopRole,
    Kind,
    Precision,
    Published,
    Span,
    Statement,
    StatementType,
)
from tracker.recording.entry import Entry, parse_said_on, published_of
from tracker.resolve import agent_kind


def statement_of(
    entry: Entry, text: str, span: Span, published: Published | None
) -> tuple[Statement, list[Agent]]:
    """Return what an entry says in the words at `span`, and the agents it names."""
    said_on = parse_said_on(entry.said_on) if entry.said_on else None
    chain, agents = _chain(entry)
    quoted = entry.kind is Kind.QUOTE or text[span.start] in '“"‘«„'
    statement = Statement(
        kind=entry.kind or (Kind.QUOTE if quoted else Kind.CLAIM),
        type=StatementType.DIRECT if quoted else StatementType.INDIRECT,
        act=Act.SPEECH,
        content=(span,),
        speaker=entry.speaker,
        speaker_reason="as recorded" if entry.speaker else "",
        chain=tuple(chain),
        said_on=said_on,
        confidence=1.0,
        rule="by hand",
    )
    if entry.kind in (None, Kind.FACT):
        statement = _with_event(statement, text, published)
        agents = _with_participants(agents, statement)
    return statement, agents


def _with_event(statement: Statement, text: str, published: Published | None) -> Statement:
    found = add_facts(Article(text=text, published=published), [statement])
    return next(s for s in found if s.content == statement.content and s.rule == "by hand")


def _with_participants(agents: list[Agent], statement: Statement) -> list[Agent]:
    names = {agent.name for agent in agents}
    parts = statement.event.participants if statement.event else ()
    fresh = dict.fromkeys(p.agent for p in parts if p.agent not in names)
    return [*agents, *(Agent(name, agent_kind(name)) for name in fresh)]


def _chain(entry: Entry) -> tuple[list[Hop], list[Agent]]:
    steps: list[tuple[str, HopRole, AgentKind]] = []
    if entry.speaker:
        steps.append((entry.speaker, HopRole.SPEAKER, agent_kind(entry.speaker)))
    steps.extend((name, HopRole.RELAY, AgentKind.ORGANIZATION) for name in entry.via)
    if entry.outlet:
        steps.append((entry.outlet, HopRole.OUTLET, AgentKind.ORGANIZATION))
    first = 0 if entry.speaker else 1
    hops = [
        Hop(position=first + index, agent=name, role=role, kind=kind)
        for index, (name, role, kind) in enumerate(steps)
    ]
    agents = {name: Agent(name, kind) for name, _, kind in steps}
    return hops, list(agents.values())


def as_claim(entry: Entry) -> Claim:
    """Return an entry as the matcher sees it, without storing it.

    Raises:
        BadInput: a date is malformed.
    """
    published = published_of(entry)
    said_on = parse_said_on(entry.said_on) if entry.said_on else None
    if published is None and said_on is not None and said_on.precision is Precision.DAY:
        published = Published.parse(said_on.start.isoformat())
    statement, _ = statement_of(entry, entry.text, Span(0, len(entry.text)), published)
    return Claim(
        text=entry.text,
        kind=statement.kind,
        type=statement.type,
        external_id=entry.external_id,
        speaker=entry.speaker,
        speaker_names=(entry.speaker,) if entry.speaker else (),
        said_on=said_on,
        published=published,
        event=statement.event,
        context=entry.context,
    )
