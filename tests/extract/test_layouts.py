"""Layouts that break readers made for running prose: who is given which words, and who none."""

import pytest

from tests.extract.readings import read
from tracker.extract import extract
from tracker.model import Article
from tracker.pipeline import Reader

TOWN = "\n\nThe town was quiet on Sunday."


def found(text: str) -> list[tuple[str, str | None]]:
    """Return content and source of the outermost attributed statements, in text order."""
    return [
        (one.text(text), one.source.of(text) if one.source else None)
        for one in extract(Article(text=text))
        if one.parent is None and one.rule != "asserted fact"
    ]


def speakers(text: str) -> list[str | None]:
    statements = Reader().read(Article(text=text)).statements
    return [one.speaker for one in statements if one.parent is None and one.rule != "asserted fact"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ada Lind said “the bridge is closed.\n\n“We sail at dawn,” said Tom Pell." + TOWN,
            [("“the bridge is closed.", "Ada Lind"), ("“We sail at dawn,”", "Tom Pell")],
            id="closing mark forgotten",
        ),
        pytest.param(
            'Ada Lind said "the bridge is closed. Later Tom Pell added, "We sail at dawn," '
            "and left.",
            [("the bridge is closed", "Ada Lind"), ('"We sail at dawn,"', "Tom Pell")],
            id="closing mark forgotten within a paragraph",
        ),
        pytest.param(
            "Ada Lind said the bridge is closed.” “We sail at dawn,” said Tom Pell.",
            [("the bridge is closed.", "Ada Lind"), ("“We sail at dawn,”", "Tom Pell")],
            id="closing mark of nothing",
        ),
        pytest.param(
            "Ada Lind said: “We had no choice.\n\nThe pillars were cracked.\n\nSo we shut it.”"
            + TOWN,
            [
                ("“We had no choice.", "Ada Lind"),
                ("The pillars were cracked.", None),
                ("So we shut it.”", None),
            ],
            id="opened once, closed paragraphs later",
        ),
        pytest.param(
            "Ada Lind wrote in the Sample Post:\n\n"
            '"The council called it a “bright idea” twice.\n\n"Nobody asked us."' + TOWN,
            [
                ('"The council called it a “bright idea” twice.', "Ada Lind"),
                ('"Nobody asked us."', None),
            ],
            id="curly marks in a straight block quotation",
        ),
    ],
)
def test_odd_marks(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        pytest.param(
            "“We are proud of this year.” – Commissioner Ada Lind" + TOWN,
            "“We are proud of this year.”",
            "Commissioner Ada Lind",
            id="behind a dash",
        ),
        pytest.param(
            '"It will bring 300 jobs." — Jane Doe, chief executive of Brask Foods' + TOWN,
            '"It will bring 300 jobs."',
            "Jane Doe, chief executive of Brask Foods",
            id="with an office",
        ),
        pytest.param(
            "“Water is a right, not a favour.”\n— Tom Pell, chair of the council" + TOWN,
            "“Water is a right, not a favour.”",
            "Tom Pell, chair of the council",
            id="on the next line",
        ),
        pytest.param(
            "“The bridge is shut.” — Ada Lind (@adalind) September 13, 2023" + TOWN,
            "“The bridge is shut.”",
            "Ada Lind",
            id="post in marks",
        ),
        pytest.param(
            "It was on her page.\n\nThe bridge is shut. We had no choice. #bridge\n\n"
            "— Ada Lind (@adalind) September 13, 2023" + TOWN,
            "The bridge is shut. We had no choice. #bridge",
            "Ada Lind",
            id="post without marks",
        ),
        pytest.param(
            "Ada Lind wrote on the door:\n\n“Nobody may cross here.”" + TOWN,
            "“Nobody may cross here.”",
            "Ada Lind",
            id="colon at the end of the paragraph before",
        ),
    ],
)
def test_signed(text: str, content: str, source: str) -> None:
    assert found(text) == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "“The Long Crossing” – a novel of the sea." + TOWN,
        "“We had no other choice.”\n\n– An hour later –\n\nThe town slept.",
    ],
    ids=["title", "rule between sections"],
)
def test_a_dash_alone_signs_nothing(text: str) -> None:
    assert all(source is None for _, source in found(text))


TRANSCRIPT = """THE PRESIDENT: Thank you all. We have a plan.

We will rebuild the bridge.

QUESTION: The mayor said that you had no money. Is that so?

THE PRESIDENT: Next spring.

MR. JONES: I would add one thing.

THE PRESIDENT: You may.

[Laughter.]
"""


def test_transcript() -> None:
    assert found(TRANSCRIPT) == [
        ("Thank you all. We have a plan.", "THE PRESIDENT"),
        ("We will rebuild the bridge.", None),
        ("you had no money", "The mayor"),
        ("Next spring.", "THE PRESIDENT"),
        ("I would add one thing.", "MR. JONES"),
        ("You may.", "THE PRESIDENT"),
    ]


