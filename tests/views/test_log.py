"""What changed between two values of one record, field by field."""

from typing import Any

import pytest

from tracker.views.log import changes


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param({"a": 1}, {"a": 1}, [], id="nothing"),
        pytest.param({"a": 1}, {"a": 2}, [("a", 1, 2)], id="a value"),
        pytest.param({}, {"a": 2}, [("a", None, 2)], id="a field that is new"),
        pytest.param({"a": {"b": 1, "c": 2}}, {"a": {"b": 1}}, [("a.c", 2, None)], id="one inside"),
        pytest.param([{"x": 1}, 2], [{"x": 3}, 2], [("0.x", 1, 3)], id="an item of a list"),
        pytest.param({"a": [1]}, {"a": [1, 2]}, [("a", [1], [1, 2])], id="a list that grew"),
        pytest.param({"a": None}, {"a": {"b": 1}}, [("a", None, {"b": 1})], id="another type"),
    ],
)
def test_changes(before: Any, after: Any, expected: list[tuple[str, Any, Any]]) -> None:
    assert list(changes(before, after)) == expected
