"""Dates: each rule of the news by example, and what holds for any text."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.dates import find_dates

WEDNESDAY = date(2023, 9, 13)
"""The anchor of every example."""

DAYS = [
    pytest.param("The envoys met on Wednesday.", "2023-09-13", id="weekday of publication"),
    pytest.param("The envoys met on Thursday.", "2023-09-07", id="most recent weekday"),
    pytest.param("The envoys left last Wednesday.", "2023-09-06", id="last weekday is not today"),
    pytest.param("They meet next Wednesday.", "2023-09-20", id="next weekday is not today"),
    pytest.param("This Friday is a holiday.", "2023-09-15", id="this weekday"),
    pytest.param("She resigned on Wednesday last week.", "2023-09-06", id="weekday of last week"),
    pytest.param("Voting starts on Monday next week.", "2023-09-18", id="weekday of next week"),
    pytest.param("The court will rule on Friday.", "2023-09-15", id="auxiliary before"),
    pytest.param("On Friday the court will rule.", "2023-09-15", id="auxiliary after"),
    pytest.param("The court will rule on Wednesday.", "2023-09-13", id="future, same weekday"),
    pytest.param("Bids are due by Friday.", "2023-09-15", id="by"),
    pytest.param("Roads stay shut until Sunday.", "2023-09-17", id="until"),
    pytest.param("Nineteen bodies had been found by Tuesday.", "2023-09-12", id="by, in the past"),
    pytest.param("It would shut, the firm announced on Friday.", "2023-09-08", id="cut by a cue"),
    pytest.param("The committee meets on Monday.", "2023-09-18", id="scheduled present"),
    pytest.param("He fell ill yesterday evening.", "2023-09-12", id="yesterday"),
    pytest.param("He fell ill the day before yesterday.", "2023-09-11", id="before yesterday"),
    pytest.param("Last night the siren wailed.", "2023-09-12", id="last night"),
    pytest.param("The king speaks tonight.", "2023-09-13", id="tonight"),
    pytest.param("Schools reopen tomorrow.", "2023-09-14", id="tomorrow"),
    pytest.param("The raid two days ago failed.", "2023-09-11", id="days ago"),
    pytest.param("It began on July 27.", "2023-07-27", id="month day"),
    pytest.param("It began on 27 July.", "2023-07-27", id="day month"),
    pytest.param("It began on 27th July, 2014.", "2014-07-27", id="day month year"),
    pytest.param("It began on Sunday, July 27, 2014.", "2014-07-27", id="weekday and date"),
    pytest.param("It began on July 27, ’94.", "1994-07-27", id="year of two figures"),
    pytest.param("OSLO, SEPT 12 - The port", "2023-09-12", id="dateline"),
    pytest.param("Sales on Sept. 13 fell.", "2023-09-13", id="abbreviated month"),
    pytest.param("The budget meeting is on 11 November.", "2023-11-11", id="date ahead, present"),
    pytest.param("He was fined on 11 December.", "2022-12-11", id="date behind"),
    pytest.param("The term runs from 1 October.", "2023-10-01", id="a date close ahead"),
    pytest.param("It was signed on 9 February last year.", "2022-02-09", id="day of last year"),
    pytest.param("The file is dated 2023-08-30.", "2023-08-30", id="ISO"),
    pytest.param("The file is dated 06.03.2021.", "2021-03-06", id="dotted"),
    pytest.param("They wed on 29 February.", "2024-02-29", id="leap day"),
    pytest.param("He resigned this Monday.", "2023-09-11", id="this weekday, in the past"),
    pytest.param("The envoys will meet this Thursday.", "2023-09-14", id="this weekday, ahead"),
    pytest.param("They left this past Friday.", "2023-09-08", id="this past weekday"),
    pytest.param("They meet this coming Wednesday.", "2023-09-20", id="this coming weekday"),
    pytest.param("She resigned last Sunday.", "2023-09-10", id="last, of the week before"),
    pytest.param("They meet next Monday.", "2023-09-18", id="next, of the week behind"),
    pytest.param("If Ruiz wins the vote on Sunday, he stays.", "2023-09-17", id="a condition"),
    pytest.param("It could hit the coast on Sunday.", "2023-09-17", id="could"),
    pytest.param("It could not be reached on Sunday.", "2023-09-10", id="could not"),
    pytest.param("It will reopen after Friday's raid.", "2023-09-08", id="after it, ahead"),
    pytest.param("It will reopen after the Friday raid.", "2023-09-08", id="after the raid, ahead"),
    pytest.param("Ruiz testifies before a court on Friday.", "2023-09-15", id="present, far off"),
    pytest.param("On Friday, she and two of her aides will go.", "2023-09-15", id="a long subject"),
    pytest.param("They are unlikely to vote on Friday.", "2023-09-15", id="unlikely to"),
    pytest.param("He said that on Friday it will close.", "2023-09-15", id="opening a clause"),
    pytest.param("They count on the vote on Monday.", "2023-09-11", id="a noun, no verb"),
    pytest.param("It was sold on the 11th.", "2023-09-11", id="day of this month"),
    pytest.param("It was sold on the 20th.", "2023-08-20", id="day of last month"),
    pytest.param("It will be sold on the 20th.", "2023-09-20", id="day of the month ahead"),
    pytest.param("Pay by the 25th of this month.", "2023-09-25", id="of this month"),
    pytest.param("It was signed on 13/09/2022.", "2022-09-13", id="slashes, day first"),
    pytest.param("It was signed on 9/13/2022.", "2022-09-13", id="slashes, month first"),
    pytest.param("It was signed on 05/05/2022.", "2022-05-05", id="slashes, either way"),
    pytest.param("Sent at 2022-09-13T22:30Z.", "2022-09-13", id="ISO with a time"),
    pytest.param("They danced on New Year’s Eve.", "2022-12-31", id="a feast"),
    pytest.param("It fell on Christmas Day 2019.", "2019-12-25", id="a feast of a year"),
    pytest.param("It sank on Tuesday, Nov. 7.", "2023-11-07", id="the weekday tells the year"),
    pytest.param("He will land on Sept. 11 next year.", "2024-09-11", id="a landmark with a year"),
]

STRETCHES = [
    pytest.param("It fell last week.", "2023-09-04", "2023-09-10", "week", id="last week"),
    pytest.param("It fell this week.", "2023-09-11", "2023-09-17", "week", id="this week"),
    pytest.param("It falls next week.", "2023-09-18", "2023-09-24", "week", id="next week"),
    pytest.param("He rests this weekend.", "2023-09-16", "2023-09-17", "week", id="weekend"),
    pytest.param("Two weeks ago it fell.", "2023-08-28", "2023-09-03", "week", id="weeks ago"),
    pytest.param("He left in July.", "2023-07-01", "2023-07-31", "month", id="month"),
    pytest.param("He left in September.", "2023-09-01", "2023-09-30", "month", id="this month"),
    pytest.param("He left in October.", "2022-10-01", "2022-10-31", "month", id="month before"),
    pytest.param("It will open in July.", "2024-07-01", "2024-07-31", "month", id="month ahead"),
    pytest.param("He left last July.", "2023-07-01", "2023-07-31", "month", id="last July"),
    pytest.param("He left in mid-August.", "2023-08-01", "2023-08-31", "month", id="mid-month"),
    pytest.param("He left last month.", "2023-08-01", "2023-08-31", "month", id="last month"),
    pytest.param("Earlier this month he left.", "2023-09-01", "2023-09-30", "month", id="earlier"),
    pytest.param("He left in May 2024.", "2024-05-01", "2024-05-31", "month", id="month and year"),
    pytest.param(
        "He left in May of '24.", "2024-05-01", "2024-05-31", "month", id="of the next year"
    ),
    pytest.param("He left in May ’25.", "1925-05-01", "1925-05-31", "month", id="of a century ago"),
    pytest.param("It will open in May ’31.", "2031-05-01", "2031-05-31", "month", id="years ahead"),
    pytest.param("He left in ’94.", "1994-01-01", "1994-12-31", "year", id="year of two figures"),
    pytest.param("He left in 2019.", "2019-01-01", "2019-12-31", "year", id="year"),
    pytest.param("He left last year.", "2022-01-01", "2022-12-31", "year", id="last year"),
    pytest.param("It rained the past week.", "2023-09-06", "2023-09-13", "week", id="past week"),
    pytest.param("in the past two years", "2021-09-13", "2023-09-13", "year", id="past years"),
    pytest.param("It ends in the next month.", "2023-09-13", "2023-10-13", "month", id="ahead"),
    pytest.param("It fell over the weekend.", "2023-09-09", "2023-09-10", "week", id="over it"),
    pytest.param("He will rest at the weekend.", "2023-09-16", "2023-09-17", "week", id="at it"),
    pytest.param("He left last Monday.", "2023-09-04", "2023-09-11", "week", id="last: two days"),
    pytest.param("He meets her next Friday.", "2023-09-15", "2023-09-22", "week", id="next: two"),
    pytest.param("Drones hit Orlo overnight.", "2023-09-12", "2023-09-13", "day", id="overnight"),
    pytest.param("He left in July last year.", "2022-07-01", "2022-07-31", "month", id="of a year"),
    pytest.param("Its October report fell.", "2022-10-01", "2022-10-31", "month", id="its month"),
    pytest.param("July’s vote was lost.", "2023-07-01", "2023-07-31", "month", id="month’s"),
    pytest.param("Toward November he ran.", "2023-11-01", "2023-11-30", "month", id="toward"),
    pytest.param("By the time we meet in June.", "2024-06-01", "2024-06-30", "month", id="by then"),
    pytest.param("By the end of June it fell.", "2024-06-01", "2024-06-30", "month", id="end of"),
    pytest.param("mid-March", "2023-03-01", "2023-03-31", "month", id="no preposition needed"),
    pytest.param("by the end of the year", "2023-01-01", "2023-12-31", "year", id="end of year"),
    pytest.param("the first half of 2022", "2022-01-01", "2022-06-30", "month", id="half"),
    pytest.param("the second half of last year", "2022-07-01", "2022-12-31", "month", id="of last"),
    pytest.param("It lost in the second quarter.", "2023-04-01", "2023-06-30", "month", id="Q2"),
    pytest.param(
        "It had lost in the fourth quarter.", "2022-10-01", "2022-12-31", "month", id="Q4"
    ),
    pytest.param("early 2024", "2024-01-01", "2024-12-31", "year", id="early in a year"),
    pytest.param("the summer of 2021", "2021-01-01", "2021-12-31", "year", id="either hemisphere"),
    pytest.param("the early 1990s", "1990-01-01", "1999-12-31", "year", id="a decade"),
    pytest.param(
        "He said so in a 2016 interview.", "2016-01-01", "2016-12-31", "year", id="a year’s"
    ),
    pytest.param(
        "He lost the 2020 election.", "2020-01-01", "2020-12-31", "year", id="of the year"
    ),
    pytest.param("in 2019-21", "2019-01-01", "2021-12-31", "year", id="years with a dash"),
    pytest.param("He left three years ago.", "2020-01-01", "2020-12-31", "year", id="years ago"),
    pytest.param("The fair of 3-5 July ended.", "2023-07-03", "2023-07-05", "day", id="range"),
]

NO_DATES = [
    pytest.param("On the eve of the talks he slept.", id="eve"),
    pytest.param("Every Monday the bins are emptied.", id="habit"),
    pytest.param("On Mondays the bins are emptied.", id="plural"),
    pytest.param("Good Friday is a holiday.", id="feast"),
    pytest.param("The Sunday Herald broke the story.", id="newspaper"),
    pytest.param("April Moyo may march.", id="a person, a verb"),
    pytest.param("It reached 1,500 homes in 30 minutes.", id="figures"),
    pytest.param("It began on February 30.", id="no such day"),
    pytest.param("The last week of the season was wet.", id="the last week of something"),
    pytest.param("He retired nearly two years ago.", id="vague"),
    pytest.param("Two days later he was dead.", id="counted from elsewhere"),
    pytest.param("He came hours after the vote.", id="hours after"),
    pytest.param("Flight 1945 left with 2000 people.", id="a flight, people"),
    pytest.param("The 2000 soldiers left by 1800 GMT.", id="soldiers, an hour"),
    pytest.param("It will be over in 24 hours.", id="a span of hours"),
    pytest.param("May said the March on Orlo was over.", id="a minister, a march"),
    pytest.param("Ms. May spoke; a speech by May.", id="somebody of that name"),
    pytest.param("It was led by June Castell.", id="a name that goes on"),
    pytest.param("The August company was second.", id="an adjective"),
    pytest.param("The Sun reported it in the Orlo Today.", id="papers"),
    pytest.param("It was signed on 03/09/2023.", id="two days, one a reader"),
    pytest.param("The March Front says that it holds nobody.", id="a movement"),
    pytest.param("He denied that the October Group had met.", id="a group"),
    pytest.param("The 13th floor burned.", id="a floor"),
    pytest.param("He made a birdie on the 13th.", id="a hole"),
    pytest.param("The coming days are hard.", id="no number of days"),
    pytest.param("They have known it since the Sept. 11 attacks.", id="this year’s, or not"),
    pytest.param("The bank forecast a loss for the fourth quarter.", id="this or last year’s"),
    pytest.param("He was there thirty years ago, 20 years ago.", id="round numbers"),
    pytest.param("She told Orlo’s This Week that it rained.", id="a programme"),
    pytest.param("It matters in the November election.", id="last year’s or this year’s vote"),
    pytest.param("Green bins go out on a Wednesday.", id="on a weekday"),
    pytest.param("It changed overnight.", id="overnight, a figure of speech"),
    pytest.param("The 1900s and the 1800s were hard.", id="ten years or a hundred"),
    pytest.param("It was sold on 31 June 2021.", id="a day that is none, with a year"),
]

RELATIVE = ["on Wednesday", "last week", "yesterday", "in July", "July 27", "two days ago"]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_one_day(text: str, day: str) -> None:
    intervals = [found.interval for found in find_dates(text, WEDNESDAY)]
    assert [(i.start.isoformat(), i.end.isoformat(), i.precision) for i in intervals] == [
        (day, day, "day")
    ]


@pytest.mark.parametrize(("text", "start", "end", "precision"), STRETCHES)
def test_a_stretch_of_days(text: str, start: str, end: str, precision: str) -> None:
    intervals = [found.interval for found in find_dates(text, WEDNESDAY)]
    assert [(i.start.isoformat(), i.end.isoformat(), i.precision) for i in intervals] == [
        (start, end, precision)
    ]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == []


@pytest.mark.parametrize("words", RELATIVE)
def test_without_an_anchor_relative_words_mean_nothing(words: str) -> None:
    assert find_dates(f"It fell {words}.", None) == []


def test_without_an_anchor_a_full_date_is_read() -> None:
    found = find_dates("It fell on 27 July 2014, in 2015 and in May 2016.", None)
    assert [f.interval.start.isoformat() for f in found] == [
        "2014-07-27",
        "2015-01-01",
        "2016-05-01",
    ]


def test_spans_are_the_words_as_printed() -> None:
    text = "On Sunday, July 27, he left; early on Monday he was back; last\nweek he slept."
    found = find_dates(text, WEDNESDAY)
    assert [f.span.of(text) for f in found] == ["Sunday, July 27", "Monday", "last\nweek"]
    assert [f.interval.as_printed for f in found] == ["Sunday, July 27", "Monday", "last week"]


def test_time_is_linear_in_the_text() -> None:
    assert len(find_dates("on Monday 3 July 2020, " * 20_000, WEDNESDAY)) == 20_000
    assert find_dates("last " * 100_000 + "1-" * 100_000, WEDNESDAY) == []


WORDS = st.sampled_from(
    "on in by last next this will was Monday Friday July May 27 3 2019 week month year ago two "
    "today yesterday Sept. early - , . the".split()
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))


@given(text=TEXTS, anchor=st.dates() | st.none())
def test_any_text_gives_ordered_spans_and_intervals(text: str, anchor: date | None) -> None:
    found = find_dates(text, anchor)
    assert all(f.interval.start <= f.interval.end for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(" ".join(f.span.of(text).split()) == f.interval.as_printed for f in found)


@given(
    weekday=st.sampled_from(["Monday", "Tuesday", "Thursday", "Saturday", "Sunday"]),
    anchor=st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    weeks=st.integers(-50, 50),
)
def test_a_week_on_a_weekday_is_a_week_on(weekday: str, anchor: date, weeks: int) -> None:
    shift = timedelta(days=7 * weeks)
    text = f"The bridge fell on {weekday}."
    (here,) = find_dates(text, anchor)
    (there,) = find_dates(text, anchor + shift)
    assert there.interval.start == here.interval.start + shift
    assert timedelta(0) <= anchor - here.interval.start < timedelta(days=7)
