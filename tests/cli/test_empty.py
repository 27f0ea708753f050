"""Lists with nothing in them say so on standard error; what is unknown is named with what is."""

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_decide import record

EMPTY = [
    (["claim", "list"], "no claims yet: `tracker add` stores an article with those in it"),
    (["article", "list"], "no articles yet: `tracker add` stores one"),
    (["agent", "list"], "no agents yet: `tracker add` stores those that an article names"),
    (["agent", "list", "--proposed"], "no pairs to propose"),
    (["place", "list"], "no places yet: `tracker place add` adds one"),
    (["conflicts"], "no conflicts"),
    (["review", "--list"], "nothing waits for a decision"),
    (["review", "--list", "--only", "links"], "nothing waits for a decision"),
    (["log"], "no entries yet: whatever is written makes some"),
]

NOT_THERE = [
    (["claim", "list", "--kind", "fact"], "no claims are so"),
    (["claim", "list", "--speaker", "Ada Lind"], "no claims are so"),
    (["place", "list", "Nowhere-on-Sea"], "no places are so"),
    (["place", "list", "--kind", "sea"], "no places are so"),
    (["log", "--kind", "judgement"], "no entries of the ledger are so"),
    (["log", "--until", "2001-01-01"], "no entries of the ledger are so"),
    (["timeline", "meeting"], "tracker: no claim of meeting is recorded"),
    (
        ["timeline", "meeting", "--from", "2024-05-02"],
        "tracker: no claim of meeting fits --type, --from and --to",
    ),
    (["search", "bridge"], "no claim has all of these words"),
]


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize(
    ("arguments", "line", "code"),
    [(*case, code) for code, cases in enumerate((EMPTY, NOT_THERE)) for case in cases],
    ids=[" ".join(case[0]) for case in (*EMPTY, *NOT_THERE)],
)
def test_a_list_with_nothing_in_it(
    tracker: Tracker, arguments: list[str], line: str, code: int, form: list[str]
) -> None:
    """Nothing at all is no failure, nor is nothing left to decide; what was asked for and is not
    there is one."""
    ran = tracker(*arguments, *form)
    assert (ran.code, ran.out, ran.err) == (code, "", f"{line}\n")


@pytest.mark.parametrize("name", ["claim", "article"])
def test_a_past_without_anything_is_told_as_one(tracker: Tracker, name: str) -> None:
    record(tracker, "The new bridge killed 3 people on Sunday", published="2024-05-02")
    ran = tracker(name, "list", "--known-by", "2024-05-01", "--json")
    assert (ran.code, ran.out, ran.err) == (0, "", f"no {name}s by then\n")


def test_the_end_of_a_narrowed_list_is_no_failure(tracker: Tracker) -> None:
    record(tracker, "The new bridge killed 3 people on Sunday")
    ran = tracker("claim", "list", "--speaker", "Ines Okafor", "--offset", 9)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


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
