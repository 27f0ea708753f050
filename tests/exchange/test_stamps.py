"""Time stamps in bundles, exports and databases, as the standalone verifier reads them."""

import base64
import contextlib
import json
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.torture.store import small_store
from tests.exchange.test_bundle import Files, alone, forged, problems, unpacked, write
from tests.stamps import authority, recorded
from tracker import stamping, undo, verifier
from tracker.errors import Conflict, NotVerified
from tracker.exchange import bundle, jsonl
from tracker.ingest import rfc3161 as tokens
from tracker.model import Checkpoint
from tracker.stamping import Exchange, Roots
from tracker.store import checkpoints, ledger, merkle, stamps
from tracker.store.engine import WRITES, Engine, open_engine
from tracker.store.session import reading, writing

ROOTS = Roots("roots.pem", authority.roots())


def stamp(engine: Engine, made: Checkpoint | None = None) -> str:
    """Have a checkpoint stamped, of now by default; return the stamp's uid."""
    if made is None:
        with reading(engine) as session:
            made = checkpoints.make(session, datetime(2026, 3, 14, 9, tzinfo=UTC))
    request = stamping.request(made)
    given = Exchange(made, request, authority.reply(request))
    return stamping.keep(engine, given, ROOTS, "vera")[0]


def quietly(*_: object) -> None:
    """Show no progress."""


def go_on(engine: Engine, number: int) -> None:
    """Write another entry, of no consequence."""
    with writing(engine, "vera") as tx:
        tx.ledger.append("keys.rebuilt", "keys", f"keys-{number}", {"number": number})


