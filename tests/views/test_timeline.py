"""Timelines of speakers, claims, places and events, on both engines."""

from typing import Any

import pytest

from tests.builders import add, originals
from tests.views.test_independence import BACKGROUND, ELSEWHERE, told
from tracker.correction import Correction, correct
from tracker.errors import BadInput, NotFound
from tracker.model import Verdict
from tracker.review import judge
from tracker.store import timeline
from tracker.store.engine import Engine
from tracker.store.session import Session, reading
from tracker.store.timeline import Selection
from tracker.views.asked import Subject, ask, near_names
from tracker.views.timeline import timeline_shapes


def lines(engine: Engine, words: str, limit: int = 50, offset: int = 0) -> list[dict[str, Any]]:
    with reading(engine) as session:
        asked = ask(session, words, None, Selection())
        return timeline_shapes(session, asked.selection, limit, offset)


def number(session: Session, words: str) -> int:
    """The number of the first claim that stands by itself and begins with these words."""
    return next(c.id for c in originals(session) if c.claim.text.startswith(words))


def of_claim(engine: Engine, words: str) -> list[dict[str, Any]]:
    with reading(engine) as session:
        claim_id = number(session, words)
    return lines(engine, str(claim_id))


def test_the_toll_of_the_ferry_as_of_each_report(sampled_engine: Engine) -> None:
    found = of_claim(sampled_engine, "the sinking of the ferry had killed 24")
    tolls = [line["figures"][0]["reports"] for line in found]
    assert [line["text"].split()[-2] for line in found] == ["24", "27", "24", "31"]
    last = [(figure["outlet"], figure["as_printed"]) for figure in tolls[-1]]
    assert last == [
        ("Sample Wire", "at least 24 people"),
        ("Sample Daily", "27 people"),
        ("Sample Daily", "24 people"),
        ("Sample Evening", "31 people"),
    ]
    assert [line["order"] for line in found] == ["first", "after", "same article", "after"]


def test_who_raises_her_own_count_changed_position(sampled_engine: Engine) -> None:
    found = [r for line in lines(sampled_engine, "Jana Kolar") for r in line["relations"]]
    changed = [r for r in found if r["changed_position"]]
    assert {(r["relation"], r["direction"], r["other"]["speaker"]) for r in changed} == {
        ("updates", "from", "Jana Kolar"),
        ("updates", "to", "Jana Kolar"),
    }
    assert [r["same_speaker"] for r in found if r["other"]["speaker"] == "Pavel Ostrander"] == [
        False,
        False,
    ]


def test_a_retranslation_is_shown_beside_the_first(sampled_engine: Engine) -> None:
    (line,) = of_claim(sampled_engine, "“That is why we have come here")
    first, later = line["reports"]
    assert line["first_carried"]["order_known"] is True
    assert [by["outlet"] for by in line["first_carried"]["by"]] == ["Sample Wire"]
    assert (first["order"], first["changes"], first["diff"]) == ("first", [], [])
    assert (later["order"], later["changes"]) == ("after", ["retranslated"])
    assert {edit["op"] for edit in later["diff"]} == {"equal", "insert", "delete"}
    assert "graph" not in line["independence"]


def test_a_shortened_quote_says_through_whom_it_came(sampled_engine: Engine) -> None:
    (line,) = of_claim(sampled_engine, "“I could hear people")
    _, later = line["reports"]
    assert later["changes"] == ["shortened"]
    assert [hop["agent"] for hop in later["chain"]] == [
        "Ilka Dorvan",
        "Sample Wire",
        "Sample Evening",
    ]


def test_a_denial_stands_against_what_it_denies(sampled_engine: Engine) -> None:
    found = of_claim(sampled_engine, "she had threatened to send soldiers")
    (denial,) = [line for line in found if line["denied"]]
    (tolvaj,) = [r for r in denial["relations"] if r["other"]["speaker"] == "Marek Tolvaj"]
    assert (tolvaj["relation"], tolvaj["changed_position"]) == ("denies", False)


def test_pages_are_the_whole_in_order(sampled_engine: Engine) -> None:
    whole = lines(sampled_engine, "Jana Kolar")
    pages = [lines(sampled_engine, "Jana Kolar", 2, at)[:2] for at in range(0, len(whole), 2)]
    assert [line for page in pages for line in page] == whole


ASKED = {
    "a speaker": ("Jana Kolar", Subject.SPEAKER),
    "a speaker by another spelling": ("kim jong-un", Subject.SPEAKER),
    "a place": ("Port Halvern", Subject.PLACE),
    "a kind of event": ("missile launch", Subject.EVENT),
    "an event at a place": ("disaster off Port Halvern", Subject.EVENT),
    "a claim": ("1", Subject.CLAIM),
    "a claim in words": ("claim 1", Subject.CLAIM),
}


