"""What became of statements in later versions of their article, and what outlets say of one."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel, UniqueConstraint

from tracker.store.types import Json, UtcDateTime


class AnchoringRow(SQLModel, table=True):
    """What became of an occurrence in a later version of its article. Append-only.

    `fate` is a `Fate`, `state` the `AnchorState` of its content. `anchors` is a JSON list,
    one for each selector: {part, position, state, start, end, score}, the place in the later
    version's text. `successor_id` is the statement that stands there now, and
    `carried` says that it is this one, unchanged.
    """

    __tablename__ = "anchoring"
    __table_args__ = (
        UniqueConstraint("occurrence_id", "version_id"),
        CheckConstraint("fate IN ('present', 'changed', 'gone')", name="fate"),
        CheckConstraint(
            "state IN ('exact', 'folded', 'fuzzy', 'ambiguous', 'orphan')", name="state"
        ),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
        CheckConstraint("NOT carried OR successor_id IS NOT NULL", name="carried_by_one"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    version_id: int = Field(foreign_key="article_version.id", index=True)
    fate: str
    state: str
    score: float
    anchors: Any = Field(default_factory=list, sa_type=Json)
    successor_id: int | None = Field(default=None, foreign_key="occurrence.id", index=True)
    carried: bool = False


class NoticeRow(SQLModel, table=True):
    """What an outlet says of its article: a correction, retraction or clarification.

    Append-only. It is about the whole article, or one claim or occurrence in it. Taking
    one back is a row of its own, with `withdraws_id` and no kind. `published_at` is a date,
    or date and time, in ISO form; `user` recorded it.
    """

    __tablename__ = "article_notice"
    __table_args__ = (
        CheckConstraint("kind IN ('correction', 'retraction', 'clarification')", name="kind"),
        CheckConstraint("(kind IS NULL) <> (withdraws_id IS NULL)", name="kind_or_withdrawal"),
        CheckConstraint("claim_id IS NULL OR occurrence_id IS NULL", name="one_subject"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    occurrence_id: int | None = Field(default=None, foreign_key="occurrence.id", index=True)
    kind: str | None = None
    text: str
    published_at: str | None = None
    url: str | None = None
    user: str
    at: datetime = Field(sa_type=UtcDateTime)
    withdraws_id: int | None = Field(default=None, foreign_key="article_notice.id", unique=True)
