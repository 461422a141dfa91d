"""Parts that several printed slips share."""

from __future__ import annotations

from reportlab.platypus import Table

from samples.make import pages

PLACES = "千百十万千百十元角分"


def digit_grid(fen: int) -> Table:
    """Return the grid of ten cells for an amount in figures, with ￥ before the first digit."""
    digits = f"￥{fen}"[-10:].rjust(10)
    cells = [list(PLACES), [digit.strip() for digit in digits]]
    return pages.table(cells, [7.4] * 10, size=9, align="center", heights=[7, 8], more=_narrow())


def _narrow() -> list[tuple[object, ...]]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, (0, 0), (-1, -1), 0.5) for side in sides]
