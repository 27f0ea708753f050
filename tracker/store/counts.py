"""How many records of each kind there are."""

from sqlmodel import Session, func, select

from tracker.store.tables import (
    AgentRow,
    ArticleRow,
    ClaimRow,
    JudgementRow,
    LedgerRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
    VersionRow,
)

_TABLES = {
    "articles": ArticleRow,
    "versions": VersionRow,
    "agents": AgentRow,
    "claims": ClaimRow,
    "occurrences": OccurrenceRow,
    "links": LinkRow,
    "relations": RelationRow,
    "judgements": JudgementRow,
    "ledger entries": LedgerRow,
}


def of_records(session: Session) -> dict[str, int]:
    """Return the number of rows of each kind of record."""
    return {
        name: session.exec(select(func.count()).select_from(table)).one()
        for name, table in _TABLES.items()
    }
