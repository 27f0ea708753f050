"""A quotation that stays open at the end of its paragraph is the next paragraph's speaker's."""

import pytest

from tracker.model import Article
from tracker.pipeline import Reader


def speakers(*paragraphs: str) -> list[str | None]:
    text = "\n\n".join(paragraphs)
    return [s.speaker for s in Reader().read(Article(text=text)).statements if s.parent is None]


OTHER = "Ada Lind, the mayor, said the dam was weak."
OPEN = "“The first thing we heard was a crack."
MORE = "“Then the hill was moving."
NAMED = "“Then there was nothing,” said Ingrid Moe, a farmer."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param([OTHER, OPEN, NAMED], ["Ada Lind", "Ingrid Moe", "Ingrid Moe"], id="one"),
        pytest.param(
            [OTHER, OPEN, MORE, NAMED], ["Ada Lind", *["Ingrid Moe"] * 3], id="two in a row"
        ),
        pytest.param([OPEN, NAMED], ["Ingrid Moe", "Ingrid Moe"], id="nobody before"),
        pytest.param(
            [OTHER, OPEN, "“Then there was nothing,” a farmer said."],
            ["Ada Lind", None, None],
            id="somebody unnamed",
        ),
        pytest.param(
            [OTHER, OPEN + "”", NAMED], ["Ada Lind", "Ada Lind", "Ingrid Moe"], id="closed"
        ),
        pytest.param(
            [OTHER, OPEN, MORE + "”", NAMED],
            ["Ada Lind", "Ada Lind", "Ada Lind", "Ingrid Moe"],
            id="closed later, without a name",
        ),
        pytest.param(
            [OTHER, OPEN, "Nobody answered.", NAMED],
            ["Ada Lind", "Ada Lind", "Ingrid Moe"],
            id="not in the next paragraph",
        ),
    ],
)
def test_who_speaks(paragraphs: list[str], expected: list[str | None]) -> None:
    assert speakers(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Coast Guard said it was late.", "Coast Guard"),
        ("The National Guard said it was late.", "National Guard"),
        ("The Norwegian Coast Guard said it was late.", "Norwegian Coast Guard"),
        ("Guard Ivan Lund said it was late.", "Ivan Lund"),
        ("The guard said it was late.", None),
        ("Security Guard said it was late.", None),
    ],
)
def test_guards_that_are_bodies(text: str, expected: str | None) -> None:
    assert speakers(text) == [expected]


def test_a_person_whose_surname_ends_papers() -> None:
    assert speakers("Mara Evening, a geologist, walked here. “It was a choice,” she says.") == [
        "Mara Evening"
    ]
