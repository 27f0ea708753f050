"""Reading the past: what is covered, where an instant cuts, what nobody may see or change."""

import ast
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, SQLModel, col, select

import tracker.store
from benchmarks.torture.desk import START, Clock, canonical, clocked
from tests.builders import add
from tracker import audit, gazetteer, match, recording, redaction
from tracker.correction import Correction, correct
from tracker.errors import DatabaseProblem, NotFound
from tracker.exchange import jsonl
from tracker.gazetteer import Edit
from tracker.model import BLOCK, Ground, Order
from tracker.recording import Entry
from tracker.store import ledger, search
from tracker.store.engine import WRITES, Engine
from tracker.store.past import Asked, reading_past
from tracker.store.past.rewind import KINDS
from tracker.store.past.rows import STRUCK_OUT
from tracker.store.past.shadow import AS_THEY_ARE, LOG, TABLES
from tracker.store.search import Filter
from tracker.store.session import reading
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ClaimRow,
    IdempotencyRow,
    OccurrenceRow,
    PlaceRow,
)
from tracker.views.article import article_shape
from tracker.views.claim import claim_shape
from tracker.views.shapes import Shape

FIRST = "The harbour will stay shut until Friday, Mayor Jana Kolar said."
SECOND = "Minister Emil Sorokin said the repairs would cost 40 million crowns."


def last_entry(engine: Engine) -> int:
    with reading(engine) as session:
        return ledger.head(session)[0]


def texts(session: Session) -> list[str]:
    return list(session.exec(select(ClaimRow.text).order_by(col(ClaimRow.id))))


def texts_as_of(engine: Engine, as_of: int | datetime) -> list[str]:
    with reading_past(engine, Asked(as_of=as_of), match.keys) as past:
        return texts(past.session)


def found(session: Session, word: str) -> list[int]:
    return search.search_claims(session, match.word_keys(word), Filter(), 9)


@pytest.fixture
def corrected(engine: Engine) -> tuple[Engine, int]:
    """Two articles, the first one's claim then cut short; and the entry before that."""
    add(engine, FIRST)
    add(engine, SECOND)
    before = last_entry(engine)
    correct(engine, 1, Correction(content=("The harbour",), speaker="Ivo Maric"), "cut", "vera")
    return engine, before


def test_every_table_is_shown_as_it_was_or_said_not_to_be() -> None:
    named = {*TABLES, *LOG, *AS_THEY_ARE}
    assert named == set(SQLModel.metadata.tables), "say in shadow.py how a new table is taken back"


def test_every_kind_of_entry_is_taken_back() -> None:
    kinds = set()
    for path in Path(tracker.store.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Attribute(attr="ledger"), attr="append"),
                    args=[_, ast.Constant(value=kind), *_],
                ):
                    kinds.add(kind)
    assert len(kinds) > 10
    assert kinds == KINDS, "say in rewind.py how a new kind is taken back"


def test_requests_are_answered_from_when_they_were_made(engine: Engine) -> None:
    add(engine, FIRST)
    before = last_entry(engine)
    recording.record(engine, Entry("Nobody was hurt.", speaker="Ivo Maric"), "vera", "k")
    keys = select(IdempotencyRow.key)
    for as_of, answered in ((before, []), (last_entry(engine), ["k"])):
        with reading_past(engine, Asked(as_of=as_of), match.keys) as past:
            assert past.session.exec(keys).all() == answered


def test_numbers_are_those_of_the_present(corrected: tuple[Engine, int]) -> None:
    engine, before = corrected
    with reading_past(engine, Asked(as_of=before), match.keys) as past:
        then = article_shape(past.session, 2, None)
        assert claim_shape(past.session, 1)["speaker"] == "Jana Kolar"
    with reading(engine) as session:
        assert article_shape(session, 2, None) == then
        assert claim_shape(session, 1)["speaker"] == "Ivo Maric"


def test_claims_are_found_by_the_words_they_had(corrected: tuple[Engine, int]) -> None:
    engine, before = corrected
    with reading_past(engine, Asked(as_of=before), match.keys) as past:
        assert found(past.session, "Friday") == [1]
    with reading(engine) as session:
        assert found(session, "Friday") == []
        assert found(session, "harbour") == [1]


@pytest.mark.parametrize("nth", [1, 3, 5])
def test_no_write_is_cut_in_two(engine: Engine, nth: int) -> None:
    add(engine, FIRST)
    whole = last_entry(engine)
    add(engine, SECOND)
    with reading_past(engine, Asked(as_of=nth), match.keys) as past:
        assert past.end is not None
        assert past.end.seq == whole
        assert len(texts(past.session)) == 1


