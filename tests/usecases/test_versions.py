"""What becomes of statements when their article is captured again."""

import itertools
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import col, select

from benchmarks.order import outcome
from tests.builders import add, originals
from tests.store.test_append_only import run as run_sql
from tracker import audit, correction, review
from tracker.cli.app import run
from tracker.correction import Correction
from tracker.exchange import jsonl
from tracker.model import Verdict
from tracker.store import anchorings, claims, ledger, occurrences, relations
from tracker.store.articles import get_version
from tracker.store.engine import Engine
from tracker.store.search import Filter, list_claims
from tracker.store.session import reading
from tracker.store.tables import OccurrenceRow, VersionRow
from tracker.views.article import article_shape
from tracker.views.claim import claim_rows, claim_shape
from tracker.views.independence import independence_shape

URL = "https://wire.example/mill"

DEAD = "“Three people died in the mill on Monday night,” Mayor Ada Lind said."
LEAK = "Lind said the owner knew of the gas leak since the spring."
LIE = "“It is a lie,” the owner, Bo Rask, said."
COURT = "A court clerk said the mill would stay closed until the hearing in May."
ROOF = "Fire chief Kari Moe said the roof had fallen in before his crews came to the mill."

FIRST = "\n\n".join((DEAD, LEAK, LIE, COURT)) + "\n"


def capture(engine: Engine, text: str, outlet: str = "Sample Wire", url: str = URL) -> int:
    """Add a text as what an address shows; return the number of the version that holds it."""
    return add(engine, text, outlet=outlet, url=url, published="2024-03-05").version


def fates(engine: Engine, version: int) -> dict[str, str]:
    """Return, by the first words of each statement of the first version, what became of it."""
    with reading(engine) as session:
        ids = occurrences.of_version(session, get_version(session, 1, 1).id)
        histories = anchorings.histories(session, ids)
        texts = {w.row.id: w.claim.text for w in occurrences.load(session, ids)}
    return {
        " ".join(texts[number].strip("“").split()[:3]): next(
            (str(step.fate) for step in reversed(steps) if step.version <= version), "?"
        )
        for number, steps in histories.items()
    }


STAYED = {
    "Three people died": "present",
    "the owner knew": "present",
    "It is a": "present",
    "the mill would": "present",
}


@pytest.mark.parametrize(
    ("second", "became"),
    [
        pytest.param(ROOF + "\n\n" + FIRST, {}, id="a paragraph put in"),
        pytest.param(FIRST.replace(COURT, ""), {"the mill would": "gone"}, id="one taken out"),
        pytest.param(
            FIRST.replace("Three", "Five"), {"Three people died": "changed"}, id="another figure"
        ),
        pytest.param(FIRST.replace("“", '"').replace("”", '"'), {}, id="other quotation marks"),
        pytest.param(
            FIRST.replace("Bo Rask, said", "Nils Aas, said"),
            {"It is a": "changed"},
            id="in another mouth",
        ),
        pytest.param("\n\n".join((LIE, COURT, DEAD, LEAK)) + "\n", {}, id="in another order"),
        pytest.param(ROOF, dict.fromkeys(STAYED, "gone"), id="another story altogether"),
    ],
)
def test_what_became_of_each_statement(engine: Engine, second: str, became: dict[str, str]) -> None:
    assert (capture(engine, FIRST), capture(engine, second)) == (1, 2)
    assert fates(engine, 2) == {**STAYED, **became}
    assert audit.verify(engine)[1] == []


def test_what_stays_is_one_claim_of_one_article(engine: Engine) -> None:
    capture(engine, FIRST)
    capture(engine, f"{ROOF}\n\n{FIRST}")
    with reading(engine) as session:
        rows = claim_rows(session, list_claims(session, Filter(), 100))
        assert [row["occurrences"] for row in rows] == [1] * 5
        assert [row["text"] for row in rows if row["claim_id"] > 4] == [
            "the roof had fallen in before his crews came to the mill"
        ]
        shapes = [independence_shape(session, row["claim_id"]) for row in rows]
    assert {(s["articles"], s["independent_origins"]) for s in shapes} == {(1, 1)}


def test_another_figure_updates_the_one_it_replaced(engine: Engine) -> None:
    capture(engine, FIRST)
    capture(engine, FIRST.replace("Three", "Five"))
    with reading(engine) as session:
        (relation,) = relations.every(session)
        found = claims.load_claims(session, [relation.from_claim_id, relation.to_claim_id])
        texts = {stored.claim.text[:6] for stored in found.values()}
        later = found[relation.from_claim_id]
    assert (relation.relation, relation.basis, relation.active) == ("updates", "number", True)
    assert texts == {"“Three", "“Five "}
    assert later.claim.text.startswith("“Five")
    assert later.part_of is None


