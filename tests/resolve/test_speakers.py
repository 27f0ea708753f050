"""Who speaks, over whole (short) articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.helpers import say
from tracker.model import Article, Statement
from tracker.resolve import resolve
from tracker.resolve.certainty import THRESHOLD


def speakers(text: str, *statements: Statement) -> list[str | None]:
    return [s.speaker for s in resolve(Article(text), statements).statements]


LAST_NAMES = [
    ("Mayor Ruth Oduya spoke first. The bridge is shut, Oduya said.", "Oduya", 1, "Ruth Oduya"),
    ("Leader Kang Min Seo left. The port is open, Kang said.", "Kang", 1, "Kang Min Seo"),
    ("Pak Jong-un waved. The port is open, Pak Jong Un said.", "Pak Jong Un", 0, "Pak Jong-un"),
    (
        "Sir Hugo Tarn and Lady Tarn came. The hall is ours, Mr Tarn said.",
        "Mr Tarn",
        0,
        "Hugo Tarn",
    ),
    (
        "The Joint Chiefs of Staff met. Rain fell, the Joint Chiefs said.",
        "the Joint Chiefs",
        0,
        "Joint Chiefs of Staff",
    ),
    (
        "The General Staff of the Tovian People’s Army met. Rain fell, the General Staff said.",
        "the General Staff",
        0,
        "General Staff of the Tovian People’s Army",
    ),
    ("The Western News Agency (WNA) is old. Rain fell, WNA said.", "WNA", 1, "Western News Agency"),
]


@pytest.mark.parametrize(
    ("text", "source", "nth", "name"), LAST_NAMES, ids=[c[3] for c in LAST_NAMES]
)
def test_short_name_finds_the_fullest(text: str, source: str, nth: int, name: str) -> None:
    content = text.split(". ")[1].split(",", maxsplit=1)[0]
    assert speakers(text, say(text, content, (source, nth))) == [name]


def test_shared_surname_is_unsure_and_an_honorific_tells() -> None:
    text = (
        "Carol Tarn and Peter Tarn own the mill. The mill is safe, Tarn said. "
        "The roof leaks, Mrs Tarn said."
    )
    result = resolve(
        Article(text),
        [say(text, "The mill is safe", ("Tarn", 2)), say(text, "The roof leaks", "Mrs Tarn")],
    )
    assert [s.speaker for s in result.statements] == [None, "Carol Tarn"]
    assert result.statements[0].speaker_reason.startswith("unsure")


DESCRIPTIONS = [
    (
        "Health minister Ana Pohl came. Wards will close, the minister said.",
        "the minister",
        "Ana Pohl",
    ),
    (
        "Norwegian leader Piet Aaker came. We sail, the Norwegian leader said.",
        "the Norwegian leader",
        "Piet Aaker",
    ),
    ("Danny Cole, 54, came. It hurts, the 54-year-old said.", "the 54-year-old", "Danny Cole"),
    (
        "Members of the Harbour Workers’ Union met. We strike, the union said.",
        "the union",
        "Harbour Workers’ Union",
    ),
    (
        "Minister Ana Pohl met Minister Otto Lind. It is over, the minister said.",
        "the minister",
        None,
    ),
    ("The Fell Union met the Moor Union. We strike, the union said.", "the union", None),
    (
        "Norwegian leader Piet Aaker came. We sail, the Danish leader said.",
        "the Danish leader",
        None,
    ),
    ("Deputy minister Ana Pohl came. Wards close, the minister said.", "the minister", None),
    ("Ana Pohl came. We wait, her spokesman said.", "her spokesman", None),
    (
        "Baker Ana Pohl came, then a young baker. We wait, the baker said.",
        "the baker",
        None,
    ),
    ("The Union Inn burned. We strike, the union said.", "the union", None),
]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    DESCRIPTIONS,
    ids=[d[1] + str(i) for i, d in enumerate(DESCRIPTIONS)],
)
def test_description_stands_for_the_only_one_that_fits(
    text: str, source: str, name: str | None
) -> None:
    content = text.rsplit(". ", 2 if text.endswith(".") and text.count(". ") > 1 else 1)[-1]
    assert speakers(text, say(text, content.split(",")[0], source)) == [name]


PRONOUNS = {
    "last speaker of that gender": (
        "The bridge is shut, Ruth Oduya said.\n\nBread is dear, Peter Lind said.\n\n"
        "“It will open,” she said.",
        [
            ("The bridge is shut", "Ruth Oduya"),
            ("Bread is dear", "Peter Lind"),
            ("“It will open,”", "she"),
        ],
        "Ruth Oduya",
    ),
    "a name in between that is no subject": (
        "The bridge is shut, Peter Lind said.\n\n“We wait for Oskar Bahr,” he said.",
        [("The bridge is shut", "Peter Lind"), ("“We wait for Oskar Bahr,”", "he")],
        "Peter Lind",
    ),
    "subject of the sentence before": (
        "Peter Lind opened the gate. “Come in,” he said.",
        [("“Come in,”", "he")],
        "Peter Lind",
    ),
    "unnamed source last": (
        "The bridge is shut, Peter Lind said.\n\nBread is dear, a baker said.\n\n"
        "“Very dear,” he said.",
        [
            ("The bridge is shut", "Peter Lind"),
            ("Bread is dear", "a baker"),
            ("“Very dear,”", "he"),
        ],
        None,
    ),
    "two in one sentence": (
        "Rain came, said Peter Lind, and snow came, said Oskar Bahr. “It is cold,” he said.",
        [("Rain came", "Peter Lind"), ("snow came", "Oskar Bahr"), ("“It is cold,”", "he")],
        None,
    ),
    "the title of a book": (
        "Ruth Oduya, whose history, ‘Borrowed Rails’, is out, came. “It will open,” she said.",
        [("“It will open,”", "she")],
        "Ruth Oduya",
    ),
    "nobody": ("“Come in,” he said.", [("“Come in,”", "he")], None),
}


@pytest.mark.parametrize(("text", "said", "name"), PRONOUNS.values(), ids=PRONOUNS)
def test_pronoun(text: str, said: list[tuple[str, str]], name: str | None) -> None:
    statements = []
    for content, source in said:
        after = text.index(content) + len(content)
        nth = text[: text.index(source, after)].count(source)
        statements.append(say(text, content, (source, nth), cue="said"))
    resolved = resolve(Article(text), statements).statements[-1]
    assert resolved.speaker == name
    assert resolved.speaker_reason.startswith("pronoun" if name else "unsure")


def test_unsure_pronoun_has_no_speaker_hop() -> None:
    text = "“Come in,” he said."
    assert resolve(Article(text), [say(text, "“Come in,”", "he")]).statements[0].chain == ()


def test_it_means_the_last_body() -> None:
    text = "Rain is due, the Weather Bureau said. It expects floods."
    statements = [say(text, "Rain is due", "the Weather Bureau"), say(text, "floods", "It")]
    assert speakers(text, *statements) == ["Weather Bureau", "Weather Bureau"]


def test_who_gives_a_thing_its_name_is_not_in_focus() -> None:
    text = (
        "The bridge is shut, Ruth Oduya said.\n\nIt broke over what one of them called “rust”.\n\n"
        "“It will open,” she said."
    )
    statements = [
        say(text, "The bridge is shut", "Ruth Oduya"),
        say(text, "“rust”", "one of them"),
        say(text, "“It will open,”", "she"),
    ]
    assert speakers(text, *statements) == ["Ruth Oduya", None, "Ruth Oduya"]


def test_it_is_not_a_body_in_what_was_said() -> None:
    text = "Port Harrow is shut, the Tovian coastguard said. Five were hurt, it said."
    statements = [
        say(text, "Port Harrow is shut", "the Tovian coastguard"),
        say(text, "Five were hurt", "it"),
    ]
    assert speakers(text, *statements) == ["Tovian coastguard", "Tovian coastguard"]


def test_a_place_is_not_the_body_named_after_it() -> None:
    text = "The Skallen Harbour Authority met in Skallen. Rain fell, Skallen said."
    assert speakers(text, say(text, "Rain fell", ("Skallen", 2))) != ["Skallen Harbour Authority"]


def test_nested_statements_bring_nobody_into_focus() -> None:
    text = "“They know what Peter Lind thinks of it,” Oskar Bahr said. It is late, he said."
    statements = [
        say(text, "“They know what Peter Lind thinks of it,”", "Oskar Bahr", cue="said"),
        say(text, "of it", "Peter Lind", parent=0),
        say(text, "It is late", ("he", 1), cue="said"),
    ]
    assert speakers(text, *statements) == ["Oskar Bahr", "Peter Lind", "Oskar Bahr"]


def test_who_means_the_name_before() -> None:
    text = "The prize went to Ruth Oduya, who said the bridge was safe."
    assert speakers(text, say(text, "the bridge was safe", "who")) == ["Ruth Oduya"]


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    text = "“I think it is over,” Ruth Oduya said."
    statements = [
        say(text, "“I think it is over,”", "Ruth Oduya"),
        say(text, "it is over", "I", parent=0),
    ]
    assert speakers(text, *statements) == ["Ruth Oduya", "Ruth Oduya"]


CONTINUATIONS = {
    "same paragraph": ("“We go,” Ruth Oduya said. “Soon.”", "Ruth Oduya"),
    "next paragraph": ("“We go,” Ruth Oduya said.\n\n“Soon.”", "Ruth Oduya"),
    "a paragraph between": ("“We go,” Ruth Oduya said.\n\nThe hall emptied.\n\n“Soon.”", None),
    "another sentence between": (
        "“We go,” Ruth Oduya said. The hall emptied. Rain fell. “Soon.”",
        None,
    ),
}


@pytest.mark.parametrize(("text", "name"), CONTINUATIONS.values(), ids=CONTINUATIONS)
def test_continuation(text: str, name: str | None) -> None:
    statements = [say(text, "“We go,”", "Ruth Oduya"), say(text, "“Soon.”", rule="continuation")]
    assert speakers(text, *statements) == ["Ruth Oduya", name]


def test_heading_in_marks_continues_nobody() -> None:
    text = "“We go,” Ruth Oduya said.\n\n‘A bridge too far’\n\nRain fell."
    statements = [
        say(text, "“We go,”", "Ruth Oduya"),
        say(text, "‘A bridge too far’", rule="continuation"),
    ]
    assert speakers(text, *statements) == ["Ruth Oduya", None]


def test_question_in_a_new_paragraph_may_be_anothers() -> None:
    text = "“We go,” Ruth Oduya said.\n\n“Now?”"
    statements = [say(text, "“We go,”", "Ruth Oduya"), say(text, "“Now?”", rule="continuation")]
    assert speakers(text, *statements) == ["Ruth Oduya", None]


JOINT = [
    "Ruth Oduya and Peter Lind",
    "the minister and Peter Lind",
    "Ana Roe, Ruth Oduya and Peter Lind",
    "Ruth Oduya and other members",
    "he and Peter Lind",
]


@pytest.mark.parametrize("source", JOINT)
def test_joint_source_is_nobodys_alone(source: str) -> None:
    text = f"The hall is ours, {source} said."
    assert speakers(text, say(text, "The hall is ours", source)) == [None]


def test_joint_speakers_stand_in_parallel() -> None:
    text = "The hall is ours, Ruth Oduya and Peter Lind said."
    (resolved,) = resolve(
        Article(text), [say(text, "The hall is ours", "Ruth Oduya and Peter Lind")]
    ).statements
    assert [(h.position, h.agent) for h in resolved.chain] == [(0, "Ruth Oduya"), (0, "Peter Lind")]
    assert resolved.speaker_reason == "joint"


@given(
    st.lists(
        st.sampled_from(
            ["Ruth Oduya", "he", "she", "the minister", "“", ".", "\n\n", "said", "Lind"]
        ),
        max_size=40,
    )
)
def test_any_text_resolves_in_length_and_order(words: list[str]) -> None:
    text = "x " + " ".join(words)
    statements = [
        say(text, "x", (word, 0)) for word in ("he", "Lind", "Ruth Oduya") if f" {word}" in text
    ]
    resolved = resolve(Article(text), statements).statements
    assert [s.source for s in resolved] == [s.source for s in statements]


SURE = {
    "a paper is no he": (
        "Rain is due, according to El Faro. “It is late,” he said.",
        [("Rain is due", "El Faro"), ("“It is late,”", "he")],
        None,
    ),
    "who quotes another does not say it": (
        "Ann Lee quoted her father: “Never sell.”",
        [("“Never sell.”", "Ann Lee")],
        None,
    ),
    "his captain is not the manager": (
        "“We won,” Otto Lind said. His captain disagreed. “A joke,” he said.",
        [("“We won,”", "Otto Lind"), ("“A joke,”", "he")],
        None,
    ),
    "a surname that is an office": (
        "Baker Ana Pohl came with chef Charlie Cook. It is late, Charlie Cook said.",
        [("It is late", "Charlie Cook")],
        "Charlie Cook",
    ),
    "a surname that is a document": (
        "Peter Law came. It was Law who won. The road is shut, Law said.",
        [("The road is shut", "Law")],
        "Peter Law",
    ),
    "a tired person known by name": (
        "Mayor Peter Lind came. The road is shut, a tired Lind said.",
        [("The road is shut", "a tired Lind")],
        "Peter Lind",
    ),
    "an article in lower case": (
        "Captain Omar al-Rashidi came. The road is shut, al-Rashidi said.",
        [("The road is shut", "al-Rashidi")],
        "Omar al-Rashidi",
    ),
    "who after a place": (
        "The prize went to Ruth Oduya of Harrow, who said it was late.",
        [("it was late", "who")],
        "Ruth Oduya",
    ),
    "partisans are nobody named": (
        "The road is shut, Democrats said.",
        [("The road is shut", "Democrats")],
        None,
    ),
    "a dateline is no source": (
        "HARROW (ABX) – Mayor Peter Lind said the road was shut.",
        [("the road was shut", "HARROW (ABX) – Mayor Peter Lind")],
        "Peter Lind",
    ),
    "a headline is no name": (
        "Mayor Peter Lind Opens Harrow Bridge.\n\nPeter Lind came. The road is shut, Lind said.",
        [("The road is shut", "Lind")],
        "Peter Lind",
    ),
}


@pytest.mark.parametrize(("text", "said", "name"), SURE.values(), ids=SURE)
def test_hard_cases(text: str, said: list[tuple[str, str]], name: str | None) -> None:
    statements = []
    for content, source in said:
        nth = text[: text.rindex(source)].count(source)
        cue = "quoted" if "quoted" in text else None
        statements.append(say(text, content, (source, nth), cue=cue))
    assert speakers(text, *statements)[-1] == name


def test_a_clause_is_its_speakers_own() -> None:
    text = "Alixa Roe said she thought it was late."
    statements = [
        say(text, "she thought it was late", "Alixa Roe", cue="said"),
        say(text, "it was late", "she", parent=0),
    ]
    assert speakers(text, *statements) == ["Alixa Roe", "Alixa Roe"]


def test_how_sure_a_speaker_is_and_whom_a_blank_one_may_mean() -> None:
    text = "Ann Lee met Bob Ray in Harrow. “It is late,” he said. Rain fell, experts said."
    statements = [say(text, "“It is late,”", "he"), say(text, "Rain fell", "experts")]
    unsure, unnamed = resolve(Article(text), statements).statements
    assert (unsure.speaker, unsure.proposed) == (None, "Bob Ray")
    assert unsure.speaker_reason.startswith("unsure")
    assert unsure.speaker_confidence is not None
    assert (unnamed.proposed, unnamed.speaker_confidence) == (None, None)


@given(
    st.lists(
        st.sampled_from(["Ruth Oduya", "he", "she", "Peter Lind", "met", ".", "\n\n", "said"]),
        max_size=40,
    )
)
def test_a_named_speaker_is_above_the_threshold(words: list[str]) -> None:
    text = "x " + " ".join(words)
    statements = [say(text, "x", (w, 0)) for w in ("he", "she") if f" {w} " in f"{text} "]
    for statement in resolve(Article(text), statements).statements:
        sure = statement.speaker_confidence
        assert statement.speaker is None or (sure is not None and THRESHOLD <= sure <= 1)
        assert statement.speaker is None or statement.proposed is None
        assert statement.confidence == 0.5
