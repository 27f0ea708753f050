"""Whose copy an article is, and whom it credits."""

import pytest

from tracker.model import Article
from tracker.resolve import find_credits
from tracker.resolve.credits import find_origins

BODY = "The port was shut on Monday after a storm. Nobody was hurt.\n\nIt will open again."

ORIGINS = [
    (f"TARROW (Reuters) — {BODY}", ["Reuters"]),
    (f"Port shut\n\nTARROW, May 2 (Nord Wire) - {BODY}", ["Nord Wire"]),
    (f"TARROW (AFP/AP) — {BODY}", ["AFP", "AP"]),
    (f"TARROW (Norway) — {BODY}", []),
    (f"Port shut\n\nBy Ana Lee, Reuters\n\n{BODY}", ["Reuters"]),
    (f"Port shut\n\nBy The Associated Press\n\n{BODY}", ["Associated Press"]),
    (f"Port shut\n\nAgence France-Presse\n\n{BODY}", ["Agence France-Presse"]),
    (f"Port shut\n\nBy Ana Lee, Political Editor\n\n{BODY}", []),
    (f"{BODY}\n\n— Reuters", ["Reuters"]),
    (f"{BODY} (AFP)", ["AFP"]),
    (f"{BODY}\n\nSource: Xinhua", ["Xinhua"]),
    (f"{BODY}\n\nThis story was first published by the Marlow Gazette.", ["Marlow Gazette"]),
    (f"{BODY}\n\nHis letters were first published by the Marlow Gazette.", []),
    (f"{BODY}\n\n(With inputs from Reuters)", []),
    (BODY, []),
]


@pytest.mark.parametrize(("text", "names"), ORIGINS, ids=range(len(ORIGINS)))
def test_origins(text: str, names: list[str]) -> None:
    found = find_origins(Article(text))
    assert [origin.name for origin in found] == names
    assert all(o.span and o.span.of(text) == o.name for o in found)


@pytest.mark.parametrize("author", ["Reuters", "Ana Lee, Reuters", "Ana Lee | Reuters"])
def test_the_author_given_may_be_an_agency(author: str) -> None:
    (origin,) = find_origins(Article(BODY, author=author))
    assert (origin.name, origin.span) == ("Reuters", None)


def test_an_author_of_the_outlet_is_no_agency() -> None:
    assert find_origins(Article(BODY, author="Ana Lee, Marlow Gazette")) == ()


CREDITS = [
    ("(With inputs from ANI)", [("ANI", "With inputs from")]),
    ("with inputs from agencies", [(None, "with inputs from")]),
    ("(With agency inputs)", [(None, "agency inputs")]),
    (
        "Additional reporting by Ann Lee and Bob Roe in Tarrow; editing by Cat Moe",
        [("Ann Lee", "Additional reporting by"), ("Bob Roe", "Additional reporting by")],
    ),
    ("AP contributed to this report.", [("AP", "contributed")]),
    (
        "The Associated Press and Ann Lee contributed to this story.",
        [("Associated Press", "contributed"), ("Ann Lee", "contributed")],
    ),
    ("The storm contributed to the damage in the port and in the old town.", []),
]


@pytest.mark.parametrize(("line", "expected"), CREDITS, ids=[line for line, _ in CREDITS])
def test_credits(line: str, expected: list[tuple[str | None, str]]) -> None:
    text = f"{BODY}\n\n{line}"
    found = find_credits(Article(text))
    assert [(credit.name, credit.words) for credit in found] == expected
    assert all(c.name is None or c.span.of(text) == c.name for c in found)
