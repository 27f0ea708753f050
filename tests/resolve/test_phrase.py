"""Reading a source phrase on its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import AgentKind
from tracker.resolve.lexicon import Gender
from tracker.resolve.phrase import Form, read_phrase

NAMES = [
    ("Ines Okafor", "Ines Okafor", None, None),
    ("harbour master Ines Okafor", "Ines Okafor", "harbour master", None),
    ("Tovia’s press secretary Lena Brandt", "Lena Brandt", "press secretary", "Tovia"),
    (
        "the Command’s Public Relations Officer, DSP Ruth Ekwe",
        "Ruth Ekwe",
        "Public Relations Officer",
        "Command",
    ),
    ("Norland Defence Minister Piet Aaker", "Piet Aaker", "Norland Defence Minister", None),
    ("Secretary of State Ann Lee", "Ann Lee", "Secretary of State", None),
    ("President of the Board Ann Lee", "Ann Lee", "President of the Board", None),
    ("leader of the Dawn Party Zorka Lee", "Zorka Lee", "leader of the Dawn Party", None),
    ("chief of staff Ann Lee", "Ann Lee", "chief of staff", None),
    ("Chief of the General Staff Ann Lee", "Ann Lee", "Chief of the General Staff", None),
    ("Mr Pell", "Pell", None, None),
    ("An Chan-woo, a weaver who runs the guild", "An Chan-woo", "weaver", None),
    ("Kofi Mensah, leader of the Dock League", "Kofi Mensah", "leader", "Dock League"),
    ("The Minister for Housing, Nuala Keane", "Nuala Keane", "Minister", "Housing"),
    (
        "the candidate of the Dawn Party, NDP, Senator Bola Nnadi",
        "Bola Nnadi",
        "candidate",
        "Dawn Party",
    ),
    ("81-year-old Parker Eaton, a nominal Republican", "Parker Eaton", None, None),
    (
        "Former Secretary of State and Unity frontrunner Hilda Cole",
        "Hilda Cole",
        "Former Secretary of State and Unity frontrunner",
        None,
    ),
    ("Benedict Yarrow of the group Clean Seats", "Benedict Yarrow", None, None),
    ("J. K. Orme", "J. K. Orme", None, None),
    (
        "Vera Tikh, professor of river studies at the University of Tarn",
        "Vera Tikh",
        "professor of river studies",
        "University of Tarn",
    ),
]


@pytest.mark.parametrize(("words", "name", "title", "holder"), NAMES, ids=[n[0] for n in NAMES])
def test_person_is_read_with_position(
    words: str, name: str, title: str | None, holder: str | None
) -> None:
    phrase = read_phrase(words)
    assert (phrase.form, " ".join(phrase.name)) == (Form.NAME, name)
    if title:
        assert phrase.title == title
        assert phrase.holder == holder


BODIES = [
    ("the official Western News Agency (WNA)", "Western News Agency"),
    ("The Silver House", "Silver House"),
    ("the Norwegian military", "Norwegian military"),
    ("Aaker’s ministry", "Aaker’s ministry"),
    ("the union United Ward Staff", "United Ward Staff"),
    ("brokerage Dunn & Co", "Dunn & Co"),
    ("Doctors for the Delta", "Doctors for the Delta"),
    ("the Ministry of Health and Welfare", "Ministry of Health and Welfare"),
    ("the F.A.A.", "F.A.A."),
    ("the Joint Chiefs of Staff", "Joint Chiefs of Staff"),
    ("Norway’s Joint Chiefs of Staff", "Joint Chiefs of Staff"),
    ("the General Staff", "General Staff"),
    (
        "the General Staff of the Tovian People's Army",
        "General Staff of the Tovian People's Army",
    ),
    ("the Ministry of Defence of Tovia", "Ministry of Defence of Tovia"),
    ("the Institute for Peace and Unification", "Institute for Peace and Unification"),
    ("the Council of Ministers", "Council of Ministers"),
    ("the League of Women Voters", "League of Women Voters"),
    ("the Tovian coastguard", "Tovian coastguard"),
    ("Norway's space agency", "Norway's space agency"),
]


@pytest.mark.parametrize(("words", "name"), BODIES, ids=[b[0] for b in BODIES])
def test_body_is_read_whole(words: str, name: str) -> None:
    phrase = read_phrase(words)
    assert (phrase.form, " ".join(phrase.name)) == (Form.NAME, name)
    assert phrase.kind is AgentKind.ORGANIZATION


OTHERS = [
    ("he", Form.PRONOUN),
    ("experts", Form.UNNAMED),
    ("two people familiar with the talks", Form.UNNAMED),
    ("a spokeswoman for the Transit Board", Form.UNNAMED),
    ("Turkish officials", Form.UNNAMED),
    ("Another Tovian who prayed at the River Centre", Form.UNNAMED),
    ("some in Warsaw", Form.UNNAMED),
    ("one member backing Mr Orme", Form.UNNAMED),
    ("firms like McArdle", Form.UNNAMED),
    ("Of 22,700 readers who took part, 71 percent", Form.UNNAMED),
    ("photographs released by the Palace", Form.DOCUMENT),
    ("a memo dated Feb. 6", Form.DOCUMENT),
    ("the minister", Form.DESCRIPTION),
    ("the North Korean leader", Form.DESCRIPTION),
    ("the 54-year-old", Form.DESCRIPTION),
    ("her spokesman", Form.DESCRIPTION),
    ("The Trust", Form.DESCRIPTION),
    ("the Dane", Form.DESCRIPTION),
    ("a Tovian coastguard", Form.UNNAMED),
    ("Ministry of Health Officials", Form.UNNAMED),
    ("Norway’s largest bank", Form.DESCRIPTION),
    ("President of the World Bank Group", Form.DESCRIPTION),
    ("the Head of the Board", Form.DESCRIPTION),
]


@pytest.mark.parametrize(("words", "form"), OTHERS, ids=[o[0] for o in OTHERS])
def test_what_is_no_name_is_not_taken_for_one(words: str, form: Form) -> None:
    assert read_phrase(words).form is form


def test_document_speaks_for_a_maker_it_names() -> None:
    assert read_phrase("A report from the River Institute").name == ("River", "Institute")
    assert read_phrase("a report seen by the River Institute").name == ()


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("Mrs Orme", Gender.FEMALE),
        ("spokesman Lee Orme", Gender.MALE),
        ("her spokeswoman", Gender.FEMALE),
        ("Dr Orme", None),
    ],
)
def test_titles_tell_gender(words: str, gender: Gender | None) -> None:
    assert read_phrase(words).gender is gender


def test_first_capital_of_a_sentence_may_be_no_name() -> None:
    assert read_phrase("Builders").form is Form.NAME
    assert read_phrase("Builders", lambda place, word: place == 0).form is Form.UNNAMED


@given(st.text(max_size=80))
def test_any_words_can_be_read(words: str) -> None:
    phrase = read_phrase(words)
    assert phrase.form is not Form.NAME or phrase.name
