"""五级分类台账: every loan outstanding with its class, and what each class adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

from ledger.book import View
from ledger.classes import CLASSES
from ledger.columns.day import NO_GRADE
from ledger.columns.figure_rows import Behind
from ledger.columns.loans import Loans
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import (
    Heading,
    Register,
    RegisterTable,
    TableRow,
)


def chosen(view: View, filters: Mapping[str, Any]) -> ClassedLoans:
    """Open loans, worst class first, then by branch and number; the class is the fact behind."""
    found = loans.filtered(view.open, filters)
    # Those without a class first: they are still to be classed.
    grade = np.where(found["class_code"] == NO_GRADE, len(CLASSES), found["class_code"])
    found = found.by(-grade.astype(np.int64), found["unit"], found.number_ranks)
    return ClassedLoans(found.day, found.places)


class ClassedLoans(Loans):
    """Loans that stand in a register for their class."""

    def behind(self) -> Behind:
        """Return the fact behind each: its classification."""
        return self.class_rows(None)


def summary(view: View, found: Loans) -> RegisterTable:
    """Number, amount and share of each class; loans without one are counted apart."""
    whole = found.total("balance_fen")
    codes: list[str | None] = [*CLASSES]
    if np.any(found["class_code"] == NO_GRADE):
        codes.append(None)
    lines = []
    for code in codes:
        mine = found.keep(found["class_code"] == (CLASSES.index(code) if code else NO_GRADE))
        balance = mine.total("balance_fen")
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
    loans=chosen,
    filters=loans.FILTERS,
    summary=summary,
)
