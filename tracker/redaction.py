"""Taking words out for good, on legal grounds or because they are somebody's own business."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.errors import BadInput
from tracker.ingest.check import check_text
from tracker.keying import keys_for
from tracker.model import Order, Span
from tracker.store import (
    agents,
    articles,
    claims,
    identities,
    occurrences,
    remains,
    roles,
    scrub,
    unname,
)
from tracker.store.engine import Engine
from tracker.store.session import Transaction, reading, writing
from tracker.store.tables import VersionRow


@dataclass(frozen=True, slots=True)
class Redacted:
    """What a redaction came to: places where the same words still stand, "table row"."""

    remains: tuple[str, ...] = ()


def redact_article(
    engine: Engine,
    article_id: int,
    number: int | None,
    words: Sequence[str],
    order: Order,
    user: str,
) -> Redacted:
    """Take words out of an article version, wherever it prints them; its whole text without any.

    Raises:
        NotFound: there is no such article or version.
        BadInput: the text does not hold the words.
        Conflict: they are redacted already.
    """

    def take(tx: Transaction) -> list[str]:
        version = articles.get_version(tx.session, article_id, number)
        spans = [span for one in words for span in _everywhere(version.text, one)]
        return _redact(tx, version, spans or [Span(0, len(version.text))], order)

    return _run(engine, order, user, take)


def _everywhere(text: str, words: str) -> list[Span]:
    found, start = [], text.find(words) if words.strip() else -1
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    if not found:
        raise BadInput(f"--words: the article's text does not hold {words!r}: copy it as printed")
    return found


def redact_occurrence(engine: Engine, occurrence_id: int, order: Order, user: str) -> Redacted:
    """Take the words of one occurrence out of its article.

    Raises:
        NotFound: there is no such occurrence.
        Conflict: they are redacted already.
    """

    def take(tx: Transaction) -> list[str]:
        claims.get_occurrence(tx.session, occurrence_id)
        return _redact_all(tx, [occurrence_id], order)

    return _run(engine, order, user, take)


def redact_claim(engine: Engine, claim_id: int, order: Order, user: str) -> Redacted:
    """Take the words of every occurrence of a claim out of the articles that print it.

    Raises:
        NotFound: there is no such claim.
        Conflict: they are redacted already.
    """

    def take(tx: Transaction) -> list[str]:
        root = claims.get_claim(tx.session, claim_id).part_of_id or claim_id
        ids = [root, *claims.members(tx.session, [root])[root]]
        return _redact_all(tx, occurrences.of_claims(tx.session, ids), order)

    return _run(engine, order, user, take)


def _redact_all(tx: Transaction, occurrence_ids: Sequence[int], order: Order) -> list[str]:
    spans: dict[int, list[Span]] = {}
    for whole in occurrences.load(tx.session, occurrence_ids):
        spans.setdefault(whole.row.version_id, []).extend(
            Span(s.start, s.end) for s in whole.selectors if s.part == "content" and s.active
        )
    versions = {number: articles.added(tx.session, number).version for number in spans}
    left = {n: v for n, v in versions.items() if not scrub.are_gone(v.text, spans[n])}
    pieces = []
    for number, version in (left or versions).items():
        pieces += _redact(tx, version, spans[number], order)
    return pieces


def _redact(tx: Transaction, version: VersionRow, spans: list[Span], order: Order) -> list[str]:
    pieces = [version.text[span.start : span.end] for span in spans]
    scrub.redact_text(tx, version, spans, order, keys_for(tx.session.connection()))
    return pieces


def redact_agent(engine: Engine, agent_id: int, order: Order, user: str) -> Redacted:
    """Take an agent's names out of its record and of the records of what it said.

    Agents that people say are one with it lose theirs too: they are names of one.

    Raises:
        NotFound: there is no such agent.
        Conflict: they are redacted already.
    """

    def take(tx: Transaction) -> list[str]:
        asked = agents.get_agent(tx.session, agent_id)
        ids = identities.group(tx.session, asked.id)
        rows = [agents.get_agent(tx.session, one) for one in ids]
        named = [row for row in rows if row.key] or [asked]
        return [name for row in named for name in unname.redact_agent(tx, row, order)]

    return _run(engine, order, user, take)


def redact_reason(engine: Engine, entry: int, order: Order, user: str) -> Redacted:
    """Take the reason of a ledger entry out of it, and of the judgement or correction it is of.

    Raises:
        NotFound: there is no such entry.
        Conflict: it has no reason, it is redacted already, or an older tracker wrote it.
    """
    return _run(engine, order, user, lambda tx: [unname.redact_reason(tx, entry, order)])


def _run(
    engine: Engine, order: Order, user: str, take: Callable[[Transaction], list[str]]
) -> Redacted:
    """Take words out in one transaction, then out of the file; tell where they still stand."""
    if not order.reason.strip():
        raise BadInput("--reason is empty: say why, for those who come after")
    for text in (order.reason, order.asked_by or ""):
        check_text(text, "the reason")
    with writing(engine, user) as tx:
        roles.require_redactor(tx.session.connection())
        remains.overwrite_freed(tx)
        pieces = [piece.strip() for piece in take(tx) if piece.strip()]
        told = f"{order.reason} {order.asked_by or ''}".casefold()
        if any(piece.casefold() in told for piece in pieces):
            raise BadInput("--reason holds the words that are to go: say why without them")
    remains.shred(engine)
    with reading(engine) as session:
        return Redacted(tuple(remains.find(session, set(pieces))))


def shred(engine: Engine) -> bool:
    """Overwrite what redacted words left in free space; say whether this engine needs it.

    Raises:
        Conflict: another program holds the file.
    """
    return remains.shred(engine)
