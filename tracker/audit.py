"""Proving that what is stored is what was captured and that nobody changed it."""

from collections.abc import Iterator, Sequence

from tracker.errors import NotVerified
from tracker.model import Place
from tracker.store import anchorings, articles, ledger, notices, occurrences, places, redactions
from tracker.store.articles import sha256
from tracker.store.engine import Engine
from tracker.store.ledger import Problem
from tracker.store.naming import name_key
from tracker.store.redactions import EMPTIED
from tracker.store.session import Session, reading


def verify(engine: Engine, shipped: Sequence[Place] = ()) -> tuple[dict[str, int], list[Problem]]:
    """Return how much was checked of each kind, and everything that does not hold.

    Every selector equals its slice of the version's text; every text and blob has
    its hash; the ledger's chain is whole; every occurrence and place is as last
    written, or for a place that nobody touched as it is among the `shipped`.
    """
    with reading(engine) as session:
        checked: dict[str, int] = {}
        problems: list[Problem] = []
        for name, check in (
            ("versions", _versions),
            ("occurrences", _occurrences),
            ("anchorings", anchorings.check),
            ("notices", notices.check),
        ):
            count = 0
            for found in check(session):
                count += 1
                problems.extend(found)
            checked[name] = count
        checked["places"], wrong = _places(session, shipped)
        problems.extend(wrong)
        problems.extend(ledger.verify_chain(session))
        problems.extend(redactions.problems(session))
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
        elif blob.codec != EMPTIED:
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


def _places(session: Session, shipped: Sequence[Place]) -> tuple[int, list[Problem]]:
    """Return how many places there are, and which are not as they were last written."""
    written = ledger.last_values(session, "place")
    held = places.every(session)
    untouched = {name_key(place.name): places.shipped_record(place) for place in shipped}
    problems = []
    for row, aliases in held:
        is_shipped = row.uid not in written
        known = untouched.get(row.key) if is_shipped else written[row.uid]
        if places.place_record(row, aliases) != known:
            advice = ": run `tracker init`" if is_shipped else ""
            as_what = "shipped with this tracker" if is_shipped else "the ledger last wrote it"
            problems.append(Problem(f"place {row.id}", f"it is not as {as_what}{advice}"))
    return len(held), problems
