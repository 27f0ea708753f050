"""What is written over redacted words in an export, or beside them, the verifier notices."""

import base64
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from benchmarks.torture.whole import FIRED, ORDER, whole_store
from tests.builders import add
from tracker import audit, redaction, verifier
from tracker.exchange import jsonl
from tracker.model import BLOCK
from tracker.store.engine import Engine, open_engine
from tracker.store.session import writing
from tracker.store.tables import OccupancyRow

Row = dict[str, Any]
Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the smallest database with all kinds of records, redacted ones among them."""
    folder = tmp_path_factory.mktemp("redacted")
    engine = open_engine(f"sqlite:///{whole_store(folder / 'claims.db')}")
    jsonl.export(engine, folder / "export", lambda kind, count: None, [])
    engine.dispose()
    return folder / "export"


def values(part: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield every text, number, null and empty list in a record, by where it stands."""
    if isinstance(part, dict) or (isinstance(part, list) and part):
        for name, value in part.items() if isinstance(part, dict) else enumerate(part):
            yield from values(value, (*place, name))
    else:
        yield place, part


def changed(row: Row, place: Place, value: object) -> Row:
    """Return a copy of a record with another value in one place."""
    whole: Row = json.loads(json.dumps(row))
    at: Any = whole
    for name in place[:-1]:
        at = at[name]
    at[place[-1]] = value
    return whole


def problems(folder: Path, kind: str, change: Callable[[list[Row]], list[Row]]) -> list[str]:
    """Return what is wrong with an export of which one file was changed."""
    path = folder / f"{kind}.jsonl"
    kept = path.read_text(encoding="utf-8")
    rows = change([json.loads(line) for line in kept.splitlines()])
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        path.write_text("".join(lines), encoding="utf-8")
        return list(verifier.verify(folder)[1])
    finally:
        path.write_text(kept, encoding="utf-8")


def one_changed(number: int, place: Place, value: object, rows: list[Row]) -> list[Row]:
    return [changed(row, place, value) if n == number else row for n, row in enumerate(rows)]


def missed(folder: Path, kind: str, others: Callable[[Any], list[object]]) -> list[object]:
    """Return the changes of records with redacted words that are not noticed."""
    text = (folder / f"{kind}.jsonl").read_text(encoding="utf-8")
    tried = [
        (number, place, value)
        for number, line in enumerate(text.splitlines())
        if BLOCK in line
        for place, held in values(json.loads(line))
        for value in others(held)
    ]
    return [one for one in tried if not problems(folder, kind, partial(one_changed, *one))]


def over(held: Any) -> list[object]:
    if not isinstance(held, str) or BLOCK not in held:
        return []
    return ["Bo Ek", held.replace(BLOCK, "x"), held + BLOCK, held[:-1], None]


def beside(held: Any) -> list[object]:
    if isinstance(held, list):
        return [["x"]]
    return ["Bo Ek", 5] if held is None or held == "" else []


@pytest.mark.parametrize("kind", verifier.KINDS)
@pytest.mark.parametrize("others", [over, beside])
def test_what_was_redacted_stays_as_it_is(
    exported: Path, kind: str, others: Callable[[Any], list[object]]
) -> None:
    assert missed(exported, kind, others) == []


def test_most_kinds_of_records_have_redacted_words(exported: Path) -> None:
    found = {
        kind for kind in verifier.KINDS if BLOCK in (exported / f"{kind}.jsonl").read_text("utf-8")
    }
    assert found == {
        *("agents", "claims", "corrections", "facts", "judgements", "ledger", "occurrences"),
        "versions",
    }


def with_bytes(row: Row) -> None:
    row["body"] = base64.b64encode(FIRED.encode()).decode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(with_bytes, "bytes stand where they were redacted", id="bytes"),
        pytest.param(lambda row: row.update(body=""), "bytes stand where they were", id="no bytes"),
    ],
)
def test_redacted_bytes_stay_away(exported: Path, change: Callable[[Row], None], says: str) -> None:
    def put_back(rows: list[Row]) -> list[Row]:
        for row in rows:
            if row["body"] is None:
                change(row)
        return rows

    assert any(says in line for line in problems(exported, "versions", put_back))


def test_a_size_beside_bytes_is_odd(exported: Path) -> None:
    def sized(rows: list[Row]) -> list[Row]:
        return [row if row["body"] is None else {**row, "size": 9} for row in rows]

    assert any("'size' is odd" in line for line in problems(exported, "versions", sized))


def test_positions_of_a_redacted_agent_cannot_be_exchanged(engine: Engine, tmp_path: Path) -> None:
    """Of one whose name is in the word for what she is, by chance: "Fleet"."""
    add(engine, "Fleet commander Ada Lee said the port was shut. “We wait,” said Lee.\n")
    redaction.redact_agent(engine, 1, ORDER, "vera")
    folder = tmp_path / "export"
    jsonl.export(engine, folder, lambda kind, count: None, [])

    def promoted(rows: list[Row]) -> list[Row]:
        for row in rows:
            for held in row["occupancies"]:
                held["title"] = held["title"].replace("commander", "thief")
        return rows

    assert problems(folder, "agents", lambda rows: rows) == []
    assert any("no entry tells of" in line for line in problems(folder, "agents", promoted))
    with writing(engine, "vera") as tx:
        tx.session.execute(update(OccupancyRow).values(title=OccupancyRow.title + " thief"))
    assert any("no entry of the ledger" in one.message for one in audit.verify(engine)[1])


def test_names_of_a_redacted_agent_cannot_be_exchanged(exported: Path) -> None:
    def named(rows: list[Row]) -> list[Row]:
        return [{**row, "names": ["Bo Ek", "Ida"]} if row["key"] == "" else row for row in rows]

    assert any("no entry tells of" in line for line in problems(exported, "agents", named))
