"""The printed traces of claims, each with who first carried it as far as its article tells."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from tracker.model import RECORD, AgentKind, Article, HopRole, Occupancy, Published, Statement
from tracker.resolve import Basis, Carried, first_carried
from tracker.store import anchorings, articles, claims, occurrences, origins
from tracker.store.claims import Order
from tracker.store.occurrences import Whole
from tracker.text.names import fold_name, strip_article


@dataclass(frozen=True, slots=True)
class Piece:
    """One article version as a printed piece; `is_record` where it is only a claim's record."""

    version_id: int
    article_id: int
    is_record: bool
    article: Article


@dataclass(frozen=True, slots=True)
class Trace:
    """One occurrence of a claim in a piece; `carried` is None where its origin is not known.

    `claim_id` is the claim that it belongs to, the one first recorded.
    """

    claim_id: int
    occurrence_id: int
    order: Order
    piece: Piece
    statement: Statement
    carried: Carried | None


def traces_of(session: Session, claim_ids: Collection[int]) -> dict[int, list[Trace]]:
    """Return every trace of claims that stand by themselves, earliest first, none rejected."""
    roots = {claim_id: claim_id for claim_id in claim_ids}
    for root, parts in claims.members(session, claim_ids).items():
        roots |= dict.fromkeys(parts, root)
    # What a later version of the same article says of it is no second trace.
    for again in anchorings.again(session, roots):
        roots.pop(again)
    wholes = [
        whole
        for whole in occurrences.load(session, occurrences.of_claims(session, roots))
        if not whole.row.rejected
    ]
    stored = claims.load_claims(session, roots)
    pieces = _pieces(session, {whole.row.version_id for whole in wholes})
    found: dict[int, list[Trace]] = {claim_id: [] for claim_id in claim_ids}
    reader = _Reader(session, pieces, wholes)
    for whole, (statement, carried) in zip(wholes, reader.read(wholes), strict=True):
        found[roots[whole.row.claim_id]].append(
            Trace(
                claim_id=roots[whole.row.claim_id],
                occurrence_id=whole.row.id,
                order=stored[whole.row.claim_id].order,
                piece=pieces[whole.row.version_id],
                statement=statement,
                carried=carried,
            )
        )
    return {
        claim_id: sorted(traces, key=lambda trace: trace.order)
        for claim_id, traces in found.items()
    }


def _pieces(session: Session, version_ids: Collection[int]) -> dict[int, Piece]:
    return {
        version.id: Piece(
            version_id=version.id,
            article_id=article.id,
            is_record=version.extractor == RECORD,
            article=Article(
                text=version.text,
                url=article.url,
                outlet=outlet,
                title=version.title,
                author=version.author,
                published=Published.parse(article.published_at) if article.published_at else None,
            ),
        )
        for version, article, outlet in articles.load_versions(session, version_ids)
    }


Read = tuple[Statement, Carried | None]


class _Reader:
    """Reads who first carried each of some occurrences."""

    def __init__(self, session: Session, pieces: dict[int, Piece], wholes: Sequence[Whole]) -> None:
        self._session = session
        self._pieces = pieces
        self._positions = origins.positions(session, _speakers(wholes))

    def read(self, wholes: Sequence[Whole]) -> list[Read]:
        """Return each occurrence's statement and who first carried it."""
        read = self._alone(wholes)
        blank = [w for w, (_, carried) in zip(wholes, read, strict=True) if carried is None]
        interviews = self._interviews(blank)
        return [
            (statement, carried or _of_interview(whole, interviews))
            for whole, (statement, carried) in zip(wholes, read, strict=True)
        ]

    def _alone(self, wholes: Sequence[Whole]) -> list[Read]:
        statements = occurrences.as_statements(self._session, wholes)
        outlets = origins.outlets_among(self._session, _bodies(statements))
        folded = {fold_name(strip_article(name)) for name in outlets}
        return [
            (
                statement,
                first_carried(
                    self._pieces[whole.row.version_id].article,
                    statement,
                    positions=self._positions_of(whole),
                    outlets=folded,
                ),
            )
            for whole, statement in zip(wholes, statements, strict=True)
        ]

    def _positions_of(self, whole: Whole) -> Sequence[Occupancy]:
        return self._positions.get(whole.claim.speaker_id or 0, ())

    def _interviews(self, blank: Sequence[Whole]) -> dict[tuple[int, int], list[tuple[int, Read]]]:
        """Return, by version and speaker, what else they say there, by place in the text."""
        versions = {whole.row.version_id for whole in blank}
        others = origins.also_said(self._session, versions, _speakers(blank))
        wholes = occurrences.load(self._session, others)
        found: dict[tuple[int, int], list[tuple[int, Read]]] = defaultdict(list)
        for whole, read in zip(wholes, self._alone(wholes), strict=True):
            place = (whole.row.version_id, whole.claim.speaker_id or 0)
            found[place].append((whole.row.ordinal, read))
        return found


def _of_interview(
    whole: Whole, said: dict[tuple[int, int], list[tuple[int, Read]]]
) -> Carried | None:
    """Return the outlet where the speaker's last known words before these were told to it."""
    if whole.row.parent_id is not None or whole.claim.speaker_id is None:
        return None
    before = [
        (ordinal, carried)
        for ordinal, (_, carried) in said.get((whole.row.version_id, whole.claim.speaker_id), ())
        if ordinal < whole.row.ordinal and carried is not None
    ]
    last = max(before, key=lambda pair: pair[0], default=None)
    if last is None or last[1].basis is not Basis.OWN or not last[1].interview:
        return None
    return replace(last[1])


def _speakers(wholes: Iterable[Whole]) -> set[int]:
    return {whole.claim.speaker_id for whole in wholes if whole.claim.speaker_id is not None}


def _bodies(statements: Iterable[Statement]) -> set[str]:
    """Return the names at the head of chains that may be an outlet's."""
    return {
        hop.agent
        for statement in statements
        for hop in statement.chain
        if hop.role is HopRole.SPEAKER and hop.kind in (AgentKind.ORGANIZATION, AgentKind.GROUP)
    }
