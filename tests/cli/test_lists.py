"""Lists that stop at their limit say so, on standard error, with how many are left."""

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_decide import record

SAYINGS = {
    "2024-05-02": "The new bridge killed 3 people on Sunday",
    "2024-05-03": "The new bridge killed 9 people on Sunday",
    "2024-05-04": "The new bridge killed 14 people on Sunday",
}


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    """Run `tracker` on a database of three claims of one speaker, at least."""
    for day, text in SAYINGS.items():
        record(tracker, text, published=day, outlet=f"Sample {day}")
    return tracker


@pytest.mark.parametrize(
    "arguments",
    [
        ["claim", "list"],
        ["article", "list"],
        ["agent", "list"],
        ["search", "bridge"],
        ["agent", "show", "1"],
        ["log"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_a_list_that_stops(filled: Tracker, arguments: list[str], form: list[str]) -> None:
    whole = filled(*arguments, "--limit", 1000, "--json")
    assert (whole.code, whole.err) == (0, "")
    count = whole.json["claim_count"] if "show" in arguments else len(whole.lines)
    assert count >= 3
    ran = filled(*arguments, "--limit", 2, *form)
    assert ran.code == 0
    assert ran.err == f"… {count - 2} more: --limit\n"
    assert filled(*arguments, "--limit", count, *form).err == ""


def test_offset_counts_too(filled: Tracker) -> None:
    for command in ("claim", "article"):
        assert filled(command, "list", "--limit", 1, "--offset", 1).err == "… 1 more: --limit\n"
        assert filled(command, "list", "--limit", 1, "--offset", 2).err == ""
        assert filled(command, "list", "--offset", 9).err == ""


def test_only_what_was_asked_for_is_counted(filled: Tracker) -> None:
    record(filled, "Nothing alike was said", speaker="Bo Ek", outlet="Sample Post")
    assert filled("claim", "list", "--speaker", "Bo Ek", "--limit", 1).err == ""
    assert filled("search", "bridge", "--to", "2024-05-03", "--limit", 1).err == (
        "… 1 more: --limit\n"
    )
    assert filled("log", "--kind", "article", "--limit", 3).err == "… 1 more: --limit\n"


def test_conflicts_that_stop(filled: Tracker) -> None:
    whole = filled("conflicts", "--json").lines
    assert len(whole) >= 2
    ran = filled("conflicts", "--limit", 1)
    assert ran.err == f"… {len(whole) - 1} more: --limit\n"


def test_conflicts_that_a_person_rejected_are_not_open(filled: Tracker) -> None:
    whole = filled("conflicts", "--json").lines
    name = whole[0]["relation_id"]
    filled("judge", name, "no", "--reason", "two fires")
    assert filled("conflicts", "--json").lines == whole[1:]
    assert filled("conflicts", "--limit", 1).err == (
        f"… {len(whole) - 2} more: --limit\n" if len(whole) > 2 else ""
    )
    asked = filled("conflicts", "--rejected", "--json").lines
    assert [one["relation_id"] for one in asked] == [one["relation_id"] for one in whole]
    assert asked[0]["status"] == "rejected"
    assert f"{name} {asked[0]['relation']}" in filled("conflicts", "--rejected").out


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(("withdraw", "tester"), id="taken back"),
        pytest.param(("yes", "tester"), id="decided anew"),
        pytest.param(("yes", "second"), id="disputed"),
    ],
)
def test_a_conflict_comes_back_when_the_no_does_not_stand(
    filled: Tracker, later: tuple[str, str]
) -> None:
    whole = filled("conflicts", "--json").lines
    name = whole[0]["relation_id"]
    filled("judge", name, "no", "--reason", "two fires")
    answer, user = later
    filled("judge", name, answer, "--reason", "looked again", "--user", user)
    assert name in [one["relation_id"] for one in filled("conflicts", "--json").lines]


def test_an_unsure_answer_rejects_nothing(filled: Tracker) -> None:
    whole = filled("conflicts", "--json").lines
    filled("judge", whole[0]["relation_id"], "unsure", "--reason", "not clear")
    assert len(filled("conflicts", "--json").lines) == len(whole)
