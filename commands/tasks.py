"""Tasks: what is due, overdue and escalated, for whom, by which rule, and how it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    FINDINGS,
    as_json,
    as_json_option,
    day_type,
    here,
    opened,
    say,
    table,
    today,
)
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.rules.desk import Desk
    from ledger.rules.running import Counts
    from ledger.rules.task import Task

# Lines that a person can take in; the rest is counted, and --xlsx and --json have it.
SHOWN = 200

as_of_option = click.option(
    "--as-of", type=day_type, help=_("The day it speaks of; today by default.")
)
known_on_option = click.option(
    "--known-on", type=day_type, help=_("With what was known on that day.")
)


def desk_of(workspace: Workspace, as_of: Any, known_on: Any) -> Desk:
    """Return what rules look at, for the day asked for."""
    from ledger.book import Book
    from ledger.rules.desk import Desk

    view = Book.of(workspace).at(
        as_of.date() if as_of else today(), known_on.date() if known_on else None
    )
    return Desk(view)


@click.group(
    "tasks",
    invoke_without_command=True,
    help=_("List what is due, overdue and escalated, the oldest first; see also its commands."),
)
@click.option("--due", is_flag=True, help=_("What is due soon and what is late (the default)."))
@click.option("--overdue", is_flag=True, help=_("Only what is late."))
@click.option("--done", is_flag=True, help=_("What was done or waived instead."))
@click.option("--until", type=day_type, help=_("All that is due up to this day."))
@click.option("--unit", metavar="NAME", help=_("Of this unit."))
@click.option("--manager", metavar="NAME", help=_("Of this loan officer."))
@click.option("--rule", metavar="NAME", help=_("Of this rule."))
@click.option("--household", type=int, metavar="NUMBER", help=_("About this household."))
@click.option("--loan", metavar="NUMBER", help=_("About this loan."))
@as_of_option
@known_on_option
@as_json_option
@here
def tasks(
    context: click.Context,
    due: bool,
    overdue: bool,
    done: bool,
    until: Any,
    unit: str | None,
    manager: str | None,
    rule: str | None,
    household: int | None,
    loan: str | None,
    as_of: Any,
    known_on: Any,
    wants_json: bool,
) -> None:
    if context.invoked_subcommand:
        return
    from ledger.rules.running import Asked, counted
    from ledger.rules.running import tasks as found

    if due + overdue + done > 1:
        raise click.UsageError(_("Ask for one of --due, --overdue and --done."))
    workspace = opened(context)
    desk = desk_of(workspace, as_of, known_on)
    asked = Asked(
        rule=rule,
        unit=unit,
        manager=manager,
        household_id=household,
        loan=desk.view.loan(loan).number if loan else None,
        until=until.date() if until else None,
        late=overdue,
        done=done,
    )
    listed, counts = counted(found(desk, asked))
    seen(workspace, "tasks.view", "tasks", tasks=len(listed))
    if wants_json:
        as_json(
            {
                "as_of": desk.as_of,
                "counts": dict(counts.states),
                "tasks": [task.to_json(desk.as_of) for task in listed],
            }
        )
    else:
        print_tasks(desk, listed, counts)
    if any(task.is_late for task in listed):
        raise SystemExit(FINDINGS)


def print_tasks(desk: Desk, listed: list[Task], counts: Counts) -> None:
    """Print the counts per unit and person, then the tasks."""
    from ledger.rules.task import LEVELS, STATES

    language = desk.view.settings.office.language
    states = [state for state in STATES if counts.states[state]]
    if not listed:
        say(_("Nothing is due."))
        return
    say(
        "  ".join(f"{STATES[state][language]} {counts.states[state]}" for state in states)
        + f"  {desk.as_of}"
    )
    table(
        (_("unit"), _("manager"), *(STATES[state][language] for state in states)),
        [
            (unit, manager, *(count[state] or "" for state in states))
            for (unit, manager), count in sorted(counts.people.items())
        ],
        right=range(2, 2 + len(states)),
    )
    table(
        (_("due on"), _("state"), _("late"), _("task"), _("borrower"), _("loan"), _("manager"),
         _("with"), _("id")),
        [
            (
                task.due.due_on,
                STATES[task.state][language],
                task.days_late(desk.as_of) or "",
                task.rule.titles[language],
                desk.view.debtor(task.household_id).name if task.household_id else "",
                task.loan or "",
                task.about.manager or "",
                LEVELS[task.level][language],
                task.id,
            )
            for task in listed[:SHOWN]
        ],
        right=(2,),
    )  # fmt: skip
    if len(listed) > SHOWN:
        say(
            _("{more} more. Choose with --unit, --manager or --rule, or use --json.").format(
                more=len(listed) - SHOWN
            )
        )


@tasks.command("show", help=_("Explain a task: rule, facts, evidence, and how it is done."))
@click.argument("task")
@as_of_option
@known_on_option
@as_json_option
@here
def tasks_show(
    context: click.Context, task: str, as_of: Any, known_on: Any, wants_json: bool
) -> None:
    from ledger.rules.running import find

    workspace = opened(context)
    desk = desk_of(workspace, as_of, known_on)
    found = find(desk, task)
    seen(workspace, "tasks.view", found.id)
    if wants_json:
        as_json(found.to_json(desk.as_of))
        return
    language = desk.view.settings.office.language
    say(f"{found.rule.titles[language]}  {found.id}")
    say(found.rule.what[language])


COMMANDS = (tasks,)
