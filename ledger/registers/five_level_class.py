"""五级分类台账: every loan outstanding with its class, and what each class adds up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ledger.book import View
from ledger.classes import CLASSES
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import (
    Entry,
    Heading,
    Register,
    RegisterTable,
    TableRow,
)
from ledger.states import LoanState


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[LoanState]]:
    """Open loans, worst class first, then by branch and number; the class is the fact behind."""
    found = sorted(loans.chosen(view.open_loans, filters), key=_order)
    for loan in found:
        yield Entry(
            loan,
            loan.class_fact or loan.fact,
            loan.sources.get("class_code", loan.sources["amount_fen"]),
        )


def _order(loan: LoanState) -> tuple[int, str, str]:
    grade = CLASSES.index(loan.class_code) if loan.class_code else len(CLASSES)
    return (-grade, loan.unit or "", loan.number)


def summary(view: View, found: Sequence[LoanState]) -> RegisterTable:
    """Number, amount and share of each class; loans without one are counted apart."""
    whole = sum(loan.balance_fen for loan in found)
    codes: list[str | None] = [*CLASSES]
    if any(loan.class_code is None for loan in found):
        codes.append(None)
    lines = []
    for code in codes:
        mine = [loan for loan in found if loan.class_code == code]
        balance = sum(loan.balance_fen for loan in mine)
        lines.append(TableRow((code, len(mine), balance, _share(balance, whole))))
    return RegisterTable(
        name="five-level-class-summary",
        titles={
            "zh": "五级分类汇总",
            "es": "Resumen por categoría",
            "en": "Summary by class",
        },
        as_of=view.as_of,
        known_on=view.known_on,
        columns=(
            Heading("class", {"zh": "分类", "es": "Categoría", "en": "Class"}, "class", 14),
            Heading("count", {"zh": "笔数", "es": "Créditos", "en": "Loans"}, "count", 8),
            Heading("balance", {"zh": "金额", "es": "Saldo", "en": "Balance"}, "money", 18),
            Heading("share", {"zh": "占比(%)", "es": "%", "en": "%"}, "percent", 8),
        ),
        rows=tuple(lines),
        totals=(None, len(found), whole, _share(whole, whole)),
    )


def _share(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


FIVE_LEVEL_CLASS = Register(
    name="five-level-class",
    titles={
        "zh": "贷款五级分类台账",
        "es": "Registro de clasificación de cartera",
        "en": "Five-level classification register",
    },
    columns=(
        loans.UNIT,
        loans.BORROWER,
        loans.IDENTITY,
        loans.IOU_NO,
        loans.GUARANTEE,
        loans.BALANCE,
        loans.GRANTED_ON,
        loans.DUE_ON,
        loans.DAYS_OVERDUE,
        loans.ARREARS,
        loans.PREVIOUS_CLASS,
        loans.CLASS,
        loans.CLASS_ON,
        loans.MANAGER,
    ),
    rows=rows,
    filters=loans.FILTERS,
    summary=summary,
)
