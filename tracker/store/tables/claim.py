"""Claims, their printed occurrences, and the attribution behind each.

Every occurrence has a claim of its own, in its own wording. Where matching or a
person finds that an earlier claim said it first, the occurrence is linked to
that claim and its own claim becomes part of it (`part_of_id`). Nothing is moved,
so taking a link back loses nothing.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from tracker.store.types import Json, UtcDateTime


class ClaimRow(SQLModel, table=True):
    """One thing asserted by one speaker at one time, as one occurrence words it.

    `speaker_names` is a JSON list: every name that the article gives the speaker.
    `denied` says that the speaker says it is not so.
    `part_of_id` is the claim recorded first, None for a claim that stands by itself.
    `published_start` is its article's, which never changes: one index gives what a
    speaker said about some day, however much the speaker says.
    """

    __tablename__ = "claim"
    __table_args__ = (
        CheckConstraint("kind IN ('fact', 'quote', 'claim')", name="kind"),
        CheckConstraint("type IN ('direct', 'indirect', 'mixed')", name="type"),
        CheckConstraint("act IN ('speech', 'belief', 'intention', 'document')", name="act"),
        CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        Index("ix_claim_speaker_id_published_start", "speaker_id", "published_start"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    external_id: str | None = Field(default=None, index=True)
    kind: str
    type: str
    act: str
    text: str
    context: str = ""
    speaker_id: int | None = Field(default=None, foreign_key="agent.id")
    speaker_names: Any = Field(default_factory=list, sa_type=Json)
    unnamed_source: str | None = None
    denied: bool = False
    said_start: date | None = None
    said_end: date | None = None
    said_precision: str | None = None
    said_as_printed: str | None = None
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    part_of_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    published_start: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OccurrenceRow(SQLModel, table=True):
    """One printed trace of a claim in one article version.

    `ordinal` is its place in the text's order. `origin` says who found it:
    "extracted", "recorded" or "imported". `rejected` is set when a person said
    that this is no statement; the row stays. `proposed_id` is whom extraction takes
    a blank speaker for, without being sure.
    """

    __tablename__ = "occurrence"
    __table_args__ = (
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("speaker_confidence BETWEEN 0 AND 1", name="speaker_confidence"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    claim_id: int = Field(foreign_key="claim.id", unique=True)
    version_id: int = Field(foreign_key="article_version.id", index=True)
    ordinal: int
    parent_id: int | None = Field(default=None, foreign_key="occurrence.id", index=True)
    origin: str
    rule: str = ""
    confidence: float
    speaker_reason: str = ""
    speaker_confidence: float | None = None
    proposed_id: int | None = Field(default=None, foreign_key="agent.id", index=True)
    extractor_version: str = ""
    rejected: bool = False


class SelectorRow(SQLModel, table=True):
    """Words of the version's text that an occurrence points to.

    `part` is "content", "source", "cue" or "editorial". A correction adds rows
    with `made_by` "person" and turns the machine's `active` off; none is deleted.
    """

    __tablename__ = "selector"
    __table_args__ = (
        Index("ix_selector_occurrence_id_part", "occurrence_id", "part"),
        CheckConstraint('0 <= start AND start <= "end"', name="offsets"),
    )

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    part: str
    position: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    made_by: str = "machine"
    active: bool = True


class HopRow(SQLModel, table=True):
    """One agent of an occurrence's attribution chain; parallel hops share a position.

    `source_type` is a `SourceType`; `ground` the printed words that say why the
    source is not named.
    """

    __tablename__ = "attribution"

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id", index=True)
    position: int
    agent_id: int = Field(foreign_key="agent.id", index=True)
    role: str
    start: int | None = None
    end: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    source_type: str | None = None
    ground: str | None = None
    made_by: str = "machine"
    active: bool = True


class CorrectionRow(SQLModel, table=True):
    """What a person corrected in an extraction, beside what the machine had."""

    __tablename__ = "correction"

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    occurrence_id: int = Field(foreign_key="occurrence.id", index=True)
    field: str
    before: str | None = None
    after: str | None = None
    reason: str
    user: str
    at: datetime = Field(sa_type=UtcDateTime)


class ClaimKeyRow(SQLModel, table=True):
    """A hash of stemmed words of a claim, for finding candidates."""

    __tablename__ = "claim_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    hash: int = Field(primary_key=True)
    claim_id: int = Field(primary_key=True, foreign_key="claim.id", index=True)


class KeyCountRow(SQLModel, table=True):
    """How many claims have a key: its rarity, kept with every write."""

    __tablename__ = "key_count"
    __table_args__ = ({"sqlite_with_rowid": False},)

    hash: int = Field(primary_key=True)
    claims: int
