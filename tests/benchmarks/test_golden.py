"""What counts as a fault of a sample article."""

from typing import Any

import pytest

from benchmarks import golden
from benchmarks.figures import sample_figures
from benchmarks.floors import WRONG
from tracker.model import Act, AgentKind, Hop, HopRole, Kind, Span, Statement, StatementType
from tracker.pipeline import Reader

CHAIN = [{"position": 0, "agent": "Ilse Brandt", "role": "speaker"}]
EXPECTED = {
    "content": ["“No.”"],
    "speaker": "Ilse Brandt",
    "chain": CHAIN,
    "event": None,
    "said_on": None,
}


def found(speaker: str | None, *agents: str) -> Statement:
    hops = (Hop(0, agent, HopRole.SPEAKER, AgentKind.PERSON) for agent in agents)
    return Statement(
        kind=Kind.QUOTE,
        type=StatementType.DIRECT,
        act=Act.SPEECH,
        content=(Span(0, 5),),
        speaker=speaker,
        chain=tuple(hops),
    )


@pytest.mark.parametrize(
    ("statement", "changes", "faults"),
    [
        (found("Ilse Brandt", "Ilse Brandt"), {}, []),
        (None, {}, ["missed"]),
        (found("Lea Voss", "Lea Voss"), {}, ["speaker wrong"]),
        (found("Lea Voss", "Lea Voss"), {"speaker": None}, ["speaker wrong"]),
        (found(None), {}, ["speaker blank"]),
        (found("Ilse Brandt"), {}, ["chain"]),
        (
            found("Ilse Brandt", "Ilse Brandt"),
            {"event": {"type": "disaster", "start": None, "end": None}},
            ["event"],
        ),
        (
            found("Ilse Brandt", "Ilse Brandt"),
            {"said_on": {"start": "2026-03-03", "end": "2026-03-03"}},
            ["day"],
        ),
    ],
    ids=["none", "missed", "wrong", "named for nobody", "blank", "chain", "event", "day"],
)
def test_faults(statement: Statement | None, changes: dict[str, Any], faults: list[str]) -> None:
    assert list(golden.faults(golden.Pair(EXPECTED | changes, statement))) == faults
    assert set(faults) <= set(golden.FAULTS)


def test_faults_of_the_samples_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    said_on = {"start": "2026-03-03", "end": "2026-03-03"}
    event = {"type": "disaster", "start": None, "end": None}
    right = found("Ilse Brandt", "Ilse Brandt")
    pairs = [
        golden.Pair(EXPECTED | {"said_on": said_on, "event": event}, right),
        golden.Pair(EXPECTED, None),
        golden.Pair(EXPECTED, found(None)),
        golden.Pair(EXPECTED, found("Lea Voss")),
    ]
    monkeypatch.setattr(golden, "SLUGS", ["one"])
    monkeypatch.setattr(golden, "pairs", lambda slug, reader: pairs)
    assert sample_figures(Reader()) == {
        "statements: found": 0.75,
        "speakers: named": pytest.approx(2 / 3),
        WRONG: 1,
        "chains: whole": 1,
        "events: type and dates": 0,
        "days of saying: right": 0,
    }
