"""How good the loans are: classes, bad loans, overdue loans."""

from __future__ import annotations

from datetime import date

import numpy as np

from extractors.wording import N_
from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.classes import class_code as code_of
from ledger.columns.day import grades
from ledger.columns.facts_behind import behind, money
from ledger.columns.figure_rows import Behind
from ledger.columns.loans import Loans
from ledger.columns.shape import Array
from ledger.columns.snapshot import Snapshot
from ledger.figure import Figure
from ledger.indicator import Ledger, Period, indicator, named, on_day, ratio, said, total, within
from ledger.measures.lending import outstanding_balance, principal_received

NPL = N_("loans outstanding whose class in force is substandard, doubtful or loss")


def _bad(ledger: Ledger, as_of: date) -> Loans:
    loans = on_day(ledger, as_of).open
    return loans.keep(is_bad(loans["class_code"]))


def is_bad(grades: Array) -> Array:
    """Return which grades (places in CLASSES) are bad."""
    bad: Array = np.isin(grades, [CLASSES.index(code) for code in BAD])
    return bad


@indicator(unit="count", formula=NPL, zh="不良贷款笔数", es="Créditos morosos", en="Bad loans")
def npl_count(ledger: Ledger, as_of: date) -> Figure:
    """Number of bad loans outstanding."""
    rows = _bad(ledger, as_of).class_rows(None)
    return total(named("npl_count", as_of), "count", said(NPL, day=as_of), as_of, rows)


@indicator(
    unit="fen", formula=NPL, zh="不良贷款余额", es="Saldo de cartera morosa", en="Bad loan balance"
)
def npl_balance(ledger: Ledger, as_of: date) -> Figure:
    """Balance of bad loans."""
    loans = _bad(ledger, as_of)
    rows = loans.class_rows(loans["balance_fen"])
    return total(named("npl_balance", as_of), "fen", said(NPL, day=as_of), as_of, rows)


RATIO = N_("balance of bad loans / balance of all loans")


@indicator(
    unit="percent", formula=RATIO, zh="不良率", es="Índice de morosidad", en="Bad loan ratio"
)
def npl_ratio(ledger: Ledger, as_of: date) -> Figure:
    """Bad balance ÷ balance."""
    part, whole = npl_balance(ledger, as_of), outstanding_balance(ledger, as_of)
    return ratio(named("npl_ratio", as_of), said(RATIO, day=as_of), part, whole)


NEW = N_(
    "loans not classed bad when the year began that were classed substandard or worse in it; "
    "balance on the day of the first bad class"
)


def _new_bad(ledger: Ledger, year: Period) -> tuple[date, Behind]:
    view, first, last = within(ledger, year)
    snapshot = view.snapshot
    classes = snapshot.known("classification")
    found = newly_bad(view, first, last)
    accounts, on = classes["account_id"][found], classes["effective_on"][found]
    amounts = np.maximum(snapshot.balances(accounts, on), 0)
    return last, behind(snapshot, "classification", "class", found, amounts)


def newly_bad(view: View, first: date, last: date) -> Array:
    """Return positions of the classifications by which loans turned bad in that time."""
    snapshot = view.snapshot
    classes = snapshot.known("classification")
    on, accounts = classes["effective_on"], classes["account_id"]
    in_year = (on >= first.toordinal()) & (on <= last.toordinal())
    found = np.flatnonzero(in_year & (view.day.by_account[accounts] >= 0))
    found = found[is_bad(grades(snapshot, "class", found)) & view.is_mine(accounts[found])]
    # Of each loan the first; they lie by loan and day.
    _accounts, firsts = np.unique(accounts[found], return_index=True)
    found = found[firsts]
    found = found[~bad_on(snapshot, accounts[found], first.toordinal() - 1)]
    ordered: Array = found[np.argsort(view.day.by_account[accounts[found]])]
    return ordered


def bad_on(snapshot: Snapshot, accounts: Array, days: Array | int) -> Array:
    """Return which loans had a bad class in force at the end of a day (each its own)."""
    last = snapshot.known("classification").last(accounts, days)
    return is_bad(grades(snapshot, "class", last))


