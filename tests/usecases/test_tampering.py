"""Whatever is done to a database past the program, both verifiers notice."""

import ast
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlmodel import SQLModel

from benchmarks.torture import server, tampering
from benchmarks.torture.asking import Quick, found_alone, found_by_tracker
from benchmarks.torture.flips import bits_of_file, bits_of_records, flip, flip_all, sampled
from benchmarks.torture.proofs import mutated_files
from benchmarks.torture.rewriting import rewrite, without_tail
from benchmarks.torture.store import (
    Bench,
    Tally,
    checkpoint_of,
    past_the_triggers,
    small_store,
)
from benchmarks.torture.whole import fill, whole_store
from tests.builders import add
from tests.conftest import Postgres
from tracker import audit, verifier
from tracker.exchange import jsonl
from tracker.store import checkpoints, standing, triggers
from tracker.store.canonical import dumps
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading

SCRIPT = verifier.ONE_FILE


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("bench")
    return Bench.of(folder, small_store(folder / "original.db"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The smallest database with all kinds of records."""
    folder = tmp_path_factory.mktemp("whole")
    return Bench.of(folder, whole_store(folder / "original.db"))


@pytest.fixture(scope="module")
def exported(bench: Bench) -> Path:
    """The small database as an exported folder."""
    folder = bench.folder / "export"
    engine = open_engine(f"sqlite:///{bench.original}")
    jsonl.export(engine, folder, lambda kind, count: None, [])
    engine.dispose()
    return folder


def alone(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the standalone verifier where neither the program nor any package can be imported."""
    command = [sys.executable, "-I", "-S", str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)


def test_the_verifier_runs_where_the_program_cannot_be_imported() -> None:
    command = [sys.executable, "-I", "-S", "-c", "import tracker"]
    assert subprocess.run(command, capture_output=True, cwd="/", check=False).returncode != 0


def test_it_needs_python_3_9_and_its_library_alone() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 9))
    named = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }
    assert {str(name).split(".")[0] for name in named} <= sys.stdlib_module_names


