"""The run: every rule over one day of the ledger, one task after the other."""

from __future__ import annotations

import gc
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from extractors.wording import _
from ledger.kinds.monitoring import TASK_WAIVER
from ledger.rules.declaration import Due, Rule
from ledger.rules.desk import Desk
from ledger.rules.registry import RULES, rule_of
from ledger.rules.subjects import Subject
from ledger.rules.task import (
    DONE,
    ESCALATED,
    OPEN,
    OVERDUE,
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
            if _is_about(due.about, asked):
                task = _task(desk, rule, due, waivers, asked)
                if task is not None:
                    yield task


def _task(
    desk: Desk, rule: Rule, due: Due, waivers: Mapping[str, Waiver], asked: Asked | None
) -> Task | None:
    """Return the task of what is due; None when `asked` does not ask for such a one."""
    about = due.about
    chosen = desk.settings(about.loans[0]) if about.loans else desk.view.settings.ledger
    state, level = state_of(
        rule,
        due,
        desk.as_of,
        soon_days=chosen.due_soon_days,
        unit_days=chosen.unit_head_after_days,
        department_days=chosen.department_after_days,
    )
    waiver = waivers.get(task_id(rule, due)) if waivers and state != DONE else None
    state = WAIVED if waiver else state
    if asked is not None and not _is_asked(due, state, asked):
        return None
    return Task(rule, due, state, level, waiver)


def _is_about(about: Subject, asked: Asked) -> bool:
    if asked.unit is not None and about.unit != asked.unit:
        return False
    if asked.manager is not None and about.manager != asked.manager:
        return False
    if asked.household_id is not None and about.household_id != asked.household_id:
        return False
    return asked.loan is None or any(loan.number == asked.loan for loan in about.loans)


def _is_asked(due: Due, state: str, asked: Asked) -> bool:
    if asked.done:
        return state in (DONE, WAIVED)
    if state in (DONE, WAIVED):
        return False
    if asked.late:
        return state in (OVERDUE, ESCALATED)
    if asked.until is not None:
        return due.due_on <= asked.until
    return state != OPEN


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
            if task_id(rule, due) == wanted and (task := _task(desk, rule, due, waivers, None)):
                return task
    raise UnknownTask(
        _(
            "No rule asks for a task {task} on {day}. List what is due: hudang tasks --until DAY"
        ).format(task=wanted, day=desk.as_of.isoformat())
    )


@dataclass(slots=True)
class Counts:
    """How many tasks there are in each state, in all, by unit and person, and by rule."""

    states: Counter[str] = field(default_factory=Counter)
    people: defaultdict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    rules: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, task: Task) -> None:
        """Count one task."""
        about, state = task.due.about, task.state
        self.states[state] += 1
        self.people[about.unit or "", about.manager or ""][state] += 1
        self.rules[task.rule.name][state] += 1

    @property
    def late(self) -> int:
        """How many tasks are late."""
        return self.states[OVERDUE] + self.states[ESCALATED]


def counted(found: Iterable[Task], keep: int | None = None) -> tuple[list[Task], Counts]:
    """Return tasks, the oldest day first, and the counts of all of them.

    keep  only so many of them are returned: what a screen can show, of however many there are
    """
    counts = Counts()

    def each() -> Iterator[Task]:
        for task in found:
            counts.add(task)
            yield task

    with _uncollected():
        if keep is None:
            return sorted(each(), key=order), counts
        return heapq.nsmallest(keep, each(), key=order), counts


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no cycles: a run makes millions of small objects, and none of them refers back."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def order(task: Task) -> tuple[date, str, str]:
    """Return what tasks are ordered by: the oldest day first."""
    return task.due.due_on, task.rule.name, task.about.label


def run(desk: Desk, rules: Sequence[str] = ()) -> Iterator[Task]:
    """Yield all tasks of some rules (all, if none are named), done ones too."""
    waivers = waivers_of(desk)
    for rule in [rule_of(name) for name in rules] or RULES.values():
        for due in rule.dues(desk):
            task = _task(desk, rule, due, waivers, None)
            if task is not None:
                yield task
