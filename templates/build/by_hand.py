"""Blocks of forms that are finished by hand: facts row by row, lists with empty lines, boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.build.blocks import Cell, table
from templates.formats import SHORT_BLANKS

# Width of a form's text, in millimetres.
FULL = 154
WIDE = 243

Row = Sequence[Cell | str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its head, what a line prints there, its width, how it stands."""

    head: str
    value: str
    width: float
    style: str = "SmallText"


def facts(
    rows: Sequence[Sequence[tuple[str, str]]], widths: Sequence[float], *, keep: int = 0
) -> str:
    """Return labels with their values in ruled cells.

    rows    pairs of label and value; the last value of a short row takes the room that is left
    widths  of label and value in turn
    keep    so many of the last rows stay on the page of what follows
    """
    return table(widths, [], [_facts_row(row, len(widths)) for row in rows], keep=keep)


def _facts_row(pairs: Sequence[tuple[str, str]], columns: int) -> Row:
    cells: list[Cell | str] = []
    for place, (label, value) in enumerate(pairs):
        last = place == len(pairs) - 1
        span = columns - 2 * place - 1 if last else 1
        cells += [Cell(label, "TableLabel"), Cell(value, "TableText", span=span)]
    return cells


def listed(
    loop: str,
    columns: Sequence[Column],
    *,
    empty: int = 0,
    total: Sequence[Cell | str] | None = None,
) -> str:
    """Return a list with a line for each `one` of `loop`.

    empty  so many lines to be filled in by hand stand there instead where the loop has none
    total  a last row
    """
    span = len(columns)

    def tag(text: str) -> Row:
        return [Cell(text, span=span)]

    rows: list[Row] = [
        tag(f"{{%tr for one in {loop} %}}"),
        [Cell(column.value, column.style) for column in columns],
        tag("{%tr endfor %}"),
    ]
    if empty:
        line: Row = [Cell(" ", "TableText") for _column in columns]
        rows += [tag(f"{{%tr if not {loop} %}}"), *[line] * empty, tag("{%tr endif %}")]
    if total is not None:
        rows.append(total)
    heads = [Cell(column.head, "SmallHead") for column in columns]
    return table([column.width for column in columns], [heads], rows)


def boxes(choices: Sequence[str], other: str = "", language: str = "zh") -> str:
    """Return boxes to tick; `other` ends the line with room to write."""
    said = "  ".join(f"□{choice}" if language == "zh" else f"□ {choice}" for choice in choices)
    if not other:
        return said
    blank = SHORT_BLANKS[language] * 2
    return f"{said}  □{other}：{blank}" if language == "zh" else f"{said}  □ {other}: {blank}"
