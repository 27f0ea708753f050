"""What the desk corrected, confirmed or rejected, as marked articles to train on."""

from collections import defaultdict
from collections.abc import Iterable

from tracker.model import Act, Attribution, MarkedArticle, Span
from tracker.store import corrections, occurrences
from tracker.store.occurrences import Whole
from tracker.store.session import Session
from tracker.store.tables import SelectorRow, VersionRow


def corrected_articles(session: Session) -> list[MarkedArticle]:
    """Return the article versions that people decided on, by uid.

    Only the sentences in which a person corrected, confirmed or rejected a statement count
    as reviewed; what else stands in such a sentence was seen and let stand.
    """
    articles = []
    for version_id, decided in corrections.decided(session).items():
        version = session.get_one(VersionRow, version_id)
        wholes = occurrences.load(session, occurrences.of_version(session, version_id))
        reviewed = sorted(_extent(whole) for whole in wholes if whole.row.id in decided)
        marks = tuple(_attribution(whole) for whole in wholes if not whole.row.rejected)
        articles.append(MarkedArticle(version.uid, version.text, marks, tuple(reviewed)))
    return sorted(articles, key=lambda article: article.id)


def _extent(whole: Whole) -> Span:
    """Return the stretch from the first to the last selector of an occurrence, past ones too."""
    selectors = list(whole.selectors)
    return Span(min(s.start for s in selectors), max(s.end for s in selectors))


def _attribution(whole: Whole) -> Attribution:
    parts: dict[str, list[Span]] = defaultdict(list)
    for selector in _active(whole.selectors):
        parts[selector.part].append(Span(selector.start, selector.end))
    return Attribution(
        content=tuple(sorted(parts["content"])),
        source=tuple(sorted(parts["source"])),
        cue=tuple(sorted(parts["cue"])),
        act=Act(whole.claim.act),
    )


def _active(selectors: Iterable[SelectorRow]) -> Iterable[SelectorRow]:
    return (selector for selector in selectors if selector.active)
