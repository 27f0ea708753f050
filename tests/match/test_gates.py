"""Each gate on what it must hold apart and on what it must let pass."""

from dataclasses import replace

import pytest

from tests.match.claims import day, fact, launch, quote
from tracker.match.gates import GATES, find_differences
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.model import Claim, Modality, StatementType


def gates_between(left: Claim, right: Claim) -> set[str]:
    return {found.gate for found in find_differences(Pair(prepare(left), prepare(right)))}


TEXTS = {
    "number: minutes for hours": (
        "the ferry waited 40 minutes for the pilot off the northern pier",
        "the ferry waited 40 hours for the pilot off the northern pier",
        {"number"},
    ),
    "role: who warned of whom": (
        "warnings from the harbour board that local fishermen could block the channel",
        "warnings from local fishermen that the harbour board could block the channel",
        {"role"},
    ),
    "role: crosswise": (
        "the cellar is damp and the attic is warm, so keep the seed upstairs this year",
        "the cellar is warm and the attic is damp, so keep the seed upstairs this year",
        {"role"},
    ),
    "no role: clauses turned round": (
        "the ferry turned back because the northern pier was flooded",
        "because the northern pier was flooded the ferry turned back",
        set(),
    ),
    "polarity: last for next": (
        "the council opened the northern pier last Tuesday for the herring fleet",
        "the council opened the northern pier next Tuesday for the herring fleet",
        {"polarity"},
    ),
    "number: another figure": (
        "the mine employs 40 people in the valley",
        "the mine employs 90 people in the valley",
        {"number"},
    ),
    "number: words and digits": (
        "they closed four schools in the north",
        "they closed 4 schools in the north",
        set(),
    ),
    "number: unit written out": (
        "the trench is 1,000 km long and dry",
        "the trench is 1000 kilometres long and dry",
        set(),
    ),
    "number: caution dropped": (
        "at least 24 miners died in the shaft",
        "24 miners died in the shaft",
        set(),
    ),
    "number: about": (
        "about 120 miners were in the shaft",
        "118 miners were in the shaft",
        set(),
    ),
    "number: scale": (
        "the dam cost $1.5bn and three years",
        "the dam cost $1.5 million and three years",
        {"number"},
    ),
    "number: written out in full": (
        "some 1.5 million birds nest on the island each spring",
        "some 1,500,000 birds nest on the island each spring",
        set(),
    ),
    "number: changed places": (
        "the blast killed 20 people and injured 30 people at the depot",
        "the blast killed 30 people and injured 20 people at the depot",
        {"number"},
    ),
    "number: several": (
        "the guards fired two shots at the gate",
        "the guards fired several shots at the gate",
        {"number"},
    ),
    "number: one side only": (
        "the 12 guards fired at the gate of the depot",
        "the guards fired at the gate of the depot",
        set(),
    ),
    "negation: not": (
        "the bank did not know of the loan to the mine",
        "the bank did know of the loan to the mine",
        {"negation"},
    ),
    "negation: contraction": (
        "the bank didn’t know of the loan to the mine",
        "the bank did not know of the loan to the mine",
        set(),
    ),
    "negation: prefix": (
        "the loan to the mine was illegal from the first day",
        "the loan to the mine was legal from the first day",
        {"negation", "polarity"},
    ),
    "negation: cut off": (
        "the bank will pay for the damage to the mine",
        "I do not think the bank will pay for the damage to the mine",
        {"negation"},
    ),
    "negation: in a part that was cut": (
        "the bank will pay for the damage to the mine",
        "Nobody asked us for years. It is different today, and so the bank will pay for the"
        " damage to the mine",
        set(),
    ),
    "negation: in other words": (
        "our army will never attack the southern island",
        "they want to attack the island in the south with the army",
        {"negation"},
    ),
    "negation: no fewer than": (
        "no fewer than 30 trucks crossed the bridge at night",
        "30 trucks crossed the bridge at night",
        set(),
    ),
    "polarity: opposite": (
        "the board will accept the offer of the miners",
        "the board will reject the offer of the miners",
        {"polarity"},
    ),
    "role": (
        "the minister accused the mayor of theft",
        "the mayor accused the minister of theft",
        {"role"},
    ),
    "role: passive": (
        "Norland attacked Sundia at the river crossing",
        "Sundia was attacked by Norland at the river crossing",
        set(),
    ),
    "role: mutual": (
        "President Ansa met Premier Boll at the lake house",
        "Premier Boll met President Ansa at the lake house",
        set(),
    ),
    "role: place put first": (
        "Ansa praised Boll in Norland for the harbour deal",
        "in Norland Ansa praised Boll for the harbour deal",
        set(),
    ),
    "name": (
        "they moved the fleet to Sundia before the storm",
        "they moved the fleet to Norland before the storm",
        {"name"},
    ),
    "name: its people": (
        "they met the German delegation before the storm",
        "they met the Germany delegation before the storm",
        set(),
    ),
    "name: acronym": (
        "the vote in the National Fisheries Union was free",
        "the vote in the NFU was free",
        set(),
    ),
    "name: also known as": (
        "the envoy of the DPRK spoke at the harbour this morning",
        "the envoy of North Korea spoke at the harbour this morning",
        set(),
    ),
    "name: in brackets": (
        "“He [Boll] will close the harbour before the storm”",
        "“He [Ansa] will close the harbour before the storm”",
        {"name"},
    ),
    "date: weekday": (
        "the harbour will close on Monday for the storm",
        "the harbour will close on Friday for the storm",
        {"date"},
    ),
    "date: year": (
        "the harbour was closed in 1997 for the storm",
        "the harbour was closed in 2003 for the storm",
        {"date"},
    ),
    "quantifier": (
        "all members of the union voted for the strike",
        "some members of the union voted for the strike",
        {"quantifier"},
    ),
    "hedge": (
        "the union will call a strike at the harbour",
        "the union may call a strike at the harbour",
        {"hedge"},
    ),
    "hedge: tense": (
        "the union can call a strike at the harbour",
        "the union could call a strike at the harbour",
        set(),
    ),
}


