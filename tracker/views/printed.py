"""Where an occurrence was printed: article, outlet, address, time."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from tracker.store import articles
from tracker.views.shapes import Shape


@dataclass(frozen=True, slots=True)
class Where:
    """The printed place of an occurrence, and the text around it."""

    article_id: int
    version: int
    outlet: str | None
    url: str | None
    title: str | None
    published_at: str | None
    text: str

    def shape(self) -> Shape:
        """Return the place without its text."""
        return {
            "article_id": self.article_id,
            "version": self.version,
            "outlet": self.outlet,
            "url": self.url,
            "title": self.title,
            "published_at": self.published_at,
        }


def of_versions(session: Session, version_ids: Collection[int]) -> dict[int, Where]:
    """Return the place of each article version."""
    return {
        version.id: Where(
            article_id=article.id,
            version=version.number,
            outlet=outlet,
            url=article.url,
            title=version.title,
            published_at=article.published_at,
            text=version.text,
        )
        for version, article, outlet in articles.load_versions(session, version_ids)
    }


def of_occurrences(session: Session, occurrence_ids: Collection[int]) -> dict[int, Where]:
    """Return the place of each occurrence."""
    versions = articles.versions_of(session, occurrence_ids)
    found = of_versions(session, set(versions.values()))
    return {occurrence: found[version] for occurrence, version in versions.items()}