def test_the_same_words_in_another_mouth_are_another_claim(engine: Engine) -> None:
    capture(engine, FIRST)
    capture(engine, FIRST.replace("Bo Rask, said", "Nils Aas, said"))
    with reading(engine) as session:
        said = {c.claim.speaker for c in originals(session) if "a lie" in c.claim.text}
    assert said == {"Bo Rask", "Nils Aas"}


def test_the_same_text_is_seen_again_and_nothing_else(engine: Engine) -> None:
    capture(engine, FIRST)
    with reading(engine) as session:
        before = ledger.head(session)[0]
    assert capture(engine, FIRST) == 1
    with reading(engine) as session:
        assert ledger.head(session)[0] == before + 1
        (entry, _), *_ = ledger.entries(session, limit=1)
        (version,) = article_shape(session, 1)["versions"]
    assert (entry.action, entry.record_kind) == ("version.seen", "sighting")
    assert version["seen_again"] == 1
    assert version["last_seen_at"] == entry.at.isoformat()
    assert audit.verify(engine)[1] == []


def test_an_address_that_shows_its_first_text_again_says_so(engine: Engine) -> None:
    second = FIRST + ROOF
    assert [capture(engine, text) for text in (FIRST, second, FIRST)] == [1, 2, 1]
    with reading(engine) as session:
        versions = article_shape(session, 1)["versions"]
    assert [(v["seen_again"], v["shown_again"]) for v in versions] == [(1, True), (0, False)]


def test_a_reworded_statement_of_one_article_is_one_report(engine: Engine) -> None:
    capture(engine, FIRST)
    capture(engine, FIRST.replace("knew of the gas leak", "had known of the gas leak"))
    with reading(engine) as session:
        (leak,) = (
            row
            for row in claim_rows(session, list_claims(session, Filter(), 100))
            if "leak" in row["text"]
        )
        assert independence_shape(session, leak["claim_id"])["articles"] == 1
        told = claim_shape(session, leak["claim_id"])["occurrences"]
    assert leak["occurrences"] == 1
    assert [report["order"] for report in told] == ["original", "same article"]


def test_a_file_without_an_address_is_not_seen_again(engine: Engine) -> None:
    for _ in range(2):
        add(engine, FIRST)
    with reading(engine) as session:
        assert not ledger.entries(session, kind="sighting")


def test_a_statement_that_is_back_is_the_one_that_was_gone(engine: Engine) -> None:
    without = FIRST.replace(f"{LIE}\n\n", "")
    for text in (FIRST, without, without + ROOF, FIRST + ROOF):
        capture(engine, text)
    assert [fates(engine, n)["It is a"] for n in (1, 2, 3, 4)] == [
        "present",
        "gone",
        "gone",
        "present",
    ]
    with reading(engine) as session:
        lies = [c for c in originals(session) if "a lie" in c.claim.text]
        history = article_shape(session, 1, 1)["statements"][2]["history"]
    assert len(lies) == 1
    assert [(step["version"], step["fate"]) for step in history] == [
        (1, "present"),
        (2, "gone"),
        (4, "present"),
    ]
    assert audit.verify(engine)[1] == []


PIECES = (
    (FIRST, "Sample Wire", URL),
    (FIRST.replace("Three", "Five") + ROOF, "Sample Wire", URL),
    (f"{LEAK.replace('Lind', 'Mayor Ada Lind', 1)}\n\n{ROOF}\n", "Sample Daily", URL + "-daily"),
)


def test_where_other_articles_come_between_does_not_matter(
    sqlite_engine: Engine, second_sqlite_engine: Engine
) -> None:
    for piece in PIECES:
        capture(sqlite_engine, *piece)
    for number in (2, 0, 1):
        capture(second_sqlite_engine, *PIECES[number])
    assert outcome(sqlite_engine) == outcome(second_sqlite_engine)


def test_versions_in_another_order_give_the_same_claims(
    sqlite_engine: Engine, second_sqlite_engine: Engine
) -> None:
    for piece in PIECES[:2]:
        capture(sqlite_engine, *piece)
    for piece in PIECES[1::-1]:
        capture(second_sqlite_engine, *piece)
    found = []
    for one in (sqlite_engine, second_sqlite_engine):
        with reading(one) as session:
            found.append(sorted((str(c.claim.speaker), c.claim.text) for c in originals(session)))
        assert audit.verify(one)[1] == []
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param(Correction(speaker="Nils Aas"), "speaker", id="speaker"),
        pytest.param(Correction(reject=True), "rejected", id="no statement"),
    ],
)
def test_what_a_person_corrected_holds_for_the_same_words(
    engine: Engine, change: Correction, field: str
) -> None:
    capture(engine, FIRST)
    correction.correct(engine, 3, change, "the caption names him", "ann")
    capture(engine, f"{ROOF}\n\n{FIRST}")
    with reading(engine) as session:
        lie = next(
            s
            for s in article_shape(session, 1)["statements"]
            if s["rule"] != "" and "a lie" in s["content"][0]["exact"]
        )
        said = {c.claim.speaker for c in originals(session) if "a lie" in c.claim.text}
    (made,) = lie["corrections"]
    assert made["field"] == field
    assert "ann: the caption names him" in made["reason"]
    assert lie["rejected"] is change.reject
    assert said == ({"Nils Aas"} if change.speaker else set())
    assert audit.verify(engine)[1] == []


