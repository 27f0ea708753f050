"""A content that only stands for what others say is none."""

import pytest

from tests.extract.readings import read


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind said so on Wednesday.",
        "Ada Lind said that on Wednesday.",
        "Ada Lind predicted that on Wednesday.",
        "Ada Lind said the same on Monday.",
        "Ada Lind said it again.",
    ],
)
def test_words_that_only_point(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Ada Lind said that was not true.", ["that was not true"]),
        ("Ada Lind told reporters that would be wrong.", ["that would be wrong"]),
        ("Ada Lind said that had she known, it would differ.", ["had she known, it would differ"]),
        ("Ada Lind said “it” on Monday.", ["“it”"]),
        ("Ada Lind said it was late.", ["it was late"]),
        ("Ada Lind denied it.", ["it"]),
        (
            "Anyone who says otherwise is lying, Ada Lind said.",
            ["Anyone who says otherwise is lying"],
        ),
    ],
)
def test_what_is_said_with_them(text: str, contents: list[str]) -> None:
    assert [one.content for one in read(text)] == contents
