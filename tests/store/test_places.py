"""Who describes a place, what a seed leaves alone, and what facts find by a name."""

import pytest

from tests.store.stored import NOON
from tracker import gazetteer
from tracker.errors import BadInput, Conflict, NotFound
from tracker.gazetteer import Edit
from tracker.ingest.places import shipped_places
from tracker.model import Place, PlacePrecision
from tracker.store import ledger, places
from tracker.store.engine import Engine
from tracker.store.places import Known, Origin
from tracker.store.session import reading, writing

CITY, FACILITY = PlacePrecision.CITY, PlacePrecision.FACILITY
LARVIK = Place("Larvik", CITY, "Norway", ("Laurvik", "Larvig"))
MOSS = Place("Moss", CITY, "Norway")


def seed(engine: Engine, *shipped: Place) -> int:
    with writing(engine, "vera", lambda: NOON) as tx:
        return places.seed(tx, shipped)


def settle(engine: Engine, name: str) -> int:
    with writing(engine, "vera", lambda: NOON) as tx:
        return places.settle_place(tx, name).id


def find(engine: Engine, name: str) -> Place | None:
    return gazetteer.of_database(engine).find(name)


def written(engine: Engine) -> list[tuple[str, str | None, object]]:
    with reading(engine) as session:
        rows = ledger.entries(session, kind="place")
    return [(row.action, ledger.reason_of(row, value), value.value) for row, value in rows]


@pytest.mark.parametrize("printed", ["Larvik", "larvik", "Laurvik", "the Larvig"])
def test_a_seeded_place_is_found_by_all_its_names(engine: Engine, printed: str) -> None:
    assert seed(engine, LARVIK, MOSS) == 2
    found = find(engine, printed)
    assert found is not None
    assert (found.name, found.kind, found.within) == ("Larvik", CITY, "Norway")
    assert set(found.aliases) == set(LARVIK.aliases)


def test_the_shipped_places_come_back_whole(engine: Engine) -> None:
    gazetteer.seed(engine, "vera")
    held = {place.name: place for place in gazetteer.of_database(engine)}
    assert len(held) == len(shipped_places())
    for place in shipped_places():
        there = held[place.name]
        assert (there.kind, there.within) == (place.kind, place.within)
        assert set(there.aliases) == set(place.aliases) - {place.name}


def test_of_two_places_of_one_name_the_first_is_taken(engine: Engine) -> None:
    assert seed(engine, LARVIK, Place("LARVIK", FACILITY), MOSS) == 2
    found = find(engine, "larvik")
    assert found is not None
    assert found.kind == CITY
    assert seed(engine, LARVIK, Place("LARVIK", FACILITY), MOSS) == 0


def test_seeding_again_changes_nothing(engine: Engine) -> None:
    seed(engine, LARVIK, MOSS)
    assert seed(engine, LARVIK, MOSS) == 0
    assert written(engine) == []


def test_a_new_list_changes_what_nobody_edited(engine: Engine) -> None:
    seed(engine, LARVIK, MOSS)
    assert seed(engine, Place("Larvik", FACILITY, None, ("Laurvik",)), MOSS) == 1
    assert find(engine, "Laurvik") == Place("Larvik", FACILITY, None, ("Laurvik",))
    assert find(engine, "Larvig") is None


def test_a_place_that_a_person_edited_is_left_alone(engine: Engine) -> None:
    seed(engine, LARVIK)
    gazetteer.edit(engine, 1, Edit(kind="region", drop_aliases=("Larvig",)), "wider", "ann")
    assert seed(engine, LARVIK) == 0
    found = find(engine, "Larvik")
    assert found is not None
    assert (found.kind, found.aliases) == (PlacePrecision.REGION, ("Laurvik",))


def test_a_place_that_an_article_named_is_described_by_the_list(engine: Engine) -> None:
    one = settle(engine, "LARVIK")
    assert find(engine, "Larvik") is None
    assert seed(engine, LARVIK) == 1
    assert settle(engine, "Larvik") == one
    assert find(engine, "Laurvik") is not None
    assert [action for action, _, _ in written(engine)] == ["place.changed", "place.added"]


def test_an_article_does_not_respell_a_described_place(engine: Engine) -> None:
    seed(engine, LARVIK)
    one = settle(engine, "LARVIK")
    with reading(engine) as session:
        assert places.get_place(session, one).name == "Larvik"
    assert written(engine) == []


def test_an_alias_that_an_article_prints_stays_as_printed(engine: Engine) -> None:
    """The gazetteer tells what it is; what the article said is not rewritten."""
    seed(engine, LARVIK)
    with reading(engine) as session:
        known = {row.id for row, _ in places.every(session)}
    assert settle(engine, "Laurvik") not in known


