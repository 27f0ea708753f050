"""`tracker log`, `verify`, `checkpoint` and `db roles`: their words, JSON and exit codes."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.store.engine import WRITES, open_engine

TEXT = "“The hall will open in June,” Mayor Tobias Rehn said on Thursday."


@pytest.fixture
def filled(tracker: Tracker, tmp_path: Path) -> Tracker:
    """A database with one article, of which a person corrected the speaker."""
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    ran = tracker(
        *("add", tmp_path / "story.txt", "--outlet", "Sample Wire", "--published", "2024-05-02")
    )
    assert ran.code == 0
    assert tracker("claim", "correct", 1, "--speaker", "Ada Lind", "--reason", "misread").code == 0
    return tracker


def test_the_log_shows_before_and_after(filled: Tracker) -> None:
    entry = filled("log", "--kind", "occurrence", "--limit", 1, "--json").json
    assert entry["before"]["claim"]["speaker_names"] == ["Tobias Rehn"]
    assert entry["value"]["claim"]["speaker_names"] == ["Ada Lind"]
    changed = {one["field"]: (one["before"], one["after"]) for one in entry["changed"]}
    assert changed["claim.speaker_names.0"] == ("Tobias Rehn", "Ada Lind")
    assert "claim.text" not in changed
    shown = filled("log", "--kind", "occurrence", "--limit", 1).out
    assert 'claim.speaker_names.0: "Tobias Rehn" → "Ada Lind"' in shown


def test_verify_counts_one_in_the_singular(filled: Tracker) -> None:
    ran = filled("verify")
    assert ran.code == 0
    assert ran.out.startswith("checked 1 version, 1 occurrence, ")
    assert "ledger entries: no problems" in ran.out
    assert filled("verify", "--json").json["checked"]["versions"] == 1


def test_a_first_entry_has_no_before(filled: Tracker) -> None:
    *_, first = filled("log", "--kind", "occurrence", "--json").lines
    assert (first["before"], first["changed"]) == (None, [])


def test_names_of_one_agent_do_not_follow_each_other(filled: Tracker) -> None:
    assert all(e["before"] is None for e in filled("log", "--kind", "agent_name", "--json").lines)


@pytest.mark.parametrize(
    ("options", "some"),
    [
        pytest.param(("--since", "2000-01-01"), True, id="since long ago"),
        pytest.param(("--until", "2000-01-01"), False, id="until long ago"),
        pytest.param(("--since", "2999-01-01T08:30"), False, id="since a time to come"),
        pytest.param(("--until", "2999-12-31"), True, id="until a time to come"),
        pytest.param(("--since", "2024-01-01 18:30 UTC"), True, id="as --as-of reads it"),
        pytest.param(("--since", "2000-01-01", "--by", "nobody"), False, id="by another"),
    ],
)
def test_the_log_is_asked_by_time(filled: Tracker, options: tuple[str, ...], some: bool) -> None:
    assert bool(filled("log", *options, "--json").lines) is some


def test_a_day_is_included_whole(filled: Tracker) -> None:
    day = filled("log", "--limit", 1, "--json").json["at"][:10]
    entries = filled("log", "--json").lines
    assert filled("log", "--since", day, "--until", day, "--json").lines == entries


def test_no_time_is_bad_input(filled: Tracker) -> None:
    ran = filled("log", "--since", "yesterday")
    assert (ran.code, "--since 'yesterday' is no time: give a date" in ran.err) == (2, True)


def test_the_log_is_asked_from_an_entry_on(filled: Tracker) -> None:
    """The entries of one write have one time, so it is the write that an entry stands for."""
    entries = filled("log", "--limit", 1000, "--json").lines
    middle = entries[len(entries) // 2]
    since = filled("log", "--limit", 1000, "--since", f"#{middle['seq']}", "--json").lines
    until = filled("log", "--limit", 1000, "--until", f"#{middle['seq']}", "--json").lines
    assert since == [entry for entry in entries if entry["at"] >= middle["at"]]
    assert until == [entry for entry in entries if entry["at"] <= middle["at"]]
    assert filled("log", "--since", "#999999").code == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_database_verifies_against_its_checkpoint(
    filled: Tracker, tmp_path: Path, form: str
) -> None:
    ran = filled("checkpoint", *(["--json"] if form == "json" else []))
    (tmp_path / "kept").write_text(ran.out, encoding="utf-8")
    assert filled("agent", "list").code == 0
    assert filled("claim", "correct", 1, "--speaker", "Bo Ek", "--reason", "again").code == 0
    checked = filled("verify", "--verify-against", tmp_path / "kept")
    assert (checked.code, checked.err) == (0, "")
    assert "against the checkpoint of" in checked.out


def test_another_database_does_not_verify_against_it(filled: Tracker, tmp_path: Path) -> None:
    kept = filled("checkpoint", "--json").json
    kept["database"] = "0" * 63 + "1"
    (tmp_path / "kept").write_text(json.dumps(kept), encoding="utf-8")
    ran = filled("verify", "--verify-against", tmp_path / "kept", "--json")
    assert ran.code == 1
    assert [problem["record"] for problem in ran.json["problems"]] == ["checkpoint"]


def test_a_mistyped_checkpoint_is_bad_input(filled: Tracker, tmp_path: Path) -> None:
    text = filled("checkpoint").out.replace("tool      tracker", "tool      trakcer")
    (tmp_path / "kept").write_text(text, encoding="utf-8")
    ran = filled("verify", "--verify-against", tmp_path / "kept")
    assert (ran.code, "its line 'tool' was mistyped" in ran.err) == (2, True)


def test_an_empty_database_has_a_checkpoint_and_verifies(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text(tracker("checkpoint").out, encoding="utf-8")
    assert tracker("verify", "--verify-against", tmp_path / "kept").code == 0


def test_roles_are_printed_as_sql(bare: Tracker) -> None:
    ran = bare("db", "roles", "--owner", 'the "owner"', "--application", "desk")
    assert ran.code == 0
    assert 'CREATE ROLE "the ""owner""" NOLOGIN' in ran.out
    assert not re.search('GRANT (UPDATE|DELETE)[^;]*"ledger_value"', ran.out)


def test_doctor_warns_when_a_guard_is_gone(filled: Tracker, database: str) -> None:
    assert "judgement_no_update" not in filled("doctor").out
    engine = open_engine(database)
    on = " ON judgement" if engine.dialect.name == "postgresql" else ""
    with engine.connect() as connection:
        connection = connection.execution_options(**{WRITES: True})
        connection.exec_driver_sql(f"DROP TRIGGER judgement_no_update{on}")
        connection.commit()
    engine.dispose()
    ran = filled("doctor")
    assert (ran.code, "judgement_no_update" in ran.out) == (2, True)
    assert filled("verify").code == 1
