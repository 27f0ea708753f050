"""What a sentence behind a quotation says is not lost to the quotation, and the other way round."""

import pytest

from tests.extract.readings import Expected, read
from tracker.model import Article
from tracker.pipeline import Reader

QUOTED = Expected("“We acted in time.”", "The minister", "said")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            "She admitted, however, that the alarm had come late.",
            Expected("the alarm had come late", "She", "admitted"),
            id="however",
        ),
        pytest.param(
            "She conceded, though, that the alarm had come late.",
            Expected("the alarm had come late", "She", "conceded"),
            id="though",
        ),
        pytest.param(
            "Lind added, too, that the alarm had come late.",
            Expected("the alarm had come late", "Lind", "added"),
            id="a name",
        ),
        pytest.param(
            "She said, among other things, that the alarm had come late.",
            Expected("the alarm had come late", "She", "said"),
            id="a phrase between",
        ),
        pytest.param(
            "She also said, without giving details, that the alarm had come late.",
            Expected("the alarm had come late", "She", "said"),
            id="without",
        ),
        pytest.param(
            "She said, on Tuesday, the alarm had come late.",
            Expected("the alarm had come late", "She", "said"),
            id="a clause without that",
        ),
        pytest.param(
            "She did, however, say that the alarm had come late.",
            Expected("the alarm had come late", "She", "say"),
            id="within the verb",
        ),
        pytest.param(
            "She went on to say that the alarm had come late.",
            Expected("the alarm had come late", "She", "went on to say"),
            id="went on to say",
        ),
        pytest.param(
            "She went on to tell reporters that the alarm had come late.",
            Expected("the alarm had come late", "She", "went on to tell"),
            id="went on to tell",
        ),
        pytest.param(
            "She had to admit that the alarm had come late.",
            Expected("the alarm had come late", "She", "had to admit"),
            id="had to admit",
        ),
        pytest.param(
            "She was, however, quick to add that the alarm had come late.",
            Expected("the alarm had come late", "She", "quick to add"),
            id="quick to add",
        ),
        pytest.param(
            "She warned, however: “It must not happen again.”",
            Expected("“It must not happen again.”", "She", "warned"),
            id="another quotation",
        ),
        pytest.param(
            "She added, “It must not happen again.”",
            Expected("“It must not happen again.”", "She", "added"),
            id="another quotation behind a comma",
        ),
    ],
)
@pytest.mark.parametrize("mark", [":", ","], ids=["colon", "comma"])
def test_both_are_found(said: str, expected: Expected, mark: str) -> None:
    assert read(f"The minister said{mark} “We acted in time.” {said}") == [QUOTED, expected]


@pytest.mark.parametrize(
    "cue",
    [
        "Mary Osei asked.",
        "Mary Osei asked on Friday.",
        "Mary Osei asked, looking at the river.",
        "Mary Osei asked, before she left the hall.",
        "Mary Osei asked, in a letter to the board that was printed.",
    ],
)
def test_a_cue_of_its_own_still_finds_its_quotation(cue: str) -> None:
    assert read(f"“Is it late?” {cue}")[0] == Expected("“Is it late?”", "Mary Osei", "asked")


def test_what_one_speaker_adds_is_not_joined_to_what_another_said() -> None:
    text = "Vane said: “The dam is safe.” Lind added, “Nobody has looked at it since May.”"
    assert [(one.content, one.source) for one in read(text)] == [
        ("“The dam is safe.”", "Vane"),
        ("“Nobody has looked at it since May.”", "Lind"),
    ]


@pytest.mark.parametrize(
    "lead",
    ["wanted to", "hoped to", "was expected to", "was not quick to", "did not go on to"],
)
def test_what_may_not_have_been_said_is_not(lead: str) -> None:
    text = f"Ada Lind {lead} admit that the alarm had come late."
    assert "the alarm had come late" not in [one.content for one in read(text)]


def test_firms_that_had_to_report_may_not_have() -> None:
    assert read("The firms had to report that they were safe.") == []


def test_speaker_is_the_one_before_the_quotation() -> None:
    text = "Ada Lind said: “We acted in time.” She admitted, however, that the alarm came late."
    found = Reader().read(Article(text=text)).statements
    assert [one.speaker for one in found] == ["Ada Lind", "Ada Lind"]
