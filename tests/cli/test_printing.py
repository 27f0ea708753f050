"""What a line on the terminal says of doubt, of sources and of places."""

from typing import Any

import pytest

from tests.store.stored import statement
from tracker.cli.printing import chain, event, statement_speaker
from tracker.model import (
    AgentKind,
    Event,
    EventType,
    Hop,
    HopRole,
    Participant,
    PlacePrecision,
    Presence,
    Role,
    SourceType,
)
from tracker.views.shapes import event_shape, hop_shape, statement_shape

UNSURE = "unsure: two candidates"
OFFICIAL = Hop(0, "an official", HopRole.SPEAKER, AgentKind.UNNAMED)
DAILY = Hop(1, "Sample Daily", HopRole.OUTLET, AgentKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param(
            {"proposed": "Ada Lind", "speaker_confidence": 0.62, "speaker_reason": UNSURE},
            "(unsure: perhaps Ada Lind (0.62))",
            id="proposed",
        ),
        pytest.param({"proposed": "Ada Lind"}, "(unsure: perhaps Ada Lind)", id="no share"),
        pytest.param(
            {"speaker": "Bo Ek", "proposed": "Ada Lind", "speaker_confidence": 0.62},
            "Bo Ek",
            id="decided",
        ),
        pytest.param({"speaker_reason": UNSURE}, f"(speaker unknown: {UNSURE})", id="nobody"),
    ],
)
def test_a_speaker(fields: dict[str, Any], said: str) -> None:
    shape = statement_shape(statement((0, 4), **fields), "Rain is due.")
    assert statement_speaker(shape) == said


@pytest.mark.parametrize(
    ("known", "said"),
    [
        pytest.param({}, "an official → Sample Daily", id="nothing"),
        pytest.param(
            {"source_type": SourceType.OFFICIAL},
            "an official (official) → Sample Daily",
            id="type",
        ),
        pytest.param(
            {"source_type": SourceType.OFFICIAL, "ground": "for fear of reprisal"},
            "an official (official; for fear of reprisal) → Sample Daily",
            id="type and ground",
        ),
        pytest.param(
            {"ground": "for fear of reprisal"},
            "an official (for fear of reprisal) → Sample Daily",
            id="ground",
        ),
    ],
)
def test_an_unnamed_source(known: dict[str, Any], said: str) -> None:
    first = Hop(0, OFFICIAL.agent, OFFICIAL.role, OFFICIAL.kind, **known)
    assert chain([hop_shape(first), hop_shape(DAILY)]) == said


def test_who_was_there_and_what_kind_of_place_it_is() -> None:
    meeting = Event(
        EventType.MEETING,
        place="Larvik",
        participants=(
            Participant("Ada Lind", Role.ACTOR),
            Participant("Bo Ek", Role.PARTICIPANT, Presence.ABSENT),
        ),
        place_precision=PlacePrecision.CITY,
    )
    shape = event_shape(meeting)
    assert shape is not None
    assert event(shape) == (
        "meeting, at Larvik (city), Ada Lind (actor), Bo Ek (participant, absent)"
    )
