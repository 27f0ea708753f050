"""`tracker undo`, `redact`, `article withdraw` and `--expect` from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Tracker

TEXT = "Mayor Ilse Brandt said on Tuesday that the harbour bridge would be closed for two weeks.\n"
WHY = ("--reason", "a mistake")


@pytest.fixture
def desk(tracker: Tracker, tmp_path: Path) -> Tracker:
    (tmp_path / "story.txt").write_text(TEXT)
    given = ("--outlet", "Sample Wire", "--published", "2024-05-01")
    assert tracker("add", tmp_path / "story.txt", *given).code == 0
    return tracker


def one_line(ran: Ran, code: int, *words: str) -> None:
    assert ran.code == code, ran.err
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    for word in words:
        assert word in ran.err


def test_an_article_is_withdrawn_and_restored(desk: Tracker) -> None:
    assert desk("article", "withdraw", 1, *WHY).out == (
        "article 1 withdrawn by tester: 1 statement does not count\n"
    )
    assert "(withdrawn)" in desk("article", "list").out
    shown = desk("article", "show", 1).out
    assert "  withdrawn: a mistake (tester, " in shown
    assert "    withdrawn with its article: a mistake (tester, " in shown
    assert "withdrawn with its article" in desk("claim", "show", 1).out
    assert desk("search", "bridge").code == 1
    one_line(desk("article", "withdraw", 1, *WHY), 1, "withdrawn already, by tester")
    assert desk("article", "restore", 1, *WHY).code == 0
    assert desk("search", "bridge").code == 0
    assert desk("verify").code == 0


def test_an_entry_is_undone(desk: Tracker) -> None:
    desk("claim", "correct", 1, "--speaker", "Nora Falk", *WHY)
    entry = next(e["seq"] for e in desk("log", "--json").lines if e["action"] == "correction.made")
    ran = desk("undo", entry, *WHY)
    assert (ran.code, ran.out) == (
        0,
        f"occurrence 1: speaker is what it was before entry {entry}\n",
    )
    one_line(desk("undo", entry, *WHY), 1, "corrected again by tester")
    one_line(desk("undo", 999, *WHY), 1, "no ledger entry 999")
    one_line(desk("undo", entry), 2, "--reason")


def test_a_stale_edit_is_one_line_with_what_changed(desk: Tracker) -> None:
    seen = desk("claim", "show", 1, "--json").json["entry"]
    mend = ("claim", "correct", 1, "--expect", seen, *WHY)
    assert desk(*mend, "--speaker", "Nora Falk").code == 0
    ran = desk(*mend, "--speaker", "Olav Renner")
    one_line(ran, 1, f"occurrence 1 was changed since entry {seen}", "by tester at", "look at it")
    assert desk("claim", "show", 1, "--json").json["speaker"] == "Nora Falk"


def test_two_agents_told_apart_can_be_taken_back(desk: Tracker) -> None:
    assert desk("agent", "distinct", 1, 2, *WHY).code == 0
    ran = desk("agent", "distinct", 1, 2, "--withdraw", *WHY)
    assert (ran.code, ran.out) == (0, "agents 1 and 2: taken back by tester\n")
    one_line(desk("agent", "distinct", 1, 2, "--withdraw", *WHY), 1, "said nothing that stands")


ORDER = ("--reason", "a court order", "--ground", "legal", "--asked-by", "Harbour Court")


def test_a_redaction_is_told_and_cannot_be_undone(desk: Tracker) -> None:
    ran = desk("redact", "article", 1, "--words", "harbour bridge", *ORDER)
    assert (ran.code, ran.out) == (0, "article 1: redacted by tester\n")
    gone = desk("article", "show", 1, "--json").json["redactions"][0]
    assert (gone["ground"], gone["asked_by"]) == ("legal", "Harbour Court")
    one_line(desk("undo", gone["entry"], *WHY), 1, "the words are gone")
    assert desk("verify", "--json").json["redactions"][0]["reason"] == "a court order"
    one_line(desk("redact", "article", 1, "--all", "--reason", "x"), 2, "--ground")
    one_line(desk("redact", "article", 1, *ORDER), 2, "--words", "--all")
    one_line(desk("redact", "article", 1, "--words", "zzz", *ORDER), 2, "does not hold")
    for kind in ("occurrence", "claim", "agent"):
        one_line(desk("redact", kind, 99, *ORDER), 1, f"no {kind} 99")


@pytest.mark.parametrize("kind", ["occurrence", "claim", "agent"])
def test_each_kind_of_record_can_be_redacted(desk: Tracker, kind: str) -> None:
    assert desk("redact", kind, 1, *ORDER).out == f"{kind} 1: redacted by tester\n"
    shown = desk("claim", "show", 1).out
    assert "[redacted: a court order, tester, " in shown
    assert desk("verify").code == 0
    assert desk("redact", "shred").code == 0


def test_the_reason_of_an_entry_can_be_redacted(desk: Tracker) -> None:
    desk("claim", "correct", 1, "--confirm", "--reason", "Olav Renner rang")
    entry = desk("log", "--json").lines[0]["seq"]
    assert desk("redact", "reason", entry, *ORDER).code == 0
    assert "Olav Renner" not in desk("log", "--json").out
    assert "Olav Renner" not in desk("claim", "show", 1).out
    assert desk("verify").code == 0
