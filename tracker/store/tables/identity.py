"""What people say of two agents: that they are one, or that they are not."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from tracker.store.types import UtcDateTime


class IdentityRow(SQLModel, table=True):
    """A person's word that an agent is another one (`same`), or is not. Append-only.

    Taking one back is a row of its own, with `withdraws_id` and no `same`. Where two
    rows are of one pair the later one counts.
    """

    __tablename__ = "agent_identity"
    __table_args__ = (
        CheckConstraint("agent_id <> other_id", name="two_agents"),
        CheckConstraint("(same IS NULL) <> (withdraws_id IS NULL)", name="word_or_withdrawal"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    agent_id: int = Field(foreign_key="agent.id", index=True)
    other_id: int = Field(foreign_key="agent.id", index=True)
    same: bool | None = None
    reason: str
    user: str
    at: datetime = Field(sa_type=UtcDateTime)
    withdraws_id: int | None = Field(default=None, foreign_key="agent_identity.id", unique=True)
