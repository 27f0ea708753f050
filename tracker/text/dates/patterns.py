"""The words and figures that dates are made of, as pieces of patterns."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6} | {
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a couple of": 2,
}

WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
)
MONTH_NAME = (
    r"(?=[A-Z])(?i:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)"
)
_MONTH_SHORT = r"(?=[A-Z])(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
MONTH = rf"(?:{MONTH_NAME}|{_MONTH_SHORT})(?![a-z])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|%|\w)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[.,/–-]\d)"
SHORT_YEAR = r"[’'‘]\d\d(?!\w)"
OF_YEAR = rf"(?:(?:,|\sof)?\s(?P<year>{YEAR}|{SHORT_YEAR}|(?i:last|this|next)\syear\b))?"
PART = r"(?:morning|afternoon|evening|night)"
COUNT = rf"\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))}"
ORDINARY = r"(?:(?:early|late|mid)[\s-])"
WITHIN = r"(?:(?:the\s)?(?:very\s)?(?:end|beginning|start|middle|close)\sof\s)"
"""What names a part of a month or year, which stays the whole: its days are not certain."""


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or short form."""
    return MONTHS.index(name[:3].lower()) + 1


def count_of(words: str) -> int:
    """Return the number that a count's words or digits name."""
    return COUNTS.get(words) or int(words)
