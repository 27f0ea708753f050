"""Names as strings: folding, comparing, and finding runs of capitalised words.

Nothing here knows who anybody is. A run ("State Treasurer Ray Tolliver") may hold
titles and may be a person, a body or a place; telling them apart is for others.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(words.split())


ARTICLES = frozenset({"the", "a", "an"})

PARTICLES = word_set(
    """de del della da das dos do di du d la le van von der den ten ter zu af av al el bin ibn bint
    ben abu bar y e zum zur ap ab nic mac"""
)
"""Lower-case words inside a personal name, between capitalised ones."""

ABBREVIATIONS = word_set(
    """mr mrs ms dr prof st lt gov sen rep gen col capt maj sgt cmdr adm rev hon supt insp det cpl
    pvt jr sr msgr fr cllr brig messrs barr engr pres sec dep asst cst const"""
)
"""Words whose full stop does not end a name."""

_WORD = re.compile(
    r"\b[^\W\d_](?:\.[^\W\d_])+\b\.?"  # "U.S."
    r"|\b[^\W\d_]\.(?=\s[^\W\d_])"  # an initial before a name
    r"|[^\W_]+(?:[-’'&./][^\W_]+)*|&"
)
_PREFIXED = re.compile(r"(?:a[ldnrstz]|el|ash|ad)-[A-Z]")
"""A name with its article in lower case before the hyphen ("al-Rashidi")."""

_POSSESSIVE = ("’s", "'s")
_SEPARATORS = str.maketrans({"-": " ", "‐": " ", "–": " ", ".": " ", "’": "", "'": "", "‘": ""})


class Word(NamedTuple):
    """One word of a text: codepoint offsets (end exclusive, possessive mark included).

    `text` is the word without its possessive mark (`mark`, "’s" or empty) and
    `folded` that in lower case.
    `gap` is what stands between it and the word before, up to three codepoints. A
    tuple, since an article makes a thousand of them.
    """

    start: int
    end: int
    text: str
    folded: str
    gap: str
    mark: str
    capital: bool

    @property
    def possessive(self) -> bool:
        """Whether the word ends in a possessive "s"."""
        return bool(self.mark)

    def lowered(self) -> "Word":
        """Return the word without its capital."""
        return self._replace(text=self.folded, capital=False)


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return `name` for comparing: no case, accents, hyphens, points or apostrophes."""
    plain = name.translate(_SEPARATORS).casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(plain.split())


def fold_words(name: str) -> tuple[str, ...]:
    """Return the folded words of `name`, hyphenated ones apart."""
    return tuple(fold_name(name).split())


def is_article(word: str, following: str) -> bool:
    """Say whether `word` (lower case) is an article before `following`.

    "An" is the family name, not the article, before a consonant: "An Chan-il".
    """
    vowel = following[0].lower() in "aeiouh8" or following.isupper() or not following[0].isalpha()
    return word in ARTICLES and (word != "an" or vowel or not following[0].isupper())


def strip_article(words: str) -> str:
    """Return `words` without a leading article, white space made single."""
    parts = words.split()
    if len(parts) > 1 and is_article(parts[0].lower(), parts[1]):
        parts = parts[1:]
    return " ".join(parts)


def find_words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    words: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        mark = word[-2:] if len(word) > 2 and word.endswith(_POSSESSIVE) else ""
        plain = word[:-2] if mark else word
        gap = text[max(at, start - 3) : start]
        capital = plain[0].isupper() or _PREFIXED.match(plain) is not None
        words.append(Word(start, end, plain, plain.lower(), gap, mark, capital))
        at = end
    return words


def printed_words(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the words of a name as printed, apostrophes inside it included, not the last mark."""
    marks = [
        word.mark or (following.gap[:1] if following.gap[:1] in "’'" else "")
        for word, following in pairwise(words)
    ]
    return tuple(word.text + mark for word, mark in zip(words, [*marks, ""], strict=True))


def joins(previous: Word, word: Word) -> bool:
    """Say whether no punctuation parts the two, a title's or initial's full stop aside."""
    if word.gap == " ":
        return True
    gap = word.gap.strip()
    if not gap:
        return "\n" not in word.gap.replace("\n", "", 1)
    if gap in ("’", "'"):
        return previous.text.endswith("s")
    return gap == "." and (len(previous.text) == 1 or previous.folded in ABBREVIATIONS)


def acronym_of(words: Sequence[str]) -> str:
    """Return the initials of the capitalised `words`, upper case."""
    return "".join(word[0] for word in words if word[0].isupper())
