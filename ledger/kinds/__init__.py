"""Kinds of facts that need no table of their own: each is declared in one file, as data."""
