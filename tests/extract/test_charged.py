"""Charges in the passive, with whoever makes them behind "by"."""

import pytest

from tests.extract.readings import read

CHARGED = [
    ("Boris Nem was accused of theft by Ada Lind.", "Boris Nem … of theft", "Ada Lind"),
    ("Boris Nem was accused by Ada Lind of theft.", "Boris Nem … of theft", "Ada Lind"),
    (
        "Boris Nem was accused by the head of the union of theft.",
        "Boris Nem … of theft",
        "the head of the union",
    ),
    (
        "Boris Nem was accused by Ada Lind of the Marlow Post of theft.",
        "Boris Nem … of theft",
        "Ada Lind of the Marlow Post",
    ),
    (
        "Boris Nem was blamed for the crash by Ada Lind, the mayor.",
        "Boris Nem … for the crash",
        "Ada Lind, the mayor",
    ),
    (
        "Boris Nem was blamed for the crash by prosecutors on Monday.",
        "Boris Nem … for the crash",
        "prosecutors",
    ),
    (
        "Boris Nem was accused of hiding losses by Ada Lind and resigned.",
        "Boris Nem … of hiding losses",
        "Ada Lind",
    ),
    (
        "He was accused by a reporter, who worked for the Post, of theft.",
        "He … of theft",
        "a reporter, who worked for the Post",
    ),
    ("He was praised by the coach for his work.", "He … for his work", "the coach"),
    ("He was blamed by critics for the delay.", "He … for the delay", "critics"),
    ("The plan was described as a trick by Ada Lind.", "The plan … as a trick", "Ada Lind"),
    ("Boris Nem was urged to resign by Ada Lind.", "Boris Nem … to resign", "Ada Lind"),
]


@pytest.mark.parametrize(("text", "content", "source"), CHARGED, ids=[c[0] for c in CHARGED])
def test_a_charge_is_given_to_whoever_makes_it(text: str, content: str, source: str) -> None:
    assert [(s.content, s.source) for s in read(text)] == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Boris Nem was accused of being paid by Ada Lind.",
        "Boris Nem was urged to stand by Ada Lind.",
        "Boris Nem was accused of theft by Monday.",
        "Boris Nem was accused of winning by fraud.",
        "Boris Nem was accused by the head of the union.",
        "Boris Nem was not accused of theft by Ada Lind.",
        "Boris Nem was accused of theft.",
    ],
)
def test_nobody_is_named_where_it_is_unsure(text: str) -> None:
    assert [s for s in read(text) if s.source] == []
