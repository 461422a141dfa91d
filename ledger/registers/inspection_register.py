"""贷后检查登记: for each loan outstanding the last visit, the next day due, and what is late."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ledger.book import View
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.states import Inspection, LoanState


@dataclass(frozen=True, slots=True)
class Watched:
    """A loan with its last visit and the next day by which one is due."""

    loan: LoanState
    last: Inspection | None
    due_on: date

    @property
    def late(self) -> bool:
        """Whether the day has passed without a visit."""
        return self.due_on < self.loan.as_of


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Watched]]:
    """Open loans, the most urgent first; filter `late` for those that are late."""
    watched = [_watched(view, loan) for loan in loans.chosen(view.open_loans, filters)]
    for one in sorted(watched, key=lambda one: (one.due_on, one.loan.number)):
        if filters.get("late") and not one.late:
            continue
        last = one.last
        yield Entry(
            one,
            last.fact if last else one.loan.fact,
            last.source if last else one.loan.sources["granted_on"],
        )


def _watched(view: View, loan: LoanState) -> Watched:
    known = view.inspections_of(account_id=loan.account_id)
    visits = [visit for visit in known if visit.done_on]
    last = visits[-1] if visits else None
    after = last.done_on if last and last.done_on else loan.granted_on
    # A day the office itself noted as due and missed comes before what the intervals would say.
    missed = [
        visit.due_on
        for visit in known
        if visit.due_on and not visit.done_on and visit.due_on > after
    ]
    if missed:
        return Watched(loan, last, min(missed))
    rule = view.settings.ledger
    days = rule.routine_inspection_days if last else rule.first_inspection_days
    return Watched(loan, last, after + timedelta(days=days))


def _of_loan(column: loans.LoanColumn) -> Column[Watched]:
    def value(one: Watched, read: Callable[[LoanState], Value] = column.value) -> Value:
        return read(one.loan)

    parts = {part.name: getattr(column, part.name) for part in dataclasses.fields(column)}
    return Column[Watched](**parts | {"value": value})


INSPECTION_REGISTER = Register(
    name="inspections",
    titles={
        "zh": "贷后检查登记簿",
        "es": "Registro de inspecciones",
        "en": "Inspection register",
    },
    columns=(
        _of_loan(loans.UNIT),
        _of_loan(loans.BORROWER),
        _of_loan(loans.IOU_NO),
        _of_loan(loans.PRODUCT),
        _of_loan(loans.BALANCE),
        _of_loan(loans.GRANTED_ON),
        Column[Watched](
            key="last_on",
            titles={"zh": "上次检查", "es": "Última inspección", "en": "Last inspection"},
            value=lambda one: one.last.done_on if one.last else None,
            kind="date",
            width=11,
        ),
        Column[Watched](
            key="inspector",
            titles={"zh": "检查人", "es": "Inspector", "en": "Inspector"},
            value=lambda one: one.last.inspector if one.last else None,
            width=10,
        ),
        Column[Watched](
            key="result",
            titles={"zh": "检查结果", "es": "Resultado", "en": "Result"},
            value=lambda one: one.last.result if one.last else None,
            width=24,
        ),
        Column[Watched](
            key="inspect_by",
            titles={"zh": "下次应检查日", "es": "Próxima inspección", "en": "Next due"},
            value=lambda one: one.due_on,
            kind="date",
            width=11,
        ),
        Column[Watched](
            key="late",
            titles={"zh": "是否逾期", "es": "Atrasada", "en": "Late"},
            value=lambda one: one.late,
            kind="flag",
            width=8,
        ),
        _of_loan(loans.MANAGER),
    ),
    rows=rows,
    filters=loans.FILTERS | {"late"},
)
