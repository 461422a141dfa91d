"""Registers of loans by who answers for them: 经营责任认定, and 正常贷款集中管理."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.book import View
from ledger.classes import BAD
from ledger.kinds.responsibility import RESPONSIBILITY
from ledger.kinds.shared import titles
from ledger.managing.responsibilities import Responsibilities
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.states import LoanState


@dataclass(frozen=True, slots=True)
class Answered:
    """A loan with whoever answers for it in each role."""

    loan: LoanState
    people: Mapping[str, str]
    finding: str | None

    @property
    def is_open_question(self) -> bool:
        """Whether a bad loan lacks who lent it or who collects it."""
        return self.loan.class_code in BAD and not {"lending", "collection"} <= self.people.keys()


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Answered]]:
    """Unpaid loans with those who answer for them; `person` for one's own, `lacking` for bad loans
    without lending or collection responsibility."""
    answering = Responsibilities(view)
    for loan in loans.chosen(view.open_loans, {k: v for k, v in filters.items() if k != "manager"}):
        held = {
            choice.code: answering.all_of_loan(loan, choice.code)
            for choice in RESPONSIBILITY.field("role").choices
        }
        people = {
            role: "、".join(dict.fromkeys(record.text("person") or "" for record in records))
            for role, records in held.items()
            if records
        }
        if "manager" not in people and loan.manager:
            people["manager"] = loan.manager
        own = answering.history(loan.household_id, loan.account_id)
        finding = next((text for one in reversed(own) if (text := one.text("finding"))), None)
        one = Answered(loan, people, finding)
        if _passes(one, filters):
            last = own[-1] if own else None
            yield Entry(
                one,
                last.fact if last else loan.fact,
                last.source if last else loan.sources["amount_fen"],
            )


def _passes(one: Answered, filters: Mapping[str, Any]) -> bool:
    if "manager" in filters and one.people.get("manager") != filters["manager"]:
        return False
    named = {name for people in one.people.values() for name in people.split("、")}
    if "person" in filters and filters["person"] not in named:
        return False
    return not filters.get("lacking") or one.is_open_question


def _of_loan(column: loans.LoanColumn) -> Column[Answered]:
    def value(one: Answered, read: Callable[[LoanState], Value] = column.value) -> Value:
        return read(one.loan)

    parts = {part.name: getattr(column, part.name) for part in dataclasses.fields(column)}
    return Column[Answered](**parts | {"value": value})


def _in_role(role: str) -> Column[Answered]:
    choice = next(each for each in RESPONSIBILITY.field("role").choices if each.code == role)
    return Column[Answered](
        key=role, titles=choice.titles, value=lambda one: one.people.get(role), width=9
    )


LOAN_RESPONSIBILITY = Register(
    name="loan-responsibility",
    titles=titles("经营责任认定台账", "Responsables por crédito", "Who answers for which loan"),
    columns=(
        _of_loan(loans.UNIT),
        _of_loan(loans.BORROWER),
        _of_loan(loans.IOU_NO),
        _of_loan(loans.BALANCE),
        _of_loan(loans.GRANTED_ON),
        _of_loan(loans.CLASS),
        *(_in_role(choice.code) for choice in RESPONSIBILITY.field("role").choices),
        Column[Answered](
            key="finding",
            titles=RESPONSIBILITY.field("finding").titles,
            value=lambda one: one.finding,
            width=22,
        ),
    ),
    rows=rows,
    filters=loans.FILTERS | {"person", "lacking"},
)


def _normal(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[LoanState]]:
    """Unpaid loans that are not bad, soonest due first; those without a class come too."""
    found = [loan for loan in loans.chosen(view.open_loans, filters) if loan.class_code not in BAD]
    for loan in sorted(found, key=lambda loan: (loan.due_on is None, loan.due_on, loan.number)):
        yield loans.entry(loan)


NORMAL_LOANS = Register(
    name="normal-loans",
    titles=titles(
        "正常贷款集中管理台账", "Cartera normal", "Loans in good standing, all units together"
    ),
    columns=(
        loans.UNIT, loans.BORROWER, loans.IOU_NO, loans.PRODUCT, loans.GUARANTEE, loans.BALANCE,
        loans.GRANTED_ON, loans.DUE_ON, loans.DAYS_OVERDUE, loans.ARREARS, loans.CLASS,
        loans.MANAGER,
    ),
    rows=_normal,
    filters=loans.FILTERS,
)  # fmt: skip
