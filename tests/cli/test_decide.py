"""Recording, correcting, judging, searching and proving, as a desk does it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

QUOTE = "“The northern channel will be dredged before the winter storms arrive.”"


def record(tracker: Tracker, text: str = QUOTE, **given: str) -> dict[str, object]:
    options = {"speaker": "Ines Okafor", "said-on": "2024-05-02", "outlet": "Sample Wire", **given}
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    ran = tracker("record", "--text", text, *flags, "--json")
    assert ran.code == 0, ran.err
    return dict(ran.json)


def test_a_recorded_quote_is_linked_like_any_other(tracker: Tracker) -> None:
    first = record(tracker, published="2024-05-02")
    second = record(tracker, outlet="Sample Daily", published="2024-05-03")
    assert second["linked"]
    shape = tracker("claim", "show", second["claim_id"], "--json").json
    assert shape["claim_id"] == first["claim_id"]
    assert [o["order"] for o in shape["occurrences"]] == ["original", "later"]
    assert shape["occurrences"][1]["link"]["relation"] == "verbatim"


def test_recording_the_same_again_changes_nothing(tracker: Tracker) -> None:
    first, second = record(tracker), record(tracker)
    assert (first["is_new"], second["is_new"]) == (True, False)
    assert first["claim_id"] == second["claim_id"]


def test_the_same_words_of_two_speakers_are_two_records(tracker: Tracker) -> None:
    first, second = record(tracker), record(tracker, speaker="Tobias Rehn")
    assert second["is_new"]
    assert first["claim_id"] != second["claim_id"]
    assert not second["linked"]


def test_a_missed_statement_is_recorded_in_its_article(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A short note. Ferries: none on Sunday, says the port.", encoding="utf-8")
    tracker("add", path)
    ran = tracker("record", "--article", 1, "--text", "A short note", "--speaker", "Port", "--json")
    assert ran.code == 0
    found = tracker("article", "show", 1, "--json").json["statements"]
    recorded = next(s for s in found if s["occurrence_id"] == ran.json["occurrence_id"])
    assert recorded["content"][0]["start"] == 0
    assert recorded["speaker"] == "Port"


def test_record_without_text_in_a_script_says_what_is_missing(tracker: Tracker) -> None:
    ran = tracker("record", "--speaker", "Ines Okafor")
    assert ran.code == 2
    assert "--text" in ran.err


def test_a_correction_is_kept_beside_the_machines_version(tracker: Tracker) -> None:
    recorded = record(tracker)
    occurrence = recorded["occurrence_id"]
    ran = tracker(
        "claim", "correct", occurrence, "--speaker", "Tobias Rehn", "--reason", "misheard"
    )
    assert ran.code == 0
    (statement,) = tracker("article", "show", recorded["article_id"], "--json").json["statements"]
    assert statement["speaker"] == "Tobias Rehn"
    assert statement["chain"][0]["agent"] == "Tobias Rehn"
    (correction,) = statement["corrections"]
    assert (correction["before"], correction["after"]) == ("Ines Okafor", "Tobias Rehn")
    assert correction["user"] == "tester"
    assert tracker("verify").code == 0


def test_claim_show_lists_corrections(tracker: Tracker) -> None:
    recorded = record(tracker)
    occurrence = recorded["occurrence_id"]
    tracker("claim", "correct", occurrence, "--speaker", "Tobias Rehn", "--reason", "misheard")
    tracker("claim", "correct", occurrence, "--speaker", "", "--reason", "not sure")
    shape = tracker("claim", "show", recorded["claim_id"], "--json").json
    first, second = shape["occurrences"][0]["corrections"]
    assert (first["field"], first["before"], first["after"]) == (
        "speaker",
        "Ines Okafor",
        "Tobias Rehn",
    )
    assert (second["after"], second["reason"], second["user"]) == (None, "not sure", "tester")
    lines = [
        "    corrected by tester: speaker was Ines Okafor, is Tobias Rehn (misheard)",
        "    corrected by tester: speaker was Tobias Rehn, is blank (not sure)",
    ]
    for command in ("claim", "article"):
        shown = tracker(command, "show", recorded[f"{command}_id"]).out
        assert "\n".join(lines) in shown


def test_correcting_the_content_moves_the_claim(tracker: Tracker) -> None:
    recorded = record(tracker)
    words = "The northern channel will be dredged"
    ran = tracker(
        "claim", "correct", recorded["occurrence_id"], "--content", words, "--reason", "too long"
    )
    assert ran.code == 0
    assert tracker("claim", "show", recorded["claim_id"], "--json").json["text"] == words
    assert tracker("search", "winter storms").code == 1
    assert tracker("search", "northern channel").code == 0
    assert tracker("verify").code == 0


def test_words_that_are_not_in_the_text_are_refused(tracker: Tracker) -> None:
    recorded = record(tracker)
    ran = tracker(
        "claim", "correct", recorded["occurrence_id"], "--content", "southern", "--reason", "x"
    )
    assert ran.code == 2
    assert "'southern'" in ran.err


def test_a_rejected_statement_is_listed_no_more_but_kept(tracker: Tracker) -> None:
    recorded = record(tracker)
    tracker("claim", "correct", recorded["occurrence_id"], "--reject", "--reason", "a caption")
    assert tracker("claim", "list", "--json").lines == []
    (statement,) = tracker("article", "show", recorded["article_id"], "--json").json["statements"]
    assert statement["rejected"]


@pytest.mark.parametrize(
    ("verdict", "status"), [("yes", "confirmed"), ("no", "rejected"), ("unsure", "auto")]
)
def test_judging_a_link(tracker: Tracker, verdict: str, status: str) -> None:
    record(tracker, published="2024-05-02")
    second = record(tracker, outlet="Sample Daily", published="2024-05-03")
    ran = tracker("judge", "L1", verdict, "--reason", "heard both")
    assert ran.code == 0
    assert f"it is now {status}" in ran.out
    claims = tracker("claim", "list", "--json").lines
    assert len(claims) == (2 if verdict == "no" else 1)
    entry = tracker("log", "--kind", "judgement", "--json").lines[0]
    assert entry["user"] == "tester"
    assert entry["reason"] == "heard both"
    assert entry["value"]["verdict"] == verdict
    assert second["linked"]


def test_people_who_disagree_make_it_disputed(tracker: Tracker) -> None:
    record(tracker, published="2024-05-02")
    record(tracker, outlet="Sample Daily", published="2024-05-03")
    tracker("judge", "L1", "yes", "--reason", "same tape")
    ran = tracker("--user", "other", "judge", "L1", "no", "--reason", "not the same day")
    assert "it is now disputed" in ran.out
    shape = tracker("claim", "show", 1, "--json").json
    judgements = shape["occurrences"][1]["link"]["judgements"]
    assert {(j["user"], j["verdict"]) for j in judgements} == {("tester", "yes"), ("other", "no")}


def test_search_filters(tracker: Tracker) -> None:
    record(tracker, published="2024-05-02")
    record(tracker, "“Dredging costs too much.”", speaker="Tobias Rehn", published="2024-06-01")
    assert len(tracker("search", "dredge", "--json").lines) == 2
    assert len(tracker("search", "dredging", "--speaker", "ines okafor", "--json").lines) == 1
    assert len(tracker("search", "dredging", "--from", "2024-06-01", "--json").lines) == 1
    assert len(tracker("search", "dredging", "--to", "2024-05-31", "--json").lines) == 1
    assert len(tracker("search", "dredging", "--outlet", "sample wire", "--json").lines) == 2
    assert tracker("search", "submarine").code == 1


def test_match_prints_the_contracts_shape(tracker: Tracker, tmp_path: Path) -> None:
    record(tracker, published="2024-05-02")
    queries = tmp_path / "queries.jsonl"
    queries.write_text(
        json.dumps({"id": "q1", "text": QUOTE, "speaker": "Ines Okafor", "said_on": "2024-05-02"})
        + "\nNothing like it at all, in any words whatever.\n"
    )
    first, second = tracker("match", queries, "--json").lines
    assert first["id"] == "q1"
    best = first["candidates"][0]
    assert best["decision"] == "link"
    assert best["relation"] == "verbatim"
    assert set(best) >= {"claim_id", "external_id", "score", "differences", "features", "text"}
    assert second["candidates"] == []


def test_agent_show_has_names_and_claims(tracker: Tracker) -> None:
    record(tracker)
    agents = tracker("agent", "list", "--json").lines
    ines = next(a for a in agents if a["name"] == "Ines Okafor")
    shape = tracker("agent", "show", ines["agent_id"], "--json").json
    assert shape["hops"] == {"speaker": 1}
    assert [c["text"] for c in shape["claims"]] == [QUOTE]


def test_withdrawing_a_second_answer_does_not_bring_back_the_first(tracker: Tracker) -> None:
    record(tracker, published="2024-05-02")
    record(tracker, outlet="Sample Daily", published="2024-05-03")
    tracker("judge", "L1", "yes", "--reason", "same tape")
    tracker("judge", "L1", "no", "--reason", "not the same day")
    ran = tracker("judge", "L1", "withdraw", "--reason", "cannot say")
    assert "it is now auto" in ran.out
    again = tracker("judge", "L1", "withdraw", "--reason", "cannot say")
    assert (again.code, again.err.count("\n")) == (1, 1)


def test_a_statement_of_one_word_can_be_corrected(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“Ours,” said Anna Holm. The harbour was closed on Monday.", encoding="utf-8")
    tracker("add", path)
    words = "The harbour was closed on Monday"
    assert tracker("claim", "correct", 1, "--content", words, "--reason", "cut short").code == 0
    assert tracker("search", "harbour closed").code == 0


def test_a_rejected_statement_is_not_found_by_searching(tracker: Tracker) -> None:
    recorded = record(tracker)
    tracker("claim", "correct", recorded["occurrence_id"], "--reject", "--reason", "a caption")
    assert tracker("search", "northern channel").code == 1
    assert tracker("search", "northern channel", "--to", "9999-12-31").code == 1
