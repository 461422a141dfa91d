"""How much hangs on few borrowers: the largest and the ten largest against the capital."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from extractors.wording import N_
from ledger.columns.loans import Loans
from ledger.figure import Figure
from ledger.indicator import Ledger, indicator, named, on_day, said, total

LARGEST_OWED = N_("balance of the household that owes most")
TEN_OWED = N_("balance of the ten households that owe most")
LARGEST = N_("balance of the household that owes most / capital (capital_yuan in the settings)")
TOP_TEN = N_("balance of the ten households that owe most / capital (capital_yuan in the settings)")


def _largest(ledger: Ledger, as_of: date, how_many: int) -> tuple[Loans, int]:
    """The open loans of the households that owe most, and what they owe, in fen."""
    loans = on_day(ledger, as_of).open
    households, group = np.unique(loans["household_id"], return_inverse=True)
    owed = np.zeros(len(households), dtype=np.int64)
    np.add.at(owed, group, loans["balance_fen"])
    first = np.argsort(-owed, kind="stable")[:how_many]
    return loans.keep(np.isin(group, first)), int(owed[first].sum())


def _of_capital(ledger: Ledger, as_of: date, how_many: int, name: str, formula: str) -> Figure:
    view = on_day(ledger, as_of)
    loans, owed = _largest(view, as_of, how_many)
    capital_fen = view.settings.ledger.capital_yuan * 100
    value = None
    if capital_fen:
        exact = Decimal(owed) * 100 / capital_fen
        value = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return Figure(
        name=named(name, as_of),
        value=value,
        unit="percent",
        query=said(formula, day=as_of, capital=view.settings.ledger.capital_yuan),
        as_of=as_of,
        rows=loans.rows(loans["balance_fen"]),
    )


@indicator(
    unit="percent",
    formula=LARGEST,
    zh="最大单户占资本净额比例",
    es="Mayor deudor sobre capital",
    en="Largest borrower to capital",
)
def largest_borrower_percent(ledger: Ledger, as_of: date) -> Figure:
    """单一客户贷款集中度; None where the capital is not known."""
    return _of_capital(ledger, as_of, 1, "largest_borrower_percent", LARGEST)


@indicator(
    unit="percent",
    formula=TOP_TEN,
    zh="最大十户占资本净额比例",
    es="Diez mayores sobre capital",
    en="Ten largest to capital",
)
def top_ten_percent(ledger: Ledger, as_of: date) -> Figure:
    """最大十户贷款集中度; None where the capital is not known."""
    return _of_capital(ledger, as_of, 10, "top_ten_percent", TOP_TEN)


@indicator(
    unit="fen",
    formula=LARGEST_OWED,
    zh="最大单户贷款余额",
    es="Saldo del mayor deudor",
    en="Balance of the largest borrower",
)
def largest_borrower_balance(ledger: Ledger, as_of: date) -> Figure:
    """What the household that owes most owes."""
    loans, _owed = _largest(ledger, as_of, 1)
    name, query = named("largest_borrower_balance", as_of), said(LARGEST_OWED, day=as_of)
    return total(name, "fen", query, as_of, loans.rows(loans["balance_fen"]))


@indicator(
    unit="fen",
    formula=TEN_OWED,
    zh="最大十户贷款余额",
    es="Saldo de los diez mayores",
    en="Balance of the ten largest",
)
def top_ten_balance(ledger: Ledger, as_of: date) -> Figure:
    """What the ten households that owe most owe together."""
    loans, _owed = _largest(ledger, as_of, 10)
    name, query = named("top_ten_balance", as_of), said(TEN_OWED, day=as_of)
    return total(name, "fen", query, as_of, loans.rows(loans["balance_fen"]))
