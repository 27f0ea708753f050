"""Texts that nobody wrote to be read: no crash, exact offsets, work linear in their length."""

import sys
from collections.abc import Callable
from itertools import cycle, islice, product
from string import ascii_lowercase
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract import extract
from tracker.model import Article, Statement
from tracker.resolve import resolve

NEWS = """Port Halvern, whose ferry sank on Tuesday, was quiet. “We had no choice,” Ada Lind said.
“The pillars were cracked.” Tom Pell, the harbour master, told KNA that 31 people had died. He
denied reports that the bridge was unsafe, according to the Sample Post.

"""


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: "".join(islice(cycle(unit), size))


def named(pattern: str) -> Callable[[int], str]:
    """Return a text of ever other names, put into `pattern`."""

    def text(size: int) -> str:
        names = ("".join(letters).title() for letters in product(ascii_lowercase, repeat=4))
        return "".join(islice((pattern.format(name) for name in names), size // len(pattern)))

    return text


KINDS: dict[str, Callable[[int], str]] = {
    "news": repeated(NEWS),
    "opening curly": repeated("“"),
    "opening straight": repeated('"'),
    "opening single": repeated("‘"),
    "apostrophes": repeated("'"),
    "openings and words": repeated("“a "),
    "openings of all styles": repeated('“a ‘b "c «d „e ``f '),
    "closings and words": repeated("a” "),
    "alternating": repeated("“”"),
    "alternating words": repeated("“Word.” "),
    "quotations and commas": repeated("“a,” , "),
    "nested": lambda size: "“a ‘b " * (size // 12) + "’ ”" * (size // 12),
    "possessives": lambda size: "‘" + repeated("dogs’ ")(size),
    "never closed": lambda size: "“" + repeated("We had no choice. ")(size),
    "never closed, by paragraph": repeated("“We had no choice.\n\nNobody.\n\n"),
    "no spaces": repeated("x"),
    "no spaces, marks": repeated("x.x,x-x"),
    "cues": repeated("said "),
    "cues with pronouns": repeated("he said, "),
    "cues with that": repeated("he said that "),
    "cues with names": repeated("Vane said Cho said "),
    "cue and colon": repeated("Lind said: “a” "),
    "sentences of he": repeated("He said no. "),
    "figures": repeated("123 "),
    "numerals": repeated("1,234.5 million 3rd 12/03/2024 "),
    "digits": repeated("7"),
    "numbers in words": repeated("one hundred and two thousand "),
    "dates": repeated("on Tuesday in March 2024 "),
    "tolls": repeated("killed 31 people "),
    "right to left": repeated("\u200fabc \u202edef "),
    "combining": lambda size: "e" + "\u0301" * size,
    "zero width": repeated("a\u200b\u200d"),
    "mixed line ends": repeated("He said no.\r\n\r\nShe said yes.\n"),
    "form feeds": repeated("He said no.\f\v"),
    "line ends": repeated("\n"),
    "white space": repeated("\n \t\r"),
    "one sentence": repeated("the port and the ship and the man of the town, "),
    "one quotation": lambda size: "“" + repeated("the port and he said that it, ")(size) + "”",
    "one-word paragraphs": repeated("word\n\n"),
    "names": repeated("Vane Cho "),
    "other names": named("{} said. "),
    "other people of one name": named("Ann {} said no.\n"),
    "acronyms": repeated("(ABC) Able Bravo Charlie "),
    "capitals": repeated("THE MAYOR SAID THAT THE PORT IS SHUT. "),
    "brackets": lambda size: "“" + "[" * size + "”",
    "dashes": repeated("— - – "),
    "stops": repeated(". "),
    "colons": repeated(":\n"),
    "labels": repeated("Ann Lee: We say it.\nBo Day: You do?\n"),
    "one turn": lambda size: "LEE: I.\n\nDAY: We.\n\nLEE: You.\n\n" + repeated("No.\n\n")(size),
    "signatures": repeated("“We had no choice.” – Ada Lind\n\n"),
    "posts": repeated("We had no choice — Ada (@ada) March 3\n\n"),
    "handles": repeated("— (@a"),
    "wrapped": repeated("the river rose all day and the people went\n"),
}

SIZE = 3000
"""Codepoints: enough that bounds within a sentence (300 tokens) are reached."""

LINEAR = 2.3
"""How much more work twice the text may be."""


def read(text: str) -> list[Statement]:
    article = Article(text=text)
    return list(resolve(article, extract(article)).statements)


def check(text: str, statements: list[Statement]) -> None:
    """Fail unless every span lies in the text, in order, and parents come before children."""
    starts = [one.content[0].start for one in statements]
    assert starts == sorted(starts)
    for index, one in enumerate(statements):
        spans = [*one.content, *(s for s in (one.source, one.cue) if s), *one.editorial]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(span.of(text).strip() == span.of(text) for span in one.content)
        ends = [piece.end for piece in one.content]
        assert all(end <= s.start for end, s in zip(ends, one.content[1:], strict=False))
        assert one.parent is None or one.parent < index
        assert 0 <= one.confidence <= 1


class Work:
    """Counts the lines that the interpreter runs: the same on every machine, whatever its load."""

    def __init__(self, reader: Callable[[str], object] = read) -> None:
        self.lines = 0
        self._read = reader

    def _trace(self, frame: FrameType, event: str, arg: Any) -> Any:
        self.lines += 1
        return self._trace

    def of(self, text: str) -> int:
        """Return the lines run to read `text`."""
        self.lines, before = 0, sys.gettrace()
        sys.settrace(self._trace)
        try:
            self._read(text)
        finally:
            sys.settrace(before)
        return self.lines


@pytest.fixture(scope="module")
def work() -> Work:
    read(NEWS)  # what is built once is not counted
    return Work()


@pytest.mark.parametrize("kind", KINDS)
def test_work_is_linear(kind: str, work: Work) -> None:
    once, twice = work.of(KINDS[kind](SIZE)), work.of(KINDS[kind](2 * SIZE))
    assert twice <= LINEAR * once + 100


@pytest.mark.parametrize("kind", KINDS)
def test_offsets_are_exact(kind: str) -> None:
    text = KINDS[kind](SIZE)
    check(text, read(text))


@pytest.mark.parametrize("kind", ["opening curly", "alternating", "apostrophes", "no spaces"])
def test_large_texts_are_read(kind: str) -> None:
    text = KINDS[kind](100_000)
    check(text, read(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "”", "—", ":", "…", "\u200b", "“”", "“ ”"])
def test_texts_without_words_say_nothing(text: str) -> None:
    assert read(text) == []


_SOUP = st.lists(
    st.sampled_from(
        [
            *"“”‘’\"'«»„`—–-:;,.!?()[]…•*@#",
            *["said", "says", "told", "told KNA", "asked", "added", "denied", "according to", "by"],
            *[
                "that",
                "who",
                "which",
                "and",
                "but",
                "he",
                "she",
                "it",
                "they",
                "I",
                "we",
                "whether",
            ],
            *["Ada Lind", "Lind", "Mr. Pell", "the mayor", "a spokesman", "KNA", "the Sample Post"],
            *["the port is shut", "to resign", "31 people", "killed", "on Tuesday", "in Orlo"],
            *[
                "“We sail,”",
                "‘no’",
                "said:",
                "Q:",
                "A:",
                "LIND:",
                "14:05 –",
                "ORLO, May 3 –",
                "“A.",
            ],
            *[
                "\n",
                "\n\n",
                "\r\n",
                "\t",
                "\f",
                "\u00a0",
                "\u200b",
                "\u202e",
                "\u0301",
                "’90s",
                "ﬁ",
            ],
        ]
    ),
    max_size=40,
)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text, read(text))


@given(_SOUP.map(" ".join) | _SOUP.map("".join))
def test_soups_of_news(text: str) -> None:
    check(text, read(text))


@given(_SOUP.map(" ".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
