"""Disposal: lists of what may go, approvals by others, erasure that leaves a tombstone."""
