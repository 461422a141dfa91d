"""本月信贷工作重点: what a month asks for, in figures, in all and per unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractors.wording import _
from ledger.rules.calendar import Period, period_of
from ledger.rules.declaration import Titles, titles
from ledger.rules.desk import Desk
from ledger.rules.running import run
from ledger.rules.subjects import Household, Loan, Subject
from ledger.rules.task import DONE, WAIVED, Task

# Rules whose tasks are visits.
INSPECTIONS = frozenset(
    {
        "first_inspection", "routine_inspection", "bad_loan_check", "large_loan_inspection",
        "onsite_monitoring",
    }
)  # fmt: skip


class MonthUnknown(Exception):
    """What was given is no month."""


@dataclass(slots=True)
class Part:
    """One figure of a month: how many, how much, and what they are.

    amount_fen  the balances of the loans; None where it is not about money
    labels      loan numbers or task ids, in order
    """

    titles: Titles
    count: int = 0
    amount_fen: int | None = None
    labels: list[str] = field(default_factory=list)

    def add(self, label: str, amount_fen: int | None = None) -> None:
        """Count one more."""
        self.count += 1
        self.labels.append(label)
        if amount_fen is not None:
            self.amount_fen = (self.amount_fen or 0) + amount_fen

    def to_json(self) -> dict[str, Any]:
        """Return the figure for machines: fen as they are."""
        return {
            "titles": dict(self.titles),
            "count": self.count,
            "amount_fen": self.amount_fen,
            "of": self.labels,
        }


_TITLES = {
    "due": titles("本月到期贷款", "Créditos que vencen", "Loans falling due"),
    "overdue": titles("逾期贷款", "Créditos en mora", "Loans overdue"),
    "arrears": titles("欠息（贷款笔数、欠息额）", "Intereses impagos", "Interest in arrears"),
    "bad": titles("不良贷款", "Créditos morosos", "Bad loans"),
    "warnings": titles("未解除的风险预警", "Alertas abiertas", "Warnings open"),
    "inspections": titles("本月应做检查", "Inspecciones debidas", "Inspections due"),
    "rectifications": titles("本月应完成整改", "Regularizaciones", "Rectifications due"),
    "late": titles("逾期未办任务", "Tareas atrasadas", "Tasks that are late"),
    "tasks": titles("本月应办任务", "Tareas del mes", "Tasks of the month"),
}

Parts = dict[str, Part]


@dataclass(frozen=True, slots=True)
class Focus:
    """What a month asks for, as at a day: in all, by unit, and by manager."""

    month: Period
    as_of: date
    office: Parts
    units: Mapping[str, Parts]
    people: Mapping[str, Parts]

    def to_json(self) -> dict[str, Any]:
        """Return the figures for machines."""
        return {
            "month": self.month.label,
            "as_of": self.as_of,
            "office": {name: part.to_json() for name, part in self.office.items()},
            "units": _json(self.units),
            "people": _json(self.people),
        }


def _json(groups: Mapping[str, Parts]) -> dict[str, Any]:
    return {
        whose: {name: part.to_json() for name, part in parts.items()}
        for whose, parts in groups.items()
    }


def month_of(text: str) -> Period:
    """Return the month written "2026-01". Raises MonthUnknown."""
    try:
        return period_of(date.fromisoformat(f"{text}-01"), 1)
    except ValueError:
        raise MonthUnknown(
            _("{text} is no month. Write it as 2026-01.").format(text=text)
        ) from None


def focus(desk: Desk, month: Period) -> Focus:
    """Return what a month asks for, as the desk's day knows it."""
    units: defaultdict[str, Parts] = defaultdict(_parts)
    people: defaultdict[str, Parts] = defaultdict(_parts)
    office = _parts()

    def count(name: str, about: Subject | None, label: str, amount_fen: int | None = None) -> None:
        unit, manager = (about.unit, about.manager) if about else (None, None)
        for parts in (office, units[unit or ""], people[manager or ""]):
            parts[name].add(label, amount_fen)

    for loan in desk.loans:
        for name, amount in _states(loan, month):
            count(name, loan, loan.number, amount)
    for household, number in _warnings(desk):
        count("warnings", household, number)
    for task in run(desk):
        for name in _of_month(task, month):
            count(name, task.about, task.id)
    return Focus(
        month, desk.as_of, office, dict(sorted(units.items())), dict(sorted(people.items()))
    )


def _parts() -> Parts:
    return {name: Part(title) for name, title in _TITLES.items()}


def _states(loan: Loan, month: Period) -> Iterable[tuple[str, int]]:
    if loan.due_on and month.first <= loan.due_on <= month.last:
        yield "due", loan.balance_fen
    if loan.days_overdue:
        yield "overdue", loan.balance_fen
    if loan.arrears_fen:
        yield "arrears", loan.arrears_fen
    if loan.is_bad:
        yield "bad", loan.balance_fen


def _warnings(desk: Desk) -> Iterable[tuple[Household | None, str]]:
    released = {
        each.text("warning_no")
        for each in desk.facts("warning_step")
        if each.text("step") == "release"
    }
    for each in desk.facts("risk_warning"):
        number = each.text("warning_no") or each.fact
        if number not in released:
            yield desk.household_of.get(each.household_id or 0), number


def _of_month(task: Task, month: Period) -> Iterable[str]:
    if task.state in (DONE, WAIVED):
        return
    if task.is_late and task.due.due_on < month.first:
        yield "late"
    if month.first <= task.due.due_on <= month.last:
        yield "tasks"
        if task.rule.name in INSPECTIONS:
            yield "inspections"
        if task.rule.name == "rectify":
            yield "rectifications"
