"""Places in a write at which a process can be made to kill itself, as kill -9 would.

They hang on the database driver of this process and are armed by code alone. The program
has no line for them, so nothing can set one off where it is in use.
"""

import os
import re
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

TABLES = (
    "article",
    "blob",
    "article_version",
    "occurrence",
    "claim",
    "claim_key",
    "link",
    "judgement",
    "idempotency_key",
    "ledger",
    "ledger_value",
    "ledger_head",
)

POINTS = tuple(f"{when} {what}" for what in (*TABLES, "commit") for when in ("before", "after"))
"""Before and after the statement that writes a table, and before and after the commit."""

_WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE) "?(\w+)"?', re.IGNORECASE)


def arm(point: str, hits: int) -> None:
    """Make this process kill itself the `hits`-th time that it comes to `point`."""
    assert point in POINTS, point
    when, what = point.split()
    strike = _countdown(hits)
    if what == "commit":
        _arm_commit(when, strike)
        return

    def at(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found = _WRITES.match(statement)
        if found and found[1] == what:
            strike()

    event.listen(Engine, f"{when}_cursor_execute", at)


def arm_statement(number: int) -> None:
    """Make this process kill itself before the `number`-th statement, counted from 1."""
    strike = _countdown(number)
    event.listen(Engine, "before_cursor_execute", lambda *_arguments: strike())


def _countdown(hits: int) -> Callable[[], None]:
    left = hits

    def strike() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return strike


def _arm_commit(when: str, strike: Callable[[], None]) -> None:
    commit = DefaultDialect.do_commit

    def struck(self: DefaultDialect, connection: Any) -> None:
        if when == "before":
            strike()
        commit(self, connection)
        if when == "after":
            strike()

    DefaultDialect.do_commit = struck  # type: ignore[method-assign]
