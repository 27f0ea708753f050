"""Tools run in processes of their own and say what they found and what it cost."""

import sys
from pathlib import Path

import pytest

from benchmarks import compare
from benchmarks.scoring import Score, score

ROWS = [
    {
        "id": "a-010",
        "text": "“We will rebuild the pier,” Mayor Ilse Brandt said.",
        "attributions": [{"source": [[28, 45]], "cue": [[46, 50]], "content": [[0, 27]]}],
    },
    {"id": "a-011", "text": "The pier is old.\u2028It creaks.", "attributions": []},
]


@pytest.mark.parametrize("name", compare.ours.READERS)
def test_each_of_our_rows_runs(name: str) -> None:
    tool = compare.Tool(name, Path(sys.executable), compare.OURS, (name,))
    run = compare.run(tool, ROWS)
    assert [row["id"] for row in run.found] == ["a-010", "a-011"]
    assert score(ROWS, run.found)["all"] == Score(1, 1, 1, 1, 1, 1, 1, 1)
    assert run.speed > 1
    assert 5 < run.peak_mb < 500


def test_a_tool_that_fails_ends_the_comparison() -> None:
    tool = compare.Tool("nothing", Path(sys.executable), "benchmarks.no_such_tool")
    with pytest.raises(SystemExit, match="nothing ended with exit code 1"):
        compare.run(tool, ROWS)


def test_the_table_has_a_column_for_each_figure(capsys: pytest.CaptureFixture[str]) -> None:
    tool = compare.Tool("tracker, rules", Path(sys.executable), compare.OURS, ("rules",))
    other = compare.Tool("another", Path(sys.executable), "benchmarks.rivals.another")
    found = [{"id": row["id"], "attributions": row["attributions"]} for row in ROWS]
    runs = [compare.Run(tool, found, 250.0, 60.0), compare.Run(other, [], 5.0, 600.0)]
    compare.report("two articles", ROWS, runs)
    compare.report_ratios(runs)
    printed = capsys.readouterr().out.splitlines()
    assert printed[1] == "two articles: 2 articles, 1 attributions"
    assert printed[4].split() == (
        "tracker, rules 1.000 1.000 1.000 1.000 0.000 0.000 1.000 250.0 60".split()
    )
    assert printed[5].split()[1:4] == ["0.000", "0.000", "0.000"]
    assert printed[6:] == ["tracker, rules: 50 times the speed of another"]
    assert len({len(line) for line in printed[3:6]}) == 1
