"""How firmly a figure is given: the words before and after it that say so."""

import re

from tracker.model import Qualifier

WIDTH = 32
"""Codepoints before a numeral that can hold its qualifier."""

_AT_LEAST = r"""at\sleast|(?:no|not)\s(?:fewer|less)\sthan|more\sthan|over|above|upwards?\sof
    |exceeding|in\sexcess\sof|a\sminimum\sof|as\sfew\sas"""
_AT_MOST = r"""at\s(?:the\s)?most|up\sto|as\s(?:many|much)\sas|(?:no|not)\smore\sthan|fewer\sthan
    |less\sthan|under|below|a\smaximum\sof"""
_ABOUT = r"""about|around|some|nearly|almost|roughly|approximately|close\sto|an\sestimated|circa
    |perhaps|possibly|maybe|probably"""
_BEFORE = re.compile(
    rf"""\b(?:(?:well|just|slightly|far|a\slittle)\s(?=over|above|under|below|more|fewer|less))?
    (?:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<about>{_ABOUT}))\s\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = re.compile(r"\s(?i:(?P<at_least>or\smore|at\sleast)|(?P<at_most>at\s(?:the\s)?most))\b")


def qualifier_before(before: str) -> tuple[str, Qualifier] | None:
    """Return the words at the end of `before` that qualify what follows, and how."""
    match = _BEFORE.search(before)
    return (match.group(), Qualifier(match.lastgroup or "")) if match else None


def qualifier_after(text: str, at: int) -> tuple[int, Qualifier] | None:
    """Return where the words at `at` that qualify the figure before them end, and how."""
    match = _AFTER.match(text, at)
    return (match.end(), Qualifier(match.lastgroup or "")) if match else None
