"""A task: what one rule wants done about one thing by one day, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.rules.declaration import DEPARTMENT, OFFICER, UNIT_HEAD, Due, Rule, titles
from ledger.rules.subjects import Household, Loan, Security, Subject, Unit

OPEN, SOON, OVERDUE, ESCALATED, DONE, WAIVED = (
    "open", "due_soon", "overdue", "escalated", "done", "waived",
)  # fmt: skip

STATES = {
    OPEN: titles("未到期", "Pendiente", "Open"),
    SOON: titles("临期", "Por vencer", "Due soon"),
    OVERDUE: titles("逾期", "Atrasada", "Overdue"),
    ESCALATED: titles("已上报", "Elevada", "Escalated"),
    DONE: titles("已完成", "Hecha", "Done"),
    WAIVED: titles("免办", "Dispensada", "Waived"),
}

LEVELS = {
    OFFICER: titles("管户经理", "Oficial de crédito", "Loan officer"),
    UNIT_HEAD: titles("机构负责人", "Jefe de la unidad", "Head of the unit"),
    DEPARTMENT: titles("部门负责人（风险部）", "Jefe del departamento", "Head of the department"),
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's statement that a task need not be done."""

    fact: str
    on: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Task:
    """One task on the day looked at.

    level   who answers for it now: officer, unit_head or department
    waiver  why it need not be done, if somebody said so
    """

    rule: Rule
    due: Due
    state: str
    level: str
    waiver: Waiver | None = None

    @property
    def id(self) -> str:
        """What it is called by in commands; the same on every day."""
        return task_id(self.rule, self.due)

    @property
    def about(self) -> Subject:
        """The loan, household, security or unit that it is about."""
        return self.due.about

    @property
    def loan(self) -> str | None:
        """The number of the loan it is about, if it is about one."""
        if isinstance(self.about, Loan):
            return self.about.number
        if isinstance(self.about, Security) and self.about.account_id:
            return self.about.loan.number
        return None

    @property
    def household_id(self) -> int | None:
        """The household whose file it belongs to; None for a unit's tasks."""
        return self.about.household_id

    @property
    def is_late(self) -> bool:
        """Whether it is not done and its day has passed."""
        return self.state in (OVERDUE, ESCALATED)

    def days_late(self, as_of: date) -> int:
        """Return how many days it is late; 0 when it is not."""
        return max((as_of - self.due.due_on).days, 0) if self.is_late else 0

    def to_json(self, as_of: date) -> dict[str, Any]:
        """Return the task for machines, without names of people who borrow."""
        return {
            "id": self.id,
            "rule": self.rule.name,
            "titles": dict(self.rule.titles),
            "about": kind_of_subject(self.about),
            "loan": self.loan,
            "household": self.household_id,
            "security": self.about.label if isinstance(self.about, Security) else None,
            "unit": self.about.unit,
            "manager": self.about.manager,
            "due_on": self.due.due_on,
            "state": self.state,
            "level": self.level,
            "days_late": self.days_late(as_of),
            "done_on": self.due.done_on,
            "evidence": self.due.evidence,
            "waived": self.waiver.reason if self.waiver else None,
        }


def task_id(rule: Rule, due: Due) -> str:
    """Return a task's id: rule, what it is about, period."""
    named = f"{rule.name}:{due.about.label}"
    return f"{named}:{due.period}" if due.period else named


def kind_of_subject(about: Subject) -> str:
    """Return what sort of thing a task is about."""
    kinds = {Loan: "loan", Household: "household", Security: "security", Unit: "unit"}
    return kinds[type(about)]


def state_of(
    rule: Rule, due: Due, as_of: date, *, soon_days: int, unit_days: int, department_days: int
) -> tuple[str, str]:
    """Return the state of what is due, and who answers for it now.

    A day that is due today is not late. What has to be settled by `due.until` goes to the
    department the day after it.
    """
    if due.done_on is not None:
        return DONE, OFFICER
    late = (as_of - due.due_on).days
    if late <= 0:
        return (SOON if -late <= soon_days else OPEN), OFFICER
    if due.until is not None and as_of > due.until:
        return ESCALATED, DEPARTMENT
    if not rule.escalate or late <= unit_days:
        return OVERDUE, OFFICER
    return ESCALATED, (UNIT_HEAD if late <= department_days else DEPARTMENT)
