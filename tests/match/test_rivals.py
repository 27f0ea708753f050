"""Figures for one event that cannot both be right, however unlike the sentences are."""

from dataclasses import replace

import pytest

from tests.match.claims import OTHER_SPEAKER, SPEAKER, day, fact, launch, quote, sinking
from tracker.match import compare
from tracker.model import (
    Claim,
    ClaimRelation,
    DateInterval,
    Decision,
    Event,
    EventType,
    Modality,
    Participant,
    Precision,
    Qualifier,
    Quantity,
    Role,
    StatementType,
)

EARLY, LATE = "2024-05-02T08:00:00+00:00", "2024-05-02T21:00:00+00:00"
FERRY = "The ferry had left Anse with too many on board."
SANK = "A ferry went down in a squall off Anse on Wednesday"
AT_LEAST = Qualifier.AT_LEAST
UPDATES = (ClaimRelation.UPDATES, "number")
CONTRADICTS = (ClaimRelation.CONTRADICTS, "number")
NOTHING = (None, None)


def early(event: Event, text: str = SANK, speaker: str | None = SPEAKER) -> Claim:
    return fact(text, event, speaker, EARLY)


def late(
    event: Event,
    text: str = "The harbour office has buried all those whom the ferry took",
    speaker: str | None = OTHER_SPEAKER,
    published: str = LATE,
    context: str = "",
) -> Claim:
    return fact(text, event, speaker, published, context)


CASES = {
    "a toll grows": (late(sinking(31)), early(sinking(24)), UPDATES),
    "beyond at least": (
        late(sinking(31)),
        early(sinking(24, "2024-05-01", "Anse", AT_LEAST)),
        UPDATES,
    ),
    "a toll falls": (late(sinking(20)), early(sinking(24)), CONTRADICTS),
    "two tolls of one moment": (
        late(sinking(27), published=EARLY),
        early(sinking(24)),
        CONTRADICTS,
    ),
    "two tolls of one day": (
        late(sinking(27), published="2024-05-02"),
        replace(early(sinking(24)), published=quote("").published),
        CONTRADICTS,
    ),
    "at least, at one moment": (
        late(sinking(27), published=EARLY),
        early(sinking(24, qualifier=AT_LEAST)),
        NOTHING,
    ),
    "at least, beyond what another counts": (
        late(sinking(31, qualifier=AT_LEAST), published=EARLY),
        early(sinking(27)),
        CONTRADICTS,
    ),
    "the missing are found": (
        late(sinking(9, counted="missing")),
        early(sinking(40, counted="missing")),
        UPDATES,
    ),
    "other things are counted": (
        late(sinking(9, counted="missing")),
        early(sinking(40)),
        NOTHING,
    ),
    "the paragraph names what was struck": (
        late(sinking(31), "So 31 people were dead", context=FERRY),
        early(sinking(24)),
        UPDATES,
    ),
    "nothing ties the two": (
        late(sinking(31), "So 31 people were dead"),
        early(sinking(24)),
        NOTHING,
    ),
    "weeks later": (late(sinking(31), published="2024-05-20"), early(sinking(24)), NOTHING),
    "another place": (
        late(sinking(31, place="Kel")),
        early(sinking(24, place="Port Anse")),
        NOTHING,
    ),
    "another day": (
        late(sinking(31, "2024-05-01", "Anse")),
        early(sinking(24, "2024-04-03", "Anse")),
        NOTHING,
    ),
    "last year's": (
        late(sinking(31)),
        early(sinking(24, "2023-05-01")),
        NOTHING,
    ),
    "a part of the dead": (late(sinking(31)), early(sinking(3)), NOTHING),
    "what is planned": (
        late(replace(sinking(31), modality=Modality.POSSIBLE)),
        early(sinking(24)),
        NOTHING,
    ),
    "what is denied": (
        replace(late(sinking(31)), denied=True),
        early(sinking(24)),
        NOTHING,
    ),
}


