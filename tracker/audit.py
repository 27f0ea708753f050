"""Proving that what is stored is what was captured and that nobody changed it."""

from collections.abc import Iterator

from tracker.errors import NotVerified
from tracker.store import articles, ledger, occurrences
from tracker.store.articles import sha256
from tracker.store.engine import Engine
from tracker.store.ledger import Problem
from tracker.store.session import Session, reading


def verify(engine: Engine) -> tuple[dict[str, int], list[Problem]]:
    """Return how much was checked of each kind, and everything that does not hold.

    Every selector equals its slice of the version's text; every text and blob has
    its hash; the ledger's chain is whole; every occurrence is as last written.
    """
    with reading(engine) as session:
        checked: dict[str, int] = {}
        problems: list[Problem] = []
        for name, check in (
            ("versions", _versions),
            ("occurrences", _occurrences),
        ):
            count = 0
            for found in check(session):
                count += 1
                problems.extend(found)
            checked[name] = count
        problems.extend(ledger.verify_chain(session))
        checked["ledger entries"] = ledger.head(session)[0]
        return checked, problems


def _versions(session: Session) -> Iterator[list[Problem]]:
    """Yield the problems of each version: its text, its bytes, what the ledger says."""
    for version, blob in articles.walk_versions(session):
        name = f"version {version.uid} (article {version.article_id})"
        found = []
        if sha256(version.text.encode()) != version.text_sha256:
            found.append(Problem(name, "its text is not the text that was captured"))
        if blob is None:
            found.append(Problem(name, "the bytes it was captured from are missing"))
        else:
            try:
                articles.body_of(blob)
            except NotVerified as error:
                found.append(Problem(name, str(error)))
        written = ledger.last_value(session, "version", version.uid)
        article = articles.get_article(session, version.article_id)
        if written != articles.version_record(version, article.uid):
            found.append(Problem(name, "it is not as the ledger last wrote it"))
        yield found


def _occurrences(session: Session) -> Iterator[list[Problem]]:
    """Yield the problems of each occurrence: its selectors, what the ledger says."""
    for ids in occurrences.every_id(session):
        wholes = occurrences.load(session, ids)
        records = occurrences.load_records(session, ids)
        texts = articles.texts_of(session, {whole.row.version_id for whole in wholes})
        for whole in wholes:
            name = f"occurrence {whole.row.id}"
            text = texts[whole.row.version_id]
            found = [
                Problem(name, f"its {s.part} is not what stands at {s.start}–{s.end} of the text")
                for s in whole.selectors
                if text[s.start : s.end] != s.exact
            ]
            if not any(s.part == "content" and s.active for s in whole.selectors):
                found.append(Problem(name, "it points to no words"))
            if ledger.last_value(session, "occurrence", whole.row.uid) != records[whole.row.uid]:
                found.append(Problem(name, "it is not as the ledger last wrote it"))
            yield found
