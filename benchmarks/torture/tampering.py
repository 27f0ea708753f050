"""Every kind of tampering with a small database, and whether both verifiers notice.

    python -m benchmarks.torture.tampering [PART…] [--records N] [--state FOLDER] …

Prints a line of counts for each part, and fails when one change was missed by either. With a
folder for its state, flipping bits may be stopped at any time, and goes on where it was.
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

from benchmarks.torture import flips, options
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
    tally_line,
)
from benchmarks.torture.whole import whole_store


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
        bench.judge_quickly(tally, "; ".join(statements), path, tally.tried % flips.CHECKED == 0)
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


def _parser() -> argparse.ArgumentParser:
    parser = options.parser(__doc__)
    parser.add_argument("parts", nargs="*", help=f"some of {', '.join(PARTS)}; all by default")
    options.number(parser, "records", None, "bits of records to flip")
    options.number(parser, "bits", 20_000, "bits of the database's file to flip")
    options.number(parser, "rows", None, "changes of rows to make")
    options.number(parser, "proofs", 100_000, "proofs to mutate")
    options.number(parser, "export", 20_000, "bits of an export to flip")
    return parser


def _flips(bench: Bench, given: argparse.Namespace, part: str) -> Tally:
    original, done = bench.original, given.state and given.state / f"{part}.jsonl"
    if part == "file":
        pieces = flips.sampled(flips.bits_of_file(original), given.bits)
        return flips.flip_all(original, "bits of the database file", pieces, given.workers, done)
    bits = flips.bits_of_records(original)
    pieces = flips.sampled(bits, options.most(given, "records", len(bits)), flips.PIECE)
    return flips.flip_all(original, "bits of records and blobs", pieces, given.workers, done)


PARTS: dict[str, Callable[[Bench, argparse.Namespace], Tally]] = {
    "proofs": lambda bench, given: mutated_proofs(given.proofs),
    "rows": lambda bench, given: change_rows(
        bench, options.most(given, "rows", len(list(_changes(bench.original))))
    ),
    "chain": lambda bench, given: cut_and_rewrite(bench),
    "file": lambda bench, given: _flips(bench, given, "file"),
    "export": lambda bench, given: flip_export(bench, given.export),
    "records": lambda bench, given: _flips(bench, given, "records"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run every part, print a line of counts for each; return 1 when something was missed."""
    given = options.parse(_parser(), arguments)
    if "sqlite" not in given.engine:
        return 0
    # In memory where that is, since a disk would take most of the time.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="tracker-tampering-", dir=memory))
    try:
        bench = Bench.of(folder, _original(folder / "original.db", given.state))
        tallies = []
        for name in given.parts or PARTS:
            tallies.append(PARTS[name](bench, given))
            print(tally_line(tallies[-1]), flush=True)
    finally:
        shutil.rmtree(folder)
    missed = [f"{tally.name}: {what}" for tally in tallies for what in tally.missed]
    print("\n".join(f"missed: {what}" for what in missed[:50]) or "nothing was missed")
    return 1 if missed else 0


def _original(path: Path, state: Path | None) -> Path:
    """Return a database to tamper with: the one that is kept, if any is."""
    if state is None:
        return whole_store(path)
    state.mkdir(parents=True, exist_ok=True)
    if not (state / path.name).exists():
        whole_store(state / path.name)
    return Path(shutil.copyfile(state / path.name, path))


if __name__ == "__main__":
    sys.exit(main())
