"""`verify` finds what was altered behind the program's back."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from benchmarks.torture.store import past_the_triggers
from tests.builders import add
from tracker import audit
from tracker.errors import NotVerified
from tracker.exchange import bundle, jsonl
from tracker.store.engine import Engine
from tracker.store.ledger import utc_now
from tracker.store.session import reading
from tracker.store.triggers import drop_triggers


def alter(engine: Engine, statement: str) -> None:
    """Run SQL as someone with the database in hand would, past the triggers."""
    with engine.connect() as connection:
        writer: Connection = connection.execution_options(tracker_writes=True)
        drop_triggers(writer)
        assert writer.execute(text(statement)).rowcount > 0
        writer.commit()


def test_untouched_samples_verify(sampled_engine: Engine) -> None:
    checked, problems = audit.verify(sampled_engine)
    assert problems == []
    assert checked["versions"] == 12
    assert checked["occurrences"] > 100
    assert checked["ledger entries"] > checked["occurrences"]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE selector SET exact = 'It never happened' WHERE id = 1", "is not what stands at"),
        ("UPDATE selector SET start = start + 1 WHERE id = 1", "is not what stands at"),
        ("UPDATE article_version SET text = 'Other words' WHERE id = 2", "not the text"),
        ("UPDATE article_version SET author = 'Nobody' WHERE id = 1", "as the ledger last wrote"),
        ("UPDATE claim SET text = 'Other words' WHERE id = 3", "as the ledger last wrote"),
        ("UPDATE claim SET speaker_id = NULL WHERE speaker_id IS NOT NULL", "as the ledger last"),
        ("UPDATE blob SET body = zeroblob(9)", "cannot be unpacked"),
        ("UPDATE ledger SET user_ = 'x' WHERE seq = 5", "hash does not match"),
        ("DELETE FROM ledger_value WHERE seq = 4", "value is missing"),
        ("UPDATE ledger_head SET seq = seq - 1", "the last one is"),
    ],
    ids=lambda value: value[:40],
)
def test_alterations_are_found(sampled_sqlite: Engine, statement: str, says: str) -> None:
    alter(sampled_sqlite, statement.replace("user_", '"user"'))
    _, problems = audit.verify(sampled_sqlite)
    assert problems
    assert any(says in problem.message for problem in problems), problems[:3]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE outlet SET name = 'Another' WHERE id = 1", "as the ledger last wrote"),
        ("UPDATE agent SET kind = 'group' WHERE id = 1", "as the ledger last wrote"),
        ("UPDATE article SET published_end = now() WHERE id = 1", "interval of publication"),
        ("DELETE FROM agent_name WHERE id = 1", "it is not there"),
        ("DELETE FROM link WHERE id = 1", "it is not there"),
        ("UPDATE event SET modality = 'planned' WHERE id = 1", "as the ledger last wrote"),
        ("UPDATE claim SET part_of_id = NULL WHERE part_of_id IS NOT NULL", "as the ledger last"),
        ("UPDATE ledger_value SET value = NULL, salt = '' WHERE seq = 4", "was struck out"),
        (
            "INSERT INTO outlet (uid, name, key) VALUES ('out-0', 'Mine', 'mine')",
            "no entry of the ledger tells of it",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_alterations_of_any_record_are_found_on_postgresql(
    sampled_postgresql: Engine, statement: str, says: str
) -> None:
    alter(sampled_postgresql, statement)
    _, problems = audit.verify(sampled_postgresql)
    assert any(says in problem.message for problem in problems), problems[:3]


def test_a_reference_to_nothing_is_found_on_postgresql(sampled_postgresql: Engine) -> None:
    with sampled_postgresql.connect() as connection:
        writer = connection.execution_options(tracker_writes=True)
        writer.execute(text("SET session_replication_role = replica"))
        writer.execute(text("UPDATE attribution SET agent_id = 9999 WHERE id = 1"))
        writer.commit()
    _, problems = audit.verify(sampled_postgresql)
    assert any("name a row of agent that is not there" in problem.message for problem in problems)


@pytest.fixture
def robbed(engine: Engine) -> Engine:
    """A database with one article, whose bytes somebody took out past triggers and references."""
    add(engine, "Mayor Ilse Brandt said the bridge would stay shut until Friday.")
    if engine.dialect.name == "sqlite":
        engine.dispose()
        past_the_triggers(Path(engine.url.database or ""), "DELETE FROM blob")
    else:
        with engine.connect() as connection:
            writer = connection.execution_options(tracker_writes=True)
            writer.exec_driver_sql("SET LOCAL session_replication_role = replica")
            writer.exec_driver_sql("DELETE FROM blob")
            writer.commit()
    return engine


LOST = "has lost the bytes it was captured from"


def test_no_whole_export_is_made_where_bytes_are_missing(robbed: Engine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(NotVerified, match=LOST):
        jsonl.export(robbed, out, lambda kind, count: None, [])
    assert not (out / "ledger.jsonl").exists()


def test_no_bundle_is_made_where_bytes_are_missing(robbed: Engine, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    with reading(robbed) as session, pytest.raises(NotVerified, match=LOST):
        bundle.export(session, out, [1], utc_now())
    assert not out.exists()
