"""Redaction on a server with two roles: the application is told what to do, the owner does it."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import make_url

from tests.builders import add
from tests.conftest import Postgres
from tests.store.two_roles import part_roles
from tracker import audit, gazetteer, redaction
from tracker.errors import DatabaseProblem
from tracker.ingest.places import shipped_places
from tracker.model import Ground, Order
from tracker.store import schema
from tracker.store.engine import Engine, open_engine

ORDER = Order(Ground.LEGAL, "an order")


@pytest.fixture(scope="module")
def address(postgres: Postgres) -> Iterator[str]:
    """The address of a database with a statement in it, for the server's superuser."""
    name = postgres.create(Postgres.TEMPLATE)
    found = postgres.address(name)
    part_roles(found, "told_owner", "told_app")
    engine = open_engine(found)
    schema.upgrade(engine)
    gazetteer.seed(engine, "vera")
    add(engine, "“The hall will open in June,” Mayor Tobias Rehn said.")
    engine.dispose()
    yield found
    postgres.drop(name)


def test_redaction_is_for_the_owner(address: str, opened: Callable[[str], Engine]) -> None:
    url = make_url(address)
    application = opened(url.set(username="told_app").render_as_string(False))
    with pytest.raises(DatabaseProblem, match=r"told_app may not redact.*told_owner") as caught:
        redaction.redact_occurrence(application, 1, ORDER, "vera")
    assert "\n" not in str(caught.value)

    advised = str(caught.value).partition("`")[2].partition("`")[0].partition("=")
    assert advised[0] == "options"
    option = advised[2].replace("%3D", "=")
    owner = opened(url.update_query_dict({"options": option}).render_as_string(False))
    with owner.connect() as connection:
        assert connection.exec_driver_sql("SELECT current_user").scalar_one() == "told_owner"
    redaction.redact_occurrence(owner, 1, ORDER, "vera")
    assert audit.verify(owner, shipped_places())[1] == []
