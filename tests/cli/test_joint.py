"""What several people say together is shown with all of them, and found under each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Ran, Tracker

BOTH = ["Ines Valdor", "Otto Prenn"]
SHOWN = "Ines Valdor and Otto Prenn"
TOLD = (
    "Mayor Ines Valdor and governor Otto Prenn said on Wednesday that the bridge would open in "
    "May after {} divers had looked at its piers.\n"
)
ALONE = "\nGovernor Otto Prenn said on Wednesday that the ferry would be sold in the autumn.\n"
PARTLY = "The school will stay shut, Ruth Oduya and other members said.\n"
WHY = ("--reason", "the caption names one")


@pytest.fixture
def add(tracker: Tracker, tmp_path: Path) -> Callable[..., Ran]:
    def call(text: str, published: str, outlet: str) -> Ran:
        path = tmp_path / f"{outlet}.txt"
        path.write_text(text, encoding="utf-8")
        ran = tracker("add", path, "--published", published, "--outlet", outlet)
        assert ran.code == 0, ran.err
        return ran

    return call


@pytest.fixture
def filled(tracker: Tracker, add: Callable[..., Ran]) -> Tracker:
    """Claim 1 is of two, 2 of one of them, 3 of the two again and stands against the first."""
    add(TOLD.format(3) + ALONE, "2024-05-01", "Harbour Post")
    add(TOLD.format(7), "2024-05-02", "Sample Mail")
    return tracker


PRINTED: dict[str, list[object]] = {
    "claim list": ["claim", "list"],
    "claim show": ["claim", "show", 1],
    "search": ["search", "bridge"],
    "article show": ["article", "show", 1],
    "timeline": ["timeline", "Otto Prenn"],
    "conflicts": ["conflicts"],
    "review": ["review"],
    "agent show": ["agent", "show", 1],
}


@pytest.mark.parametrize("arguments", PRINTED.values(), ids=PRINTED)
def test_all_speakers_are_printed(filled: Tracker, arguments: list[object]) -> None:
    ran = filled(*arguments)
    assert ran.code == 0
    assert SHOWN in ran.out
    assert "unknown)" not in ran.out
    assert "(Ines" not in ran.out


def blank(value: Any) -> list[list[str]]:
    """Return the joint speakers of every shape whose speaker is blank; no other has any."""
    if isinstance(value, list):
        return [found for one in value for found in blank(one)]
    if not isinstance(value, dict):
        return []
    below = [found for one in value.values() for found in blank(one)]
    if not isinstance(value.get("speaker", 0), str | None):
        return below  # no shape of a statement: features have a value of that name
    assert value["joint_others"] is False
    if value["speaker"] is not None:
        assert value["joint_speakers"] == []
        return below
    return [value["joint_speakers"], *below]


@pytest.mark.parametrize("arguments", PRINTED.values(), ids=PRINTED)
def test_json_keeps_the_speaker_blank_and_names_all(
    filled: Tracker, arguments: list[object]
) -> None:
    ran = filled(*arguments, "--json")
    found = blank([json.loads(line) for line in ran.out.splitlines()])
    assert found
    assert all(names == BOTH for names in found)


def test_a_candidate_of_a_match_too(filled: Tracker, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The bridge would open in May after 3 divers had looked at its piers")
    assert f"{SHOWN}: the bridge would open" in filled("match", draft).out
    (line,) = filled("match", draft, "--json").lines
    assert {c["claim_id"]: c["joint_speakers"] for c in line["candidates"]} == {1: BOTH, 3: BOTH}


def test_a_match_looks_at_what_its_speaker_says_with_others(
    filled: Tracker, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.txt"
    words = "The bridge is a toy for tourists who pay nothing"
    draft.write_text(words)
    filled("record", "--text", words, "--speaker", "Ruth Oduya")

    def candidates(*speaker: str) -> list[int]:
        (line,) = filled("match", draft, *speaker, "--json").lines
        return sorted(candidate["claim_id"] for candidate in line["candidates"])

    assert candidates() == [4]  # that it has a word in common with the others says little
    assert candidates("--speaker", "Valdor") == [1, 3, 4]
    assert candidates("--speaker", "Harbour Post") == [4]


FOUND: dict[str, tuple[list[object], list[int]]] = {
    "list, one": (["claim", "list", "--speaker", "Ines Valdor"], [1, 3]),
    "list, by a surname": (["claim", "list", "--speaker", "Valdor"], [1, 3]),
    "list, the other": (["claim", "list", "--speaker", "Otto Prenn"], [1, 2, 3]),
    "search, one": (["search", "bridge", "--speaker", "Ines Valdor"], [1, 3]),
    "search, the other": (["search", "ferry", "--speaker", "Otto Prenn"], [2]),
    "timeline, one": (["timeline", "Ines Valdor"], [1, 3]),
    "timeline, the other": (["timeline", "Otto Prenn"], [1, 2, 3]),
    "list, an outlet": (["claim", "list", "--speaker", "Harbour Post"], []),
    "known by a day": (["timeline", "Ines Valdor", "--known-by", "2024-05-01"], [1]),
    "list, by a day": (
        ["claim", "list", "--speaker", "Otto Prenn", "--known-by", "2024-05-01"],
        [1, 2],
    ),
}


def numbers(ran: Ran) -> list[int]:
    return sorted(line["claim_id"] for line in ran.lines)


@pytest.mark.parametrize(("arguments", "expected"), FOUND.values(), ids=FOUND)
def test_it_is_found_under_each(
    filled: Tracker, arguments: list[object], expected: list[int]
) -> None:
    assert numbers(filled(*arguments, "--json")) == expected


def agent(tracker: Tracker, name: str) -> int:
    return next(
        row["agent_id"] for row in tracker("agent", "list", "--json").lines if row["name"] == name
    )


@pytest.mark.parametrize(
    ("name", "claims"), [("Ines Valdor", [3, 1]), ("Otto Prenn", [3, 2, 1]), ("Harbour Post", [])]
)
def test_an_agent_counts_it(filled: Tracker, name: str, claims: list[int]) -> None:
    shape = filled("agent", "show", agent(filled, name), "--json").json
    assert (shape["claim_count"], [c["claim_id"] for c in shape["claims"]]) == (len(claims), claims)


def test_an_outlet_that_says_nothing_has_no_timeline(filled: Tracker) -> None:
    ran = filled("timeline", "Harbour Post")
    assert (ran.code, "said nothing that is recorded" in ran.err) == (1, True)


def entries(tracker: Tracker) -> str:
    return f"#{tracker('checkpoint', '--json').json['entries']}"


def of(tracker: Tracker, name: str, *options: str) -> list[int]:
    return numbers(tracker("claim", "list", "--speaker", name, "--json", *options))


def test_a_merged_agent_is_shown_and_found_as_the_other(filled: Tracker) -> None:
    assert filled("claim", "correct", 2, "--speaker", "O. T. Prennberg", *WHY).code == 0
    before = entries(filled)
    merged, into = agent(filled, "Otto Prenn"), agent(filled, "O. T. Prennberg")
    assert filled("agent", "merge", merged, into, *WHY).code == 0
    assert "Ines Valdor and O. T. Prennberg" in filled("claim", "list").out
    for name in ("Otto Prenn", "O. T. Prennberg"):
        assert of(filled, name) == [1, 2, 3]
        assert numbers(filled("timeline", name, "--json")) == [1, 2, 3]
        assert filled("agent", "show", into, "--json").json["claim_count"] == 3
    assert of(filled, "Otto Prenn", "--as-of", before) == [1, 3]
    assert of(filled, "O. T. Prennberg", "--as-of", before) == [2]
    assert SHOWN in filled("claim", "list", "--as-of", before).out


def test_two_that_are_one_are_named_once(filled: Tracker) -> None:
    pair = agent(filled, "Ines Valdor"), agent(filled, "Otto Prenn")
    assert filled("agent", "merge", *pair, *WHY).code == 0
    assert filled("claim", "show", 1, "--json").json["joint_speakers"] == ["Otto Prenn"]
    assert of(filled, "Ines Valdor") == [1, 2, 3]


@pytest.mark.parametrize("speaker", ["Ada Lind", "Otto Prenn", ""], ids=["new", "one", "nobody"])
def test_a_corrected_speaker_takes_the_place_of_all(filled: Tracker, speaker: str) -> None:
    before = entries(filled)
    assert filled("claim", "correct", 1, "--speaker", speaker, *WHY).code == 0
    shape = filled("claim", "show", 1, "--json").json
    assert (shape["speaker"], shape["joint_speakers"]) == (speaker or None, [])
    assert of(filled, "Ines Valdor") == [3]
    assert (1 in of(filled, "Otto Prenn")) is (speaker == "Otto Prenn")
    assert of(filled, "Ines Valdor", "--as-of", before) == [1, 3]
    then = filled("claim", "show", 1, "--json", "--as-of", before).json
    assert then["joint_speakers"] == BOTH


def test_an_undone_correction_gives_it_back_to_all(filled: Tracker) -> None:
    corrected = filled("claim", "correct", 1, "--speaker", "Ada Lind", *WHY, "--json").json
    assert filled("undo", corrected["undo"][0], *WHY).code == 0
    assert filled("claim", "show", 1, "--json").json["joint_speakers"] == BOTH
    assert of(filled, "Ines Valdor") == [1, 3]


ASIDE = {
    "rejected": ["claim", "correct", 1, "--reject"],
    "withdrawn": ["article", "withdraw", 1],
}


@pytest.mark.parametrize("arguments", ASIDE.values(), ids=ASIDE)
def test_what_is_set_aside_is_not_found(filled: Tracker, arguments: list[object]) -> None:
    assert filled(*arguments, *WHY).code == 0
    assert of(filled, "Ines Valdor") == [3]
    assert numbers(filled("timeline", "Ines Valdor", "--json")) == [3]
    assert filled("agent", "show", 1, "--json").json["claim_count"] == 1


def test_who_says_nothing_that_counts_is_no_speaker(
    tracker: Tracker, add: Callable[..., Ran]
) -> None:
    add(TOLD.format(3), "2024-05-01", "Harbour Post")
    assert tracker("claim", "correct", 1, "--reject", *WHY).code == 0
    ran = tracker("claim", "list", "--speaker", "Valdor")
    assert "is taken for" not in ran.err
    assert tracker("timeline", "Ines Valdor").code == 1


def test_adding_counts_it_as_sure(add: Callable[..., Ran]) -> None:
    assert "sure speaker" not in add(TOLD.format(3), "2024-05-01", "Harbour Post").out
    assert "1 without a sure speaker" in add(PARTLY, "2024-05-01", "Sample Mail").out


def test_who_speaks_with_others_that_are_not_named(
    tracker: Tracker, add: Callable[..., Ran]
) -> None:
    add(PARTLY, "2024-05-01", "Harbour Post")
    (row,) = tracker("claim", "list", "--speaker", "Ruth Oduya", "--json").lines
    assert (row["speaker"], row["joint_speakers"], row["joint_others"]) == (
        None,
        ["Ruth Oduya"],
        True,
    )
    for shown in (("claim", "list"), ("claim", "show", 1), ("article", "show", 1)):
        assert "Ruth Oduya and at least one other" in tracker(*shown).out


def test_a_source_that_nobody_named_is_no_joint_one(
    tracker: Tracker, add: Callable[..., Ran]
) -> None:
    add("Two officials said the school would stay shut until June.\n", "2024-05-01", "Mail")
    (row,) = tracker("claim", "list", "--json").lines
    assert (row["unnamed_source"] is None, row["joint_speakers"]) == (False, [])
    assert tracker("claim", "list", "--speaker", row["unnamed_source"], "--json").lines == []


def test_a_redacted_name_is_labelled_beside_the_other(filled: Tracker) -> None:
    number = agent(filled, "Ines Valdor")
    ran = filled("redact", "agent", number, "--reason", "a court order", "--ground", "legal")
    assert ran.code == 0, ran.err
    out = filled("claim", "list").out
    assert "Valdor" not in out
    assert "█" not in out
    assert "[redacted: a court order" in out
    assert " and Otto Prenn: " in out


def test_an_export_holds_what_it_held(filled: Tracker, tmp_path: Path) -> None:
    assert filled("export", "--out", tmp_path / "all").code == 0
    for path in (tmp_path / "all").rglob("*.jsonl"):
        assert "joint_" not in path.read_text(encoding="utf-8")
    assert filled("verify").code == 0


def test_the_page_of_a_bundle_names_all(filled: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "proof.zip"
    ran = filled("export", "--format", "bundle", "--out", path, 1)
    assert ran.code == 0, ran.err
    with ZipFile(path) as bundle:
        (name,) = (name for name in bundle.namelist() if name.endswith(".html"))
        page = bundle.read(name).decode()
    assert f"<dt>Said by</dt><dd>{SHOWN}</dd>" in page
    assert f"{SHOWN}, Sample Mail" in page


DENIED = "Mayor Ines Valdor and governor Otto Prenn denied that the bridge would open in May.\n"


def test_several_deny(tracker: Tracker, add: Callable[..., Ran]) -> None:
    add(DENIED, "2024-05-01", "Harbour Post")
    assert f"{SHOWN} deny: the bridge" in tracker("claim", "list").out
    assert f"{SHOWN} deny\n" in tracker("article", "show", 1).out


@pytest.mark.parametrize("speaker", ["Ada Lind", ""], ids=["another", "nobody"])
def test_a_correction_holds_in_the_next_version(
    tracker: Tracker, tmp_path: Path, speaker: str
) -> None:
    path = tmp_path / "story.txt"
    for added in ("", "\nThe piers are old.\n"):
        path.write_text(TOLD.format(3) + added, encoding="utf-8")
        known = ("--url", "https://post.example/1", "--published", "2024-05-01")
        assert tracker("add", path, *known).code == 0
        if not added:
            assert tracker("claim", "correct", 1, "--speaker", speaker, *WHY).code == 0
    (statement,) = tracker("article", "show", 1, "--json").json["statements"]
    assert statement["occurrence_id"] == 2
    assert (statement["speaker"], statement["joint_speakers"]) == (speaker or None, [])
