"""Attributions: who is printed as saying what, with which cue, in every form."""

import pytest

from tests.extract.readings import Expected, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We sail at dawn,” Ines Okafor said.",
            Expected("“We sail at dawn,”", "Ines Okafor", "said"),
            id="after a quotation",
        ),
        pytest.param(
            "“We sail at dawn,” said Ines Okafor, the harbour master.",
            Expected("“We sail at dawn,”", "Ines Okafor, the harbour master", "said"),
            id="inverted",
        ),
        pytest.param(
            "Ines Okafor said: “We sail at dawn.”",
            Expected("“We sail at dawn.”", "Ines Okafor", "said"),
            id="before, with a colon",
        ),
        pytest.param(
            "Ines Okafor said in a radio forum Monday night “it will be hard for us” if fog stays.",
            Expected("“it will be hard for us” if fog stays", "Ines Okafor", "said"),
            id="before, with nothing between an occasion and the quotation",
        ),
        pytest.param(
            "Ines Okafor told a radio forum Monday night “it will be hard for us” if fog stays.",
            Expected("“it will be hard for us” if fog stays", "Ines Okafor", "told"),
            id="before, with hearers and an occasion",
        ),
        pytest.param(
            "Ines Okafor said in a “we will never sail” mood that the port would close.",
            Expected("the port would close", "Ines Okafor", "said"),
            id="a clause quoted as an adjective",
        ),
        pytest.param(
            "“We sail,” she said, “when the fog lifts.”",
            Expected("“We sail,” … “when the fog lifts.”", "she", "said"),
            id="broken by its cue",
        ),
        pytest.param(
            "“Is it late?” Mary Osei asked.",
            Expected("“Is it late?”", "Mary Osei", "asked"),
            id="question before a name",
        ),
        pytest.param(
            "The port will close on Friday, the ministry said.",
            Expected("The port will close on Friday", "the ministry", "said"),
            id="indirect, after",
        ),
        pytest.param(
            "The port will close, officials in Marlow said.",
            Expected("The port will close", "officials in Marlow", "said"),
            id="source with a place",
        ),
        pytest.param(
            "Mr Vane told reporters on Monday that the port would close.",
            Expected("the port would close", "Mr Vane", "told"),
            id="addressee and date before that",
        ),
        pytest.param(
            "The minister said the port would close.",
            Expected("the port would close", "The minister", "said"),
            id="no that",
        ),
        pytest.param(
            "The port, he said, would close.",
            Expected("The port … would close", "he", "said"),
            id="cue in the middle",
        ),
        pytest.param(
            "In a storm, she said, the port would close.",
            Expected("In a storm … the port would close", "she", "said"),
            id="adverbial before the cue",
        ),
        pytest.param(
            "The port is full, said its director, Lena Cho.",
            Expected("The port is full", "its director, Lena Cho", "said"),
            id="office and name behind the cue",
        ),
        pytest.param(
            "The port is full, said its director, KNA reported.",
            Expected("The port is full", "its director", "said"),
            id="office and an agency",
        ),
        pytest.param(
            "According to the harbour master, the port is full.",
            Expected("the port is full", "the harbour master", "According to"),
            id="according, before",
        ),
        pytest.param(
            "The port is full, according to three sailors.",
            Expected("The port is full", "three sailors", "according to"),
            id="according, after",
        ),
        pytest.param(
            "Lena Cho, who runs the port, said it was full.",
            Expected("it was full", "Lena Cho, who runs the port", "said"),
            id="relative clause",
        ),
        pytest.param(
            "Lena Cho, 52, the harbour master, said it was full.",
            Expected("it was full", "Lena Cho, 52, the harbour master", "said"),
            id="two appositions",
        ),
        pytest.param(
            "Lena Cho, a sailor from Marlow, said her boat had sunk.",
            Expected("her boat had sunk", "Lena Cho, a sailor from Marlow", "said"),
            id="apposition is no inverted subject",
        ),
        pytest.param(
            "The port is full, its master, Lena Cho, said.",
            Expected("The port is full", "its master, Lena Cho", "said"),
            id="office and name",
        ),
        pytest.param(
            "The crew was told by the owner that the port was full.",
            Expected("the port was full", "the owner", "was told by"),
            id="passive",
        ),
        pytest.param(
            "Two people familiar with the talks said the deal was dead.",
            Expected("the deal was dead", "Two people familiar with the talks", "said"),
            id="unnamed",
        ),
        pytest.param(
            "Robert S. Ford said the port was full.",
            Expected("the port was full", "Robert S. Ford", "said"),
            id="initial",
        ),
        pytest.param(
            "He is convinced that the port will close.",
            Expected("the port will close", "He", "is convinced"),
            id="adjective cue",
        ),
        pytest.param(
            "The union put the losses at £3m.",
            Expected("the losses at £3m", "The union", "put"),
            id="measure",
        ),
        pytest.param(
            "Asked whether it was near, he replied: “Near enough.”",
            Expected("“Near enough.”", "he", "replied"),
            id="question first",
        ),
    ],
)
def test_one_attribution(text: str, expected: Expected) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("Mr Vane vowed to appeal.", "intention", id="vowed"),
        pytest.param("The company plans to build a dam.", "intention", id="plans"),
        pytest.param("She fears the dam will break.", "belief", id="fears"),
        pytest.param("A report found the dam was weak.", "document", id="found"),
        pytest.param(
            "The dam was weak, images released by the agency showed.", "document", id="showed"
        ),
        pytest.param("She said the dam was weak.", "speech", id="said"),
    ],
)
def test_act(text: str, act: str) -> None:
    assert [found.act for found in read(text)] == [act]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("He accused the mayor of lying.", "the mayor of lying", id="accused"),
        pytest.param("He thanked the mayor for coming.", "for coming", id="thanked"),
        pytest.param("He called the plan “a trick”.", "the plan “a trick”", id="called"),
        pytest.param(
            "He urged the union to accept the offer.", "the union to accept the offer", id="urged"
        ),
        pytest.param("He denounced the plan.", "the plan", id="denounced"),
        pytest.param(
            "He asked whether the plan was ready.", "whether the plan was ready", id="asked"
        ),
        pytest.param("He called for a new plan.", "a new plan", id="called for"),
    ],
)
def test_frames(text: str, content: str) -> None:
    assert [found.content for found in read(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ship, the “Queen of Marlow”, sank.", id="title"),
        pytest.param("The so-called “ghost fleet” left port.", id="scare quotes"),
        pytest.param("The minister declined to say why.", id="declined to say"),
        pytest.param("The minister did not say that it would close.", id="did not say"),
        pytest.param("Nobody thinks it will close.", id="nobody"),
        pytest.param("The claims of the reports are old.", id="nouns"),
        pytest.param("Leave a Reply", id="boilerplate"),
        pytest.param("Your email address will not be published.", id="boilerplate sentence"),
        pytest.param("By Ada Obi", id="byline"),
        pytest.param("Corrected: the port will close in May", id="a label is nobody"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_attribution(text: str) -> None:
    assert read(text) == []


def test_two_cues_share_one_source() -> None:
    text = "“It is late,” he said, adding the port would close."
    assert read(text) == [
        Expected("“It is late,”", "he", "said"),
        Expected("the port would close", "he", "adding"),
    ]


def test_second_verb_shares_the_subject() -> None:
    text = "Mr Vane denied the charge and accused the mayor of lying."
    assert read(text) == [
        Expected("the charge", "Mr Vane", "denied"),
        Expected("the mayor of lying", "Mr Vane", "accused"),
    ]


def test_having_said_shares_the_subject() -> None:
    found = read(
        "Cho thanked Vane for the help, having earlier stressed the port was “open for all”."
    )
    assert found[1] == Expected("the port was “open for all”", "Cho", "stressed")


def test_what_another_verb_introduces_is_its_own() -> None:
    found = read("The bank expects growth of two per cent and warned that prices could rise.")
    assert Expected("prices could rise", "The bank", "warned") in found
    assert Expected("prices could rise", "The bank", "expects") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor denied the charge and Vane said that she had lied.",
            [("the charge", "The mayor"), ("she had lied", "Vane")],
            id="two clauses joined",
        ),
        pytest.param(
            "Vane, speaking after Cho said the port was shut, told reporters it would open.",
            [("the port was shut", "Cho"), ("it would open", "Vane")],
            id="someone else's words in an aside",
        ),
        pytest.param(
            "Okafor was accused by prosecutors of hiding the money.",
            [("Okafor … of hiding the money", "prosecutors")],
            id="accused by",
        ),
        pytest.param(
            "According to Ada Cho, who runs the port, Vane knew about the leak in June.",
            [("Vane knew about the leak in June", "Ada Cho")],
            id="whom a sentence goes by is said by nobody",
        ),
        pytest.param(
            "Fourteen ships were lost, Cho said, two more than the owner had announced.",
            [("Fourteen ships were lost", "Cho")],
            id="what a figure is held against",
        ),
        pytest.param(
            "The port is shut, more than a dozen sailors said.",
            [("The port is shut", "more than a dozen sailors")],
            id="more than a dozen who speak",
        ),
        pytest.param(
            "Vane said that both crews had shown “patience”.",
            [("both crews had shown “patience”", "Vane")],
            id="who shows a quality says nothing",
        ),
        pytest.param(
            "Vane said that the letters showed “panic”.",
            [("the letters showed “panic”", "Vane"), ("“panic”", "the letters")],
            id="a document that shows something",
        ),
        pytest.param(
            "Vane, however, denied this, saying that the port was shut.",
            [("this", "Vane"), ("the port was shut", "Vane")],
            id="an aside of one word is no part of a name",
        ),
        pytest.param(
            "It is alleged that the captain slept.", [("the captain slept", None)], id="impersonal"
        ),
    ],
)
def test_nobody_gets_anothers_words(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(one.content, one.source) for one in read(text)]
    assert [(content, source and source.split(",")[0]) for content, source in found] == expected