def test_times_are_those_of_the_writes(engine: Engine) -> None:
    clock = Clock()
    with clocked(clock):
        add(engine, FIRST)
        clock.tick()
        add(engine, SECOND)
    instant = timedelta(microseconds=1)
    assert texts_as_of(engine, START - instant) == []
    assert len(texts_as_of(engine, START)) == 1
    assert len(texts_as_of(engine, clock.now - instant)) == 1
    assert len(texts_as_of(engine, clock.now)) == 2


@pytest.mark.parametrize("nth", [0, 10_000, 10**30])
def test_an_entry_that_is_not_there(engine: Engine, nth: int) -> None:
    add(engine, FIRST)
    with (
        pytest.raises(NotFound, match=f"no ledger entry #{nth}: the last one is #"),
        reading_past(engine, Asked(as_of=nth), match.keys),
    ):
        pass


def strike(engine: Engine, kind: str) -> None:
    """Strike out every value of a kind, as a redaction does."""
    order = (
        "INSERT INTO redaction (id, uid, entry, record_kind, record_uid, part, spans, struck,"
        " ground, reason, \"user\", at) SELECT 1, 'red-1', seq + 1, 'claim', 'clm-9', 'text',"
        " '[]', '[]', 'legal', '', 'vera', '2023-09-13 08:30:00' FROM ledger_head"
    )
    statement = (
        "UPDATE ledger_value SET value = NULL, salt = '', reason_text = NULL WHERE seq IN "
        "(SELECT seq FROM ledger WHERE record_kind = :kind)"
    )
    with engine.connect().execution_options(**{WRITES: True}) as connection:
        connection.execute(text(order))
        connection.execute(text(statement), {"kind": kind})
        connection.commit()


def test_what_was_struck_out_is_struck_out_in_the_past(corrected: tuple[Engine, int]) -> None:
    engine, before = corrected
    strike(engine, "occurrence")
    with reading_past(engine, Asked(as_of=before), match.keys) as past:
        assert texts(past.session)[0] == STRUCK_OUT
        shape = claim_shape(past.session, 1)
        assert (shape["text"], shape["speaker"]) == (STRUCK_OUT, None)
        assert "Friday" not in str(canonical(past.session) | {"versions": [], "ledger": []})
        assert found(past.session, "Friday") == []


THREE = (
    "“We will keep the mill open through the winter,” said Minister Boris Nem.\n\n"
    "“The cracks were shown to Pavel Orlik twice,” said Olga Tamm, a mayor. "
    "She said the town would ask for help.\n\n"
    "“Nobody asked the farmers,” farmer Ivo Kral said.\n"
)
ORDER = Order(Ground.LEGAL, "a court", "the court")


def as_of(engine: Engine, entry: int, article: int = 1) -> Shape:
    with reading_past(engine, Asked(as_of=entry), match.keys) as past:
        return article_shape(past.session, article)


def blotted(shape: Shape, words: str) -> Any:
    return json.loads(json.dumps(shape, ensure_ascii=False).replace(words, BLOCK * len(words)))


@pytest.mark.parametrize("times", [1, 2], ids=["once", "one beside the other"])
def test_what_stands_beside_redacted_words_is_told_in_the_past(engine: Engine, times: int) -> None:
    add(engine, THREE)
    before = last_entry(engine)
    then = as_of(engine, before)["statements"]
    assert len(then) == 4
    for number in (2, 3)[:times]:
        redaction.redact_occurrence(engine, number, ORDER, "vera")
        (content,) = then[number - 1]["content"]
        then = blotted(then, content["exact"])
    past = as_of(engine, before)
    assert past["statements"] == then
    assert [one["speaker"] for one in then] == ["Boris Nem", "Olga Tamm", "Olga Tamm", "Ivo Kral"]
    assert "Pavel Orlik" not in str(past)
    with reading_past(engine, Asked(as_of=before), match.keys) as session:
        assert found(session.session, "farmers") == [4]
        assert found(session.session, "cracks") == []