@pytest.mark.parametrize("form", ["sqlite", "folder", "zip"])
def test_an_untouched_store_verifies_in_every_form(
    bench: Bench, exported: Path, form: str, tmp_path: Path
) -> None:
    archive = shutil.make_archive(str(tmp_path / "export"), "zip", exported.parent, exported.name)
    path = {"sqlite": bench.original, "folder": exported, "zip": Path(archive)}[form]
    kept = checkpoint_of(bench.original)
    (tmp_path / "printed").write_text(f"> Dear archive,\n> {kept.text()}\n", encoding="utf-8")
    (tmp_path / "json").write_text(json.dumps(kept.record()), encoding="utf-8")
    for checkpoint in ("printed", "json"):
        ran = alone(path, "--against", tmp_path / checkpoint)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert f"{kept.entries} ledger entries" in ran.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("note.txt", "words", "is no SQLite database", id="another file"),
        pytest.param("none.db", None, "No such file", id="no file"),
        pytest.param("empty", "", "is no SQLite database", id="an empty file"),
    ],
)
def test_what_cannot_be_checked_is_bad_input(
    tmp_path: Path, name: str, content: str | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    ran = alone(tmp_path / name)
    assert ran.returncode == 2
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_selection_of_claims_is_no_whole_export(bench: Bench, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{bench.original}")
    jsonl.export(engine, tmp_path / "some", lambda kind, count: None, [1])
    engine.dispose()
    ran = alone(tmp_path / "some")
    assert (ran.returncode, "no ledger.jsonl" in ran.stderr) == (2, True)


TAMPERINGS = {
    "another speaker": "UPDATE claim SET speaker_id = 2 WHERE id = 3",
    "a claim's words": "UPDATE claim SET text = 'The hall is shut' WHERE id = 3",
    "a quote's words": "UPDATE selector SET exact = 'never' WHERE id = 1",
    "a selector moved": 'UPDATE selector SET start = start + 1, "end" = "end" + 1 WHERE id = 1',
    "a text": "UPDATE article_version SET text = text || ' Not so.' WHERE id = 1",
    "a text with its hash": "UPDATE article_version SET text = 'x', text_sha256 = "
    "'2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' WHERE id = 1",
    "a capture": "UPDATE blob SET body = x'78DA030000000001', size = 0",
    "a capture taken out": "DELETE FROM blob WHERE rowid = 1",
    "an outlet's name": "UPDATE outlet SET name = 'Sample wire' WHERE id = 1",
    "an address": "UPDATE article SET url = 'https://daily.example/x' WHERE id = 1",
    "a date of publication": "UPDATE article SET published_at = '2024-05-01' WHERE id = 1",
    "an instant of publication": "UPDATE article SET published_start = "
    "'2024-05-01 00:00:00.000000' WHERE id = 1",
    "an agent's name": "UPDATE agent SET name = 'Ada Linde' WHERE name = 'Ada Lind'",
    "another agent merged": "UPDATE agent SET same_as_id = 1 WHERE id = 2",
    "a merge undone": "UPDATE agent SET same_as_id = NULL WHERE id = 6",
    "a name taken out": "DELETE FROM agent_name WHERE id = 1",
    "a name put in": "INSERT INTO agent_name (agent_id, name, key) VALUES (1, 'Bo Ek', 'bo ek')",
    "a position taken out": "DELETE FROM occupancy WHERE id = 1",
    "a position put in": 'INSERT INTO occupancy (agent_id, title, "of", version_id)'
    " VALUES (1, 'king', '', 1)",
    "a hop": "UPDATE attribution SET agent_id = 2 WHERE id = 1",
    "no day at all as the last day it was said": "UPDATE claim SET said_end = 0"
    " WHERE said_start IS NULL",
    "an empty word for the day it was said": "UPDATE claim SET said_as_printed = ''"
    " WHERE said_start IS NULL",
    "a figure": "UPDATE reported_fact SET value_max = 90 WHERE id = 1",
    "a participant taken out": "DELETE FROM participation WHERE agent_id = 4 OR id = 1",
    "the place of an event": "UPDATE event SET place_id = 2 WHERE place_id = 1",
    "a place's name": "UPDATE place SET name = 'Larwik' WHERE id = 2",
    "a place's other name": "DELETE FROM place_name",
    "a link's score": "UPDATE link SET score = 0.99",
    "a link taken back": "UPDATE link SET active = 0",
    "a link put in": "INSERT INTO link (uid, occurrence_id, claim_id, relation, decision, score,"
    " features, differences, matcher, matcher_version, active)"
    " SELECT 'lnk-0', 2, 1, relation, decision, score, features, differences, matcher,"
    " matcher_version, active FROM link",
    "a claim made part of another": "UPDATE claim SET part_of_id = 1 WHERE id = 2",
    "a relation's kind": "UPDATE claim_relation SET relation = 'updates'",
    "a judgement": "UPDATE judgement SET verdict = 'no' WHERE id = 2",
    "a judgement taken out": "DELETE FROM judgement WHERE id = 1",
    "the reason of a correction": "UPDATE correction SET reason = 'because'",
    "a merge's author": "UPDATE agent_identity SET user = 'olga'",
    "an occurrence rejected": "UPDATE occurrence SET rejected = 1 WHERE id = 2",
    "a reference to nothing": "UPDATE attribution SET agent_id = 99 WHERE id = 1",
    "a ledger entry": "UPDATE ledger SET user = 'olga' WHERE seq = 3",
    "a value of the ledger": "UPDATE ledger_value SET value = '{}' WHERE seq = 3",
    "a value struck out": "UPDATE ledger_value SET value = NULL, salt = '' WHERE seq = 3",
    "a value taken out": "DELETE FROM ledger_value WHERE seq = 3",
    "the head": "UPDATE ledger_head SET seq = 3",
    "a second head": "INSERT INTO ledger_head SELECT 2, seq, hash FROM ledger_head",
    "a table dropped": "DROP TABLE correction",
    "the ledger dropped": "DROP TABLE ledger_value",
    "a strange trigger": "CREATE TRIGGER t AFTER INSERT ON claim BEGIN SELECT 1; END",
}


@pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS)
def test_both_verifiers_find_it(bench: Bench, statement: str) -> None:
    path = bench.copy()
    past_the_triggers(path, statement)
    assert found_by_tracker(path) is not None
    assert found_alone(path) is not None


REDACTED = {
    "a version with redacted words taken out": "DELETE FROM article_version WHERE uid IN"
    " (SELECT record_uid FROM redaction WHERE record_kind = 'version')",
    "a redacted name taken out": "DELETE FROM agent_name WHERE name LIKE '█%'",
    "one of two redacted names taken out": "DELETE FROM agent_name WHERE name = '██'",
    "a reason set beside a redacted value": "UPDATE ledger_value SET reason_text = 'x'"
    " WHERE value IS NULL",
    "a salt set beside a redacted value": "UPDATE ledger_value SET salt = 'x' WHERE value IS NULL",
    "no text as the salt of a redacted value": "UPDATE ledger_value SET salt = x''"
    " WHERE value IS NULL",
    "another size of redacted bytes": "UPDATE blob SET size = size + 1 WHERE codec = 'redacted'",
    "a redacted name written on": "UPDATE agent_name SET name = name || 'x' WHERE name LIKE '█%'",
    "a redacted name replaced, with its folded form": "UPDATE agent_name SET name = 'Bo Ek',"
    " key = 'bo ek' WHERE name = '██'",
    "a redacted name made longer": "UPDATE agent_name SET name = '███' WHERE name = '██'",
    "a redacted judgement's reason": "UPDATE judgement SET reason = 'x' WHERE reason LIKE '█%'",
    "a redaction taken out": "DELETE FROM redaction WHERE id = 1",
    "the ground of a redaction": "UPDATE redaction SET ground = 'other' WHERE id = 1",
    "redacted bytes put back": "UPDATE blob SET codec = 'raw', body = (SELECT CAST(text AS BLOB)"
    " FROM article_version WHERE body_sha256 = sha256 AND text NOT LIKE '%█%' LIMIT 1)"
    " WHERE codec = 'redacted'",
    "redacted words put back": "UPDATE article_version SET text = replace(text, '█', 'x')",
}


@pytest.mark.parametrize("statement", REDACTED.values(), ids=REDACTED)
def test_both_verifiers_find_tampering_with_what_is_redacted(whole: Bench, statement: str) -> None:
    path = whole.copy()
    past_the_triggers(path, statement)
    assert found_by_tracker(path) is not None
    assert found_alone(path) is not None
    assert whole._same(path) is False
    engine = open_engine(f"sqlite:///{path}")
    _, problems = audit.verify(engine)  # to its end
    engine.dispose()
    assert problems


def test_two_judgements_in_another_order_are_found(bench: Bench) -> None:
    path = bench.copy()
    move = "UPDATE judgement SET id = {} WHERE id = {}"
    past_the_triggers(path, move.format(9, 1), move.format(1, 2), move.format(2, 9))
    assert "order in which they were made" in (found_by_tracker(path) or "")
    assert "made later" in (found_alone(path) or "")


def test_a_trigger_that_is_gone_is_found(bench: Bench) -> None:
    path = bench.copy()
    past_the_triggers(path)
    assert found_by_tracker(path) is None
    engine = open_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        connection = connection.execution_options(tracker_writes=True)
        connection.exec_driver_sql("DROP TRIGGER judgement_no_update")
        connection.commit()
    engine.dispose()
    assert "judgement_no_update is missing" in (found_by_tracker(path) or "")
    assert "judgement_no_update" in (found_alone(path) or "")


def test_every_change_of_a_row_is_found_or_changes_no_record(whole: Bench) -> None:
    tally = tampering.change_rows(whole, 150)
    assert tally.missed == []
    assert tally.alone > tally.tried / 2


def test_rows_that_a_superuser_changes_on_postgresql_are_found(
    postgres: Postgres, opened: Callable[[str], Engine], tmp_path: Path
) -> None:
    engine = opened(postgres.address(postgres.create(Postgres.TEMPLATE)))
    fill(engine)
    tally = server.change_rows(engine, tmp_path / "export", 30)
    assert tally.missed == []
    assert min(tally.by_tracker, tally.alone) > tally.tried / 2


@pytest.mark.parametrize(
    "bits",
    [pytest.param(bits_of_records, id="of records"), pytest.param(bits_of_file, id="of the file")],
)
def test_every_bit_is_guarded_or_changes_no_record(
    whole: Bench, bits: Callable[[Path], list[int]]
) -> None:
    (*pieces,) = sampled(bits(whole.original), 200)
    tally = flip(whole, Tally("bits"), [bit for piece in pieces for bit in piece])
    assert (tally.tried, tally.missed) == (200, [])
    assert tally.alone > 0


def test_every_table_has_a_row_to_tamper_with(whole: Bench) -> None:
    engine = open_engine(f"sqlite:///{whole.original}")
    with engine.connect() as connection:
        empty = [
            name
            for name in SQLModel.metadata.tables
            if not connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar()
        ]
        kinds = set(connection.exec_driver_sql("SELECT record_kind FROM ledger").scalars())
    engine.dispose()
    assert empty == []
    # A stamp needs an authority: its entries are tampered with in the tests of bundles.
    assert kinds == {*standing.KINDS, *standing.WITHOUT_ROWS, "place"} - {"stamp"}


def test_a_stopped_run_goes_on_where_it_was(whole: Bench, tmp_path: Path) -> None:
    pieces = sampled(bits_of_records(whole.original), 24, 8)
    done = tmp_path / "done.jsonl"
    first = flip_all(whole.original, "bits", pieces[:2], 1, done)
    assert (first.tried, len(done.read_text().splitlines())) == (16, 2)
    whole_run = flip_all(whole.original, "bits", pieces, 1, done)
    assert (whole_run.tried, whole_run.missed) == (24, [])
    assert len(done.read_text().splitlines()) == 3


@pytest.mark.parametrize(
    "statement",
    [None, *(TAMPERINGS[name] for name in ("a text", "a hop", "the head", "a table dropped"))],
)
def test_asked_in_haste_the_verifiers_say_the_same(bench: Bench, statement: str | None) -> None:
    path, quick = bench.copy(), Quick()
    if statement:
        past_the_triggers(path, statement)
    for _ in range(2):  # the second time the check that found it comes first
        assert (quick.alone(path) is None) == (found_alone(path) is None) == (statement is None)
        assert (quick.by_tracker(path) is None) == (statement is None)


def test_a_bit_that_one_of_them_misses_is_told(
    whole: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Quick, "alone", lambda self, path: None)
    bits = bits_of_records(whole.original)[:3]
    told = flip(whole, Tally("bits"), bits).missed
    assert "asked in full the verifiers say otherwise" in told[0]
    assert len([line for line in told if "alone: None; tracker: " in line]) == 3


def test_bits_of_an_export_are_guarded(exported: Path, tmp_path: Path) -> None:
    chance = random.Random(11)
    folder = Path(shutil.copytree(exported, tmp_path / "flipped"))
    missed = []
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        for bit in chance.sample(range(8 * len(data)), min(25, 8 * len(data))):
            changed = bytearray(data)
            changed[bit // 8] ^= 1 << bit % 8
            path.write_bytes(changed)
            if found_alone(folder) is None:
                missed.append((path.name, bytes(changed[bit // 8 - 30 : bit // 8 + 30])))
        path.write_bytes(data)
    assert missed == []


@pytest.mark.parametrize("entries", [0, 1, 20, 40])
def test_a_cut_tail_is_found_with_a_checkpoint(bench: Bench, entries: int) -> None:
    kept, path = checkpoint_of(bench.original), bench.copy()
    without_tail(path, entries)
    assert "ledger" in (found_by_tracker(path, kept) or "")
    _, problems = verifier.verify(path, kept.record())
    assert any("cut off" in problem for problem in problems)


@pytest.mark.parametrize("seq", [1, 7, 43])
def test_a_recomputed_chain_is_found_only_with_a_checkpoint(bench: Bench, seq: int) -> None:
    kept, path = checkpoint_of(bench.original), bench.copy()
    rewrite(path, seq)
    assert (found_by_tracker(path), found_alone(path)) == (None, None)
    assert "checkpoint" in (found_by_tracker(path, kept) or "")
    assert "checkpoint" in (found_alone(path, kept) or "")


def test_an_older_state_put_back_is_found_only_with_a_checkpoint(
    bench: Bench, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(bench.original, tmp_path / "grown.db"))
    engine = open_engine(f"sqlite:///{path}")
    add(engine, "Mayor Tobias Rehn said the pool would open in July.")
    engine.dispose()
    kept = checkpoint_of(path)
    assert (found_by_tracker(path, kept), found_alone(path, kept)) == (None, None)
    older = bench.copy()
    assert (found_by_tracker(older), found_alone(older)) == (None, None)
    assert "put back" in (found_by_tracker(older, kept) or "")
    assert "put back" in (found_alone(older, kept) or "")


def proofs_of(path: Path) -> dict[str, object]:
    engine = open_engine(f"sqlite:///{path}")
    with reading(engine) as session:
        given = checkpoints.proofs(session, checkpoint_of(path), [1, 13, 43])
    engine.dispose()
    return given


def test_proofs_of_entries_hold_without_the_ledger(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "proofs.json").write_text(json.dumps(proofs_of(bench.original)))
    (tmp_path / "kept").write_text(checkpoint_of(bench.original).text())
    ran = alone("--proofs", tmp_path / "proofs.json", "--against", tmp_path / "kept")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "checked 3 proofs" in ran.stdout


def test_a_file_of_proofs_with_one_character_changed_does_not_hold(bench: Bench) -> None:
    given, kept = proofs_of(bench.original), checkpoint_of(bench.original).record()
    accepted = []
    for text in mutated_files(given, random.Random(11), 2_000):
        try:
            changed = verifier.load(text)
            _, problems = verifier.check_proofs(changed, kept)
        except (*verifier.UNREADABLE, verifier.BadInput):
            continue
        if not problems and _said(changed) != _said(given):
            accepted.append(text)
    assert accepted == []


def _said(given: dict[str, object]) -> object:
    """Return what a file of proofs claims: its entries with their values."""
    proofs = given["proofs"]
    assert isinstance(proofs, list)
    return [(proof["entry"], proof.get("value")) for proof in proofs]


def test_the_two_know_the_same_triggers(bench: Bench) -> None:
    engine = open_engine(f"sqlite:///{bench.original}")
    with engine.connect() as connection:
        expected = triggers.expected(connection)
        tables = (*verifier.APPEND_ONLY, verifier.STRUCK_OUT)
        columns = {
            table: [column["name"] for column in inspect(connection).get_columns(table)]
            for table in tables
        }
    engine.dispose()
    own = {}
    for table in tables:
        own.update(verifier.triggers(table, columns[table], can_redact=True))
    assert own == {n: sql.replace("IF NOT EXISTS ", "") for n, sql in expected.items()}


@pytest.mark.parametrize(
    "value",
    [
        *(0, -0.0, 1.0, 0.1, 1e21, 1e20, 123456789012345680000.0, 1e-6, 1e-7, 5e-324, -2.5e-9),
        *(1.7e308, 0.3, 100.0, 2**53 - 1, 333333333.3333333, 4.35, 0.002, 1e23, -1.5),
    ],
    ids=repr,
)
def test_numbers_are_written_alike(value: float) -> None:
    assert verifier.canonical(value).encode() == dumps(value)


@pytest.mark.parametrize(
    "value",
    [{"é": 1, "z": 2, "a": [None, True, '\u2028\x07\\"']}, {"\U0001f600": 1, "\ufb33": 2}, []],
    ids=repr,
)
def test_values_are_written_alike(value: object) -> None:
    assert verifier.canonical(value).encode() == dumps(value)
