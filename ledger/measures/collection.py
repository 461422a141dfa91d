"""What fell due and what of it came in: interest and principal."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import numpy as np

from extractors.wording import N_
from ledger.book import View
from ledger.columns.facts_behind import behind, money
from ledger.columns.figure_rows import Behind
from ledger.columns.loans import Loans
from ledger.columns.shape import NO_AMOUNT
from ledger.figure import Figure
from ledger.indicator import (
    Ledger,
    Period,
    indicator,
    named,
    on_day,
    or_none,
    ratio,
    said,
    total,
    within,
)
from ledger.measures.lending import principal_received

DUE = N_("interest that fell due in periods ending in the year")


@indicator(unit="fen", formula=DUE, zh="应收利息", es="Intereses exigibles", en="Interest due")
def interest_due(ledger: Ledger, year: Period) -> Figure:
    """Interest due in the year; None where the ledger holds none for it."""
    view, first, last = within(ledger, year)
    rows = view.remembered(f"interest due since {first}", lambda: _due(view, first, last))
    return or_none(named("interest_due", year), said(DUE, year=year), last, rows)


RECEIVED = N_(
    "interest part of the repayments received in the year; for a loan without any at all, interest "
    "stated as received for periods ending in the year"
)


@indicator(
    unit="fen", formula=RECEIVED, zh="实收利息", es="Intereses cobrados", en="Interest received"
)
def interest_received(ledger: Ledger, year: Period) -> Figure:
    """Interest received in the year; None where the ledger knows of none for the year."""
    view, first, last = within(ledger, year)
    rows = view.remembered(f"interest received since {first}", lambda: _received(view, first, last))
    return or_none(named("interest_received", year), said(RECEIVED, year=year), last, rows)


def _due(view: View, first: date, last: date) -> Behind:
    return money(view.snapshot, "interest_due", "due_fen", view.interest(first, last))


def _received(view: View, first: date, last: date) -> Behind:
    receipts, interest = view.snapshot.known("repayment"), view.snapshot.known("interest_due")
    paid = view.received(first, last)
    paid = paid[receipts["interest_fen"][paid] != 0]
    stated = view.interest(first, last)
    # A loan with receipts of interest, of whatever day: what is stated came in with one of them.
    payers = receipts["account_id"][receipts["interest_fen"] != 0]
    with_payments = np.isin(interest["account_id"][stated], payers)
    stated = stated[(interest["received_fen"][stated] != NO_AMOUNT) & ~with_payments]
    return money(view.snapshot, "repayment", "interest_fen", paid).joined(
        money(view.snapshot, "interest_due", "received_fen", stated)
    )


INTEREST_RATE = N_("interest received in the year / interest due in the year")


@indicator(
    unit="percent",
    formula=INTEREST_RATE,
    zh="利息回收率",
    es="Cobro de intereses",
    en="Interest collection rate",
)
def interest_collection_rate(ledger: Ledger, year: Period) -> Figure:
    """收息率: interest received ÷ interest due."""
    part, whole = interest_received(ledger, year), interest_due(ledger, year)
    name = named("interest_collection_rate", year)
    return ratio(name, said(INTEREST_RATE, year=year), part, whole)


MATURING = N_(
    "principal still owed when the year began (or granted in it) on loans that mature in the year"
)
MATURING_PAID = N_("principal received in the year on loans that mature in the year")


def _maturing(ledger: Ledger, year: Period) -> tuple[View, date, date, Loans]:
    view, first, last = within(ledger, year)
    due = view.granted["due_on"]
    within_year = (due >= first.toordinal()) & (due <= last.toordinal())
    return view, first, last, view.granted.keep(within_year)


@indicator(
    unit="fen",
    formula=MATURING,
    zh="到期贷款本金",
    es="Capital vencido en el año",
    en="Principal due",
)
def due_principal(ledger: Ledger, year: Period) -> Figure:
    """Principal that matured in the year."""
    view, first, last, loans = _maturing(ledger, year)
    opening = first.toordinal() - 1
    owed = np.where(
        loans["granted_on"] <= opening,
        view.snapshot.balances(loans["account_id"], opening),
        loans["amount_fen"],
    )
    rows = loans.keep(owed > 0).rows(owed[owed > 0])
    return total(named("due_principal", year), "fen", said(MATURING, year=year), last, rows)


@indicator(
    unit="fen",
    formula=MATURING_PAID,
    zh="到期贷款收回",
    es="Capital vencido recuperado",
    en="Due principal recovered",
)
def due_recovered(ledger: Ledger, year: Period) -> Figure:
    """Principal received on the loans that matured in the year, before or after the day."""
    view, first, last, loans = _maturing(ledger, year)
    table = view.snapshot.known("repayment")
    found = principal_received(view, first, last)
    mature = np.isin(table["account_id"][found], loans["account_id"])
    rows = money(view.snapshot, "repayment", "principal_fen", found[mature])
    query = said(MATURING_PAID, year=year)
    return total(named("due_recovered", year), "fen", query, last, rows)


DUE_RATE = N_("due principal recovered / principal due in the year")


@indicator(
    unit="percent",
    formula=DUE_RATE,
    zh="到期贷款收回率",
    es="Recuperación de vencimientos",
    en="Due principal recovery rate",
)
def due_recovery_rate(ledger: Ledger, year: Period) -> Figure:
    """到期收回率: due principal recovered ÷ due principal."""
    part, whole = due_recovered(ledger, year), due_principal(ledger, year)
    return ratio(named("due_recovery_rate", year), said(DUE_RATE, year=year), part, whole)


ARREARS = N_(
    "interest in arrears in and off the balance sheet as the office last stated it; for a loan "
    "without a statement, interest due less interest received by the day"
)


@indicator(
    unit="fen", formula=ARREARS, zh="欠息", es="Intereses atrasados", en="Interest in arrears"
)
def arrears_interest(ledger: Ledger, as_of: date) -> Figure:
    """Interest in arrears; None where nothing in the ledger can tell."""
    view = on_day(ledger, as_of)
    loans, snapshot = view.granted, view.snapshot
    is_stated = loans["arrears_fen"] != NO_AMOUNT
    stated = loans.keep(is_stated)
    said_so = Behind.of(
        snapshot, "statement", None, stated["statement_id"], stated["account_id"],
        stated["arrears_fen"],
    )  # fmt: skip
    interest = snapshot.known("interest_due")
    found = view.interest(date.min, as_of)
    others = loans.keep(~is_stated)["account_id"]
    found = found[np.isin(interest["account_id"][found], others)]
    found = found[interest["received_fen"][found] != NO_AMOUNT]
    owed = interest["due_fen"][found] - interest["received_fen"][found]
    rows = said_so.joined(behind(snapshot, "interest_due", "due_fen", found, owed))
    return or_none(named("arrears_interest", as_of), said(ARREARS, day=as_of), as_of, rows)


MONTH_DUE = N_("loans outstanding that mature in the month, balance as at the day")


def maturing_by_month(
    ledger: Ledger, year: int, as_of: date | None = None
) -> tuple[tuple[Figure, Figure], ...]:
    """Return for each month of `year` the number and the balance of the loans that mature in it.

    as_of  the day for which balances count: the view's own day, or for a book the day before the
           year begins; loans paid off by then do not mature
    """
    if as_of is None:
        as_of = ledger.as_of if isinstance(ledger, View) else date(year - 1, 12, 31)
    loans = on_day(ledger, as_of).open
    months = []
    for month in range(1, 13):
        last = date(year, month, monthrange(year, month)[1])
        due_on = loans["due_on"]
        due = loans.keep((due_on >= last.toordinal() - last.day + 1) & (due_on <= last.toordinal()))
        asked = f"{year}-{month:02d}"
        query = said(MONTH_DUE, month=asked, day=as_of)
        count = total(named("maturing_count", asked), "count", query, as_of, due.rows(None))
        balance = total(
            named("maturing_sum", asked), "fen", query, as_of, due.rows(due["balance_fen"])
        )
        months.append((count, balance))
    return tuple(months)
