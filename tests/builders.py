"""What several tests build: captures, articles of a few lines, stored claims by text."""

from pathlib import Path

from tracker import pipeline
from tracker.demo import sample_files
from tracker.ingest import Given, Limits, capture
from tracker.model import Article, Capture, Published
from tracker.pipeline import AddResult, Reader
from tracker.store.claims import StoredClaim, load_claims
from tracker.store.engine import Engine
from tracker.store.search import Filter, list_claims
from tracker.store.session import Session

READER = Reader()
LIMITS = Limits(max_text_bytes=10_000_000, max_body_bytes=25_000_000, fetch_timeout=1.0)


def captured(
    text: str,
    outlet: str | None = "Sample Wire",
    published: str | None = "2024-05-02",
    url: str | None = None,
) -> Capture:
    """Return a plain text as if it had been captured."""
    return Capture(
        body=text.encode(),
        media_type="text/plain",
        encoding="utf-8",
        encoding_from="utf-8",
        extractor="plain",
        extractor_version="1",
        article=Article(
            text=text,
            url=url,
            outlet=outlet,
            published=Published.parse(published) if published else None,
        ),
    )


def add(engine: Engine, text: str, **known: str | None) -> AddResult:
    """Add a text as an article."""
    return pipeline.add(engine, captured(text, **known), "tester", READER)


def add_samples(engine: Engine, files: list[Path] | None = None) -> list[AddResult]:
    """Add the sample articles, in the order given."""
    with Path("/dev/null").open("rb") as nothing:
        return [
            pipeline.add(engine, capture(str(path), Given(), LIMITS, nothing), "tester", READER)
            for path in (files or sample_files())
        ]


def originals(session: Session) -> list[StoredClaim]:
    """Return the claims that stand by themselves, in their order."""
    ids = list_claims(session, Filter(), limit=10_000)
    return sorted(load_claims(session, ids).values(), key=lambda claim: claim.order)


def linked(session: Session) -> dict[str, str]:
    """Return, for every claim that is part of another, its uid and that one's uid."""
    ids = range(1, 10_000)
    stored = load_claims(session, ids)
    return {c.uid: stored[c.part_of].uid for c in stored.values() if c.part_of}
