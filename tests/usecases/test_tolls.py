"""Two articles on one flood whose bare tolls do not agree."""

import pytest

from tests.builders import add, originals
from tracker.store import relations
from tracker.store.engine import Engine
from tracker.store.session import reading

MORNING = (
    "A flood swept through the town of Orlava on Tuesday, the interior ministry said.\n\n"
    "The death toll had risen to 17, with 22 missing, Deputy Mayor Ina Korvel said."
)
EVENING = (
    "The town of Orlava was struck by a flood on Tuesday.\n\n"
    "Rescue workers told the radio that 19 people had died."
)
ELSEWHERE = (
    "The town of Torv was struck by a flood on Tuesday.\n\n"
    "Rescue workers told the radio that 31 people had died."
)
LONG_AGO = (
    "The town of Orlava was struck by a flood on Tuesday.\n\n"
    "The river last rose so high in 1954. Pastor Emil Stroh said 400 people had died."
)


def related(engine: Engine) -> list[tuple[str, str, str]]:
    """Return each relation with the words of its later and its earlier claim."""
    with reading(engine) as session:
        words = {claim.id: claim.claim.text for claim in originals(session)}
        return [
            (words[row.from_claim_id], str(row.relation), words[row.to_claim_id])
            for row in relations.every(session)
            if row.active
        ]


@pytest.mark.parametrize("evening_first", [False, True], ids=["in order", "later one first"])
@pytest.mark.parametrize(
    ("hour", "relation"), [("21:00", "updates"), ("08:00", "contradicts")], ids=["later", "at once"]
)
def test_rival_tolls_of_one_flood_are_related(
    engine: Engine, hour: str, relation: str, *, evening_first: bool
) -> None:
    articles = [(MORNING, "Sample Wire", "08:00"), (EVENING, "Sample Daily", hour)]
    for text, outlet, at in articles[::-1] if evening_first else articles:
        add(engine, text, outlet=outlet, published=f"2024-05-08T{at}:00Z")
    ((one, found, other),) = related(engine)
    assert found == relation
    assert {one, other} == {
        "19 people had died",
        "The death toll had risen to 17, with 22 missing",
    }
    assert relation == "contradicts" or one == "19 people had died"


@pytest.mark.parametrize("other", [ELSEWHERE, LONG_AGO], ids=["another town", "long ago"])
def test_tolls_of_two_floods_are_not_related(engine: Engine, other: str) -> None:
    add(engine, MORNING, outlet="Sample Wire", published="2024-05-08T08:00:00Z")
    add(engine, other, outlet="Sample Daily", published="2024-05-08T21:00:00Z")
    assert related(engine) == []
