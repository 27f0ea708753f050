"""Rows for any schema, whatever its revision: found by trying, so no list has to be kept.

Every table gets some, with values in as many columns as its keys and checks allow.
"""

import random
import re
from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    inspect,
)
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from tracker.store.types import Json

ROWS = 3
TRIES = 500
"""A row of chance meets the checks of a table after some tens of them at the most."""

SKIPPED = {"alembic_version", "ledger_head"}
"""Tables that are never empty."""

_QUOTED = re.compile(r"'([^']*)'")


def populate(connection: Connection) -> set[str]:
    """Put rows into every table; return the names of the tables."""
    metadata = MetaData()
    metadata.reflect(connection)
    filled: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for table in metadata.sorted_tables:
        if table.name not in SKIPPED:
            choices = _choices(connection, table)
            for number in range(1, ROWS + 1):
                filled[table.name].append(_insert(connection, table, number, choices, filled))
    return set(filled)


def _choices(connection: Connection, table: Table) -> dict[str, list[str]]:
    """Return, by column, the values that a check lists for it."""
    found = {}
    for check in inspect(connection).get_check_constraints(table.name):
        listed = check["sqltext"]
        if " IN (" in listed or " ANY (" in listed:
            (name,) = [c.name for c in table.columns if re.search(rf"\b{c.name}\b", listed)][:1]
            found[name] = _QUOTED.findall(listed)
    return found


def _insert(
    connection: Connection,
    table: Table,
    number: int,
    choices: dict[str, list[str]],
    filled: dict[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    """Insert a row of chance that the table takes; return it."""
    chance = random.Random(f"{table.name} {number}")
    said = ""
    for tried in range(TRIES):
        emptiness = 0.05 if tried < TRIES / 10 else 0.5
        row = {
            column.name: _value(column, number, choices, filled, chance, emptiness)
            for column in table.columns
        }
        try:
            with connection.begin_nested():
                connection.execute(table.insert().values(row))
        except IntegrityError as error:
            said = str(error.orig)
        else:
            return row
    raise AssertionError(f"no row for {table.name} after {TRIES} tries: {said}")


def _value(
    column: Column[Any],
    number: int,
    choices: dict[str, list[str]],
    filled: dict[str, list[dict[str, Any]]],
    chance: random.Random,
    emptiness: float,
) -> Any:
    if column.nullable and chance.random() < emptiness:
        return None
    for key in column.foreign_keys:
        there = filled[key.column.table.name]
        return chance.choice(there)[key.column.name] if there else None
    if column.name in choices:
        return chance.choice(choices[column.name])
    known = SQLModel.metadata.tables.get(column.table.name)
    if known is not None and column.name in known.c and isinstance(known.c[column.name].type, Json):
        return "[]"
    return _of_type(column, number, chance)


def _of_type(column: Column[Any], number: int, chance: random.Random) -> Any:
    match column.type:
        case Boolean():
            return chance.random() < 0.5
        case Integer():
            return number if column.primary_key else chance.randint(0, 9)
        case Float():
            return chance.choice([0.0, 0.25, 1.0])
        case DateTime():
            return datetime(2024, 5, number, 12, 30, 15, 250_000, tzinfo=UTC)
        case Date():
            return date(2024, 5, number)
        case LargeBinary():
            return bytes([number, 0, 255])
        case _:
            return f"{column.name} {number} Плесецк"
