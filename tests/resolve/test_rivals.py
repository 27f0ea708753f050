"""Who may be meant where little tells: two people alike, the accused, a lone surname."""

import pytest

from tracker.model import Article
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.training import open_model


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Read with rules and the shipped model, as users do."""
    opened = open_model(data_folder("model"))
    return Reader(model=opened.reader, model_name=opened.name)


def test_two_people_of_whom_nothing_is_known(reader: Reader) -> None:
    found = reader.read(
        Article(
            text="“I saw it burn,” Mira Tokat, a teacher in Sarn, told Nordic Wire.\n\n"
            "President Lajos Barta has not commented.\n\n"
            "Teacher Mira Tokat, 40, wept. On Tuesday he had accused Lethara of staging it."
        )
    ).statements
    assert [one.speaker for one in found] == ["Mira Tokat", None]


@pytest.mark.parametrize(
    "accusing",
    [
        "An engineer accused the director, Karl Voss, of hiding the cracks.",
        "One engineer at the plant said Karl Voss had hidden the cracks.",
        "Karl Voss had hidden the cracks, an engineer said.",
    ],
)
def test_who_is_accused_is_not_proposed(reader: Reader, accusing: str) -> None:
    text = f"{accusing} “They knew, and they did nothing,” he said."
    last = reader.read(Article(text=text)).statements[-1]
    assert (last.text(text), last.speaker, last.proposed) == (
        "“They knew, and they did nothing,”",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Solheim, the opposition leader, said the bill would fail.", ["Solheim"]),
        ("Nowak, the Kestrel analyst, said prices would rise.", ["Nowak"]),
        (
            "Bruun, the health minister, welcomed the ruling. “Better late than never,” she said.",
            ["Bruun", "Bruun"],
        ),
        ("Meanwhile, the minister, visibly tired, said the bill would fail.", [None]),
        ("Yesterday, the minister, said the bill would fail.", [None]),
    ],
)
def test_lone_surname_with_its_position(
    reader: Reader, text: str, speakers: list[str | None]
) -> None:
    assert [one.speaker for one in reader.read(Article(text=text)).statements] == speakers


VISIT = (
    "“We came to listen,” Prime Minister Anna Korhonen told reporters. Korhonen leaves on Friday."
)


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("The finance minister said the deal would be signed in May.", None),
        ("The Finnish minister said the deal would be signed in May.", "Anna Korhonen"),
        ("The prime minister said the deal would be signed in May.", "Anna Korhonen"),
        ("The finance minister said it was time. Korhonen nodded.", "Anna Korhonen"),
    ],
    ids=["of another office", "of a country", "of her own", "before her name"],
)
def test_the_minister_is_the_one_who_spoke_last(
    reader: Reader, between: str, speaker: str | None
) -> None:
    text = f"{VISIT}\n\n{between} “The price is fair and final,” the minister said."
    last = reader.read(Article(text=text)).statements[-1]
    assert (last.text(text), last.speaker) == ("“The price is fair and final,”", speaker)
