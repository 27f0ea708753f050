"""Recording what an outlet says of an article it published, and taking that back."""

import re
from dataclasses import dataclass

from tracker.errors import BadInput, NotFound
from tracker.ingest.given import parse_published
from tracker.model import NoticeKind
from tracker.store import articles, claims
from tracker.store import notices as stored
from tracker.store.engine import Engine
from tracker.store.notices import Notice
from tracker.store.session import Session, writing
from tracker.store.tables import ClaimRow, OccurrenceRow


@dataclass(frozen=True, slots=True)
class Said:
    """What the outlet says; `published` in ISO form, None where it is not known."""

    kind: NoticeKind
    text: str
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """The claim or the occurrence that a notice is about; neither: the whole article."""

    claim_id: int | None = None
    occurrence_id: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A notice by name, how many claims it reaches in its article, and how many of those
    other articles print too."""

    name: str
    here: int
    elsewhere: int


def record(engine: Engine, article_id: int, said: Said, about: About, user: str) -> Recorded:
    """Record a notice on an article.

    Raises:
        NotFound: there is no such article, or the claim or occurrence is not in it.
        BadInput: the time of publication is none, or both claim and occurrence are given.
    """
    if about.claim_id is not None and about.occurrence_id is not None:
        raise BadInput("--claim and --occurrence exclude each other: give one of them")
    published = _published(said.published)
    with writing(engine, user) as tx:
        article = articles.get_article(tx.session, article_id)
        claim, occurrence = _subject(tx.session, article_id, about)
        notice = Notice(said.kind, said.text, published, said.url, claim, occurrence)
        row = stored.add(tx, article, notice)
        reached = _reached(tx.session, article_id, claim, occurrence)
        carriers = stored.carriers(tx.session, reached)
        elsewhere = {c.whole_id for c in carriers if c.article_id != article_id}
        return Recorded(f"N{row.id}", len(reached), len(elsewhere))


def withdraw(engine: Engine, article_id: int, name: str, reason: str, user: str) -> str:
    """Take a notice on an article back; return its name.

    Raises:
        NotFound: the article has no such notice.
        BadInput: the name is not of the form N3.
        Conflict: it was taken back already.
    """
    match = re.fullmatch(r"[Nn]?(\d{1,9})", name.strip())
    if match is None:
        raise BadInput(f"{name!r} names no notice: give one such as N3")
    with writing(engine, user) as tx:
        row = stored.get(tx.session, int(match.group(1)))
        if row.article_id != article_id:
            raise NotFound(f"notice N{row.id} is not on article {article_id}")
        stored.withdraw(tx, row, reason)
        return f"N{row.id}"


def _published(text: str | None) -> str | None:
    published = parse_published(text, "--published")
    return published.as_given if published else None


def _subject(
    session: Session, article_id: int, about: About
) -> tuple[ClaimRow | None, OccurrenceRow | None]:
    if about.occurrence_id is not None:
        occurrence = claims.get_occurrence(session, about.occurrence_id)
        if stored.article_of(session, about.occurrence_id) != article_id:
            raise NotFound(f"occurrence {about.occurrence_id} is not in article {article_id}")
        return None, occurrence
    if about.claim_id is None:
        return None, None
    claim = claims.get_claim(session, about.claim_id)
    held = claims.wholes(session, stored.claims_in(session, article_id))
    if claim.id not in {*held, *held.values()}:
        raise NotFound(f"claim {about.claim_id} does not stand in article {article_id}")
    return claim, None


def _reached(
    session: Session,
    article_id: int,
    claim: ClaimRow | None,
    occurrence: OccurrenceRow | None,
) -> set[int]:
    """Return the claims that stand by themselves which a notice on an article reaches."""
    if claim is not None:
        return {claim.part_of_id or claim.id}
    if occurrence is not None:
        return set(claims.wholes(session, [occurrence.claim_id]).values())
    return set(claims.wholes(session, stored.claims_in(session, article_id)).values())
