"""An export says where its ledger ends, so that an end that was cut off is found."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.builders import add
from tracker import audit, match, verifier
from tracker.errors import BadInput, NotVerified, TrackerError
from tracker.exchange import jsonl
from tracker.store import dump, ledger
from tracker.store.engine import Engine
from tracker.store.past import Asked, reading_past
from tracker.store.session import reading

TEXT = "Mayor Tobias Rehn said the hall would open in June.\n"
URL = "https://wire.example/hall"


def quiet(kind: str, count: int) -> None:
    """Pass over what is told of the progress."""


@pytest.fixture
def seen(engine: Engine) -> Engine:
    """A database whose newest entry tells of no record: a page that was seen again."""
    for _ in range(2):
        add(engine, TEXT, url=URL)
    return engine


@pytest.fixture
def exported(seen: Engine, tmp_path: Path) -> Path:
    """An export of it."""
    jsonl.export(seen, tmp_path / "out", quiet, [])
    return tmp_path / "out"


def end(engine: Engine) -> dict[str, Any]:
    with reading(engine) as session:
        seq, newest = ledger.head(session)
    return {"seq": seq, "hash": newest}


def lines(folder: Path, kind: str) -> list[str]:
    return (folder / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)


def put(folder: Path, kind: str, text: str) -> None:
    (folder / f"{kind}.jsonl").write_text(text, encoding="utf-8")


def problems(path: Path) -> list[str]:
    return list(verifier.verify(path)[1])


def wrong(last: int) -> str:
    return f"ledger head: it does not name entry {last}, the last one"


def refused(target: Engine, folder: Path) -> TrackerError:
    """Return why an export is not restored; nothing of it is kept."""
    with pytest.raises(TrackerError) as error:
        jsonl.restore(target, folder, "desk", quiet)
    checked, found = audit.verify(target)
    assert (sum(checked.values()), found) == (0, [])
    assert "\n" not in str(error.value)
    return error.value


def test_an_export_names_the_newest_entry(seen: Engine, exported: Path) -> None:
    assert [json.loads(line) for line in lines(exported, "ledger_head")] == [end(seen)]
    assert json.loads(lines(exported, "ledger")[-1])["record_kind"] == "sighting"
    assert problems(exported) == []


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_ledger_cut_at_the_end_of_a_line_is_found(exported: Path, form: str, cut: int) -> None:
    kept = lines(exported, "ledger")[:-cut]
    put(exported, "ledger", "".join(kept))
    archive = shutil.make_archive(str(exported), "zip", exported.parent, exported.name)
    found = problems({"folder": exported, "zip": Path(archive)}[form])
    assert wrong(len(kept)) in found
    if cut == 1:
        assert found == [wrong(len(kept))], "no record tells of it"


def test_a_ledger_cut_at_the_end_of_a_line_is_not_restored(
    exported: Path, second_sqlite_engine: Engine
) -> None:
    kept = lines(exported, "ledger")[:-1]
    put(exported, "ledger", "".join(kept))
    error = refused(second_sqlite_engine, exported)
    assert isinstance(error, NotVerified)
    assert str(error) == f"{wrong(len(kept))}; nothing was imported"


def without_newest(engine: Engine) -> None:
    """Take the newest entry out, past triggers and references."""
    newest = end(engine)["seq"]
    connected = engine.connect().execution_options(tracker_writes=True)
    with closing(connected) as connection:
        if engine.dialect.name == "sqlite":
            for name in ("ledger_no_delete", "ledger_value_no_delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for table in ("ledger_value", "ledger"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE seq = {newest}")
        connection.commit()


def test_an_entry_taken_out_of_the_database_is_found_in_its_export(
    seen: Engine, tmp_path: Path, second_sqlite_engine: Engine
) -> None:
    last = end(seen)["seq"] - 1
    without_newest(seen)
    jsonl.export(seen, tmp_path / "out", quiet, [])
    assert problems(tmp_path / "out") == [wrong(last)]
    assert isinstance(refused(second_sqlite_engine, tmp_path / "out"), NotVerified)


ALTERED: dict[str, Callable[[dict[str, Any]], list[object]]] = {
    "an earlier entry": lambda head: [head | {"seq": head["seq"] - 1}],
    "a later entry": lambda head: [head | {"seq": head["seq"] + 1}],
    "another hash": lambda head: [head | {"hash": "0" * 64}],
    "a number as text": lambda head: [head | {"seq": str(head["seq"])}],
    "a number beyond every other": lambda head: [head | {"seq": 10**30}],
    "no number": lambda head: [head | {"seq": None}],
    "no hash": lambda head: [{"seq": head["seq"]}],
    "a field too many": lambda head: [head | {"id": 1}],
    "nothing in it": lambda _: [{}],
    "two lines": lambda head: [head, head],
    "no line": lambda _: [],
}


@pytest.mark.parametrize("change", ALTERED.values(), ids=ALTERED)
def test_another_head_is_found_and_not_restored(
    exported: Path, second_sqlite_engine: Engine, change: Callable[[Any], list[object]]
) -> None:
    head = json.loads(lines(exported, "ledger_head")[0])
    put(exported, "ledger_head", "".join(json.dumps(one) + "\n" for one in change(head)))
    assert problems(exported) == [wrong(head["seq"])]
    assert isinstance(refused(second_sqlite_engine, exported), NotVerified)


@pytest.mark.parametrize("text", ["[]\n", "seq\n", '{"seq": 1', "\n"])
def test_what_is_no_record_names_no_entry(
    exported: Path, second_sqlite_engine: Engine, text: str
) -> None:
    put(exported, "ledger_head", text)
    found = problems(exported)
    assert found[0].startswith("ledger_head.jsonl")
    assert found[1:] == [wrong(len(lines(exported, "ledger")))]
    assert isinstance(refused(second_sqlite_engine, exported), BadInput)


@pytest.mark.parametrize(
    "lacks",
    [
        pytest.param({"ledger_head"}, id="the release before"),
        pytest.param(dump.LATER, id="the first release"),
    ],
)
def test_exports_of_earlier_releases_verify_and_restore(
    seen: Engine, exported: Path, second_sqlite_engine: Engine, tmp_path: Path, lacks: set[str]
) -> None:
    for kind in lacks:
        (exported / f"{kind}.jsonl").unlink()
    assert problems(exported) == []
    jsonl.restore(second_sqlite_engine, exported, "desk", quiet)
    assert audit.verify(second_sqlite_engine)[1] == []
    assert end(second_sqlite_engine) == end(seen)
    jsonl.export(second_sqlite_engine, tmp_path / "again", quiet, [])
    assert [json.loads(line) for line in lines(tmp_path / "again", "ledger_head")] == [end(seen)]


def test_an_empty_database_has_a_head_too(
    engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    jsonl.export(engine, out, quiet, [])
    assert problems(out) == []
    jsonl.restore(second_sqlite_engine, out, "desk", quiet)
    put(out, "ledger_head", lines(out, "ledger_head")[0].replace('"seq": 0', '"seq": false'))
    assert problems(out) == [wrong(0)], "false is 0 in Python"
    assert isinstance(refused(second_sqlite_engine, out), NotVerified)


def test_an_export_of_the_past_names_its_own_last_entry(
    seen: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before = end(seen)["seq"] - 1
    with reading_past(seen, Asked(as_of=before), match.keys) as past:
        jsonl.write(past.session, out, quiet, [])
    (head,) = (json.loads(line) for line in lines(out, "ledger_head"))
    assert head == {"seq": before, "hash": json.loads(lines(out, "ledger")[-1])["hash"]}
    assert problems(out) == []
    jsonl.restore(second_sqlite_engine, out, "desk", quiet)
    assert end(second_sqlite_engine) == head


def test_what_has_no_ledger_has_no_head(seen: Engine, tmp_path: Path) -> None:
    with reading(seen) as session:
        jsonl.write(session, tmp_path / "read", quiet, [], with_ledger=False)
        jsonl.write(session, tmp_path / "some", quiet, [1])
    for name in ("read", "some"):
        names = {path.name for path in (tmp_path / name).iterdir()}
        assert names
        assert not names & {f"{kind}.jsonl" for kind in dump.LOG}
