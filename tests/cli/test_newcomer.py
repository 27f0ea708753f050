"""What a newcomer does first, and does wrong: each gets one line that says what to do."""

from pathlib import Path

import pytest

from tests.builders import add
from tests.cli.conftest import Tracker
from tracker.store.engine import Engine

WIRE = (
    "Mayor Ilse Brandt said on Tuesday that the ferry would be repaired by June.\n\n"
    "Officials said on Tuesday that the school had lost its roof in the storm.\n\n"
    "Residents of the harbour said nothing of it.\n"
)
WHY = ("--reason", "heard again")


@pytest.fixture
def desk(engine: Engine, tracker: Tracker) -> Tracker:
    """Run `tracker` on a database with one article of two statements, of 2 May 2024."""
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-02")
    return tracker


@pytest.mark.parametrize("group", [[], ["article"], ["claim"]], ids=["tracker", "article", "claim"])
def test_a_bare_group_prints_its_help(bare: Tracker, group: list[str]) -> None:
    ran = bare(*group)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Usage: {' '.join(['tracker', *group])} [OPTIONS] COMMAND")
    assert "\nCommands:\n" in ran.err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["claim", "show"], "Missing argument 'CLAIM_ID'. See `tracker claim show --help`"),
        (["article", "frobnicate"], "No such command 'frobnicate'. See `tracker article --help`"),
        (["serch", "x"], "No such command 'serch'. Did you mean 'search'?"),
        (["judge", "L7", "maybe", *WHY], "Invalid value for 'ANSWER': 'maybe' is not one of "),
    ],
    ids=["an argument", "a command of a group", "a slip", "an answer"],
)
def test_a_usage_error_says_where_to_look(bare: Tracker, arguments: list[str], line: str) -> None:
    ran = bare(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"tracker: {line}")


@pytest.mark.parametrize(
    "words",
    ["the school had lost its roof in the storm", "the school had lost its roof in the storm."],
    ids=["as stored", "with its full stop"],
)
def test_words_that_have_a_statement_are_not_recorded_twice(desk: Tracker, words: str) -> None:
    before = desk("claim", "list", "--json").lines
    ran = desk("record", "--article", 1, "--text", words, "--speaker", "Ada Lind")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("tracker: article 1 has these words already: occurrence 2, claim 2; ")
    assert desk("claim", "list", "--json").lines == before
    assert desk("record", "--article", 1, "--text", words, "--again").code == 0
    assert len(desk("claim", "list", "--json").lines) == len(before) + 1


def test_other_words_of_an_article_are_recorded_and_again_is_the_same(desk: Tracker) -> None:
    given = ("record", "--article", 1, "--text", "nothing of it", "--json")
    assert desk(*given).json["is_new"] is True
    assert desk(*given).json["is_new"] is False


@pytest.mark.parametrize("address", ["notaurl", "wire.example/1", "https://", "https:// x"])
@pytest.mark.parametrize(
    "command",
    [
        ["record", "--text", "It rained"],
        ["extract", "-"],
        ["article", "notice", 1, "--kind", "correction", "--text", "It snowed"],
    ],
    ids=["record", "extract", "notice"],
)
def test_an_address_that_is_none(bare: Tracker, command: list[object], address: str) -> None:
    ran = bare(*command, "--url", address)
    assert ran.code == 2
    assert ran.err.startswith(f"tracker: --url {address!r} is no address: give it whole")


def test_what_was_published_later_is_not_yet_there(desk: Tracker) -> None:
    for kind in ("claim", "article"):
        ran = desk(kind, "show", 1, "--known-by", "2024-05-01")
        assert (ran.code, ran.out.count("\n")) == (1, 1)
        assert ran.err == f"tracker: {kind} 1 was not yet published by 2024-05-01\n"
        ran = desk(kind, "show", 1, "--as-of", "2024-01-01")
        assert (ran.code, ran.err) == (1, f"tracker: {kind} 1 was not yet recorded by then\n")
        ran = desk(kind, "show", 77, "--known-by", "2024-05-01")
        assert ran.err.startswith(f"tracker: no {kind} 77")


def test_what_is_undated_may_have_been_out(engine: Engine, tracker: Tracker) -> None:
    add(engine, WIRE, published=None)
    ran = tracker("claim", "show", 1, "--known-by", "2024-05-01")
    undated = "tracker: claim 1 is undated: whether it was out by 2024-05-01 is not known\n"
    assert (ran.code, ran.err) == (1, undated)


def test_an_article_of_one_version_has_no_diff(desk: Tracker) -> None:
    ran = desk("article", "diff", 1)
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert ran.out.startswith("article 1 has one version, captured ")
    assert ran.out.endswith(": nothing changed\n")


def test_a_person_is_not_merged_into_an_organization_unasked(desk: Tracker) -> None:
    for speaker in ("Sample Rail Company", "Samuel Rail"):
        assert desk("record", "--text", f"It rains, says {speaker}", "--speaker", speaker).code == 0
    ids = {row["name"]: row["agent_id"] for row in desk("agent", "list", "--json").lines}
    pair = (ids["Samuel Rail"], ids["Sample Rail Company"])
    ran = desk("agent", "merge", *pair, *WHY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"tracker: agent {pair[0]} (Samuel Rail) is of the kind person, agent {pair[1]} (Sample "
        "Rail Company) of the kind organization: give --force if they are one all the same\n"
    )
    assert desk("agent", "merge", *pair, "--force", *WHY).code == 0


def test_a_source_that_nobody_named_is_corrected(desk: Tracker) -> None:
    before = desk("claim", "show", 2, "--json").json
    assert (before["speaker"], before["unnamed_source"]) == (None, "Officials")
    done = desk("claim", "correct", 2, "--source", "Residents of the harbour", *WHY, "--json")
    after = desk("claim", "show", 2, "--json").json
    assert (after["speaker"], after["unnamed_source"]) == (None, "Residents of the harbour")
    agents = [hop["agent"] for hop in after["occurrences"][0]["chain"]]
    assert agents == ["Residents of the harbour", "Sample Wire"]
    assert desk("verify").code == 0
    (entry,) = done.json["undo"]
    assert desk("undo", entry, *WHY).code == 0
    again = desk("claim", "show", 2, "--json").json
    assert again["unnamed_source"] == "Officials"
    assert again["occurrences"][0]["chain"] == before["occurrences"][0]["chain"]
    assert desk("verify").code == 0


def test_the_words_of_a_named_source_leave_the_speaker_alone(desk: Tracker) -> None:
    assert desk("claim", "correct", 1, "--source", "Residents of the harbour", *WHY).code == 0
    after = desk("claim", "show", 1, "--json").json
    assert (after["speaker"], after["unnamed_source"]) == ("Ilse Brandt", None)


@pytest.mark.parametrize(
    "text",
    ["A café in Orléans was closed, the mayor said.\n", "Der Bürgermeister schloss die Brücke.\n"],
)
def test_a_latin_1_text_is_not_taken_for_central_european(
    bare: Tracker, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode("latin-1"))
    ran = bare("extract", path)
    assert ran.code == 2
    assert "name its encoding with --encoding: perhaps cp1252" in ran.err
    assert bare("extract", path, "--encoding", "cp1252").code == 0


def test_an_import_that_nobody_watches_leaves_no_empty_line(
    tracker: Tracker, tmp_path: Path
) -> None:
    (tmp_path / "claims.jsonl").write_text('{"text": "The mill burned down on Friday"}\n')
    ran = tracker("import", tmp_path / "claims.jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "1 claim recorded, 0 known before, 0 refused\n"
