"""Agents with their names and occupancies, and places."""

from sqlalchemy import CheckConstraint, text
from sqlmodel import Field, SQLModel, UniqueConstraint


class AgentRow(SQLModel, table=True):
    """A person, organization, group or unnamed source.

    `scope` is empty for an agent known by a full name; a bare surname or an
    unnamed source belongs to one article alone, and `scope` is that article's uid; so
    does a full name that another article gives to something else. `same_as_id` is the
    agent that people say it is, None for one that stands by itself.
    """

    __tablename__ = "agent"
    __table_args__ = (CheckConstraint("same_as_id <> id", name="not_itself"),)

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    kind: str
    name: str = Field(index=True)
    key: str = Field(index=True)
    scope: str = ""
    same_as_id: int | None = Field(default=None, foreign_key="agent.id", index=True)


class AgentNameRow(SQLModel, table=True):
    """A name by which an agent is called; `key` is the folded form."""

    __tablename__ = "agent_name"
    __table_args__ = (UniqueConstraint("agent_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    agent_id: int = Field(foreign_key="agent.id")
    name: str
    key: str = Field(index=True)


class OccupancyRow(SQLModel, table=True):
    """A position that an article version says an agent holds."""

    __tablename__ = "occupancy"
    __table_args__ = (UniqueConstraint("agent_id", "title", "of", "version_id"),)

    id: int = Field(default=None, primary_key=True)
    agent_id: int = Field(foreign_key="agent.id")
    title: str
    of: str = ""
    version_id: int = Field(foreign_key="article_version.id", index=True)


class PlaceRow(SQLModel, table=True):
    """A place by name; `key` is the folded form.

    `kind` is a `PlacePrecision`, None while nobody said it; `within` the country, by
    name. `origin` says who described it last: "shipped", "person" or "article".
    """

    __tablename__ = "place"
    __table_args__ = (CheckConstraint("origin IN ('shipped', 'person', 'article')", name="origin"),)

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    key: str = Field(unique=True)
    kind: str | None = None
    within: str | None = None
    origin: str = Field(default="article", sa_column_kwargs={"server_default": text("'article'")})


class PlaceNameRow(SQLModel, table=True):
    """Another name of a place; `key` is the folded form."""

    __tablename__ = "place_name"
    __table_args__ = (UniqueConstraint("place_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    place_id: int = Field(foreign_key="place.id")
    name: str
    key: str = Field(index=True)