def test_what_is_told_within_a_turn_is_nested() -> None:
    text = (
        "The town met.\n\nLind: We shut it.\n\nPell: You had to?\n\n"
        "Lind: The clerk told us that it was unsafe."
    )
    *_, turn, told = extract(Article(text=text))
    assert (turn.text(text), turn.parent) == ("The clerk told us that it was unsafe.", None)
    assert (told.text(text), told.parent) == ("it was unsafe", 2)
    assert told.source is not None
    assert told.source.of(text) == "The clerk"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ada Lind has run the port for years.\n\nQ: Why did you shut it?\n\nA: We had to."
            "\n\nQ: Will it open?\n\nA: Not before spring.",
            [("We had to.", None), ("Not before spring.", None)],
            id="letters",
        ),
        pytest.param(
            "Sample: Why did you shut it?\n\nAda Lind: We had to.\n\nSample: Will it open?\n\n"
            "Lind: I hope so. Not before spring.\n\nThis interview has been edited.",
            [("We had to.", "Ada Lind"), ("I hope so. Not before spring.", "Lind")],
            id="names",
        ),
        pytest.param(
            "**Sample:** Why did you shut it?\n\n**Lind:** We had to.\n\n**Sample:** Will it?\n\n"
            "**Lind:** I hope so.",
            [("We had to.", "Lind"), ("I hope so.", "Lind")],
            id="in bold",
        ),
        pytest.param(
            "The town met.\n\nAda Lind: We had to.\n\nWill it open?\n\nAL: I hope so.\n\n"
            "She peels a lemon.\n\nAL: You will see.",
            [("We had to.", "Ada Lind"), ("I hope so.", "AL"), ("You will see.", "AL")],
            id="only answers labelled",
        ),
    ],
)
def test_interview(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_speaker_of_an_interview_is_resolved() -> None:
    text = (
        "Ada Lind has run the port for years.\n\nSample: Why did you shut it?\n\nLind: We had to."
        "\n\nSample: Will it open?\n\nLind: I hope so."
    )
    assert speakers(text) == ["Ada Lind", "Ada Lind"]


def test_answers_without_a_name_have_no_speaker() -> None:
    text = (
        "Ada Lind spoke to us.\n\nQ: Why?\n\nA: We had no choice.\n\nQ: Will it open?\n\nA: I hope."
    )
    assert set(speakers(text)) == {None}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Venue: The Old Dock.\n\nPrice: It is ten crowns.\n\nVenue: The New Dock.\n\n"
            "Price: It is free.",
            id="listings",
        ),
        pytest.param(
            "Pros: You get a lot for it.\n\nCons: We found it slow.\n\nPros: You get two.\n\n"
            "Cons: We did not.",
            id="a test of a product",
        ),
        pytest.param(
            "The week in short.\n\nOrlo: The bridge was shut on Monday.\n\n"
            "Marlow: Trains ran late again.\n\nOrlo: The dock is open.",
            id="places",
        ),
    ],
)
def test_labels_of_lists_are_no_speakers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "14:05 – Ada Lind says the bridge is shut.", ("the bridge is shut", "Ada Lind"), id="–"
        ),
        pytest.param(
            "14:20 - “We sail at dawn,” says Tom Pell.", ("“We sail at dawn,”", "Tom Pell"), id="-"
        ),
        pytest.param(
            "10.32am: Ada Lind said that it was over.", ("it was over", "Ada Lind"), id="am"
        ),
        pytest.param("• Ada Lind said it was shut.", ("it was shut", "Ada Lind"), id="bullet"),
        pytest.param("* Ada Lind said it was shut.", ("it was shut", "Ada Lind"), id="asterisk"),
    ],
)
def test_hours_and_bullets_are_in_no_statement(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "line",
    ["Read more: Lind says bridge is shut", "Share this:", "Related: Pell says ferry will sail"],
)
def test_lines_that_lead_elsewhere_say_nothing(line: str) -> None:
    assert found(f"The town was quiet.\n\n{line}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lind: The bridge is closed until spring" + TOWN,
            [("The bridge is closed until spring", "Lind")],
            id="name first",
        ),
        pytest.param(
            "The bridge will stay closed until spring: Lind" + TOWN,
            [("The bridge will stay closed until spring", "Lind")],
            id="name last",
        ),
        pytest.param(
            "Ferry owner: no one told us" + TOWN, [("no one told us", "Ferry owner")], id="a part"
        ),
        pytest.param("Review: The bridge is a joy" + TOWN, [], id="a heading"),
        pytest.param("Ferry crash: what we know" + TOWN, [], id="a topic"),
    ],
)
def test_headline(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom Pell was cautious: “The water is still rising here.”",
            ("“The water is still rising here.”", "Tom Pell"),
            id="a mood of the speaker",
        ),
        pytest.param(
            "Tom Pell issued a statement: “The water is still rising here.”",
            ("“The water is still rising here.”", "Tom Pell"),
            id="a statement",
        ),
        pytest.param(
            "The mood in the town was grim: “Nobody told us a thing.”",
            ("“Nobody told us a thing.”", None),
            id="nobody's mood",
        ),
        pytest.param(
            "Tom Pell read the letter from the council: “You must leave by Friday.”",
            ("“You must leave by Friday.”", None),
            id="another's words",
        ),
        pytest.param(
            "Tom Pell was told by the mayor: “You must leave by Friday.”",
            ("“You must leave by Friday.”", None),
            id="said to him",
        ),
        pytest.param("It was this: “Nobody may cross.”", ("“Nobody may cross.”", None), id="short"),
    ],
)
def test_colon_before_a_quotation(text: str, expected: tuple[str, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “bridge of hope” was shut.",
        "The “new” plan is the old one.",
        "The council’s “Green Lanes” scheme costs a lot.",
        "Her book “Cold Water” won a prize.",
        "He read “The Long Crossing” twice.",
        "A staging of “The Long Way Home From Marlow” opens today.",
    ],
)
def test_scare_quotes_and_titles_say_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "lines",
    [
        "Ada Lind, who has run the port for ten years, said on Tuesday that the\n"
        "bridge was shut. Tom Pell, who sails the ferry, said that it would be\nback at dawn.",
        "Ada Lind, who has run the port for ten years, said on Tuesday that the bridge was shut. "
        "Tom Pell, who sails the ferry, said that it would be back at dawn.",
    ],
    ids=["wrapped", "one line"],
)
def test_wrapped_lines_read_like_one(lines: str) -> None:
    assert [(" ".join(content.split()), source) for content, source in found(lines + TOWN)] == [
        ("the bridge was shut", "Ada Lind, who has run the port for ten years"),
        ("it would be back at dawn", "Tom Pell, who sails the ferry"),
    ]


