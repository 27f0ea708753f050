"""What is written once is never changed or deleted, whoever asks, on both engines."""

import pytest

from tracker.errors import DatabaseProblem
from tracker.store.engine import Engine
from tracker.store.session import reading, writing
from tracker.store.triggers import APPEND_ONLY, STRUCK_OUT

ROWS = (
    "INSERT INTO article (id, uid, content_hash) VALUES (1, 'art-1', 'h')",
    "INSERT INTO blob (sha256, size, codec, body) VALUES ('s', 1, 'raw', '')",
    "INSERT INTO article_version (id, uid, article_id, number, body_sha256, text, text_sha256,"
    " media_type, encoding, encoding_from, extractor, extractor_version, state, captured_at)"
    " VALUES (1, 'ver-1', 1, 1, 's', 't', 'h', 'text/plain', 'utf-8', 'utf-8', 'text', '1',"
    " 'whole', '2023-09-13 08:30:00')",
    "INSERT INTO claim (id, uid, kind, type, act, text, context, speaker_names, denied)"
    " VALUES (1, 'clm-1', 'claim', 'indirect', 'speech', 't', '', '[]', false),"
    " (2, 'clm-2', 'claim', 'indirect', 'speech', 't', '', '[]', false)",
    "INSERT INTO occurrence (id, uid, claim_id, version_id, ordinal, origin, rule, confidence,"
    " speaker_reason, extractor_version, rejected)"
    " VALUES (1, 'occ-1', 1, 1, 0, 'extracted', '', 1, '', '', false)",
    'INSERT INTO correction (id, uid, occurrence_id, field, reason, "user", at)'
    " VALUES (1, 'cor-1', 1, 'kind', '', 'vera', '2023-09-13 08:30:00')",
    "INSERT INTO claim_relation (id, uid, from_claim_id, to_claim_id, relation, score, features,"
    " differences, matcher, matcher_version, active)"
    " VALUES (1, 'rel-1', 1, 2, 'denies', 1, '{}', '[]', 'm', '1', true)",
    'INSERT INTO judgement (id, uid, relation_id, verdict, reason, "user", at)'
    " VALUES (1, 'jdg-1', 1, 'yes', '', 'vera', '2023-09-13 08:30:00')",
)
"""A row in append-only tables, with what it points to. The ledger writes its own."""

IDENTITY = (
    "INSERT INTO agent (id, uid, kind, name, key, scope)"
    " VALUES (8, 'agt-8', 'person', 'Jo Berg', 'jo berg', ''),"
    " (9, 'agt-9', 'person', 'Berg', 'berg', 'art-1')",
    'INSERT INTO agent_identity (id, uid, agent_id, other_id, same, reason, "user", at)'
    " VALUES (1, 'idn-1', 9, 8, true, '', 'vera', '2023-09-13 08:30:00')",
)

ANSWERED = (
    'INSERT INTO idempotency_key (id, uid, key, digest, answer, "user", at)'
    " VALUES (1, 'req-1', 'k', 'd', '{}', 'vera', '2023-09-13 08:30:00')",
)

A_COLUMN = {
    "ledger": "reason",
    "ledger_value": "value",
    "judgement": "reason",
    "correction": "reason",
    "article_version": "text",
    "blob": "codec",
    "agent_identity": "reason",
    "idempotency_key": "answer",
}


def run(engine: Engine, *statements: str) -> None:
    with writing(engine, "vera") as tx:
        for statement in statements:
            tx.session.connection().exec_driver_sql(statement)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    run(engine, *ROWS, *IDENTITY, *ANSWERED)
    with writing(engine, "vera") as tx:
        tx.ledger.append("create", "claim", "clm-1", {"text": "t"})
    return engine


def contents(engine: Engine, table: str) -> list[tuple[object, ...]]:
    with reading(engine) as session:
        rows = session.connection().exec_driver_sql(f"SELECT * FROM {table}").all()
    return [tuple(row) for row in rows]


def test_each_table_is_covered_here() -> None:
    assert set(A_COLUMN) == {*APPEND_ONLY, STRUCK_OUT}


@pytest.mark.parametrize("table", sorted(A_COLUMN))
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE {table} SET {column} = 'altered'", id="update"),
        pytest.param("UPDATE {table} SET {column} = {column}", id="update that changes nothing"),
        pytest.param("DELETE FROM {table}", id="delete"),
    ],
)
def test_changing_and_deleting_are_refused(filled: Engine, table: str, statement: str) -> None:
    before = contents(filled, table)
    assert before, "there is a row to protect"
    with pytest.raises(DatabaseProblem, match=f"{table} is append-only"):
        run(filled, statement.format(table=table, column=A_COLUMN[table]))
    assert contents(filled, table) == before


@pytest.mark.parametrize("table", sorted(A_COLUMN))
def test_replacing_or_truncating_is_refused(filled: Engine, table: str) -> None:
    before = contents(filled, table)
    if filled.dialect.name == "sqlite":
        statement = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    else:
        statement = f"TRUNCATE {table} CASCADE"
    with pytest.raises(DatabaseProblem, match="is append-only"):
        run(filled, statement)
    assert contents(filled, table) == before


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("value = NULL", id="but keep its salt"),
        pytest.param("value = NULL, salt = '', seq = 99", id="and move it"),
        pytest.param("salt = ''", id="the salt alone"),
        pytest.param("value = '{}', salt = ''", id="and put another in its place"),
    ],
)
def test_a_value_can_only_be_struck_out_whole(filled: Engine, change: str) -> None:
    with pytest.raises(DatabaseProblem, match="ledger_value is append-only"):
        run(filled, f"UPDATE ledger_value SET {change}")


def test_a_value_can_be_struck_out(filled: Engine) -> None:
    run(filled, "UPDATE ledger_value SET value = NULL, salt = ''")
    assert contents(filled, "ledger_value") == [(1, "", None)]


def test_other_tables_can_be_mended(filled: Engine) -> None:
    run(filled, "UPDATE claim SET external_id = 'x' WHERE id = 2")
    assert [row[2] for row in sorted(contents(filled, "claim"))] == [None, "x"]
