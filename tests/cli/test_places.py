"""`tracker place …`, and the places that `init` and `add` know."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.store.engine import open_engine
from tracker.store.session import writing

REASON = ("--reason", "in the news")


@pytest.fixture
def seeded(tracker: Tracker) -> Tracker:
    """Run `tracker` on a database that was made by `tracker init`."""
    assert tracker("init").code == 0
    return tracker


def add(tracker: Tracker) -> int:
    ran = tracker("place", "add", "Port Halvern", "--kind", "city", "--alias", "Halvern", *REASON)
    assert ran.code == 0, ran.err
    assert ran.out.endswith("added by tester\n")
    return int(ran.out.split()[1])


def test_init_brings_in_the_shipped_places(bare: Tracker, empty_database: str) -> None:
    ran = bare("--database", empty_database, "init")
    assert (ran.code, ran.err) == (0, "")
    created, following = ran.out.splitlines()
    assert created.startswith("database created: ")
    assert following.startswith("next: `tracker add story.txt --outlet NAME --published DATE`")
    (kremlin,) = bare("--database", empty_database, "place", "list", "kremlin", "--json").lines
    assert (kremlin["kind"], kremlin["within"]) == ("facility", "Russia")
    assert kremlin["origin"] == "shipped"
    again = bare("--database", empty_database, "init")
    assert "is up to date" in again.out
    assert again.out.count("\n") == 1


def test_init_tells_of_places_that_an_older_database_gets(tracker: Tracker) -> None:
    ran = tracker("init")
    assert "shipped places are new or changed" in ran.out


def test_a_seeded_database_verifies_and_has_no_entries(seeded: Tracker) -> None:
    ran = seeded("verify", "--json")
    assert ran.code == 0
    assert ran.json["problems"] == []
    assert ran.json["checked"]["places"] > 800
    assert ran.json["checked"]["ledger entries"] == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE place SET kind = 'sea' WHERE name = 'Kremlin'", "run `tracker init`"),
        ("UPDATE place SET within = 'Moss' WHERE name = 'Port Halvern'", "ledger last wrote"),
        ("UPDATE place_name SET name = 'Hal' WHERE name = 'Halvern'", "ledger last wrote"),
    ],
    ids=["a shipped one", "the desk's", "its alias"],
)
def test_a_place_changed_behind_the_ledger_is_found(
    seeded: Tracker, database: str, change: str, says: str
) -> None:
    add(seeded)
    engine = open_engine(database)
    with writing(engine, "nobody") as tx:
        tx.session.connection().exec_driver_sql(change)
    engine.dispose()
    ran = seeded("verify")
    assert ran.code == 1
    assert ran.err.startswith("place ")
    assert says in ran.err


def test_list_and_show(seeded: Tracker) -> None:
    number = add(seeded)
    ran = seeded("place", "list", "halvern")
    assert ran.out == f"{number:>5}  city      Port Halvern; also Halvern\n"
    assert ran.err == ""
    shape = seeded("place", "show", number, "--json").json
    assert set(shape) == {
        "place_id",
        "uid",
        "name",
        "kind",
        "within",
        "aliases",
        "origin",
        "entry",
        "claim_count",
        "claims",
    }
    assert (shape["name"], shape["aliases"], shape["claims"]) == ("Port Halvern", ["Halvern"], [])
    shown = seeded("place", "show", number).out
    first, also, origin = shown.splitlines()
    assert (first, also) == (f"place {number}, city: Port Halvern", "  also: Halvern")
    assert origin.startswith("  from: a person")


def test_a_list_that_stops_says_how_many_are_left(seeded: Tracker) -> None:
    seas = seeded("place", "list", "--kind", "sea", "--limit", 1000, "--json")
    assert seas.err == ""
    ran = seeded("place", "list", "--kind", "sea", "--limit", 2, "--offset", 1, "--json")
    assert len(ran.lines) == 2
    assert ran.err == f"… {len(seas.lines) - 3} more: --limit\n"


def test_edit(seeded: Tracker) -> None:
    number = add(seeded)
    ran = seeded("place", "edit", number, "--within", "Norway", "--drop-alias", "Halvern", *REASON)
    assert (ran.code, ran.out) == (0, f"place {number} edited by tester\n")
    shape = seeded("place", "show", number, "--json").json
    assert (shape["within"], shape["aliases"], shape["kind"]) == ("Norway", [], "city")
    entry = seeded("log", "--record", shape["uid"], "--json").lines[0]
    assert (entry["user"], entry["action"]) == ("tester", "place.edited")
    assert entry["reason"] == "in the news"
    assert seeded("verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "99999"], 1, "no place 99999"),
        (["edit", "99999", "--kind", "city", *REASON], 1, "no place 99999"),
        (["edit", "1", *REASON], 2, "nothing to change"),
        (["add", "Kremlin", "--kind", "city", *REASON], 1, "Kremlin is place"),
        (["add", " ", "--kind", "city", *REASON], 2, "empty"),
        (["add", "Halvern", *REASON], 2, "--kind"),
        (["add", "Halvern", "--kind", "planet", *REASON], 2, "planet"),
        (["add", "Halvern", "--kind", "city"], 2, "--reason"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_bad_input(seeded: Tracker, arguments: list[str], code: int, words: str) -> None:
    ran = seeded("place", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1
    assert words in ran.err


def test_a_backup_is_restored_into_what_init_made(
    seeded: Tracker, bare: Tracker, tmp_path: Path
) -> None:
    number = add(seeded)
    uid = seeded("place", "show", number, "--json").json["uid"]
    assert seeded("export", "--out", tmp_path / "backup").code == 0
    other = f"sqlite:///{tmp_path}/other.db"
    assert bare("--database", other, "init").code == 0
    ran = bare("--database", other, "import", tmp_path / "backup")
    assert ran.code == 0, ran.err
    (found,) = bare("--database", other, "place", "list", "halvern", "--json").lines
    assert (found["uid"], found["aliases"], found["origin"]) == (uid, ["Halvern"], "person")
    assert bare("--database", other, "verify").code == 0
    bare("--database", other, "export", "--out", tmp_path / "again")
    for name in ("places", "ledger"):
        one, two = (tmp_path / folder / f"{name}.jsonl" for folder in ("backup", "again"))
        assert one.read_bytes() == two.read_bytes()