@pytest.mark.parametrize(("left", "right", "gates"), TEXTS.values(), ids=TEXTS)
def test_gates_on_texts(left: str, right: str, gates: set[str]) -> None:
    assert gates_between(quote(left), quote(right)) == gates
    assert gates_between(quote(right), quote(left)) == gates


WHOLE = "We will not sell the northern pier to the tanker company from abroad"
PART = "“sell the northern pier to the tanker company from abroad”"
AROUND = {
    "the not stands before the marks": (f"The mayor said she would not {PART} in May.", set()),
    "no not stands there": (f"The mayor said she would {PART} in May.", {"negation"}),
    "nothing is known": ("", set()),
}


@pytest.mark.parametrize(("context", "gates"), AROUND.values(), ids=AROUND)
def test_a_fragment_without_its_not_is_read_with_its_sentence(
    context: str, gates: set[str]
) -> None:
    part = replace(quote(PART), context=context)
    assert gates_between(part, quote(WHOLE)) == gates
    assert gates_between(quote(WHOLE), part) == gates


FIRED = "Norland fired two missiles into the sea"
EVENTS = {
    "one day": (launch("2024-05-01"), launch("2024-05-01"), set()),
    "two days": (launch("2024-05-01"), launch("2024-04-17"), {"date"}),
    "two figures": (launch("2024-05-01", 3), launch("2024-05-01"), {"number"}),
    "two places": (
        launch("2024-05-01", place="Kel"),
        launch("2024-05-01", place="Port Anse"),
        {"place"},
    ),
    "a place within another": (
        launch("2024-05-01", place="Port Anse"),
        launch("2024-05-01", place="Anse"),
        set(),
    ),
    "planned": (
        launch("2024-05-01", modality=Modality.PLANNED),
        launch("2024-05-01"),
        {"modality"},
    ),
    "without a date": (launch(None), launch("2024-05-01"), set()),
    "after the other report": (launch("2024-05-09"), launch(None), {"date"}),
}


