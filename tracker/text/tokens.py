"""Words and marks with their offsets.

A token is one word or one mark of punctuation. What a reader takes as one word
stays one: "North Korea’s" is two tokens ("North", "Korea’s"), "U.S.", "Mr.", "1,000"
and "4:10" are one each, so that a full stop that stands alone as a token is one that
may end a sentence, and a colon one that may introduce what is said.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string, parted at white space, as a set."""
    return frozenset(words.split())


TITLE_ABBREVIATIONS = word_set(
    """
    mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col sgt capt cpl maj adm cmdr
    cdr rev hon st mt ft pres supt det insp atty sec amb vs jan feb mar apr jun jul aug sep
    sept oct nov dec fig art
    """
)
"""Abbreviations after which a sentence goes on, in lower case, without the stop."""

_ABBREVIATED = TITLE_ABBREVIATIONS | word_set("inc corp ltd bros jr sr co")

_TOKEN = re.compile(
    r"(?:https?://|www\.)\S*[\w/]"  # an address is one token: its dots end nothing
    r"|(?:[A-Za-z]\.){2,}"  # U.S., p.m.
    r"|(?<!\w)[A-HJ-Z]\.(?=\s[A-Z])"  # the initial of a name
    r"|[@#]?\w+(?:(?:[’'\-‑.,&/](?=\w)|(?<=\d):(?=\d))\w+)*"  # compounds, 2.5, 4:10
    r"|\.{2,}|-{2,}|''|``|[^\w\s]"
)


class Token(NamedTuple):
    """A word or mark; `start` and `end` are codepoint offsets, `low` its lower case."""

    start: int
    end: int
    text: str
    low: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of `text[start:end]` in order, offsets counted from the text's start."""
    end = len(text) if end is None else end
    taken = -1
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if first == taken:
            continue
        word = match.group()
        low = word.lower()
        if low in _ABBREVIATED and text[last : last + 2].rstrip() == "." and last < end:
            # Looking the word up costs a third of what naming all of them in the pattern did.
            taken = last
            last, word, low = last + 1, word + ".", low + "."
        yield Token(first, last, word, low)
