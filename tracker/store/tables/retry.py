"""What was answered to a request that may come again."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from tracker.store.types import Json, UtcDateTime


class IdempotencyRow(SQLModel, table=True):
    """The answer that a request with this key got. Append-only.

    `digest` is of what was asked, `answer` names records by their uids.
    """

    __tablename__ = "idempotency_key"

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    key: str = Field(unique=True)
    digest: str
    answer: dict[str, Any] = Field(sa_type=Json)
    user: str
    at: datetime = Field(sa_type=UtcDateTime)