@indicator(unit="count", formula=NEW, zh="新增不良笔数", es="Nuevos morosos", en="New bad loans")
def new_npl_count(ledger: Ledger, year: Period) -> Figure:
    """Number of loans that turned bad in the year."""
    last, rows = _new_bad(ledger, year)
    return total(named("new_npl_count", year), "count", said(NEW, year=year), last, rows)


@indicator(
    unit="fen",
    formula=NEW,
    zh="新增不良金额",
    es="Nuevo saldo moroso",
    en="Balance newly turned bad",
)
def new_npl_sum(ledger: Ledger, year: Period) -> Figure:
    """Balance of loans that turned bad in the year, on the day they did."""
    last, rows = _new_bad(ledger, year)
    return total(named("new_npl_sum", year), "fen", said(NEW, year=year), last, rows)


NPL_RECOVERED = N_(
    "principal received in the year on loans that were classed bad on the day before it was "
    "received"
)


@indicator(
    unit="fen",
    formula=NPL_RECOVERED,
    zh="清收不良本金",
    es="Capital moroso recuperado",
    en="Bad principal recovered",
)
def npl_recovered_sum(ledger: Ledger, year: Period) -> Figure:
    """Principal received on bad loans."""
    view, first, last = within(ledger, year)
    table = view.snapshot.known("repayment")
    found = principal_received(view, first, last)
    accounts, on = table["account_id"][found], table["effective_on"][found]
    bad = bad_on(view.snapshot, accounts, on - 1)
    rows = money(view.snapshot, "repayment", "principal_fen", found[bad])
    query = said(NPL_RECOVERED, year=year)
    return total(named("npl_recovered_sum", year), "fen", query, last, rows)


OVERDUE = N_("balance of loans past their maturity, or with days overdue last stated by the office")


@indicator(unit="fen", formula=OVERDUE, zh="逾期贷款余额", es="Saldo vencido", en="Overdue balance")
def overdue_balance(ledger: Ledger, as_of: date) -> Figure:
    """Balance of overdue loans."""
    loans = on_day(ledger, as_of).open
    loans = loans.keep(loans["days_overdue"] > 0)
    rows = loans.rows(loans["balance_fen"])
    return total(named("overdue_balance", as_of), "fen", said(OVERDUE, day=as_of), as_of, rows)


OVERDUE_RATIO = N_("balance of overdue loans / balance of all loans")


@indicator(
    unit="percent",
    formula=OVERDUE_RATIO,
    zh="逾期率",
    es="Índice de vencimiento",
    en="Overdue ratio",
)
def overdue_ratio(ledger: Ledger, as_of: date) -> Figure:
    """Overdue balance ÷ balance."""
    part, whole = overdue_balance(ledger, as_of), outstanding_balance(ledger, as_of)
    return ratio(named("overdue_ratio", as_of), said(OVERDUE_RATIO, day=as_of), part, whole)


BY_CLASS = N_("loans outstanding whose class in force is this one")


@indicator(
    unit="fen", formula=BY_CLASS, zh="按分类的余额", es="Saldo por categoría", en="Balance by class"
)
def class_balance(ledger: Ledger, as_of: date, class_code: str) -> Figure:
    """Balance of one class: a code of ledger.classes, or its name (次级)."""
    return _by_class("class_balance", "fen", ledger, as_of, class_code)


@indicator(
    unit="count",
    formula=BY_CLASS,
    zh="按分类的笔数",
    es="Créditos por categoría",
    en="Loans by class",
)
def class_count(ledger: Ledger, as_of: date, class_code: str) -> Figure:
    """Number of loans of one class."""
    return _by_class("class_count", "count", ledger, as_of, class_code)


def _by_class(name: str, unit: str, ledger: Ledger, as_of: date, class_code: str) -> Figure:
    code = code_of(class_code)
    loans = on_day(ledger, as_of).where(class_code=code).open
    rows = loans.class_rows(loans["balance_fen"] if unit == "fen" else None)
    full = named(name, as_of, class_code=code)
    return total(full, unit, said(BY_CLASS, class_code=code, day=as_of), as_of, rows)
