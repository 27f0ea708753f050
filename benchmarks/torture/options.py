"""Options that all programs here have: which engines, and how much of a whole run."""

import argparse
from pathlib import Path

ENGINES = ("sqlite", "postgresql")


def parser(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser with the options of all, for a program of this docstring."""
    made = argparse.ArgumentParser(
        description=(doc or "").strip().split("\n\n")[0],
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    made.add_argument(
        "--share", type=float, default=1.0, help="of a whole run, 0 to 1; what is given wins"
    )
    made.add_argument(
        "--engine", action="append", choices=ENGINES, help="one engine; both by default"
    )
    made.add_argument("--workers", type=int, default=2, help="processes, where bits are flipped")
    made.add_argument(
        "--state", type=Path, help="folder that flipping bits keeps its state in, to go on with"
    )
    return made


def number(
    parser: argparse.ArgumentParser, name: str, whole: int | None, text: str, scales: bool = True
) -> None:
    """Add a number; where none is given it is `whole`, or a share of it when it `scales`."""
    said = "all" if whole is None else f"{whole:,}"
    parser.add_argument(f"--{name}", type=int, default=argparse.SUPPRESS, help=f"{text}: {said}")
    parser.set_defaults(wholes=[*(parser.get_default("wholes") or ()), (name, whole, scales)])


def parse(parser: argparse.ArgumentParser, arguments: list[str] | None) -> argparse.Namespace:
    """Return what is given, and for each number that is not given what follows from the share."""
    given = parser.parse_args(arguments)
    given.engine = given.engine or list(ENGINES)
    for name, whole, scales in given.wholes or ():
        if name not in given:
            share = given.share if scales and whole else 1
            setattr(given, name, None if whole is None else max(1, round(whole * share)))
    return given


def most(given: argparse.Namespace, name: str, there: int) -> int:
    """Return how many to take of as many as there are: what is given, or the share of all."""
    asked = getattr(given, name)
    return max(1, round(there * given.share)) if asked is None else min(asked, there)
