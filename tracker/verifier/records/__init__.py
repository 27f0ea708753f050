"""Every record of a database or an export against the ledger."""
