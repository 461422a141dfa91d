"""A table with a row for each line of a list: head repeated on every page, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.build.blocks import Cell, for_each_row, table

_STYLES = {"left": "Text", "centre": "Centre", "right": "Number"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what a row prints (`{{ one.balance|cell }}`), its width.

    align  "left", "centre", or "right" for numbers
    total  what the last row prints; its first column says what the row is: 合计
    """

    head: str
    text: str
    width_mm: float
    align: str = "left"
    total: str = ""


def listing(loop: str, columns: Sequence[Column], *, small: bool = False) -> str:
    """Return the table of `loop`; with a last row of totals where a column has one.

    small  in the size for many columns
    """
    size = "Small" if small else "Table"
    row = [Cell(one.text, f"{size}{_STYLES[one.align]}") for one in columns]
    rows = list(for_each_row(loop, row))
    if any(one.total for one in columns):
        rows.append(
            [
                Cell(one.total, f"{size}{_STYLES[one.align if place else 'centre']}")
                for place, one in enumerate(columns)
            ]
        )
    heads = [Cell(one.head, f"{size}Head") for one in columns]
    return table([one.width_mm for one in columns], [heads], rows)
