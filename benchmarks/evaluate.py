"""The gate: measure extraction on what is present, and fail when a figure fell.

    python -m benchmarks.evaluate [--corpora DIR] [--show] [--pin]

Our own sets are always measured, PolNeAR's development part where DIR/polnear/dev.jsonl
is. `benchmarks/floors.json` has the floors (`benchmarks/floors.py` says how they are made),
and each figure that fell below its own is a line on standard error; the exit code is then
1. `--show` lists wrong speakers of the labelled articles. `--pin` writes floors from the
present figures, and with them the tables of the documentation.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import floors, page
from benchmarks.floors import Floors, Measured
from benchmarks.sets import BOTH, Development, own_sets, polnear, readers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--pin", action="store_true")
    args = parser.parse_args()
    by = readers()
    measured = list(own_sets(by))
    if args.corpora:
        file = polnear(args.corpora, "dev")
        if not file.exists():
            sys.exit(f"{file} is not there: give the folder of labelled sets")
        development = Development(file, by)
        measured += development.measure()
        if args.show:
            show(development)
        if not development.labels:
            print("no speakers are labelled, so none are measured on PolNeAR")
    pinned = floors.load()
    if args.pin:
        pinned = pin(pinned, measured)
    for one in measured:
        print(*table(pinned, one), sep="\n")
    fallen = [line for one in measured for line in floors.fallen(pinned, one)]
    for line in fallen:
        print(line, file=sys.stderr)
    sys.exit(1 if fallen else 0)


def pin(pinned: Floors, measured: Sequence[Measured]) -> Floors:
    """Write floors and tables anew, and name the floors that are lower than they were."""
    fresh = floors.pin(pinned, measured)
    floors.save(fresh)
    page.write_tables(tables(measured))
    for line in floors.lowered(pinned, fresh):
        print(f"a lower floor, which needs a reason in the changelog: {line}")
    return fresh


def tables(measured: Sequence[Measured]) -> dict[str, list[str]]:
    """Return the tables of the documentation, by the names of their places."""
    found = {one.name: page.table(one.figures) for one in measured}
    for one in measured:
        if all(f"{BOTH}, {name}" in one.figures for name in page.SHORT):
            found[f"{one.name}, in short"] = page.short_table(one.figures)
    return found


def show(development: Development) -> None:
    """Print the wrong speakers of the labelled articles, as the product reads them."""
    for line in development.spoken(BOTH).lines:
        print(f"wrong speaker: {line}")


def table(pinned: Floors, one: Measured) -> list[str]:
    """Return the lines of a set's table: a line a figure, two columns a reader."""
    applies = floors.no_floors(pinned, one) is None
    floor = pinned[one.name]["figures"] if applies else {}
    lines = ["", one.title] + ([] if applies else [f"  {floors.no_floors(pinned, one)}"])
    columns = page.by_reader(one.figures)
    lines.append(" " * 30 + "".join(f"{name:>18}{'floor':>8}" for name in columns))
    for measure in next(iter(columns.values())):
        line = f"  {measure:28}"
        for name, column in columns.items():
            least = floor.get(f"{name}, {measure}")
            line += f"{column[measure]:18.3f}" + (" " * 8 if least is None else f"{least:8.3f}")
        lines.append(line)
    return lines


if __name__ == "__main__":
    main()