def test_contrast_has_two_sources() -> None:
    text = "While Ms Cho has said that it is open, Mr Vane said it was shut."
    assert read(text) == [
        Expected("it is open", "Ms Cho", "has said"),
        Expected("it was shut", "Mr Vane", "said"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Vane meets Cho, says Marlow will build a port",
            Expected("Marlow will build a port", "Vane", "says"),
            id="shared subject",
        ),
        pytest.param(
            "Vane: we will build a port", Expected("we will build a port", "Vane", ":"), id="colon"
        ),
    ],
)
def test_headline(text: str, expected: Expected) -> None:
    assert expected in read(f"{text}\n\nThe town is small and the river is wide.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "When someone shouted, “Run,” Cho joked, with a wave, “You first, my friend.”",
            [("“Run,”", "someone"), ("“You first, my friend.”", "Cho")],
            id="quotation inside a clause of time",
        ),
        pytest.param(
            "“It is late,” said Ada Cho, who finds the mayor “dull and slow”.",
            [("“It is late,”", "Ada Cho")],
            id="quoted words about the speaker",
        ),
        pytest.param(
            "“It is late,” Vane said on the channel’s “Morning Show”.",
            [("“It is late,”", "Vane")],
            id="title of a show",
        ),
        pytest.param(
            "Vane wrote to members, “It is time,” and left the room.",
            [("“It is time,”", "Vane")],
            id="what the writer goes on with",
        ),
    ],
)
def test_quoted_words_go_to_their_own_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.content, one.source) for one in read(text)] == expected


def test_writers_aside_between_dashes_is_left_out() -> None:
    text = "Minister Vane — who visited in July — will join the talks, the office said."
    assert read(text)[0].content == "Minister Vane … will join the talks"


def test_hearsay_has_no_source() -> None:
    assert Expected("The mayor … to resign", None, "is expected") in read(
        "The mayor is expected to resign."
    )


def test_unknown_verb_is_a_cue_by_its_marks() -> None:
    assert read("“It is late,” she trilled.") == [Expected("“It is late,”", "she", "trilled")]
