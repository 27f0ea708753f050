"""Outlets, articles, their immutable versions and the bytes behind them."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from tracker.store.types import UtcDateTime


class OutletRow(SQLModel, table=True):
    """Who publishes. `key` is the folded name, so that spellings of one name meet."""

    __tablename__ = "outlet"

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    key: str = Field(unique=True)


class ArticleRow(SQLModel, table=True):
    """A published piece. `content_hash` is that of its first version's text,
    or of the bytes where those could not be read.

    Publication is the interval from `published_start` to `published_end`, UTC;
    `published_at` is the words the outlet or user gave. All None when unknown.
    """

    __tablename__ = "article"

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    outlet_id: int | None = Field(default=None, foreign_key="outlet.id", index=True)
    url: str | None = Field(default=None, index=True)
    content_hash: str
    published_at: str | None = None
    published_start: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    published_end: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BlobRow(SQLModel, table=True):
    """The bytes of a capture as received, compressed; named by their SHA-256."""

    __tablename__ = "blob"

    sha256: str = Field(primary_key=True)
    size: int
    codec: str
    body: bytes


class VersionRow(SQLModel, table=True):
    """One capture of an article. Never changed once written.

    `state` is a `CaptureState`. `encoding_from` says how the encoding was known.
    """

    __tablename__ = "article_version"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    body_sha256: str = Field(foreign_key="blob.sha256")
    text: str
    text_sha256: str
    title: str | None = None
    author: str | None = None
    media_type: str
    encoding: str
    encoding_from: str
    extractor: str
    extractor_version: str
    state: str
    captured_at: datetime = Field(sa_type=UtcDateTime)
