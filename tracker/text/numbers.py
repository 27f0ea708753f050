"""Quantities in news prose: figures with their bounds, unit and qualifier.

"At least 24 people" is a minimum of 24 persons; "up to 1,000 km" a maximum of
1,000 kilometres; "dozens" at least 24, nobody counted. What only looks like a
figure is left out: years and days of the month, times of day, ages, scores,
numbers that name something ("Resolution 1718", "Ward 6", "Covid-19").

One pattern finds the numerals; each is then judged by the few words before and
after it. Source of the idea that rules beat a general parser here: quantulum3
reads "$1.5 billion" as 1.0.
"""

import re
from dataclasses import dataclass

from tracker.model import Qualifier, Span
from tracker.text.fractions import TOLD, value_and_unit
from tracker.text.numerals import (
    DIGITS,
    SCALE,
    SCALES,
    VAGUE,
    WORDS,
    value_of,
    value_of_words,
)
from tracker.text.qualifiers import WIDTH, qualifier_after, qualifier_before
from tracker.text.units import CURRENCIES, TIMES, is_countable, read_unit


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A figure in a text: `span` takes in qualifier, number and unit.

    Bounds are None where open and equal when the figure is one number. `unit` is
    singular ("kilometre", "percent", "USD", "person", "ballistic missile").
    """

    span: Span
    minimum: float | None
    maximum: float | None
    unit: str | None
    qualifier: Qualifier


_CURRENCY = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_NUMBER = rf"(?:{DIGITS})(?:{SCALE})?|(?i:{WORDS})"
_NUMERAL = re.compile(
    r"(?<![\w#.,:/\-–+])"
    rf"(?:(?P<currency>{_CURRENCY})\s?(?=\d))?"
    rf"(?:(?P<digits>{DIGITS})(?P<scale>{SCALE})?|(?P<words>\b(?i:{WORDS})))"
)
_SECOND = re.compile(
    rf"(?P<by>\s?[-–—]\s?|\s(?:to|and|or|in(?:\severy)?|out\sof(?:\severy)?)\s|-in-)(?:{_CURRENCY})?"
    rf"(?:(?P<digits>{DIGITS})(?P<scale>{SCALE})?|(?P<words>(?i:{WORDS})))"
)
_JOINED = {"in every": "in", "out of": "in", "out of every": "in"}
"""What is read as the "in" of "seven in ten"."""
_OF_WHOLE = re.compile(rf"\s(?:out\s)?of\s(?:(?:the|its|their|his|her)\s)?(?:{_NUMBER})")
_CANDIDATE = re.compile(rf"{TOLD.pattern}|{_NUMERAL.pattern}")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_NO_FIGURE_BEFORE = re.compile(
    rf"(?:\b{_MONTH}\s|\b(?i:aged|age|paragraph|page|article|section|chapter|no\.?|number|room"
    r"|gallery|ward|line|route|case|bill|rule|act|flight|channel|grade|phase|stage|round|item"
    r"|gate|platform|highway|volume|verse|season|episode|resolution|group|version|type|bus|appendix"
    r"|flat|apartment|carriage|lot|exhibit)\s)\Z"
)
_NAME_BEFORE = re.compile(r"(?:^|[^.!?:\n“\"‘(]\s|\A)(?P<word>[A-Z][\w’'-]*)\s\Z")
_NAMES_NOTHING = frozenset(
    """about some at over under nearly almost around only just exactly the these those another
    all than to in on of and for from by with a an after while when if but its their his her
    as up police officials rescuers authorities more roughly between""".split()
)
_AFTER_DATE = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\w)")
_CLOCK = re.compile(
    r"\s?(?i:a\.?m\b\.?|p\.?m\b\.?|o[’']clock|gmt\b|utc\b|est\b|hrs\b)|[:.]\d\d(?!\d)\s?(?i:[ap]\.?m)"
)
_GLUED = re.compile(r"(?:st|nd|rd|th)\b|[-–/:.]\d|[^\W\d_]{2,}\d|[/:]")
_OLD = re.compile(r"[-\s]years?[-\s]old\b|[-\s](?:months?|weeks?|days?)[-\s]old\b|-something")
_AGE_AFTER = re.compile(r",|\)|;|\.(?=\s|\Z)")
_PLUS = re.compile(r"(?P<more>\+|\sor\smore\b)|(?P<so>-odd\b|\sor\sso\b)")
_CLOCK_HOUR_BEFORE = re.compile(r"\b(?:at|by|until|till|from|past|before|after)\s\Z")
_TOLL_BEFORE = re.compile(
    r"\b(?i:toll|tally|total|figure|number|count|dead|wounded|injured|missing|stands|stood)\b[^.;:]{0,24}\sat\s\Z"
)
_YEARS = range(1800, 2100)


def find_quantities(text: str) -> list[FoundQuantity]:
    """Return the quantities of `text` in order, none overlapping.

    Time is linear in the length of `text`.
    """
    found: list[FoundQuantity] = []
    position = 0
    while (match := _CANDIDATE.search(text, position)) is not None:
        position = match.end()
        if match["digits"] is None and match["words"] is None:
            found.append(_told(match))
            continue
        quantity, position = _Figure(text, match).read()
        if quantity is not None:
            found.append(quantity)
    return found


def _told(match: re.Match[str]) -> FoundQuantity:
    """Return "nearly half of", "twice" or "no injuries" as a quantity."""
    value, unit = value_and_unit(match)
    start, end = match.span()
    if match["large"]:
        unit, end = read_unit(match.string, end, value)
    led = qualifier_before(match.string[max(0, start - WIDTH) : start]) if value else None
    words, qualifier = led or ("", Qualifier.EXACTLY)
    return _bounded(Span(start - len(words), end), value, unit, qualifier)


def _bounded(span: Span, value: float, unit: str | None, qualifier: Qualifier) -> FoundQuantity:
    low = None if qualifier is Qualifier.AT_MOST else value
    high = None if qualifier is Qualifier.AT_LEAST else value
    return FoundQuantity(span, low, high, unit, qualifier)


class _Figure:
    """One numeral with its surroundings, on the way to a quantity."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text = text
        self.match = match
        self.before = text[max(0, match.start() - WIDTH) : match.start()]
        self.end = match.end()
        scale = match["scale"] or ""
        if scale == "m" and match["currency"] is None and not self._counts(match.end()):
            scale, self.end = "", match.end() - 1  # "62m tall" is metres, "5m people" millions
        self.value = (
            value_of(match["digits"], scale) if match["digits"] else value_of_words(match["words"])
        )
        words = " ".join((match["words"] or "").lower().split())
        self.vague = words if words in VAGUE else ""

    def _counts(self, at: int) -> bool:
        unit, _ = read_unit(self.text, at, 2)
        return unit is not None

    def read(self) -> tuple[FoundQuantity | None, int]:
        """Return the quantity, None where the numeral is none, and where to read on."""
        upper, by = self._range()
        start = self.end
        if upper is None and self._is_glued():
            return None, self._skip_glued()
        if by == "in" and upper:
            share = round(100 * self.value / upper, 2)
            span = Span(self.match.start(), start)
            return FoundQuantity(span, share, share, "percent", Qualifier.EXACTLY), start
        unit, end = self._unit()
        if not self._is_figure(unit):
            return None, start
        if upper is not None:
            left = self.match.start() - (len("between ") if by == "and" else 0)
            return FoundQuantity(Span(left, end), self.value, upper, unit, Qualifier.ABOUT), end
        left, qualifier = self._qualified(unit)
        return self._bounded(Span(left, end), unit, self._suffixed(qualifier, start)), end

    def _qualified(self, unit: str | None) -> tuple[int, Qualifier]:
        """Return where the quantity starts, its qualifier's words included, and the qualifier."""
        words, qualifier = qualifier_before(self.before) or ("", Qualifier.EXACTLY)
        if unit in TIMES and words.strip().lower() == "over":
            return self.match.start(), Qualifier.EXACTLY  # "in the course of two days"
        return self.match.start() - len(words), qualifier

    def _suffixed(self, qualifier: Qualifier, at: int) -> Qualifier:
        suffix = _PLUS.match(self.text, at)
        if suffix is None:
            return qualifier
        return Qualifier.AT_LEAST if suffix["more"] else Qualifier.ABOUT

    def _bounded(self, span: Span, unit: str | None, qualifier: Qualifier) -> FoundQuantity:
        after = qualifier_after(self.text, span.end) if unit is not None else None
        if after is not None and qualifier is Qualifier.EXACTLY:
            span, qualifier = Span(span.start, after[0]), after[1]  # "20 people or more"
        counted = self.vague in ("a dozen", "half a dozen", "a couple of")
        if self.vague and not (counted and qualifier is Qualifier.AT_MOST):
            if qualifier is not Qualifier.AT_LEAST:
                qualifier = Qualifier.ABOUT
            high = self.value if counted and qualifier is Qualifier.ABOUT else None
            return FoundQuantity(span, self.value, high, unit, qualifier)
        return _bounded(span, self.value, unit, qualifier)

    def _range(self) -> tuple[float | None, str]:
        """Return the upper figure of a range and the word or sign that joins it."""
        second = _SECOND.match(self.text, self.end)
        if second is None:
            return None, ""
        by = second["by"].strip(" \t\n-–—\u00a0") or "-"
        told, by = by, _JOINED.get(" ".join(by.split()), by)
        words = (second["words"] or "").lower()
        upper = (
            value_of(second["digits"], second["scale"] or "")
            if second["digits"]
            else value_of_words(words)
        )
        lower = self._scaled_like(second)
        unit, _ = read_unit(self.text, second.end(), upper)
        before = self.before.lower()
        fits = {
            "and": before.endswith("between "),
            "to": not before.endswith("from ") and unit is not None,
            "in": upper <= (10 if told == "out of" else 100)
            and self.value.is_integer()
            and (unit not in TIMES or "every" in told),
            "or": unit is not None and upper <= 2 * lower,
        }.get(by, unit is not None or bool(self.match["currency"]))
        if not fits or upper <= lower or self._is_year(upper):
            return None, ""
        self.value, self.end = lower, second.end()
        return upper, by

    def _scaled_like(self, second: re.Match[str]) -> float:
        """Return the lower figure, with the scale that "2-3 million" gives both."""
        if second["scale"] and self.match["digits"] and not self.match["scale"]:
            return value_of(self.match["digits"], second["scale"])
        last = (second["words"] or "").lower().rpartition(" ")[2]
        if self.match["words"] and last in SCALES and self.value < 20:
            return self.value * SCALES[last]
        return self.value

    def _unit(self) -> tuple[str | None, int]:
        sign = self.match["currency"]
        if sign is not None:
            return CURRENCIES[sign], self.end
        suffix = _PLUS.match(self.text, self.end)
        at = suffix.end() if suffix else self.end
        unit, end = read_unit(self.text, at, self.value)
        if unit is None:
            whole = _OF_WHOLE.match(self.text, at)
            if whole is not None:  # "22 of the 180 passengers": passengers
                return read_unit(self.text, whole.end(), 2)[0], at
        if unit is None and re.search(r"(?i)\bmagnitude(?:\sof)?\s\Z", self.before):
            return "magnitude", at
        return unit, end

    def _is_glued(self) -> bool:
        """Say whether the digits are part of an ordinal, time, date, score or code."""
        if self.match["digits"] is None:
            return False
        if _CLOCK.match(self.text, self.end) or _AFTER_DATE.match(self.text, self.end):
            return True
        return bool(_GLUED.match(self.text, self.end))

    def _skip_glued(self) -> int:
        glued = re.compile(r"[\w/:.,–-]*[\w]").match(self.text, self.end)
        return glued.end() if glued else self.end

    def _is_year(self, value: float) -> bool:
        plain = self.match["digits"] or ""
        return plain.isdigit() and len(plain) == 4 and value in _YEARS

    def _is_figure(self, unit: str | None) -> bool:
        if self.match["currency"] is not None or unit in ("percent", "magnitude"):
            return True
        if _OLD.match(self.text, self.end) or _NO_FIGURE_BEFORE.search(self.before):
            return False
        if self._is_year(self.value):
            counted = unit is not None and is_countable(unit) and not self.before.endswith("the ")
            return bool(counted or (unit and qualifier_before(self.before)))
        if self.match["words"] and self.match["words"].lower().startswith(("a single", "a pair")):
            return unit is not None
        pronoun = self.value == 1 and self.text.startswith(" of", self.end)
        if self._is_in_a_name() or (pronoun and not qualifier_before(self.before)):
            return False
        if unit is not None:
            return True
        return self._stands_alone()

    def _is_in_a_name(self) -> bool:
        """Say whether a number word is part of a name ("the Four Seasons")."""
        following = self.text[self.end : self.end + 2].strip()
        capitals = (self.match["words"] or "x")[0].isupper() and following.isupper()
        return capitals and self.before[-2:-1].islower()

    def _stands_alone(self) -> bool:
        """Say whether a number without a unit is a figure all the same ("rose to 23")."""
        if self.value == 1 and not qualifier_before(self.before):
            return False  # "one" is nearly always a pronoun
        aside = self.before.endswith((", ", "(")) and _AGE_AFTER.match(self.text, self.end)
        if self.value <= 120 and aside:
            return False  # "Ana Reyes, 58, said"
        hour = _CLOCK_HOUR_BEFORE.search(self.before) and not _TOLL_BEFORE.search(self.before)
        if self.value <= 24 and hour:
            return False  # "closes at four"
        named = _NAME_BEFORE.search(self.before) if self.match["digits"] else None
        return named is None or named["word"].lower() in _NAMES_NOTHING
