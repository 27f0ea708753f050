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

VERSIONS = (
    "INSERT INTO anchoring (id, uid, occurrence_id, version_id, fate, state, score, anchors,"
    " carried) VALUES (1, 'anc-1', 1, 1, 'gone', 'orphan', 0, '[]', false)",
    'INSERT INTO article_notice (id, uid, article_id, kind, text, "user", at)'
    " VALUES (1, 'not-1', 1, 'retraction', 'It was wrong.', 'vera', '2023-09-13 08:30:00')",
)

WITHHELD = (
    'INSERT INTO article_withdrawal (id, uid, article_id, withdrawn, reason, "user", at)'
    " VALUES (1, 'wdr-1', 1, true, '', 'vera', '2023-09-13 08:30:00')",
    "INSERT INTO redaction (id, uid, entry, record_kind, record_uid, part, spans, struck, ground,"
    " reason, \"user\", at) VALUES (1, 'red-1', 1, 'claim', 'clm-9', 'text', '[]', '[]', 'legal',"
    " '', 'vera', '2023-09-13 08:30:00')",
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
    "anchoring": "fate",
    "article_notice": "text",
    "article_withdrawal": "reason",
    "redaction": "reason",
    "idempotency_key": "answer",
}


def run(engine: Engine, *statements: str) -> None:
    with writing(engine, "vera") as tx:
        for statement in statements:
            tx.session.connection().exec_driver_sql(statement)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    run(engine, *ROWS, *IDENTITY, *VERSIONS, *WITHHELD, *ANSWERED)
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


STRIKE = "UPDATE ledger_value SET value = NULL, salt = '', reason_text = NULL"


def tombstone(uid: str) -> str:
    """Return SQL that sets one on a record, for an entry that is not written yet."""
    return (
        "INSERT INTO redaction (id, uid, entry, record_kind, record_uid, part, spans, struck,"
        f" ground, reason, \"user\", at) VALUES (9, 'red-9', 2, 'x', '{uid}', 'text', '[]', '[1]',"
        " 'legal', '', 'vera', '2023-09-13 08:30:00')"
    )


def test_a_value_can_be_struck_out_in_the_transaction_of_its_tombstone(filled: Engine) -> None:
    run(filled, tombstone("clm-1"), STRIKE)
    assert contents(filled, "ledger_value") == [(1, "", None, None)]


def test_without_an_open_tombstone_no_value_is_struck_out(filled: Engine) -> None:
    with pytest.raises(DatabaseProblem, match="ledger_value is append-only"):
        run(filled, STRIKE)
    run(filled, tombstone("clm-1"))
    with writing(filled, "vera") as tx:
        tx.ledger.append("redaction.made", "redaction", "red-9", {})
    with pytest.raises(DatabaseProblem, match="ledger_value is append-only"):
        run(filled, STRIKE)


BLOTS = {
    "judgement": ("jdg-1", "UPDATE judgement SET reason = '███'"),
    "correction": ("cor-1", "UPDATE correction SET reason = '██'"),
    "agent_identity": ("idn-1", "UPDATE agent_identity SET reason = '██'"),
    "article_version": ("ver-1", "UPDATE article_version SET text = '█', text_sha256 = 'n'"),
    "article_withdrawal": ("wdr-1", "UPDATE article_withdrawal SET reason = '██'"),
    "blob": ("s", "UPDATE blob SET body = '', codec = 'redacted'"),
}
"""What a redaction does to each table, and the record that its tombstone names."""

BEYOND = {
    "judgement": "UPDATE judgement SET reason = '███', verdict = 'no'",
    "correction": "UPDATE correction SET reason = 'xx'",
    "agent_identity": "UPDATE agent_identity SET reason = '█'",
    "article_version": "UPDATE article_version SET text = '██'",
    "article_withdrawal": "UPDATE article_withdrawal SET reason = '██', withdrawn = false",
    "blob": "UPDATE blob SET codec = 'redacted', size = 2",
}
"""What goes further than a redaction."""


@pytest.fixture
def reasoned(engine: Engine) -> Engine:
    given = {"'yes', ''": "'yes', 'yes'", "'kind', ''": "'kind', 'no'", "true, ''": "true, 'no'"}
    rows = [*ROWS, *IDENTITY, WITHHELD[0]]
    for old, new in given.items():
        rows = [row.replace(old, new) for row in rows]
    run(engine, *rows)
    return engine


@pytest.mark.parametrize("table", sorted(BLOTS))
def test_a_row_is_blotted_out_only_under_its_own_tombstone(reasoned: Engine, table: str) -> None:
    uid, blot = BLOTS[table]
    for refused in ([blot], [tombstone("other"), blot], [tombstone(uid), BEYOND[table]]):
        before = contents(reasoned, table)
        with pytest.raises(DatabaseProblem, match=f"{table} is append-only"):
            run(reasoned, *refused)
        assert contents(reasoned, table) == before
    run(reasoned, tombstone(uid), blot)
    assert contents(reasoned, table) != before
    with pytest.raises(DatabaseProblem, match=f"{table} is append-only"):
        run(reasoned, f"DELETE FROM {table}")


def test_other_tables_can_be_mended(filled: Engine) -> None:
    run(filled, "UPDATE claim SET external_id = 'x' WHERE id = 2")
    assert [row[2] for row in sorted(contents(filled, "claim"))] == [None, "x"]
