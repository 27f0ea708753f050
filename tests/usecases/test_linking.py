"""The linking rule: the earliest is the original, whatever the order of adding."""

import itertools

import pytest

from tests.builders import add, add_samples, linked, originals
from tracker import review
from tracker.demo import sample_files
from tracker.model import Verdict
from tracker.store import claims, links, relations
from tracker.store.engine import Engine
from tracker.store.session import reading

WIRE = (
    "Harbour master Ines Okafor said the dredging of the northern channel would cost "
    "the town 14 million crowns over three years."
)
DAILY = (
    "The dredging of the northern channel would cost the town 14 million crowns, "
    "harbour master Ines Okafor said."
)
OTHER_FIGURE = (
    "Harbour master Ines Okafor said the dredging of the northern channel would cost "
    "the town 19 million crowns over three years."
)
UNRELATED = "Mayor Tobias Rehn said the swimming hall would open again before the summer holidays."

LAUNCH = "Marovia fired two ballistic missiles on Wednesday, the Sundarran military said."


def state(engine: Engine) -> tuple[list[str], dict[str, str], list[tuple[str, str, str]]]:
    """Return originals, links and relations in identifiers that follow from content."""
    with reading(engine) as session:
        found = {c.id: c.uid for c in originals(session)}
        rows = [r for r in relations.every(session) if r.active]
        related = sorted((found[r.from_claim_id], found[r.to_claim_id], r.relation) for r in rows)
        return list(found.values()), linked(session), related


def test_a_repeat_is_linked_to_the_claim_first_recorded(engine: Engine) -> None:
    add(engine, WIRE, outlet="Sample Wire", published="2024-05-02")
    add(engine, DAILY, outlet="Sample Daily", published="2024-05-03")
    with reading(engine) as session:
        (original,) = originals(session)
        assert original.article_id == 1
        assert len(linked(session)) == 1


def test_an_article_that_arrives_late_becomes_the_original(engine: Engine) -> None:
    add(engine, DAILY, outlet="Sample Daily", published="2024-05-03")
    add(engine, WIRE, outlet="Sample Wire", published="2024-05-02")
    with reading(engine) as session:
        (original,) = originals(session)
        assert original.article_id == 2


@pytest.mark.parametrize(
    "order", list(itertools.permutations(range(4))), ids=lambda order: "".join(map(str, order))
)
def test_the_outcome_does_not_depend_on_the_order_of_adding(
    sqlite_engine: Engine, order: tuple[int, ...]
) -> None:
    articles = [
        (WIRE, "Sample Wire", "2024-05-02"),
        (DAILY, "Sample Daily", "2024-05-03"),
        (OTHER_FIGURE, "Sample Mail", "2024-05-03T10:00:00+00:00"),
        (UNRELATED, "Sample Evening", "2024-05-02"),
    ]
    for index in order:
        text, outlet, published = articles[index]
        add(sqlite_engine, text, outlet=outlet, published=published)
    found, parts, related = state(sqlite_engine)
    assert len(found) == 3
    assert len(parts) == 1
    assert [relation for _, _, relation in related] == ["updates"]


def test_another_figure_is_never_linked_but_related(engine: Engine) -> None:
    add(engine, WIRE, outlet="Sample Wire", published="2024-05-02")
    add(engine, OTHER_FIGURE, outlet="Sample Mail", published="2024-05-02")
    _, parts, related = state(engine)
    assert parts == {}
    assert len(related) == 1


def test_launches_on_two_dates_stay_two_claims(engine: Engine) -> None:
    add(engine, LAUNCH, outlet="Sample Wire", published="2024-05-01")
    add(engine, LAUNCH, outlet="Sample Wire", published="2024-05-15", url="https://wire.example/2")
    found, parts, _ = state(engine)
    assert parts == {}
    assert len(found) == 2


def test_the_same_launch_in_two_outlets_is_one_claim(engine: Engine) -> None:
    add(engine, LAUNCH, outlet="Sample Wire", published="2024-05-01")
    add(engine, LAUNCH, outlet="Sample Daily", published="2024-05-02")
    found, parts, _ = state(engine)
    assert len(found) == 1
    assert len(parts) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_samples_in_any_order_give_the_same_claims_and_links(
    sampled_sqlite: Engine, second_sqlite_engine: Engine, seed: int
) -> None:
    files = sample_files()
    # Steps that share no factor with the count visit every file, in another order.
    step = (5, 7, 11)[seed - 1]
    shuffled = [files[(index * step + seed) % len(files)] for index in range(len(files))]
    assert sorted(shuffled) == files
    assert shuffled != files
    add_samples(second_sqlite_engine, shuffled)
    assert state(sampled_sqlite) == state(second_sqlite_engine)


