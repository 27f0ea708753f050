"""`tracker article show|diff|notice` and what `add` and `claim show` say of versions."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

FIRST = (
    "“Three people died in the mill on Monday night,” Mayor Ada Lind said.\n\n"
    "“It is a lie,” the owner, Bo Rask, said.\n\n"
    "A court clerk said the mill would stay closed until the hearing in May.\n"
)
SECOND = FIRST.replace("Three", "Five").split("A court")[0]
PAGE = "<html><head><title>Mill</title></head><body><article>{}</article></body></html>"


@pytest.fixture
def twice(tracker: Tracker, tmp_path: Path) -> Tracker:
    """One address captured three times, with two texts."""
    for number, text in enumerate((FIRST, SECOND, SECOND)):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        known = ("--outlet", "Sample Wire", "--published", "2024-03-05")
        assert tracker("add", path, "--url", "https://w.example/mill", *known).code == 0
    return tracker


def test_article_show_lists_versions_and_what_became_of_statements(twice: Tracker) -> None:
    out = twice("article", "show", 1).out
    assert "version 1: captured" in out
    assert "unchanged since, seen again 1 time" in out
    assert "first seen in version 2, in place of occurrence 1" in out
    assert "carried on from claim 2" in out
    assert "earlier: occurrence 3, claim 3: (court clerk)" in out
    assert "; absent in version 2 (captured " in out
    assert "deleted" not in out


def test_article_show_says_it_in_json(twice: Tracker) -> None:
    shape = twice("article", "show", 1, "--json").json
    assert [(v["version"], v["seen_again"]) for v in shape["versions"]] == [(1, 0), (2, 1)]
    assert [s["new_in"] for s in shape["statements"]] == [2, None]
    assert [(e["occurrence_id"], e["history"][-1]["fate"]) for e in shape["earlier"]] == [
        (1, "changed"),
        (3, "gone"),
    ]
    first = twice("article", "show", 1, "--version", 1, "--json").json
    assert [s["history"][-1]["fate"] for s in first["statements"]] == [
        "changed",
        "present",
        "gone",
    ]
    assert first["earlier"] == []


def test_claim_show_says_it_of_each_occurrence(twice: Tracker) -> None:
    out = twice("claim", "show", 3).out
    assert "present in version 1 (captured " in out
    assert "absent in version 2 (captured " in out
    lie = twice("claim", "show", 2, "--json").json
    assert [(o["version"], o["carried_from"]) for o in lie["occurrences"]] == [(1, None), (2, 2)]
    assert lie["independence"]["articles"] == 1
    assert "updates by number" in twice("claim", "show", 1).out


@pytest.mark.parametrize(
    ("sides", "shown"),
    [
        pytest.param((), "version 1", id="the last two"),
        pytest.param((1, 2), "[-“Three-] {+“Five+} people died", id="given"),
        pytest.param((2, 1), "[-“Five-] {+“Three+} people died", id="backwards"),
        pytest.param((2, 2), "no word differs", id="the same"),
    ],
)
def test_diff(twice: Tracker, sides: tuple[int, ...], shown: str) -> None:
    ran = twice("article", "diff", 1, *sides)
    assert (ran.code, shown in ran.out) == (0, True)


def test_diff_in_json_holds_both_texts(twice: Tracker) -> None:
    shape = twice("article", "diff", 1, "--json").json
    assert (shape["from"]["version"], shape["to"]["version"]) == (1, 2)
    for text, left_out in ((FIRST, "insert"), (SECOND, "delete")):
        kept = " ".join(e["text"] for e in shape["diff"] if e["op"] != left_out)
        assert kept.split() == text.split()


@pytest.mark.parametrize("arguments", [(9,), (1, 1, 7)])
def test_diff_of_what_is_not_there(twice: Tracker, arguments: tuple[int, ...]) -> None:
    assert twice("article", "diff", *arguments).code == 1


def test_a_notice_is_seen_wherever_its_claims_are(twice: Tracker) -> None:
    told = ("--text", "The figure is wrong.", "--published", "2024-03-09")
    ran = twice("article", "notice", 1, "--kind", "retraction", *told)
    assert ran.out == (
        "N1: retraction of article 1 recorded by tester; it reaches 4 claims in it, "
        "of which 0 printed elsewhere too\n"
    )
    mark = "retracted by Sample Wire on 2024-03-09"
    for command in (
        ("article", "show", 1),
        ("article", "list"),
        ("claim", "show", 2),
        ("claim", "list"),
        ("search", "lie"),
        ("timeline", "Bo Rask"),
    ):
        assert mark in twice(*command).out, command
    assert twice("claim", "list", "--json").lines[0]["notices"][0]["kind"] == "retraction"
    assert twice("article", "notice", 1, "--withdraw", "N1", "--text", "a mistake").code == 0
    assert mark not in twice("claim", "list").out
    assert "withdrawn by tester (a mistake), it said:" in twice("article", "show", 1).out
    assert twice("verify").code == 0


@pytest.mark.parametrize(
    ("about", "told"),
    [
        pytest.param((), "corrected by Sample Wire", id="the article"),
        pytest.param(("--claim", 2), "claim 2 corrected by Sample Wire", id="a claim"),
        pytest.param(("--occurrence", 1), "occurrence 1 corrected by Sample Wire", id="a trace"),
    ],
)
def test_a_notice_says_at_its_article_what_it_is_about(
    twice: Tracker, about: tuple[object, ...], told: str
) -> None:
    given = ("--kind", "correction", "--text", "Not so.", "--published", "2024-03-09")
    assert twice("article", "notice", 1, *given, *about).code == 0
    assert f"\n  ! {told} on 2024-03-09 (N1): Not so.\n" in twice("article", "show", 1).out
    assert f" [{told} on 2024-03-09]\n" in twice("article", "list").out
    twice("article", "notice", 1, "--withdraw", "N1", "--text", "a mistake")
    assert f"it said: {told} on" in twice("article", "show", 1).out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param((1, "--text", "x"), 2, "--kind is missing", id="no kind"),
        pytest.param((1, "--kind", "correction"), 2, "--text is missing", id="no text"),
        pytest.param((7, "--kind", "correction", "--text", "x"), 1, "no article 7", id="none"),
        pytest.param((1, "--withdraw", "N4", "--text", "x"), 1, "no notice N4", id="no notice"),
    ],
)
def test_a_notice_that_cannot_be_recorded(
    twice: Tracker, arguments: tuple[object, ...], code: int, said: str
) -> None:
    ran = twice("article", "notice", *arguments)
    assert (ran.code, said in ran.err) == (code, True)


@pytest.mark.parametrize("kind", ["json", "html"])
def test_other_sources_give_versions_too(tracker: Tracker, tmp_path: Path, kind: str) -> None:
    outcomes = []
    for number, text in enumerate((FIRST, FIRST, SECOND)):
        path = tmp_path / f"{number}.{kind}"
        if kind == "html":
            body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
            path.write_text(PAGE.format(body), encoding="utf-8")
        else:
            lines = text.strip().replace("\n", "\\n")
            path.write_text(f'{{"text": "{lines}"}}', encoding="utf-8")
        known = ("--outlet", "Sample Wire", "--url", "https://w.example/mill", "--json")
        outcomes.append(tracker("add", path, *known).json["outcome"])
    assert outcomes == ["added", "unchanged", "new_version"]
