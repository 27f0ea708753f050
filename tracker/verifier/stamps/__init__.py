"""Time stamps (RFC 3161) that the ledger holds."""
