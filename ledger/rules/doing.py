"""Doing a task by the fact that proves it, or saying with a reason that it need not be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from archive.clock import Clock, system_clock
from archive.workspace import Workspace
from extractors.wording import _
from ledger.book import Book
from ledger.kinds.declaration import FieldValue
from ledger.kinds.layout import content_of, key_of
from ledger.kinds.monitoring import TASK_WAIVER
from ledger.posting import Origin
from ledger.recording import FactRefused, NewFact, record
from ledger.rules import forms
from ledger.rules.desk import Desk
from ledger.rules.running import find
from ledger.rules.task import DONE, Task


class NothingToRecord(Exception):
    """A task that ends by itself: no fact of a form does it."""


def do(
    workspace: Workspace,
    desk: Desk,
    wanted: str,
    said: Mapping[str, str],
    *,
    actor: str,
    origin: Origin,
    page: int | None = None,
    clock: Clock = system_clock,
) -> tuple[str, Task]:
    """Record what does a task; return the fact and the task as it stands after it.

    Raises UnknownTask, NothingToRecord, and FactRefused saying which field is missing or wrong.
    """
    task = find(desk, wanted)
    if forms.form_of(task) is None:
        raise NothingToRecord(
            _("{task} is not done by recording something: {what}").format(
                task=task.id, what=task.rule.what[desk.view.settings.office.language]
            )
        )
    if task.state == DONE:
        raise FactRefused(
            _("{task} is done already, by {fact}.").format(task=task.id, fact=task.due.evidence)
        )
    new = forms.fact_of(
        task, said, language=desk.view.settings.office.language, view=desk.view.at(date.max)
    )
    (fact,) = record(workspace, [replace(new, page=page)], actor=actor, origin=origin, clock=clock)
    return fact, find(again(workspace, desk), task.id)


def waive(
    workspace: Workspace,
    desk: Desk,
    wanted: str,
    *,
    reason: str,
    by: str,
    actor: str,
    clock: Clock = system_clock,
) -> tuple[str, Task]:
    """Record that a task need not be done; return the fact and the task as it stands after it.

    Raises UnknownTask, and FactRefused when it is done, waived already or no reason is given.
    """
    task = find(desk, wanted)
    if task.state == DONE:
        raise FactRefused(
            _("{task} is done already, by {fact}.").format(task=task.id, fact=task.due.evidence)
        )
    if task.waiver:
        raise FactRefused(
            _("{task} is waived already, by {fact}.").format(task=task.id, fact=task.waiver.fact)
        )
    if not reason.strip() or not by.strip():
        raise FactRefused(_("Say why it need not be done and who answers for that."))
    values: dict[str, FieldValue] = {
        "task": task.id,
        "on": desk.as_of,
        "reason": reason.strip(),
        "by": by.strip(),
    }
    new = NewFact(
        table="record",
        key=key_of(TASK_WAIVER, values),
        effective_on=desk.as_of,
        content=content_of(TASK_WAIVER, values),
        loan=task.loan,
        household_id=task.household_id,
    )
    origin = Origin(kind="person", person=by.strip())
    (fact,) = record(workspace, [new], actor=actor, origin=origin, clock=clock)
    return fact, find(again(workspace, desk), task.id)


def again(workspace: Workspace, desk: Desk) -> Desk:
    """Return the same day with what is known by now."""
    return Desk(Book.of(workspace).at(desk.as_of))