def test_what_was_changed_before_it_was_redacted_is_not_told_as_it_became(engine: Engine) -> None:
    add(engine, THREE)
    before = last_entry(engine)
    then = as_of(engine, before)["statements"]
    correct(engine, 2, Correction(speaker="Ivo Kral"), "the caption", "vera")
    between = last_entry(engine)
    redaction.redact_occurrence(engine, 2, ORDER, "vera")
    past = as_of(engine, before)["statements"]
    assert [past[n] for n in (0, 2, 3)] == [then[n] for n in (0, 2, 3)]
    assert (past[1]["speaker"], past[1]["speaker_reason"]) == (None, STRUCK_OUT)
    assert past[1]["chain"] == []
    assert [one["exact"] for one in past[1]["content"]] == [""]
    (told,) = (one for one in as_of(engine, between)["statements"] if one["occurrence_id"] == 2)
    assert told["speaker"] == "Ivo Kral", "nothing but the redaction came after that"


def test_a_redacted_agent_has_as_many_names_as_it_had(engine: Engine) -> None:
    add(engine, "“We wait,” said Mayor Olga Tamm.\n")
    before = last_entry(engine)
    add(engine, "“We still wait,” said Olga Tamm, the mayor. Tamm said nobody rang.\n")
    with reading(engine) as session:
        tamm = session.exec(select(AgentRow.id).where(AgentRow.name == "Olga Tamm")).one()
    names = select(AgentNameRow.name).where(AgentNameRow.agent_id == tamm)

    def counts() -> list[int]:
        found = []
        for entry in (before, last_entry(engine)):
            with reading_past(engine, Asked(as_of=entry), match.keys) as past:
                found.append(len(past.session.exec(names).all()))
        return found

    held = counts()
    assert held[0] < held[1]
    redaction.redact_agent(engine, tamm, ORDER, "vera")
    assert counts() == held
    with reading_past(engine, Asked(as_of=before), match.keys) as past:
        assert set("".join(past.session.exec(names))) == {BLOCK}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_any_value_may_be_struck_out(sampled_sqlite: Engine, kind: str) -> None:
    before = last_entry(sampled_sqlite)
    correct(
        sampled_sqlite,
        2,
        Correction(content=("SEOUL, July 19",), speaker="Ivo Maric"),
        "cut",
        "vera",
    )
    with reading(sampled_sqlite) as session:
        place_id = session.exec(select(PlaceRow.id)).first() or 0
    gazetteer.edit(sampled_sqlite, place_id, Edit(within="Velmara"), "a map", "vera")
    strike(sampled_sqlite, kind)
    for as_of in (before // 2, before):
        with reading_past(sampled_sqlite, Asked(as_of=as_of), match.keys) as past:
            assert canonical(past.session, whole=False)["claims"]


def test_the_past_cannot_be_written(corrected: tuple[Engine, int]) -> None:
    engine, before = corrected
    with (
        pytest.raises(DatabaseProblem, match=r"readonly|read-only"),
        reading_past(engine, Asked(as_of=before), match.keys) as past,
    ):
        past.session.execute(text("DELETE FROM key_count"))


def test_nothing_is_left_behind(corrected: tuple[Engine, int]) -> None:
    engine, before = corrected
    for _ in range(2):
        assert len(texts_as_of(engine, before)) == 2
    with reading(engine) as session:
        assert texts(session)[0] == "The harbour"
        assert session.get_one(OccurrenceRow, 1).ordinal == 0
    add(engine, "Jana Kolar said the harbour would open on Monday.")
    assert audit.verify(engine)[1] == []


def test_an_export_of_the_past_can_be_restored(
    corrected: tuple[Engine, int], second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    engine, before = corrected
    with reading_past(engine, Asked(as_of=before), match.keys) as past:
        jsonl.write(past.session, tmp_path / "then", _quiet, [])
        held = canonical(past.session)
    jsonl.restore(second_sqlite_engine, tmp_path / "then", "desk", _quiet)
    assert audit.verify(second_sqlite_engine)[1] == []
    with reading(second_sqlite_engine) as session:
        assert ledger.head(session)[0] == before
        assert canonical(session) == held


def test_what_was_restored_in_another_order_has_the_same_past(
    corrected: tuple[Engine, int], second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    engine, before = corrected
    with reading_past(engine, Asked(as_of=before), match.keys) as past:
        held = canonical(past.session)
    jsonl.export(engine, tmp_path / "all", _quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "all", "desk", _quiet)
    with reading_past(second_sqlite_engine, Asked(as_of=before), match.keys) as past:
        assert canonical(past.session) == held


def _quiet(*_: Any) -> None:
    """Pass over what is told of the progress."""
