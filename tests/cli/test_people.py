"""`tracker agent …`: which agents are one, as a desk decides it."""

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_decide import QUOTE, record

REASON = ("--reason", "the desk knows him")


@pytest.fixture
def two(tracker: Tracker) -> Tracker:
    """Run `tracker` on a database where agent 1 is Alexander Kozlov and agent 3 just Kozlov."""
    record(tracker, speaker="Alexander Kozlov", published="2024-05-02")
    record(tracker, speaker="Kozlov", outlet="Sample Daily", published="2024-05-03")
    names = {a["agent_id"]: a["name"] for a in tracker("agent", "list", "--json").lines}
    assert (names[1], names[3]) == ("Alexander Kozlov", "Kozlov")
    return tracker


def test_pairs_that_may_be_one_are_proposed(two: Tracker) -> None:
    (pair,) = two("agent", "list", "--proposed", "--json").lines
    assert (pair["agent_id"], pair["into_id"], pair["article_id"]) == (3, 1, 2)
    assert pair["score"] == 0.6
    said = (
        "~ agent 3, Kozlov in article 2: perhaps agent 1, Alexander Kozlov "
        "(0.60: the only one of that name)\n"
        "    tracker agent merge|distinct 3 1 --reason …\n"
    )
    assert two("agent", "list", "--proposed").out == said
    assert said in two("review").out
    assert two("review", "--only", "agents", "--json").lines == [pair]


def test_merge_and_split(two: Tracker) -> None:
    ran = two("agent", "merge", 3, 1, *REASON)
    assert (ran.code, ran.out) == (0, "agent 3 merged into agent 1 by tester\n")
    rows = two("search", "dredged", "--speaker", "kozlov", "--json").lines
    assert [row["speaker"] for row in rows] == ["Alexander Kozlov"] * 2
    assert len(two("claim", "list", "--json").lines) == 1
    shape = two("agent", "show", 3, "--json").json
    assert (shape["agent_id"], shape["asked_for"]) == (1, 3)
    shown = two("agent", "show", 3).out
    assert shown.startswith("agent 3 is part of agent 1:\nagent 1, person: Alexander Kozlov\n")
    assert "  also: Kozlov\n" in shown
    assert "agent 3, Kozlov, is agent 1, Alexander Kozlov: tester" in shown
    assert [
        a["agent_id"] for a in two("agent", "list", "--json").lines if a["kind"] == "person"
    ] == [1]
    assert two("agent", "list", "--proposed", "--json").lines == []
    ran = two("agent", "split", 3, *REASON)
    assert (ran.code, ran.out) == (0, "agent 3 parted from agent 1 by tester\n")
    rows = two("claim", "list", "--json").lines
    assert {row["speaker"] for row in rows} <= {"Alexander Kozlov", "Kozlov"}
    assert two("verify").code == 0
    actions = [e["action"] for e in two("log", "--kind", "agent_identity", "--json").lines]
    assert actions == ["agents.parted", "agents.merged"]


def test_distinct_agents_are_proposed_no_more(two: Tracker) -> None:
    ran = two("agent", "distinct", 3, 1, *REASON)
    assert (ran.code, ran.out) == (0, "agents 3 and 1 told apart by tester\n")
    assert two("agent", "list", "--proposed", "--json").lines == []
    assert "is not agent 1, Alexander Kozlov: tester" in two("agent", "show", 1).out


def test_a_list_that_stops_says_how_many_are_left(two: Tracker) -> None:
    assert two("agent", "list").err == ""
    ran = two("agent", "list", "--limit", 1, "--offset", 1, "--json")
    assert len(ran.lines) == 1
    assert ran.err == "… 2 more: --limit\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["merge", "99", "1", *REASON], 1, "no agent 99"),
        (["merge", "1", "1", *REASON], 2, "is itself"),
        (["merge", "3", "1"], 2, "--reason"),
        (["split", "3", *REASON], 1, "merged into no other"),
        (["split", "99", *REASON], 1, "no agent 99"),
        (["distinct", "1", "1", *REASON], 2, "is itself"),
        (["distinct", "1", "99", *REASON], 1, "no agent 99"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_bad_input(two: Tracker, arguments: list[str], code: int, words: str) -> None:
    ran = two("agent", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert words in ran.err


def test_a_merge_links_what_a_bare_name_kept_apart(tracker: Tracker) -> None:
    record(tracker, speaker="Alexander Kozlov", published="2024-05-02")
    second = record(
        tracker, speaker="Oleksandr Koslow", outlet="Sample Daily", published="2024-05-03"
    )
    assert not second["linked"]
    tracker("agent", "merge", 3, 1, *REASON)
    shape = tracker("claim", "show", second["claim_id"], "--json").json
    assert (shape["claim_id"], shape["text"]) == (1, QUOTE)
    tracker("agent", "split", 3, *REASON)
    assert tracker("claim", "show", second["claim_id"], "--json").json["claim_id"] == 2