def test_a_persons_place_goes_before_a_shipped_one_of_that_name(engine: Engine) -> None:
    seed(engine, LARVIK)
    desk = Known("Laurvik Works", FACILITY, "Norway", ("Laurvik",))
    gazetteer.add(engine, desk, "the plant", "ann")
    found = find(engine, "Laurvik")
    assert found is not None
    assert found.name == "Laurvik Works"


def test_adding_and_editing_are_in_the_ledger_with_reasons(engine: Engine) -> None:
    number = gazetteer.add(engine, Known("Port Halvern", CITY), "in the news", "ann")
    gazetteer.edit(engine, number, Edit(within="Norway", add_aliases=("Halvern",)), "asked", "bo")
    edited, added = written(engine)
    assert added == (
        "place.added",
        "in the news",
        '{"kind":"city","name":"Port Halvern","origin":"person"}',
    )
    assert edited[:2] == ("place.edited", "asked")
    assert edited[2] == (
        '{"aliases":["Halvern"],"kind":"city","name":"Port Halvern","origin":"person",'
        '"within":"Norway"}'
    )


def test_a_place_of_unknown_kind_is_looked_up_no_more(engine: Engine) -> None:
    seed(engine, LARVIK)
    gazetteer.edit(engine, 1, Edit(kind="unknown"), "a person's name here", "ann")
    assert find(engine, "Larvik") is None
    assert seed(engine, LARVIK) == 0


def test_an_edit_that_is_asked_for_changes_nothing_else(engine: Engine) -> None:
    seed(engine, LARVIK)
    gazetteer.edit(engine, 1, Edit(name="LARVIK"), "as the town writes it", "ann")
    assert find(engine, "Larvig") == Place("LARVIK", CITY, "Norway", ("Larvig", "Laurvik"))
    gazetteer.edit(engine, 1, Edit(within=""), "in dispute", "ann")
    found = find(engine, "Larvig")
    assert found is not None
    assert found.within is None


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        pytest.param(Edit(), BadInput, "nothing to change", id="nothing"),
        pytest.param(Edit(name="Moss"), BadInput, "another name", id="another name"),
        pytest.param(Edit(drop_aliases=("Moss",)), BadInput, "no alias of Larvik", id="no alias"),
        pytest.param(Edit(add_aliases=(" ",)), BadInput, "empty", id="empty"),
        pytest.param(Edit(add_aliases=("a\0b",)), BadInput, "NUL", id="nul"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(
    engine: Engine, change: Edit, error: type[Exception], says: str
) -> None:
    seed(engine, LARVIK)
    with pytest.raises(error, match=says):
        gazetteer.edit(engine, 1, change, "x", "ann")
    assert written(engine) == []


def test_a_name_that_is_there_is_not_added_again(engine: Engine) -> None:
    seed(engine, LARVIK)
    with pytest.raises(Conflict, match="Larvik is place 1"):
        gazetteer.add(engine, Known("LARVIK", CITY), "x", "ann")


def test_a_number_of_no_place_is_said(engine: Engine) -> None:
    with pytest.raises(NotFound, match="no place 7"):
        gazetteer.edit(engine, 7, Edit(kind="city"), "x", "ann")


@pytest.mark.parametrize(
    ("kind", "words", "names"),
    [
        pytest.param(None, None, ["Larvik", "Moss", "Port Halvern"], id="all"),
        pytest.param("city", None, ["Larvik", "Moss"], id="kind"),
        pytest.param("", None, ["Port Halvern"], id="unknown kind"),
        pytest.param(None, "LAUR", ["Larvik"], id="by an alias"),
        pytest.param("city", "halvern", [], id="kind and words"),
    ],
)
def test_places_are_listed(
    engine: Engine, kind: str | None, words: str | None, names: list[str]
) -> None:
    seed(engine, MOSS, LARVIK)
    settle(engine, "Port Halvern")
    with reading(engine) as session:
        assert [row.name for row in places.list_places(session, kind, words, 9)] == names
        assert places.count_places(session, kind, words) == len(names)
        assert [r.name for r in places.list_places(session, kind, words, 1, 1)] == names[1:2]


def test_who_described_it_is_kept(engine: Engine) -> None:
    seed(engine, LARVIK)
    settle(engine, "Moss")
    gazetteer.add(engine, Known("Port Halvern", CITY), "x", "ann")
    with reading(engine) as session:
        assert {row.name: row.origin for row, _ in places.every(session)} == {
            "Larvik": Origin.SHIPPED,
            "Moss": Origin.ARTICLE,
            "Port Halvern": Origin.PERSON,
        }
