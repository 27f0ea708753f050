"""Articles, and one article with its statements in the order of the text."""

from collections.abc import Sequence

from sqlmodel import Session

from tracker.store import anchorings, articles, ledger, occurrences, seen
from tracker.views import notices, printed, versions
from tracker.views.claim import correction_shapes, current_links, link_shapes
from tracker.views.shapes import Shape, statement_shape
from tracker.views.withheld import redactions_of, withdrawal_shapes


def article_rows(session: Session, limit: int, offset: int = 0) -> list[Shape]:
    """Return one line's worth for each article, oldest number first."""
    ids = articles.list_versions(session, limit, offset)
    where = printed.of_versions(session, ids)
    counts = occurrences.count_by_version(session, ids)
    states = {v.id: v.state for v, _, _ in articles.load_versions(session, ids)}
    noted = notices.on_articles(session, {where[i].article_id for i in ids})
    withdrawn = withdrawal_shapes(session, [place.article_id for place in where.values()])
    return [
        {
            **where[i].shape(),
            "statements": counts.get(i, 0),
            "state": states[i],
            "notices": noted.get(where[i].article_id, []),
            "withdrawn": withdrawn[where[i].article_id],
        }
        for i in ids
    ]


def placed_shape(session: Session, article_id: int, number: int) -> Shape:
    """Return where a version was printed, its state, and what became there of earlier statements;
    and who withdrew the article, if somebody did.

    Raises:
        NotFound: there is no such article or version.
    """
    version = articles.get_version(session, article_id, number)
    where = printed.of_versions(session, [version.id])[version.id]
    return {
        **where.shape(),
        "state": version.state,
        "captured_at": version.captured_at.isoformat(),
        "withdrawn": withdrawal_shapes(session, [article_id])[article_id],
        "became": anchorings.count_fates(session, version.id) if number > 1 else None,
    }


def article_shape(session: Session, article_id: int, number: int | None = None) -> Shape:
    """Return an article version with its statements; the latest version by default.

    Raises:
        NotFound: there is no such article or version.
    """
    version = articles.get_version(session, article_id, number)
    where = printed.of_versions(session, [version.id])[version.id]
    earlier = versions.earlier_shapes(session, article_id, version.number)
    ids = occurrences.of_version(session, version.id)
    statements = statement_shapes(session, ids, version.text)
    versions.placed(statements, earlier, version.number)
    return {
        **where.shape(),
        "author": version.author,
        "state": version.state,
        "captured_at": version.captured_at.isoformat(),
        "encoding": version.encoding,
        "extractor": f"{version.extractor} {version.extractor_version}",
        "body_sha256": version.body_sha256,
        "text_sha256": version.text_sha256,
        "withdrawn": withdrawal_shapes(session, [article_id])[article_id],
        "redactions": redactions_of(session, version.uid),
        "entry": ledger.last_entry(session, seen.of_article(session, article_id)),
        "text": version.text,
        "versions": versions.version_shapes(session, article_id),
        "notices": notices.on_article(session, article_id),
        "statements": statements,
        "earlier": earlier,
    }


def statement_shapes(session: Session, occurrence_ids: Sequence[int], text: str) -> list[Shape]:
    """Return stored statements of one text in extract's shape, with what was decided.

    `claim_id` is the claim that the occurrence belongs to: the one first recorded
    where it is linked, else its own. `link` is None for an original.
    """
    wholes = occurrences.load(session, occurrence_ids)
    statements = occurrences.as_statements(session, wholes)
    links = link_shapes(session, occurrence_ids)
    holding = current_links(session, links)
    histories = versions.history_shapes(session, occurrence_ids)
    carried = anchorings.carried(session, [whole.claim.id for whole in wholes])
    noted = notices.of_claims(session, [whole.claim.id for whole in wholes])
    where = printed.of_versions(session, {whole.row.version_id for whole in wholes})
    withdrawn = withdrawal_shapes(session, [place.article_id for place in where.values()])
    shapes = []
    for whole, statement in zip(wholes, statements, strict=True):
        row, claim = whole.row, whole.claim
        own = [shape for (occurrence, _), shape in links.items() if occurrence == row.id]
        current = holding.get(row.id)
        shapes.append(
            {
                **statement_shape(statement, text),
                "occurrence_id": row.id,
                "claim_id": claim.part_of_id or claim.id,
                "rejected": row.rejected,
                "withdrawn": withdrawn[where[row.version_id].article_id],
                "link": current,
                "suggested_links": [] if current else own,
                "corrections": correction_shapes(session, row),
                "history": histories[row.id],
                "carried_from": carried.get(claim.id),
                "notices": noted[claim.id],
            }
        )
    return shapes
