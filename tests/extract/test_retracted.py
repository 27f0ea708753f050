"""What somebody took back, regretted or would not say is not asserted by them."""

import pytest

from tracker.model import Article, Statement
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.training import open_model


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Read with rules and the shipped model, as users do."""
    opened = open_model(data_folder("model"))
    return Reader(model=opened.reader, model_name=opened.name)


def found_in(reader: Reader, text: str) -> list[Statement]:
    """Return the statements found in a text."""
    return list(reader.read(Article(text=text)).statements)


@pytest.mark.parametrize(
    "cue",
    [
        "retracted her statement that",
        "has retracted a claim that",
        "withdrew her claim that",
        "later withdrew the allegation that",
        "took back her claim that",
        "walked back her assertion that",
        "recanted her testimony that",
        "distanced herself from her claim that",
        "apologised for saying that",
        "apologized for claiming",
        "regretted saying that",
        "regrets having claimed that",
        "avoided saying that",
        "refused to say that",
        "refused to say",
        "refused to confirm that",
        "declined to say that",
        "did not deny that",
        "never denied that",
        "does not dispute that",
        "did not rule out that",
        "could not rule out that",
        "refused to rule out that",
    ],
)
def test_nothing_is_asserted(reader: Reader, cue: str) -> None:
    assert found_in(reader, f"Mayor Ada Lind {cue} the bridge was safe.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind did not rule out using the army.",
        "Ada Lind has not ruled out a strike.",
        "Ada Lind refused to rule out a strike.",
        "Ada Lind declined to rule out using the army.",
        "Ada Lind did not deny the charge.",
    ],
)
def test_nor_is_what_was_not_ruled_out(reader: Reader, text: str) -> None:
    assert found_in(reader, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lind withdrew her bid and said that the bridge was safe.", "the bridge was safe"),
        ("Ada Lind retracted it, saying that the bridge was safe.", "the bridge was safe"),
        (
            "Ada Lind, who retracted her claim, said that the bridge was safe.",
            "the bridge was safe",
        ),
        ("Ada Lind apologised for the delay.", "the delay"),
        ("Ada Lind does not doubt that the bridge is safe.", "the bridge is safe"),
        ("Ada Lind refused to sign.", "to sign"),
        (
            "Ada Lind refused to say whether the bridge was safe.",
            "to say whether the bridge was safe",
        ),
    ],
)
def test_what_stays_a_statement(reader: Reader, text: str, expected: str) -> None:
    assert expected in [one.text(text) for one in found_in(reader, text)]


@pytest.mark.parametrize("saying", ["saying that", "having said", "saying", "claiming that"])
def test_to_have_said_it_is_what_is_denied(reader: Reader, saying: str) -> None:
    text = f"Ada Lind denied {saying} the bridge was safe."
    found = [(one.text(text), one.denied) for one in found_in(reader, text)]
    assert found == [(f"{saying} the bridge was safe", True)]


@pytest.mark.parametrize("denied", ["denied that", "denied this", "rejected that", "denied it"])
def test_what_a_colon_parts_from_a_denial_is_asserted(reader: Reader, denied: str) -> None:
    text = f"Ada Lind left. She {denied}: two ships had been waiting since Sunday, she said."
    found = [(one.text(text), one.speaker, one.denied) for one in found_in(reader, text)]
    assert ("two ships had been waiting since Sunday", "Ada Lind", False) in found
    assert not any(":" in words for words, _, _ in found)


def test_quotation_behind_a_denial_and_a_colon_is_asserted(reader: Reader) -> None:
    found = found_in(reader, "Ada Lind denied it: “Two ships had been waiting since Sunday.”")
    assert [(one.speaker, one.denied) for one in found] == [("Ada Lind", False)]


@pytest.mark.parametrize(
    ("cue", "denied"),
    [
        ("does not believe", True),
        ("did not think", True),
        ("doesn’t believe", True),
        ("believes", False),
        ("does not doubt", False),
    ],
)
def test_what_is_not_believed_is_denied(reader: Reader, cue: str, denied: bool) -> None:
    found = found_in(reader, f"Ada Lind {cue} that the bridge is safe.")
    assert [one.denied for one in found] == [denied]


def test_what_a_denied_report_tells_of_another_was_said_by_them(reader: Reader) -> None:
    text = "Ada Lind denied a report that Boris Nem had demanded an apology."
    found = {one.text(text): (one.speaker, one.denied) for one in found_in(reader, text)}
    assert found["an apology"] == ("Boris Nem", False)
