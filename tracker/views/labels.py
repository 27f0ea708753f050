"""Labels that stand where words were redacted: why, by whom, when."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session

from tracker.model import BLOCK
from tracker.store import redactions, withholding
from tracker.store.withholding import Hidden, Tombstones
from tracker.views.shapes import Shape

_BLOCKS = re.compile(f"{BLOCK}+")


def labelled(session: Session, shape: Any) -> Any:
    """Return a shape to print, with "[redacted: reason, by, date]" where words stood.

    A label tells what withholds these very words, name or reason, not what else is gone
    from the article. What is read by programs keeps the blocks, so that offsets stay right.
    """
    rows = redactions.every(session)
    if not rows:
        return shape
    return _Labels(_Known.of(session, rows, shape)).of(shape, "", _Scope())


@dataclass(frozen=True, slots=True)
class _Known:
    """The tombstones of all that a shape names, by its numbers."""

    rows: Tombstones
    hidden: Mapping[int, Hidden]
    of_claim: Mapping[int, int]
    texts: Mapping[int, Tombstones]
    names: Mapping[int, Tombstones]
    withdrawn: Mapping[int, Tombstones]
    identities: Mapping[int, Tombstones]

    @classmethod
    def of(cls, session: Session, rows: Tombstones, shape: Any) -> "_Known":
        numbers: dict[str, set[int]] = {"occurrence_id": set(), "claim_id": set()}
        for name, number in _numbers(shape):
            numbers[name].add(number)
        of_claim = withholding.by_claim(session, numbers["claim_id"])
        ids = numbers["occurrence_id"].union(of_claim.values())
        texts: dict[int, list[Any]] = defaultdict(list)
        articles = redactions.articles_of(session, rows)
        for row in rows:
            if row.record_uid in articles:
                texts[articles[row.record_uid]].append(row)
        return cls(
            rows=rows,
            hidden=withholding.of_occurrences(session, rows, ids),
            of_claim=of_claim,
            texts=texts,
            names=withholding.of_agents(session, rows),
            withdrawn=withholding.of_articles(session, rows),
            identities=withholding.of_identities(session, rows),
        )

    def held(self, shape: Shape) -> tuple[Hidden, ...]:
        """Return what is hidden of the occurrence that a shape is of, or of its claim's."""
        found = self.hidden.get(_number(shape, "occurrence_id"))
        if found is None:
            found = self.hidden.get(self.of_claim.get(_number(shape, "claim_id"), 0))
        return () if found is None else (found,)

    def of_kinds(self, *kinds: str) -> Tombstones:
        """Return all tombstones of records of these kinds."""
        return [row for row in self.rows if row.record_kind in kinds]


def _numbers(value: Any) -> Iterator[tuple[str, int]]:
    """Yield the occurrences and claims that a shape names."""
    if isinstance(value, list):
        for one in value:
            yield from _numbers(one)
    elif isinstance(value, dict):
        for name in ("occurrence_id", "claim_id"):
            if _number(value, name):
                yield name, value[name]
        for one in value.values():
            yield from _numbers(one)


def _number(shape: Shape, name: str) -> int:
    number = shape.get(name)
    return number if isinstance(number, int) else 0


@dataclass(frozen=True, slots=True)
class _Scope:
    """Whose words stand somewhere in a shape: occurrences, the article, agents by field.

    `is_compared` says that they are of two wordings side by side.
    """

    held: tuple[Hidden, ...] = ()
    article: int = 0
    agents: Mapping[str, int] | None = None
    is_compared: bool = False


_NAMES = frozenset("speaker joint_speakers agent name names proposed into_name other_name".split())
"""What shapes call the names of agents."""

_AGENTS = {
    "name": "agent_id",
    "names": "agent_id",
    "into_name": "into_id",
    "other_name": "other_id",
}
"""Where the number of an agent stands beside its name."""

_REASONS = frozenset({"before", "after", "reason"})
"""What they call the words of people's decisions."""

_REASONED = ("ledger", "correction", "judgement", "agent_identity", "article_withdrawal")