@pytest.mark.parametrize(("left", "right", "gates"), EVENTS.values(), ids=EVENTS)
def test_gates_on_events(left, right, gates: set[str]) -> None:  # type: ignore[no-untyped-def]
    assert gates_between(fact(FIRED, left), fact(FIRED, right)) == gates


def test_undated_reports_weeks_apart_may_be_of_two_events() -> None:
    later = fact(FIRED, launch(None), published="2024-06-01")
    assert gates_between(later, fact(FIRED, launch(None))) == {"day"}


SPEAKERS = {
    "two": ("Marta Velin", "Tomas Rehn", {"speaker"}),
    "a title": ("Minister Marta Velin", "Marta Velin", set()),
    "surname": ("Velin", "Marta Velin", set()),
    "initial": ("M. Velin", "Marta Velin", set()),
    "spelling": ("Sergey Shoygin", "Sergei Shoigin", set()),
    "one family": ("Marta Velin", "Tomas Velin", {"speaker"}),
    "unknown": (None, "Marta Velin", set()),
}


@pytest.mark.parametrize(("left", "right", "gates"), SPEAKERS.values(), ids=SPEAKERS)
def test_gate_on_speakers(left: str | None, right: str | None, gates: set[str]) -> None:
    assert gates_between(quote(FIRED, left), quote(FIRED, right)) == gates


WEDNESDAYS = {
    "reporters' words, another week": (FIRED + " on Wednesday", StatementType.INDIRECT, {"date"}),
    "quoted words are of the first day": (
        f"“{FIRED} on Wednesday”",
        StatementType.DIRECT,
        set(),
    ),
}


@pytest.mark.parametrize(("text", "type_", "gates"), WEDNESDAYS.values(), ids=WEDNESDAYS)
def test_weekdays_are_counted_from_publication(
    text: str, type_: StatementType, gates: set[str]
) -> None:
    left = quote(text, published="2024-05-15", type_=type_)
    assert gates_between(left, quote(text, published="2024-05-01", type_=type_)) == gates


@pytest.mark.parametrize(
    ("said_on", "gates"),
    [("2024-05-01", set()), ("2024-05-02", {"day"}), ("2024-05-03", {"date"})],
    ids=["same day", "next day", "another day"],
)
def test_gate_on_the_day_of_saying(said_on: str, gates: set[str]) -> None:
    left = quote("“Our harbour stays open,”", said_on=said_on)
    assert gates_between(left, quote("“Our harbour stays open,”", said_on="2024-05-01")) == gates


@pytest.mark.parametrize(
    ("said_on", "gates"),
    [
        ("2024-04-29", set()),
        ("2024-05-02", set()),
        ("2024-05-03", {"day"}),
        ("2024-05-04", {"date"}),
    ],
    ids=["before it was in print", "that day", "the day after", "two days after"],
)
def test_what_was_said_after_the_other_was_in_print_is_said_again(
    said_on: str, gates: set[str]
) -> None:
    again = quote("“Our harbour stays open,”", published="2024-05-06", said_on=said_on)
    printed = quote("“Our harbour stays open,”", published="2024-05-02")
    assert gates_between(again, printed) == gates
    assert gates_between(printed, again) == gates


def test_a_difference_shows_what_stands_on_either_side() -> None:
    left = fact(FIRED, launch("2024-05-01"))
    right = fact(FIRED, launch("2024-04-17"))
    found = find_differences(Pair(prepare(left), prepare(right)))
    assert [(d.left, d.right) for d in found] == [("2024-05-01", "2024-04-17")]
    assert day("2024-05-01").as_printed == "2024-05-01"


def test_every_gate_explains_itself_in_one_line() -> None:
    assert all(gate.__doc__ and gate.__doc__.splitlines()[0].endswith(".") for gate in GATES)
