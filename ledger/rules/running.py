"""The run: every rule over one day of the ledger, one task after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from archive.ledger_settings import LedgerSettings
from extractors.wording import _
from ledger.kinds.monitoring import TASK_WAIVER
from ledger.rules.declaration import Due, Rule
from ledger.rules.desk import Desk
from ledger.rules.registry import RULES, rule_of
from ledger.rules.subjects import Subject
from ledger.rules.task import (
    DONE,
    OPEN,
    WAIVED,
    Task,
    Waiver,
    state_of,
    task_id,
)  # fmt: skip


class UnknownTask(Exception):
    """No rule asks for a task of that id on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which tasks are wanted; None does not choose.

    until  with those due up to this day; None: those due soon by the settings
    late   only those whose day has passed
    done   those done or waived instead of those still to do
    """

    rule: str | None = None
    unit: str | None = None
    manager: str | None = None
    household_id: int | None = None
    loan: str | None = None
    until: date | None = None
    late: bool = False
    done: bool = False


def tasks(desk: Desk, asked: Asked = Asked()) -> Iterator[Task]:
    """Yield the tasks that are asked for, rule by rule."""
    chosen = [rule_of(asked.rule)] if asked.rule else RULES.values()
    waivers = waivers_of(desk)
    for rule in chosen:
        for due in rule.dues(desk):
            if not _is_about(due.about, asked):
                continue
            task = _task(desk, rule, due, waivers)
            if _is_asked(task, asked):
                yield task


def _task(desk: Desk, rule: Rule, due: Due, waivers: dict[str, Waiver]) -> Task:
    chosen = _settings(desk, due.about)
    state, level = state_of(
        rule,
        due,
        desk.as_of,
        soon_days=chosen.due_soon_days,
        unit_days=chosen.unit_head_after_days,
        department_days=chosen.department_after_days,
    )
    waiver = waivers.get(task_id(rule, due)) if waivers and state != DONE else None
    return Task(rule, due, WAIVED if waiver else state, level, waiver)


def _settings(desk: Desk, about: Subject) -> LedgerSettings:
    return desk.settings(about.loans[0]) if about.loans else desk.view.settings.ledger


def _is_about(about: Subject, asked: Asked) -> bool:
    if asked.unit is not None and about.unit != asked.unit:
        return False
    if asked.manager is not None and about.manager != asked.manager:
        return False
    if asked.household_id is not None and about.household_id != asked.household_id:
        return False
    return asked.loan is None or any(loan.number == asked.loan for loan in about.loans)


def _is_asked(task: Task, asked: Asked) -> bool:
    if asked.done:
        return task.state in (DONE, WAIVED)
    if task.state in (DONE, WAIVED):
        return False
    if asked.late:
        return task.is_late
    if asked.until is not None:
        return task.due.due_on <= asked.until
    return task.state != OPEN


def waivers_of(desk: Desk) -> dict[str, Waiver]:
    """Return what people said need not be done, by task."""
    return {
        str(each.text("task")): Waiver(
            each.fact, each.on, each.text("reason") or "", each.text("by") or ""
        )
        for each in desk.facts(TASK_WAIVER.name)
    }


def find(desk: Desk, wanted: str) -> Task:
    """Return the task of an id, done or not. Raises UnknownTask."""
    name = wanted.partition(":")[0]
    waivers = waivers_of(desk)
    if name in RULES:
        rule = RULES[name]
        for due in rule.dues(desk):
            if task_id(rule, due) == wanted:
                return _task(desk, rule, due, waivers)
    raise UnknownTask(
        _(
            "No rule asks for a task {task} on {day}. List what is due: hudang tasks --until DAY"
        ).format(task=wanted, day=desk.as_of.isoformat())
    )


@dataclass(slots=True)
class Counts:
    """How many tasks there are in each state, in all and by unit and person."""

    states: Counter[str] = field(default_factory=Counter)
    people: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    rules: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, task: Task) -> None:
        """Count one task."""
        self.states[task.state] += 1
        who = (task.about.unit or "", task.about.manager or "")
        self.people.setdefault(who, Counter())[task.state] += 1
        self.rules.setdefault(task.rule.name, Counter())[task.state] += 1


def counted(found: Iterable[Task]) -> tuple[list[Task], Counts]:
    """Return tasks, the most pressing first, and their counts."""
    counts = Counts()
    listed: list[Task] = []
    for task in found:
        counts.add(task)
        listed.append(task)
    listed.sort(key=order)
    return listed, counts


def order(task: Task) -> tuple[date, str, str]:
    """Return what tasks are ordered by: the oldest day first."""
    return task.due.due_on, task.rule.name, task.about.label


def run(desk: Desk, rules: Sequence[str] = ()) -> Iterator[Task]:
    """Yield all tasks of some rules (all, if none are named), done ones too."""
    waivers = waivers_of(desk)
    for rule in [rule_of(name) for name in rules] or RULES.values():
        for due in rule.dues(desk):
            yield _task(desk, rule, due, waivers)
