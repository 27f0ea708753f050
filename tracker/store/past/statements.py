"""Occurrences and claims as they were: corrected since, or placed elsewhere since."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import col, select

from tracker.store.past import rows
from tracker.store.past.later import Later
from tracker.store.past.rows import Ids
from tracker.store.past.shadow import Shadow
from tracker.store.session import portions
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    EventRow,
    HopRow,
    OccurrenceRow,
    SelectorRow,
)

Keys = Callable[[str], frozenset[int]]

_PLACED = """
SELECT c.id, l.uid FROM past_later AS l
JOIN claim AS c ON c.uid = l.uid
JOIN occurrence AS o ON o.claim_id = c.id
WHERE l.kind = 'placement' AND NOT EXISTS (
    SELECT 1 FROM past_later AS n
    WHERE n.uid = o.uid AND n.kind = 'occurrence' AND n.was IS NULL
)
"""
"""The claims that were there, and were made part of another or taken from it since."""


def rewind_statements(later: Later, shadow: Shadow, keys: Keys) -> None:
    """Write occurrences and claims as they were; those that were not there are hidden."""
    real = shadow.real("occurrence")
    shadow.hide_where(
        "claim", f"SELECT t.claim_id FROM {real} AS t JOIN gone_occurrence AS g ON g.id = t.id"
    )
    values = later.changed("occurrence")
    ids = _ids(later, values)
    present = {row.id: row for row in later.present(OccurrenceRow, values)}
    was = [rows.occurrence(row, values[row.uid], ids) for row in present.values()]
    shadow.put("occurrence", was)
    of_row = {row.id: values[row.uid] for row in present.values()}
    _Parts(later, shadow, ids).write(of_row)
    by_claim = {row.claim_id: values[row.uid] for row in present.values()}
    _Claims(later, shadow, keys, ids).write(by_claim)


def _ids(later: Later, values: dict[str, Any]) -> Ids:
    """Return the numbers of all that these occurrences name."""
    told = [value for value in values.values() if value is not None]
    agents = {one["claim"]["speaker"] for one in told} | {one.get("proposed") for one in told}
    agents |= {hop["agent"] for one in told for hop in one["chain"]}
    events = {one["claim"]["event"] for one in told}
    return later.ids(AgentRow, agents) | later.ids(EventRow, events)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words, chain and figures of changed occurrences."""

    later: Later
    shadow: Shadow
    ids: Ids

    def write(self, values: dict[int, Any]) -> None:
        for some in portions(values):
            selectors, hops = (
                self._by_occurrence(SelectorRow, some),
                self._by_occurrence(HopRow, some),
            )
            for row_id in some:
                value = values[row_id]
                self.shadow.put("selector", rows.selectors(selectors[row_id], value))
                self.shadow.put("attribution", rows.hops(hops[row_id], value, self.ids))
            self._figures([row_id for row_id in some if values[row_id] is not None])

    def _figures(self, ids: Collection[int]) -> None:
        """Write figures as they are: nobody changes one."""
        if ids:
            source = self.shadow.real("reported_fact")
            numbers = ", ".join(map(str, ids))
            self.shadow.put_from(
                "reported_fact",
                f"SELECT t.* FROM {source} AS t WHERE t.occurrence_id IN ({numbers})",
            )

    def _by_occurrence(self, table: Any, ids: Collection[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {row_id: [] for row_id in ids}
        query = select(table).where(col(table.occurrence_id).in_(ids)).order_by(col(table.id))
        for row in self.later.session.exec(query):
            found[row.occurrence_id].append(row)
        return found


@dataclass(frozen=True, slots=True)
class _Claims:
    """Claims whose words or speaker changed, or what they are part of."""

    later: Later
    shadow: Shadow
    keys: Keys
    ids: Ids

    def write(self, values: dict[int, Any]) -> None:
        """Write claims as they were; `values` are those of their occurrences, by claim."""
        whole = self._placed()
        self.shadow.hide("claim", whole.keys() - values.keys())
        for some in portions(values.keys() | whole.keys()):
            present = self.later.session.exec(select(ClaimRow).where(col(ClaimRow.id).in_(some)))
            found = list(present)
            was = [
                rows.claim(row, values[row.id], self.ids) if row.id in values else row.model_dump()
                for row in found
            ]
            for one in was:
                one["part_of_id"] = whole.get(one["id"], one["part_of_id"])
            self.shadow.put("claim", was)
            self._words({row.id: row.text for row in found}, was)

    def _placed(self) -> dict[int, int | None]:
        """Return what each claim that was placed anew since was part of."""
        values = self.later.changed("placement")
        placed = self.later.session.execute(text(_PLACED)).all()
        targets = {uid: (values.get(uid) or {}).get("part_of") for _, uid in placed}
        ids = self.later.ids(ClaimRow, targets.values())
        return {
            claim_id: None if (target := targets[uid]) is None else ids[target]
            for claim_id, uid in placed
        }

    def _words(self, now: dict[int, str], was: Collection[dict[str, Any]]) -> None:
        """Let search find claims by the words that they had."""
        reworded = [one for one in was if one["text"] != now[one["id"]]]
        self.shadow.hide("claim_key", [one["id"] for one in reworded])
        self.shadow.put(
            "claim_key",
            [
                {"hash": key, "claim_id": one["id"]}
                for one in reworded
                for key in sorted(self.keys(one["text"]))
            ],
        )
