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
        pytest.param("»We sail«, said Cho.", ["»We sail«"], id="guillemets turned"),
        pytest.param("« On part », dit-elle.", ["« On part »"], id="guillemets with spaces"),
        pytest.param("``We sail,'' she said.", ["``We sail,''"], id="typewriter"),
        pytest.param("`We sail,' she said.", ["`We sail,'"], id="typewriter single"),
        pytest.param('" We sail, " she said.', ['" We sail, "'], id="spaces inside the marks"),
        pytest.param('“We sail," she said.', ['“We sail,"'], id="closed in another style"),
        pytest.param('"We sail,” she said.', ['"We sail,”'], id="opened in another style"),
        pytest.param(
            '"A “bright idea” it was," she said.',
            ['"A “bright idea” it was,"'],
            id="curly within straight",
        ),
        pytest.param(
            '“A "bright idea" it was,” she said.',
            ['“A "bright idea" it was,”'],
            id="straight within curly",
        ),
        pytest.param(
            "“A “bright idea” it was,” she said.",
            ["“A “bright idea” it was,”"],
            id="the same style within itself",
        ),
        pytest.param(
            '"A "bright idea" it was," she said.',
            ['"A "bright idea" it was,"'],
            id="straight within straight",
        ),
        pytest.param(
            '“Lost mark, he said. "Next," she said.', ['"Next,"'], id="odd opening, another style"
        ),
        pytest.param("She left.” “We sail,” he said.", ["“We sail,”"], id="odd closing mark"),
        pytest.param(
            '"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"'], id="inches in a quotation"
        ),
        pytest.param(
            "‘’Tis the ’90s, and dogs’ dinners won’t do,’ he said.",
            ["‘’Tis the ’90s, and dogs’ dinners won’t do,’"],
            id="elision opens a single one",
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


def test_quotation_opened_once_runs_over_paragraphs_to_its_closing_mark() -> None:
    text = "She said: “We waited.\n\nNobody came.\n\nSo we left.” It rained.\n\n“No,” he said."
    assert outer(text) == ["“We waited.", "Nobody came.", "So we left.”", "“No,”"]


@pytest.mark.parametrize(
    "between",
    ["Nobody came.\n\n" * 4, "Nobody said “no” then.\n\n"],
    ids=["far away", "another quotation between"],
)
def test_stray_closing_mark_later_on_quotes_nothing(between: str) -> None:
    text = f"She said: “We waited.\n\n{between}So we left.” It rained."
    assert "So we left.”" not in outer(text)


def test_forgotten_closing_mark_does_not_swallow_a_text_without_paragraphs() -> None:
    text = "She said “we waited. " + "Then it rained on the town. " * 400
    assert outer(text) == ["“we waited."]


def test_inner_is_without_the_marks() -> None:
    text = "“We sail,” she said."
    assert quotations(text)[0].inner.of(text) == "We sail,"


@given(st.text(alphabet="ab ,.\n“”‘’\"'`„«»", max_size=80))
def test_quotations_lie_in_order_within_the_text(text: str) -> None:
    found = quotations(text)
    assert found == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    tops = [q.span for q in found if q.depth == 0]
    assert all(a.end <= b.start for a, b in itertools.pairwise(tops))
    assert all(0 <= q.span.start < q.inner.end <= q.span.end <= len(text) for q in found)
