"""`tracker claim merge` and `tracker claim split`, and how disagreement is shown."""

import pytest

from tests.cli.conftest import Tracker

CHANNEL = "“The northern channel will be dredged before the winter storms arrive.”"
SHIPS = "“Ships shall have their way in again by Christmas, whatever it costs us all.”"


@pytest.fixture
def two(tracker: Tracker) -> Tracker:
    """Run `tracker` on a database with two claims of one speaker that nothing links."""
    for day, outlet, text in (
        ("2024-05-02", "Sample Wire", CHANNEL),
        ("2024-05-09", "Sample Daily", SHIPS),
    ):
        given = ("--speaker", "Ines Okafor", "--outlet", outlet, "--published", day)
        assert tracker("record", "--text", text, *given).code == 0
    assert len(tracker("claim", "list", "--json").lines) == 2
    return tracker


def test_merging_says_what_became_of_the_two(two: Tracker) -> None:
    ran = two("claim", "merge", 1, 2, "--reason", "one tape, two translations")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "L1: yes by tester; it is now confirmed, both are claim 1\n"
    (row,) = two("claim", "list", "--json").lines
    assert (row["claim_id"], row["occurrences"]) == (1, 2)
    shown = two("claim", "show", 2).out
    assert "claim 2 is part of claim 1:" in shown
    assert "tester: yes, one tape, two translations" in shown
    assert two("verify").code == 0


def test_splitting_says_what_became_of_each(two: Tracker) -> None:
    two("claim", "merge", 1, 2, "--reason", "one tape")
    ran = two("claim", "split", 2, "--reason", "another day")
    assert ran.out == "L1: no by tester; it is now rejected, occurrence 2 is of claim 2\n"
    assert len(two("claim", "list", "--json").lines) == 2
    two("judge", "L1", "withdraw", "--reason", "cannot say")
    assert len(two("claim", "list", "--json").lines) == 2


def test_a_dispute_is_shown_and_listed_until_it_is_settled(two: Tracker) -> None:
    two("claim", "merge", 1, 2, "--reason", "one tape")
    ran = two("--user", "bo", "claim", "split", 2, "--reason", "another day")
    assert "it is now disputed" in ran.out
    shown = two("claim", "show", 2).out
    assert "? L1 disputed: perhaps claim 1" in shown
    assert "    tester: yes, one tape\n    bo: no, another day\n" in shown
    (shape,) = two("review", "--only", "disputed", "--json").lines
    assert (shape["link_id"], shape["status"]) == ("L1", "disputed")
    assert "bo: no, another day" in two("review").out
    two("--user", "bo", "judge", "L1", "withdraw", "--reason", "convinced")
    assert two("review", "--only", "disputed", "--json").lines == []
    assert len(two("claim", "list", "--json").lines) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        pytest.param(("merge", 1, 1), 2, "claim 1 is itself", id="itself"),
        pytest.param(("merge", 1, 9), 1, "no claim 9", id="no such claim"),
        pytest.param(("split", 1), 1, "is the original of claim 1", id="the original"),
        pytest.param(("split", 9), 1, "no occurrence 9", id="no such occurrence"),
    ],
)
def test_exit_codes(two: Tracker, arguments: tuple[object, ...], code: int, says: str) -> None:
    ran = two("claim", *arguments, "--reason", "x")
    assert (ran.code, ran.err.count("\n")) == (code, 1)
    assert says in ran.err


def test_what_is_no_statement_is_not_merged(two: Tracker) -> None:
    two("claim", "correct", 2, "--reject", "--reason", "a caption")
    ran = two("claim", "merge", 1, 2, "--reason", "x")
    assert ran.code == 1
    assert "tracker claim correct 2 --confirm" in ran.err


def test_a_link_whose_answer_is_withdrawn_waits_again(tracker: Tracker) -> None:
    for day, outlet, text in (
        ("2024-05-02", "Sample Wire", "The harbour ferry stays in this port"),
        ("2024-05-09", "Sample Daily", "The harbour ferry now stays in port"),
    ):
        given = ("--speaker", "Ines Okafor", "--outlet", outlet, "--published", day)
        tracker("record", "--text", text, *given)
    before = tracker("review", "--json").out
    assert before
    tracker("judge", "L1", "no", "--reason", "another ferry")
    assert tracker("review", "--json").out == ""
    tracker("judge", "L1", "withdraw", "--reason", "the same after all")
    assert tracker("review", "--json").out == before
    tracker("judge", "L1", "unsure", "--reason", "no tape")
    assert "    tester: unsure, no tape" in tracker("review").out
