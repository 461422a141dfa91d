"""Tasks: what is due, overdue and escalated, for whom, by which rule, and how it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import FINDINGS, as_json, as_json_option, day_type, here, opened, say, table
from commands.task_work import (
    as_of_option,
    desk_of,
    known_on_option,
    tasks_done,
    tasks_month,
    tasks_show,
    tasks_waive,
)  # fmt: skip
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.rules.desk import Desk
    from ledger.rules.running import Counts
    from ledger.rules.task import Task

# Lines that a person can take in; the rest is counted, and --xlsx and --json have it.
SHOWN = 200


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
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook."),
)
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
    xlsx: Path | None,
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
    every = xlsx is not None or wants_json
    listed, counts = counted(found(desk, asked), None if every else SHOWN)
    seen(workspace, "tasks.view", "tasks", tasks=sum(counts.states.values()))
    if xlsx:
        _write(desk, listed, xlsx)
    elif wants_json:
        as_json(
            {
                "as_of": desk.as_of,
                "counts": dict(counts.states),
                "tasks": [task.to_json(desk.as_of) for task in listed],
            }
        )
    else:
        print_tasks(desk, listed, counts)
    if counts.late:
        raise SystemExit(FINDINGS)


def _write(desk: Desk, listed: list[Task], path: Path) -> None:
    from ledger.registers import write_xlsx
    from ledger.rules.listing import table_of

    if not path.absolute().parent.is_dir():
        raise NotADirectoryError(
            _("There is no folder {folder} to write into.").format(folder=path.parent)
        )
    write_xlsx(table_of(desk, listed), path, desk.view.settings.office.language)
    say(_("Written: {file}").format(file=path))


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
            for task in listed
        ],
        right=(2,),
    )  # fmt: skip
    more = sum(counts.states.values()) - len(listed)
    if more:
        say(
            _("{more} more. Choose with --unit, --manager or --rule, or use --json.").format(
                more=more
            )
        )


tasks.add_command(tasks_show)
tasks.add_command(tasks_done)
tasks.add_command(tasks_waive)
tasks.add_command(tasks_month)

COMMANDS = (tasks,)
