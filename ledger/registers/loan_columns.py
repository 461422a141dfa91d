"""Columns about a loan that several registers share, and the choice of loans by filters."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np

from ledger.classes import class_code
from ledger.columns.loans import Loans
from ledger.guarantees import guarantee_code
from ledger.registers.declaration import Column, Entry
from ledger.states import LoanState

LoanColumn = Column[LoanState]
T = TypeVar("T")

FILTERS = frozenset(
    {"unit", "product", "manager", "class_code", "guarantee", "household_id", "village"}
)


def chosen(loans: Iterable[LoanState], filters: Mapping[str, Any]) -> Iterable[LoanState]:
    """Return the loans that pass every filter that is given; classes and guarantees by any name."""
    wanted = {key: value for key, value in filters.items() if value is not None and key in FILTERS}
    if "class_code" in wanted:
        wanted["class_code"] = class_code(wanted["class_code"])
    if "guarantee" in wanted:
        wanted["guarantee"] = guarantee_code(wanted["guarantee"])
    return (
        loan for loan in loans if all(getattr(loan, key) == value for key, value in wanted.items())
    )


def filtered(loans: Loans, filters: Mapping[str, Any]) -> Loans:
    """Return the loans that pass every filter of FILTERS that is given, as columns."""
    found = loans.where(**{key: filters.get(key) for key in FILTERS - {"village"}})
    village = filters.get("village")
    if village is None:
        return found
    return found.keep(np.array([each == village for each in found.values("village")], dtype=bool))


def of_loan(column: LoanColumn, loan_of: Callable[[T], LoanState]) -> Column[T]:
    """Return a loan's column for rows that are about more than a loan."""
    parts = {part.name: getattr(column, part.name) for part in dataclasses.fields(column)}
    return Column[T](**parts | {"of": None, "value": lambda about: column.value(loan_of(about))})


def entry(loan: LoanState) -> Entry[LoanState]:
    """Return a loan as a register's row: its terms are the fact behind it."""
    return Entry(loan, loan.fact, loan.sources["amount_fen"])


