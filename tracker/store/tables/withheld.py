"""What people took out of sight: articles that were withdrawn, and words that were redacted."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from tracker.store.types import Json, UtcDateTime


class WithdrawalRow(SQLModel, table=True):
    """A person's word that an article should not count, or should again. Append-only.

    Of an article's rows the last one counts.
    """

    __tablename__ = "article_withdrawal"

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    withdrawn: bool
    reason: str
    user: str
    at: datetime = Field(sa_type=UtcDateTime)


class RedactionRow(SQLModel, table=True):
    """A tombstone: what of which record is gone, why, by whom, when, and on what ground.

    `entry` is the ledger entry that says the same. Triggers let a protected row be blotted
    out only while that entry is beyond the ledger's head, which is until the transaction
    that wrote it ends. `spans` is a JSON list of [start, end] in a version's text, `struck`
    one of the ledger entries whose values went too. The hashes are a text's, before and after.
    """

    __tablename__ = "redaction"
    __table_args__ = (
        CheckConstraint("ground IN ('legal', 'personal-data', 'other')", name="ground"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    entry: int = Field(unique=True)
    record_kind: str
    record_uid: str = Field(index=True)
    part: str
    spans: Any = Field(default_factory=list, sa_type=Json)
    struck: Any = Field(default_factory=list, sa_type=Json)
    old_sha256: str | None = Field(default=None, index=True)
    new_sha256: str | None = None
    ground: str
    asked_by: str | None = None
    reason: str
    user: str
    at: datetime = Field(sa_type=UtcDateTime)
