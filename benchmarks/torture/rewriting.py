"""Forging a ledger as somebody could who knows the program and holds the file."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.torture.store import past_the_triggers
from tracker.store.ledger import GENESIS, digest_of, hash_of


def without_tail(path: Path, entries: int) -> None:
    """Cut the ledger after some entries and set its head there, so that the chain is whole."""
    database = sqlite3.connect(path)
    found = database.execute("SELECT hash FROM ledger WHERE seq = ?", (entries,)).fetchone()
    database.close()
    past_the_triggers(
        path,
        f"DELETE FROM ledger_value WHERE seq > {entries}",
        f"DELETE FROM ledger WHERE seq > {entries}",
        f"UPDATE ledger_head SET seq = {entries}, hash = '{found[0] if found else GENESIS}'",
    )


def rewrite(path: Path, first: int) -> None:
    """Give entry `first` another author and compute every hash from there on anew."""
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    rows = database.execute(
        "SELECT l.*, v.salt, v.value FROM ledger l JOIN ledger_value v ON v.seq = l.seq"
        " WHERE l.seq >= ? ORDER BY l.seq",
        (first,),
    ).fetchall()
    database.close()
    previous = rows[0]["previous"]
    statements = []
    for row in rows:
        entry = {name: row[name] for name in row.keys() if name not in ("salt", "value")}  # noqa: SIM118
        entry["at"] = datetime.fromisoformat(row["at"]).replace(tzinfo=UTC)
        entry["user"] = "nobody" if row["seq"] == first else row["user"]
        if row["value"] is not None:  # of one that was struck out the digest alone is left
            entry["digest"] = digest_of(row["salt"], row["value"].encode())
        entry["previous"] = previous
        previous = hash_of(entry)
        statements.append(
            f"UPDATE ledger SET \"user\" = '{entry['user']}', previous = '{entry['previous']}',"
            f" hash = '{previous}' WHERE seq = {row['seq']}"
        )
    statements.append(f"UPDATE ledger_head SET hash = '{previous}'")
    past_the_triggers(path, *statements)
