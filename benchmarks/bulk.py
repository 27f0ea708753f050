"""Claims laid down in a database by plain INSERTs, to have many of them soon.

They have what matching reads (article, version, occurrence, speaker, keys) and nothing
else: no ledger, no links. For measuring alone; `tracker verify` would object.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from sqlmodel import func, select

from benchmarks.generated import Made
from tracker import match
from tracker.store.candidates import add_keys
from tracker.store.engine import Engine
from tracker.store.naming import name_key, uid
from tracker.store.session import Transaction, insert_values, writing
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ArticleRow,
    BlobRow,
    ClaimRow,
    OccurrenceRow,
    VersionRow,
)

_NO_BYTES = "0" * 64

HEADLINE_WORDS = 8


def load(engine: Engine, batch: Sequence[Made]) -> None:
    """Lay down claims, each in an article of its own."""
    with writing(engine, "bench") as tx:
        speakers = _speakers(tx, sorted({made.speaker for made in batch}))
        first = 1 + (tx.session.exec(select(func.max(ClaimRow.id))).one() or 0)
        if first == 1:
            blob = {"sha256": _NO_BYTES, "size": 0, "codec": "none", "body": b""}
            insert_values(tx.session, BlobRow, [blob])
        numbered = list(enumerate(batch, first))
        for table, row in (
            (ArticleRow, _article),
            (VersionRow, _version),
            (ClaimRow, lambda n, made: _claim(n, made, speakers)),
            (OccurrenceRow, _occurrence),
        ):
            insert_values(tx.session, table, [row(n, made) for n, made in numbered])
        add_keys(tx.session, [(n, match.keys(made.text)) for n, made in numbered])


def _speakers(tx: Transaction, names: Sequence[str]) -> dict[str, int]:
    known = {row.name: row.id for row in tx.session.exec(select(AgentRow))}
    for name in names:
        if name not in known:
            key = name_key(name)
            row = AgentRow(uid=uid("agt", key, ""), kind="person", name=name, key=key, scope="")
            tx.session.add(row)
            tx.session.flush()
            tx.session.add(AgentNameRow(agent_id=row.id, name=name, key=key))
            known[name] = row.id
    tx.session.flush()
    return known


def _article(n: int, made: Made) -> dict[str, object]:
    day = datetime.combine(made.day, time(), UTC)
    return {
        "id": n,
        "uid": f"art-{n:020}",
        "content_hash": f"{n:064}",
        "published_at": made.day.isoformat(),
        "published_start": day,
        "published_end": day.replace(hour=23, minute=59),
    }


def _version(n: int, made: Made) -> dict[str, object]:
    return {
        "id": n,
        "uid": f"ver-{n:020}",
        "article_id": n,
        "number": 1,
        "body_sha256": _NO_BYTES,
        "text": made.text,
        "text_sha256": f"{n:064}",
        "title": " ".join(made.text.split()[:HEADLINE_WORDS]),
        "media_type": "text/plain",
        "encoding": "utf-8",
        "encoding_from": "utf-8",
        "extractor": "bench",
        "extractor_version": "1",
        "state": "whole",
        "captured_at": datetime(2024, 1, 1, tzinfo=UTC),
    }


def _claim(n: int, made: Made, speakers: dict[str, int]) -> dict[str, object]:
    return {
        "id": n,
        "uid": f"clm-{n:020}",
        "external_id": str(n),
        "kind": "quote",
        "type": "indirect",
        "act": "speech",
        "text": made.text,
        "context": made.text,
        "speaker_id": speakers[made.speaker],
        "speaker_names": [made.speaker],
        "said_start": made.day,
        "said_end": made.day,
        "said_precision": "day",
        "said_as_printed": made.day.isoformat(),
        "published_start": datetime.combine(made.day, time(), UTC),
    }


def _occurrence(n: int, made: Made) -> dict[str, object]:
    return {
        "id": n,
        "uid": f"occ-{n:020}",
        "claim_id": n,
        "version_id": n,
        "ordinal": 0,
        "origin": "imported",
        "rule": "by hand",
        "confidence": 1.0,
        "extractor_version": "1",
    }
