"""Datelines: where the article's own words begin, and through which agency it came."""

import pytest

from tracker.model import Span
from tracker.text.datelines import find_dateline, is_wire

CASES = [
    ("TARROW — Rain fell.", "Rain fell.", None),
    ("TARROW, May 2 (Nord Wire) -- Rain fell.", "Rain fell.", "Nord Wire"),
    ("TARROW/KEST, May 2 (Austral) - Rain fell.", "Rain fell.", "Austral"),
    ("BJÖRKÅS, Sweden (AVN) — Rain fell.", "Rain fell.", "AVN"),
    ("Mexico City (AFP) – Rain fell.", "Rain fell.", "AFP"),
    ("May 2 (Reuters) - Rain fell.", "Rain fell.", "Reuters"),
    ("(Reuters) - Rain fell.", "Rain fell.", "Reuters"),
    ("TARROW (AP) Rain fell.", "Rain fell.", "AP"),
    ("March 6 – Rain fell.", "Rain fell.", None),
    ("6 March – Rain fell.", "Rain fell.", None),
    ("MARCH 6 — Rain fell.", "Rain fell.", None),
    ("Monday, March 6 - Rain fell.", "Rain fell.", None),
    ("MONDAY, 6 MARCH 2023 -- Rain fell.", "Rain fell.", None),
    ("Sept. 6, 2023 – “Rain,” she said.", "“Rain,” she said.", None),
    ("2023-03-06 – Rain fell.", "Rain fell.", None),
    ("(March 6) Rain fell.", "Rain fell.", None),
    ("(March 6) – Rain fell.", "Rain fell.", None),
    ("Monday – Rain fell.", "Rain fell.", None),
    ("March 6 was wet.", None, None),
    ("March 6-8 was wet.", None, None),
    ("May – as ever – was wet.", None, None),
    ("(March 6 was wet.) Rain fell.", None, None),
    ("Ann Lee (Labour) – 2,310 votes.", None, None),
    ("The agency (AFP) said rain fell.", None, None),
    ("Rain fell.", None, None),
]


@pytest.mark.parametrize(("text", "body", "agency"), CASES, ids=[case[0] for case in CASES])
def test_datelines(text: str, body: str | None, agency: str | None) -> None:
    found = find_dateline(text, Span(0, len(text)))
    assert (text[found.end :] if found else None) == body
    assert (found.agency.of(text) if found and found.agency else None) == agency


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Reuters", True),
        ("the Associated Press", True),
        ("Agence France-Presse", True),
        ("Tovia News Agency", True),
        ("Political Editor", False),
        ("Marlow Gazette", False),
        ("a wire service", False),
    ],
)
def test_wires(name: str, expected: bool) -> None:
    assert is_wire(name) is expected
