"""Figures that a person types (`finance`), and the share of loans that are for farming."""

from __future__ import annotations

from datetime import date

import numpy as np

from extractors.wording import N_
from ledger.figure import Figure
from ledger.indicator import Ledger, Period, indicator, named, on_day, ratio, said, total, within
from ledger.measures.lending import outstanding_balance

FINANCE = N_("as last typed for the year (kind finance), the whole institution")


def _typed(ledger: Ledger, year: Period, item: str, name: str) -> Figure:
    view, first, last = within(ledger, year)
    said_of_all = [
        record
        for record in view.records("finance", subject=item)
        if first <= record.effective_on <= last and "unit" not in record.values
    ]
    query = said(FINANCE, year=year)
    if not said_of_all:
        return Figure(name=named(name, year), value=None, unit="fen", query=query, as_of=last)
    record = said_of_all[-1]
    amount = record.whole("amount_fen")
    rows = (record.row(record.effective_on.isoformat(), amount),)
    return Figure(
        name=named(name, year), value=amount, unit="fen", query=query, as_of=last, rows=rows
    )


@indicator(unit="fen", formula=FINANCE, zh="总收入", es="Ingresos", en="Income")
def income(ledger: Ledger, year: Period) -> Figure:
    """Income of the year to date."""
    return _typed(ledger, year, "income", "income")


@indicator(unit="fen", formula=FINANCE, zh="总支出", es="Gastos", en="Expense")
def expense(ledger: Ledger, year: Period) -> Figure:
    """Expense of the year to date."""
    return _typed(ledger, year, "expense", "expense")


@indicator(unit="fen", formula=FINANCE, zh="利润", es="Utilidad", en="Profit")
def profit(ledger: Ledger, year: Period) -> Figure:
    """Profit of the year to date."""
    return _typed(ledger, year, "profit", "profit")


AGRICULTURAL = N_("balance of the loans recorded as agricultural (kind loan_purpose)")


@indicator(
    unit="fen",
    formula=AGRICULTURAL,
    zh="涉农贷款余额",
    es="Cartera agropecuaria",
    en="Agricultural balance",
)
def agricultural_balance(ledger: Ledger, as_of: date) -> Figure:
    """涉农贷款: by the last `loan_purpose` of each loan; None where nothing was recorded."""
    return _for(ledger, as_of, "agricultural", "agricultural_balance", AGRICULTURAL)


FARMERS = N_("balance of the loans recorded as to farmers (kind loan_purpose)")


@indicator(
    unit="fen",
    formula=FARMERS,
    zh="农户贷款余额",
    es="Cartera de agricultores",
    en="Farmers' balance",
)
def farmer_balance(ledger: Ledger, as_of: date) -> Figure:
    """农户贷款: by the last `loan_purpose` of each loan; None where nothing was recorded."""
    return _for(ledger, as_of, "farmer", "farmer_balance", FARMERS)


def _for(ledger: Ledger, as_of: date, field: str, name: str, formula: str) -> Figure:
    view = on_day(ledger, as_of)
    last: dict[int, object] = {}
    for record in view.records("loan_purpose"):
        if record.account_id is not None and field in record.values:
            last[record.account_id] = record.values[field]
    full, query = named(name, as_of), said(formula, day=as_of)
    if not last:
        return Figure(name=full, value=None, unit="fen", query=query, as_of=as_of)
    chosen = np.array([account for account, is_so in last.items() if is_so], dtype=np.int64)
    loans = view.open.keep(np.isin(view.open["account_id"], chosen))
    return total(full, "fen", query, as_of, loans.rows(loans["balance_fen"]))


SHARE = N_("balance of agricultural loans / balance of all loans")


@indicator(
    unit="percent",
    formula=SHARE,
    zh="涉农贷款占比",
    es="Peso agropecuario",
    en="Agricultural share",
)
def agricultural_percent(ledger: Ledger, as_of: date) -> Figure:
    """Agricultural balance ÷ balance; None where nothing was recorded."""
    part, whole = agricultural_balance(ledger, as_of), outstanding_balance(ledger, as_of)
    return ratio(named("agricultural_percent", as_of), said(SHARE, day=as_of), part, whole)
