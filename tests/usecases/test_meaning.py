"""A model of sentences beside the words: keys, links and records, on both engines."""

from pathlib import Path

import pytest
from sqlmodel import select

from tests.builders import add
from tests.semantic.model_files import TELLINGS, write_model
from tracker import correction, linking, match, redaction
from tracker.correction import Correction
from tracker.errors import BadInput
from tracker.exchange import jsonl
from tracker.keying import keys_for
from tracker.model import Claim, Ground, Meaning, Order
from tracker.semantic.sentence_model import Embedded
from tracker.store import ledger, model_in_use
from tracker.store.chain import verify_chain
from tracker.store.engine import Engine
from tracker.store.past import Asked, reading_past
from tracker.store.rekey import BATCH, rekey
from tracker.store.session import reading
from tracker.store.tables import ClaimKeyRow, ClaimRow, LinkRow

SINGER, POP_STAR = TELLINGS[27]
SAID = 'Manager Ines Okafor said: "{}"'


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Meaning:
    """A small model of sentences."""
    return Embedded(write_model(tmp_path_factory.mktemp("semantic") / "model"))


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Meaning:
    """Another one."""
    return Embedded(write_model(tmp_path_factory.mktemp("other") / "model", seed="other"))


def keyed(engine: Engine, model: Meaning | None) -> Engine:
    """Key a database anew with a model, or with words alone; return the engine with it."""
    opened = model_in_use.with_meaning(engine, model) if model else engine
    rekey(opened, keys_for(opened), "desk", lambda _: None, model.name if model else None)
    return opened


def stored(engine: Engine) -> dict[str, set[int]]:
    """Return the stored keys of every claim by its text."""
    with reading(engine) as session:
        rows = session.exec(
            select(ClaimRow.text, ClaimKeyRow.hash).join(
                ClaimKeyRow, ClaimKeyRow.claim_id == ClaimRow.id
            )
        ).all()
    held: dict[str, set[int]] = {}
    for words, key in rows:
        held.setdefault(words, set()).add(key)
    return held


def wanted(engine: Engine) -> dict[str, set[int]]:
    return {words: set(keys_for(engine)(words)) for words in stored(engine)}


def links(engine: Engine) -> list[LinkRow]:
    with reading(engine) as session:
        return list(session.exec(select(LinkRow).order_by(LinkRow.uid)))


def add_both(engine: Engine, backwards: bool = False) -> None:
    both = [(SINGER, "Sample Wire", "2024-05-02"), (POP_STAR, "Sample Daily", "2024-05-03")]
    for words, outlet, day in reversed(both) if backwards else both:
        add(engine, SAID.format(words), outlet=outlet, published=day)


def test_what_is_added_has_keys_of_its_meaning(engine: Engine, model: Meaning) -> None:
    opened = keyed(engine, model)
    add_both(opened)
    assert stored(opened) == wanted(opened)
    assert all(len(keys - match.keys(words)) == 16 for words, keys in stored(opened).items())


def test_rekey_adds_changes_and_takes_away(
    engine: Engine, model: Meaning, other_model: Meaning
) -> None:
    add_both(engine)
    before = stored(engine)
    for one in (model, other_model, None):
        opened = keyed(engine, one)
        assert stored(opened) == wanted(opened)
        with reading(opened) as session:
            assert model_in_use.keyed_with(session) == (one.name if one else None)
            assert not model_in_use.is_unfinished(session)
            assert verify_chain(session) == []
    assert stored(engine) == before


def test_a_rekey_that_was_stopped_is_finished_by_another(
    sqlite_engine: Engine, model: Meaning
) -> None:
    add_many(sqlite_engine, 2 * BATCH + 5)
    opened = model_in_use.with_meaning(sqlite_engine, model)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey(opened, keys_for(opened), "desk", stop, model.name)
    with reading(opened) as session:
        assert model_in_use.is_unfinished(session)
        assert model_in_use.keyed_with(session) == model.name, "what is added now has its keys"
    assert rekey(opened, keys_for(opened), "desk", lambda _: None, model.name).changed == BATCH + 5
    assert stored(opened) == wanted(opened)
    with reading(opened) as session:
        assert not model_in_use.is_unfinished(session)


def add_many(engine: Engine, count: int) -> None:
    text = "\n\n".join(
        f'"The bread of bakery {number} costs twice as much," said Ines Okafor.'
        for number in range(count)
    )
    assert len(add(engine, text).occurrences) == count


