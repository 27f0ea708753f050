"""The gates on sentences in pairs: each difference is found, and none where there is none."""

from collections import Counter
from pathlib import Path

import pytest

from tests.match.claims import quote
from tracker.match import compare
from tracker.match.gates import find_differences
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.model import Decision


def _pairs() -> dict[str, tuple[str, str, str]]:
    """Return (gate, left, right), an empty gate where the two say the same, by line and words."""
    lines = Path(__file__).with_name("contrasts.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            gate, left, right = (part.strip() for part in line.split("|"))
            found[f"{number} {gate or 'same'}: {left[:32]}"] = (gate, left, right)
    return found


PAIRS = _pairs()


@pytest.mark.parametrize(("gate", "left", "right"), PAIRS.values(), ids=PAIRS)
def test_a_pair_is_held_apart_by_its_gate_or_by_none(gate: str, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        pair = Pair(prepare(quote(one)), prepare(quote(other)))
        found = {difference.gate for difference in find_differences(pair)}
        assert gate in found if gate else not found
        if gate:
            assert compare(quote(one), quote(other)).decision is not Decision.LINK


def test_there_are_pairs_of_every_kind() -> None:
    kinds = Counter(gate or "same" for gate, _, _ in PAIRS.values())
    assert len(PAIRS) >= 150
    assert min(kinds.values()) >= 4
    assert len({pair[1:] for pair in PAIRS.values()}) == len(PAIRS)