def test_a_rejected_link_is_not_made_again(engine: Engine) -> None:
    add(engine, WIRE, outlet="Sample Wire", published="2024-05-02")
    add(engine, DAILY, outlet="Sample Daily", published="2024-05-03")
    with reading(engine) as session:
        (link,) = links.every(session)
    status = review.judge(engine, f"L{link.id}", Verdict.NO, "another channel", "desk")
    assert status == "rejected"
    # An earlier copy of the wire's words takes the wire in, but not what was kept apart.
    add(engine, WIRE, outlet="Sample Evening", published="2024-05-01")
    with reading(engine) as session:
        by_article = {claim.article_id: claim for claim in originals(session)}
        assert set(by_article) == {2, 3}
        held = links.links_of(session, [by_article[2].occurrence_id])
        assert {(row.claim_id, row.decision) for row in held if row.active} >= {
            (by_article[3].id, "suggest")
        }


def test_withdrawing_the_rejection_links_again(engine: Engine) -> None:
    add(engine, WIRE, outlet="Sample Wire", published="2024-05-02")
    add(engine, DAILY, outlet="Sample Daily", published="2024-05-03")
    review.judge(engine, "L1", Verdict.NO, "another channel", "desk")
    with reading(engine) as session:
        assert len(originals(session)) == 2
    assert review.withdraw(engine, "L1", "the same after all", "desk") == "auto"
    with reading(engine) as session:
        assert len(originals(session)) == 1


THREAT = (
    "The harbour minister threatened to send divers to the northern pier to move the boats, "
    "Marek Tolva said on Monday."
)
DENIAL = (
    "Harbour Minister Ines Brandt denied on Tuesday that she had threatened to send divers to "
    "the northern pier to move the boats."
)


@pytest.mark.parametrize("denial_first", [False, True], ids=["in order", "denial added first"])
def test_a_denial_is_held_against_the_claim_and_not_also_against_its_parts(
    engine: Engine, denial_first: bool
) -> None:
    pieces = [(THREAT, "2024-05-06"), (DENIAL, "2024-05-07")]
    for text, published in pieces[::-1] if denial_first else pieces:
        add(engine, text, published=published)
    with reading(engine) as session:
        found = {claim.id: claim.claim.text for claim in originals(session)}
        rows = [row for row in relations.every(session) if row.active]
        related = [(row.relation, found[row.from_claim_id], found[row.to_claim_id]) for row in rows]
        assert [row for row in links.every(session) if row.active] == []
    assert len(found) == 4
    ((relation, denial, threat),) = related
    assert relation == "denies"
    assert denial.startswith("she had threatened")
    assert threat.startswith("The harbour minister threatened")


LEAK = (
    "At least 23 people were hurt on Tuesday when ammonia leaked at a rink, the fire service said."
    "\n\nManager Dag Ormvik said the alarm had worked. Mayor Ingrid Solvang said she was relieved."
)
HURT = (
    "A blast at the rink sent pupils into the street.\n\n"
    "The hospital said nine people were injured.\n\n"
    "Ingrid Solvang, the mayor, said the rink would stay closed. Dag Ormvik said he was sorry."
)
ELSEWHERE = (
    "A blast at the mill sent workers into the street.\n\n"
    "The hospital said 12 people were injured.\n\n"
    "Ewa Malik, who owns the mill, said the fire had spread quickly. Jan Torv said he was sorry."
)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_rival_figures_of_one_story_are_related_in_whatever_order(
    engine: Engine, order: tuple[int, ...]
) -> None:
    articles = [(LEAK, "Sample Wire"), (HURT, "Sample Daily"), (ELSEWHERE, "Sample Evening")]
    for at in order:
        text, outlet = articles[at]
        add(engine, text, outlet=outlet, published=f"2024-05-02T{8 + at:02d}:00:00Z")
    found, parts, related = state(engine)
    with reading(engine) as session:
        articles_of = {claim.uid: claim.article_id for claim in originals(session)}
    assert parts == {}
    assert len(found) == len(articles_of)
    ((one, other, relation),) = related
    assert relation == "contradicts"
    assert {order[articles_of[uid] - 1] for uid in (one, other)} == {0, 1}


GATES = "“The gates are not closed, and they will not be closed by fear,”"
UNNAMED = f"Water stood in the square.\n\n{GATES} the harbour minister said."
PARAPHRASED = "Harbour Minister Elke Brandauer said fear would never get the city’s gates closed."
NAMED = f"Water stood in the square.\n\n{GATES} Harbour Minister Elke Brandauer said."


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_same_words_of_a_speaker_not_named_are_asked_about_beside_a_link(
    sqlite_engine: Engine, order: tuple[int, ...]
) -> None:
    articles = [
        (UNNAMED, "Sample Wire", "2024-05-02"),
        (PARAPHRASED, "Sample Daily", "2024-05-03"),
        (NAMED, "Sample Evening", "2024-05-04"),
    ]
    for index in order:
        text, outlet, published = articles[index]
        add(sqlite_engine, text, outlet=outlet, published=published)
    with reading(sqlite_engine) as session:
        unnamed, paraphrased = sorted(originals(session), key=lambda c: c.order)
        (named,) = claims.members(session, [paraphrased.id])[paraphrased.id]
        stored = claims.load_claims(session, [named])[named]
        rows = [r for r in links.links_of(session, [stored.occurrence_id]) if r.active]
    assert {r.claim_id: r.decision for r in rows} == {
        paraphrased.id: "link",
        unnamed.id: "suggest",
    }
