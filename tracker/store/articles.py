"""Articles, their versions and the bytes behind them."""

import hashlib
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, func, select

from tracker.errors import NotFound, NotVerified
from tracker.model import RECORD, Article, Capture, CaptureState
from tracker.store.naming import name_key, uid
from tracker.store.redactions import versions_once_of
from tracker.store.session import Transaction, insert_rows, portions
from tracker.store.tables import ArticleRow, BlobRow, OccurrenceRow, OutletRow, VersionRow


class Outcome(StrEnum):
    """What giving the store a capture did."""

    ADDED = "added"
    NEW_VERSION = "new_version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Added:
    """The article and version that now hold a capture, and whether they are new."""

    article: ArticleRow
    version: VersionRow
    outcome: Outcome


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def add_capture(tx: Transaction, capture: Capture) -> Added:
    """Store a capture and return where it is.

    The same text for the same outlet and address is stored once; other text at
    the same address becomes the next version; without an address an article is
    known by its outlet and text.
    """
    return add_captures(tx, [capture])[0]


def add_captures(tx: Transaction, captures: Sequence[Capture]) -> list[Added]:
    """Store captures as `add_capture` does, looking up together what is held already."""
    names = {name for capture in captures if (name := capture.article.outlet) is not None}
    outlets: dict[str | None, OutletRow] = {
        name: _settle_outlet(tx, name) for name in sorted(names)
    }
    shelf = _Shelf(tx, outlets, captures)
    added = [shelf.add(capture) for capture in captures]
    insert_rows(tx.session, ArticleRow, shelf.new_articles)
    insert_rows(tx.session, BlobRow, shelf.new_blobs)
    insert_rows(tx.session, VersionRow, shelf.new_versions)
    return added


class _Shelf:
    """The articles, versions and bytes that captures may meet, and what is put beside them."""

    def __init__(
        self,
        tx: Transaction,
        outlets: Mapping[str | None, OutletRow],
        captures: Sequence[Capture],
    ) -> None:
        self._tx = tx
        self._outlets = outlets
        self.new_articles: list[ArticleRow] = []
        self.new_blobs: list[BlobRow] = []
        self.new_versions: list[VersionRow] = []
        hashes = [_known_by(capture) for capture in captures]
        identities = [
            _identity(capture, outlets.get(capture.article.outlet), digest)
            for capture, digest in zip(captures, hashes, strict=True)
        ]
        self._known = dict(
            zip(map(id, captures), zip(identities, hashes, strict=True), strict=True)
        )
        self._articles = {
            row.uid: row
            for some in portions(set(identities))
            for row in tx.session.exec(select(ArticleRow).where(col(ArticleRow.uid).in_(some)))
        }
        ids = {article.id for article in self._articles.values()}
        self._redacted = versions_once_of(tx.session, ids)
        self._versions = {
            (row.article_id, _known_as(row)): row
            for some in portions(ids)
            for row in tx.session.exec(
                select(VersionRow).where(col(VersionRow.article_id).in_(some))
            )
        }
        bodies = {sha256(capture.body) for capture in captures}
        self._blobs = {
            digest
            for some in portions(bodies)
            for digest in tx.session.exec(
                select(BlobRow.sha256).where(col(BlobRow.sha256).in_(some))
            )
        }

    def add(self, capture: Capture) -> Added:
        identity, digest = self._known[id(capture)]
        article = self._articles.get(identity)
        is_new = article is None
        if article is None:
            outlet = self._outlets.get(capture.article.outlet)
            article = _add_article(self._tx, capture.article, outlet, digest, identity)
            self._articles[identity] = article
            self.new_articles.append(article)
        at = (article.id, digest)
        held = self._versions.get(at) or self._redacted.get(at)
        if held is not None:
            return Added(article, held, Outcome.UNCHANGED)
        body_hash = self._keep_bytes(capture.body)
        number = 1 + sum(article_id == article.id for article_id, _ in self._versions)
        version = _add_version(self._tx, article, capture, number, (digest, body_hash))
        self._versions[article.id, digest] = version
        self.new_versions.append(version)
        return Added(article, version, Outcome.ADDED if is_new else Outcome.NEW_VERSION)

    def _keep_bytes(self, body: bytes) -> str:
        digest = sha256(body)
        if digest not in self._blobs:
            self._blobs.add(digest)
            packed = zlib.compress(body)
            blob = BlobRow(sha256=digest, size=len(body), codec="zlib", body=packed)
            self.new_blobs.append(blob)
        return digest


