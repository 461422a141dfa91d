"""What filed papers say that the ledger keeps: proposed, confirmed, posted, or told apart."""
