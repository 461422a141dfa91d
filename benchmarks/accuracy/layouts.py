"""Labels with their values in the layouts of the trade: lines, pairs, tables, the value below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.accuracy.pen import Pen

Told = Sequence[tuple[str, str]]


def _lines(pen: Pen, told: Told) -> None:
    ruled = pen.odds(0.3)
    for word, value in told:
        pen.say(f"{word}{pen.colon}{pen.rule(value) if ruled else value}")


def _pairs(pen: Pen, told: Told) -> None:
    gap = pen.pick("    ", "      ", "　　", "\t", "  ")
    for place in range(0, len(told), 2):
        pen.say(gap.join(f"{word}{pen.colon}{value}" for word, value in told[place : place + 2]))


def _comma(pen: Pen, told: Told) -> None:
    pen.say(
        "，".join(f"{word}{pen.colon}{value}" for word, value in told) + pen.pick("。", "", "；")
    )


def _grid(pen: Pen, told: Told) -> None:
    pen.grid([list(pair) for pair in told], (1, 2.4))


def _wide_grid(pen: Pen, told: Told) -> None:
    rows: list[list[str | None]] = []
    for place in range(0, len(told), 2):
        row: list[str | None] = [cell for pair in told[place : place + 2] for cell in pair]
        rows.append(row if len(row) == 4 else [*row, None, None])
    pen.grid(rows, (1, 1.7, 1, 1.7))


def _heads(pen: Pen, told: Told) -> None:
    size = 4 if len(told) % 4 != 1 else 3
    for place in range(0, len(told), size):
        part = told[place : place + size]
        pen.grid([[word for word, _ in part], [value for _, value in part]], head=1)


def _below(pen: Pen, told: Told) -> None:
    for word, value in told:
        pen.say(f"{word}{pen.colon}")
        pen.say(value)


def _tabs(pen: Pen, told: Told) -> None:
    for word, value in told:
        pen.say(f"{word}\t{value}")


LAYOUTS: Mapping[str, Callable[[Pen, Told], None]] = MappingProxyType(
    {
        "lines": _lines,
        "pairs": _pairs,
        "comma": _comma,
        "grid": _grid,
        "wide grid": _wide_grid,
        "heads": _heads,
        "below": _below,
        "tabs": _tabs,
    }
)
