"""Generated articles in any order give the same claims, links and originals."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generated import articles
from benchmarks.order import add_shuffled, outcome
from tests.conftest import Postgres
from tracker.store.engine import Engine

ARTICLES = 60


@pytest.fixture
def other_engine(
    request: pytest.FixtureRequest, engine: Engine, opened: Callable[[str], Engine], tmp_path: Path
) -> Engine:
    """A second database of the same kind as `engine`."""
    if engine.dialect.name == "sqlite":
        found: Engine = request.getfixturevalue("second_sqlite_engine")
        return found
    server: Postgres = request.getfixturevalue("postgres")
    return opened(server.address(server.create(Postgres.TEMPLATE)))


def test_articles_in_two_orders_give_the_same(engine: Engine, other_engine: Engine) -> None:
    made = articles(ARTICLES, seed=3)
    add_shuffled(engine, made, 1)
    add_shuffled(other_engine, made, 2)
    claims, links, _ = outcome(engine)
    assert len(claims) >= 3 * ARTICLES
    assert len(links) > ARTICLES / 2
    assert outcome(engine) == outcome(other_engine)
