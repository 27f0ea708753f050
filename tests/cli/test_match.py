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