def test_one_thing_told_twice_is_suggested_and_says_by_what(engine: Engine, model: Meaning) -> None:
    opened = keyed(engine, model)
    add_both(opened)
    (link,) = links(opened)
    assert (link.decision, link.matcher) == ("suggest", "wording")
    assert link.matcher_version == f"{match.MATCHER_VERSION} with {model.name}"
    assert 0.65 < link.features["meaning"] < 1.0


def test_by_words_alone_it_is_not(engine: Engine) -> None:
    add_both(engine)
    assert links(engine) == []


@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "the later one first"])
def test_the_order_of_adding_does_not_matter(
    sqlite_engine: Engine, model: Meaning, backwards: bool
) -> None:
    opened = keyed(sqlite_engine, model)
    add_both(opened, backwards)
    (link,) = links(opened)
    with reading(opened) as session:
        target = session.get_one(ClaimRow, link.claim_id)
        assert SINGER[1:20] in target.text


def test_a_claim_is_found_by_its_meaning_alone(engine: Engine, model: Meaning) -> None:
    opened = keyed(engine, model)
    add(opened, SAID.format(SINGER))
    with reading(opened) as session:
        ((found, comparison),) = linking.rank(session, Claim(POP_STAR))
    assert SINGER[1:20] in found.claim.text
    assert comparison.features["meaning"] > 0.65
    keyed(engine, None)
    with reading(engine) as session:
        assert linking.rank(session, Claim(POP_STAR)) == []


def test_another_model_or_none_is_refused_in_one_line(
    engine: Engine, model: Meaning, other_model: Meaning
) -> None:
    opened = keyed(engine, model)
    add(opened, SAID.format(SINGER))
    before = stored(engine)
    other = model_in_use.with_meaning(engine, other_model)
    for one, said in ((engine, "name it with --semantic-model"), (other, "and this one is")):
        with pytest.raises(BadInput, match=said) as raised:
            add(one, SAID.format(POP_STAR))
        assert "\n" not in str(raised.value)
        with reading(one) as session, pytest.raises(BadInput, match="are keyed with"):
            linking.rank(session, Claim(POP_STAR))
    assert stored(engine) == before, "nothing was half written"


def test_a_model_needs_keys_first(engine: Engine, model: Meaning) -> None:
    with pytest.raises(BadInput, match="run `tracker db rekey`"):
        add(model_in_use.with_meaning(engine, model), SAID.format(SINGER))


def test_corrected_and_redacted_words_lose_the_keys_of_their_meaning(
    engine: Engine, model: Meaning
) -> None:
    opened = keyed(engine, model)
    (occurrence,) = add(opened, SAID.format(SINGER)).occurrences
    correction.correct(
        opened, occurrence, Correction(content=("The singer cancelled her tour",)), "cut", "desk"
    )
    assert stored(opened) == wanted(opened)
    order = Order(Ground.LEGAL, "a court said so")
    redaction.redact_occurrence(opened, occurrence, order, "desk")
    assert stored(opened) == {}


def test_the_past_is_read_by_words(engine: Engine, model: Meaning) -> None:
    add(engine, SAID.format(SINGER))
    with reading(engine) as session:
        then, _ = ledger.head(session)
    opened = keyed(engine, model)
    with reading_past(opened, Asked(as_of=then), match.keys) as past:
        ((_, comparison),) = linking.rank(past.session, Claim(SINGER))
    assert "meaning" not in comparison.features


@pytest.mark.parametrize("with_model", [True, False], ids=["with the model", "without"])
def test_an_export_is_restored_with_the_keys_of_whoever_restores_it(
    sqlite_engine: Engine,
    second_sqlite_engine: Engine,
    model: Meaning,
    tmp_path: Path,
    with_model: bool,
) -> None:
    opened = keyed(sqlite_engine, model)
    add_both(opened)
    jsonl.export(opened, tmp_path / "out", lambda *_: None, [])
    there = second_sqlite_engine
    if with_model:
        there = model_in_use.with_meaning(there, model)
    jsonl.restore(there, tmp_path / "out", "desk", lambda *_: None)
    assert stored(there) == wanted(there)
    with reading(there) as session:
        assert model_in_use.keyed_with(session) == (model.name if with_model else None)
        assert verify_chain(session) == []
        same_head = ledger.head(session)[0]
    with reading(opened) as session:
        assert (same_head == ledger.head(session)[0]) is with_model
