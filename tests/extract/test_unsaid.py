"""What somebody did not say, or was only told, is not put in their mouth."""

import pytest

from tests.extract.readings import read
from tracker.model import Article
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.training import open_model

CLAIM = "the alarm had come late"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Read with rules and the shipped model, as users do."""
    opened = open_model(data_folder("model"))
    return Reader(model=opened.reader, model_name=opened.name)


def said_by(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    """Return the statements as (words, printed source)."""
    return [
        (one.text(text), one.source.of(text) if one.source else None)
        for one in reader.read(Article(text=text)).statements
    ]


@pytest.mark.parametrize(
    "cue",
    [
        "would not say",
        "did not, however, say",
        "has not, so far, said",
        "could not confirm",
        "did not confirm",
        "failed to say",
        "declined to confirm",
        "stopped short of saying",
        "was unable to say",
        "never said",
        "did not go so far as to say",
        "neither confirmed nor denied",
        "would neither confirm nor deny",
    ],
)
def test_what_was_not_said_is_nobodys(reader: Reader, cue: str) -> None:
    assert said_by(reader, f"Ada Lind {cue} that {CLAIM}.") == []


@pytest.mark.parametrize(
    "lead", ["Nor did", "At no point did", "At no time did", "Never did", "The mayor left. Nor did"]
)
def test_negation_that_opens_the_clause(reader: Reader, lead: str) -> None:
    assert said_by(reader, f"{lead} Ada Lind say that {CLAIM}.") == []


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("does not believe that", CLAIM),
        ("would only say that", CLAIM),
        ("would not say", f"whether {CLAIM}"),
        ("declined to say", f"whether {CLAIM}"),
    ],
)
def test_what_stays_a_statement(reader: Reader, cue: str, words: str) -> None:
    assert said_by(reader, f"Ada Lind {cue} {words}.") == [(words, "Ada Lind")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind was told: “They knew and they did nothing.”",
        "Ada Lind was told that they knew and did nothing.",
        "Ada Lind was warned that they knew and did nothing.",
        "Ada Lind was asked whether they knew and did nothing.",
    ],
)
def test_who_was_told_did_not_say_it(reader: Reader, text: str) -> None:
    found = reader.read(Article(text=text)).statements
    assert found
    assert [one.speaker for one in found] == [None] * len(found)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind refused to talk.",
        "Ada Lind refused to comment further.",
        "Ada Lind refused to speak to reporters.",
        "Ada Lind refused to answer questions.",
    ],
)
def test_who_will_not_talk_makes_no_claim(text: str) -> None:
    assert read(text) == []


def test_nor_does_it_stand_within_another() -> None:
    text = "The guards refused to talk, Ada Lind said."
    assert [one.content for one in read(text)] == ["The guards refused to talk"]


@pytest.mark.parametrize(
    "words", ["to resign", "to talk to the rebels", "to talk about the dam", "to name the firm"]
)
def test_what_else_is_refused_is_one(words: str) -> None:
    assert [one.content for one in read(f"Ada Lind refused {words}.")] == [words]


def test_what_is_refused_ends_before_a_clause_of_its_own() -> None:
    text = "The owners refused to leave and we had no choice."
    assert [one.content for one in read(text)] == ["to leave"]


def test_who_was_asked_is_no_source_of_the_question(reader: Reader) -> None:
    text = "Minister Ada Lind left on Friday. Asked whether she would return, Lind said: “Never.”"
    found = reader.read(Article(text=text)).statements
    assert {one.text(text): one.speaker for one in found} == {
        "whether she would return": None,
        "“Never.”": "Ada Lind",
    }


@pytest.mark.parametrize(
    "why",
    [
        "speaking on condition of anonymity because he feared losing his job",
        "who spoke anonymously as he feared that he would lose his job",
        "who asked not to be named because she feared reprisals",
        "who did not want to be identified, fearing that he would be sacked",
        "who asked not to be named for fear of losing his job",
    ],
)
def test_why_a_source_is_not_named_is_no_claim(reader: Reader, why: str) -> None:
    text = f"Engineer Tomas Brekke’s colleague, {why}, said that {CLAIM}."
    assert [words for words, _ in said_by(reader, text)] == [CLAIM]


@pytest.mark.parametrize(
    "text",
    [
        "The official, who asked not to be named, said he feared that the dam would fail.",
        "Ada Lind named the firm because she feared that the dam would fail.",
    ],
)
def test_other_fears_are_kept(reader: Reader, text: str) -> None:
    assert "the dam would fail" in [words for words, _ in said_by(reader, text)]


@pytest.mark.parametrize("nobody", ["Neither Ada Vane nor Karl Lind", "Nobody", "None of them"])
def test_what_nobody_said_is_nobodys(reader: Reader, nobody: str) -> None:
    assert said_by(reader, f"Rain fell.\n\n{nobody} said the dam was safe.") == []
