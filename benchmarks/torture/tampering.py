"""Every kind of tampering with a small database, and whether both verifiers notice.

    python -m benchmarks.torture.tampering [PART…] [--records N] [--bits N] [--proofs N] …

Prints a table of counts, and fails when one change was missed by either.
"""

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.torture.proofs import mutated_proofs
from benchmarks.torture.rewriting import rewrite, without_tail
from benchmarks.torture.store import (
    KEYS,
    Bench,
    Tally,
    checkpoint_of,
    export_of,
    flipped,
    past_the_triggers,
    small_store,
)

_INSIDE, _LEAF = 0x05, 0x0D
"""The first byte of an SQLite page that holds pages of a table, or its rows."""


def row_bytes(path: Path) -> Iterator[int]:
    """Yield the place in a database file of every byte of every row of a table with records.

    Rows longer than a page are not followed: the small database has none.
    """
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    database = sqlite3.connect(path)
    roots = database.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'")
    pages = [page for name, page in roots.fetchall() if name not in KEYS]
    database.close()
    while pages:
        start = (pages.pop() - 1) * size
        page = data[start : start + size]
        count = int.from_bytes(page[3:5], "big")
        if page[0] == _INSIDE:
            cells = [_number(page, 12 + 2 * cell) for cell in range(count)]
            pages += [int.from_bytes(page[at : at + 4], "big") for at in cells]
            pages.append(int.from_bytes(page[8:12], "big"))
            continue
        assert page[0] == _LEAF
        for cell in range(count):
            length, after = _varint(page, _number(page, 8 + 2 * cell))
            _, after = _varint(page, after)
            yield from range(start + after, start + after + length)


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 2], "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Return a number of SQLite's variable length, and where it ends."""
    value = 0
    while page[at] & 0x80:
        value, at = value << 7 | page[at] & 0x7F, at + 1
    return value << 7 | page[at], at + 1


def flip_records(bench: Bench, most: int | None, asked: int) -> Tally:
    """Flip the bits of every row one by one, or `most` of them; ask tracker at every `asked`."""
    places = [8 * byte + bit for byte in row_bytes(bench.original) for bit in range(8)]
    return _flip(bench, Tally("bits of records and blobs"), places, most, asked)


def flip_file(bench: Bench, most: int | None, asked: int) -> Tally:
    """Flip bits anywhere in the database's file."""
    places = list(range(8 * bench.original.stat().st_size))
    return _flip(bench, Tally("bits of the database file"), places, most, asked)


def _flip(bench: Bench, tally: Tally, places: list[int], most: int | None, asked: int) -> Tally:
    data = bench.original.read_bytes()
    if most is not None and most < len(places):
        places = sorted(random.Random(11).sample(places, most))
    for number, bit in enumerate(places):
        path = bench.copy(flipped(data, bit))
        bench.judge(tally, f"bit {bit}", path, ask_tracker=number % asked == 0)
    return tally


def flip_export(bench: Bench, most: int | None) -> Tally:
    """Flip bits of an exported folder, which the standalone verifier alone reads.

    A flip that the reader of JSON passes over (a space, the case of an escape) is none.
    """
    tally = Tally("bits of an export")
    folder = export_of(bench)
    read = {path: path.read_bytes() for path in sorted(folder.iterdir())}
    places = [(path, bit) for path, data in read.items() for bit in range(8 * len(data))]
    if most is not None and most < len(places):
        places = random.Random(11).sample(places, most)
    for path, bit in places:
        changed = flipped(read[path], bit)
        path.write_bytes(changed)
        bench.judge_export(tally, f"{path.name}, bit {bit}", folder, read[path], changed)
        path.write_bytes(read[path])
    return tally


def change_rows(bench: Bench, most: int | None) -> Tally:
    """Delete, double, exchange and renumber rows, and change each value of each."""
    tally = Tally("rows deleted, inserted, swapped, changed")
    changes = list(_changes(bench.original))
    if most is not None and most < len(changes):
        changes = random.Random(11).sample(changes, most)
    for statements in changes:
        path = bench.copy()
        try:
            past_the_triggers(path, *statements)
        except sqlite3.IntegrityError:
            continue  # the schema itself refuses it
        bench.judge(tally, "; ".join(statements), path)
    return tally


def _changes(path: Path) -> Iterator[tuple[str, ...]]:
    database = sqlite3.connect(path)
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in names:
        if table in KEYS:
            continue
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        numbers = [row[0] for row in database.execute(f"SELECT rowid FROM {table}")]
        for number in numbers:
            yield (f"DELETE FROM {table} WHERE rowid = {number}",)
            yield (_doubled(table, columns, number),)
            for column in columns:
                yield (_altered(table, column, number),)
        for one, two in pairwise(numbers):
            yield _renumbered(table, columns, one, two)
            for column in columns:
                yield _exchanged(table, column, one, two)
    database.close()


