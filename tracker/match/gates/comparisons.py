"""Figures that a text only compares its own with: "31 complaints, up from 12 in May"."""

import re

_COMPARED = re.compile(
    r",?\s\(?(?:(?:up|down|increased|risen|fallen)\sfrom|compared\s(?:with|to))"
    r"(?=\s[^,;]{0,12}\d)[^,;]{1,60}(?=[,;]|$)"
)


def without_comparison(left: str, right: str) -> tuple[str, str]:
    """Return both texts, one without its comparison where the other has none.

    What 12 was told of is another claim than what 31 was. Where both compare, both figures count,
    and where there is no other figure, the one that is compared with does.
    """
    here, there = _COMPARED.sub("", left), _COMPARED.sub("", right)
    if (here == left) == (there == right):
        return left, right
    return (here if _has_a_figure(here) else left), (there if _has_a_figure(there) else right)


def compared_with(text: str) -> frozenset[float]:
    """Return the numbers, in digits, that a text compares its own with."""
    parts = " ".join(_COMPARED.findall(text))
    return frozenset(float(number.replace(",", "")) for number in _NUMBER.findall(parts))


_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def _has_a_figure(text: str) -> bool:
    return any(map(str.isdigit, text))