def test_pronouns_reach_over_wrapped_lines() -> None:
    text = (
        "The harbour master of the town, Ada Lind, said on Tuesday that the old\n"
        "bridge was shut and that nobody in the town would be able to cross the\n"
        "river for some weeks. “We had no choice,” she said.\n\nThe town was quiet."
    )
    assert speakers(text) == ["Ada Lind", "Ada Lind"]


def test_short_lines_that_are_paragraphs_stay_apart() -> None:
    text = (
        "Ada Lind said it was shut.\nTom Pell left.\nNobody came.\nThe dock was empty.\nIt rained."
    )
    assert found(text) == [("it was shut", "Ada Lind")]


def test_text_in_capitals() -> None:
    text = (
        "“WE HAD NO CHOICE,” SAID ADA LIND. TOM PELL TOLD REPORTERS THAT THE PILLARS OF IT WERE "
        "CRACKED."
    )
    assert found(text) == [
        ("“WE HAD NO CHOICE,”", "ADA LIND"),
        ("THE PILLARS OF IT WERE CRACKED", "TOM PELL"),
    ]


def test_text_without_paragraphs() -> None:
    piece = "Ada Lind said the bridge was shut. “We had no choice,” she said. It rained all day. "
    text = (piece * 300).strip()
    assert (
        found(text)
        == [
            ("the bridge was shut", "Ada Lind"),
            ("“We had no choice,”", "she"),
        ]
        * 300
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind denied reports that the bridge was unsafe.",
        "Tom Pell dismissed claims that he had resigned.",
        "The council rejected reports that it had been warned.",
    ],
)
def test_what_is_denied_is_said_by_nobody(text: str) -> None:
    statements = extract(Article(text=text))
    assert [one.denied for one in statements] == [True]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            "“We sail at dawn,” Lind told union workers in Marlow.", "Lind", id="told whom"
        ),
        pytest.param(
            "“We sail at dawn,” Lind said in her speech that night.", "Lind", id="that night"
        ),
        pytest.param("“We sail at dawn,” Lind said onstage Tuesday.", "Lind", id="a place"),
        pytest.param(
            "“We sail at dawn,” another sailor, Mary Lee, told KNA.",
            "another sailor, Mary Lee",
            id="described first",
        ),
        pytest.param(
            "Said Mary Lee, the mayor, “We sail at dawn.”", "Mary Lee, the mayor", id="said first"
        ),
    ],
)
def test_beside_the_cue(text: str, source: str) -> None:
    ((content, named),) = found(text)
    assert content.startswith("“We sail at dawn")
    assert content.endswith("”")
    assert named == source


def test_words_before_the_cue_that_say_where_are_no_content() -> None:
    text = "In a talk on “Morning Coast,” Ada Lind asked for patience."
    assert all("Morning Coast" not in content for content, _ in found(text))


@pytest.mark.parametrize("hour", ["14:05 ", "9:31 p.m. ", "14:05 – ", "9.31pm: "])
def test_hour_of_an_entry_is_no_part_of_its_words(hour: str) -> None:
    found = read(f"{hour}Mayor Ada Lind says the bridge is shut.")
    assert [(one.source, one.content) for one in found] == [
        ("Mayor Ada Lind", "the bridge is shut")
    ]
