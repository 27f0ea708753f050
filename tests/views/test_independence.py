"""Articles, outlets and independent origins behind a claim, on both engines."""

from typing import Any

import pytest

from tests.builders import add, originals
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.views.claim import claim_shape
from tracker.views.independence import independence_shape

QUOTE = "“The northern channel will be dredged before the winter storms arrive,”"

BACKGROUND = """
The channel has silted up since the breakwater at Lund Point was lengthened nine years ago, and
three coasters have run aground in it since the spring. Pilots have refused to take vessels of
more than four metres through it at low water. The dredger that the port hired in April broke
down after two weeks and was towed away, and its owner has gone to court over the bill.

Fishermen from the inner harbour say they lose a tide each day by going round the island. The
cannery that buys most of their catch has put its workers on short time, and the town’s council
will hear from both sides at its next sitting in the old customs house.
"""


def told(lead: str, background: str = BACKGROUND) -> str:
    return f"{lead}\n{background}"


def of_quote(engine: Engine, words: str = "northern channel") -> dict[str, Any]:
    """The independence of the one claim that stands by itself and has these words."""
    with reading(engine) as session:
        (claim,) = [claim for claim in originals(session) if words in claim.claim.text]
        return independence_shape(session, claim.id)


def summary(shape: dict[str, Any]) -> tuple[int, int, list[str], int]:
    names = [origin["name"] for origin in shape["origins"]]
    assert len(names) == shape["independent_origins"]
    return shape["articles"], shape["outlets"], names, shape["unknown_origin"]


def edges(shape: dict[str, Any], reason: str) -> list[tuple[str, str]]:
    found = [e for e in shape["graph"]["edges"] if e["reason"] == reason]
    return [(edge["from"], edge["to"]) for edge in found]


ELSEWHERE = {
    "Harbour Daily": "Rain fell on the islands for a ninth day, and the fair was put off.",
    "Coast Evening": "A goat that had lived on the pier since March was given to a school.",
    "Island Mail": "Tickets for the summer concerts sold out within the hour, as always.",
}
"""A paragraph of each outlet's own, so that no two articles are one text."""


def test_three_outlets_that_carry_one_agency_are_one_origin(engine: Engine) -> None:
    for day, (outlet, own) in enumerate(ELSEWHERE.items(), 2):
        text = told(
            f"{QUOTE} Ines Okafor, the harbour master, said, the Marnews agency reported.", own
        )
        add(engine, text, outlet=outlet, published=f"2024-05-0{day}")
    shape = of_quote(engine)
    assert summary(shape) == (3, 3, ["Marnews"], 0)
    assert {start for start, _ in edges(shape, "chain")} == {"article:1", "article:2", "article:3"}
    assert not edges(shape, "syndicated")


def test_three_outlets_with_one_dateline_are_one_origin(engine: Engine) -> None:
    for day, (outlet, own) in enumerate(ELSEWHERE.items(), 2):
        text = told(f"LUND (Reuters) - {QUOTE} Ines Okafor, the harbour master, said.", own)
        add(engine, text, outlet=outlet, published=f"2024-05-0{day}")
    assert summary(of_quote(engine)) == (3, 3, ["Reuters"], 0)


def test_two_interviews_are_two_origins(engine: Engine) -> None:
    for outlet in ("Harbour Daily", "Coast Evening"):
        text = told(f"{QUOTE} Ines Okafor told {outlet} on Thursday.", ELSEWHERE[outlet])
        add(engine, text, outlet=outlet)
    shape = of_quote(engine)
    assert summary(shape) == (2, 2, ["Harbour Daily", "Coast Evening"], 0)
    (first, _) = [edge for edge in shape["graph"]["edges"] if edge["reason"] == "own"]
    assert first["words"] == "told Harbour Daily"