UNIT = LoanColumn(
    key="unit",
    titles={"zh": "机构", "es": "Oficina", "en": "Branch"},
    value=lambda loan: loan.unit,
    of="unit",
    width=14,
)
BORROWER = LoanColumn(
    key="borrower",
    titles={"zh": "借款人", "es": "Prestatario", "en": "Borrower"},
    value=lambda loan: loan.borrower,
    of="borrower",
    width=12,
)
_FULL_IDENTITY = LoanColumn(
    key="identity",
    titles={"zh": "证件号码", "es": "Documento", "en": "ID number"},
    value=lambda loan: loan.id_number,
    of="id_number",
    width=20,
)
IDENTITY = LoanColumn(
    key="identity",
    titles={"zh": "证件号码", "es": "Documento", "en": "ID number"},
    value=lambda loan: loan.masked_id,
    of="masked_id",
    width=20,
    in_full=_FULL_IDENTITY,
)
IOU_NO = LoanColumn(
    key="iou_no",
    titles={"zh": "借据号", "es": "Nº de pagaré", "en": "IOU no."},
    value=lambda loan: loan.number,
    of="number",
    width=18,
)
CONTRACT_NO = LoanColumn(
    key="contract_no",
    titles={"zh": "合同号", "es": "Nº de contrato", "en": "Contract no."},
    value=lambda loan: loan.contract_no,
    of="contract_no",
    width=24,
)
PRODUCT = LoanColumn(
    key="product",
    titles={"zh": "业务品种", "es": "Producto", "en": "Product"},
    value=lambda loan: loan.product,
    of="product",
    width=16,
)
GUARANTEE = LoanColumn(
    key="guarantee",
    titles={"zh": "担保方式", "es": "Garantía", "en": "Security"},
    value=lambda loan: loan.guarantee,
    of="guarantee",
    kind="guarantee",
    width=10,
)
AMOUNT = LoanColumn(
    key="amount",
    titles={"zh": "借据金额", "es": "Monto", "en": "Amount"},
    value=lambda loan: loan.amount_fen,
    of="amount_fen",
    kind="money",
    width=15,
    total=True,
)
BALANCE = LoanColumn(
    key="balance",
    titles={"zh": "余额", "es": "Saldo", "en": "Balance"},
    value=lambda loan: loan.balance_fen,
    of="balance_fen",
    kind="money",
    width=15,
    total=True,
)
RATE = LoanColumn(
    key="rate",
    titles={"zh": "利率", "es": "Tasa", "en": "Rate"},
    value=lambda loan: rate_text(loan),
    of=lambda some: rate_texts(some),
    width=10,
)
GRANTED_ON = LoanColumn(
    key="granted_on",
    titles={"zh": "发放日", "es": "Desembolso", "en": "Granted on"},
    value=lambda loan: loan.granted_on,
    of="granted_on",
    kind="date",
    width=11,
)
DUE_ON = LoanColumn(
    key="due_on",
    titles={"zh": "到期日", "es": "Vencimiento", "en": "Due on"},
    value=lambda loan: loan.due_on,
    of="due_on",
    kind="date",
    width=11,
)
DAYS_OVERDUE = LoanColumn(
    key="days_overdue",
    titles={"zh": "逾期天数", "es": "Días de atraso", "en": "Days overdue"},
    value=lambda loan: loan.days_overdue,
    of="days_overdue",
    kind="count",
    width=9,
)
ARREARS = LoanColumn(
    key="arrears",
    titles={"zh": "欠息", "es": "Intereses atrasados", "en": "Interest in arrears"},
    value=lambda loan: loan.arrears_fen,
    of="arrears_fen",
    kind="money",
    width=13,
    total=True,
)
CLASS = LoanColumn(
    key="class",
    titles={"zh": "认定", "es": "Categoría", "en": "Class"},
    value=lambda loan: loan.class_code,
    of="class_code",
    kind="class",
    width=9,
)
PREVIOUS_CLASS = LoanColumn(
    key="previous_class",
    titles={"zh": "上期分类", "es": "Categoría anterior", "en": "Previous class"},
    value=lambda loan: loan.previous_class,
    of="previous_class",
    kind="class",
    width=9,
)
CLASS_ON = LoanColumn(
    key="class_on",
    titles={"zh": "认定日期", "es": "Clasificado el", "en": "Classified on"},
    value=lambda loan: loan.class_decided_on or loan.class_on,
    of=lambda some: classified_on(some),
    kind="date",
    width=11,
)
MANAGER = LoanColumn(
    key="manager",
    titles={"zh": "管户人", "es": "Oficial", "en": "Loan officer"},
    value=lambda loan: loan.manager,
    of="manager",
    width=10,
)

_RATE_SIGNS = {"permille_month": "‰", "percent_year": "%", "percent_month": "%", "percent_day": "%"}


def rate_text(loan: LoanState) -> str | None:
    """Return a rate with its sign, as the ledger states it."""
    return _rate(loan.rate, loan.rate_unit)


def _rate(rate: Decimal | None, unit: str | None) -> str | None:
    if rate is None:
        return None
    number = format(rate.normalize(), "f") if rate else format(Decimal(0), "f")
    return number + _RATE_SIGNS.get(unit or "", "")


def rate_texts(loans: Loans) -> list[str | None]:
    """Return the rates of some loans with their signs; each that differs is written once."""
    asked = list(zip(loans.values("rate"), loans.values("rate_unit"), strict=True))
    written = {each: _rate(*each) for each in set(asked)}
    return [written[each] for each in asked]


def classified_on(loans: Loans) -> list[date | None]:
    """Return the day each class was decided on, else the day it holds from."""
    days = zip(loans.values("class_decided_on"), loans.values("class_on"), strict=True)
    return [decided or holds_from for decided, holds_from in days]
