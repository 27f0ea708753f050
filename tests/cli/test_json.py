"""Every command that prints a result prints it as JSON too; those that write name their entries."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.builders import add
from tests.cli.conftest import Tracker
from tracker.cli.app import cli
from tracker.store import ledger
from tracker.store.engine import Engine
from tracker.store.session import reading

WITHOUT_JSON = {"demo"}
"""It is a show for people, of a database that is gone when it ends."""


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Yield every command that does something, with its options."""
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*path, name))
    else:
        yield " ".join(path), {option for p in command.params for option in p.opts}


def test_every_command_gives_json() -> None:
    without = {name for name, options in commands(cli) if "--json" not in options}
    assert without == WITHOUT_JSON


WIRE = (
    "Mayor Ilse Brandt said on Tuesday that the ferry would be repaired in Ostrava by June.\n\n"
    "Council clerk Ada Lind said on Tuesday that the school had lost its roof in the storm.\n"
)
WHY = ("--reason", "the caption says so")
ORDER = ("--reason", "a court order", "--ground", "legal")

WRITING: list[tuple[list[object], dict[str, object]]] = [
    (["claim", "correct", 1, "--speaker", "Per Dahl", *WHY], {"fields": ["speaker"]}),
    (["claim", "merge", 1, 2, *WHY], {"status": "confirmed", "is_one": True}),
    (["agent", "merge", 1, 3, *WHY], {"agent_id": 1, "into_id": 3}),
    (["agent", "distinct", 1, 2, *WHY], {"agent_id": 1, "other_id": 2, "withdrawn": False}),
    (["article", "withdraw", 1, *WHY], {"article_id": 1, "withdrawn": True, "statements": 2}),
    (
        ["article", "notice", 1, "--kind", "correction", "--text", "It is a tram."],
        {"notice_id": "N1", "kind": "correction", "claims": 2},
    ),
    (["place", "add", "Overby", "--kind", "city", *WHY], {"user": "tester"}),
    (["redact", "claim", 1, *ORDER], {"claim_id": 1, "ground": "legal", "remains": []}),
    (["redact", "agent", 1, *ORDER], {"agent_id": 1}),
]


@pytest.mark.parametrize(
    ("arguments", "told"), WRITING, ids=[" ".join(map(str, w[0][:2])) for w in WRITING]
)
def test_what_is_written_is_told_with_its_entries(
    engine: Engine, tracker: Tracker, arguments: list[object], told: dict[str, object]
) -> None:
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    before = head(engine)
    ran = tracker(*arguments, "--json")
    assert ran.code == 0, ran.err
    assert told.items() <= ran.json.items()
    assert before < ran.json["entry"] == head(engine)
    assert all(before < number <= head(engine) for number in ran.json["undo"])
    assert bool(ran.json["undo"]) is (arguments[0] != "redact" and "notice" not in arguments)


@pytest.mark.parametrize(
    "change",
    [["--kind", "quote"], ["--speaker", "Per Dahl"], ["--kind", "quote", "--speaker", "Per Dahl"]],
    ids=["a field", "one with a new agent", "two fields"],
)
def test_what_is_told_to_undo_is_what_undo_takes(
    engine: Engine, tracker: Tracker, change: list[str]
) -> None:
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    corrected = tracker("claim", "correct", 1, *change, *WHY, "--json").json
    assert len(corrected["undo"]) == len(corrected["fields"])
    for number in reversed(corrected["undo"]):
        undone = tracker("undo", number, *WHY, "--json")
        assert (undone.code, undone.json["undone"]) == (0, number)
        assert undone.json["entry"] == head(engine)


def test_the_last_entry_is_what_expect_takes(engine: Engine, tracker: Tracker) -> None:
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    first = tracker("claim", "correct", 1, "--kind", "quote", *WHY, "--json").json["entry"]
    again = ["claim", "correct", 1, "--speaker", "Per Dahl", *WHY, "--expect", first]
    assert tracker(*again).code == 0
    assert tracker(*again).code == 1


def test_what_writes_nothing_has_no_entries(tracker: Tracker, tmp_path: Path) -> None:
    told = tracker("export", "--out", tmp_path / "out", "--json").json
    assert (told["entry"], told["undo"]) == (None, [])
    assert told["records"]["claims"] == 0


def test_an_import_tells_what_it_refused(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text('{"text": "The ferry sails again, Ada Lind said."}\n{"text": ""}\n')
    ran = tracker("import", path, "--json")
    assert ran.code == 1
    assert (ran.json["recorded"], ran.json["known"], len(ran.json["refused"])) == (1, 0, 1)


def head(engine: Engine) -> int:
    """Return the number of the newest ledger entry."""
    with reading(engine) as session:
        return ledger.head(session)[0]