def outlet_names(session: Session) -> list[str]:
    """Return the names of all outlets, in order."""
    return list(session.exec(select(OutletRow.name).order_by(col(OutletRow.name))))


def _settle_outlet(tx: Transaction, name: str) -> OutletRow:
    key = name_key(name)
    row = tx.session.exec(select(OutletRow).where(OutletRow.key == key)).first()
    if row is None:
        row = OutletRow(uid=uid("out", key), name=name.strip(), key=key)
        tx.session.add(row)
        tx.session.flush()
        tx.ledger.append("outlet.added", "outlet", row.uid, {"name": row.name})
    elif name.strip() < row.name:
        row.name = name.strip()
        tx.session.add(row)
        tx.session.flush()
        tx.ledger.append("outlet.changed", "outlet", row.uid, {"name": row.name})
    return row


def _known_by(capture: Capture) -> str:
    """Return the digest that tells captures of one address apart: of the text, where there is one.

    Pages that could not be read have no text yet, and differ by their bytes.
    """
    return sha256(capture.body if capture.state.is_unread else capture.article.text.encode())


def _known_as(row: VersionRow) -> str:
    return row.body_sha256 if CaptureState(row.state).is_unread else row.text_sha256


def _identity(capture: Capture, outlet: OutletRow | None, digest: str) -> str:
    """Return the uid of the article that a capture belongs to.

    A claim recorded by hand is a piece of its own even where it names an address:
    it must not become a version of the article there, nor meet other words' record.
    """
    if capture.extractor == RECORD:
        return uid("art", RECORD, sha256(capture.body))
    url = _address(capture.article)
    return uid("art", outlet.key if outlet else None, url, None if url else digest)


def _address(article: Article) -> str | None:
    return article.url.split("#", 1)[0] if article.url else None


def _add_article(
    tx: Transaction, article: Article, outlet: OutletRow | None, digest: str, identity: str
) -> ArticleRow:
    published = article.published
    row = ArticleRow(
        id=tx.numbers.next(ArticleRow),
        uid=identity,
        outlet_id=outlet.id if outlet else None,
        url=_address(article),
        content_hash=digest,
        published_at=published.as_given if published else None,
        published_start=published.start if published else None,
        published_end=published.end if published else None,
    )
    record = article_record(row, outlet.uid if outlet else None)
    tx.ledger.append("article.added", "article", row.uid, record)
    return row


def article_record(row: ArticleRow, outlet_uid: str | None) -> dict[str, str | None]:
    """Return an article as the ledger holds it."""
    return {
        "outlet": outlet_uid,
        "url": row.url,
        "content_hash": row.content_hash,
        "published_at": row.published_at,
    }


def _add_version(
    tx: Transaction, article: ArticleRow, capture: Capture, number: int, hashes: tuple[str, str]
) -> VersionRow:
    digest, body_hash = hashes
    row = VersionRow(
        id=tx.numbers.next(VersionRow),
        uid=uid("ver", article.uid, digest),
        article_id=article.id,
        number=number,
        body_sha256=body_hash,
        text=capture.article.text,
        text_sha256=sha256(capture.article.text.encode()),
        title=capture.article.title,
        author=capture.article.author,
        media_type=capture.media_type,
        encoding=capture.encoding,
        encoding_from=capture.encoding_from,
        extractor=capture.extractor,
        extractor_version=capture.extractor_version,
        state=capture.state,
        captured_at=capture.captured_at or tx.ledger.clock(),
    )
    tx.ledger.append("version.captured", "version", row.uid, version_record(row, article.uid))
    return row


def version_record(row: VersionRow, article_uid: str) -> dict[str, str | int | None]:
    """Return a version as the ledger and exports hold it, without its text and bytes."""
    return {
        "article": article_uid,
        "number": row.number,
        "body_sha256": row.body_sha256,
        "text_sha256": row.text_sha256,
        "title": row.title,
        "author": row.author,
        "media_type": row.media_type,
        "encoding": row.encoding,
        "encoding_from": row.encoding_from,
        "extractor": row.extractor,
        "extractor_version": row.extractor_version,
        "state": row.state,
        "captured_at": row.captured_at.isoformat(),
    }


