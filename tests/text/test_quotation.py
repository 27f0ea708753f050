"""Quotation marks: every style, nesting, apostrophes, odd marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.quotation import Quotation, find_quotations
from tracker.text.sentences import find_paragraphs


def quotations(text: str) -> list[Quotation]:
    return find_quotations(text, find_paragraphs(text))


def outer(text: str) -> list[str]:
    return [found.span.of(text) for found in quotations(text) if found.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We sail,” she said.", ["“We sail,”"], id="curly"),
        pytest.param('"We sail," she said.', ['"We sail,"'], id="straight"),
        pytest.param("‘We sail,’ she said.", ["‘We sail,’"], id="british"),
        pytest.param("'We sail,' she said.", ["'We sail,'"], id="straight single"),
        pytest.param("''We sail,'' she said.", ["''We sail,''"], id="two apostrophes"),
        pytest.param("„Wir fahren“, sagte sie.", ["„Wir fahren“"], id="german"),
        pytest.param("«On part», dit-elle.", ["«On part»"], id="guillemets"),
        pytest.param(
            "‘The workers’ union won’t sail,’ he said.",
            ["‘The workers’ union won’t sail,’"],
            id="possessive inside single",
        ),
        pytest.param("The boys’ club and the girls’ club.", [], id="possessives alone"),
        pytest.param("Get ’em out, the ’90s are over, y’all.", [], id="elisions"),
        pytest.param("'Tis late, don't go.", [], id="straight elision"),
        pytest.param("It is 6'2\" tall.", [], id="feet and inches"),
        pytest.param("‘Tell ’em,’ he said.", ["‘Tell ’em,’"], id="elision inside single"),
        pytest.param("“A,” he said. “B.”", ["“A,”", "“B.”"], id="broken by a cue"),
        pytest.param(
            '"Lost mark, he said. "Next," she said.', ['"Next,"'], id="odd opening dropped"
        ),
        pytest.param(
            "“Wrong close,“ she said.", ["“Wrong close,“"], id="closing printed as opening"
        ),
    ],
)
def test_outermost_quotations(text: str, expected: list[str]) -> None:
    assert outer(text) == expected


def test_single_inside_double_is_nested() -> None:
    text = "“She told me ‘never again’ twice,” he said."
    assert [(found.span.of(text), found.depth) for found in quotations(text)] == [
        ("“She told me ‘never again’ twice,”", 0),
        ("‘never again’", 1),
    ]


def test_double_inside_single_is_nested() -> None:
    text = "‘She told me “never” twice,’ he said."
    assert [found.depth for found in quotations(text)] == [0, 1]


def test_paragraph_without_closing_mark_runs_to_its_end() -> None:
    text = "“The first paragraph goes on.\n\n“The second ends it.”"
    assert [(found.span.of(text), found.closed) for found in quotations(text)] == [
        ("“The first paragraph goes on.", False),
        ("“The second ends it.”", True),
    ]


def test_an_odd_mark_spoils_only_its_own_paragraph() -> None:
    text = "He said “no.\n\n“We sail,” she said."
    assert "“We sail,”" in outer(text)


def test_inner_is_without_the_marks() -> None:
    text = "“We sail,” she said."
    assert quotations(text)[0].inner.of(text) == "We sail,"


@given(st.text(alphabet="ab ,.\n“”‘’\"'„«»", max_size=80))
def test_quotations_lie_in_order_within_the_text(text: str) -> None:
    found = quotations(text)
    assert found == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    tops = [q.span for q in found if q.depth == 0]
    assert all(a.end <= b.start for a, b in itertools.pairwise(tops))
    assert all(0 <= q.span.start < q.inner.end <= q.span.end <= len(text) for q in found)
