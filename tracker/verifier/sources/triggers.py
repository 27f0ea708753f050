"""The triggers that keep tables append-only, as the program makes them."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from tracker.verifier.hashing.canonical import Record

APPEND_ONLY = tuple(
    (
        "ledger judgement correction article_version blob agent_identity anchoring "
        "article_notice article_withdrawal redaction idempotency_key"
    ).split()
)
STRUCK_OUT = "ledger_value"

_BLOTTED = "length(NEW.{0}) = length(OLD.{0}) AND replace(NEW.{0}, '█', '') = ''"
_SAME_LENGTH = "length(NEW.{0}) = length(OLD.{0})"
_OPEN = "EXISTS (SELECT 1 FROM redaction, ledger_head WHERE redaction.entry > ledger_head.seq%s)"

BLOTS: Dict[str, Tuple[str, Dict[str, str]]] = {
    "judgement": ("uid", {"reason": _BLOTTED}),
    "agent_identity": ("uid", {"reason": _BLOTTED}),
    "article_withdrawal": ("uid", {"reason": _BLOTTED}),
    "correction": ("uid", dict.fromkeys(("before", "after", "reason"), _BLOTTED)),
    "article_version": (
        "uid",
        dict.fromkeys(("text", "text_sha256", "title", "author"), _SAME_LENGTH),
    ),
    "blob": ("sha256", {"body": "length(NEW.body) = 0", "codec": "NEW.codec = 'redacted'"}),
}
"""By table: the column that a redaction names its rows by, and what it may make of them."""
ROW_KEYS = {"ledger": ("seq",), "ledger_value": ("seq",), "blob": ("sha256",)}


def allowed(table: str, columns: List[str], can_redact: bool) -> Optional[str]:
    """Return the SQL condition under which a row may be updated, None for never."""
    strike = "NEW.value IS NULL AND NEW.salt = '' AND NEW.seq = OLD.seq"
    if not can_redact:
        return strike if table == STRUCK_OUT else None
    if table == STRUCK_OUT:
        return f"{strike} AND NEW.reason_text IS NULL AND {_OPEN % ''}"
    if table not in BLOTS:
        return None
    named_by, blots = BLOTS[table]
    conditions = [_OPEN % f" AND redaction.record_uid = OLD.{named_by}"]
    for column in columns:
        kept = f'NOT (NEW."{column}" IS NOT OLD."{column}")'
        blot = blots.get(column, "").format(f'"{column}"')
        conditions.append(f"({kept} OR ({blot}))" if blot else kept)
    changes = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in blots)
    return " AND ".join([*conditions, f"({changes})"])


def triggers(table: str, columns: List[str], can_redact: bool) -> Record:
    """Return the SQL of the triggers that keep a table append-only, by name."""
    condition = allowed(table, columns, can_redact)
    strike = f"WHEN ({condition}) IS NOT TRUE " if condition else ""
    taken = " OR ".join(f"{key} = NEW.{key}" for key in ROW_KEYS.get(table, ("id", "uid")))
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    made = {
        "no_update": f"BEFORE UPDATE ON {table} {strike}{refuse}",
        "no_delete": f"BEFORE DELETE ON {table} {refuse}",
        "no_replace": f"BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) {refuse}",
    }
    return {f"{table}_{name}": f"CREATE TRIGGER {table}_{name} {sql}" for name, sql in made.items()}
