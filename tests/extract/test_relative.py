"""Sources that hold a clause of their own between the noun and the cue."""

import pytest

from tests.extract.readings import Expected, read


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("An official who asked not to be named", id="asked not to be named"),
        pytest.param("An official that declined to be named", id="that"),
        pytest.param("A nurse who refused to be identified", id="refused"),
        pytest.param("One worker who did not want to be quoted", id="did not want"),
        pytest.param("A neighbour who wanted to be called Mira", id="called by a first name"),
        pytest.param("An aide who requested that her name be withheld", id="a clause in a clause"),
        pytest.param("A man who was standing nearby", id="standing"),
        pytest.param("A driver whose lorry was hit", id="whose"),
        pytest.param("A clerk who works where the papers were found", id="where"),
        pytest.param("Officials who spoke up because the talks are private", id="because"),
        pytest.param("A nurse who worked there and who was hurt", id="two clauses"),
        pytest.param("The woman, who gave only her first name,", id="between commas"),
        pytest.param("An officer who was there that night, who was not named,", id="both"),
    ],
)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_clause_belongs_to_the_source(source: str, after: bool) -> None:
    bare = source.rstrip(",")
    lowered = source[0].lower() + source[1:]
    text = f"“The boat was full,” {lowered} said." if after else f"{source} said the boat was full."
    expected = (
        Expected("“The boat was full,”", lowered.rstrip(","), "said")
        if after
        else Expected("the boat was full", bare, "said")
    )
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Police held a man who was drunk and Vane said the night was calm.",
            Expected("the night was calm", "Vane", "said"),
            id="and another",
        ),
        pytest.param(
            "The widow whose house was burned left and the mayor said the town would help.",
            Expected("the town would help", "the mayor", "said"),
            id="another behind and",
        ),
        pytest.param(
            "The man who thinks Vane said it was late has left.",
            Expected("it was late has left", "Vane", "said"),
            id="subject of a clause within",
        ),
        pytest.param(
            "The man who police said was drunk has left.",
            Expected("was drunk has left", "police", "said"),
            id="clause about its object",
        ),
    ],
)
def test_another_who_speaks_behind_a_clause(text: str, expected: Expected) -> None:
    assert expected in read(text)


def test_content_ends_where_the_main_verb_begins() -> None:
    text = "The man who had accused Vane of theft said he was sorry."
    assert [(one.content, one.source) for one in read(text)] == [
        ("Vane of theft", "who"),
        ("he was sorry", "The man who had accused Vane of theft"),
    ]


def test_wish_to_be_named_is_news() -> None:
    assert read("Vane wants to be named leader.")[0].content == "to be named leader"
