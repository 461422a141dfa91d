"""Alerts: what the ledger's facts say about a borrower that somebody has to look into."""
