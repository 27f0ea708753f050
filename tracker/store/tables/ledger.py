"""The ledger: an append-only, hash-chained log of every write."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from tracker.store.types import UtcDateTime


class LedgerRow(SQLModel, table=True):
    """One entry. `digest` is the salted SHA-256 of the record's value after the write.

    `hash` is the SHA-256 of the entry's canonical JSON, `previous` included. `reason` is a
    salted digest too, "sha256:…", of words that lie beside the value; in entries of before
    revision 0008 it is the words.
    """

    __tablename__ = "ledger"

    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    user: str
    action: str
    record_kind: str
    record_uid: str = Field(index=True)
    digest: str
    reason: str | None = None
    tool: str
    previous: str
    hash: str


class LedgerValueRow(SQLModel, table=True):
    """What a ledger entry's digest stands for, apart, so that it can be struck out.

    `value` is canonical JSON, `reason_text` the words of the reason. None for both, with an
    empty `salt`, is a tombstone: the chain still holds, and nobody can guess the value from
    its digest.
    """

    __tablename__ = "ledger_value"

    seq: int = Field(primary_key=True, foreign_key="ledger.seq")
    salt: str
    value: str | None = None
    reason_text: str | None = None


class LedgerHeadRow(SQLModel, table=True):
    """The newest entry, in a table of one row that every writer locks first."""

    __tablename__ = "ledger_head"

    id: int = Field(primary_key=True)
    seq: int
    hash: str
