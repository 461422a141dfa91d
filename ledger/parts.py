"""A figure in its parts: by branch, officer, village, product, security, or why loans turned bad.

    villages = grouping(view, "village")
    for village, figure in parts(overdue_balance(view, day), villages).items(): …

The parts are picked from the rows that the figure counts, so that they always add up to it; what
belongs to no group is in none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ledger.book import View
from ledger.columns.figure_rows import Behind
from ledger.columns.loans import Loans
from ledger.columns.shape import Array
from ledger.figure import Figure
from ledger.managing.performance import managers

GROUPINGS = ("unit", "manager", "village", "product", "guarantee", "class_code", "cause")


@dataclass(frozen=True, slots=True)
class Grouping:
    """To which group each loan belongs.

    names  of the groups, sorted
    codes  for each account the place of its group in `names`; -1: none
    """

    by: str
    names: Sequence[str]
    codes: Array


def grouping(view: View, by: str) -> Grouping:
    """Return the groups of all loans granted by the view's day. Raises ValueError for another."""
    loans = view.granted
    if by == "manager":
        people, codes = managers(view)
        return Grouping(by, people, codes)
    if by == "cause":
        return _causes(view)
    if by not in GROUPINGS:
        raise ValueError(by)
    column = "household_id" if by == "village" else by
    _values, first, which = np.unique(loans[column], return_index=True, return_inverse=True)
    said = Loans(loans.day, loans.places[first]).values(by)
    return _grouping(view, by, said, loans["account_id"], which)


def _causes(view: View) -> Grouping:
    """The last cause that was determined for each loan."""
    causes = {
        record.account_id: record.text("cause")
        for record in view.records("formation_cause")
        if record.account_id is not None
    }
    accounts = np.array([*causes], dtype=np.int64)
    return _grouping(view, "cause", [*causes.values()], accounts, np.arange(len(causes)))


def _grouping(
    view: View, by: str, said: Sequence[str | None], accounts: Array, which: Array
) -> Grouping:
    names = sorted({name for name in said if name})
    place = {name: n for n, name in enumerate(names)}
    of_value = np.array([place[name] if name else -1 for name in said], dtype=np.int64)
    codes = np.full(len(view.snapshot.terms), -1, dtype=np.int64)
    if len(accounts):
        codes[accounts] = of_value[which]
    return Grouping(by, names, codes)


def parts(figure: Figure, groups: Grouping) -> dict[str, Figure]:
    """Return the part of a figure in fen, or of a number of loans, that each group has.

    Groups without a row are left out. Raises ValueError for a figure that does not add up rows of
    loans (a ratio, a number of households).
    """
    rows = figure.rows
    if figure.unit not in ("fen", "count") or not isinstance(rows, Behind):
        raise ValueError(figure.name)
    codes = groups.codes[rows.about]
    if not len(codes):
        return {}
    order = np.argsort(codes, kind="stable")
    found, starts = np.unique(codes[order], return_index=True)
    ends = [*starts[1:].tolist(), len(order)][: len(found)]
    return {
        groups.names[code]: _part(figure, groups, code, rows.picked(order[start:end]))
        for code, start, end in zip(found.tolist(), starts.tolist(), ends, strict=True)
        if code >= 0
    }


def _part(figure: Figure, groups: Grouping, code: int, rows: Behind) -> Figure:
    name = groups.names[code]
    return replace(
        figure,
        name=f"{figure.name.removesuffix(')')}, {groups.by}={name})",
        query=f"{figure.query} ({groups.by}: {name})",
        value=len(rows) if figure.unit == "count" else rows.total(),
        rows=rows,
    )


def nothing(figure: Figure, groups: Grouping, name: str) -> Figure:
    """Return the part of a group that has no row: nought, of the same figure."""
    rows = figure.rows[:0]
    return replace(
        figure,
        name=f"{figure.name.removesuffix(')')}, {groups.by}={name})",
        query=f"{figure.query} ({groups.by}: {name})",
        value=0,
        rows=rows,
    )
