"""Households, loans, repayments, classes and inspections as facts never overwritten."""
