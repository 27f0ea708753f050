"""Links, relations between claims, and what people decided on either."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel, UniqueConstraint

from tracker.store.types import Json, UtcDateTime


class LinkRow(SQLModel, table=True):
    """An occurrence found to repeat an earlier claim, with the reasons.

    `features` is a JSON object name → value in [0, 1]; `differences` a JSON list
    of {gate, left, right}. `active` is off when a later run no longer proposes
    it; the row and the judgements on it stay.
    """

    __tablename__ = "link"
    __table_args__ = (
        UniqueConstraint("occurrence_id", "claim_id"),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    claim_id: int = Field(foreign_key="claim.id", index=True)
    relation: str
    decision: str
    score: float
    features: Any = Field(default_factory=dict, sa_type=Json)
    differences: Any = Field(default_factory=list, sa_type=Json)
    matcher: str
    matcher_version: str
    active: bool = True


class RelationRow(SQLModel, table=True):
    """How one claim stands to another, different one."""

    __tablename__ = "claim_relation"
    __table_args__ = (
        UniqueConstraint("from_claim_id", "to_claim_id", "relation"),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
        CheckConstraint("from_claim_id <> to_claim_id", name="two_claims"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    from_claim_id: int = Field(foreign_key="claim.id")
    to_claim_id: int = Field(foreign_key="claim.id", index=True)
    relation: str
    basis: str | None = None
    score: float
    features: Any = Field(default_factory=dict, sa_type=Json)
    differences: Any = Field(default_factory=list, sa_type=Json)
    matcher: str
    matcher_version: str
    active: bool = True


class JudgementRow(SQLModel, table=True):
    """A person's answer on a link, a relation or the speaker proposed for an occurrence.

    Append-only. Taking one back is a row of its own, with `withdraws_id` and no verdict.
    """

    __tablename__ = "judgement"
    __table_args__ = (
        CheckConstraint(
            "(CASE WHEN link_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN relation_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN occurrence_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_subject",
        ),
        CheckConstraint(
            "(verdict IS NULL) <> (withdraws_id IS NULL)", name="verdict_or_withdrawal"
        ),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    link_id: int | None = Field(default=None, foreign_key="link.id", index=True)
    relation_id: int | None = Field(default=None, foreign_key="claim_relation.id", index=True)
    occurrence_id: int | None = Field(default=None, foreign_key="occurrence.id", index=True)
    verdict: str | None = None
    reason: str
    user: str
    at: datetime = Field(sa_type=UtcDateTime)
    withdraws_id: int | None = Field(default=None, foreign_key="judgement.id", unique=True)
