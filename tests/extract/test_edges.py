"""Where content and source begin and end: what is theirs is whole, and nothing else is in it."""

import pytest

from tests.extract.readings import Expected, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Inspectors warned the ministry on 2 May that the dam was weak.",
            Expected("the dam was weak", "Inspectors", "warned"),
            id="a day in May",
        ),
        pytest.param(
            "Inspectors warned the ministry in May that the dam was weak.",
            Expected("the dam was weak", "Inspectors", "warned"),
            id="in May",
        ),
        pytest.param(
            "Cho said that the board “had no business here”.",
            Expected("the board “had no business here”", "Cho", "said"),
            id="that, a few words, a quotation",
        ),
        pytest.param(
            "Cho says that “we will rebuild it.”",
            Expected("“we will rebuild it.”", "Cho", "says"),
            id="that and a quotation",
        ),
        pytest.param(
            "Cho says that, in a dry year, the dam is safe.",
            Expected("in a dry year, the dam is safe", "Cho", "says"),
            id="that and a comma",
        ),
        pytest.param(
            "Ada Lind told her students the wall would fail.",
            Expected("the wall would fail", "Ada Lind", "told"),
            id="her students",
        ),
        pytest.param(
            "Ada Lind told her the wall would fail.",
            Expected("the wall would fail", "Ada Lind", "told"),
            id="her alone",
        ),
        pytest.param(
            "Ada Lind told her prices would rise.",
            Expected("prices would rise", "Ada Lind", "told"),
            id="her, and what was said",
        ),
        pytest.param(
            "According to the operator, Brekka Kraft, the gates were open.",
            Expected("the gates were open", "the operator, Brekka Kraft", "According to"),
            id="the name of whom it is according to",
        ),
        pytest.param(
            "According to the report, Brask, Orvik and Tarn lost power.",
            Expected("Brask, Orvik and Tarn lost power", "the report", "According to"),
            id="names that are no such name",
        ),
        pytest.param(
            "Police on Saturday said the toll was 18.",
            Expected("the toll was 18", "Police", "said"),
            id="the day behind a source",
        ),
        pytest.param(
            "Ada Lind, the mayor, on Friday told reporters, “We failed.”",
            Expected("“We failed.”", "Ada Lind, the mayor", "told"),
            id="the day behind a description",
        ),
        pytest.param(
            "Ada Lind, who runs the port, on Friday said it was shut.",
            Expected("it was shut", "Ada Lind, who runs the port", "said"),
            id="the day behind a clause between commas",
        ),
        pytest.param(
            "The guests who came on Saturday said the hall was cold.",
            Expected("the hall was cold", "The guests who came on Saturday", "said"),
            id="the day of a clause in it",
        ),
        pytest.param(
            "With her husband, a baker, at her side, Ada Lind told voters that she was well.",
            Expected("she was well", "Ada Lind", "told"),
            id="told that, behind an occasion",
        ),
        pytest.param(
            "Months after she lost her seat, Ada Lind told reporters that she was well.",
            Expected("she was well", "Ada Lind", "told"),
            id="told that, behind a clause of time",
        ),
        pytest.param(
            "The wall, Ada Lind told reporters that day, was weak.",
            Expected("The wall … was weak", "Ada Lind", "told"),
            id="that day",
        ),
        pytest.param(
            "As Ada Lind put it: “It is late.”",
            Expected("“It is late.”", "Ada Lind", "put it"),
            id="as she put it",
        ),
        pytest.param(
            "A clerk said the wall “moved every spring (and we all knew it)”.",
            Expected("the wall “moved every spring (and we all knew it)”", "A clerk", "said"),
            id="a bracket within a quotation",
        ),
        pytest.param(
            "Ada Lind said the wall had moved, and that it would fall.",
            Expected("the wall had moved, and that it would fall", "Ada Lind", "said"),
            id="a clause, and that",
        ),
        pytest.param(
            "Ada Lind said that the wall had moved and that it would fall.",
            Expected("the wall had moved and that it would fall", "Ada Lind", "said"),
            id="that, and that, no day",
        ),
        pytest.param(
            "Vane told the board on Monday that the wall had moved, and that it would fall.",
            Expected("the wall had moved, and that it would fall", "Vane", "told"),
            id="that, and that",
        ),
        pytest.param(
            "She is not, friends say, an easy neighbour.",
            Expected("She is not … an easy neighbour", "friends", "say"),
            id="broken off at a negation",
        ),
        pytest.param(
            "The dam is, engineers say, safe.",
            Expected("The dam is … safe", "engineers", "say"),
            id="one word taken up",
        ),
        pytest.param(
            "The drill was over, Vane said, because of rain.",
            Expected("The drill was over … because of rain", "Vane", "said"),
            id="a whole clause taken up",
        ),
        pytest.param(
            "“We see no threat,” Vane was quoted by KNA as saying on Friday.",
            Expected("“We see no threat,”", "Vane", "was quoted by KNA as saying"),
            id="quoted as saying on a day",
        ),
        pytest.param(
            "Vane was quoted as saying on Friday that it was late.",
            Expected("it was late", "Vane", "was quoted as saying"),
            id="quoted as saying on a day that",
        ),
        pytest.param(
            "KNA quoted Vane as telling workers that it was late.",
            Expected("it was late", "Vane", "as telling"),
            id="quoted as telling somebody",
        ),
        pytest.param(
            "The firm said in a statement posted on its website that two men had died.",
            Expected("two men had died", "The firm", "said"),
            id="a statement posted on",
        ),
        pytest.param(
            "Ann Roe told the court Vane had planned it.",
            Expected("Vane had planned it", "Ann Roe", "told"),
            id="a name behind who was told",
        ),
        pytest.param(
            "Ann Roe told reporters the test was over, though she declined to elaborate.",
            Expected("the test was over", "Ann Roe", "told"),
            id="though she declined",
        ),
        pytest.param(
            "Vane put the toll at seven.",
            Expected("the toll at seven", "Vane", "put"),
            id="a figure in words",
        ),
    ],
)
def test_one_statement_with_its_edges(text: str, expected: Expected) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The gates were open, the Road Service reports.",
            Expected("The gates were open", "the Road Service", "reports"),
            id="a service",
        ),
        pytest.param(
            "The gates were open, Marlow Radio reports.",
            Expected("The gates were open", "Marlow Radio", "reports"),
            id="an outlet",
        ),
        pytest.param(
            "The gates were open, the union claims.",
            Expected("The gates were open", "the union", "claims"),
            id="claims",
        ),
    ],
)
def test_a_verb_like_a_noun_ends_a_sentence(text: str, expected: Expected) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They shredded the letters, annual reports.",
        "He had read the books, the reports.",
        "She was shown the bills, the notes and the claims.",
    ],
    ids=["no article", "no noun", "a list"],
)
def test_a_plural_that_ends_a_list_is_no_verb(text: str) -> None:
    assert read(text) == []


def test_a_cue_between_commas_is_not_what_was_known() -> None:
    found = read("By 2019, it says, at least nine managers knew of the leak.")
    assert all(not s.content.startswith("By 2019, it says") for s in found)
