"""Whether loans were inspected when they were due to be."""

from __future__ import annotations

from datetime import date

from extractors.wording import N_
from ledger.figure import Figure, FigureRow
from ledger.indicator import Ledger, indicator, named, ratio, said, total, within
from ledger.inspection_schedule import schedule

DUE = N_(
    "inspection dates that fell in the year: first after the drawdown, then after each visit, at "
    "the intervals of the settings, while principal is owed"
)
DONE = N_("inspection dates of the year that were met by a visit to the loan or its household")


def _dates(ledger: Ledger, year: int) -> tuple[date, list[tuple[FigureRow, bool]]]:
    """Each date due in the year as a row behind a figure, and whether a visit met it."""
    view, first, last = within(ledger, year)
    rule = view.settings.ledger
    found = []
    for loan in view.loans:
        visits = {
            visit.on: visit for visit in reversed(view.inspections_of(account_id=loan.account_id))
        }
        dues = schedule(
            loan.granted_on,
            list(visits),
            last,
            first_days=rule.first_inspection_days,
            routine_days=rule.routine_inspection_days,
        )
        for due in dues:
            if not first <= due.on <= last or not view.owed_on(loan.account_id, due.on):
                continue
            visit = visits[due.met_on] if due.met_on else None
            row = FigureRow(
                fact=visit.fact if visit else loan.fact,
                label=loan.number,
                amount=None,
                source=visit.source if visit else loan.sources["granted_on"],
            )
            found.append((row, visit is not None))
    return last, found


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
