"""What a statement's content is read to report."""

from tracker.extract.facts import add_facts
from tracker.model import (
    NOWHERE,
    Act,
    Article,
    Event,
    Gazetteer,
    Kind,
    Published,
    Span,
    Statement,
    StatementType,
)

PUBLISHED = Published.parse("2023-09-13")


def told(text: str, *contents: str, cue: str | None = None) -> Statement:
    """Return a statement whose content is the given pieces of `text`."""
    return Statement(
        kind=Kind.CLAIM,
        type=StatementType.INDIRECT,
        act=Act.SPEECH,
        content=tuple(_span(text, words) for words in contents),
        cue=_span(text, cue) if cue else None,
    )


def _span(text: str, words: str) -> Span:
    return Span(text.rindex(words), text.rindex(words) + len(words))


def event_of(
    *pieces: str, title: str | None = None, cue: str = "said", gazetteer: Gazetteer = NOWHERE
) -> Event | None:
    """Return the event of a statement whose content is `pieces`, an aside between them."""
    text = " — an aside — ".join(pieces) + f", officials {cue}."
    article = Article(text, title=title, published=PUBLISHED)
    (statement,) = add_facts(article, [told(text, *pieces, cue=cue)], gazetteer)
    assert (statement.kind is Kind.FACT) == (statement.event is not None)
    return statement.event


def people(event: Event | None) -> list[tuple[str, str]]:
    """Return the participants as (name, role)."""
    assert event is not None
    return [(p.agent, p.role.value) for p in event.participants]


def figures(event: Event | None) -> list[tuple[str, float | None, float | None, str | None]]:
    """Return the quantities as (property, minimum, maximum, unit)."""
    assert event is not None
    return [(q.property, q.minimum, q.maximum, q.unit) for q in event.quantities]