@pytest.fixture(scope="module")
def stamped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with a time stamp, after which the ledger went on."""
    folder = tmp_path_factory.mktemp("stamped")
    engine = open_engine(f"sqlite:///{small_store(folder / 'claims.db')}")
    stamp(engine)
    go_on(engine, 1)
    path = write(engine, folder / "stamped.zip")
    engine.dispose()
    return path


def test_a_bundle_holds_stamps_and_what_they_cover(sampled_engine: Engine, tmp_path: Path) -> None:
    name = stamp(sampled_engine)
    go_on(sampled_engine, 1)
    path = write(sampled_engine, tmp_path / "one.zip", [1])
    files = unpacked(path)
    assert {f"stamps/{name}.{end}" for end in ("txt", "tsq", "tsr")} < files.keys()
    text, reply = files[f"stamps/{name}.txt"], files[f"stamps/{name}.tsr"]
    assert tokens.check(reply, text, ROOTS.pem, files[f"stamps/{name}.tsq"]).at == authority.AT
    command = f"openssl ts -verify -data stamps/{name}.txt -in stamps/{name}.tsr"
    assert command in files["index.html"].decode()
    ran = alone(verifier.ONE_FILE, path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert command in ran.stdout
    assert f"{name}: the checkpoint of" in ran.stdout
    assert "stamped at 2026-03-14T10:00:00+00:00" in ran.stdout
    assert "who signed it was NOT checked" in ran.stdout
    total = len(json.loads(files["ledger.json"])["proofs"]) - 1
    assert f"it covers {total} of the {total} proven entries on these claims" in ran.stdout


def test_a_bundle_without_stamps_is_as_before(sampled_sqlite: Engine, tmp_path: Path) -> None:
    assert not [n for n in unpacked(write(sampled_sqlite, tmp_path / "a.zip", [1])) if "stamp" in n]


def test_the_first_stamp_over_each_entry_is_in_the_bundle(engine: Engine) -> None:
    names = []
    for number in range(1, 4):
        go_on(engine, number)
        names.append(stamp(engine))
    with reading(engine) as session:
        sizes = [one.checkpoint.entries for one in stamps.every(session)]
        assert sizes == [1, 3, 5]
        for entries, wanted in (([1], [0]), ([2], [1]), ([1, 3], [0, 1]), ([5], [2]), ([6], [])):
            found = [one.uid for one in stamps.first_over(session, entries)]
            assert found == [names[at] for at in wanted]


def _beginnings(files: Files, change: Callable[[dict[str, Any]], None]) -> Files:
    told = json.loads(files["stamps.json"])
    change(told)
    return {"stamps.json": json.dumps(told).encode()}


def _reply(files: Files) -> str:
    return next(name for name in files if name.endswith(".tsr"))


FORGERIES: dict[str, Callable[[Files], Files]] = {
    "another reply": lambda files: {_reply(files): recorded("granted.tsr")},
    "another checkpoint": lambda files: {
        _reply(files)[:-1] + "x": b"",
        _reply(files)[:-3] + "txt": recorded("checkpoint.txt"),
    },
    "one more": lambda files: {f"stamps/stm-{'0' * 20}.tsr": recorded("granted.tsr")},
    "no way from it": lambda files: _beginnings(
        files, lambda told: told["beginnings"].update({name: [] for name in told["beginnings"]})
    ),
    "another name": lambda files: _beginnings(
        files, lambda told: told["beginnings"].update({"stm-0": []})
    ),
    "none named": lambda files: _beginnings(files, lambda told: told["beginnings"].clear()),
    "another form": lambda files: _beginnings(files, lambda told: told.update(tracker_stamps=2)),
    "no JSON": lambda _: {"stamps.json": b"x"},
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_stamp_is_found(stamped: Path, tmp_path: Path, name: str) -> None:
    files = unpacked(stamped)
    assert problems(stamped) == []
    assert problems(forged(files, tmp_path / "forged.zip", **FORGERIES[name](files)))


@pytest.mark.parametrize("end", [".tsr", ".tsq", ".txt", "stamps.json"])
def test_a_file_of_a_stamp_that_is_gone_is_found(stamped: Path, tmp_path: Path, end: str) -> None:
    files = unpacked(stamped)
    gone = next(name for name in files if name.endswith(end) and name.startswith("stamps"))
    del files[gone]
    assert problems(forged(files, tmp_path / "forged.zip"))


def test_any_flipped_bit_of_a_stamp_is_found(stamped: Path, tmp_path: Path) -> None:
    files = unpacked(stamped)
    chosen = random.Random(161)
    for name in [name for name in files if name.startswith("stamps")]:
        for _ in range(25):
            data = bytearray(files[name])
            at = chosen.randrange(len(data))
            data[at] ^= 1 << chosen.randrange(8)
            if name == "stamps.json" and json_of(bytes(data)) == json_of(files[name]):
                continue  # a digit of hex in capitals
            assert problems(forged(files, tmp_path / "flipped.zip", **{name: bytes(data)}))


def json_of(data: bytes) -> str | None:
    try:
        return json.dumps(json.loads(data)).lower()
    except ValueError:
        return None


def test_a_stamp_survives_an_export_and_an_import(
    engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    go_on(engine, 1)
    name = stamp(engine)
    jsonl.export(engine, tmp_path / "out", quietly, [])
    assert verifier.verify(tmp_path / "out")[1] == []
    jsonl.restore(second_sqlite_engine, tmp_path / "out", "vera", quietly)
    (checked,) = stamping.verify(second_sqlite_engine, ROOTS).checked
    assert (checked.kept.uid, checked.stamp.at) == (name, authority.AT)


def test_the_files_of_a_database_are_written_for_openssl(
    sqlite_engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    go_on(sqlite_engine, 1)
    name = stamp(sqlite_engine)
    path = tmp_path / "claims.db"
    assert verifier.main([str(path)]) == 0
    assert "1 time stamps; --stamps FOLDER writes their files there" in capsys.readouterr().out
    assert verifier.main([str(path), "--stamps", str(tmp_path / "st")]) == 0
    text, query, reply = (tmp_path / "st" / f"{name}.{end}" for end in ("txt", "tsq", "tsr"))
    assert f"-data {text} -in {reply}" in capsys.readouterr().out
    assert tokens.check(reply.read_bytes(), text.read_bytes(), ROOTS.pem, query.read_bytes())


def _value(made: Checkpoint, request: bytes, reply: bytes) -> dict[str, Any]:
    packed = (base64.b64encode(part).decode() for part in (request, reply))
    return {"checkpoint": made.record(), **dict(zip(("request", "reply"), packed, strict=True))}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"head": "1" * 64}, "not of this ledger", id="head"),
        pytest.param({"root": "1" * 64}, "not of this ledger", id="root"),
        pytest.param({"database": "1" * 64}, "not of this ledger", id="database"),
        pytest.param({"entries": 2}, "not of this ledger", id="entries"),
        pytest.param({"entries": 9}, "not of this ledger", id="entries to come"),
        pytest.param(None, "of other bytes than", id="reply on another"),
    ],
)
def test_a_stamp_that_is_not_of_this_ledger_is_found_by_both(
    engine: Engine, tmp_path: Path, change: dict[str, Any] | None, why: str
) -> None:
    for number in range(3):
        go_on(engine, number)
    with reading(engine) as session:
        made = checkpoints.make(session, authority.AT)
    request = stamping.request(made)
    stated = Checkpoint.of({**made.record(), **(change or {"at": "2026-01-01T00:00:00+00:00"})})
    if change:
        request = stamping.request(stated)
    with writing(engine, "mallory") as tx:
        stamps.add(tx, stated, request, authority.reply(request))
    assert [why in one.message for one in stamping.verify(engine, ROOTS).problems] == [True]
    jsonl.export(engine, tmp_path / "out", quietly, [])
    found = verifier.verify(tmp_path / "out")[1]
    assert len(found) == 1
    assert why in found[0]


def test_what_is_no_stamp_is_found_by_both(engine: Engine, tmp_path: Path) -> None:
    with writing(engine, "mallory") as tx:
        tx.ledger.append("checkpoint.stamped", stamps.KIND, "stm-0", {"reply": "no"})
    assert "they cannot be read: stamp stm-0" in stamping.verify(engine).problems[0].message
    with reading(engine) as session, pytest.raises(NotVerified):
        stamps.first_over(session, [1])
    jsonl.export(engine, tmp_path / "out", quietly, [])
    assert "stamp stm-0: it cannot be read" in verifier.verify(tmp_path / "out")[1][0]


def test_a_database_without_a_ledger_is_a_problem_and_no_error(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        connection = connection.execution_options(**{WRITES: True})
        connection.exec_driver_sql("DROP TABLE ledger_value")
        connection.commit()
    assert "they cannot be read" in stamping.verify(sqlite_engine).problems[0].message


def test_a_stamp_is_not_undone(sqlite_engine: Engine) -> None:
    stamp(sqlite_engine)
    with reading(sqlite_engine) as session:
        entry = ledger.head(session)[0]
    with pytest.raises(Conflict, match="nothing takes back that it was given"):
        undo.undo(sqlite_engine, entry, "by mistake", "vera")


# The verifier by itself.

GRANTED = [
    "granted.tsr",
    "chain.tsr",
    "expired.tsr",
    "not-yet.tsr",
    "not-for-stamps.tsr",
    "other-nonce.tsr",
    "other-text.tsr",
]


@pytest.mark.parametrize("name", GRANTED)
def test_the_verifier_reads_what_the_library_reads(name: str) -> None:
    reply = recorded(name)
    data = b"Another text.\n" if name == "other-text.tsr" else recorded("checkpoint.txt")
    imprint, at = verifier.read_stamp(reply)
    assert imprint == verifier.sha256(data.decode())
    assert at == tokens.read(reply, data).at.isoformat()


@pytest.mark.parametrize("name", ["rejected.tsr", "longer-hash.tsr", "request.tsq"])
def test_the_verifier_refuses_what_is_no_stamp(name: str) -> None:
    with pytest.raises(verifier.UNREADABLE):
        verifier.read_stamp(recorded(name))


def test_the_verifier_refuses_or_reads_any_bytes() -> None:
    whole = recorded("granted.tsr")
    chosen = random.Random(3161)
    for end in range(len(whole)):
        with pytest.raises(verifier.UNREADABLE):
            verifier.read_stamp(whole[:end])
        changed = bytearray(whole)
        changed[end] ^= 1 << chosen.randrange(8)
        with contextlib.suppress(verifier.UNREADABLE):
            verifier.read_stamp(bytes(changed))
    with pytest.raises(verifier.UNREADABLE):
        verifier.read_stamp(whole + b"\0")


def test_the_verifier_prints_a_checkpoint_as_the_program_does() -> None:
    text = recorded("checkpoint.txt")
    assert verifier.printed(verifier.read_checkpoint(text.decode())) == text


@given(st.integers(1, 40), st.data())
def test_the_verifier_follows_a_ledger_that_goes_on(size: int, data: st.DataObject) -> None:
    leaves = [bytes([number]) * 32 for number in range(size)]
    old = data.draw(st.integers(1, size))
    trees: list[tuple[int, bytes]] = []
    for leaf in leaves[:old]:
        verifier.grow(trees, leaf)
    before, after = merkle.root_of(leaves[:old]), merkle.root_of(leaves)
    assert verifier.top(trees) == before
    path = list(merkle.prove_consistency(leaves, old))
    assert verifier.goes_on((old, before), (size, after), path)
    assert not verifier.goes_on((old, bytes(32)), (size, after), path)
    assert not verifier.goes_on((old, before), (size, bytes(32)), path)
    assert not verifier.goes_on((old, before), (size, after), [*path, bytes(32)])


def test_a_bundle_with_a_stamp_has_the_same_bytes_again(tmp_path: Path) -> None:
    path = small_store(tmp_path / "claims.db")
    engine = open_engine(f"sqlite:///{path}")
    stamp(engine)
    first, second = (write(engine, tmp_path / f"{n}.zip").read_bytes() for n in "ab")
    engine.dispose()
    assert first == second
    assert bundle.SUMS in unpacked(tmp_path / "a.zip")
