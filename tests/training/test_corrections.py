"""What the desk corrected becomes marked articles: its words, and only where people looked."""

import pytest

from tests.builders import add
from tracker.correction import Correction, correct
from tracker.model import Act, Attribution, Kind, MarkedArticle, Span
from tracker.recording import Entry, record
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.training.corrections import corrected_articles

TEXT = (
    "Lind said on Friday that the port is shut. Nobody came.\n\n"
    "Cho told reporters that the ferry had sunk. Pell urged the crew to wait.\n\n"
    "The army fired two missiles towards the sea on Friday."
)
PORT, FERRY, CREW, MISSILES = 1, 2, 3, 4
"""Occurrences of TEXT, in its order."""


def at(words: str) -> Span:
    assert TEXT.count(words) == 1
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def added(engine: Engine) -> Engine:
    """An engine on a database that holds TEXT, its occurrences as numbered above."""
    assert list(add(engine, TEXT).occurrences) == [PORT, FERRY, CREW, MISSILES]
    return engine


def mend(engine: Engine, occurrence: int, **change: object) -> None:
    correct(engine, occurrence, Correction(**change), "heard it", "vera")  # type: ignore[arg-type]


def marks(engine: Engine) -> MarkedArticle:
    """Return the one article that people decided on."""
    with reading(engine) as session:
        (article,) = corrected_articles(session)
    assert article.text == TEXT
    return article


def read(article: MarkedArticle) -> list[str]:
    """Return its attributions in a line each, as source / cue / content."""

    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(TEXT) for span in spans)

    return [
        f"{words(m.source)} / {words(m.cue)} / {words(m.content)}" for m in article.attributions
    ]


AS_FOUND = [
    "Lind / said / the port is shut",
    "Cho / told / the ferry had sunk",
    "Pell / urged / the crew to wait",
]


def test_nothing_corrected_is_nothing_to_learn_from(added: Engine) -> None:
    with reading(added) as session:
        assert corrected_articles(session) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"confirm": True}, AS_FOUND[0], id="confirmed"),
        pytest.param({"content": ("the port",)}, "Lind / said / the port", id="content"),
        pytest.param(
            {"content": ("is shut", "the port")}, "Lind / said / the port … is shut", id="pieces"
        ),
        pytest.param({"source": "Nobody"}, "Nobody / said / the port is shut", id="source"),
        pytest.param(
            {"cue": "said on Friday"}, "Lind / said on Friday / the port is shut", id="cue"
        ),
        pytest.param({"kind": Kind.QUOTE}, AS_FOUND[0], id="kind"),
        pytest.param({"speaker": "Ada Lind"}, AS_FOUND[0], id="speaker"),
    ],
)
def test_a_correction_is_what_the_mark_says(
    added: Engine, change: dict[str, object], expected: str
) -> None:
    mend(added, PORT, **change)
    assert read(marks(added)) == [expected, *AS_FOUND[1:]]


def test_the_act_is_that_of_the_statement(added: Engine) -> None:
    mend(added, CREW, confirm=True)
    assert {mark.act for mark in marks(added).attributions} == {Act.SPEECH}


def test_what_is_rejected_is_no_mark_until_it_is_confirmed(added: Engine) -> None:
    mend(added, FERRY, reject=True)
    rejected = marks(added)
    assert read(rejected) == [AS_FOUND[0], AS_FOUND[2]]
    assert [span.of(TEXT) for span in rejected.reviewed or ()] == [
        "Cho",
        "told",
        "the ferry had sunk",
    ]
    mend(added, FERRY, confirm=True)
    assert read(marks(added)) == AS_FOUND


def covered(article: MarkedArticle, words: str) -> bool:
    return any(span.overlaps(at(words)) for span in article.reviewed or ())


def test_only_sentences_in_which_someone_decided_are_reviewed(added: Engine) -> None:
    mend(added, FERRY, confirm=True)
    article = marks(added)
    assert covered(article, "Cho told")
    for unseen in ("Lind", "Nobody came", "Pell urged", "two missiles"):
        assert not covered(article, unseen)


def test_what_lies_between_the_old_words_and_the_new_was_not_seen(added: Engine) -> None:
    mend(added, PORT, content=("the crew to wait",))
    article = marks(added)
    assert covered(article, "the port is shut"), "it is not what was said"
    assert covered(article, "the crew to wait")
    for unseen in ("Nobody came", "Cho told"):
        assert not covered(article, unseen)


def test_facts_that_the_article_asserts_are_no_marks(added: Engine) -> None:
    mend(added, MISSILES, confirm=True)
    article = marks(added)
    assert read(article) == AS_FOUND
    assert covered(article, "two missiles"), "and that is worth knowing"


def test_an_asserted_fact_that_is_given_a_source_is_one(added: Engine) -> None:
    mend(added, MISSILES, source="The army")
    assert len(marks(added).attributions) == 4


def test_a_recorded_statement_is_learnt_with_its_cue(added: Engine) -> None:
    recorded = record(added, Entry("Nobody came", article_id=1), "vera")
    with reading(added) as session:
        assert corrected_articles(session) == [], "without a cue it would teach the contrary"
    mend(added, recorded.occurrence_id, source="Lind", cue="said")
    (mark,) = (m for m in marks(added).attributions if m.content == (at("Nobody came"),))
    assert mark == Attribution((at("Nobody came"),), (at("Lind"),), (at("said"),))


def test_articles_stand_in_the_same_order_in_every_database(
    sqlite_engine: Engine, second_sqlite_engine: Engine
) -> None:
    texts = [TEXT, TEXT.replace("Friday", "Monday"), TEXT.replace("Friday", "Sunday")]
    found = []
    for engine, order in ((sqlite_engine, texts), (second_sqlite_engine, texts[::-1])):
        for text in order:
            mend(engine, add(engine, text).occurrences[0], confirm=True)
        with reading(engine) as session:
            found.append(corrected_articles(session))
    assert found[0] == found[1]
    assert len(found[0]) == 3
