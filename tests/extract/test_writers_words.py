"""Where a content ends because the writer, or another statement, goes on."""

import pytest

from tests.extract.readings import Expected, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ada Lind said the road was shut and declined to comment further.",
            Expected("the road was shut", "Ada Lind", "said"),
            id="declined to comment",
        ),
        pytest.param(
            "Ada Lind denied that a list had been kept but would not say by whom.",
            Expected("a list had been kept but would not say by whom", "Ada Lind", "denied"),
            id="by whom it was kept may be denied too",
        ),
        pytest.param(
            "Ada Lind said the mill had been sold but would not say to whom.",
            Expected("the mill had been sold", "Ada Lind", "said"),
            id="would not say to whom",
        ),
        pytest.param(
            "Ada Lind said the drill was over, but did not give details.",
            Expected("the drill was over", "Ada Lind", "said"),
            id="gave no details",
        ),
        pytest.param(
            "Ada Lind said the firm had been asked but did not respond.",
            Expected("the firm had been asked but did not respond", "Ada Lind", "said"),
            id="the firm may not have responded",
        ),
        pytest.param(
            "Ada Lind said the firm was sorry but declined to pay.",
            Expected("the firm was sorry but declined to pay", "Ada Lind", "said"),
            id="the firm declined another thing",
        ),
    ],
)
def test_what_a_speaker_would_not_tell_is_the_writers(text: str, expected: Expected) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On reports that Ruiz wants a new deal, Cho said he knew nothing.",
            [("a new deal", "Ruiz"), ("he knew nothing", "Cho")],
            id="on reports that",
        ),
        pytest.param(
            "Asked about rumours that Ruiz wants a move, Cho said he was happy.",
            [("a move", "Ruiz"), ("he was happy", "Cho")],
            id="asked about",
        ),
        pytest.param(
            "While Ruiz wants a new deal, Cho said the club could not pay.",
            [("a new deal", "Ruiz"), ("the club could not pay", "Cho")],
            id="while, another tense",
        ),
        pytest.param(
            "In May, Cho says that if it rains, Ruiz said the wall would fall.",
            [
                ("if it rains, Ruiz said the wall would fall", "Cho"),
                ("the wall would fall", "Ruiz"),
            ],
            id="behind a comma nothing opens the sentence",
        ),
    ],
)
def test_what_opens_a_sentence_ends_before_its_subject(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(s.content, s.source) for s in read(text)] == expected


@pytest.mark.parametrize("word", ["this", "that"])
def test_what_follows_a_colon_is_not_what_was_disputed(word: str) -> None:
    found = read(f"Rain fell.\n\nThe unions dispute {word}: Cho says 40 men were hurt.")
    assert [(s.content, s.source) for s in found] == [
        (word, "The unions"),
        ("40 men were hurt", "Cho"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lind told the Post, which first reported the story, that she would stay.",
            [("she would stay", "Lind")],
            id="a paper that had it first",
        ),
        pytest.param(
            "Lind told Vane, who said he was glad, that she would stay.",
            [("he was glad", "who"), ("she would stay", "Lind")],
            id="a hearer who answers",
        ),
        pytest.param(
            "Lind told the Post, which is old, that she would stay.",
            [("she would stay", "Lind")],
            id="a paper that is old",
        ),
    ],
)
def test_that_behind_an_aside_goes_on_with_what_was_told(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(s.content, s.source) for s in read(text)] == expected
