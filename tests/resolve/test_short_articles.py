"""Speakers of short articles, read from their text as users read them."""

import pytest

from tracker.model import Article
from tracker.pipeline import Reader


def who_said(text: str) -> dict[str, str | None]:
    """Return the speaker of each content."""
    return {s.text(text): s.speaker for s in Reader().read(Article(text=text)).statements}


TITLES = {
    "first secretary": "First Secretary Rim Chol Guk watched the test.",
    "prime minister": "Prime Minister Ada Maria Lind watched the test.",
    "foreign minister": "Foreign Minister Ada Lind watched the test.",
}


@pytest.mark.parametrize(("office", "opening"), TITLES.items(), ids=TITLES)
def test_a_title_in_capitals_stands_for_its_bearer(office: str, opening: str) -> None:
    title = office.title()
    name = opening.removeprefix(f"{title} ").removesuffix(" watched the test.")
    text = f"{opening}\n\nThe {title} was pleased. The {title} said that the range was right."
    assert who_said(text)["the range was right"] == name


def test_a_title_in_capitals_of_two_is_nobodys() -> None:
    text = (
        "Rain fell.\n\nForeign Minister Ada Lind came.\n\nForeign Minister Karl Vane left.\n\n"
        "The Foreign Minister said that it was late."
    )
    assert who_said(text)["it was late"] is None


def test_another_title_in_capitals_is_not_hers() -> None:
    text = "Foreign Minister Ada Lind came.\n\nThe Health Minister said that it was late."
    assert who_said(text)["it was late"] is None


def test_a_title_that_opens_a_sentence_is_in_focus() -> None:
    text = (
        "First Secretary Rim Chol Guk watched the test.\n\n"
        "The First Secretary was greatly pleased. “It is good,” he said."
    )
    assert who_said(text)["“It is good,”"] == "Rim Chol Guk"


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        pytest.param("He paused for a moment.", "Karl Amund", id="the speaker"),
        pytest.param("When I read her the line, she laughs.", None, id="another person"),
        pytest.param("She laughs, and he does too.", "Karl Amund", id="both"),
        pytest.param("Rain fell on the roof.", None, id="nobody"),
    ],
)
def test_a_sentence_between_two_quotations(between: str, speaker: str | None) -> None:
    text = f"“She was late,” said Mr Karl Amund. {between} “Who told you of it? Nobody knew.”"
    assert who_said(text)["“Who told you of it? Nobody knew.”"] == speaker


def test_it_is_the_body_and_not_whose_it_is() -> None:
    text = "Rain fell. Japan’s Defence Ministry said two ships sank. It put the range at 350 km."
    assert who_said(text)["the range at 350 km"] == "Defence Ministry"


@pytest.mark.parametrize("verb", ["welcomed", "criticised", "dismissed"])
def test_what_she_called_it_is_her_own_word(verb: str) -> None:
    text = f"Rain fell. Robin Lind {verb} what she called “a small window in the wall”."
    said = who_said(text)
    assert said["“a small window in the wall”"] == "Robin Lind"


def test_what_he_called_it_is_not_hers() -> None:
    text = "Rain fell. Mrs Ada Lind welcomed what he called “a small window in the wall”."
    assert who_said(text)["“a small window in the wall”"] is None


def test_him_may_be_whom_the_sentence_names() -> None:
    text = (
        "Rain fell. Mr Karl Lind said it was late.\n\n"
        "Radio Marlow showed Rim at a mill and quoted him as saying that it was good.\n\n"
        "Rim said on Monday that the mill was old."
    )
    assert who_said(text)["it was good"] is None


def test_whom_a_headline_does_not_name_is_nobodys_rival() -> None:
    text = (
        "Council aide: Sarvan to hold a third round\n\n"
        "The round is in May, Council Secretary Arkady Voss told reporters on Tuesday.\n\n"
        "“The ball is in their court,” he said."
    )
    assert who_said(text)["“The ball is in their court,”"] == "Arkady Voss"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rain fell.\n\nThe mayor said it was late.\n\nAda Lind, the mayor of Orlo, left.", None),
        (
            "Rain fell.\n\nAda Lind, the mayor of Orlo, left.\n\nThe mayor said it was late.",
            "Ada Lind",
        ),
        (
            "Judge says it was late\n\nJudge Ada Lind, who has sat in Orlo for years, was clear.",
            "Ada Lind",
        ),
        (
            "Rain fell.\n\nThe ministry said it was late.\n\nThe Unification Ministry was glad.",
            None,
        ),
    ],
    ids=["before the name", "behind the name", "a headline", "a body"],
)
def test_a_description_means_nobody_who_has_not_come_up(text: str, speaker: str | None) -> None:
    assert who_said(text)["it was late"] == speaker


def test_a_ward_in_brackets_is_nobodys_rival() -> None:
    text = (
        "Rain fell.\n\nCllr Karl Petty (Con, Upper Orlo), who runs the pool, said it was old.\n\n"
        "Cllr Nusrat Beg (Lab, Larch) said the roof was sound.\n\n‘I learned it there,’ she said."
    )
    assert who_said(text)["‘I learned it there,’"] == "Nusrat Beg"
