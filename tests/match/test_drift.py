"""What a later telling lost of an earlier one, and what is no loss."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.match.claims import OTHER_SPEAKER, SPEAKER, quote
from tracker.match.drift import Drift, DriftKind, Telling, find_drift
from tracker.model import AgentKind, Hop, HopRole, StatementType

MIXED, DIRECT, INDIRECT = StatementType.MIXED, StatementType.DIRECT, StatementType.INDIRECT


def told(
    text: str,
    speaker: str | None = SPEAKER,
    cue: str = "said",
    source: str | None = None,
    through: tuple[str, ...] = (),
    type_: StatementType = INDIRECT,
    context: str = "",
    denied: bool = False,
) -> Telling:
    claim = replace(quote(text, speaker, type_=type_), context=context, denied=denied)
    hops = tuple(
        Hop(at, agent, HopRole.RELAY, AgentKind.ORGANIZATION) for at, agent in enumerate(through, 1)
    )
    return Telling(claim, source if source is not None else speaker or "", cue, hops)


def drift(before: Telling, after: Telling) -> list[tuple[str, str, str]]:
    return [(str(one.kind), one.before, one.after) for one in find_drift(before, after)]


WORDS = {
    "may became will": (
        "the ferry may sail again on Monday from the northern pier",
        "the ferry will sail again on Monday from the northern pier",
        [("hedge", "may sail", "will sail")],
    ),
    "could, as foretold": (
        "the miners could vote on the pay offer before the end of June",
        "the miners will vote on the pay offer before the end of June",
        [("hedge", "could vote", "will vote")],
    ),
    "could, as leave": (
        "the year in which the women of the island could vote for the council",
        "the year in which the women of the island voted for the council",
        [],
    ),
    "who could": (
        "the shelter took in every islander who could walk up the hill that night",
        "the shelter took in every islander who walked up the hill that night",
        [],
    ),
    "could have": (
        "the flood could have walked off with the pier of the herring fleet",
        "the flood walked off with the pier of the herring fleet",
        [("hedge", "could have walked", "walked")],
    ),
    "reportedly": (
        "the driver reportedly told the guards of a second truck at the gate",
        "the driver told the guards of a second truck at the gate",
        [("hedge", "reportedly told", "told")],
    ),
    "alleged": (
        "the alleged theft of four boats from the yard was never explained",
        "the theft of four boats from the yard was never explained",
        [("hedge", "alleged theft", "theft")],
    ),
    "about": (
        "about 300 dockers walked out at the northern terminal",
        "300 dockers walked out at the northern terminal",
        [("hedge", "about 300 dockers", "300 dockers")],
    ),
    "up to, in other words": (
        "the storm cost the island up to 40 jobs in the mills",
        "forty jobs in the island's mills went in the storm",
        [("hedge", "up to 40 jobs", "forty jobs")],
    ),
    "if": (
        "the yard will hire 40 welders in the spring if the council lends it the money",
        "the yard will hire 40 welders in the spring",
        [("condition", "if the council lends it the money", "")],
    ),
    "unless, in front": (
        "Unless the rain stops, the lower villages will be cleared by Sunday night",
        "the lower villages will be cleared by Sunday night",
        [("condition", "Unless the rain stops", "")],
    ),
    "provided that": (
        "the boats may fish inside the bay provided that they carry a beacon",
        "the boats may fish inside the bay",
        [("condition", "provided that they carry a beacon", "")],
    ),
    "some of them became all": (
        "some of the wells in the valley are dry by August",
        "all the wells in the valley are dry by August",
        [("quantifier", "some of the wells", "all the wells")],
    ),
    "most of them became they": (
        "most of the boats in the bay carry no beacon at night",
        "the boats in the bay carry no beacon at night",
        [("quantifier", "most of the boats", "the boats")],
    ),
    "sometimes": (
        "the ferry is sometimes late in the winter months",
        "the ferry is late in the winter months",
        [("quantifier", "sometimes late", "late")],
    ),
}


@pytest.mark.parametrize(("before", "after", "lost"), WORDS.values(), ids=WORDS)
def test_a_small_word_is_lost(before: str, after: str, lost: list[tuple[str, str, str]]) -> None:
    assert drift(told(before), told(after)) == lost
    kinds = {kind for kind, _, _ in lost}
    assert not kinds & {kind for kind, _, _ in drift(told(after), told(before))}


KEPT = {
    "may became might": ("the ferry may sail on Monday", "the ferry might sail on Monday"),
    "possibly for may": (
        "the ferry may sail on Monday from the pier",
        "the ferry will possibly sail on Monday from the pier",
    ),
    "the month": (
        "the ferry went down in May 2019 off the northern pier",
        "the ferry went down in 2019 off the northern pier",
    ),
    "cut off with what it softens": (
        "the ferry sank within minutes, and the crew may have left too early",
        "the ferry sank within minutes",
    ),
    "an ability": (
        "nobody on the quay slept, since they could hear the engines all night",
        "nobody on the quay slept, since they heard the engines all night",
    ),
    "on a stage": (
        "Velin is to appear on the stage of the northern theatre",
        "Velin is to dance on the stage of the northern theatre",
    ),
    "as many as that for up to": (
        "up to 40 jobs will go at the mill",
        "as many as 40 jobs will go at the mill",
    ),
    "estimated for about": (
        "the new pier cost about $3 million in all",
        "the cost of the new pier is estimated at $3 million in all",
    ),
    "an editor's brackets": (
        "the lower galleries, some 260 feet down, were not touched",
        "the lower galleries, some [that is] 260 feet down, were not touched",
    ),
    "counted since": (
        "dozens of boats sank in the storm off the cape",
        "24 boats sank in the storm off the cape",
    ),
    "if is whether": (
        "the mayor asked if the dam was safe before the feast was held",
        "the mayor asked about the dam before the feast was held",
    ),
    "until for unless": (
        "the union will not return to the yard unless the ministry pays its debts",
        "the union will not return to the yard until the ministry pays its debts",
    ),
    "the sentence with the condition is gone": (
        "the harvest was good. If the frost comes early the pears will be lost",
        "the harvest was good",
    ),
    "some without the": (
        "some villages in the north have no clean water in spring",
        "villages in the north have no clean water in spring",
    ),
    "half for most": (
        "most of the boats in the bay carry no beacon at night",
        "many boats in the bay carry no beacon at night",
    ),
    "of a body": (
        "a majority of the council backs the new pier at Anse",
        "the council backs the new pier at Anse",
    ),
    "nothing": ("the ferry will sail on Monday", "the ferry will sail on Monday"),
}


@pytest.mark.parametrize(("before", "after"), KEPT.values(), ids=KEPT)
def test_what_is_said_otherwise_or_cut_whole_is_not_lost(before: str, after: str) -> None:
    assert drift(told(before), told(after)) == []


def test_a_soft_cue_takes_the_place_of_a_hedge() -> None:
    may, will = WORDS["may became will"][:2]
    assert drift(told(may), told(will, cue="believes")) == []


def test_a_hedge_that_stands_before_the_quoted_part_is_kept() -> None:
    before = told("the ferry may sail again on Monday from the northern pier")
    words = "sail again on Monday from the northern pier"
    after = told(words, context=f"Velin said the ferry may {words}.")
    assert drift(before, after) == []
    bare = told(words, context=f"Velin said the ferry would now {words}.")
    assert drift(before, bare) == []  # "would" may be the "may" of another tense
    firm = told(words, context=f"The ferry is going to {words}.")
    assert [kind for kind, _, _ in drift(before, firm)] == ["hedge"]


PIER = "the northern pier was closed to ferries after the storm"
VOICES = {
    "another name": (told(PIER), told(PIER, OTHER_SPEAKER), [("speaker", SPEAKER, OTHER_SPEAKER)]),
    "a blank": (told(PIER), told(PIER, None, source="she"), [("speaker", SPEAKER, "she")]),
    "a short form": (told(PIER), told(PIER, "Velin"), []),
    "a title": (told(PIER), told(PIER, "Minister Marta Velin"), []),
    "a name found later": (told(PIER, None, source="officials"), told(PIER), []),
    "asserted": (
        told(PIER),
        told(PIER, None, cue="", source=""),
        [("attribution", SPEAKER, "")],
    ),
    "asserted, of people unnamed": (
        told(PIER, None, source="officials"),
        told(PIER, None, cue="", source=""),
        [("attribution", "officials", "")],
    ),
    "asserted in both": (
        told(PIER, None, cue="", source=""),
        told(PIER, None, cue="", source=""),
        [],
    ),
    "relay dropped": (
        told(PIER, through=("Kel Agency",)),
        told(PIER),
        [("relay", "Kel Agency", "")],
    ),
    "another relay": (
        told(PIER, through=("Kel Agency",)),
        told(PIER, through=("Anse Press",)),
        [("relay", "Kel Agency", "Anse Press")],
    ),
    "one of two relays kept": (
        told(PIER, through=("Kel Agency", "Anse Press")),
        told(PIER, through=("Anse Press",)),
        [],
    ),
    "a denial": (
        told(PIER, cue="denied", denied=True),
        told(PIER),
        [("doubt", "denied", "said")],
    ),
    "called false beside it": (
        told(PIER, context=f"Velin falsely claimed that {PIER}."),
        told(PIER, context=f"Velin said that {PIER}."),
        [("doubt", "falsely", "")],
    ),
    "called false in both": (
        told(PIER, context=f"Velin falsely claimed that {PIER}."),
        told(PIER, context=f"Velin said without evidence that {PIER}."),
        [],
    ),
    "no longer quoted": (
        told(f"“{PIER}”", type_=DIRECT),
        told(PIER),
        [("quotation", f"“{PIER}”", PIER)],
    ),
    "a word of it still in marks": (
        told(f"“{PIER}”", type_=DIRECT),
        told("the pier was ‘closed to ferries’"),
        [],
    ),
    "quoted in part": (told(f"“{PIER}”", type_=DIRECT), told(f"“{PIER}”", type_=MIXED), []),
}


@pytest.mark.parametrize(("before", "after", "lost"), VOICES.values(), ids=VOICES)
def test_whose_words_they_are(
    before: Telling, after: Telling, lost: list[tuple[str, str, str]]
) -> None:
    assert drift(before, after) == lost


def test_a_quotation_without_a_source_has_lost_its_speaker_but_is_not_asserted() -> None:
    after = told(f"“{PIER}”", None, cue="", source="", type_=DIRECT)
    assert drift(told(f"“{PIER}”", type_=DIRECT), after) == [("speaker", SPEAKER, "")]


def test_the_outlet_that_was_told_need_not_say_so_again() -> None:
    outlet = Hop(1, "Kel Agency", HopRole.OUTLET, AgentKind.ORGANIZATION)
    after = replace(told(PIER), chain=(outlet,))
    assert drift(told(PIER, through=("Kel Agency",)), after) == []


TEXTS = st.text("abmay if 1“”.not", max_size=60)


@given(TEXTS)
def test_a_telling_loses_nothing_against_itself(text: str) -> None:
    assert find_drift(told(text), told(text)) == ()


@given(TEXTS, TEXTS)
def test_what_was_lost_stood_there_before(before: str, after: str) -> None:
    for one in find_drift(told(before), told(after)):
        assert isinstance(one, Drift)
        assert one.kind in DriftKind
        assert one.before


def test_a_very_long_telling_takes_no_longer_than_its_length() -> None:
    text = "if the ferry may sail some of the boats about 300 " * 40_000
    assert find_drift(told(text), told("the ferry will sail " * 40_000)) is not None
