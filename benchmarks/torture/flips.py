"""Flipping bits of a database one by one, by several processes, to be gone on with later.

The bits are taken in pieces of neighbours, and the pieces in an order of chance, so that what
was done when somebody stops it is an even sample of all.
"""

import json
import multiprocessing
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.torture.store import KEYS, Bench, Tally, flipped

PIECE = 256
"""Bits in a piece: some fields of one row."""

CHECKED = 250
"""Of so many flips one is asked of both verifiers in full as well: the two must agree."""

SEED = 11

_INSIDE, _LEAF = 0x05, 0x0D
"""The first byte of an SQLite page that holds pages of a table, or its rows."""

CONTEXT = multiprocessing.get_context("forkserver")


def row_bytes(path: Path) -> Iterator[int]:
    """Yield the place in a database file of every byte of every row of a table with records.

    Rows longer than a page are not followed: the small databases have none.
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
            assert length <= size - 35, "a row goes on in another page"
            yield from range(start + after, start + after + length)


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 2], "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Return a number of SQLite's variable length, and where it ends."""
    value = 0
    while page[at] & 0x80:
        value, at = value << 7 | page[at] & 0x7F, at + 1
    return value << 7 | page[at], at + 1


def bits_of_records(path: Path) -> list[int]:
    """Return every bit of every row of a table with records."""
    return [8 * byte + bit for byte in sorted(row_bytes(path)) for bit in range(8)]


def bits_of_file(path: Path) -> list[int]:
    """Return every bit of a database's file."""
    return list(range(8 * path.stat().st_size))


def sampled(bits: list[int], most: int | None, near: int = 1) -> list[list[int]]:
    """Return all bits, or about `most` of them, in pieces of `near` neighbours, in any order."""
    pieces = [bits[at : at + near] for at in range(0, len(bits), near)]
    random.Random(SEED).shuffle(pieces)
    return pieces if most is None else pieces[: -(-most // near)]


def flip(bench: Bench, tally: Tally, bits: list[int]) -> Tally:
    """Flip each bit by itself; count who noticed."""
    data = bench.original.read_bytes()
    for bit in bits:
        path = bench.copy(flipped(data, bit))
        bench.judge_quickly(tally, f"bit {bit}", path, tally.tried % CHECKED == 0)
    return tally


def flip_all(
    original: Path, name: str, pieces: list[list[int]], workers: int, done: Path | None
) -> Tally:
    """Flip the bits of all pieces, less those that the file `done` tells of; return the sum.

    Each piece is added to `done` when it is through, and progress told on standard error.
    """
    total, through = Tally(name), set()
    lines = done.read_text(encoding="utf-8").splitlines() if done and done.exists() else []
    for line in map(json.loads, lines):
        total.add(Tally(**line["tally"]))
        through.add(line["first"])
    left = [piece for piece in pieces if piece[0] not in through]
    count, start = sum(map(len, pieces)), time.monotonic()
    with CONTEXT.Pool(workers, _start, (original,)) as pool:
        for number, (first, tally) in enumerate(pool.imap_unordered(_flip_piece, left), 1):
            total.add(tally)
            if done:
                with done.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"first": first, "tally": asdict(tally)}) + "\n")
            if number % 50 == 0 or number == len(left):
                spent = time.monotonic() - start
                print(
                    f"  {name}: {total.tried:,} of {count:,} bits, {len(total.missed)} missed, "
                    f"{spent:,.0f} s",
                    file=sys.stderr,
                    flush=True,
                )
    return total


_BENCH: list[Bench] = []
"""The bench of a worker, once it was set up."""


def _start(original: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="flips-", dir=original.parent))
    _BENCH.append(Bench.of(folder, original))


def _flip_piece(bits: list[int]) -> tuple[int, Tally]:
    return bits[0], flip(_BENCH[0], Tally(""), bits)
