"""An export of a past carries what says that its words were redacted later."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from benchmarks.torture.whole import fill
from tests.builders import add
from tracker import audit, match, redaction, review, verifier
from tracker.errors import NotVerified, TrackerError
from tracker.exchange import jsonl
from tracker.ingest.places import shipped_places
from tracker.model import BLOCK, Ground, Order, Verdict
from tracker.store import ledger
from tracker.store.engine import Engine
from tracker.store.past import Asked, reading_past
from tracker.store.session import reading
from tracker.store.tables import AgentRow
from tracker.views.article import article_shape

TEXT = (
    "“We will keep the mill open through the winter,” said Minister Boris Nem.\n\n"
    "“The cracks were shown to Pavel Orlik twice,” said Olga Tamm, a mayor. "
    "She said the town would ask for help.\n"
)
COPY = "“The cracks were shown to Pavel Orlik twice,” Olga Tamm said.\n"
SECRET = "Pavel Orlik"
ORDER = Order(Ground.LEGAL, "an order", "the court")
Row = dict[str, Any]


def quiet(kind: str, count: int) -> None:
    """Pass over what is told of the progress."""


def last(engine: Engine) -> int:
    with reading(engine) as session:
        return ledger.head(session)[0]


def exported(engine: Engine, entry: int, folder: Path) -> int:
    """Export as of an entry; return the one that the past ends with."""
    with reading_past(engine, Asked(as_of=entry), match.keys) as past:
        jsonl.write(past.session, folder, quiet, [])
        assert past.end is not None
        return past.end.seq


def rows(folder: Path, kind: str) -> list[Row]:
    lines = (folder / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def put(folder: Path, kind: str, records: list[Row]) -> None:
    text = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records)
    (folder / f"{kind}.jsonl").write_text(text, encoding="utf-8")


def answered(engine: Engine) -> None:
    review.judge(engine, "L1", Verdict.YES, "Pavel Orlik rang", "vera")


def reason_gone(engine: Engine) -> None:
    with reading(engine) as session:
        found = ledger.entries(session, limit=99)
    entry = next(row.seq for row, _ in found if row.action == "judgement.made")
    redaction.redact_reason(engine, entry, ORDER, "vera")


def copied(engine: Engine) -> None:
    add(engine, COPY, outlet="Daily", url="https://daily.example/1", published="2024-05-03")


def words_gone(engine: Engine, *words: str) -> None:
    redaction.redact_article(engine, 1, None, words, ORDER, "vera")


def agent_gone(engine: Engine) -> None:
    with reading(engine) as session:
        number = session.exec(select(AgentRow.id).where(AgentRow.name == "Olga Tamm")).one()
    redaction.redact_agent(engine, number, ORDER, "vera")


Step = Callable[[Engine], object]

LATER: dict[str, tuple[list[Step], list[Step]]] = {
    "words of a statement": ([], [lambda e: words_gone(e, SECRET)]),
    "a statement": ([], [lambda e: redaction.redact_occurrence(e, 2, ORDER, "vera")]),
    "a claim in two articles": (
        [copied],
        [lambda e: redaction.redact_claim(e, 2, ORDER, "vera")],
    ),
    "a whole text": ([], [words_gone]),
    "an agent": ([], [agent_gone]),
    "a reason": ([copied, answered], [reason_gone]),
    "one text twice": ([], [lambda e: words_gone(e, SECRET), lambda e: words_gone(e, "the mill")]),
    "once before and once after": (
        [lambda e: words_gone(e, "the mill")],
        [lambda e: words_gone(e, SECRET)],
    ),
    "what was answered in between": (
        [copied],
        [
            lambda e: review.judge(e, "L1", Verdict.NO, "other words", "vera"),
            lambda e: words_gone(e, SECRET),
        ],
    ),
}


def verified(engine: Engine) -> None:
    assert audit.verify(engine, shipped_places())[1] == []


@pytest.mark.parametrize(("before", "after"), LATER.values(), ids=LATER)
def test_a_past_that_was_redacted_later_verifies_and_is_restored(
    engine: Engine,
    second_sqlite_engine: Engine,
    tmp_path: Path,
    before: list[Step],
    after: list[Step],
) -> None:
    add(engine, TEXT)
    for step in before:
        step(engine)
    end = last(engine)
    for step in after:
        step(engine)
    add(engine, "Nobody else came, Olga Tamm said.\n")
    folder = tmp_path / "then"
    assert exported(engine, end, folder) == end
    checked, problems = verifier.verify(folder)
    assert list(problems) == []
    proven = [proof["entry"]["seq"] for proof in rows(folder, "later_redactions")]
    assert checked["later"] == proven
    assert proven
    assert all(seq > end for seq in proven)
    jsonl.restore(second_sqlite_engine, folder, "olga", quiet)
    verified(second_sqlite_engine)
    again = tmp_path / "again"
    jsonl.export(second_sqlite_engine, again, quiet, [])
    assert list(verifier.verify(again)[1]) == []
    assert rows(again, "ledger")[:end] == rows(folder, "ledger")
    for kind in ("claims", "occurrences", "links", "agents", "judgements", "versions"):
        assert rows(again, kind) == rows(folder, kind)


def test_it_is_restored_on_postgresql(
    sqlite_engine: Engine,
    postgresql_database: str,
    opened: Callable[[str], Engine],
    tmp_path: Path,
) -> None:
    add(sqlite_engine, TEXT)
    end = last(sqlite_engine)
    words_gone(sqlite_engine, SECRET)
    exported(sqlite_engine, end, tmp_path / "then")
    target = opened(postgresql_database)
    jsonl.restore(target, tmp_path / "then", "olga", quiet)
    verified(target)
    with reading_past(target, Asked(as_of=end), match.keys) as past:
        told = article_shape(past.session, 1)
    assert [one["speaker"] for one in told["statements"]] == ["Boris Nem", "Olga Tamm", "Olga Tamm"]
    assert BLOCK * len(SECRET) in told["text"]
    assert told["redactions"][0]["reason"] == "an order"


def test_every_past_of_a_desk_verifies(sqlite_engine: Engine, tmp_path: Path) -> None:
    """Redactions are the last of what is done to it."""
    fill(sqlite_engine)
    seen = 0
    for entry in range(1, last(sqlite_engine) + 1):
        if entry <= seen:
            continue
        folder = tmp_path / str(entry)
        seen = exported(sqlite_engine, entry, folder)
        assert list(verifier.verify(folder)[1]) == []


def test_what_was_not_there_yet_has_no_tombstone(engine: Engine, tmp_path: Path) -> None:
    add(engine, "Nobody else came, Olga Tamm said.\n")
    end = last(engine)
    add(engine, TEXT)
    redaction.redact_article(engine, 2, None, (SECRET,), ORDER, "vera")
    exported(engine, end, tmp_path / "then")
    assert rows(tmp_path / "then", "later_redactions") == []
    assert rows(tmp_path / "then", "redactions") == []
    assert list(verifier.verify(tmp_path / "then")[1]) == []


def test_the_present_needs_no_proofs(engine: Engine, tmp_path: Path) -> None:
    add(engine, TEXT)
    words_gone(engine, SECRET)
    jsonl.export(engine, tmp_path / "now", quiet, [])
    assert rows(tmp_path / "now", "later_redactions") == []
    assert len(rows(tmp_path / "now", "redactions")) == 2


@pytest.fixture
def then(sqlite_engine: Engine, tmp_path: Path) -> Path:
    """An export of a past of which words were redacted later."""
    add(sqlite_engine, TEXT)
    end = last(sqlite_engine)
    words_gone(sqlite_engine, SECRET)
    exported(sqlite_engine, end, tmp_path / "then")
    return tmp_path / "then"


def told_otherwise(proof: Row) -> Row:
    """Return a proof whose entry says that one more value was struck out, with hashes that fit."""
    value = json.loads(proof["value"])
    value["struck"] = sorted({1, *value["struck"]})
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = verifier.sha256(proof["salt"] + text)
    entry = {**proof["entry"], "digest": digest}
    said = {name: one for name, one in entry.items() if name != "hash"}
    entry["hash"] = verifier.sha256(verifier.canonical(said))
    return {**proof, "value": text, "entry": entry}


def places(part: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from places(value, (*at, name))
    elif isinstance(part, list) and part:
        for number, value in enumerate(part):
            yield from places(value, (*at, number))
    else:
        yield at


def changed(row: Row, place: tuple[Any, ...]) -> Row:
    """Return a copy with something else in one place."""
    whole: Row = json.loads(json.dumps(row))
    at: Any = whole
    for name in place[:-1]:
        at = at[name]
    held = at[place[-1]]
    is_hex = isinstance(held, str) and len(held) == 64
    at[place[-1]] = f"{'0' if held[:1] != '0' else '1'}{held[1:]}" if is_hex else f"{held}x"
    return whole


def test_every_part_of_a_proof_counts(then: Path, second_sqlite_engine: Engine) -> None:
    proofs = rows(then, "later_redactions")
    assert len(proofs) == 2
    for place in places(proofs[0]):
        put(then, "later_redactions", [changed(proofs[0], place), proofs[1]])
        assert list(verifier.verify(then)[1]), place
        with pytest.raises(TrackerError, match=r"^[^\n]+; nothing was imported$"):
            jsonl.restore(second_sqlite_engine, then, "desk", quiet)


FORGED: dict[str, Callable[[list[Row]], list[Row]]] = {
    "none": lambda _: [],
    "one taken out": lambda proofs: proofs[1:],
    "one doubled": lambda proofs: [*proofs, proofs[1]],
    "in another order": lambda proofs: proofs[::-1],
    "more struck out": lambda proofs: [told_otherwise(proofs[0]), proofs[1]],
    "a field too many": lambda proofs: [{**proofs[0], "note": ""}, proofs[1]],
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_proofs_that_are_forged_are_found(
    then: Path, forge: Callable[[list[Row]], list[Row]]
) -> None:
    put(then, "later_redactions", forge(rows(then, "later_redactions")))
    assert list(verifier.verify(then)[1])


@pytest.mark.parametrize("forge", ["none", "one taken out", "more struck out"])
def test_what_nothing_proves_is_not_restored(
    then: Path, second_sqlite_engine: Engine, forge: str
) -> None:
    put(then, "later_redactions", FORGED[forge](rows(then, "later_redactions")))
    with pytest.raises(NotVerified, match=r"^redaction red-\w+: .*; nothing was imported$"):
        jsonl.restore(second_sqlite_engine, then, "desk", quiet)
    assert last(second_sqlite_engine) == 0


def test_a_value_struck_out_that_no_redaction_names_is_found(then: Path) -> None:
    entries = rows(then, "ledger")
    entries[0].update(value=None, salt="", reason_text=None)
    put(then, "ledger", entries)
    assert "ledger entry 1: its value was struck out and none says why" in verifier.verify(then)[1]


def test_another_title_is_no_redaction(then: Path, second_sqlite_engine: Engine) -> None:
    versions = rows(then, "versions")
    versions[0]["title"] = "A title of somebody's own"
    put(then, "versions", versions)
    wanted = f"version {versions[0]['id']}: it is not as the ledger last wrote it"
    assert wanted in verifier.verify(then)[1]
    jsonl.restore(second_sqlite_engine, then, "desk", quiet)
    assert audit.verify(second_sqlite_engine, shipped_places())[1], "import does not hide it"