_AROUND = frozenset({"title", "author", "context"})
"""Words of an article that need not be of the occurrence they are shown with."""

_ATTRIBUTION = frozenset({"unnamed_source", "ground", "speaker_reason"})
"""Words of an occurrence that need not stand in its content."""

_COMPARED = frozenset({"diff", "drift", "differences"})
"""Words of two claims: what is shown, and what it is held against."""


class _Labels:
    """The label for the blocks in a shape, by whose they are."""

    def __init__(self, known: _Known) -> None:
        self._known = known

    def of(self, value: Any, name: str, scope: _Scope) -> Any:
        """Return a value with its blocks labelled; `name` is its field."""
        if isinstance(value, str):
            if BLOCK not in value:
                return value
            label = _label(*self._tombstones(name, scope))
            return _BLOCKS.sub(lambda _: label, value)
        if isinstance(value, list):
            return [self.of(one, name, scope) for one in value]
        if isinstance(value, dict):
            return self._of_shape(value, scope)
        return value

    def _of_shape(self, shape: Shape, outer: _Scope) -> Shape:
        here = self._scope(shape, outer)
        both = replace(here, held=(*here.held, *outer.held), is_compared=True)
        found = {
            field: self.of(one, field, both if field in _COMPARED else here)
            for field, one in shape.items()
        }
        if {"start", "end", "exact"} <= shape.keys() and BLOCK in shape["exact"]:
            rows = [r for one in here.held for r in one.of_span(shape["start"], shape["end"])]
            label = _label(rows or self._known.texts.get(here.article, ()), ())
            found["exact"] = _BLOCKS.sub(lambda _: label, shape["exact"])
        if "original" in shape and "occurrence_id" in shape:  # of the claim it may repeat
            told = self._scope({"claim_id": shape.get("claim_id")}, _Scope())
            found["original"] = self.of(shape["original"], "text", told)
        return found

    def _scope(self, shape: Shape, outer: _Scope) -> _Scope:
        """Return whose words stand in a shape: its own, or of what it stands in."""
        held = self._known.held(shape)
        if not held:
            sides = [shape[side] for side in ("from", "to") if isinstance(shape.get(side), dict)]
            held = tuple(one for side in sides for one in self._known.held(side))
        numbers = {name: _number(shape, of) for name, of in _AGENTS.items()}
        article = _number(shape, "article_id") or (held[0].article_id if held else outer.article)
        agents = numbers if any(numbers.values()) else outer.agents if not held else None
        return _Scope(held or outer.held, article, agents, outer.is_compared)

    def _tombstones(self, name: str, scope: _Scope) -> tuple[Tombstones, Tombstones]:
        """Return the tombstones of some words, and those that may be where there is none."""
        known = self._known
        if name in _NAMES:
            agent = (scope.agents or {}).get(name, 0)
            rows = [*known.names.get(agent, ()), *(r for one in scope.held for r in one.names)]
            return rows, known.of_kinds("agent")
        if name in _REASONS and not scope.is_compared:
            rows = [row for one in scope.held for row in one.said]
            for agent in (scope.agents or {}).values():
                rows += known.identities.get(agent, ())
            return [*rows, *known.withdrawn.get(scope.article, ())], known.of_kinds(*_REASONED)
        texts = known.texts.get(scope.article, ())
        if name in _AROUND or not scope.held:
            return texts, ()
        parts = () if name in _ATTRIBUTION else ("content",)
        return [row for one in scope.held for row in one.of_words(*parts)], texts


def _label(rows: Sequence[Any], possible: Sequence[Any]) -> str:
    """Return the label of tombstones; where there is none, of the only one that it can be."""
    told = _told(rows) or _told(possible)
    if not rows and len(told) > 1:
        told = []
    return f"[redacted: {'; '.join(told)}]" if told else "[redacted]"


def _told(rows: Sequence[Any]) -> list[str]:
    ordered = sorted(rows, key=lambda row: row.entry)
    return list(dict.fromkeys(f"{row.reason}, {row.user}, {row.at:%Y-%m-%d}" for row in ordered))
