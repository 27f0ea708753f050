"""`tracker record` and `tracker import` say what was found to concern what they stored."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

CHANNEL = "The northern channel will be dredged before the winter storms arrive."
REWORDED = "The channel in the north is dredged well before winter storms are here."
DEAD = "The fire at the grain mill in Kelder killed {} people."


def line(text: str, day: int, **given: str) -> dict[str, str]:
    said = {"speaker": "Ines Okafor", "said_on": "2024-05-02", "outlet": f"Paper {day}"}
    return {"text": text, "published_at": f"2024-05-{day:02}", **said, **given}


def record(tracker: Tracker, given: dict[str, str], *more: str) -> str:
    named = {**given, "published": given["published_at"]}
    flags = [
        part
        for name, value in named.items()
        if name != "published_at"
        for part in (f"--{name.replace('_', '-')}", value)
    ]
    ran = tracker("record", *flags, *more)
    assert ran.code == 0, ran.err
    return ran.out


def write(tmp_path: Path, *lines: dict[str, str]) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return path


def test_record_says_what_it_repeats_as_add_does(tracker: Tracker) -> None:
    record(tracker, line(CHANNEL, 2))
    out = record(tracker, line(CHANNEL, 3))
    assert "  = claim 1 (verbatim, 1.00; first in Paper 2, 2024-05-02): The northern chan" in out


def test_record_says_what_it_perhaps_repeats_and_stands_against(tracker: Tracker) -> None:
    record(tracker, line(DEAD.format("nine"), 2))
    out = record(tracker, line(DEAD.format("twelve"), 3))
    assert (
        "  ! R1: updates by number claim 1: The fire at the grain mill in Kelder killed ni" in out
    )


def test_record_says_in_json_which_words_it_may_repeat(tracker: Tracker) -> None:
    record(tracker, line(CHANNEL, 2))
    told = json.loads(
        record(tracker, line(REWORDED, 3, speaker="", said_on="2024-05-02"), "--json")
    )
    (link,) = told["suggested"]
    assert (link["original"], link["first"]["outlet"]) == (CHANNEL, "Paper 2")


@pytest.mark.parametrize(
    ("texts", "told", "found"),
    [
        pytest.param([CHANNEL, "It rained on the fair."], "", (0, 0, 0), id="nothing"),
        pytest.param([CHANNEL, CHANNEL, CHANNEL], "of these 2 linked\n", (2, 0, 0), id="linked"),
        pytest.param(
            [DEAD.format("nine"), DEAD.format("twelve")],
            "of these 1 related: `tracker review`\n",
            (0, 0, 1),
            id="related",
        ),
    ],
)
def test_import_says_how_many_were_linked(
    tracker: Tracker, tmp_path: Path, texts: list[str], told: str, found: tuple[int, int, int]
) -> None:
    path = write(tmp_path, *(line(text, day) for day, text in enumerate(texts, 2)))
    ran = tracker("import", path)
    first, _, rest = ran.out.partition("\n")
    assert first == f"{len(texts)} claims recorded, 0 known before, 0 refused"
    assert rest.strip(" ") == told
    shape = tracker("claim", "list", "--json").lines
    assert len(shape) == len(texts) - found[0]


def test_import_tells_a_program_the_same(tracker: Tracker, tmp_path: Path) -> None:
    lines = [line(CHANNEL, 2), line(CHANNEL, 3), line(REWORDED, 4, speaker="")]
    told = tracker("import", write(tmp_path, *lines), "--json").json
    assert [told[name] for name in ("recorded", "linked", "suggested", "related")] == [3, 1, 1, 0]
    again = tracker("import", write(tmp_path, *lines), "--json").json
    assert [again[name] for name in ("recorded", "known", "linked")] == [0, 3, 0]


def test_what_comes_late_but_was_first_is_counted_as_it_ends(
    tracker: Tracker, tmp_path: Path
) -> None:
    told = tracker("import", write(tmp_path, line(CHANNEL, 5), line(CHANNEL, 2)), "--json").json
    assert told["linked"] == 1
    assert tracker("claim", "list", "--json").json["published_at"] == "2024-05-02"


def test_what_turns_out_to_be_the_first_says_by_whom_it_is_repeated(tracker: Tracker) -> None:
    record(tracker, line(CHANNEL, 3))
    out = record(tracker, line(CHANNEL, 2))
    assert "  = claim 2 is repeated in Paper 3, 2024-05-03 (verbatim, 1.00): The north" in out


def test_a_suggestion_and_a_relation_with_what_came_later_are_told_too(tracker: Tracker) -> None:
    record(tracker, line(REWORDED, 3, speaker="", said_on="2024-05-02"))
    out = record(tracker, line(CHANNEL, 2))
    assert "  ? L1: claim 2 is perhaps repeated in Paper 3, 2024-05-03 (" in out
    record(tracker, line(DEAD.format("twelve"), 5))
    out = record(tracker, line(DEAD.format("nine"), 4))
    assert "  ! R1: claim 3 updates by number claim 4: The fire at the grain mill" in out


def test_of_many_that_repeat_it_the_first_few_are_shown(tracker: Tracker) -> None:
    for day in range(3, 9):
        record(tracker, line(CHANNEL, day))
    out = record(tracker, line(CHANNEL, 2))
    assert out.count("claim 7 is repeated in Paper") == 3
    assert "  = claim 7 is repeated in 3 more: `tracker claim show 7`" in out
    told = json.loads(record(tracker, line(CHANNEL, 1), "--json"))
    assert len(told["repeated"]) == 7
    assert {link["repeat_claim_id"] for link in told["repeated"]} == set(range(1, 8))
