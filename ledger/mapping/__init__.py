"""Heads that no layout knows: what they may mean, what a person decided, and what is remembered."""
