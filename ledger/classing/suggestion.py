"""分类初分: the class that the rules suggest for a loan, with reasons, beside the one it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.classing.case import Case, Cases
from ledger.classing.declaration import ClassTable, Reason, rank, worst
from ledger.classing.triggers import reasons
from ledger.rules.calendar import plus_months
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan

# Months for which an approval holds that names no day: classes are determined every quarter.
QUARTER = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules say of a loan's class.

    grade     the best class it may have: the worst of all that the rules give
    reasons   every rule that applies, the worst first
    first     last first classification by a person (初分) up to the day, if any
    approval  fact by which a class better than the rules' was approved, if one holds
    """

    loan: Loan
    table: ClassTable
    grade: str
    reasons: tuple[Reason, ...]
    first: Stated | None
    approval: Stated | None

    @property
    def differs(self) -> bool:
        """Whether the loan has another class than suggested, or none."""
        return self.loan.class_code != self.grade

    @property
    def too_good(self) -> bool:
        """Whether its class is better than the rules allow."""
        return self.loan.class_code is not None and rank(self.loan.class_code) < rank(self.grade)


def suggestions(desk: Desk) -> Iterator[Suggestion]:
    """Yield what the rules say of every open loan."""
    cases = Cases(desk)
    for loan in desk.loans:
        yield suggest(desk, cases.of(loan))


def suggest(desk: Desk, case: Case) -> Suggestion:
    """Return what the rules say of one loan."""
    found = reasons(case)
    found.sort(key=lambda reason: -rank(reason.grade))
    loan = case.loan
    first = [s for s in desk.of_loan("class_stage", loan) if s.text("stage") == "first"]
    return Suggestion(
        loan,
        case.table,
        worst(found),
        tuple(found),
        first[-1] if first else None,
        _approval(desk, loan),
    )


def _approval(desk: Desk, loan: Loan) -> Stated | None:
    """The approval of the class in force: it holds until the day it names, else for a quarter."""
    approved = desk.of_loan("class_approval", loan)
    if not approved or loan.class_code is None:
        return None
    last = approved[-1]
    until = last.day("until") or plus_months(last.on, QUARTER)
    return last if last.text("class") == loan.class_code and until >= desk.as_of else None
