"""Whether an event is said to have happened, and who is said to have been there."""

import pytest

from tests.extract.reported import PUBLISHED, event_of, told
from tracker.extract.facts import add_facts
from tracker.model import Article

MODALITIES = [
    ("Novaria fired two missiles", "happened"),
    ("Ruiz has visited Kyiv", "happened"),
    ("Ruiz will visit Kyiv", "planned"),
    ("Ruiz plans to visit Kyiv", "planned"),
    ("Ruiz is due to meet Li", "planned"),
    ("Ruiz meets Li on Friday", "planned"),
    ("Ruiz may visit Kyiv", "possible"),
    ("Ruiz would have visited Kyiv", "possible"),
    ("Ruiz could meet Li in Geneva", "possible"),
    ("Ruiz did not visit Kyiv", "denied"),
    ("Novaria has never fired missiles", "denied"),
    ("Novaria denied firing missiles", "denied"),
    ("Novaria denied having fired missiles", "denied"),
    ("Novaria and Sorland have yet to sign the pact", "denied"),
    ("neither Ruiz nor Li visited Kyiv", "denied"),
    ("Ruiz refused to sign the treaty", "refused"),
    ("Ruiz has declined to meet Li", "refused"),
    ("Novaria failed to launch the missile", "failed"),
    ("Ruiz will be unable to attend the talks", "failed"),
    ("Ruiz did not refuse to meet Li", "possible"),
    ("Novaria threatened to fire missiles at Sorland", "possible"),
    ("Novaria may have fired two missiles", "possible"),
    ("Novaria appears to have launched two missiles", "possible"),
    ("Two missiles are believed to have been fired from Orlo", "possible"),
    ("up to 100 people may have died in the flood", "possible"),
    ("Ruiz is known to have visited Kyiv", "happened"),
    ("Novaria plans to fire a missile", "planned"),
    ("The treaty is expected to be signed on Friday", "planned"),
    ("Novaria is about to launch a satellite", "planned"),
    ("Orlo failed to put a satellite into orbit", "happened"),
]


@pytest.mark.parametrize(("content", "modality"), MODALITIES, ids=[case[0] for case in MODALITIES])
def test_modality(content: str, modality: str) -> None:
    event = event_of(content)
    assert event is not None
    assert event.modality == modality


def test_a_denied_content_is_a_denied_event() -> None:
    text = "The ministry denied that Novaria had fired missiles at Sorland."
    statement = told(text, "Novaria had fired missiles at Sorland", cue="denied")
    (found,) = add_facts(Article(text, published=PUBLISHED), [statement])
    assert found.event is not None
    assert found.event.modality == "denied"


PRESENCES = [
    ("Ana Ruiz met Bo Li in Geneva", ["attended", "attended"]),
    ("Ana Ruiz will take part in the talks", ["expected"]),
    ("Ruiz is due to meet Li", ["expected", "expected"]),
    ("Ruiz may attend the talks", [None]),
    ("Ruiz did not attend the summit", ["absent"]),
    ("Ruiz refused to attend the talks", ["absent"]),
    ("Ruiz failed to attend the talks", ["absent"]),
    ("Ruiz skipped the summit in Geneva", ["absent"]),
    ("Ruiz will skip the summit in Geneva", ["absent"]),
    ("Ruiz did not skip the summit", [None]),
    ("Ruiz was absent from the talks", ["absent"]),
    ("Ruiz was present at the talks", ["attended"]),
    ("Ruiz denied attending the talks", ["denied"]),
    ("Ruiz denied having been at the talks", ["denied"]),
    ("Ruiz denied meeting Li", ["denied", None]),
    ("Ruiz did not meet Li", [None, None]),
    ("Ruiz refused to sign the treaty", [None]),
    ("Ruiz did not visit Kyiv", ["absent"]),
    ("Ruiz arrived in Geneva", ["attended"]),
    ("Novaria fired two missiles", [None]),
]


@pytest.mark.parametrize(("content", "presences"), PRESENCES, ids=[case[0] for case in PRESENCES])
def test_presence(content: str, presences: list[str | None]) -> None:
    event = event_of(content)
    assert event is not None
    assert [person.presence for person in event.participants] == presences


def test_what_the_source_denies_its_people_are_denied_to_have_done() -> None:
    event = event_of("Ruiz attended the talks in Geneva", cue="denied")
    assert event is not None
    assert [person.presence for person in event.participants] == ["denied"]
