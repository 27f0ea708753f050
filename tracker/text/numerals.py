"""Numerals: the printed form of one number, in digits or in words, and its value.

Covers "1,000", "2.5 billion", "31m", "twenty-four", "two hundred and six", "half a
million", "two and a half", "a dozen", and the vague ones ("dozens", "several hundred",
"tens of thousands") whose value is the least that they can mean.
"""

import re

_SMALL = {
    word: value
    for value, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen"),
        ),
        start=1,
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
SCALES = {
    **{"dozen": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5},
    **{"million": 1e6, "mn": 1e6, "m": 1e6, "crore": 1e7, "crores": 1e7},
    **{"billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12},
}
"""What multiplies the number before it."""
VAGUE = {
    **{"a dozen": 12.0, "half a dozen": 6.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0},
    **{"thousands": 2e3, "tens of thousands": 2e4, "hundreds of thousands": 2e5},
    **{"millions": 2e6, "tens of millions": 2e7, "hundreds of millions": 2e8, "billions": 2e9},
    **{
        f"{some} {scale}": 3.0 * SCALES[scale]
        for some in ("several", "a few")
        for scale in ("dozen", "hundred", "thousand", "million", "billion")
    },
    **{"a couple of": 2.0, "a couple of hundred": 200.0, "a couple of thousand": 2e3},
    **{"a couple of dozen": 24.0, "a couple of million": 2e6},
}
"""Words for a number nobody counted, with the least they can mean."""

_ONES = "|".join(word for word, value in _SMALL.items() if value < 10)
_BELOW_100 = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES})\b)?"
    rf"|(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))}))\b"
)
_BELOW_1000 = rf"(?:(?:an?|{_BELOW_100})[\s-]hundred\b(?:\s(?:and\s)?{_BELOW_100})?|{_BELOW_100})"
_LARGE = r"(?:thousand|million|billion|trillion)\b"
_VAGUE = "|".join(w.replace(" ", r"\s") for w in sorted(VAGUE, key=len, reverse=True))

WORDS = (
    rf"(?:(?:{_VAGUE})\b|a\spair(?=\sof\b)|a\ssingle\b|(?:half\s)?an?\s{_LARGE}"
    rf"|{_BELOW_100}\sand\sa\shalf\b(?:\s{_LARGE})?|{_BELOW_1000}(?:[\s-](?:dozen\b|{_LARGE})"
    rf"(?:\s(?:and\s)?{_BELOW_1000})?)?)"
)
"""Pattern of a number in words, for use without regard to case."""

DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,9}|[½¼¾])?(?!\d)"
"""Pattern of a number in digits, without a scale ("million")."""

_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}

SCALE = (
    r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?)|mn|bn|tn|m|k|b)\b"
)
"""Pattern of what multiplies a number in digits."""


def value_of(digits: str, scale: str) -> float:
    """Return the value of a number in digits with its scale ("" for none)."""
    part = _VULGAR.get(digits[-1], 0.0)
    plain = float(re.sub(r"[,\u00a0\u202f½¼¾]", "", digits)) + part
    return round(plain * SCALES[scale.strip(" -\t\n\u00a0").lower()], 6) if scale else plain


def value_of_words(words: str) -> float:
    """Return the value of a number that `WORDS` matched."""
    plain = " ".join(words.lower().split())
    if plain in VAGUE:
        return VAGUE[plain]
    if plain in ("a pair", "a single"):
        return 2.0 if plain == "a pair" else 1.0
    whole, half, scale = plain.partition(" and a half")
    if half:
        return (value_of_words(whole) + 0.5) * SCALES.get(scale.strip(), 1.0)
    total, current = 0.0, 0.0
    for word in plain.replace("-", " ").split():
        if word in ("a", "an"):
            current = current or 1
        elif word == "half":
            current = 0.5
        elif word == "hundred" or word == "dozen":
            current *= SCALES[word]
        elif word in SCALES:
            total, current = total + current * SCALES[word], 0.0
        elif word != "and":
            current += _SMALL.get(word) or _TENS[word]
    return total + current
