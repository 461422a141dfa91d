"""The words of a document in one language: single texts, and rows of texts."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str | tuple[str, ...]]


def texts(words: Words) -> dict[str, str]:
    """Return the single texts."""
    return {name: text for name, text in words.items() if isinstance(text, str)}


def rows(words: Words) -> dict[str, tuple[str, ...]]:
    """Return the rows: heads of tables, roles of those who sign."""
    return {name: text for name, text in words.items() if isinstance(text, tuple)}
