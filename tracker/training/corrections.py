"""What the desk corrected, confirmed or rejected, as marked articles to train on."""

from collections import defaultdict
from collections.abc import Iterable

from tracker.extract.facts.asserted import RULE as ASSERTED
from tracker.model import Act, Attribution, MarkedArticle, Span
from tracker.store import corrections, occurrences
from tracker.store.occurrences import Whole
from tracker.store.session import Session
from tracker.store.tables import SelectorRow, VersionRow


def corrected_articles(session: Session) -> list[MarkedArticle]:
    """Return the article versions that people decided on, by uid.

    Only the sentences in which a person corrected, confirmed or rejected a statement count
    as reviewed; what else stands in such a sentence was seen and let stand. Facts that the
    article itself asserts are nobody's words, and no marks.
    """
    articles = []
    for version_id, decided in corrections.decided(session).items():
        version = session.get_one(VersionRow, version_id)
        wholes = occurrences.load(session, occurrences.of_version(session, version_id))
        reviewed = {span for w in wholes if w.row.id in decided for span in _spans(w.selectors)}
        marks = tuple(_attribution(whole) for whole in wholes if _is_mark(whole))
        articles.append(MarkedArticle(version.uid, version.text, marks, tuple(sorted(reviewed))))
    return sorted(articles, key=lambda article: article.id)


def _spans(selectors: Iterable[SelectorRow]) -> Iterable[Span]:
    """Return where an occurrence's words stand and stood, one by one.

    Corrected words may stand far from those before: nobody has seen what lies between.
    """
    return (Span(selector.start, selector.end) for selector in selectors)


def _is_mark(whole: Whole) -> bool:
    """Say whether an occurrence is an attribution that stands, as far as anybody said."""
    attributed = any(s.part in ("source", "cue") for s in _active(whole.selectors))
    return not whole.row.rejected and (attributed or whole.row.rule != ASSERTED)


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