def _doubled(table: str, columns: list[str], number: int) -> str:
    """Return the statement that puts a copy of a row in, under other keys."""
    other = {
        "id": "(SELECT max(id) + 1 FROM {0})",
        "seq": "(SELECT max(seq) + 1 FROM {0})",
        "uid": "uid || '0'",
        "sha256": "sha256 || '0'",
        "key": "key || ' x'",
        "name": "name || ' x'",
        "number": "number + 1",
    }
    values = ", ".join(other.get(name, f'"{name}"').format(table) for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE rowid = {number}"


def _altered(table: str, column: str, number: int) -> str:
    value = f"""CASE typeof("{column}") WHEN 'text' THEN "{column}" || 'x'
        WHEN 'integer' THEN 1 - "{column}" WHEN 'real' THEN "{column}" / 2
        WHEN 'blob' THEN x'00' ELSE 'x' END"""
    return f'UPDATE {table} SET "{column}" = {value} WHERE rowid = {number}'


def _exchanged(table: str, column: str, one: int, two: int) -> tuple[str, ...]:
    """Return what gives two rows each other's value in a column."""
    if column in ("id", "seq"):
        return _renumbered(table, [column], one, two)
    aside = f'CREATE TEMP TABLE aside AS SELECT rowid r, "{column}" v FROM {table}'
    free = f"UPDATE {table} SET \"{column}\" = 'aside' WHERE rowid = {one}"
    put = f'UPDATE {table} SET "{column}" = (SELECT v FROM aside WHERE r = {{}}) WHERE rowid = {{}}'
    return aside, free, put.format(one, two), put.format(two, one)


def _renumbered(table: str, columns: list[str], one: int, two: int) -> tuple[str, ...]:
    """Return what gives two rows each other's number: they stand in another order."""
    move = f"UPDATE {table} SET rowid = {{}} WHERE rowid = {{}}"
    return move.format(-7, one), move.format(one, two), move.format(two, -7)


def cut_and_rewrite(bench: Bench) -> Tally:
    """Cut the tail, put an older state back, and compute the whole chain anew."""
    tally = Tally("tail cut, rollback, chain recomputed (with a checkpoint)")
    kept = checkpoint_of(bench.original)
    for entries in range(kept.entries):
        path = bench.copy()
        without_tail(path, entries)
        bench.judge(tally, f"cut to {entries} entries", path, kept)
    for seq in range(1, kept.entries + 1):
        path = bench.copy()
        rewrite(path, seq)
        bench.judge(tally, f"rewritten from entry {seq}", path, kept)
    return tally


def main(arguments: list[str] | None = None) -> int:
    """Run every part, print the table of counts; return 1 when something was missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=int, help="bits of records to flip; all by default")
    parser.add_argument("--bits", type=int, default=20_000, help="bits of the file to flip")
    parser.add_argument("--rows", type=int, help="changes of rows to make; all by default")
    parser.add_argument("--proofs", type=int, default=100_000, help="proofs to mutate")
    parser.add_argument("--asked", type=int, default=1, help="ask tracker at every n-th bit only")
    parser.add_argument("--export", type=int, default=20_000, help="bits of an export to flip")
    parser.add_argument("parts", nargs="*", help="proofs, rows, chain, file, export, records")
    given = parser.parse_args(arguments)
    # In memory where that is, since a disk would take most of the time.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="tracker-tampering-", dir=memory))
    try:
        bench = Bench.of(folder, small_store(folder / "original.db"))
        tallies = []
        parts: dict[str, Callable[[], Tally]] = {
            "proofs": lambda: mutated_proofs(given.proofs),
            "rows": lambda: change_rows(bench, given.rows),
            "chain": lambda: cut_and_rewrite(bench),
            "file": lambda: flip_file(bench, given.bits, given.asked),
            "export": lambda: flip_export(bench, given.export),
            "records": lambda: flip_records(bench, given.records, given.asked),
        }
        for name in given.parts or parts:
            tallies.append(parts[name]())
            print(_line(tallies[-1]), flush=True)
    finally:
        shutil.rmtree(folder)
    missed = [f"{tally.name}: {what}" for tally in tallies for what in tally.missed]
    print("\n".join(f"missed: {what}" for what in missed[:50]) or "nothing was missed")
    return 1 if missed else 0


def _line(tally: Tally) -> str:
    return (
        f"{tally.name:<58} {tally.tried:>7} tried, {tally.by_tracker:>6} found by tracker"
        f" (of {tally.tried - tally.unasked} asked), {tally.alone:>6} found alone,"
        f" {tally.identical:>6} left records identical, {len(tally.missed)} missed"
    )


if __name__ == "__main__":
    sys.exit(main())
