"""How many independent origins stand behind a claim, with the graph that shows why.

Forty outlets that carry one agency are one origin, two that each spoke to the speaker are
two. Who first carried each printed trace is told by its own article (`resolve.carried`).
Articles that are one text printed twice are one piece: it has the origin that any of them
tells. Whom an article credits ("with inputs from") may or may not have carried a statement,
so a credit is shown and never counted; and where no article tells, the origin is unknown and
counted apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from tracker.resolve import Basis, find_credits, is_one_outlet
from tracker.text.copies import Copy, find_copies, runs
from tracker.text.datelines import is_wire
from tracker.views.shapes import Shape
from tracker.views.traces import Piece, Trace, traces_of

COMPARED = 500
"""Articles of one claim whose texts are held against each other, the earliest first: seven
milliseconds each. Later ones keep what their own words tell, and are counted in the shape."""

_TOGETHER = 25
"""Claims read at a time: a few thousand reports, far under what a query may name."""


@dataclass(slots=True)
class _Work:
    """One text, by however many articles it is printed."""

    articles: list[int] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)

    def origins(self, known: "_Names") -> list[tuple[str, ...]]:
        """Return the origins of the text, each once; several names are a joint credit.

        What outlets tell of themselves is one origin where they print one text.
        """
        carried = [trace.carried for trace in self.traces if trace.carried is not None]
        chain = [names for c in carried if c.basis is not Basis.OWN for names in c.origins]
        own = {known.of(name) for c in carried if c.basis is Basis.OWN for (name,) in c.origins}
        if own and (not chain or len(self.articles) == 1):
            chain.append(tuple(sorted(own)))
        named = (dict.fromkeys(known.of(name) for name in names) for names in chain)
        return list(dict.fromkeys(tuple(names) for names in named))


class _Names:
    """One name for each origin, of those by which articles call it."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the name under which this origin came first."""
        if name not in self._known:
            same = (known for known in self._known.values() if is_one_outlet(known, name))
            self._known[name] = next(same, name)
        return self._known[name]


def independence_shapes(session: Session, claim_ids: Collection[int]) -> dict[int, Shape]:
    """Return the independence of claims that stand by themselves, by number."""
    texts = _Texts()
    ids = list(claim_ids)
    found: dict[int, Shape] = {}
    for at in range(0, len(ids), _TOGETHER):
        traces = traces_of(session, ids[at : at + _TOGETHER])
        found |= {claim_id: _shape(traces[claim_id], texts) for claim_id in traces}
    return found


def independence_shape(session: Session, claim_id: int) -> Shape:
    """Return the independence of one claim that stands by itself."""
    return independence_shapes(session, [claim_id])[claim_id]


class _Texts:
    """The runs of words of the articles at hand, each read once."""

    def __init__(self) -> None:
        self._runs: dict[int, frozenset[int]] = {}

    def copies(self, pieces: Iterable[Piece]) -> list[Copy[int]]:
        """Return which of these articles give the text of another; records have none."""
        wanted = {piece.article_id: piece for piece in pieces if not piece.is_record}
        if len(wanted) < 2:
            return []
        return find_copies({number: self._of(piece) for number, piece in wanted.items()})

    def _of(self, piece: Piece) -> frozenset[int]:
        if piece.version_id not in self._runs:
            self._runs[piece.version_id] = runs(piece.article.text)
        return self._runs[piece.version_id]


def _shape(traces: Sequence[Trace], texts: _Texts) -> Shape:
    pieces = {trace.piece.article_id: trace.piece for trace in traces}
    compared = list(pieces.values())[:COMPARED]
    copies = texts.copies(compared)
    works = _works(traces, copies)
    names = _Names()
    by_work = [(work, work.origins(names)) for work in works]
    counted = _counted(names for _, found in by_work for names in found)
    unknown = [work for work, found in by_work if not found]
    graph = _Graph(pieces, names, counted)
    return {
        "articles": len(pieces),
        "outlets": len({piece.article.outlet for piece in pieces.values()} - {None}),
        "independent_origins": len(counted),
        "unknown_origin": len(unknown),
        "unknown_articles": sum(len(work.articles) for work in unknown),
        "not_compared": len(pieces) - len(compared),
        "origins": _origins(by_work, counted, traces, names),
        "graph": graph.shape(traces, copies),
    }


