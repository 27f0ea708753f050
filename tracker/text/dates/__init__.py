"""Dates as news prose gives them, each as an interval of days with a precision.

A news text counts from the day it was published, the anchor. Its habits are not
those of a calendar: "on Wednesday" in a piece of a Wednesday is that very day,
"last Wednesday" is not; "July" without a year is the most recent one unless the
words before look ahead ("will reopen in July"), and stays a whole month. General
date readers get the first of these wrong by a week, in either direction.

Without an anchor only what names its year can be read. Where two readings are left
the date is as wide as both, or left out: no date is better than a wrong one.
"""

from tracker.text.dates.finder import find_dates
from tracker.text.dates.place import FoundDate

__all__ = ["FoundDate", "find_dates"]
