"""`tracker match --explain` shows what makes up a score."""

import json
from pathlib import Path

from tests.cli.conftest import Tracker
from tests.cli.test_decide import record

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