@pytest.mark.parametrize(("words", "subject"), ASKED.values(), ids=ASKED)
def test_what_words_ask_for(sampled_engine: Engine, words: str, subject: Subject) -> None:
    with reading(sampled_engine) as session:
        asked = ask(session, words, None, Selection())
        assert asked.subject is subject
        assert timeline.count(session, asked.selection) > 0
        assert ask(session, words, subject, Selection()).selection == asked.selection


UNKNOWN = {
    "a slip of the pen": ("Jana Kolr", "perhaps Jana Kolar"),
    "who only carried": ("Interfax", "stands in 2 chains"),
    "nothing like it": ("Qqqq Zzzz", "tracker agent list"),
    "no such claim": ("99999999999", "no claim 99999999999"),
    "no such agent": ("agent 99999999999", "no agent 99999999999"),
}


@pytest.mark.parametrize(("words", "message"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_there(sampled_engine: Engine, words: str, message: str) -> None:
    with reading(sampled_engine) as session, pytest.raises(NotFound, match=message):
        ask(session, words, None, Selection())


def test_no_words_are_bad_input(sampled_sqlite: Engine) -> None:
    with reading(sampled_sqlite) as session, pytest.raises(BadInput):
        ask(session, " ", None, Selection())


def test_near_names_are_few_and_likest_first(sampled_sqlite: Engine) -> None:
    with reading(sampled_sqlite) as session:
        assert near_names(session, "pavel ostrandr")[0] == "Pavel Ostrander"
        assert len(near_names(session, "Sample")) <= 3


def test_a_name_of_two_shows_both_and_says_so(engine: Engine) -> None:
    for outlet, who in (("Harbour Daily", "a baker"), ("Coast Evening", "a pilot")):
        text = f"The bridge is shut, Lindqvist, {who}, said.\n\n{ELSEWHERE[outlet]}"
        add(engine, text, outlet=outlet)
    with reading(engine) as session:
        asked = ask(session, "Lindqvist", None, Selection())
        assert "is the name of 2: agent" in asked.notes[0]
        (one, _) = timeline.speakers_named(session, "Lindqvist", 5)
        alone = ask(session, f"agent {one.id}", None, Selection())
        assert timeline.count(session, asked.selection) >= timeline.count(session, alone.selection)
        assert not alone.notes


UNDATED = (
    "“The northern channel will be dredged before the winter storms arrive,” Ines Okafor said."
)


def test_an_order_that_is_not_known_is_shown_as_unknown(engine: Engine) -> None:
    for outlet, day in (("Harbour Daily", "2024-05-02"), ("Coast Evening", "2024-05-02")):
        add(engine, told(UNDATED, ELSEWHERE[outlet]), outlet=outlet, published=day)
    add(engine, told(UNDATED, BACKGROUND), outlet="Island Mail", published=None)
    found = lines(engine, "Ines Okafor")
    (line,) = [line for line in found if "channel" in line["text"]]
    assert line["first_carried"]["order_known"] is False
    assert len(line["first_carried"]["by"]) == 3
    assert [report["order"] for report in line["reports"]] == ["first", "unknown", "unknown"]


def test_a_rejected_report_is_left_out(sampled_engine: Engine) -> None:
    (line,) = of_claim(sampled_engine, "“I could hear people")
    change = Correction(reject=True)
    occurrence = line["reports"][1]["occurrence_id"]
    correct(sampled_engine, occurrence, change, "misread", "tester")
    (line,) = of_claim(sampled_engine, "“I could hear people")
    assert len(line["reports"]) == 1
    assert line["independence"]["articles"] == 1


def test_a_refused_relation_is_left_out(sampled_engine: Engine) -> None:
    found = [r for line in lines(sampled_engine, "Jana Kolar") for r in line["relations"]]
    refused = next(r["relation_id"] for r in found if r["changed_position"])
    judge(sampled_engine, refused, Verdict.NO, "another ferry", "tester")
    left = [r for line in lines(sampled_engine, "Jana Kolar") for r in line["relations"]]
    assert refused not in {r["relation_id"] for r in left}


VOW = "“We will find out who signed off on those tanks, and they will answer for it,”"


def test_a_line_tells_of_the_earlier_claim_that_it_may_repeat(engine: Engine) -> None:
    unnamed = f"A tank burst in Orlen.\n\n{VOW} the interior minister said."
    named = f"A tank burst in Orlen.\n\n{VOW} Interior Minister Joren Vask said."
    add(engine, named, outlet="Sample Daily", published="2024-05-03")
    assert [line["perhaps"] for line in lines(engine, "Joren Vask")] == [[]]
    add(engine, unnamed, outlet="Sample Wire", published="2024-05-02")
    (line,) = lines(engine, "Joren Vask")
    assert [by["outlet"] for by in line["first_carried"]["by"]] == ["Sample Daily"]
    (perhaps,) = line["perhaps"]
    assert (perhaps["outlet"], perhaps["status"]) == ("Sample Wire", "suggested")
    judge(engine, perhaps["link_id"], Verdict.NO, "another minister", "desk")
    (line,) = lines(engine, "Joren Vask")
    assert line["perhaps"] == []
