"""The rules that a database has to keep, and which of them a given one breaks.

Every command asks `require_safe`, which costs a few milliseconds at most; `tracker doctor`
asks for all of them. A rule that, broken, can lose or alter records is refused; one that
may only matter is warned of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from tracker.errors import DatabaseProblem
from tracker.store import structure, triggers
from tracker.store.disk import network_disk
from tracker.store.engine import BUSY_SECONDS, SAFE_SQLITE, sqlite_version
from tracker.store.session import translated
from tracker.store.sqlite_file import only_reads


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that does not hold. `refused`: no command but those that look works on.

    `server`: it is for those who run the server to mend, and a setting can accept it.
    """

    message: str
    refused: bool = True
    server: bool = False


Facts = dict[str, str]

_PRAGMAS: dict[str, tuple[str, str]] = {
    "journal_mode": ("wal", "a crash in the middle of a write could damage it"),
    "synchronous": ("2", "a power cut could lose what was confirmed"),
    "foreign_keys": ("1", "records could point to none"),
    "recursive_triggers": ("1", "REPLACE could delete what is append-only"),
    "busy_timeout": (f"{BUSY_SECONDS * 1000}", "writers would not wait for their turn"),
}

_SETTINGS: dict[str, tuple[str, str]] = {
    "fsync": ("on", "a power cut could lose or damage everything"),
    "full_page_writes": ("on", "a power cut could damage pages that were being written"),
}

POSTGRESQL = 15
"""The first major version of PostgreSQL that is tested."""

_FACTS = """
SELECT current_setting('server_version_num')::int / 10000 AS version,
  current_setting('fsync') AS fsync,
  current_setting('full_page_writes') AS full_page_writes,
  current_setting('synchronous_commit') AS synchronous_commit,
  current_setting('transaction_isolation') AS isolation,
  current_setting('server_encoding') AS encoding,
  current_setting('TimeZone') AS time_zone
"""


def require_safe(engine: Engine, accept_server: bool = False, but_triggers: bool = False) -> None:
    """Check that nothing about the database can lose or alter records.

    With `accept_server` the settings of a server that its owner chose are accepted. With
    `but_triggers` those are left aside: an earlier release made others, and an upgrade makes
    them anew.

    Raises:
        DatabaseProblem: something can; the message says what and what to do.
    """
    with translated(engine), engine.connect() as connection:
        settings = _of_settings(connection, _facts(connection))
        for breach in [*settings, *([] if but_triggers else _of_triggers(connection))]:
            if breach.refused and not (breach.server and accept_server):
                raise DatabaseProblem(f"the database is not safe to use: {breach.message}")


def examine(engine: Engine) -> tuple[Facts, list[Breach]]:
    """Return the settings that the rules are about, and every rule that does not hold."""
    with translated(engine), engine.connect() as connection:
        facts = _facts(connection)
        quick = [*_of_settings(connection, facts), *_of_triggers(connection)]
        return facts, [*quick, *_slow(engine, connection)]


def _facts(connection: Connection) -> Facts:
    if connection.dialect.name == "postgresql":
        row = connection.exec_driver_sql(_FACTS).one()._mapping
        return {name: str(value) for name, value in row.items()}
    values: Callable[[str], Any] = lambda name: (  # noqa: E731
        connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
    )
    facts = {name: str(values(name)).lower() for name in _PRAGMAS}
    return {**facts, "writable": "no"} if only_reads(connection) else facts


def _of_settings(connection: Connection, facts: Facts) -> Iterator[Breach]:
    if connection.dialect.name == "postgresql":
        yield from _of_server(facts)
    else:
        # What cannot be written needs no log, and nobody can turn one on.
        passed = {"journal_mode"} if only_reads(connection) else set()
        for name, (wanted, price) in _PRAGMAS.items():
            if facts[name] != wanted and name not in passed:
                yield Breach(
                    f"SQLite's {name} is {facts[name]}, not {wanted}, so {price}: "
                    "is the disk a network one?"
                )


def _of_triggers(connection: Connection) -> Iterator[Breach]:
    if broken := triggers.broken(connection):
        yield Breach(
            f"it lacks {', '.join(broken)} as tracker made them, which keep what is written from "
            "being changed: run `tracker verify`, and `tracker init` to put them back"
        )


def _of_server(facts: Facts) -> Iterator[Breach]:
    if int(facts["version"]) < POSTGRESQL:
        yield Breach(f"PostgreSQL {facts['version']} is too old: give a server of 15 or later")
    if facts["encoding"] != "UTF8":
        yield Breach(
            f"its encoding is {facts['encoding']}, which cannot hold every text: make it anew "
            "with `createdb --encoding UTF8 --template template0`"
        )
    for name, (wanted, price) in _SETTINGS.items():
        if facts[name] != wanted:
            yield Breach(
                f"the server has {name} = {facts[name]}, so {price}: set it to {wanted}, or "
                "accept that with TRACKER_UNSAFE_SERVER=yes",
                server=True,
            )
    for name, wanted in (("isolation", "read committed"), ("synchronous_commit", "on")):
        if facts[name] != wanted:
            yield Breach(f"sessions have {name} = {facts[name]}, not {wanted}")


def _slow(engine: Engine, connection: Connection) -> Iterator[Breach]:
    for absent in structure.absent(connection):
        yield Breach(f"{absent} is not there: the schema was changed by hand", refused=False)
    if connection.dialect.name == "postgresql":
        if connection.exec_driver_sql("SHOW TimeZone").scalar_one() != "UTC":
            yield Breach("sessions have another time zone than UTC", refused=False)
        return
    version = ".".join(map(str, sqlite_version()))
    if sqlite_version() < SAFE_SQLITE:
        yield Breach(
            f"SQLite {version} can corrupt its log with two writers at once: install pysqlite3, "
            "or SQLite 3.51.3 or later",
            refused=False,
        )
    if kind := network_disk(engine.url.database or ""):
        yield Breach(
            f"the file lies on a network disk ({kind}), whose locks SQLite cannot rely on: "
            "move it to a disk of this machine, or use PostgreSQL",
            refused=False,
        )


__all__ = ["Breach", "examine", "require_safe"]
