"""`tracker timeline`, and the independence that `tracker claim show` prints."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.demo import sample_files

FERRY = [path for path in sample_files() if "ferry" in path.stem]

LONG = (
    "The port will hire a second dredger before the winter, pay the pilots for the nights that "
    "they lost in spring, lower the dues of every coaster that has had to go round the island, "
    "and publish each month what the work has cost, whatever the council or the courts may say "
    "of the quarrel with the owner of the first dredger, which was towed away in April"
)
"""More words than it takes to tell a copied text."""


@pytest.fixture
def ferry(tracker: Tracker) -> Tracker:
    assert tracker("add", *FERRY).code == 0
    return tracker


def test_a_timeline_to_read(ferry: Tracker) -> None:
    ran = ferry("timeline", "Jana Kolar", "--limit", 2)
    assert ran.code == 0
    assert ran.out.startswith("speaker timeline of Jana Kolar: ")
    assert "Jana Kolar: The sinking of the ferry off Port Halvern killed 27 people" in ran.out
    assert "first carried by Sample Daily, 2024-03-05 13:15 UTC" in ran.out
    assert "1 article, 1 outlet, 0 independent origins, 1 of unknown origin" in ran.out
    assert "dead: at least 24 people (Sample Wire, 2024-03-05 07:40 UTC, claim" in ran.out
    assert "changed position: claim" in ran.out
    assert "more: --limit" in ran.err


def test_a_variant_is_printed_with_what_changed(ferry: Tracker) -> None:
    ran = ferry("timeline", "Ilka Dorvan")
    assert "+ Sample Evening, 2024-03-05 21:30 UTC: shortened [L" in ran.out
    assert "Ilka Dorvan → Sample Wire → Sample Evening" in ran.out
    assert "calling [-for their children,-] {+…+} and then" in ran.out


def test_what_it_may_repeat_stands_beside_who_carried_it_first(
    tracker: Tracker, tmp_path: Path
) -> None:
    vow = "“We will find out who signed off on those tanks, and they will answer for it,”"
    for outlet, day, who in (
        ("Sample Wire", "2024-05-02", "the interior minister"),
        ("Sample Daily", "2024-05-03", "Interior Minister Joren Vask"),
    ):
        path = tmp_path / f"{day}.txt"
        path.write_text(f"A tank burst in Orlen.\n\n{vow} {who} said.\n", encoding="utf-8")
        assert tracker("add", path, "--outlet", outlet, "--published", day).code == 0
    ran = tracker("timeline", "Joren Vask")
    assert "first carried by Sample Daily, 2024-05-03" in ran.out
    assert "? L1 suggested: perhaps claim 1 (" in ran.out
    assert "Sample Wire, 2024-05-02, interior minister: “We will find out" in ran.out


def test_json_is_one_claim_a_line(ferry: Tracker) -> None:
    ran = ferry("timeline", "Port Halvern", "--json")
    assert ran.code == 0
    assert ran.lines[0]["order"] == "first"
    assert {"claim_id", "reports", "figures", "relations", "independence"} <= ran.lines[0].keys()
    part = ferry("timeline", "Port Halvern", "--json", "--limit", 1, "--offset", 1)
    assert part.lines == ran.lines[1:2]


def test_days_and_types_narrow_it(ferry: Tracker) -> None:
    whole = ferry("timeline", "Jana Kolar", "--json").lines
    some = ferry("timeline", "Jana Kolar", "--type", "disaster", "--json").lines
    assert 0 < len(some) < len(whole)
    assert {line["event"]["type"] for line in some} == {"disaster"}
    late = ferry("timeline", "Jana Kolar", "--from", "2024-03-06")
    assert late.code == 1
    assert late.err.strip() == "tracker: no claim of Jana Kolar fits --type, --from and --to"


EXITS = {
    "a name nobody has": (["Jana Kolr"], 1, "perhaps Jana Kolar"),
    "a claim that is not there": (["4000000000"], 1, "no claim 4000000000"),
    "not as that": (["Jana Kolar", "--as", "place"], 1, "no place is called 'Jana Kolar'"),
    "as what it is not": (["disaster", "--as", "place"], 1, "'disaster': see `tracker agent list`"),
    "no words": ([""], 2, "give a name"),
    "no such type": (["Jana Kolar", "--type", "flood"], 2, "--type"),
    "no name": ([], 2, "NAME-OR-CLAIM"),
}


@pytest.mark.parametrize(("arguments", "code", "message"), EXITS.values(), ids=EXITS)
def test_exit_codes(ferry: Tracker, arguments: list[str], code: int, message: str) -> None:
    ran = ferry("timeline", *arguments)
    assert ran.code == code
    assert message in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_what_else_a_name_is_goes_to_standard_error(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "The bridge will reopen in May, Disaster said.\n\nA ferry sank off Lund on Monday, "
        "killing three people, the coastguard said.",
        encoding="utf-8",
    )
    tracker("add", path, "--published", "2024-05-02")
    tracker("record", "--text", "No boat will leave Lund tonight", "--speaker", "Disaster")
    ran = tracker("timeline", "Disaster", "--json")
    assert ran.code == 0
    assert ran.err.strip() == "'Disaster' may also be meant as event: --as event"


def test_claim_show_counts_origins(ferry: Tracker) -> None:
    shown = ferry("timeline", "Ilka Dorvan", "--json").lines
    (claim,) = [line["claim_id"] for line in shown if len(line["reports"]) == 2]
    ran = ferry("claim", "show", claim)
    assert "  2 articles, 2 outlets, 1 independent origin (Sample Wire)\n" in ran.out
    graph = ferry("claim", "show", claim, "--json").json["independence"]["graph"]
    assert {node["kind"] for node in graph["nodes"]} == {"article", "outlet", "origin"}
    names = {node["id"] for node in graph["nodes"]}
    assert {edge[end] for edge in graph["edges"] for end in ("from", "to")} <= names


def test_recorded_claims_are_no_copies_of_one_text(tracker: Tracker) -> None:
    for outlet, day in (("Harbour Daily", "2024-05-02"), ("Coast Evening", "2024-05-03")):
        recorded = ("record", "--text", LONG, "--speaker", "Ines Okafor", "--outlet", outlet)
        assert tracker(*recorded, "--published", day).code == 0
    shape = tracker("claim", "show", 1, "--json").json["independence"]
    assert (shape["articles"], shape["unknown_origin"]) == (2, 2)
    via = ("record", "--text", LONG, "--speaker", "Ines Okafor", "--outlet", "Island Mail")
    assert tracker(*via, "--published", "2024-05-04", "--via", "Marnews").code == 0
    ran = tracker("claim", "show", 1)
    assert "3 articles, 3 outlets, 1 independent origin (Marnews), 2 of unknown origin" in ran.out
