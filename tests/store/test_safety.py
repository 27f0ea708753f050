"""The rules that keep records safe: each is checked, and what breaks one is refused."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from tests.store.test_append_only import A_COLUMN
from tracker.errors import DatabaseProblem
from tracker.store import engine as engines
from tracker.store import safety, schema, triggers
from tracker.store.disk import kind_of_disk
from tracker.store.engine import Engine
from tracker.store.safety import Breach, examine, require_safe
from tracker.store.session import writing

Opened = Callable[[str], Engine]


def by_hand(engine: Engine, *statements: str) -> None:
    """Change the schema as somebody with a database shell would."""
    with schema.migrating(engine) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def refused(engine: Engine) -> list[str]:
    return [breach.message for breach in examine(engine)[1] if breach.refused]


def test_a_fresh_database_breaks_no_rule_but_the_servers_own(engine: Engine) -> None:
    require_safe(engine, accept_server=True)
    assert [breach for breach in examine(engine)[1] if not breach.server] == []


def test_asking_costs_little(engine: Engine) -> None:
    """A bound that a loaded machine still keeps; the median of an idle one is below 2 ms."""
    require_safe(engine, accept_server=True)
    times = []
    for _ in range(20):
        start = time.perf_counter()
        require_safe(engine, accept_server=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.005


@pytest.mark.parametrize(
    ("pragma", "said"),
    [
        pytest.param("journal_mode=DELETE", "journal_mode is delete, not wal", id="no log"),
        pytest.param("synchronous=NORMAL", "synchronous is 1, not 2", id="not flushed"),
        pytest.param("foreign_keys=OFF", "foreign_keys is 0, not 1", id="no foreign keys"),
        pytest.param("recursive_triggers=OFF", "recursive_triggers is 0", id="REPLACE deletes"),
        pytest.param("busy_timeout=0", "busy_timeout is 0, not 30000", id="no waiting"),
    ],
)
def test_a_sqlite_connection_that_was_not_set_up_is_refused(
    sqlite_database: str, opened: Opened, pragma: str, said: str
) -> None:
    """As where the disk does not do what was asked of it."""
    engine = opened(sqlite_database)

    def undo(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}").close()  # type: ignore[attr-defined]

    event.listen(engine, "connect", undo)
    with pytest.raises(DatabaseProblem, match=said) as caught:
        require_safe(engine)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("table", sorted(A_COLUMN))
def test_a_trigger_that_is_gone_is_refused_and_put_back(engine: Engine, table: str) -> None:
    on = f" ON {table}" if engine.dialect.name == "postgresql" else ""
    by_hand(engine, f"DROP TRIGGER {table}_no_delete{on}")
    with pytest.raises(DatabaseProblem, match=rf"it lacks {table}_no_delete.*`tracker init`"):
        require_safe(engine, accept_server=True)
    assert schema.mend_triggers(engine) == [f"{table}_no_delete"]
    require_safe(engine, accept_server=True)
    assert schema.mend_triggers(engine) == []


HOLLOW = {
    "sqlite": (
        "DROP TRIGGER blob_no_update",
        "CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob BEGIN SELECT 1; END",
    ),
    "postgresql": ("ALTER TABLE blob DISABLE TRIGGER blob_no_update",),
}

NEVER = {
    "sqlite": (
        "DROP TRIGGER blob_no_update",
        "CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob WHEN 0"
        " BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END",
    ),
    "postgresql": (
        "DROP TRIGGER blob_no_update ON blob",
        "CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob FOR EACH ROW WHEN (false)"
        " EXECUTE FUNCTION tracker_redact_blob()",
    ),
}


@pytest.mark.parametrize("change", [HOLLOW, NEVER], ids=["does nothing", "never fires"])
def test_a_trigger_that_refuses_nothing_counts_as_gone(
    engine: Engine, change: dict[str, tuple[str, ...]]
) -> None:
    by_hand(engine, *change[engine.dialect.name])
    with schema.migrating(engine) as connection:
        assert triggers.broken(connection) == ["blob_no_update"]
    schema.mend_triggers(engine)
    with schema.migrating(engine) as connection:
        assert triggers.broken(connection) == []


GUARDED = [
    "agent_identity",
    "article_version",
    "article_withdrawal",
    "blob",
    "correction",
    "judgement",
    "ledger_value",
]
"""Tables whose updates have a function of their own, which lets a redaction through."""


@pytest.mark.parametrize("function", ["refuse", *(f"redact_{table}" for table in GUARDED)])
def test_a_function_that_refuses_nothing_is_seen(
    postgresql_database: str, opened: Opened, function: str
) -> None:
    engine = opened(postgresql_database)
    by_hand(
        engine,
        f"CREATE OR REPLACE FUNCTION tracker_{function}() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RETURN NEW; END $$",
    )
    assert schema.mend_triggers(engine) == [f"tracker_{function}"]
    require_safe(engine, accept_server=True)


def test_a_function_of_redactions_guards_nothing_else(
    postgresql_database: str, opened: Opened
) -> None:
    engine = opened(postgresql_database)
    by_hand(
        engine,
        "DROP TRIGGER blob_no_delete ON blob",
        "CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob FOR EACH ROW"
        " EXECUTE FUNCTION tracker_redact_blob()",
    )
    assert schema.mend_triggers(engine) == ["blob_no_delete"]


GOOD = {
    "version": "18",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "isolation": "read committed",
    "encoding": "UTF8",
    "time_zone": "UTC",
}


@pytest.mark.parametrize(
    ("setting", "said", "accepted"),
    [
        pytest.param({"version": "14"}, "PostgreSQL 14 is too old", False, id="version"),
        pytest.param({"encoding": "LATIN1"}, "cannot hold every text", False, id="encoding"),
        pytest.param({"encoding": "SQL_ASCII"}, "cannot hold every text", False, id="no encoding"),
        pytest.param({"fsync": "off"}, "fsync = off", True, id="fsync"),
        pytest.param({"full_page_writes": "off"}, "full_page_writes = off", True, id="pages"),
        pytest.param(
            {"synchronous_commit": "off"}, "synchronous_commit = off", False, id="commits"
        ),
        pytest.param({"isolation": "serializable"}, "isolation = serial", False, id="isolation"),
    ],
)
def test_what_a_server_does_otherwise_is_refused(
    postgresql_database: str,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    setting: dict[str, str],
    said: str,
    accepted: bool,
) -> None:
    engine = opened(postgresql_database)
    monkeypatch.setattr(safety, "_facts", lambda _connection: {**GOOD, **setting})
    with pytest.raises(DatabaseProblem, match=said):
        require_safe(engine)
    if accepted:
        require_safe(engine, accept_server=True)
    else:
        with pytest.raises(DatabaseProblem, match=said):
            require_safe(engine, accept_server=True)


def test_a_good_server_is_not_refused(
    postgresql_database: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "_facts", lambda _connection: GOOD)
    require_safe(opened(postgresql_database))


def test_the_servers_own_settings_are_read(postgresql_database: str, opened: Opened) -> None:
    """The server of the tests flushes nothing, so it is refused unless that is accepted."""
    engine = opened(postgresql_database)
    assert {message.split(",")[0] for message in refused(engine)} == {
        "the server has fsync = off",
        "the server has full_page_writes = off",
    }


def test_a_session_is_held_to_its_settings_whatever_the_default(
    postgresql_database: str, opened: Opened
) -> None:
    engine = opened(postgresql_database)
    name = engine.url.database
    by_hand(
        engine,
        f"ALTER DATABASE {name} SET synchronous_commit = off",
        f"ALTER DATABASE {name} SET timezone = 'Asia/Vladivostok'",
        f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'",
    )
    facts, _ = examine(opened(postgresql_database))
    assert (facts["synchronous_commit"], facts["time_zone"], facts["isolation"]) == (
        "on",
        "UTC",
        "read committed",
    )


def test_a_write_takes_its_turn_from_its_first_statement(
    sqlite_database: str, opened: Opened
) -> None:
    engine = opened(sqlite_database)
    said: list[str] = []

    def hear(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    with writing(engine, "vera"):
        pass
    assert said[:2] == ["PRAGMA query_only=OFF", "BEGIN IMMEDIATE"]


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        pytest.param(["DROP INDEX ix_event_type_starts"], "index ix_event_type_starts", id="index"),
        pytest.param(["DROP TABLE claim_key"], "table claim_key", id="table"),
        pytest.param(
            ["ALTER TABLE article_version DROP COLUMN author"],
            "column article_version.author",
            id="column",
        ),
    ],
)
def test_what_is_gone_from_the_schema_is_told(
    engine: Engine, statements: list[str], said: str
) -> None:
    by_hand(engine, *statements)
    assert (
        Breach(f"{said} is not there: the schema was changed by hand", refused=False)
        in (examine(engine)[1])
    )


def test_a_check_that_is_gone_is_told(postgresql_database: str, opened: Opened) -> None:
    engine = opened(postgresql_database)
    by_hand(engine, "ALTER TABLE claim DROP CONSTRAINT ck_claim_kind")
    assert "check ck_claim_kind is not there" in examine(engine)[1][-1].message


def test_an_old_sqlite_is_warned_of(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "sqlite_version", lambda: (3, 40, 1))
    (breach,) = examine(sqlite_engine)[1]
    assert breach.message.startswith("SQLite 3.40.1 can corrupt its log")
    assert not breach.refused
    assert engines.sqlite_version() >= engines.SAFE_SQLITE


def test_a_network_disk_is_warned_of(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"30 1 0:1 / {tmp_path} rw - nfs4 server:/ rw\n", encoding="utf-8")
    monkeypatch.setattr("tracker.store.disk.MOUNTS", mounts)
    (breach,) = examine(sqlite_engine)[1]
    assert "network disk (nfs4)" in breach.message
    assert not breach.refused


MOUNTS = "\n".join(
    (
        "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
        "23 22 0:5 / /srv rw - nfs4 server:/srv rw",
        "24 23 0:6 / /srv/local rw master:2 - xfs /dev/vdb rw",
        "25 22 0:7 / /mnt/two\\040words rw - cifs //server/desk rw",
        "26 22 0:8 / /desk rw - 9p desk rw",
        "27 22 0:9 / /desk rw - ext4 /dev/vdc rw",
        "a line of another form",
    )
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param("/var/claims.db", "ext4", id="the root"),
        pytest.param("/srv/claims.db", "nfs4", id="below a mount"),
        pytest.param("/srv/local/claims.db", "xfs", id="a disk inside another"),
        pytest.param("/srvother/claims.db", "ext4", id="a name that begins alike"),
        pytest.param("/mnt/two words/claims.db", "cifs", id="a space in the name"),
        pytest.param("/desk/claims.db", "ext4", id="mounted over"),
    ],
)
def test_the_disk_of_a_file(path: str, kind: str) -> None:
    assert kind_of_disk(MOUNTS, path) == kind
