"""Statements for tests: spans are found by their words, as a reader would point at them."""

from tracker.model import Act, AgentKind, Hop, HopRole, Kind, Span, Statement, StatementType


def span(text: str, words: str, nth: int = 0) -> Span:
    """Return where `words` stand in `text` for the `nth` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def say(
    text: str,
    content: str,
    source: tuple[str, int] | str | None = None,
    *,
    cue: str | None = None,
    relays: tuple[str, ...] = (),
    rule: str = "test",
    parent: int | None = None,
    near: int | None = None,
) -> Statement:
    """Return a statement of `content` by `source` (words, or words and which time)."""
    words, nth = source if isinstance(source, tuple) else (source, 0)
    at = span(text, words, nth) if words is not None else None
    body = span(text, content)
    after = max(body.end, at.end if at else 0) if near is None else near
    hops = tuple(
        Hop(1, relay, HopRole.RELAY, AgentKind.ORGANIZATION, Span(start, start + len(relay)))
        for relay in relays
        for start in [text.index(relay, after)]
    )
    cue_at = text.index(cue, at.end if at else 0) if cue else None
    quoted = content[0] in '“"‘'
    return Statement(
        kind=Kind.QUOTE if quoted else Kind.CLAIM,
        type=StatementType.DIRECT if quoted else StatementType.INDIRECT,
        act=Act.SPEECH,
        content=(body,),
        source=at,
        cue=Span(cue_at, cue_at + len(cue)) if cue and cue_at is not None else None,
        chain=hops,
        rule=rule,
        parent=parent,
    )
