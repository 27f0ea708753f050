"""Events, who took part, and the figures each occurrence reports of them."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel, UniqueConstraint


class EventRow(SQLModel, table=True):
    """An event as reported. Reports that agree in all columns share a row.

    `place_precision` is a `PlacePrecision`, None where it is not known.
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("starts <= ends", name="interval"),
        Index("ix_event_type_starts", "type", "starts"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    type: str
    modality: str
    starts: date | None = Field(default=None, index=True)
    ends: date | None = None
    precision: str | None = None
    when_as_printed: str | None = None
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    place_precision: str | None = None


class ParticipationRow(SQLModel, table=True):
    """An agent's part in an event. `presence` is a `Presence`, empty where none is told."""

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("event_id", "agent_id", "role", "presence"),)

    id: int = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    agent_id: int = Field(foreign_key="agent.id", index=True)
    role: str
    presence: str = Field(default="", sa_column_kwargs={"server_default": text("''")})


class ReportedFactRow(SQLModel, table=True):
    """A figure that one occurrence gives for an event; rivals stand side by side.

    Bounds are None where open. `unit` is singular. `as_of` is the day of the report.
    """

    __tablename__ = "reported_fact"

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id", index=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    property: str
    value_min: float | None = None
    value_max: float | None = None
    unit: str | None = None
    qualifier: str
    as_of: date | None = None
    as_printed: str
