"""The indicators, by what they measure; `ledger.indicators` lists them all."""