def test_a_person_may_say_that_it_is_another_statement(engine: Engine) -> None:
    capture(engine, FIRST)
    capture(engine, f"{ROOF}\n\n{FIRST}")
    with reading(engine) as session:
        lie = next(
            s
            for s in article_shape(session, 1)["statements"]
            if "a lie" in s["content"][0]["exact"]
        )
    review.judge(engine, lie["link"]["link_id"], Verdict.NO, "asked again later", "ann")
    with reading(engine) as session:
        assert sum("a lie" in c.claim.text for c in originals(session)) == 2


def test_a_claim_corrected_later_takes_the_next_version_along(engine: Engine) -> None:
    capture(engine, FIRST)
    capture(engine, f"{ROOF}\n\n{FIRST}")
    correction.correct(engine, 3, Correction(speaker="Nils Aas"), "misheard", "ann")
    with reading(engine) as session:
        said = sorted(str(c.claim.speaker) for c in originals(session) if "lie" in c.claim.text)
    assert said == ["Bo Rask", "Nils Aas"]


def test_exports_carry_what_became_of_statements(
    engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    for piece in PIECES:
        capture(engine, *piece)
    jsonl.export(engine, tmp_path / "one", lambda *_: None, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "tester", lambda *_: None)
    jsonl.export(second_sqlite_engine, tmp_path / "two", lambda *_: None, [])
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name
    assert audit.verify(second_sqlite_engine)[1] == []
    assert (tmp_path / "one" / "anchorings.jsonl").read_text().count('"fate": "changed"') == 1


def test_an_export_of_an_earlier_release_is_read(
    sqlite_engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    capture(sqlite_engine, FIRST)
    jsonl.export(sqlite_engine, tmp_path / "one", lambda *_: None, [])
    for name in ("anchorings", "notices"):
        (tmp_path / "one" / f"{name}.jsonl").unlink()
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "tester", lambda *_: None)
    assert audit.verify(second_sqlite_engine)[1] == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE anchoring SET fate = 'gone'", id="another fate"),
        pytest.param(
            "UPDATE anchoring SET anchors = replace(anchors, 'exact', 'fuzzy')", id="a state"
        ),
        pytest.param("DELETE FROM anchoring WHERE id = 2", id="one deleted"),
    ],
)
def test_what_was_tampered_with_does_not_verify(sqlite_engine: Engine, change: str) -> None:
    capture(sqlite_engine, FIRST)
    capture(sqlite_engine, f"{ROOF}\n\n{FIRST}")
    for event in ("update", "delete"):
        run_sql(sqlite_engine, f"DROP TRIGGER anchoring_no_{event}")
    run_sql(sqlite_engine, change)
    assert audit.verify(sqlite_engine)[1] != []


def capture_one(database: str, path: Path) -> int:
    """Run `tracker add` in a process of the pool; return its exit code."""
    known = ("--outlet", "Sample Wire", "--published", "2024-03-05", "--url", URL)
    return run(["--database", database, "--user", path.stem, "add", str(path), *known])


def test_captures_at_once_give_one_version_of_each_number(
    database: str, engine: Engine, tmp_path: Path
) -> None:
    paths = []
    for number in range(24):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(FIRST.replace("Three", ("Three", "Five", "Six")[number % 3]), "utf-8")
        paths.append(path)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(6, mp_context=spawn) as pool:
        assert list(pool.map(partial(capture_one, database), paths)) == [0] * 24
    with reading(engine) as session:
        numbers = list(session.exec(select(VersionRow.number).order_by(col(VersionRow.number))))
        held = session.exec(select(OccurrenceRow.uid)).all()
        seen = ledger.count_entries(session, kind="sighting")
    assert numbers == [1, 2, 3]
    assert len(held) == len(set(held)) == 12
    assert seen == 21
    assert audit.verify(engine)[1] == []


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_in_any_order_a_figure_is_one_claim(
    opened: Callable[[str], Engine], sqlite_database: str, order: tuple[int, ...]
) -> None:
    engine = opened(sqlite_database)
    figures = [FIRST.replace("Three", figure) for figure in ("Three", "Five", "Six")]
    for number in order:
        capture(engine, figures[number])
    with reading(engine) as session:
        found = sorted(
            c.claim.text.split()[0] for c in originals(session) if "died" in c.claim.text
        )
        updates = {r.relation for r in relations.every(session)}
    assert found == ["“Five", "“Six", "“Three"]
    assert updates == {"updates"}
