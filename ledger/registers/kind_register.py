"""The register of a kind of fact: whom each is about, then its fields as the kind declares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from extractors.reading import Rate
from ledger.book import View
from ledger.columns.states import States
from ledger.kinds.declaration import OFFICE, Field, Kind
from ledger.records import Record
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.states import LoanState, masked

# How values of a grammar print; what is not named here is text.
_PRINTED = {
    "money": "money",
    "date": "date",
    "period_end": "date",
    "days": "count",
    "count": "count",
    "year": "count",
    "decimal": "percent",
    "flag": "flag",
    "class": "class",
    "guarantee": "guarantee",
    "choice": "choice",
}


def printed(grammar: str) -> str:
    """Return the kind of column in which values of a grammar print."""
    return _PRINTED.get(grammar, "text")


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with the loan and the borrower it is about, as far as it names any."""

    record: Record
    loan: LoanState | None
    household: str | None
    borrower: str | None


def register_of(kind: Kind) -> Register[Stated]:
    """Return the register of a kind: its facts by day, the latest last."""
    own = {field.key for field in kind.fields}
    about = () if kind.about == OFFICE else [each for each in _ABOUT if each.key not in own]
    return Register(
        name=kind.name,
        titles=kind.titles,
        columns=(*about, *(_column(field) for field in kind.fields)),
        rows=lambda view, filters: _rows(kind, view, filters),
        filters=frozenset(
            {field.key for field in kind.fields}
            | (set() if kind.about == OFFICE else {"unit", "manager", "household_id", "number"})
        ),
    )


def _rows(kind: Kind, view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Stated]]:
    fields = {field.key for field in kind.fields}
    own = {key: str(value) for key, value in filters.items() if key in fields}
    of_loan = {
        key: filters[key]
        for key in ("unit", "manager", "number")
        if key in filters and key not in fields
    }
    records = view.records(kind.name, household_id=filters.get("household_id"))
    loans = _loans(view, records)
    for record in records:
        loan = loans.get(record.account_id or 0)
        if record.account_id and loan is None and view.scope:
            continue
        if any(str(record.values.get(key)) != value for key, value in own.items()):
            continue
        if loan and any(getattr(loan, key) != value for key, value in of_loan.items()):
            continue
        debtor = view.debtor(record.household_id) if record.household_id else None
        household = f"{record.household_id:06d}" if record.household_id else None
        yield Entry(
            Stated(record, loan, household, debtor.name if debtor else None),
            record.fact,
            record.source,
        )


def _loans(view: View, records: Iterable[Record]) -> Mapping[int, LoanState]:
    """The loans that records are about, by account; those not granted yet on the day are left out,
    and those that the view does not look at."""
    accounts = np.array(
        sorted({each.account_id for each in records if each.account_id}), dtype=np.int64
    )
    loans = view.granted.keep(np.isin(view.granted["account_id"], accounts))
    return {loan.account_id: loan for loan in States(loans)}


def _column(field: Field) -> Column[Stated]:
    def value(one: Stated) -> Value:
        stated = one.record.values.get(field.key)
        return f"{stated.value} {stated.unit}" if isinstance(stated, Rate) else stated

    def hidden(one: Stated) -> Value:
        stated = value(one)
        return masked(None if stated is None else str(stated)) or None

    column = Column[Stated](
        key=field.key,
        titles=field.titles,
        value=value,
        kind=printed(field.grammar),
        width=field.width,
        total=field.total,
        words={choice.code: choice.titles for choice in field.choices},
    )
    return replace(column, value=hidden, in_full=column) if field.personal else column


_ABOUT = (
    Column[Stated](
        key="household",
        titles={"zh": "户号", "es": "Expediente", "en": "Household"},
        value=lambda one: one.household,
        width=8,
    ),
    Column[Stated](
        key="borrower",
        titles=loans.BORROWER.titles,
        value=lambda one: one.borrower,
        width=10,
    ),
    Column[Stated](
        key="iou_no",
        titles=loans.IOU_NO.titles,
        value=lambda one: one.loan.number if one.loan else None,
        width=18,
    ),
    Column[Stated](
        key="unit",
        titles=loans.UNIT.titles,
        value=lambda one: one.loan.unit if one.loan else None,
        width=12,
    ),
    Column[Stated](
        key="manager",
        titles=loans.MANAGER.titles,
        value=lambda one: one.loan.manager if one.loan else None,
        width=8,
    ),
)
