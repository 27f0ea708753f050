"""Who denies a claim does not make it."""

from dataclasses import replace

import pytest

from tests.match.claims import OTHER_SPEAKER, quote
from tracker.match import compare
from tracker.model import Claim, ClaimRelation, Decision, StatementType

INDIRECT = StatementType.INDIRECT
THREAT = "the minister threatened to send soldiers into the northern port"
LATER = "2024-05-03"


def said(text: str = THREAT, published: str = "2024-05-02") -> Claim:
    return quote(text, published=published, type_=INDIRECT)


def denied(text: str = THREAT, speaker: str = OTHER_SPEAKER, published: str = LATER) -> Claim:
    return replace(quote(text, speaker, published, type_=INDIRECT), denied=True)


DENIES = (ClaimRelation.DENIES, "negation")
CONTRADICTS = (ClaimRelation.CONTRADICTS, "negation")
NOTHING = (None, None)
RELATED = {
    "denied by another": (denied(), said(), DENIES),
    "denied in other words": (
        denied("she had threatened to send soldiers into the northern port"),
        said(),
        DENIES,
    ),
    "denied in a few like words": (
        denied("the rescue boats had been locked away"),
        said("the rescue boats were locked in a shed"),
        DENIES,
    ),
    "in another tense": (
        denied("the sprinklers had been switched off"),
        said("the sprinklers were switched off"),
        DENIES,
    ),
    "taken back by whoever said it": (
        quote(
            "I said the sprinklers were checked. That was untrue, I take it back", published=LATER
        ),
        quote("the sprinklers were checked"),
        DENIES,
    ),
    "of what has another deed": (
        denied("the sprinklers had been switched off"),
        said("the sprinklers worked as they should"),
        NOTHING,
    ),
    "of what has another deed, in more words": (
        denied("the sprinklers in the mill had been switched off before the fire"),
        said("the sprinklers in the mill worked during the fire"),
        NOTHING,
    ),
    "before it is told": (
        said("the sprinklers in the mill were switched off before the fire", LATER),
        denied("the sprinklers in the mill had been switched off before the fire", published=LATER),
        CONTRADICTS,
    ),
    "in four words, by who owns to part of it": (
        said("he had met the mill’s owner twice in private"),
        denied("he had met the owner of the mill in private", published="2024-05-01"),
        CONTRADICTS,
    ),
    "in three words, of what was asked": (
        denied("it had been asked to stop the ferries"),
        said("she asked for the ferries to be stopped on Friday"),
        DENIES,
    ),
    "as few words, weeks later": (
        denied("the rescue boats had been locked away", published="2024-06-03"),
        said("the rescue boats were locked in a shed"),
        NOTHING,
    ),
    "another matter": (denied("the rescue boats had been sold"), said(), NOTHING),
    "said again after the denial": (
        said(published=LATER),
        denied(published="2024-05-02"),
        CONTRADICTS,
    ),
    "denied once more by another": (
        denied(),
        denied(speaker="Ruta Boll", published="2024-05-02"),
        (ClaimRelation.ECHOES, "speaker"),
    ),
    "not, by another": (
        quote(THREAT.replace("threatened", "had not threatened"), OTHER_SPEAKER, LATER),
        said(),
        DENIES,
    ),
    "said after another's not": (
        quote(THREAT, OTHER_SPEAKER, LATER),
        said(THREAT.replace("threatened", "had not threatened")),
        CONTRADICTS,
    ),
    "who denies it and who says it is not so agree": (
        denied(),
        said(THREAT.replace("threatened", "had not threatened")),
        (ClaimRelation.ECHOES, "speaker"),
    ),
}


@pytest.mark.parametrize(("left", "right", "related"), RELATED.values(), ids=RELATED)
def test_a_denial_is_held_against_the_claim(
    left: Claim, right: Claim, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(left, right)
    assert compared.decision is Decision.NONE
    assert (compared.claim_relation, compared.basis) == related


def test_the_gate_shows_who_denies() -> None:
    shown = {d.gate: (d.left, d.right) for d in compare(denied(), said()).differences}
    assert shown["negation"] == ("denied", "")


def test_one_denial_told_twice_is_one_claim() -> None:
    left, right = denied(published="2024-05-04"), denied()
    assert compare(left, right).decision is Decision.LINK


def test_a_denial_and_a_plain_not_by_one_speaker_are_put_before_a_person() -> None:
    left = denied()
    right = quote(THREAT.replace("threatened", "had not threatened"), OTHER_SPEAKER, LATER)
    assert compare(left, right).decision is Decision.SUGGEST


TOLD = "the dam is not safe"
TURNED = {
    "the same speaker": (quote(TOLD), quote("the dam is safe"), CONTRADICTS),
    "the same speaker, months later": (
        quote(TOLD, published="2024-09-02"),
        quote("the dam is safe"),
        CONTRADICTS,
    ),
    "the same, the other way round": (quote("the dam is safe"), quote(TOLD), CONTRADICTS),
    "nobody is known to speak": (quote(TOLD, None), quote("the dam is safe", None), CONTRADICTS),
    "who said it stands behind it": (
        quote(TOLD + ", Velin told the Kessel Post", None),
        quote("the dam is safe"),
        CONTRADICTS,
    ),
    "another speaker": (quote(TOLD, OTHER_SPEAKER, LATER), quote("the dam is safe"), DENIES),
    "another speaker, months later": (
        quote(TOLD, OTHER_SPEAKER, "2024-09-02"),
        quote("the dam is safe"),
        NOTHING,
    ),
    "another word": (quote("the dam is unsafe"), quote("the dam is safe"), CONTRADICTS),
    "another opposite": (quote("the pass is open"), quote("the pass is closed"), CONTRADICTS),
    "another dam": (quote(TOLD), quote("the bridge is safe"), NOTHING),
    "one word": (quote("it is not safe"), quote("it is safe"), NOTHING),
    "one word in common": (quote("the dam did not please her"), quote("this dam leaks"), NOTHING),
    "two words in common": (
        quote("no border closure after Norland gives in"),
        quote("Norland shelled a village at the border"),
        NOTHING,
    ),
}


@pytest.mark.parametrize(("left", "right", "related"), TURNED.values(), ids=TURNED)
def test_a_short_sentence_is_held_against_its_negation(
    left: Claim, right: Claim, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(left, right)
    assert compared.decision is Decision.NONE
    assert (compared.claim_relation, compared.basis) == related
