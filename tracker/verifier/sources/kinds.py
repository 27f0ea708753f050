"""The kinds of records that a source has, in the form of an export: uids for references."""

from __future__ import annotations

KINDS = tuple(
    (
        "outlets articles versions agents places events participations claims occurrences "
        "attributions facts links relations judgements corrections anchorings notices "
        "requests withdrawals redactions ledger"
    ).split()
)

LATER = ("anchorings", "notices", "requests", "withdrawals", "redactions")
"""Kinds that exports and databases of earlier releases lack."""

HEAD = "ledger_head"
"""What names the newest entry of the ledger; exports of earlier releases lack it."""

AFTER = "later_redactions"
"""Proofs of the redactions that were made after the end of the ledger of an export of a past."""

BLOCK = "\u2588"
"""What stands in the place of every character that was redacted."""
