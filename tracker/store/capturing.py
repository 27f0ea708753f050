"""Putting captures into the store: which article and version each is, and whether it is new."""

import zlib
from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session, col, select

from tracker.model import RECORD, Article, Capture, CaptureState
from tracker.store.articles import Added, Outcome, article_record, sha256, version_record
from tracker.store.naming import name_key, uid
from tracker.store.redactions import versions_once_of
from tracker.store.session import Transaction, insert_rows, portions
from tracker.store.tables import ArticleRow, BlobRow, OutletRow, VersionRow
from tracker.store.withdrawals import withdrawal_of, withdrawals_of


def add_capture(tx: Transaction, capture: Capture) -> Added:
    """Store a capture and return where it is.

    The same text for the same outlet and address is stored once; other text at
    the same address becomes the next version; without an address an article is
    known by its outlet and text. With another date than a withdrawn article has,
    it is an article of its own.
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
        identities = _dated_anew(tx.session, captures, identities)
        self._known = dict(
            zip(map(id, captures), zip(identities, hashes, strict=True), strict=True)
        )
        self._articles = _held(tx.session, identities)
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


def _dated_anew(
    session: Session, captures: Sequence[Capture], identities: Sequence[str]
) -> list[str]:
    """Return the identities with others for captures that give a withdrawn article another date.

    An article's date is never overwritten, so one that was added with a wrong date, or with
    none, is withdrawn and added again as an article of its own.
    """
    held = _held(session, identities)
    withdrawn = withdrawals_of(session, [row.id for row in held.values()])
    return [
        _in_place_of(session, held[identity], capture)
        if identity in held and held[identity].id in withdrawn
        else identity
        for capture, identity in zip(captures, identities, strict=True)
    ]


def _in_place_of(session: Session, article: ArticleRow, capture: Capture) -> str:
    """Return the identity that a capture of a withdrawn article has: of the one that stands in
    its place, if any does."""
    last = article
    while withdrawal_of(session, last.id) is not None:
        following = uid("art", last.uid, "added again")
        held = _held(session, [following]).get(following)
        if held is None:
            published = capture.article.published
            is_same = published is None or published.as_given == last.published_at
            return last.uid if is_same else following
        last = held
    return last.uid


def _held(session: Session, identities: Collection[str]) -> dict[str, ArticleRow]:
    return {
        row.uid: row
        for some in portions(set(identities))
        for row in session.exec(select(ArticleRow).where(col(ArticleRow.uid).in_(some)))
    }


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
