"""Dates beside each other: ranges, pairs, and days counted from another day of the text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.dates import find_dates

WEDNESDAY = date(2023, 9, 13)
"""The anchor of every example."""

RANGES = [
    pytest.param("from 3 to 5 May", "3 to 5 May", "2023-05-03", "2023-05-05", id="days"),
    pytest.param("3 and 4 May", "3 and 4 May", "2023-05-03", "2023-05-04", id="days in a row"),
    pytest.param("between 3 and 9 May", "3 and 9 May", "2023-05-03", "2023-05-09", id="between"),
    pytest.param(
        "from 30 April to 3 May", "30 April to 3 May", "2023-04-30", "2023-05-03", id="two months"
    ),
    pytest.param(
        "between 2019 and 2021", "2019 and 2021", "2019-01-01", "2021-12-31", id="between years"
    ),
    pytest.param("from 2019 to 2021", "2019 to 2021", "2019-01-01", "2021-12-31", id="years"),
    pytest.param(
        "between March and June 2021",
        "March and June 2021",
        "2021-03-01",
        "2021-06-30",
        id="the year of the second is that of the first",
    ),
    pytest.param(
        "from December to February 2021",
        "December to February 2021",
        "2020-12-01",
        "2021-02-28",
        id="the year before",
    ),
    pytest.param(
        "They met on Monday and Tuesday.",
        "Monday and Tuesday",
        "2023-09-11",
        "2023-09-12",
        id="weekdays in a row",
    ),
    pytest.param(
        "They met on Wednesday and Thursday.",
        "Wednesday and Thursday",
        "2023-09-06",
        "2023-09-07",
        id="the later one is not after publication",
    ),
    pytest.param(
        "They will meet on Monday and Tuesday.",
        "Monday and Tuesday",
        "2023-09-18",
        "2023-09-19",
        id="weekdays ahead",
    ),
    pytest.param(
        "It will run from Friday to Tuesday.",
        "Friday to Tuesday",
        "2023-09-15",
        "2023-09-19",
        id="into the next week",
    ),
]

COUNTED = [
    pytest.param("He left on Monday. A day later he came back.", "A day later", "2023-09-12"),
    pytest.param(
        "He left on Monday, two days earlier he was ill.", "two days earlier", "2023-09-09"
    ),
    pytest.param("He left on Monday. The next day he came back.", "The next day", "2023-09-12"),
    pytest.param("He left on Monday, a day after Sunday’s vote.", "a day after", "2023-09-11"),
    pytest.param("On the eve of the July 27 parade he slept.", "the eve of", "2023-07-26"),
    pytest.param("It was on the eve of Monday’s vote.", "the eve of", "2023-09-10"),
    pytest.param("It rained the day after Christmas Day.", "the day after", "2022-12-26"),
]

UNKNOWN = [
    pytest.param("He left on Monday. It rained. A day later he came.", id="two sentences back"),
    pytest.param("He left on Monday.\n\nA day later he came back.", id="another paragraph"),
    pytest.param("From Friday’s talks to Monday’s; a day later he left.", id="two days to choose"),
    pytest.param("In July he left. A day later he came back.", id="no day, but a month"),
    pytest.param("He left on Monday, less than a day after he came.", id="vague"),
    pytest.param("A day after he left, the vote was lost on Monday.", id="a clause between"),
    pytest.param("It opens on Monday; three years later it will shut.", id="years on"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), RANGES)
def test_two_dates_are_one_stretch(text: str, words: str, start: str, end: str) -> None:
    (found,) = find_dates(text, WEDNESDAY)
    assert found.span.of(text) == words
    assert (found.interval.start.isoformat(), found.interval.end.isoformat()) == (start, end)


@pytest.mark.parametrize(("text", "words", "day"), COUNTED)
def test_a_day_counted_from_another(text: str, words: str, day: str) -> None:
    found = {f.span.of(text): f.interval for f in find_dates(text, WEDNESDAY)}
    assert (found[words].start.isoformat(), found[words].end.isoformat()) == (day, day)


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_day_counted_from_nobody_knows_which(text: str) -> None:
    printed = [f.interval.as_printed.lower() for f in find_dates(text, WEDNESDAY)]
    assert printed
    assert not any("later" in words or "after" in words for words in printed)


def test_days_apart_stay_two_dates_in_order() -> None:
    found = find_dates("They will meet on Monday and Thursday.", WEDNESDAY)
    assert [f.interval.start.isoformat() for f in found] == ["2023-09-18", "2023-09-21"]


def test_what_is_moved_from_one_day_to_another_is_on_neither_between() -> None:
    found = find_dates("They moved it from 3 May to 9 May.", WEDNESDAY)
    assert [f.interval.as_printed for f in found] == ["3 May", "9 May"]


def test_without_an_anchor_a_range_of_years_is_read() -> None:
    (found,) = find_dates("from 2019 to 2021", None)
    assert (found.interval.start.year, found.interval.end.year) == (2019, 2021)


DAYS = st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"])


@given(one=DAYS, other=DAYS, ahead=st.booleans(), anchor=st.dates(date(1900, 1, 1)))
def test_two_weekdays_are_in_order_and_on_one_side(
    one: str, other: str, ahead: bool, anchor: date
) -> None:
    text = f"They {'will meet' if ahead else 'met'} on {one} and {other}."
    try:
        intervals = [f.interval for f in find_dates(text, anchor)]
    except OverflowError:
        pytest.fail("a date out of range")
    if not intervals or one == other:
        return
    assert intervals == sorted(intervals, key=lambda each: each.start)
    first, last = intervals[0].start, intervals[-1].end
    assert first >= anchor if ahead else last <= anchor
    assert last - first <= timedelta(days=13)


@pytest.mark.parametrize(
    ("unit", "dates"),
    [
        pytest.param("a day earlier ", 0, id="nothing to count from"),
        pytest.param("on Monday a day earlier ", 2, id="counted from the one before"),
        pytest.param("from 3 May to 5 May ", 1, id="ranges"),
        pytest.param("on Monday and Tuesday, so ", 1, id="pairs"),
        pytest.param("Ms May may ", 0, id="names"),
    ],
)
def test_time_is_linear_in_the_text(unit: str, dates: int) -> None:
    assert len(find_dates(unit * 10_000, WEDNESDAY)) == dates * 10_000
