"""Tallies as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.accuracy.tally import KEY_FIELDS, Count, Miss, Tally

HEAD = ("told", "right", "wrong", "missed", "invented", "precision", "recall", "invented share")


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
