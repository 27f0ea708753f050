"""Times of publication: which lie in the future."""

from datetime import UTC, datetime

import pytest

from tracker.model import Published

NOW = datetime(2024, 5, 2, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "is_ahead"),
    [
        pytest.param("2024-05-02", False, id="today"),
        pytest.param("2024-05-03", False, id="tomorrow, which has begun in Auckland"),
        pytest.param("2024-05-04", True, id="the day after"),
        pytest.param("2024-05-03T15:00:00", False, id="in a day"),
        pytest.param("2024-05-03T15:00:01", True, id="in a day and a second"),
        pytest.param("2024-05-04T03:00:00+14:00", False, id="by its own zone"),
        pytest.param("9999-12-31", True, id="the last day there is"),
    ],
)
def test_more_than_a_day_ahead_is_the_future(given: str, is_ahead: bool) -> None:
    assert Published.parse(given).is_ahead(NOW) is is_ahead
