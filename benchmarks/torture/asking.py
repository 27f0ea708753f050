"""Asking both verifiers of a changed database, in full or only until one thing is found.

Bits are flipped by the hundred thousand, and what is found is mostly found by the check that
found the last one, in the same row. A verifier says that something is wrong as soon as one
check does, and no check rests on another, so the rest need not be run. Where nothing is found
all of them were.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unittest import mock

from tracker import audit, verifier
from tracker.errors import TrackerError
from tracker.model import Checkpoint
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading


@cache
def engine_of(path: Path) -> Engine:
    """Return the engine for a path that changes under it: what it compiled stays good."""
    return open_engine(f"sqlite:///{path}")


def found_by_tracker(path: Path, kept: Checkpoint | None = None) -> str | None:
    """Return the first thing that `tracker verify` finds wrong with a database."""
    engine = engine_of(path)
    try:
        return first_found(engine, kept)
    finally:
        engine.dispose()


def first_found(engine: Engine, kept: Checkpoint | None = None) -> str | None:
    """Return the first thing that `tracker verify` finds wrong with a database of any engine."""
    try:
        for _, _, problems in audit.find(engine, (), kept):
            if problems:
                return f"{problems[0].record}: {problems[0].message}"
    except TrackerError as error:
        return str(error)
    return None


def found_alone(path: Path, kept: Checkpoint | None = None) -> str | None:
    """Return the first thing that the standalone verifier finds wrong with a path."""
    try:
        _, problems = verifier.verify(path, kept.record() if kept else None)
    except verifier.BadInput as error:
        return str(error)
    return problems[0] if problems else None


class Quick:
    """Both verifiers, each stopped at the first thing that it finds."""

    def __init__(self) -> None:
        self._order = [kind for kind, _ in audit.checks((), None)]

    def by_tracker(self, path: Path) -> str | None:
        """Return one thing that `tracker verify` finds; the check that found the last is first."""
        engine = engine_of(path)
        checks = dict(audit.checks((), None))
        try:
            with reading(engine) as session:
                for kind in self._order:
                    for _, problems in audit.run(engine, session, kind, checks[kind]):
                        if problems:
                            self._order.remove(kind)
                            self._order.insert(0, kind)
                            return f"{problems[0].record}: {problems[0].message}"
        except TrackerError as error:
            return str(error)
        finally:
            engine.dispose()
        return None

    def alone(self, path: Path) -> str | None:
        """Return the first thing that the standalone verifier finds, as it finds it."""
        with mock.patch.multiple(verifier.Problems, append=_stop, extend=_stop_at_one):
            try:
                return found_alone(path)
            except _Found as found:
                return str(found)


class _Found(BaseException):
    """Something was found; no exception that a verifier handles."""


def _stop(_: verifier.Problems, problem: str) -> None:
    raise _Found(problem)


def _stop_at_one(_: verifier.Problems, problems: Iterable[str]) -> None:
    for problem in problems:
        raise _Found(problem)
