"""A surname suffices for `--speaker`; where it leaves open who is meant, the person is told."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_decide import record

FERRY = "The ferry to the islands will sail again in the spring"
BRIDGE = "The old bridge over the Anse will be closed in the spring"
CRANE = "The harbour bought a second crane for its northern quay"

COMMANDS = {
    "claim list": ["claim", "list", "--json"],
    "search": ["search", "spring", "--json"],
}


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    """Run `tracker` on a database of three speakers, two of them of one surname."""
    record(tracker, FERRY, speaker="Ilze Ozola", outlet="Sample Wire")
    record(tracker, BRIDGE, speaker="Marta Ozola", outlet="Sample Mail")
    record(tracker, BRIDGE.replace("old", "new"), speaker="Jo Berg", outlet="Sample Post")
    return tracker


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("name", ["Berg", "BERG", "Mr Berg", "Berg Jo", "Sen. Jo Berg, I-AN"])
def test_a_part_of_one_speakers_name_suffices(
    filled: Tracker, command: list[str], name: str
) -> None:
    ran = filled(*command, "--speaker", name)
    assert (ran.code, [row["speaker"] for row in ran.lines]) == (0, ["Jo Berg"])
    assert ran.err == f"{name!r} is taken for Jo Berg\n"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_part_of_several_names_is_an_error_that_names_them(
    filled: Tracker, command: list[str]
) -> None:
    ran = filled(*command, "--speaker", "Ozola")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ", Ilze Ozola; agent " in ran.err
    assert ran.err.endswith(", Marta Ozola: give one name in full\n")


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_name_in_full_is_taken_as_it_is(filled: Tracker, command: list[str]) -> None:
    ran = filled(*command, "--speaker", "Ilze Ozola")
    assert (ran.code, ran.err, [row["speaker"] for row in ran.lines]) == (0, "", ["Ilze Ozola"])


def test_a_name_that_is_part_of_anothers_too(filled: Tracker) -> None:
    record(filled, CRANE, speaker="Ozola", outlet="Sample Herald")
    ran = filled("claim", "list", "--speaker", "Ozola", "--json")
    assert [row["text"] for row in ran.lines] == [CRANE]
    assert "'Ozola' is also in the name of agent" in ran.err
    assert ", Ilze Ozola; agent" in ran.err


def test_a_name_that_nobody_has(filled: Tracker) -> None:
    ran = filled("claim", "list", "--speaker", "Vera Lind", "--json")
    assert (ran.code, ran.lines, ran.err) == (1, [], "no claims are so\n")


def matched(tracker: Tracker, folder: Path, *arguments: str, **line: str) -> tuple[list[str], str]:
    asked = folder / "asked.jsonl"
    asked.write_text(json.dumps({"text": "the ferry and the bridge", **line}), encoding="utf-8")
    ran = tracker("match", asked, "--json", *arguments)
    assert ran.code == 0
    return [candidate["speaker"] for candidate in ran.json["candidates"]], ran.err


def test_match_searches_everyone_whom_a_surname_means(filled: Tracker, tmp_path: Path) -> None:
    found, told = matched(filled, tmp_path, "--speaker", "Ozola")
    assert set(found[:2]) == {"Ilze Ozola", "Marta Ozola"}
    assert told.count("\n") == 1
    assert "'Ozola' may be agent" in told
    assert told.endswith("Marta Ozola: what any of them said is searched\n")


def test_what_a_line_says_of_its_speaker_comes_before_the_option(
    filled: Tracker, tmp_path: Path
) -> None:
    found, told = matched(filled, tmp_path, "--speaker", "Ozola", speaker="Berg")
    assert (found[0], told) == ("Jo Berg", "")


def test_match_finds_by_speaker_what_common_words_alone_do_not(
    filled: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.candidates.COMMON", 1)
    record(filled, "The bridge is late", speaker="Ada Lind", outlet="Sample Herald")
    assert "Ada Lind" not in matched(filled, tmp_path)[0]
    assert matched(filled, tmp_path, "--speaker", "Lind")[0][0] == "Ada Lind"
