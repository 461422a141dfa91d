"""Households of an outlook as figures: by size, by what they lack, what is open about them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ledger.book import View
from ledger.classes import BAD
from ledger.columns.figure_rows import Behind, by_file
from ledger.columns.loans import Loans
from ledger.deeds import Deeds
from ledger.figure import Figure, FigureRow
from ledger.indicator import named, summed
from ledger.managing.gaps import lacking
from ledger.managing.households import HouseholdLoans
from ledger.managing.staff import left_behind
from ledger.managing.tiers import reassignments
from ledger.spans import year_of
from ledger.states import LoanState
from templates.planning.lines import Tier

_LACKS = ("manager", "classed", "target", "plan", "file")


def tiers(view: View, households: Sequence[HouseholdLoans]) -> tuple[Tier, ...]:
    """Return the households of each size and what they owe."""
    found: dict[str, list[HouseholdLoans]] = {"large": [], "middle": [], "small": []}
    for each in households:
        tier = view.settings.ledger.tier(each.balance_fen)
        if tier:
            found[tier].append(each)
    return tuple(
        Tier(
            code=code,
            households=_figure(view, "tier_households", "count", _rows(view, some), code),
            balance=_figure(view, "tier_balance", "fen", _rows(view, some, money=True), code),
        )
        for code, some in found.items()
    )


def gaps(view: View, households: Sequence[HouseholdLoans]) -> dict[str, Figure]:
    """Return how many households lack what, by `ledger.managing.gaps`;
    late_plan: of those with overdue or bad loans."""
    rows = lacking(view, households)
    late = [
        one.household for one in rows if not one.plan and any(map(_is_late, one.household.loans))
    ]
    found = {
        name: _figure(
            view,
            f"without_{name}",
            "count",
            _rows(view, [one.household for one in rows if not getattr(one, name)]),
        )
        for name in _LACKS
    }
    return found | {
        "late_plan": _figure(view, "late_without_plan", "count", _rows(view, late)),
    }


def _is_late(loan: LoanState) -> bool:
    return loan.days_overdue > 0 or loan.class_code in BAD


def work(view: View, households: Sequence[HouseholdLoans]) -> dict[str, Figure]:
    """Return what is open on the day, and what was done in its year."""
    done = Deeds(view, year_of(view.as_of).first)
    moves = reassignments(view, households)
    crossed = list({one.household.household_id: one.household for one in moves}.values())
    left = [one.loan.row(None) for one in left_behind(view)]
    return {
        "warnings_open": done.warnings_open,
        "rectifications_open": done.rectifications_open,
        "rectifications_overdue": done.rectifications_overdue,
        "sheets_filled": done.sheets_filled,
        "sheets_failed": done.sheets_failed,
        "lawsuits_open": done.lawsuits_open,
        "trainings": done.count("training"),
        "to_reassign": _figure(view, "to_reassign", "count", _rows(view, crossed)),
        "left_behind": _figure(view, "left_behind", "count", left),
    }


def _rows(view: View, some: Sequence[HouseholdLoans], *, money: bool = False) -> Behind:
    """Each household as a row: by the terms of its first open loan, labelled with its number."""
    accounts = np.array([each.loans[0].account_id for each in some], dtype=np.int64)
    loans = Loans(view.day, view.day.by_account[accounts])
    amounts = np.array([each.balance_fen for each in some], dtype=np.int64) if money else None
    return Behind.of(
        view.snapshot, "loan", "amount_fen", loans["id"], loans["household_id"], amounts, by_file
    )


def _figure(
    view: View, name: str, unit: str, rows: Sequence[FigureRow], code: str | None = None
) -> Figure:
    asked = [str(view.as_of), *([code] if code else [])]
    return Figure(
        name=named(name, *asked, **dict(view.scope)),
        value=len(rows) if unit == "count" else summed(rows),
        unit=unit,
        query=f"{name}: {', '.join(asked)}",
        as_of=view.as_of,
        rows=rows,
    )
