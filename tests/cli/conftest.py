"""Running the command line in this process, on each of the two engines."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tracker.cli.app import run


@dataclass(frozen=True)
class Ran:
    """What a run left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object that was printed."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON objects that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Tracker = Callable[..., Ran]


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str]) -> Tracker:
    """Run `tracker` with just the arguments given."""

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return call


@pytest.fixture
def tracker(database: str, bare: Tracker) -> Tracker:
    """Run `tracker` on a fresh migrated database."""
    return lambda *arguments: bare("--database", database, "--user", "tester", *arguments)
