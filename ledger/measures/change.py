"""How a year changed the loans: bad loans since its beginning, the quality of new ones, the whole
of what came due and came in, and what was put off instead of paid."""

from __future__ import annotations

import re
from datetime import date, timedelta

import numpy as np

from extractors.wording import N_
from ledger.columns.facts_behind import money
from ledger.columns.figure_rows import Several
from ledger.columns.loans import Loans
from ledger.figure import Figure
from ledger.indicator import Ledger, Period, indicator, named, ratio, said, total, within
from ledger.measures.collection import (
    due_principal,
    due_recovered,
    interest_due,
    interest_received,
)
from ledger.measures.quality import is_bad, npl_balance

CHANGE = N_("bad balance at the end of the year less bad balance when it began")


@indicator(
    unit="fen",
    formula=CHANGE,
    zh="不良余额较年初",
    es="Variación de la morosidad",
    en="Change of the bad balance",
)
def npl_change(ledger: Ledger, year: Period) -> Figure:
    """Bad balance against the beginning of the year; less is negative."""
    view, first, last = within(ledger, year)
    now, before = npl_balance(view, last), npl_balance(view, first - timedelta(days=1))
    return Figure(
        name=named("npl_change", year),
        value=int(now.value or 0) - int(before.value or 0),
        unit="fen",
        query=said(CHANGE, year=year),
        as_of=last,
        rows=Several(lambda: (now.rows, before.rows)),
    )


NEW_QUALITY = N_("bad balance of the loans granted in the year / their whole balance")


def _granted_in(ledger: Ledger, year: Period) -> tuple[date, Loans]:
    view, first, last = within(ledger, year)
    return last, view.open.keep(view.open["granted_on"] >= first.toordinal())


NEW_BALANCE = N_("balance of the loans granted in the year")


@indicator(
    unit="percent",
    formula=NEW_QUALITY,
    zh="新增贷款不良率",
    es="Morosidad de los nuevos",
    en="Bad ratio of new loans",
)
def new_loan_npl_ratio(ledger: Ledger, year: Period) -> Figure:
    """Bad among the loans granted in the year."""
    last, loans = _granted_in(ledger, year)
    bad = loans.keep(is_bad(loans["class_code"]))
    part = total(
        named("new_loans_bad", year),
        "fen",
        said(NEW_QUALITY, year=year),
        last,
        bad.class_rows(bad["balance_fen"]),
    )
    whole = total(
        named("new_loans_balance", year),
        "fen",
        said(NEW_BALANCE, year=year),
        last,
        loans.rows(loans["balance_fen"]),
    )
    return ratio(named("new_loan_npl_ratio", year), said(NEW_QUALITY, year=year), part, whole)


ALL_DUE = N_("principal and interest received / principal and interest due in the year")


@indicator(
    unit="percent",
    formula=ALL_DUE,
    zh="贷款本息回收率",
    es="Cobro de capital e intereses",
    en="Principal and interest collection rate",
)
def collection_rate(ledger: Ledger, year: Period) -> Figure:
    """(Principal + interest received) ÷ (principal + interest due); None without either due."""
    received = _both(named("received", year), due_recovered(ledger, year),
                     interest_received(ledger, year))  # fmt: skip
    due = _both(named("due", year), due_principal(ledger, year), interest_due(ledger, year))
    return ratio(named("collection_rate", year), said(ALL_DUE, year=year), received, due)


def _both(name: str, one: Figure, other: Figure) -> Figure:
    """The sum of two figures; None where either is not known."""
    value = None
    if one.value is not None and other.value is not None:
        value = int(one.value) + int(other.value)
    return Figure(
        name=name,
        value=value,
        unit="fen",
        query=f"{one.name} + {other.name}",
        as_of=one.as_of,
        rows=Several(lambda: (one.rows, other.rows)),
    )


EXTENDED = N_(
    "balance of the loans first agreed to mature in the year that were extended beyond their day"
)


@indicator(
    unit="fen",
    formula=EXTENDED,
    zh="到期展期余额",
    es="Vencimientos prorrogados",
    en="Maturities extended",
)
def due_extended(ledger: Ledger, year: Period) -> Figure:
    """展期 of the year's maturities, apart from what was paid."""
    view, first, last = within(ledger, year)
    loans = view.granted
    due = loans["first_due_on"]
    mine = loans.keep(
        (due >= first.toordinal()) & (due <= last.toordinal()) & (loans["due_on"] > due)
    )
    rows = mine.rows(mine["balance_fen"])
    return total(named("due_extended", year), "fen", said(EXTENDED, year=year), last, rows)


REFINANCED = N_("principal of the year's maturities that was repaid by new borrowing")


@indicator(
    unit="fen",
    formula=REFINANCED,
    zh="到期借新还旧金额",
    es="Vencimientos refinanciados",
    en="Maturities refinanced",
)
def due_refinanced(ledger: Ledger, year: Period) -> Figure:
    """借新还旧 of the year's maturities: receipts whose channel says so (借新还旧、还旧借新)."""
    view, first, last = within(ledger, year)
    received = view.snapshot.known("repayment")
    on, accounts = received["effective_on"], received["account_id"]
    place = view.day.by_account[accounts]
    in_year = (on >= first.toordinal()) & (on <= last.toordinal()) & (place >= 0)
    words = received.texts("channel")
    new_borrowing = [n for n, word in enumerate(words) if _NEW_BORROWING.search(word)]
    found = np.flatnonzero(
        in_year & view.is_mine(accounts) & np.isin(received["channel"], new_borrowing)
    )
    due = view.day["due_on"][place[found]]
    found = found[(due >= first.toordinal()) & (due <= last.toordinal())]
    rows = money(view.snapshot, "repayment", "principal_fen", found)
    return total(named("due_refinanced", year), "fen", said(REFINANCED, year=year), last, rows)


_NEW_BORROWING = re.compile(r"借新还旧|还旧借新|无还本续贷|refinanc", re.IGNORECASE)
