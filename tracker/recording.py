"""Claims that a person records by hand, or that come in bulk without an article.

A recorded claim has the same provenance as an extracted one: the words lie in an
immutable version (the article they were printed in, or the record itself), the
occurrence points to them, and linking treats it like any other.
"""

import calendar
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from tracker import __version__, keying, linking, pipeline
from tracker.errors import BadInput, Conflict
from tracker.extract.facts import add_facts
from tracker.ingest.check import check_text
from tracker.model import (
    RECORD,
    Act,
    Agent,
    AgentKind,
    Article,
    Capture,
    Claim,
    DateInterval,
    Hop,
    HopRole,
    Kind,
    Precision,
    Published,
    Span,
    Statement,
    StatementType,
)
from tracker.resolve import agent_kind
from tracker.store import articles, capturing, claims, retries, statements, twins, withdrawals
from tracker.store.articles import Outcome
from tracker.store.canonical import dumps
from tracker.store.engine import Engine
from tracker.store.session import Transaction, writing
from tracker.store.statements import Batch, Source
from tracker.text.locate import find_once


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim to record. Only `text` is required; `via` is nearest relay first.

    `said_on` is an ISO day, month or year; `published_at` an ISO date or time.
    `article_id` names a stored article that prints the words.
    """

    text: str
    kind: Kind | None = None
    speaker: str | None = None
    said_on: str | None = None
    via: tuple[str, ...] = ()
    url: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    context: str = ""
    external_id: str | None = None
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """Where a recorded claim is; `is_new` is False when it was there already."""

    article_id: int
    occurrence_id: int
    claim_id: int
    is_new: bool


def record(
    engine: Engine, entry: Entry, user: str, key: str | None = None, again: bool = False
) -> Recorded:
    """Store one claim recorded by hand, and link it.

    With the `key` of an earlier request what was answered then is answered again. With
    `again` words of an article are recorded also where it has a statement of them.

    Raises:
        BadInput: the text is empty, a date is malformed, the named article does not
            print the words just once, or the key was used for another entry.
        NotFound: there is no such article.
        Conflict: the article is withdrawn, or has a statement of these very words.
    """
    asked = None if key is None else retries.request(key, "record", _given(entry))
    with writing(engine, user) as tx:
        before = retries.earlier(tx.session, asked)
        if before is not None:
            (row,) = retries.occurrence_rows(tx.session, [before["occurrence"]])
            article_id = retries.article_id(tx.session, before["article"])
            return Recorded(article_id, row.id, row.claim_id, before["is_new"])
        recorded = record_in(tx, entry, "recorded")
        if recorded.is_new and entry.article_id is not None and not again:
            twins.require_none(tx.session, recorded.occurrence_id)
        answer = {
            "article": articles.get_article(tx.session, recorded.article_id).uid,
            "occurrence": claims.get_occurrence(tx.session, recorded.occurrence_id).uid,
            "is_new": recorded.is_new,
        }
        retries.keep(tx, asked, answer)
        return recorded


def _given(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON would hold it."""
    return {
        **asdict(entry),
        "kind": str(entry.kind) if entry.kind else None,
        "via": list(entry.via),
    }


def check(entry: Entry) -> None:
    """Check what can be checked of an entry without a database.

    Raises:
        BadInput: the text is empty, holds what no database stores, or a date is malformed.
    """
    if not entry.text.strip():
        raise BadInput("the claim's text is empty: give the words that were said")
    for value in (entry.text, entry.speaker, entry.context, entry.outlet, *entry.via):
        check_text(value or "", "the claim")
    _published(entry)
    if entry.said_on:
        parse_said_on(entry.said_on)


def clashing(tx: Transaction, entries: Sequence[Entry]) -> dict[int, str]:
    """Return the entries, by their place, whose external id was given with other words.

    That is in the database or earlier among `entries`; the value is what to say of each.
    """
    known = claims.words_of(tx.session, {e.external_id for e in entries if e.external_id})
    found = {}
    for place, entry in enumerate(entries):
        if entry.external_id is None:
            continue
        words = articles.sha256(entry.text.encode())
        if words not in known.setdefault(entry.external_id, {words}):
            found[place] = (
                f"external_id {entry.external_id!r} was given before with other words: mend "
                "that claim with `tracker claim correct`, or give a new external_id"
            )
    return found


def record_in(tx: Transaction, entry: Entry, origin: str) -> Recorded:
    """Store one claim within an open transaction, and link it. Raises as `record` does."""
    check(entry)
    return record_all(tx, [entry], origin)[0]