@pytest.mark.parametrize(("left", "right", "related"), CASES.values(), ids=CASES)
def test_rival_tolls(
    left: Claim, right: Claim, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(left, right)
    assert compared.decision is Decision.NONE
    assert (compared.claim_relation, compared.basis) == related


IN_ONE_STORY = {
    "neither names a place": (late(sinking(31), "So 31 people were dead"), UPDATES),
    "a day later": (
        late(sinking(31), "So 31 people were dead", published="2024-05-03T08:00:00+00:00"),
        UPDATES,
    ),
    "three days later": (
        late(sinking(31), "So 31 people were dead", published="2024-05-05T08:00:00+00:00"),
        NOTHING,
    ),
    "other things are counted": (late(sinking(31, counted="missing")), NOTHING),
    "a part of the dead": (late(sinking(3), "So three people were dead"), NOTHING),
    "the same figure": (late(sinking(24), "So 24 people were dead"), NOTHING),
}


@pytest.mark.parametrize(("left", "related"), IN_ONE_STORY.values(), ids=IN_ONE_STORY)
def test_rival_tolls_in_two_articles_on_one_story(
    left: Claim, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(left, early(sinking(24)), one_story=True)
    assert compared.decision is not Decision.LINK
    assert (compared.claim_relation, compared.basis) == related


WORKS = "Monday's fire at the Brask works in Orlen took seven"
NAMED_BESIDE = {
    "in the text of the other": (WORKS, "Orlen", True),
    "elsewhere": (WORKS, "Kel", False),
    "only in part": (WORKS, "New Orlen", False),
}


@pytest.mark.parametrize(("text", "place", "one"), NAMED_BESIDE.values(), ids=NAMED_BESIDE)
def test_a_place_that_the_other_names_beside_its_own_is_no_other_place(
    text: str, place: str, one: bool
) -> None:
    left = late(sinking(9, "2024-05-01", place), "The toll has climbed to nine")
    right = early(sinking(7, "2024-05-01", "Brask"), text)
    related = compare(left, right, one_story=True).claim_relation
    assert related is (ClaimRelation.UPDATES if one else None)


ONE_COUNT = {
    "of one day and scene": (sinking(24, "2024-05-01"), SANK, Decision.SUGGEST),
    "of another day": (sinking(24, "2024-05-02"), SANK, Decision.NONE),
    "without a day": (sinking(24, None), SANK, Decision.NONE),
    "with another figure": (sinking(25, "2024-05-01"), SANK, Decision.NONE),
    "of what no word ties to it": (
        sinking(24, "2024-05-01"),
        "It ended in a squall",
        Decision.NONE,
    ),
}


@pytest.mark.parametrize(("event", "text", "decision"), ONE_COUNT.values(), ids=ONE_COUNT)
def test_one_count_of_one_event_is_asked_about_however_it_is_worded(
    event: Event, text: str, decision: Decision
) -> None:
    right = early(sinking(24, "2024-05-01"), text)
    assert compare(late(event, speaker=SPEAKER), right).decision is decision


def test_one_count_in_one_paragraph_is_two() -> None:
    event = sinking(24, "2024-05-01")
    left = fact("In the south a ferry took 24 people", event, SPEAKER, EARLY, FERRY)
    right = fact("Another 24 drowned on board", event, SPEAKER, EARLY, FERRY)
    assert compare(left, right).decision is Decision.NONE
    assert compare(left, replace(right, context=SANK)).decision is Decision.SUGGEST


@pytest.mark.parametrize(
    ("unit", "related"),
    [("miner", ClaimRelation.UPDATES), ("child", None)],
    ids=["all who were there", "a part of them"],
)
def test_a_toll_counts_people_by_what_they_are(unit: str, related: ClaimRelation | None) -> None:
    toll = replace(sinking(7).quantities[0], unit=unit)
    first = replace(sinking(7), quantities=(toll,))
    assert compare(late(sinking(9)), early(first)).claim_relation is related


def test_launches_of_one_story_may_be_several() -> None:
    left = fact("Three rockets went up", launch(None, 3), published=EARLY)
    right = fact("Two missiles left the northern base", launch("2024-05-01", 2), published=EARLY)
    assert compare(left, right, one_story=True) == compare(left, right)


def test_the_rivals_are_shown_as_printed() -> None:
    shown = {d.gate: d for d in compare(late(sinking(31)), early(sinking(24))).differences}
    assert (shown["number"].left, shown["number"].right) == ("31 people", "24 people")


def test_one_voice_counts_two_things_in_one_paragraph() -> None:
    told = "In the north the ferry took 24 people, in the south a ferry took 31."
    left = fact("in the south a ferry took 31 people", sinking(31), SPEAKER, EARLY, told)
    right = fact("the ferry took 24 people in the north", sinking(24), SPEAKER, EARLY, told)
    assert compare(left, right).claim_relation is None
    other = replace(left, speaker=OTHER_SPEAKER, speaker_names=(OTHER_SPEAKER,))
    assert compare(other, right).claim_relation is ClaimRelation.CONTRADICTS


def raid(actor: str | None, target: str | None, dead: float) -> Event:
    agents = [(actor, Role.ACTOR), (target, Role.TARGET)]
    toll = Quantity("dead", dead, dead, "person", Qualifier.EXACTLY, f"{dead:g}")
    people = tuple(Participant(agent, role) for agent, role in agents if agent)
    return Event(EventType.ATTACK, day("2024-05-01"), None, people, (toll,))


SHELLS = "Norland's guns killed people at the market on Wednesday morning"


def test_like_words_on_attacks_at_two_targets_do_not_contradict() -> None:
    left, right = raid("Norland", "Kel", 9), raid("Norland", "Anse", 7)
    assert compare(late(left, SHELLS), early(right, SHELLS)).claim_relation is None


RAIDS = {
    "one target": (raid("Norland", "Kel", 9), raid(None, "Kel", 7), True),
    "one attacker, who strikes in many places": (
        raid("Norland", None, 9),
        raid("Norland", None, 7),
        False,
    ),
    "two targets": (raid("Norland", "Kel", 9), raid("Norland", "Anse", 7), False),
}


@pytest.mark.parametrize(("left", "right", "one"), RAIDS.values(), ids=RAIDS)
def test_rival_tolls_of_attacks(left: Event, right: Event, one: bool) -> None:
    compared = compare(late(left, "Shells came over the river"), early(right, "Guns were heard"))
    assert (compared.claim_relation is not None) is one


WEEK = DateInterval(day("2024-04-22").start, day("2024-04-28").start, Precision.WEEK, "last week")
MONTH = DateInterval(day("2024-04-01").start, day("2024-04-30").start, Precision.MONTH, "in April")
DAYS = {
    "in the week": (WEEK, "2024-04-24", CONTRADICTS),
    "a little after the week": (WEEK, "2024-04-30", CONTRADICTS),
    "another week": (WEEK, "2024-05-04", NOTHING),
}


@pytest.mark.parametrize(("when", "other", "related"), DAYS.values(), ids=DAYS)
def test_a_week_may_miss_by_some_days(
    when: DateInterval, other: str, related: tuple[ClaimRelation | None, str | None]
) -> None:
    left = fact("Three rockets went up", replace(launch(None, 3), when=when), published=EARLY)
    right = fact("Two missiles left the northern base", launch(other), published=EARLY)
    compared = compare(left, right)
    assert (compared.claim_relation, compared.basis) == related


def test_a_month_holds_too_many_launches_to_tell() -> None:
    left = fact("Two rockets went up", replace(launch(None), when=MONTH), published=EARLY)
    right = fact("At the base two missiles were seen", launch("2024-04-24"), published=EARLY)
    assert compare(left, right).decision is Decision.NONE


WAITING = "Forty-one ships are waiting outside the northern breakwater"
COUNTS = {
    "the same speaker, the day after": (SPEAKER, "2024-05-03", UPDATES),
    "the same speaker, the same day": (SPEAKER, "2024-05-02", CONTRADICTS),
    "another speaker, the day after": (OTHER_SPEAKER, "2024-05-03", CONTRADICTS),
}


@pytest.mark.parametrize(("speaker", "published", "related"), COUNTS.values(), ids=COUNTS)
def test_a_count_is_taken_again(
    speaker: str, published: str, related: tuple[ClaimRelation | None, str | None]
) -> None:
    left = quote(WAITING.replace("Forty-one", "Fifty-two"), speaker, published)
    compared = compare(left, quote(WAITING))
    assert (compared.claim_relation, compared.basis) == related
    shown = [(d.left, d.right) for d in compared.differences if d.gate in ("number", "name")]
    assert shown == [("Fifty-two ships", "Forty-one ships")]


BLAST = "A blast shook the gasworks of Anse on Wednesday. The ministry said 12 people were hurt."


def counted(event: Event, text: str, voice: str | None, published: str, context: str = "") -> Claim:
    claim = fact(text, event, None, published, context)
    return replace(claim, unnamed_source=voice)


def hurt(count: float, when: str | None = None, place: str | None = None) -> Event:
    return sinking(count, when, place, counted="injured")


SEVENTEEN = "Seventeen were hurt by the blast in the gasworks of Anse on Wednesday"
VOICES = {
    "one ministry": ("the ministry", "ministry", BLAST, UPDATES),
    "another voice": ("the ministry", "the fire chief", BLAST, NOTHING),
    "no voice": (None, None, BLAST, NOTHING),
    "another town": ("the ministry", "the ministry", BLAST.replace("Anse", "Kel"), NOTHING),
}


@pytest.mark.parametrize(("voice", "other", "context", "related"), VOICES.values(), ids=VOICES)
def test_one_source_that_nobody_names_counts_anew(
    voice: str | None,
    other: str | None,
    context: str,
    related: tuple[ClaimRelation | None, str | None],
) -> None:
    later = counted(hurt(17, "2024-05-01", "Anse"), SEVENTEEN, voice, LATE)
    earlier = counted(hurt(12), "12 people were hurt", other, EARLY, context)
    compared = compare(later, earlier)
    assert compared.decision is Decision.NONE
    assert (compared.claim_relation, compared.basis) == related
    back = compare(
        replace(earlier, published=later.published), replace(later, published=earlier.published)
    )
    assert (back.claim_relation is not None) is (related != NOTHING)
    assert back.claim_relation is not ClaimRelation.UPDATES  # the lower count comes later


OPENING = "the new bridge over the river Kel will open to lorries on {}"
PUT_OFF = {
    "put off": ("10 June", SPEAKER, "2024-04-20", ClaimRelation.UPDATES),
    "brought forward": ("20 April", SPEAKER, "2024-04-15", ClaimRelation.UPDATES),
    "put off when just missed": ("10 June", SPEAKER, "2024-05-05", ClaimRelation.UPDATES),
    "told in one day's papers": ("10 June", SPEAKER, "2024-04-02", ClaimRelation.CONTRADICTS),
    "the next of its kind": ("10 June", SPEAKER, "2024-06-01", ClaimRelation.RESTATES),
    "another speaker": ("10 June", OTHER_SPEAKER, "2024-04-20", None),
}


@pytest.mark.parametrize(
    ("day_", "speaker", "published", "relation"), PUT_OFF.values(), ids=PUT_OFF
)
def test_a_changed_day_of_what_is_planned_is_a_changed_position(
    day_: str, speaker: str, published: str, relation: ClaimRelation | None
) -> None:
    first = quote(OPENING.format("3 May"), SPEAKER, "2024-04-02", type_=StatementType.INDIRECT)
    left = quote(OPENING.format(day_), speaker, published, type_=StatementType.INDIRECT)
    compared = compare(left, first)
    assert compared.decision is Decision.NONE
    assert compared.claim_relation is relation


def test_two_days_of_what_has_happened_are_no_changed_position() -> None:
    sailed = "the ferry to the outer islands sailed with the mail on {}"
    left = quote(sailed.format("10 March"), published="2024-04-20")
    compared = compare(left, quote(sailed.format("3 March"), published="2024-04-02"))
    assert compared.claim_relation not in (ClaimRelation.UPDATES, ClaimRelation.CONTRADICTS)


def test_the_hospital_that_counts_is_not_what_was_struck() -> None:
    undated = replace(sinking(9, counted="injured"), when=None, place=None)
    more = replace(sinking(12, counted="injured"), when=None, place=None)
    told = "The hospital said {} people were injured."
    left, right = (
        replace(
            fact(f"{count} people were injured", event, None, EARLY, told.format(count)),
            unnamed_source="hospital",
        )
        for count, event in ((12, more), (9, undated))
    )
    assert compare(left, right).claim_relation is None
