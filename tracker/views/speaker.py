"""Which speaker a person means who gives a name, or a part of one."""

from collections.abc import Sequence

from sqlmodel import Session

from tracker import match
from tracker.errors import BadInput
from tracker.store import said_by, timeline
from tracker.store.naming import name_key
from tracker.store.tables import AgentRow

MOST = 50
"""Speakers of one name that are told apart."""

_SHOWN = 5
"""Of these, how many are named."""


def get_speaker(session: Session, name: str) -> tuple[str, str | None]:
    """Return the name of the one speaker who is meant, and what to say of that, if anything.

    A name that some speaker has is taken as it is, also where it is a part of another's. A
    part of a name, or a name with a title, suffices where it fits one speaker. A name that
    fits nobody is given back.

    Raises:
        BadInput: a part of a name fits several speakers.
    """
    rows = timeline.speakers_of_names(session, [name_key(name)], MOST)
    longer = _longer(session, name)
    if rows:
        return name, _besides(name, rows, longer)
    names = list({row.key: row.name for row in longer}.values())
    if len(names) > 1:
        raise BadInput(f"{name!r} may be {_named(longer)}: give one name in full")
    return (names[0], f"{name!r} is taken for {names[0]}") if names else (name, None)


def _besides(name: str, rows: Sequence[AgentRow], longer: Sequence[AgentRow]) -> str | None:
    """Return who has a name, where they are several, and who else has it as a part of theirs."""
    held = {row.key for row in rows}
    if len(held) > 1:
        return f"{name!r} is the name of {_named(rows)}"
    others = [row for row in longer if row.key not in held]
    return f"{name!r} is also in the name of {_named(others)}" if others else None


def meant_by_many(session: Session, name: str) -> str | None:
    """Return that a name means several speakers, who are all searched; None where it does not."""
    keys = said_by.keys_meant(session, match.bare_name(name))
    rows = timeline.speakers_of_names(session, keys, MOST)
    if len({row.key for row in rows}) < 2:
        return None
    return f"{name!r} may be {_named(rows)}: what any of them said is searched"


def _longer(session: Session, name: str) -> list[AgentRow]:
    """Return the speakers whose name has the words of `name`, titles left aside, and more."""
    bare = name_key(match.bare_name(name))
    keys = said_by.longer_names(session, bare)
    return timeline.speakers_of_names(session, [bare, *keys], MOST)


def _named(rows: Sequence[AgentRow]) -> str:
    first = "; ".join(f"agent {row.id}, {row.name}" for row in rows[:_SHOWN])
    return f"{first}; …" if len(rows) > _SHOWN else first
