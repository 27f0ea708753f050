"""The model that ships: what it may be made of, what it finds, and that it loses no quotation."""

import hashlib
import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.test_hostile import KINDS, LINEAR, NEWS, SIZE, Work, check
from tracker.extract import extract
from tracker.extract.assemble import in_context
from tracker.extract.reading import Reading
from tracker.extract.sentence import draft_sentence, is_quoted, read_sentence
from tracker.extract.sequence.join import RULE
from tracker.extract.sequence.model import SequenceModel
from tracker.model import Article, Statement, StatementType
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.training import open_model

FOLDER = data_folder("model")
MEGABYTES = 1_000_000
MAY_BE_SHIPPED = {"marked articles of tracker": "MIT, as this program"}
"""Sets of marked articles whose licence lets weights travel with the program."""


MODEL = open_model(FOLDER)
READER = Reader(model=MODEL.reader, model_name=MODEL.name)


def test_it_is_what_its_card_says() -> None:
    card = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
    for name, about in card["files"].items():
        body = (FOLDER / name).read_bytes()
        assert len(body) == about["bytes"]
        assert hashlib.sha256(body).hexdigest() == about["sha256"]
    assert {path.name for path in FOLDER.iterdir()} == {*card["files"], "card.json", "README.md"}


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 15 * MEGABYTES


def test_it_is_made_of_what_may_be_shipped() -> None:
    made_of = {data["name"]: data["licence"] for data in MODEL.card["data"]}
    assert made_of.items() <= MAY_BE_SHIPPED.items()
    assert made_of


def test_its_page_tells_the_same() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    for data in MODEL.card["data"]:
        assert f"| {data['name']} | {data['articles']} |" in page
        assert data["digest"][:16] in page
    assert all(about["sha256"][:16] in page for about in MODEL.card["files"].values())


def found(text: str, model: SequenceModel | None) -> list[tuple[str, str | None, str]]:
    """Return source, cue and content of each statement, by their words."""
    return [
        (
            one.source.of(text) if one.source else "",
            one.cue.of(text) if one.cue else None,
            one.text(text),
        )
        for one in extract(Article(text=text), model=model)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board met on Monday. Ines Okafor minuted that the quay had sunk by a metre.",
            ("Ines Okafor", "minuted", "the quay had sunk by a metre"),
        ),
    ],
    ids=["a verb of no list"],
)
def test_it_finds_what_rules_do_not(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text, None) == []
    assert found(text, MODEL.reader) == [expected]


def test_what_it_finds_goes_under_its_name() -> None:
    text = "The board met on Monday. Ines Okafor minuted that the quay had sunk by a metre."
    (one,) = extract(Article(text=text), model=MODEL.reader)
    assert one.rule == RULE
    assert MODEL.reader.floor <= one.confidence < 1


_WORDS = [
    *["Ada Lind", "Lind", "Mr. Pell", "the mayor", "a spokesman", "KNA", "she", "they", "who"],
    *["said", "says", "told", "urged", "minuted", "according to", "believes", "hopes", "vowed"],
    *[
        "that",
        "to",
        "and",
        "but",
        "whether",
        "the port is shut",
        "31 people had died",
        "insistence",
    ],
    *[
        "“We sail,”",
        "“We had no choice at all.”",
        "‘no’",
        "“the pillars",
        "were cracked.”",
        "said:",
    ],
    *[",", ".", ":", "—", ";", "?", "\n", "\n\n", "ORLO, May 3 –", "Q:", "on Tuesday", "in Orlo"],
]
SOUPS = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join) | st.lists(
    st.sampled_from([one.strip() for one in NEWS.split(". ")]), max_size=6
).map(". ".join)


@given(SOUPS)
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    article = Article(text=text)
    check(text, list(READER.read(article).statements))
    check(text, extract(article, model=MODEL.reader))


@pytest.mark.parametrize("kind", KINDS)
def test_texts_that_nobody_wrote_to_be_read(kind: str) -> None:
    text = KINDS[kind](SIZE)
    check(text, extract(Article(text=text), model=MODEL.reader))


@pytest.mark.parametrize("kind", ["news", "cues with that", "names", "one sentence"])
def test_work_is_linear(kind: str) -> None:
    def read(text: str) -> object:
        return extract(Article(text=text), model=MODEL.reader)

    once, twice = (Work(read).of(KINDS[kind](size)) for size in (SIZE, 2 * SIZE))
    assert twice <= LINEAR * once + 100


@pytest.mark.parametrize("model", [None, MODEL.reader], ids=["rules", "model"])
@pytest.mark.parametrize("text", [", — Ada Lind", "., - Ada Lind", ", . — the mayor"])
def test_a_signature_below_no_quotation_signs_nothing(
    text: str, model: SequenceModel | None
) -> None:
    assert extract(Article(text=text), model=model) == []


@given(SOUPS)
def test_what_is_below_the_floor_is_left_out_but_for_quotations(text: str) -> None:
    model = MODEL.reader
    for sentence, around in in_context(Reading.of(text)):
        if sentence.inside:
            continue
        drafts, tagged = draft_sentence(sentence, around, model)
        model.judge(sentence, drafts, tagged)
        kept = read_sentence(sentence, around, model)
        for draft in drafts:
            sure = draft.confidence is not None and draft.confidence >= model.floor
            assert (draft in kept) == (sure or is_quoted(sentence, draft))


def quoted(text: str, statements: Iterable[Statement]) -> set[int]:
    """Return the places of the text that stand in a quotation and in a statement."""
    reading = Reading.of(text)
    said = {at for one in statements for s in one.content for at in range(s.start, s.end)}
    marked = {at for one in reading.outer for at in range(one.span.start, one.span.end)}
    return {at for at in said & marked if text[at].isalnum()}


@given(SOUPS)
def test_no_quotation_that_rules_find_is_lost(text: str) -> None:
    article = Article(text=text)
    by_rules = [one for one in extract(article) if one.type is not StatementType.INDIRECT]
    assert quoted(text, by_rules) <= quoted(text, extract(article, model=MODEL.reader))


@given(SOUPS)
def test_reading_twice_gives_the_same(text: str) -> None:
    article = Article(text=text)
    assert READER.read(article) == READER.read(article)
