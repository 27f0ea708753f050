"""Try for hours to lose, double, alter or forge a record: every program here, or those named.

Each prints a line of counts for each engine or kind of tampering. Ends with 1 when one of them
found a fault. `python -m benchmarks.torture.PART --help` tells of the sizes of each part.
"""

import argparse
import pkgutil
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import benchmarks.torture

PROGRAM = 'if __name__ == "__main__":'


def programs() -> list[str]:
    """Return the names of the modules here that run by themselves, in their order."""
    folder = Path(benchmarks.torture.__path__[0])
    names = sorted(found.name for found in pkgutil.iter_modules([str(folder)]))
    return [
        name
        for name in names
        if name != "__main__" and PROGRAM in (folder / f"{name}.py").read_text(encoding="utf-8")
    ]


def run(names: list[str], options: list[str]) -> int:
    """Run programs one after another, each to its end; return how many failed."""
    failed = 0
    for name in names:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.torture.{name}", *options]
        failed += subprocess.run(command, check=False).returncode != 0
    return failed


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for; return 1 when a part failed."""
    known = programs()
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.torture",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="%(prog)s [-h] [PART …] [OPTION …]",
        epilog="Options behind the parts are handed on: --share 0.1 runs a tenth of everything,\n"
        "--engine sqlite one engine alone, and with --state FOLDER a part that flips bits\n"
        "may be stopped at any time and goes on where it was.",
    )
    parser.add_argument("part", nargs="*", help=f"some of {', '.join(known)}; all by default")
    given = sys.argv[1:] if arguments is None else arguments
    parts = list(takewhile(lambda one: not one.startswith("-"), given))
    others = given[len(parts) :]
    if {"-h", "--help"} & set(others):
        parser.parse_args(["--help"])
    if odd := [part for part in parts if part not in known]:
        parser.error(f"there is no part {odd[0]!r}: give some of {', '.join(known)}")
    return min(1, run(parts or known, others))


if __name__ == "__main__":
    sys.exit(main())