def test_who_was_told_is_the_origin_wherever_it_is_printed(engine: Engine) -> None:
    lead = f"{QUOTE} Ines Okafor told the BBC."
    add(engine, told(lead, ELSEWHERE["Harbour Daily"]), outlet="BBC News")
    add(engine, told(lead, ELSEWHERE["Coast Evening"]), outlet="Coast Evening")
    shape = of_quote(engine)
    assert shape["independent_origins"] == 1
    assert shape["unknown_origin"] == 0


def test_outlets_that_do_not_tell_are_of_unknown_origin(engine: Engine) -> None:
    add(engine, told(f"{QUOTE} Ines Okafor said.", ELSEWHERE["Island Mail"]), outlet="Island Mail")
    text = told(
        f"{QUOTE} Ines Okafor said, the Marnews agency reported.", ELSEWHERE["Coast Evening"]
    )
    add(engine, text, outlet="Coast Evening", published="2024-05-03")
    assert summary(of_quote(engine)) == (2, 2, ["Marnews"], 1)


def test_a_copied_body_under_another_headline_has_the_origin_of_the_other(engine: Engine) -> None:
    body = told(f"{QUOTE} Ines Okafor, the harbour master, said.")
    add(engine, f"Port to dredge channel\n\nLUND (Reuters) - {body}", outlet="Harbour Daily")
    copy = f"At last: a way through for the coasters\n\n{body}"
    add(engine, copy, outlet="Coast Evening", published="2024-05-03")
    shape = of_quote(engine)
    assert summary(shape) == (2, 2, ["Reuters"], 0)
    assert edges(shape, "syndicated") == [("article:2", "article:1")]
    assert shape["origins"][0]["articles"] == [1, 2]


def test_copies_of_which_none_tells_are_one_unknown_origin(engine: Engine) -> None:
    body = told(f"{QUOTE} Ines Okafor, the harbour master, said.")
    for outlet in ELSEWHERE:
        add(engine, f"{outlet} on the channel\n\n{body}", outlet=outlet)
    shape = of_quote(engine)
    assert summary(shape) == (3, 3, [], 1)
    assert shape["unknown_articles"] == 3


def test_a_copied_interview_is_not_two(engine: Engine) -> None:
    body = told(f"{QUOTE} Ines Okafor, the harbour master, told this newspaper.")
    for outlet in ("Harbour Daily", "Coast Evening"):
        add(engine, f"{outlet} on the channel\n\n{body}", outlet=outlet)
    assert of_quote(engine)["independent_origins"] == 1


REWRITTEN = """
Since builders made the breakwater longer, sand has filled the way into Lund, where boats keep
getting stuck. Low water now shuts out all but the smallest of them, for the pilots will not go.
A hired dredger gave up within a fortnight this spring and ended in a quarrel before a judge.

Crews of the small boats complain of the long way round. With less fish to pack, the factory has
cut its hours, and councillors want to hear everyone before they vote on what is to be done.
"""


def test_a_rewritten_body_is_no_copy(engine: Engine) -> None:
    add(
        engine,
        told(f"{QUOTE} Ines Okafor said, the Marnews agency reported."),
        outlet="Harbour Daily",
    )
    text = told(f"{QUOTE} Ines Okafor said.", REWRITTEN)
    add(engine, text, outlet="Coast Evening", published="2024-05-03")
    shape = of_quote(engine)
    assert summary(shape) == (2, 2, ["Marnews"], 1)
    assert not edges(shape, "syndicated")


def test_a_credit_is_shown_and_not_counted(engine: Engine) -> None:
    text = told(f"{QUOTE} Ines Okafor said.") + "\n(With inputs from Reuters and Ann Lee)"
    add(engine, text, outlet="Coast Evening")
    shape = of_quote(engine)
    assert summary(shape) == (1, 1, [], 1)
    assert edges(shape, "credit") == [("article:1", "origin:Reuters")]
    (node,) = [node for node in shape["graph"]["nodes"] if node["kind"] == "origin"]
    assert node["counted"] is False


