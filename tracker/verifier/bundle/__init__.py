"""Bundles: some claims with their texts and captures, and proofs of them from the ledger."""
