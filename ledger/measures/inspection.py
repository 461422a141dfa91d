"""Whether loans were inspected when they were due to be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.wording import N_
from ledger.book import View
from ledger.figure import Figure, FigureRow
from ledger.indicator import Ledger, indicator, named, ratio, said, total, within
from ledger.inspection_schedule import schedule
from ledger.states import Inspection, LoanState

DUE = N_(
    "inspection dates that fell in the year as the office's register states them; for a loan "
    "without any, by the intervals of the settings while principal is owed: first after the "
    "drawdown, then after each visit"
)
DONE = N_(
    "inspection dates of the year that were met: by the visit noted beside a stated date, else by "
    "a visit to the loan or its household in time"
)


Dates = list[tuple[FigureRow, bool]]


def _dates(ledger: Ledger, year: int) -> tuple[date, Dates]:
    """Each date due in the year as a row behind a figure, and whether a visit met it."""
    view, first, last = within(ledger, year)
    found: Dates = []
    for loan in view.loans:
        known = view.inspections_of(account_id=loan.account_id)
        stated = [each for each in known if each.due_on and first <= each.due_on <= last]
        if stated:
            found += [
                (_row(loan, each), each.done_on is not None and each.done_on <= last)
                for each in stated
            ]
        else:
            found += _scheduled(view, loan, known, first, last)
    return last, found


def _scheduled(
    view: View, loan: LoanState, known: Sequence[Inspection], first: date, last: date
) -> Dates:
    rule = view.settings.ledger
    visits = {visit.done_on: visit for visit in reversed(known) if visit.done_on}
    dues = schedule(
        loan.granted_on,
        list(visits),
        last,
        first_days=rule.first_inspection_days,
        routine_days=rule.routine_inspection_days,
    )
    return [
        (_row(loan, visits[due.met_on] if due.met_on else None), due.met_on is not None)
        for due in dues
        if first <= due.on <= last and view.owed_on(loan.account_id, due.on)
    ]


def _row(loan: LoanState, visit: Inspection | None) -> FigureRow:
    return FigureRow(
        fact=visit.fact if visit else loan.fact,
        label=loan.number,
        amount=None,
        source=visit.source if visit else loan.sources["granted_on"],
    )


@indicator(
    unit="count", formula=DUE, zh="应检查次数", es="Inspecciones debidas", en="Inspections due"
)
def inspections_due(ledger: Ledger, year: int) -> Figure:
    """Number of inspections due in the year."""
    last, dates = _dates(ledger, year)
    rows = [row for row, _met in dates]
    return total(named("inspections_due", year), "count", said(DUE, year=year), last, rows)


@indicator(
    unit="count",
    formula=DONE,
    zh="按期检查次数",
    es="Inspecciones realizadas",
    en="Inspections done when due",
)
def inspections_done(ledger: Ledger, year: int) -> Figure:
    """Number of the inspections due in the year that were done in time."""
    last, dates = _dates(ledger, year)
    rows = [row for row, met in dates if met]
    return total(named("inspections_done", year), "count", said(DONE, year=year), last, rows)


RATE = N_("inspections done when due / inspections due in the year")


@indicator(
    unit="percent",
    formula=RATE,
    zh="检查完成率",
    es="Cumplimiento de inspecciones",
    en="Inspection rate",
)
def inspection_rate(ledger: Ledger, year: int) -> Figure:
    """检查完成率: done ÷ due."""
    part, whole = inspections_done(ledger, year), inspections_due(ledger, year)
    return ratio(named("inspection_rate", year), said(RATE, year=year), part, whole)