def test_the_speakers_own_site_is_an_origin_of_its_own(engine: Engine) -> None:
    office = "Lund Harbour Office"
    text = f"{QUOTE} said Ines Okafor, director of the Lund Harbour Office."
    add(engine, told(text, ELSEWHERE["Island Mail"]), outlet=office)
    text = told(f"{QUOTE} Ines Okafor said, the Marnews agency reported.")
    add(engine, text, outlet="Harbour Daily", published="2024-05-03")
    shape = of_quote(engine)
    assert summary(shape) == (2, 2, [office, "Marnews"], 0)


def test_a_joint_dateline_is_one_origin_and_none_where_one_agency_stands_alone(
    engine: Engine,
) -> None:
    text = told(f"LUND (AFP/AP) — {QUOTE} Ines Okafor said.", ELSEWHERE["Island Mail"])
    add(engine, text, outlet="Island Mail")
    assert summary(of_quote(engine)) == (1, 1, ["AFP / AP"], 0)
    text = told(f"LUND (AP) — {QUOTE} Ines Okafor said.", ELSEWHERE["Coast Evening"])
    add(engine, text, outlet="Coast Evening", published="2024-05-03")
    assert summary(of_quote(engine)) == (2, 2, ["AP"], 0)


SEEDS = {
    "two outlets, one of which does not tell": ("“That is why we have come here", "Sample Wire", 1),
    "told the agency that printed it first": ("“I could hear people", "Sample Wire", 0),
    "an agency, a tabloid and a daily": ("North Korea fired two ballistic missiles on", None, 2),
    "through Interfax": ("Defence Minister Sergei Shoigu", "Interfax", 0),
    "an agency of the country": ("“Nobody on the quay had time", "Marnews", 0),
    "a newspaper that had it first": ("Engineers were without a signal", "Kessel Post", 0),
    "an interview": ('"It comes down on you like hail,"', "Sample Broadcasting", 0),
    "what was said later in it": ('"He is better than I was', "Sample Broadcasting", 0),
    "one man's word for another's": ('"the army knows how to work a crane"', "Marek Tolvaj", 0),
    "a list that the paper has seen": ("The ferry had been carrying", "Sample Evening", 0),
    "nobody tells": ("the sinking of the ferry had killed 24", "", 2),
}


@pytest.mark.parametrize(("words", "origin", "unknown"), SEEDS.values(), ids=SEEDS)
def test_the_samples(sampled_engine: Engine, words: str, origin: str | None, unknown: int) -> None:
    with reading(sampled_engine) as session:
        found = [c for c in originals(session) if c.claim.text.startswith(words)]
        shape = independence_shape(session, found[-1].id)
    names = [o["name"] for o in shape["origins"]]
    assert names == ([] if origin == "" else [origin or "Sample Wire"])
    assert shape["unknown_origin"] == unknown


def test_a_claim_is_shown_with_its_independence(engine: Engine) -> None:
    add(engine, told(f"{QUOTE} Ines Okafor said."), outlet="Harbour Daily")
    with reading(engine) as session:
        (claim,) = [c for c in originals(session) if "northern" in c.claim.text]
        shape = claim_shape(session, claim.id)
    assert shape["independence"] == of_quote(engine)


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]], ids=str)
def test_the_order_of_adding_does_not_matter(sqlite_engine: Engine, order: list[int]) -> None:
    body = told(f"{QUOTE} Ines Okafor, the harbour master, said.")
    pieces = [
        ("Harbour Daily", f"Port to dredge channel\n\nLUND (Reuters) - {body}"),
        ("Coast Evening", f"A way through for the coasters\n\n{body}"),
        ("Island Mail", told(f"{QUOTE} Ines Okafor told the BBC.", ELSEWHERE["Island Mail"])),
        ("Lund Times", told(f"{QUOTE} Ines Okafor said.", REWRITTEN)),
    ]
    for number in order:
        outlet, text = pieces[number]
        add(sqlite_engine, text, outlet=outlet, published=f"2024-05-0{number + 1}")
    assert summary(of_quote(sqlite_engine)) == (4, 4, ["Reuters", "BBC"], 1)