def body_of(row: BlobRow) -> bytes:
    """Return the bytes of a capture as they were received.

    Raises:
        NotVerified: they cannot be unpacked, or are not the bytes that were stored.
    """
    try:
        body = zlib.decompress(row.body) if row.codec == "zlib" else row.body
    except zlib.error as error:
        raise NotVerified(f"blob {row.sha256[:12]} cannot be unpacked: {error}") from error
    if sha256(body) != row.sha256:
        raise NotVerified(f"blob {row.sha256[:12]} holds other bytes than were captured")
    return body


def get_article(session: Session, article_id: int) -> ArticleRow:
    """Return an article by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(ArticleRow, article_id)
    if row is None:
        raise NotFound(f"no article {article_id}: see `tracker article list`")
    return row


def get_version(session: Session, article_id: int, number: int | None = None) -> VersionRow:
    """Return a version of an article, the latest when no number is given.

    Raises:
        NotFound: there is no such article or version.
    """
    article = get_article(session, article_id)
    query = select(VersionRow).where(VersionRow.article_id == article.id)
    if number is not None:
        query = query.where(VersionRow.number == number)
    row = session.exec(query.order_by(col(VersionRow.number).desc())).first()
    if row is None:
        raise NotFound(f"article {article_id} has no version {number}")
    return row


def versions_of_article(session: Session, article_id: int) -> list[VersionRow]:
    """Return the versions of an article, oldest first."""
    query = select(VersionRow).where(VersionRow.article_id == article_id)
    return list(session.exec(query.order_by(col(VersionRow.number))))


def load_versions(
    session: Session, version_ids: Collection[int]
) -> list[tuple[VersionRow, ArticleRow, str | None]]:
    """Return versions with their article and the outlet's name, oldest first."""
    query = (
        select(VersionRow, ArticleRow, OutletRow.name)
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .outerjoin(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id))
        .where(col(VersionRow.id).in_(version_ids))
        .order_by(col(VersionRow.id))
    )
    return list(session.exec(query))


def versions_of(session: Session, occurrence_ids: Collection[int]) -> dict[int, int]:
    """Return the id of the version that each occurrence stands in."""
    query = select(OccurrenceRow.id, OccurrenceRow.version_id).where(
        col(OccurrenceRow.id).in_(occurrence_ids)
    )
    return dict(session.exec(query).all())


def list_versions(session: Session, limit: int, offset: int = 0) -> list[int]:
    """Return the id of every article's latest version, in order of article."""
    latest = (
        select(func.max(VersionRow.id))
        .group_by(col(VersionRow.article_id))
        .order_by(col(VersionRow.article_id))
        .limit(limit)
        .offset(offset)
    )
    return list(session.exec(latest))


def count_articles(session: Session) -> int:
    """Return how many articles there are."""
    return session.exec(select(func.count()).select_from(ArticleRow)).one()


def added(session: Session, version_id: int) -> Added:
    """Return a stored version with its article, as adding it again would."""
    version = session.get_one(VersionRow, version_id)
    return Added(session.get_one(ArticleRow, version.article_id), version, Outcome.UNCHANGED)


def walk_versions(session: Session) -> Iterator[tuple[VersionRow, BlobRow | None]]:
    """Yield every version with its bytes, oldest first, one in memory at a time."""
    ids = session.exec(select(VersionRow.id).order_by(col(VersionRow.id))).all()
    for version_id in ids:
        version = session.get_one(VersionRow, version_id)
        blob = session.get(BlobRow, version.body_sha256)
        yield version, blob
        session.expunge(version)
        if blob is not None:
            session.expunge(blob)


def uids(session: Session, article_ids: Collection[int]) -> dict[int, str]:
    """Return the uids of these articles."""
    query = select(ArticleRow.id, ArticleRow.uid).where(col(ArticleRow.id).in_(article_ids))
    return dict(session.exec(query).all())


def texts_of(session: Session, version_ids: Collection[int]) -> dict[int, str]:
    """Return the texts of these versions."""
    query = select(VersionRow.id, VersionRow.text).where(col(VersionRow.id).in_(version_ids))
    return dict(session.exec(query).all())
