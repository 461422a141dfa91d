"""Ruled tables of Spanish and English papers."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Table

from samples.make import pages


def latin_table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    heights: Sequence[float | None] | float | None = None,
) -> Table:
    """Return a table in Times; widths and heights in mm."""
    return pages.table(rows, widths, heights=heights, size=10, font="Times-Roman")
