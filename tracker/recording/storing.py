"""Storing entries: where their words lie, the statement, its links."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from tracker import __version__, keying, linking, pipeline
from tracker.errors import Conflict
from tracker.model import RECORD, Article, Capture, Span
from tracker.recording.entry import Entry, check, published_of
from tracker.recording.statement import statement_of
from tracker.store import articles, capturing, claims, retries, statements, twins, withdrawals
from tracker.store.articles import Outcome
from tracker.store.canonical import dumps
from tracker.store.engine import Engine
from tracker.store.session import Transaction, writing
from tracker.store.statements import Batch, Source
from tracker.text.locate import find_once


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
    statement, agents = statement_of(entry, text, span, published_of(entry))
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
            published=published_of(entry),
        ),
    )


def ahead(entry: Entry, recorded: Recorded) -> str:
    """Return what to say of a claim that was recorded with a date in the future."""
    return (
        f"its date {entry.published_at} lies in the future: if it is wrong, `tracker article "
        f"withdraw {recorded.article_id}`, then record the claim again"
    )
