"""Many edit one record while others add articles: each change follows from the one before."""

from benchmarks.torture.concurrency import Size, at_once

SMALL = Size(editors=8, turns=5, ingesters=4, articles=2)
"""As hard a contention as `make torture` has, for a shorter time."""


def test_no_edit_is_lost_and_nobody_is_locked_out(database: str) -> None:
    found = at_once(database, SMALL)
    assert found.faults == []
    assert (found.counted, found.edited, found.corrected, found.articles) == (40, 40, 40, 9)
