"""Lists with nothing in them say so on standard error; what is unknown is named with what is."""

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_decide import record

EMPTY = [
    (["claim", "list"], "no claims yet"),
    (["claim", "list", "--kind", "fact"], "no claims are so"),
    (["article", "list"], "no articles yet: `tracker add` stores one"),
    (["agent", "list"], "no agents yet"),
    (["agent", "list", "--proposed"], "no pairs to propose"),
    (["place", "list", "Nowhere-on-Sea"], "no places are so"),
    (["conflicts"], "no conflicts"),
    (["review", "--list"], "nothing waits for a decision"),
    (["log"], "no entries of the ledger are so"),
    (["log", "--kind", "judgement"], "no entries of the ledger are so"),
]


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize(("arguments", "line"), EMPTY, ids=[" ".join(case[0]) for case in EMPTY])
def test_a_list_with_nothing_in_it(
    tracker: Tracker, arguments: list[str], line: str, form: list[str]
) -> None:
    ran = tracker(*arguments, *form)
    assert (ran.code, ran.out, ran.err) == (0, "", f"{line}\n")


def test_a_search_that_finds_nothing_says_so_and_exits_with_1(tracker: Tracker) -> None:
    record(tracker, "The new bridge killed 3 people on Sunday", outlet="Sample Post")
    ran = tracker("search", "submarine")
    assert (ran.code, ran.out, ran.err) == (1, "", "no claim has all of these words\n")
    ran = tracker("search", "bridge", "--kind", "fact", "--from", "2030-01-01")
    assert (ran.code, ran.err) == (1, "no claim has all of these words and is so\n")


UNKNOWN = [
    (["log", "--kind", "nosuch"], 2, "--kind 'nosuch': the kinds are agent, agent_identity, "),
    (["log", "--by", "nosuch"], 1, "--by 'nosuch': nobody of that name wrote here: those who did"),
    (["log", "--record", "clm-0"], 1, "--record 'clm-0': there is no such record"),
    (
        ["search", "bridge", "--outlet", "Sampel Post"],
        1,
        "--outlet 'Sampel Post': no article is of that outlet: perhaps Sample Post?",
    ),
    (["search", " "], 2, "there are no words to search for: `tracker claim list`"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "line"), UNKNOWN, ids=[" ".join(case[0]) for case in UNKNOWN]
)
def test_what_is_unknown_is_an_error_that_helps(
    tracker: Tracker, arguments: list[str], code: int, line: str
) -> None:
    record(tracker, "The new bridge killed 3 people on Sunday", outlet="Sample Post")
    ran = tracker(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(f"tracker: {line}")
    assert ran.err.count("\n") == 1
