"""Tallies as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from benchmarks.accuracy.measure import Sure
from benchmarks.accuracy.tally import KEY_FIELDS, Count, Miss, Tally

HEAD = ("told", "right", "wrong", "missed", "invented", "precision", "recall", "invented share")

CURVE_HEAD = ("confidence", "values", "right", "share right")
# Lower edges of the bins of the reliability curve.
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
SURE = 0.95


def share(value: float | None) -> str:
    """98.4 %, or a dash where there is nothing to divide by."""
    return "–" if value is None else f"{100 * value:.1f} %"


def figures(count: Count) -> tuple[str, ...]:
    """Return the figures under `HEAD`."""
    return (
        *map(str, (count.told, count.right, count.wrong, count.missed, count.invented)),
        *map(share, (count.precision, count.recall, count.invented_share)),
    )


def field_rows(tally: Tally) -> list[tuple[str, ...]]:
    """Return a row per field, those with most on the papers first, key fields and all above."""
    rows = [
        ("all fields", *figures(tally.overall())),
        ("key fields", *figures(tally.overall(KEY_FIELDS))),
    ]
    names = sorted(tally.fields, key=lambda name: (-tally.fields[name].told, name))
    return rows + [
        (f"{name} *" if name in KEY_FIELDS else name, *figures(tally.fields[name]))
        for name in names
    ]


def curve_rows(values: Iterable[Sure]) -> list[tuple[str, ...]]:
    """Return the reliability curve: how many values of each confidence are right."""
    every = list(values)
    rows = []
    for edge, upper in pairwise((*_EDGES, 1.01)):
        here = [one for one in every if edge <= one.confidence < upper]
        rows.append((f"{edge:.2f} – {min(upper, 1.0):.2f}", *_right(here)))
    surest = [one for one in every if one.confidence >= SURE]
    return [*rows, (f"{SURE} and above", *_right(surest))]


def _right(values: Sequence[Sure]) -> tuple[str, ...]:
    right = sum(one.right for one in values)
    return str(len(values)), str(right), share(right / len(values) if values else None)


def columns(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as aligned text for a terminal."""
    every = [head, *rows]
    widths = [max(len(row[place]) for row in every) for place in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    )


def miss_line(paper: str, miss: Miss) -> str:
    """One value that was not read as told, in a line."""
    return f"{paper}\t{miss.kind}\t{miss.field}\ttold {miss.told!r}\tfound {miss.found!r}"
