"""One scale for all models, and keys by which texts of like meaning find each other."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, strategies

from tests.semantic.model_files import TELLINGS, gather, write_files, write_model
from tracker.errors import BadInput
from tracker.semantic.lazily import Lazily
from tracker.semantic.planes import BITS, TABLES, Planes, keys_of, probes_of
from tracker.semantic.scale import measure
from tracker.semantic.sentence_model import Embedded


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Embedded:
    """A small model of sentences."""
    return Embedded(write_model(tmp_path_factory.mktemp("semantic") / "model"))


def test_tellings_are_of_other_words_and_each_once() -> None:
    sentences = [sentence for pair in TELLINGS for sentence in pair]
    assert len(set(sentences)) == len(sentences) == 80


def test_the_scale_has_three_marks(embedded: Embedded) -> None:
    retold = [embedded.likeness(*pair) for pair in TELLINGS]
    others = [embedded.likeness(one, other) for (one, _), (_, other) in pairwise(TELLINGS)]
    assert sum(retold) / len(retold) == pytest.approx(0.5, abs=0.1)
    assert max(others) < 0.2
    assert embedded.likeness(TELLINGS[0][0], TELLINGS[0][0]) == pytest.approx(1.0)


def test_the_scale_evens_out_how_models_lie(tmp_path: Path) -> None:
    plain = [(one, other) for one, other in np.random.RandomState(1).normal(size=(30, 2, 8))]
    plain = [(one, one + other / 2) for one, other in plain]
    moved = [(one + 20, other + 20) for one, other in plain]
    here, there = measure(np, plain), measure(np, moved)
    one, other = plain[0]
    likeness = here.read(float(here.centred(one) @ here.centred(other)))
    assert likeness == pytest.approx(
        there.read(float(there.centred(one + 20) @ there.centred(other + 20))), abs=1e-6
    )


def test_a_model_that_tells_nothing_apart_is_refused(tmp_path: Path) -> None:
    words = ["[UNK]", "the"]
    write_files(tmp_path / "model", gather([[1.0, 2.0], [2.0, 1.0]]), words)
    with pytest.raises(BadInput, match="cannot tell one thing told twice"):
        Embedded(tmp_path / "model")


def test_likeness_is_symmetric_and_the_same_in_every_order(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    sentences = [sentence for pair in TELLINGS for sentence in pair]
    there, back = Embedded(folder), Embedded(folder)
    forth = {(a, b): there.likeness(a, b) for a in sentences[:20] for b in sentences}
    for (a, b), value in reversed(forth.items()):
        assert back.likeness(b, a) == value


def test_a_text_without_known_words_is_like_nothing(embedded: Embedded) -> None:
    assert embedded.likeness("zyx", TELLINGS[0][0]) == 0.0
    assert embedded.likeness("zyx", "zyx") == 0.0
    assert embedded.keys("zyx") == embedded.probes("zyx") == frozenset()


def test_tellings_find_each_other_by_keys(embedded: Embedded) -> None:
    found = [bool(embedded.keys(a) & embedded.probes(b)) for a, b in TELLINGS]
    strangers = [
        bool(embedded.keys(a) & embedded.probes(b))
        for (a, _), (_, b) in zip(TELLINGS, TELLINGS[7:], strict=False)
    ]
    assert sum(found) >= 36
    assert sum(strangers) <= 3


def test_keys_fit_the_database_and_are_few(embedded: Embedded) -> None:
    keys, probes = embedded.keys(TELLINGS[0][0]), embedded.probes(TELLINGS[0][0])
    assert len(keys) == TABLES
    assert len(probes) == TABLES * (1 + BITS)
    assert keys < probes
    assert all(-(2**31) <= key < 2**31 for key in probes)


numbers = strategies.lists(strategies.integers(0, 2**BITS - 1), min_size=TABLES, max_size=TABLES)


@given(numbers, numbers)
def test_either_finds_the_other_or_neither_does(one: list[int], other: list[int]) -> None:
    there = bool(keys_of("m", one) & probes_of("m", other))
    assert there == bool(keys_of("m", other) & probes_of("m", one))


@given(numbers, strategies.integers(0, TABLES - 1), strategies.integers(0, BITS - 1))
def test_one_bit_more_or_less_is_found(one: list[int], table: int, bit: int) -> None:
    other = [number ^ 0xFFFF for number in one]
    other[table] = one[table] ^ (1 << bit)
    assert keys_of("m", one) & probes_of("m", other)


def test_planes_are_the_same_wherever_they_are_made() -> None:
    ramp = np.linspace(-1, 1, 64, dtype=np.float32)
    # Stored keys depend on them: with other planes `meaning.VERSION` goes up.
    assert Planes(np, 64).numbers(ramp)[:5] == [27108, 39111, 14769, 55925, 41045]


def test_models_have_names_and_keys_of_their_own(embedded: Embedded, tmp_path: Path) -> None:
    other = Embedded(write_model(tmp_path / "other", seed="other"))
    again = Embedded(write_model(tmp_path / "again"))
    said = TELLINGS[3][0]
    assert other.name != embedded.name == again.name
    assert again.keys(said) == embedded.keys(said)
    assert not other.keys(said) & embedded.keys(said)


def test_a_model_is_opened_when_it_is_first_asked(tmp_path: Path, embedded: Embedded) -> None:
    lazily = Lazily(tmp_path / "model")  # of a folder that is not there yet
    write_model(tmp_path / "model")
    assert lazily.name == embedded.name
    one, other = TELLINGS[0]
    assert lazily.likeness(one, other) == embedded.likeness(one, other)
    assert (lazily.keys(one), lazily.probes(one)) == (embedded.keys(one), embedded.probes(one))
