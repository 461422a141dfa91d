"""The ledger as arrays."""
