"""Whether a database has every table, column, key, check and index of this program."""

from collections.abc import Iterator

from sqlalchemy import CheckConstraint, Connection, ForeignKeyConstraint, UniqueConstraint, inspect
from sqlalchemy.engine import Inspector
from sqlalchemy.schema import Table
from sqlmodel import SQLModel


def absent(connection: Connection) -> Iterator[str]:
    """Yield what a migrated database has and this one lacks, such as "check ck_claim_kind"."""
    seen = inspect(connection)
    there = set(seen.get_table_names())
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in there:
            yield f"table {table.name}"
            continue
        held = _held(seen, table.name)
        yield from (name for name in _wanted(table) if name not in held)


def _wanted(table: Table) -> Iterator[str]:
    for column in table.columns:
        yield f"column {table.name}.{column.name}"
    for index in table.indexes:
        yield f"index {index.name}"
    for constraint in table.constraints:
        match constraint:
            case CheckConstraint():
                yield f"check {constraint.name}"
            case ForeignKeyConstraint():
                yield f"foreign key {constraint.name}"
            case UniqueConstraint():
                yield f"unique key {constraint.name}"


def _held(seen: Inspector, table: str) -> set[str]:
    return {
        *(f"column {table}.{column['name']}" for column in seen.get_columns(table)),
        *(f"index {index['name']}" for index in seen.get_indexes(table)),
        *(f"check {check['name']}" for check in seen.get_check_constraints(table)),
        *(f"foreign key {key['name']}" for key in seen.get_foreign_keys(table)),
        *(f"unique key {key['name']}" for key in seen.get_unique_constraints(table)),
    }
