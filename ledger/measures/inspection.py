"""Whether loans were inspected when they were due to be."""

from __future__ import annotations

from datetime import date

import numpy as np

from extractors.wording import N_
from ledger.book import View
from ledger.columns.figure_rows import Behind, kind
from ledger.columns.loans import Loans
from ledger.columns.shape import NO_DAY, Array
from ledger.columns.visits import Dues, Visits, schedule, visits
from ledger.figure import Figure
from ledger.indicator import Ledger, Period, indicator, named, ratio, said, total, within

DUE = N_(
    "inspection dates that fell in the year as the office's register states them; for a loan "
    "without any, by the intervals of the settings while principal is owed: first after the "
    "drawdown, then after each visit"
)
DONE = N_(
    "inspection dates of the year that were met: by the visit noted beside a stated date, else by "
    "a visit to the loan or its household in time"
)


Dates = tuple[date, Behind, Array]


def _dates(ledger: Ledger, year: Period) -> Dates:
    """Each date due in the year as a row behind a figure, and whether a visit met it."""
    view, first, last = within(ledger, year)
    return view.remembered(
        f"inspection dates since {first}", lambda: dates_between(view, first, last)
    )


def dates_between(view: View, first: date, last: date) -> Dates:
    """Return the dates due from one day to another, each as a row, and whether a visit met it."""
    loan, visit, met, _on = _due_between(view, view.granted, first, last)
    return last, _rows(view.granted, loan, visit), met


def missed_between(view: View, accounts: Array, first: date, last: date) -> tuple[Array, Array]:
    """Return the account and the day of each date due in that time that no visit met.

    accounts  of these loans only: few of many are looked at in no time
    """
    loans = view.granted.keep(np.isin(view.granted["account_id"], accounts))
    loan, _visit, met, on = _due_between(view, loans, first, last)
    accounts = loans["account_id"][loan]
    return accounts[~met], on[~met]


def _due_between(
    view: View, loans: Loans, first: date, last: date
) -> tuple[Array, Array, Array, Array]:
    """The loan (its place), the visit (-1: none), whether it was met, and the day, by loan."""
    table = view.snapshot.known("inspection")
    made = visits(loans)
    due_on, done_on = table["due_on"][made.position], table["done_on"][made.position]
    is_stated = (due_on >= first.toordinal()) & (due_on <= last.toordinal())
    stated = made.keep(is_stated)
    done_on = done_on[is_stated]
    met = (done_on != NO_DAY) & (done_on <= last.toordinal())
    by_rule = _owed_in(view, loans, first)
    # Where the office states the year's dates, a quarter in which none falls has none.
    year = (date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal())
    by_rule[made.keep((due_on >= year[0]) & (due_on <= year[1])).loan] = False
    dues = _scheduled(view, loans.keep(by_rule), made.of(by_rule), first, last)
    loan = np.concatenate([stated.loan, np.flatnonzero(by_rule)[dues.loan]])
    visit = np.concatenate([stated.position, dues.position])
    met = np.concatenate([met, dues.position >= 0])
    on = np.concatenate([due_on[is_stated], dues.on])
    order = np.argsort(loan, kind="stable")
    return loan[order], visit[order], met[order], on[order]


def _owed_in(view: View, loans: Loans, first: date) -> Array:
    """Which loans can have been owed from a day on: of others no date needs working out."""
    start, accounts = first.toordinal(), loans["account_id"]
    receipts = view.snapshot.known("repayment")
    # Whatever came in since may have been a reversal.
    moved = receipts.end(accounts, view.as_of.toordinal()) > receipts.end(accounts, start - 1)
    owed: Array = moved | (view.snapshot.balances(accounts, start - 1) > 0)
    return owed


def _scheduled(view: View, loans: Loans, made: Visits, first: date, last: date) -> Dues:
    """The dates of the year by the intervals of the settings, while principal was owed."""
    rule = view.settings.ledger
    dues = schedule(
        loans,
        made,
        since=first.toordinal(),
        until=last.toordinal(),
        first_days=rule.first_inspection_days,
        routine_days=rule.routine_inspection_days,
    )
    owed = view.snapshot.balances(loans["account_id"][dues.loan], dues.on) > 0
    return Dues(dues.loan[owed], dues.on[owed], dues.position[owed])


def _rows(loans: Loans, loan: Array, visit: Array) -> Behind:
    """Rows behind the figure: the visit where there is one, else the loan's terms."""
    is_visit = visit >= 0
    table = loans.day.snapshot.known("inspection")
    ids = loans["id"][loan].astype(np.int64)
    ids[is_visit] = table["id"][visit[is_visit]]
    kinds = np.where(is_visit, kind("inspection", None), kind("loan", "granted_on"))
    return Behind(loans.day.snapshot, kinds, ids, loans["account_id"][loan], None)


@indicator(
    unit="count", formula=DUE, zh="应检查次数", es="Inspecciones debidas", en="Inspections due"
)
def inspections_due(ledger: Ledger, year: Period) -> Figure:
    """Number of inspections due in the year."""
    last, rows, _met = _dates(ledger, year)
    return total(named("inspections_due", year), "count", said(DUE, year=year), last, rows)


@indicator(
    unit="count",
    formula=DONE,
    zh="按期检查次数",
    es="Inspecciones realizadas",
    en="Inspections done when due",
)
def inspections_done(ledger: Ledger, year: Period) -> Figure:
    """Number of the inspections due in the year that were done in time."""
    last, rows, met = _dates(ledger, year)
    query = said(DONE, year=year)
    return total(named("inspections_done", year), "count", query, last, rows.picked(met))


RATE = N_("inspections done when due / inspections due in the year")


@indicator(
    unit="percent",
    formula=RATE,
    zh="检查完成率",
    es="Cumplimiento de inspecciones",
    en="Inspection rate",
)
def inspection_rate(ledger: Ledger, year: Period) -> Figure:
    """检查完成率: done ÷ due."""
    part, whole = inspections_done(ledger, year), inspections_due(ledger, year)
    return ratio(named("inspection_rate", year), said(RATE, year=year), part, whole)