def _works(traces: Sequence[Trace], copies: Sequence[Copy[int]]) -> list[_Work]:
    """Return the texts behind the traces, in the order of their first trace."""
    longest = {copy.one: copy.other for copy in copies}
    found: dict[int, _Work] = {}
    for trace in traces:
        article = trace.piece.article_id
        work = found.setdefault(longest.get(article, article), _Work())
        work.traces.append(trace)
        if article not in work.articles:
            work.articles.append(article)
    return list(found.values())


def _counted(origins: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the origins that count: a joint credit only where none of its names does alone."""
    every = list(dict.fromkeys(origins))
    counted: list[tuple[str, ...]] = [names for names in every if len(names) == 1]
    alone = {name for names in counted for name in names}
    for names in every:
        if len(names) > 1 and alone.isdisjoint(names):
            counted.append(names)
            alone.update(names)
    return counted


def _origins(
    by_work: Sequence[tuple[_Work, list[tuple[str, ...]]]],
    counted: Sequence[tuple[str, ...]],
    traces: Sequence[Trace],
    known: _Names,
) -> list[Shape]:
    """Return each counted origin with the articles that came from it, and how that is known."""
    articles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for work, found in by_work:
        for names in found:
            articles[names] += work.articles
    bases: dict[str, set[str]] = defaultdict(set)
    for trace in traces:
        for names in trace.carried.origins if trace.carried else ():
            for name in names:
                bases[known.of(name)].add(str(trace.carried.basis if trace.carried else ""))
    return [
        {
            "name": " / ".join(names),
            "basis": sorted(set().union(*(bases[name] for name in names))),
            "articles": sorted(set(articles[names])),
        }
        for names in counted
    ]


class _Graph:
    """Origins, outlets and articles as nodes, and why each edge between them is drawn."""

    def __init__(
        self,
        pieces: Mapping[int, Piece],
        names: _Names,
        counted: Sequence[tuple[str, ...]],
    ) -> None:
        self._pieces = pieces
        self._names = names
        self._counted = {name for joint in counted for name in joint}
        self._nodes: dict[str, Shape] = {}
        self._edges: dict[tuple[str, str, str], Shape] = {}

    def shape(self, traces: Sequence[Trace], copies: Sequence[Copy[int]]) -> Shape:
        """Return the graph as lists of nodes and edges."""
        for piece in self._pieces.values():
            self._add_article(piece)
        for trace in traces:
            self._add_origin(trace)
        for copy in copies:
            self._add_copy(copy)
        return {"nodes": list(self._nodes.values()), "edges": list(self._edges.values())}

    def _add_article(self, piece: Piece) -> None:
        article, published = piece.article, piece.article.published
        here = self._node(
            "article",
            str(piece.article_id),
            title=article.title,
            url=article.url,
            published_at=published.as_given if published else None,
        )
        if article.outlet:
            self._edge(here, self._node("outlet", article.outlet), "printed")
        for credit in find_credits(article):
            if credit.name and is_wire(credit.name):
                self._edge(here, self._origin(credit.name), "credit", credit.words)

    def _add_origin(self, trace: Trace) -> None:
        carried = trace.carried
        here = f"article:{trace.piece.article_id}"
        for name in (name for names in carried.origins for name in names) if carried else ():
            self._edge(
                here,
                self._origin(name),
                str(carried.basis if carried else ""),
                carried.words if carried else None,
            )

    def _add_copy(self, copy: Copy[int]) -> None:
        """Draw the edge from the article that comes later in the claim's order."""
        order = list(self._pieces)
        earlier, later = sorted((copy.one, copy.other), key=order.index)
        edge = self._edge(f"article:{later}", f"article:{earlier}", "syndicated")
        edge["share"] = round(copy.share, 3)

    def _origin(self, printed: str) -> str:
        name = self._names.of(printed)
        return self._node("origin", name, counted=name in self._counted)

    def _node(self, kind: str, name: str, **facts: object) -> str:
        identity = f"{kind}:{name}"
        self._nodes.setdefault(identity, {"id": identity, "kind": kind, "name": name, **facts})
        return identity

    def _edge(self, start: str, end: str, reason: str, words: str | None = None) -> Shape:
        return self._edges.setdefault(
            (start, end, reason), {"from": start, "to": end, "reason": reason, "words": words}
        )
