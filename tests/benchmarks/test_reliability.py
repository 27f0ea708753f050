"""Confidence against what is right: tenths, their gap, and the diagram of both."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.diagram import INK, POINTS, Panel, Point, draw, interval
from benchmarks.reliability import (
    Bin,
    bins,
    calibration_error,
    judge_outermost,
    judge_statements,
    panel,
    table,
)
from tracker.extract import extract
from tracker.model import Article

TEXT = (
    "“We will rebuild the pier,” Ilse Brandt said. “It will pay for itself.”\n\n"
    "He said no boat sank."
)
JUDGED = [(0.95, True), (0.95, False), (1.0, True), (0.2, False)]


def test_confidences_fall_into_tenths_and_1_into_the_last() -> None:
    assert bins(JUDGED) == [
        Bin(0.2, 1, 0.2, 0.0),
        Bin(0.9, 3, pytest.approx(2.9 / 3), pytest.approx(2 / 3)),
    ]


def test_the_calibration_error_weighs_by_count() -> None:
    assert calibration_error(bins(JUDGED)) == pytest.approx((0.2 + 3 * 0.3) / 4)
    assert calibration_error([]) == 0


judgements = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


@given(judgements)
def test_tenths_lose_nothing(judged: list[tuple[float, bool]]) -> None:
    found = bins(judged)
    assert sum(one.count for one in found) == len(judged)
    assert sum(one.count * one.right for one in found) == pytest.approx(
        sum(right for _, right in judged)
    )
    assert 0 <= calibration_error(found) <= 1
    assert [one.low for one in found] == sorted({one.low for one in found})


def test_a_statement_is_right_when_it_is_marked() -> None:
    statements = extract(Article(TEXT))
    row = {"id": "a", "text": TEXT, "attributions": [{"content": [[0, 27]]}]}
    judged = judge_statements([row], {"a": statements})
    assert [right for _, right in judged] == [True, False, False]
    assert [confidence for confidence, _ in judged] == [one.confidence for one in statements]


def test_a_resumed_quotation_is_judged_with_its_beginning() -> None:
    row = {"id": "a", "text": TEXT, "attributions": [{"content": [[0, 27], [46, 71]]}]}
    judged = judge_outermost([row], {"a": extract(Article(TEXT))})
    assert [right for _, right in judged] == [True, False]


def test_the_table_has_the_counts_and_the_error() -> None:
    assert table({"statements": JUDGED})[2:] == [
        "| statements | 0.2 to 0.3 | 1 | .200 | .000 |",
        "| statements | 0.9 to 1.0 | 3 | .967 | .667 |",
        "| statements | expected calibration error | 4 | | .275 |",
    ]


def test_the_diagram_is_the_same_every_time_and_well_formed() -> None:
    drawn = draw([panel("a < b", JUDGED), panel("c", [])])
    assert drawn == draw([panel("a < b", JUDGED), panel("c", [])])
    root = ElementTree.fromstring(drawn)
    circles = list(root.iter("{http://www.w3.org/2000/svg}circle"))
    assert [circle[0].text for circle in circles] == [
        "stated 0.200, right 0.000, count 1",
        "stated 0.967, right 0.667, count 3",
    ]
    assert {circle.get("fill") for circle in circles} == {POINTS}


def test_a_point_stands_where_its_shares_say() -> None:
    drawn = draw([Panel("t", "n", (Point(0.5, 1.0, 10),))])
    assert re.search(r'<circle cx="130\.0" cy="0\.0"', drawn)


@given(st.integers(1, 2000), st.data())
def test_an_interval_holds_its_share(count: int, data: st.DataObject) -> None:
    share = data.draw(st.integers(0, count)) / count
    low, high = interval(share, count)
    assert -1e-9 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1
    assert low < high


def test_an_interval_is_wilson_s() -> None:
    assert interval(0.5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [INK, POINTS], ids=["ink", "points"])
def test_colours_read_on_white_and_on_black(colour: str) -> None:
    light = luminance(colour)
    assert 1.05 / (light + 0.05) >= 3.5
    assert (light + 0.05) / 0.05 >= 3.5
