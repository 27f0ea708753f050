"""Who said it, end to end: what counts as right, as wrong, as covered."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.marked import as_whole_row
from benchmarks.spoken import ASSERTED, Label, Spoken, labels_of, read_labels
from tracker.ingest.marked import parse_tagged
from tracker.model import Act, Kind, Span, Statement, StatementType

TEXT = "“We rebuild,” Ilse Brandt said. The deputy, Omar Adeyemi, and Lea Voss fear a flood."
ROW = {
    "id": "a-001",
    "text": TEXT,
    "attributions": [{"content": [[0, 13]]}, {"content": [[76, 83]]}],
}
FIRST = Statement(
    kind=Kind.QUOTE,
    type=StatementType.DIRECT,
    act=Act.SPEECH,
    content=(Span(0, 13),),
    speaker="Ilse Brandt",
    speaker_confidence=0.9,
)


@pytest.mark.parametrize(
    ("label", "right"),
    [
        (Label(0, "Ilse Brandt"), True),
        (Label(0, "Mayor Ilse Brandt"), True),
        (Label(0, "Omar Adeyemi"), False),
        (Label(0, "Omar Adeyemi; Ilse Brandt"), True),
        (Label(0, "Omar Adeyemi", accept=("Ilse Brandt",)), True),
        (Label(0, None), False),
        (Label(0, None, "description", ("Ilse Brandt",)), True),
        (Label(0, "Ilse Brandt", "author", ("Ilse Brandt",)), False),
    ],
    ids=["it", "titled", "other", "joint", "accepted", "nobody", "nobody, accepted", "author"],
)
def test_a_name_is_right_or_wrong(label: Label, right: bool) -> None:
    spoken = Spoken()
    spoken.add(ROW, [FIRST], [label])
    assert (spoken.counts["right"], spoken.counts["wrong"]) == (int(right), int(not right))
    assert spoken.sure == [(0.9, right)]
    assert len(spoken.lines) == (not right)
    assert all("a-001 0: Ilse Brandt, not " in line for line in spoken.lines)


@pytest.mark.parametrize(
    ("statements", "counts"),
    [
        ([], {"known": 1, "not found": 1}),
        ([replace(FIRST, speaker=None)], {"known": 1, "blank": 1}),
        ([FIRST], {"known": 1, "covered": 1, "right": 1}),
        ([replace(FIRST, content=(Span(50, 60),))], {"known": 1, "not found": 1}),
        ([replace(FIRST, rule=ASSERTED)], {"known": 1, "not found": 1}),
    ],
    ids=["lost", "blank", "named", "elsewhere", "asserted by the article"],
)
def test_coverage_is_of_all_marks_with_a_name(
    statements: list[Statement], counts: dict[str, int]
) -> None:
    spoken = Spoken()
    spoken.add(ROW, statements, [Label(0, "Ilse Brandt")])
    assert +spoken.counts == Counter(counts)
    assert spoken.coverage == counts.get("covered", 0)


def test_joint_and_nameless_sources_are_not_looked_for() -> None:
    spoken = Spoken()
    spoken.add(ROW, [FIRST], [Label(0, "Ilse Brandt; Lea Voss"), Label(1, None)])
    assert spoken.coverage == 0
    assert spoken.precision == 1


def test_labels_are_read_by_article() -> None:
    line = {
        "id": "x",
        "labels": [
            {"n": 3, "who": "Ilse Brandt", "kind": "name", "accept": ["Brandt"]},
            {"n": 4, "who": None, "kind": "author", "accept": []},
            {"n": 5, "who": "?"},
        ],
    }
    assert read_labels([line]) == {
        "x": [
            Label(3, "Ilse Brandt", "name", ("Brandt",)),
            Label(4, None, "author"),
            Label(5, None),
        ]
    }


def test_marks_are_labels_by_their_index() -> None:
    article = parse_tagged(
        '<S n="1" who="Ilse Brandt">She</S> <Q n="1">said</Q> <C n="1" act="speech">no</C>; '
        '<S n="2" who="?">aides</S> <Q n="2">said</Q> <C n="2" act="speech">yes</C>.',
        "a-001",
        "a test",
    )
    row = as_whole_row(article)
    assert labels_of(row) == [Label(0, "Ilse Brandt"), Label(1, None)]
    assert [mark["n"] for mark in row["attributions"]] == [1, 2]
