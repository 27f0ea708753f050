"""Attributions as tags and back: nothing that tags can express is lost on the way."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.assemble import in_context
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sequence.tags import CUE, OUTSIDE, TAGS, Found, decode, encode
from tracker.model import Attribution, MarkedArticle, Span

ORDERS = ["SQC", "CQS", "CSQ", "QC", "CQ", "CQSC", "SCQC", "QSC", "CSQC"]
"""Sources, cues and contents in the orders in which news puts them."""


@dataclass(frozen=True)
class Laid:
    """Words in a row with the attributions among them, as token ranges."""

    size: int
    found: list[Found]


@st.composite
def laid_out(draw: st.DrawFn) -> Laid:
    """Attributions one after the other, each part a few words, with words between some."""
    at = 0
    found: list[Found] = []
    for order in draw(st.lists(st.sampled_from(ORDERS), max_size=4)):
        parts: dict[str, list[tuple[int, int]]] = {"S": [], "Q": [], "C": []}
        at += draw(st.integers(0, 2))
        for kind in order:
            size = draw(st.integers(1, 3))
            parts[kind].append((at, at + size))
            at += size + draw(st.integers(0, 1))
        source = parts["S"][0] if parts["S"] else None
        found.append(Found(parts["Q"][0], source, parts["C"]))
    return Laid(max(1, at), found)


def in_words(laid: Laid) -> tuple[Sentence, list[Attribution]]:
    """Return a sentence of as many words, and the attributions as spans of it."""
    (sentence,) = Reading.of(" ".join(["word"] * laid.size)).sentences
    return sentence, [
        Attribution(
            content=tuple(sentence.span(*piece) for piece in one.content),
            source=(sentence.span(*one.source),) if one.source else (),
            cue=(sentence.span(*one.cue),),
        )
        for one in laid.found
    ]


def with_shared_sources(found: list[Found]) -> list[Found]:
    """Return attributions as `decode` gives them: one without a source has that before it."""
    before = None
    for one in found:
        one.source = before = one.source or before
    return found


@given(laid_out())
def test_what_is_encoded_is_decoded(laid: Laid) -> None:
    sentence, attributions = in_words(laid)
    tags = encode(sentence, attributions)
    assert len(tags) == len(sentence)
    assert decode(tags) == with_shared_sources(laid.found)


@given(st.lists(st.sampled_from(TAGS), max_size=30))
def test_any_tags_can_be_decoded(tags: list[str]) -> None:
    """What comes out lies in the sentence, and no word is two things."""
    for found in decode(tags):
        assert found.content == sorted(found.content)
        pieces = [found.cue, *found.content]
        words = [at for first, last in pieces for at in range(first, last)]
        assert found.content
        assert len(words) == len(set(words))
        assert all(0 <= at < len(tags) for at in words)
        assert all(tags[at][2:] == CUE for at in range(*found.cue))
        if found.source:
            assert all(tags[at][2] == "S" for at in range(*found.source))


def read(tags: list[str]) -> list[tuple[str, str | None, list[str]]]:
    """Return what tags say as the numbers of their words: cue, source, contents."""

    def words(piece: tuple[int, int]) -> str:
        return "".join(str(at) for at in range(*piece))

    return [
        (words(one.cue), words(one.source) if one.source else None, [*map(words, one.content)])
        for one in decode(tags)
    ]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param("O O", [], id="nothing"),
        pytest.param("B-S< B-Q", [], id="a cue without content is left out"),
        pytest.param("B-C< B-S<", [], id="content without a cue is nobody's"),
        pytest.param("B-S< B-Q B-C> I-C>", [("1", "0", ["23"])], id="content behind"),
        pytest.param("B-C< O B-S> B-Q", [("3", "2", ["0"])], id="an arrow that points wrong"),
        pytest.param(
            "B-C< B-Q B-S> B-C>", [("1", "2", ["0", "3"])], id="content on either side of its cue"
        ),
        pytest.param(
            "B-S< B-Q B-C> O B-Q B-C>",
            [("1", "0", ["2"]), ("4", "0", ["5"])],
            id="a second cue shares the source",
        ),
        pytest.param(
            "B-S< B-Q B-C> B-C< B-S< B-Q",
            [("1", "0", ["2"]), ("5", "4", ["3"])],
            id="arrows tell contents apart that touch",
        ),
        pytest.param("I-Q I-C> I-C>", [("0", None, ["12"])], id="a run may begin with I"),
        pytest.param("B-Q B-C> B-C>", [("0", None, ["1", "2"])], id="B begins a run of its own"),
    ],
)
def test_decoding(tags: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert read(tags.split()) == expected


def test_what_stands_inside_another_content_is_passed_over() -> None:
    sentence, (outer,) = in_words(Laid(7, [Found((1, 2), (0, 1), [(2, 7)])]))
    inner = Attribution((sentence.span(4, 7),), (sentence.span(2, 3),), (sentence.span(3, 4),))
    for marks in ([outer, inner], [inner, outer]):
        assert decode(encode(sentence, marks)) == [Found((1, 2), (0, 1), [(2, 7)])]


def test_a_token_belongs_where_at_least_half_of_it_lies() -> None:
    (sentence,) = Reading.of("Lind said rainstorms came").sentences
    most = Attribution((Span(14, 20),), (), (Span(5, 9),))
    least = Attribution((Span(17, 20),), (), (Span(5, 9),))
    assert encode(sentence, [most]) == [OUTSIDE, "B-Q", "B-C>", OUTSIDE]
    assert encode(sentence, [least]) == [OUTSIDE, "B-Q", OUTSIDE, OUTSIDE]


def test_marks_without_a_cue_in_the_sentence_leave_no_tag() -> None:
    (sentence,) = Reading.of("the pillars were cracked").sentences
    assert set(encode(sentence, [Attribution((Span(0, 24),))])) == {OUTSIDE}


def test_marked_articles_give_tags_that_follow_each_other(marked: list[MarkedArticle]) -> None:
    for article in marked:
        for sentence, _ in in_context(Reading.of(article.text)):
            tags = encode(sentence, article.attributions)
            assert set(tags) <= set(TAGS)
            for before, tag in zip([OUTSIDE, *tags], tags, strict=False):
                assert tag[0] != "I" or before[2:] == tag[2:]
