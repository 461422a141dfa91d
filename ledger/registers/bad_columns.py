"""Columns about a bad loan that several registers share, and the choice of bad loans by filters."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ledger.bad.file import BadLoan
from ledger.kinds.declaration import Field, Titles
from ledger.kinds.registry import kind_of
from ledger.kinds.shared import titles
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Value
from ledger.registers.kind_register import printed

BadColumn = Column[BadLoan]

# Filters by what was last stated about a loan: filter, kind, field.
_STATED = (
    ("category", "disposal_category", "category"),
    ("grade", "recoverability", "grade"),
    ("cause", "formation_cause", "cause"),
    ("level", "owner_level", "level"),
)
FILTERS = loans.FILTERS | {name for name, _kind, _field in _STATED} | {"collector"}


def chosen(found: Iterable[BadLoan], filters: Mapping[str, Any]) -> Iterator[BadLoan]:
    """Return the bad loans that pass every filter that is given; answers by code or any name."""
    by_loan = {one.loan.account_id: one for one in found}
    wanted = {
        (kind, field): code_of(kind, field, filters[name])
        for name, kind, field in _STATED
        if filters.get(name) is not None
    }
    for loan in loans.chosen([one.loan for one in by_loan.values()], filters):
        one = by_loan[loan.account_id]
        if any(one.text(kind, field) != code for (kind, field), code in wanted.items()):
            continue
        if filters.get("collector") not in (None, one.answers("collection")):
            continue
        yield one


def code_of(kind: str, field: str, said: str) -> str:
    """Return the code of an answer by its code or title; what no answer is called stays."""
    for choice in kind_of(kind).field(field).choices:
        if said in (choice.code, *choice.titles.values(), *choice.written):
            return choice.code
    return said


def entry(one: BadLoan) -> Entry[BadLoan]:
    """Return a bad loan as a register's row: its class is the fact behind it."""
    loan = one.loan
    source = loan.sources.get("class_code", loan.sources["amount_fen"])
    return Entry(one, loan.class_fact or loan.fact, source)


def column(
    key: str, zh: str, es: str, en: str, value: Callable[[BadLoan], Value], **more: Any
) -> BadColumn:
    """Return a column with a value of its own."""
    return BadColumn(key=key, titles=titles(zh, es, en), value=value, **more)


def of_loan(shared: loans.LoanColumn) -> BadColumn:
    """Return a column of the loan's own."""

    def value(one: BadLoan, read: Callable[[Any], Value] = shared.value) -> Value:
        return read(one.loan)

    parts = {part.name: getattr(shared, part.name) for part in dataclasses.fields(shared)}
    return BadColumn(**parts | {"value": value})


def stated(kind: str, field: str, key: str | None = None, **more: Any) -> BadColumn:
    """Return a column with what was last stated in a field of a kind, named as it is there.

    A survey says what was found out since the one before: what it leaves open stays as it was.
    """
    declared = kind_of(kind).field(field)

    def value(one: BadLoan) -> Value:
        if kind == "risk_survey":
            return one.kept(kind, field)  # type: ignore[return-value]
        last = one.last(kind)
        return last.values.get(field) if last else None  # type: ignore[return-value]

    parts: dict[str, Any] = {
        "key": key or f"{kind}_{field}",
        "titles": declared.titles,
        "kind": printed(declared.grammar),
        "width": declared.width,
        "words": words(declared),
    }
    return BadColumn(value=value, **parts | more)


def answers(kind: str, field: str) -> Mapping[str, Titles]:
    """Return what each answer of a kind's field is called."""
    return words(kind_of(kind).field(field))


def words(field: Field) -> Mapping[str, Titles]:
    """Return what each answer of a field is called."""
    return {choice.code: choice.titles for choice in field.choices}


UNIT = of_loan(loans.UNIT)
BORROWER = of_loan(loans.BORROWER)
IOU_NO = of_loan(loans.IOU_NO)
BALANCE = of_loan(loans.BALANCE)
CLASS = of_loan(loans.CLASS)
DAYS_OVERDUE = of_loan(loans.DAYS_OVERDUE)
ARREARS = of_loan(loans.ARREARS)
DUE_ON = of_loan(loans.DUE_ON)
MANAGER = of_loan(loans.MANAGER)
HOUSEHOLD = column(
    "household", "户号", "Expediente", "Household",
    lambda one: f"{one.loan.household_id:06d}", width=8,
)  # fmt: skip
LENDER = column(
    "lender", "放款责任人", "Otorgó", "Lent by", lambda one: one.answers("lending"), width=10
)
COLLECTOR = column(
    "collector", "清收责任人", "Recupera", "Collected by",
    lambda one: one.answers("collection"), width=10,
)  # fmt: skip
CATEGORY = stated("disposal_category", "category", "category")
GRADE = stated("recoverability", "grade", "grade")
MEASURES = stated("collection_plan", "measures", "measures")
PROGRESS = stated("plan_progress", "progress", "progress")
LIMITATION = column(
    "limitation", "诉讼时效", "Prescripción", "Claim lapses on",
    lambda one: one.limitation.until if one.limitation else None, kind="date", width=11,
)  # fmt: skip
SECURED_UNTIL = column(
    "secured_until", "担保到期日", "Fin de la garantía", "Security until",
    lambda one: one.day("guarantee", "until") or one.kept("risk_survey", "security_until"),  # type: ignore[arg-type,return-value]
    kind="date", width=11,
)  # fmt: skip
CONTACT_DUE = column(
    "contact_due", "待催收标志", "Gestión pendiente", "To be contacted",
    lambda one: one.contact_due, kind="flag", width=8,
)  # fmt: skip
LAPSE_DUE = column(
    "lapse_due", "时效到期标志", "Prescribe", "About to lapse",
    lambda one: one.lapse_due, kind="flag", width=8,
)  # fmt: skip
LAST_CONTACT = column(
    "last_contact", "最后催收日期", "Última gestión", "Last contact",
    lambda one: one.day("contact", "on"), kind="date", width=11,
)  # fmt: skip
