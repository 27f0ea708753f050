"""`tracker match`: what makes up a score, and what it refuses to look for."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_decide import record
from tests.cli.test_errors import FIRST_MINUTE, one_line

BRIDGE = "The new bridge over the Anse killed 3 people on Sunday"


def test_a_match_explains_its_score(tracker: Tracker, tmp_path: Path) -> None:
    record(tracker, BRIDGE, published="2024-05-02")
    asked = tmp_path / "asked.txt"
    asked.write_text(BRIDGE.replace("3", "9"), encoding="utf-8")
    shown = tracker("match", asked, "--explain")
    assert shown.code == 0
    assert "to start from, in log-odds" in shown.out
    waterfall = json.loads(tracker("match", asked, "--explain", "--json").out)["candidates"][0][
        "waterfall"
    ]
    rows = {row["name"]: row for row in waterfall["rows"]}
    assert rows["found"]["adds"] > 0
    assert rows["number"]["adds"] is None
    assert rows["number"]["value"] != "same"


def test_an_explanation_leads_with_what_mattered(tracker: Tracker, tmp_path: Path) -> None:
    record(tracker, BRIDGE, published="2024-05-02")
    asked = tmp_path / "asked.txt"
    asked.write_text(BRIDGE.replace("3", "9"), encoding="utf-8")
    lines = tracker("match", asked, "--explain").out.splitlines()
    gate = next(n for n, line in enumerate(lines) if line.split()[:2] == ["gate", "number"])
    start = next(n for n, line in enumerate(lines) if line.endswith("in log-odds"))
    adds = [float(line.split()[0]) for line in lines[start + 1 : -1]]
    assert gate < start
    assert adds == sorted(adds, key=abs, reverse=True)
    assert all(adds)
    assert not [line for line in lines if line.split()[0] == "gate" and line.split()[2] == "same"]
    (row,) = tracker("match", asked, "--explain", "--json").json["candidates"]
    waterfall = row["waterfall"]["rows"]
    shown = len(adds) + start - gate
    assert lines[-1].strip() == f"… {len(waterfall) - shown} more that changed nothing: --json"
    assert {f["adds"] for f in waterfall if f["adds"]} == set(adds)


def test_a_candidate_without_a_speaker_or_a_relation_has_no_gap(
    tracker: Tracker, tmp_path: Path
) -> None:
    assert tracker("record", "--text", "The mill at Kel burned down on Friday").code == 0
    asked = tmp_path / "asked.txt"
    asked.write_text("The mill at Kel is for sale again this spring\n", encoding="utf-8")
    _, line, *_ = tracker("match", asked).out.splitlines()
    assert line.endswith("  none     claim 1  The mill at Kel burned down on Friday")


def test_a_match_says_why_it_does_not_link(tracker: Tracker, tmp_path: Path) -> None:
    record(tracker, "The island dam is not safe in winter", published="2024-05-02")
    record(tracker, "The mill at Kel burned down on Friday", published="2024-05-02")
    asked = tmp_path / "asked.txt"
    asked.write_text("The island dam is safe in winter\nThe mill at Kel burned down\n")
    turned, few = tracker("match", asked, "--json").lines
    assert turned["candidates"][0]["claim_relation"] == "contradicts"
    assert few["candidates"][0]["decision"] != "link"
    assert few["candidates"][0]["held_back"]
    out = tracker("match", asked).out
    assert "contradicts by negation" in out
    assert "negation: – ↔ is not safe in" in out
    assert f"not linked: {few['candidates'][0]['held_back']}" in out


def test_a_headline_ranks_what_stands_under_it(tracker: Tracker, tmp_path: Path) -> None:
    matters = {"Marta Velin": "the Kel mill is sold", "Ines Okafor": "the Anse bridge is closed"}
    for speaker, matter in matters.items():
        article = tmp_path / f"{speaker}.txt"
        article.write_text(f"“Nobody asked us before the spring,” {speaker} said.", "utf-8")
        tracker("add", article, "--title", f"Anger in the valley as {matter}")
    asked = tmp_path / "asked.txt"
    asked.write_text("Nobody asked the valley whether the bridge is closed in spring\n")
    first, second = tracker("match", asked, "--json").json["candidates"]
    assert (first["speaker"], second["speaker"]) == ("Ines Okafor", "Marta Velin")
    assert first["features"]["found"] == second["features"]["found"]


NOTHING = "there is nothing to look for: give a text on each line"


@pytest.mark.parametrize("content", ["", "\n", " \n\t\n\n"], ids=["empty", "a line", "blank"])
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_a_file_without_a_line_is_bad_input(
    tracker: Tracker, tmp_path: Path, content: str, form: list[str]
) -> None:
    asked = tmp_path / "asked.txt"
    asked.write_text(content, encoding="utf-8")
    one_line(tracker("match", asked, *form), 2, f"{asked}: {NOTHING}")


def test_standard_input_without_a_line_is_bad_input(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.BytesIO(b"\n")
    given.name = "<stdin>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given, encoding="utf-8"))
    one_line(tracker("match"), 2, f"standard input: {NOTHING}")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{", 'give a text, or JSON with a "text"', id="no JSON"),
        pytest.param("{}", "text is missing", id="no text"),
        pytest.param('{"text": null}', "text is missing", id="null"),
        pytest.param('{"text": ""}', "text is empty", id="empty"),
        pytest.param('{"text": 3}', "text is no text: 3", id="a number"),
        pytest.param('{"text": "a", "speaker": ["b"]}', "speaker is no text", id="speakers"),
        pytest.param('{"text": "a", "said_on": 2024}', "said_on is no text", id="a year"),
        pytest.param('{"text": "a", "said_on": "soon"}', "said_on: 'soon' is no date", id="no day"),
        pytest.param(f'{{"text": "a", "published_at": "{FIRST_MINUTE}"}}', "no date", id="no time"),
    ],
)
def test_a_line_that_asks_for_nothing_that_can_be_found(
    tracker: Tracker, tmp_path: Path, line: str, told: str
) -> None:
    asked = tmp_path / "asked.jsonl"
    asked.write_text(f"\n{line}\n", encoding="utf-8")
    one_line(tracker("match", asked), 2, "line 2: ", told)


def test_a_line_may_say_more_than_is_asked_for(tracker: Tracker, tmp_path: Path) -> None:
    asked = tmp_path / "asked.jsonl"
    asked.write_text('{"text": "a", "id": null, "via": ["b"]}\n', encoding="utf-8-sig")
    assert tracker("match", asked, "--json").json == {"id": "1", "candidates": []}
