"""What a page declares of itself for machines: its address, its outlet, when it was published.

Only declarations count, no guess from a line of text or a domain name: an unknown
outlet is asked for or left blank, a wrong one would give forty outlets one name.
Article objects in JSON-LD come first, being about the article; then `meta` elements.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tracker.ingest.given import declared
from tracker.model import Published


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The declarations of one page; None for what it does not declare."""

    url: str | None
    outlet: str | None
    published: Published | None


_ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReportageNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
    }
)
"""The schema.org types whose declarations are about the page's own article."""

_DATE_NAMES = ("article:published_time", "og:article:published_time", "datePublished", "pubdate")
_OUTLET_NAMES = ("og:site_name",)


def declared_facts(tree: HtmlElement, fetched_from: str | None) -> PageFacts:
    """Return what the page declares.

    `fetched_from` is the address it came from, if any. The canonical address that
    the page names replaces it only on the same host: a syndicated copy names the
    original's address, and it is another outlet's article.
    """
    objects = [item for item in _linked_data(tree) if _is_article(item)]
    metas = _metas(tree)
    return PageFacts(
        url=_address(tree, metas, fetched_from),
        outlet=_first(metas, _OUTLET_NAMES) or _only(_publisher(item) for item in objects),
        published=_published(
            _only(item.get("datePublished") for item in objects) or _first(metas, _DATE_NAMES)
        ),
    )


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects at the top of each script, or in its list or graph."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph", value) if isinstance(value, dict) else value
        items = graph if isinstance(graph, list) else [graph]
        yield from (item for item in items if isinstance(item, dict))


def _is_article(item: dict[str, Any]) -> bool:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name in _ARTICLE_TYPES for name in names)


def _publisher(item: dict[str, Any]) -> object:
    publisher = item.get("publisher")
    return publisher.get("name") if isinstance(publisher, dict) else publisher


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the first content of each named `meta` element."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = declared(meta.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _only(values: Iterable[object]) -> str | None:
    """Return the one text that is given; several articles on a page give several, so none."""
    texts = {text for value in values if (text := declared(value))}
    return texts.pop() if len(texts) == 1 else None


def _published(value: str | None) -> Published | None:
    try:
        return Published.parse(value) if value else None
    except (ValueError, OverflowError):
        return None  # a date in another form than ISO; the caller has another way to find it


def _address(tree: HtmlElement, metas: dict[str, str], fetched_from: str | None) -> str | None:
    links = (declared(link.get("href")) for link in tree.iterfind(".//link[@rel='canonical']"))
    named = next((url for url in (*links, metas.get("og:url")) if _names_a_page(url)), None)
    if fetched_from is None or named is None:
        return fetched_from or named
    same_host = urlsplit(named).netloc.lower() == urlsplit(fetched_from).netloc.lower()
    return named if same_host else fetched_from


def _names_a_page(url: str | None) -> bool:
    """Say whether `url` is a web address of more than a host.

    Some sites name their front page on every page; all their articles would be one.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.path.strip("/") or parts.query)
