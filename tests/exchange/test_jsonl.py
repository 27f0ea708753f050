"""Exporting everything and reading it back changes nothing."""

import json
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from sqlmodel import col, select

from tests.builders import add, add_samples, originals
from tracker import audit, review
from tracker.correction import Correction, correct
from tracker.demo import sample_files
from tracker.errors import BadInput, Conflict, NotFound, NotVerified
from tracker.exchange import jsonl
from tracker.model import Verdict
from tracker.store import dump
from tracker.store.engine import Engine
from tracker.store.judgements import Subject, add_judgement, all_standing
from tracker.store.links import get_link
from tracker.store.session import reading, writing
from tracker.store.tables import ClaimRow, CorrectionRow
from tracker.views import exported


def quiet(kind: str, count: int) -> None:
    """Pass over what is told of the progress."""


@pytest.fixture
def filled(sampled_engine: Engine) -> Engine:
    """The samples, with a judgement, a withdrawal and a correction on top."""
    engine = sampled_engine
    review.judge(engine, "L1", Verdict.YES, "the same launch", "desk")
    review.judge(engine, "R1", Verdict.NO, "two crews", "desk")
    review.withdraw(engine, "R1", "looked again", "desk")
    correct(engine, 1, Correction(speaker="Ada Lind"), "misread", "desk")
    return engine


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def rows(folder: Path, kind: str) -> list[dict[str, object]]:
    text = (folder / f"{kind}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_round_trip_gives_the_same_bytes(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    jsonl.export(filled, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "desk", quiet)
    jsonl.export(second_sqlite_engine, tmp_path / "two", quiet, [])
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert set(files(tmp_path / "one")) == {f"{kind}.jsonl" for kind in dump.KINDS}
    assert audit.verify(second_sqlite_engine)[1] == []


def dated(engine: Engine) -> dict[str, datetime | None]:
    """Return when the article of each claim was published, as the claim has it."""
    with reading(engine) as session:
        return dict(session.exec(select(ClaimRow.uid, ClaimRow.published_start)).all())


def test_restored_claims_are_found_by_their_days(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    add(filled, "Mayor Tobias Rehn said the hall would open in June.", published=None)
    jsonl.export(filled, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "desk", quiet)
    assert dated(second_sqlite_engine) == dated(filled)
    assert len(set(dated(filled).values())) > 2
    assert None in dated(filled).values(), "an article of no date"


def test_what_is_restored_can_be_added_to(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    jsonl.export(filled, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "desk", quiet)
    assert {result.outcome for result in add_samples(second_sqlite_engine)} == {"unchanged"}
    added = add(second_sqlite_engine, "Mayor Tobias Rehn said the hall would open in June.")
    assert added.occurrences
    assert audit.verify(second_sqlite_engine)[1] == []


def test_occurrences_and_relations_carry_what_a_reader_wants(
    filled: Engine, tmp_path: Path
) -> None:
    jsonl.export(filled, tmp_path / "out", quiet, [])
    occurrences = rows(tmp_path / "out", "occurrences")
    wanted = {"claim_id", "url", "kind", "type", "content", "source", "cue", "speaker", "chain"}
    assert all(row.keys() >= wanted | {"event", "link"} for row in occurrences)
    linked = [row for row in occurrences if row["link"]]
    assert linked
    claims = {row["id"] for row in rows(tmp_path / "out", "claims")}
    for row in linked:
        assert row["claim_id"] in claims
        assert row["claim_id"] != row["own_claim_id"]
        assert set(row["link"]) == {"relation", "score", "status"}
    texts = {row["id"]: row["text"] for row in rows(tmp_path / "out", "versions")}
    for row in occurrences:
        for piece in row["content"]:
            assert texts[row["version"]][piece["start"] : piece["end"]] == piece["exact"]
    for row in rows(tmp_path / "out", "relations"):
        assert row.keys() >= {"from_claim_id", "to_claim_id", "relation", "basis", "status"}


def test_two_databases_with_the_same_articles_export_the_same_records(
    sampled_engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    add_samples(second_sqlite_engine, sample_files()[::-1])
    for engine, name in ((sampled_engine, "one"), (second_sqlite_engine, "two")):
        jsonl.export(engine, tmp_path / name, quiet, [])
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    # Times of capture, and the log of what was written when, differ by nature.
    differ = {"versions", "links", "relations", *dump.LOG}
    for name in set(one) - {f"{kind}.jsonl" for kind in differ}:
        assert one[name] == two[name], name
    for kind in ("links", "relations"):
        active = [
            [row for row in rows(tmp_path / name, kind) if row["active"]] for name in ("one", "two")
        ]
        assert active[0] == active[1]


def test_chosen_claims_alone(filled: Engine, tmp_path: Path) -> None:
    jsonl.export(filled, tmp_path / "out", quiet, [2])
    assert len(rows(tmp_path / "out", "claims")) >= 1
    assert set(files(tmp_path / "out")) == {"claims.jsonl", "occurrences.jsonl", "relations.jsonl"}
    with pytest.raises(NotFound, match="no claim 99999"):
        jsonl.export(filled, tmp_path / "none", quiet, [99999])


def test_chosen_claims_say_how_independent_they_are(filled: Engine, tmp_path: Path) -> None:
    with reading(filled) as session:
        (told,) = [c for c in originals(session) if c.claim.text.startswith("“I could hear")]
    jsonl.export(filled, tmp_path / "out", quiet, [told.id])
    first, part = sorted(rows(tmp_path / "out", "claims"), key=lambda row: bool(row["part_of"]))
    assert "independence" not in part
    independence = cast(dict[str, Any], first["independence"])
    (origin,) = independence.pop("origins")
    assert (origin["name"], independence["articles"]) == ("Sample Wire", 2)
    assert all(uid.startswith("art-") for uid in origin["articles"])


def test_a_folder_with_files_is_not_written_over(filled: Engine, tmp_path: Path) -> None:
    (tmp_path / "note").write_text("mine")
    with pytest.raises(BadInput, match="holds files already"):
        jsonl.export(filled, tmp_path, quiet, [])


def test_a_database_with_records_is_not_mixed(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    jsonl.export(filled, tmp_path / "out", quiet, [])
    add(second_sqlite_engine, "Mayor Tobias Rehn said the hall would open in June.")
    with pytest.raises(Conflict, match="holds records already"):
        jsonl.restore(second_sqlite_engine, tmp_path / "out", "desk", quiet)


@pytest.mark.parametrize(
    ("kind", "find", "put", "error", "says"),
    [
        ("versions", '"text": "', '"text": "x', NotVerified, "text is not what was exported"),
        ("ledger", '"user": "tester"', '"user": "nobody"', NotVerified, "hash does not match"),
        ("links", '"claim_id": "clm-', '"claim_id": "clm-x', BadInput, "line 1"),
        ("claims", "{", "[", BadInput, "not JSON"),
        ("agents", '"names"', '"nicks"', BadInput, "names"),
    ],
    ids=["text", "ledger", "unknown claim", "no json", "missing field"],
)
def test_a_damaged_export_is_refused_and_nothing_is_kept(
    filled: Engine,
    second_sqlite_engine: Engine,
    tmp_path: Path,
    kind: str,
    find: str,
    put: str,
    error: type[Exception],
    says: str,
) -> None:
    folder = tmp_path / "out"
    jsonl.export(filled, folder, quiet, [])
    path = folder / f"{kind}.jsonl"
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")
    with pytest.raises(error, match=says):
        jsonl.restore(second_sqlite_engine, folder, "desk", quiet)
    checked, problems = audit.verify(second_sqlite_engine)
    assert (sum(checked.values()), problems) == (0, [])


def test_a_quote_that_is_not_its_text_is_refused(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    jsonl.export(filled, tmp_path / "out", quiet, [])
    path = tmp_path / "out" / "occurrences.jsonl"
    first, rest = path.read_text(encoding="utf-8").split("\n", 1)
    record = json.loads(first)
    record["selectors"][0]["exact"] += "x"
    path.write_text(json.dumps(record) + "\n" + rest, encoding="utf-8")
    with pytest.raises(NotVerified, match=r"line 1: .* is not what was exported"):
        jsonl.restore(second_sqlite_engine, tmp_path / "out", "desk", quiet)


def test_a_missing_file_is_named(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    jsonl.export(filled, tmp_path / "out", quiet, [])
    shutil.move(tmp_path / "out" / "places.jsonl", tmp_path / "places.jsonl")
    with pytest.raises(BadInput, match=r"places\.jsonl"):
        jsonl.restore(second_sqlite_engine, tmp_path / "out", "desk", quiet)


@pytest.mark.parametrize("answers", ["yes no yes", "no yes no", "yes no unsure no", "no yes"])
def test_of_many_answers_the_last_one_still_counts(
    sampled_sqlite: Engine, second_sqlite_engine: Engine, tmp_path: Path, answers: str
) -> None:
    for number, answer in enumerate(answers.split()):
        review.judge(sampled_sqlite, "R1", Verdict(answer), f"look {number}", "desk")
        correct(sampled_sqlite, 1, Correction(speaker=f"Ada {answer}"), f"{number}", "desk")
    statuses, corrections = [], []
    jsonl.export(sampled_sqlite, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "desk", quiet)
    for engine in (sampled_sqlite, second_sqlite_engine):
        with reading(engine) as session:
            statuses.append(exported.statuses(session))
            made = session.exec(select(CorrectionRow.reason).order_by(col(CorrectionRow.id)))
            corrections.append(made.all())
    assert statuses[0] == statuses[1]
    assert corrections[0] == corrections[1]


def test_decisions_keep_their_order_though_a_clock_ran_back(
    sampled_sqlite: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    for verdict, day in ((Verdict.YES, 5), (Verdict.NO, 4)):
        clock = partial(datetime, 2030, 5, day, tzinfo=UTC)
        with writing(sampled_sqlite, "desk", clock) as tx:
            add_judgement(tx, Subject(get_link(tx.session, 1)), verdict, "looked again")
    jsonl.export(sampled_sqlite, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "desk", quiet)
    with reading(second_sqlite_engine) as session:
        (standing,) = all_standing(session).values()
    assert [row.verdict for row in standing] == ["no"]
    assert audit.verify(second_sqlite_engine)[1] == []


@pytest.mark.parametrize("there", [False, True], ids=["a new folder", "an empty folder"])
def test_a_refused_export_leaves_nothing(filled: Engine, tmp_path: Path, there: bool) -> None:
    out = tmp_path / "deep" / "out"
    if there:
        out.mkdir(parents=True)
    with pytest.raises(NotFound, match="no claim 999"):
        jsonl.export(filled, out, quiet, [999])
    assert list((tmp_path / "deep").rglob("*")) == ([out] if there else [])
    assert out.parent.exists() == there


@pytest.mark.parametrize("there", [False, True], ids=["a new folder", "an empty folder"])
@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_export_that_breaks_off_leaves_nothing(
    filled: Engine, tmp_path: Path, there: bool, error: Any
) -> None:
    out = tmp_path / "deep" / "out"
    if there:
        out.mkdir(parents=True)

    def break_off(kind: str, _count: int) -> None:
        if kind == "claims":
            raise error

    with pytest.raises((KeyboardInterrupt, BadInput)):
        jsonl.export(filled, out, break_off, [])
    assert list((tmp_path / "deep").rglob("*")) == ([out] if there else [])
    assert out.parent.exists() == there


def test_what_a_folder_held_before_stays(filled: Engine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "claims.jsonl").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="holds files already"):
        jsonl.export(filled, out, quiet, [])
    assert files(out) == {"claims.jsonl": "mine"}


def test_a_file_is_no_folder(filled: Engine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="is a file: give a new folder"):
        jsonl.export(filled, out, quiet, [])
    assert out.read_text(encoding="utf-8") == "mine"