def record_all(tx: Transaction, entries: Sequence[Entry], origin: str) -> list[Recorded]:
    """Store claims that were checked within an open transaction, and link the new ones.

    Many together cost a tenth of what each by itself does.
    """
    places = _places(tx, entries)
    keys = keying.keys_for(tx.session.connection())
    batches = [_batch(entry, *place, keys) for entry, place in zip(entries, places, strict=True)]
    stored = statements.add_batches(tx, batches, Source(origin, __version__))
    linking.link_new(tx, [row.claim_id for ((row, is_new),) in stored if is_new])
    return [
        Recorded(batch.added.article.id, row.id, row.claim_id, is_new)
        for batch, ((row, is_new),) in zip(batches, stored, strict=True)
    ]


def _batch(entry: Entry, added: articles.Added, span: Span, keys: keying.Keys) -> Batch:
    text = added.version.text
    statement, agents = _statement(entry, text, span, _published(entry))
    finding = pipeline.finding(text, statement, keys)
    finding = replace(
        finding, context=entry.context or finding.context, external_id=entry.external_id
    )
    return Batch(added, [finding], agents)


def _places(tx: Transaction, entries: Sequence[Entry]) -> list[tuple[articles.Added, Span]]:
    """Return, for each entry, the version that holds its words, and where they stand in it."""
    alone = [entry for entry in entries if entry.article_id is None]
    captured = iter(capturing.add_captures(tx, [_capture(entry) for entry in alone]))
    return [
        _whole(next(captured)) if entry.article_id is None else _printed(tx, entry)
        for entry in entries
    ]


def _whole(added: articles.Added) -> tuple[articles.Added, Span]:
    return added, Span(0, len(added.version.text))


def _printed(tx: Transaction, entry: Entry) -> tuple[articles.Added, Span]:
    assert entry.article_id is not None, "only an entry that names its article"
    version = articles.get_version(tx.session, entry.article_id)
    article = articles.get_article(tx.session, entry.article_id)
    if withdrawals.withdrawal_of(tx.session, article.id) is not None:
        raise Conflict(f"article {article.id} is withdrawn: `tracker article restore` it first")
    span = find_once(version.text, entry.text, "--text")
    return articles.Added(article, version, Outcome.UNCHANGED), span


def _capture(entry: Entry) -> Capture:
    """Return the record itself as a capture: canonical JSON, so that equal entries meet."""
    given = {
        "external_id": entry.external_id,
        "kind": str(entry.kind) if entry.kind else None,
        "text": entry.text,
        "speaker": entry.speaker,
        "said_on": entry.said_on,
        "via": list(entry.via),
        "url": entry.url,
        "outlet": entry.outlet,
        "published_at": entry.published_at,
        "context": entry.context,
    }
    return Capture(
        body=dumps({name: value for name, value in given.items() if value}),
        media_type="application/json",
        encoding="utf-8",
        encoding_from="utf-8",
        extractor=RECORD,
        extractor_version=__version__,
        article=Article(
            text=entry.text,
            url=entry.url,
            outlet=entry.outlet,
            published=_published(entry),
        ),
    )


def _published(entry: Entry) -> Published | None:
    if entry.published_at is None:
        return None
    try:
        return Published.parse(entry.published_at)
    except ValueError as error:
        raise BadInput(
            f"published_at: {entry.published_at!r} is no date: give 2023-09-13 or "
            "2023-09-13T08:30:00+00:00"
        ) from error


def _statement(
    entry: Entry, text: str, span: Span, published: Published | None
) -> tuple[Statement, list[Agent]]:
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


def parse_said_on(text: str) -> DateInterval:
    """Return the interval that an ISO day, month or year names.

    Raises:
        BadInput: it is none of the three.
    """
    try:
        match text.strip().split("-"):
            case [year]:
                start = date(int(year), 1, 1)
                return DateInterval(start, date(start.year, 12, 31), Precision.YEAR, text)
            case [year, month]:
                start = date(int(year), int(month), 1)
                return DateInterval(start, _month_end(start), Precision.MONTH, text)
            case _:
                day = date.fromisoformat(text.strip())
                return DateInterval(day, day, Precision.DAY, text)
    except ValueError as error:
        raise BadInput(
            f"said_on: {text!r} is no date: give a day 2023-09-13, month 2023-09 or year 2023"
        ) from error


def _month_end(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def as_claim(entry: Entry) -> Claim:
    """Return an entry as the matcher sees it, without storing it.

    Raises:
        BadInput: a date is malformed.
    """
    published = _published(entry)
    said_on = parse_said_on(entry.said_on) if entry.said_on else None
    if published is None and said_on is not None and said_on.precision is Precision.DAY:
        published = Published.parse(said_on.start.isoformat())
    statement, _ = _statement(entry, entry.text, Span(0, len(entry.text)), published)
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
