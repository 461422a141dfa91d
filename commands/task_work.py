"""Work on tasks: one explained, done by the fact that proves it, waived; and a month's figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    FINDINGS,
    actor,
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
    from ledger.rules.explaining import Explanation
    from ledger.rules.month import Focus
    from ledger.rules.task import Task

as_of_option = click.option(
    "--as-of", type=day_type, help=_("The day it speaks of; today by default.")
)
known_on_option = click.option(
    "--known-on", type=day_type, help=_("With what was known on that day.")
)
by_option = click.option(
    "--by", metavar="NAME", help=_("Who states it; the user of this computer by default.")
)


def desk_of(workspace: Workspace, as_of: Any, known_on: Any = None) -> Desk:
    """Return what rules look at, for the day asked for."""
    from ledger.book import Book
    from ledger.rules.desk import Desk

    view = Book.of(workspace).at(
        as_of.date() if as_of else today(), known_on.date() if known_on else None
    )
    return Desk(view)


@click.command("show", help=_("Explain a task: rule, facts, evidence, and how it is done."))
@click.argument("task")
@as_of_option
@known_on_option
@as_json_option
@here
def tasks_show(
    context: click.Context, task: str, as_of: Any, known_on: Any, wants_json: bool
) -> None:
    from ledger.rules.explaining import explained
    from ledger.rules.running import find

    workspace = opened(context)
    desk = desk_of(workspace, as_of, known_on)
    found = find(desk, task)
    seen(workspace, "tasks.view", found.id)
    explanation = explained(desk, found)
    language = desk.view.settings.office.language
    if wants_json:
        as_json(explanation.to_json(desk, language))
    else:
        _print(desk, found, explanation, language)


def _print(desk: Desk, task: Task, explanation: Explanation, language: str) -> None:
    from ledger.rules import explaining, forms

    state, level = explaining.state_words(task, language)
    say(f"{task.rule.titles[language]}  {task.id}")
    say(task.rule.what[language])
    say(_("Rule: {rule}. Source: {source}").format(rule=task.rule.name, source=task.rule.source))
    say()
    late = task.days_late(desk.as_of)
    say(
        _("Due on {day}: {state}, {late} days late. With: {level}.").format(
            day=task.due.due_on, state=state, late=late, level=level
        )
        if late
        else _("Due on {day}: {state}. With: {level}.").format(
            day=task.due.due_on, state=state, level=level
        )
    )
    who = [part for part in (task.about.unit, task.about.manager) if part]
    if who:
        say(_("Responsible: {who}").format(who=" ".join(who)))
    if explanation.evidence:
        shown = explaining.placed(explanation.evidence.fact, explanation.evidence.source)
        if task.waiver:
            say(_("Waived: {reason} ({fact})").format(reason=task.waiver.reason, fact=shown))
        else:
            say(_("Done on {day}: {fact}").format(day=task.due.done_on, fact=shown))
    table((_("reason"), _("value"), _("fact and source")), explaining.lines(explanation, language))
    if explanation.settings:
        table(
            (_("setting"), _("value"), ""),
            [
                (f"[ledger] {key}", value, _("exception") if own else "")
                for key, (value, own) in explanation.settings.items()
            ],
        )
    _print_papers(explanation, language)
    if not task.due.done_on and not task.waiver:
        if task.rule.form:
            say(_("How it is done: {command}").format(command=forms.command(task, language)))
            say(_("Fields of the form: {fields}").format(fields=_fields(task, language)))
        if document := forms.document_command(task):
            say(_("The document that goes with it: {command}").format(command=document))


def _fields(task: Task, language: str) -> str:
    """All fields of a task's form, with what is filled in already."""
    from ledger.rules import forms

    form, known = forms.form_of(task), forms.prefilled(task)
    return "、".join(
        field.titles[language] + (f"={known[field.key]}" if field.key in known else "")
        for field in (form.fields if form else ())
    )


def _print_papers(explanation: Explanation, language: str) -> None:
    from extractors.forms import ALL

    if not explanation.papers:
        return
    rows = [
        (ALL[name].title(language) if name in ALL else name, _("filed") if there else _("missing"))
        for name, there in explanation.papers.items()
    ]
    table((_("paper"), ""), rows)


@click.command(
    "done",
    help=_("Do a task: record the fact that proves it, FIELD=VALUE …; hudang tasks show says how."),
)
@click.argument("task")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--paper", metavar="ID", help=_("The filed paper that shows it."))
@click.option("--page", type=click.IntRange(min=1), help=_("Its page."))
@by_option
@as_of_option
@as_json_option
@here
def tasks_done(
    context: click.Context,
    task: str,
    fields: tuple[str, ...],
    paper: str | None,
    page: int | None,
    by: str | None,
    as_of: Any,
    wants_json: bool,
) -> None:
    from archive.database import reading
    from archive.documents import document
    from ledger.posting import Origin
    from ledger.rules.doing import do
    from ledger.rules.task import DONE
    from ledger.statements import words_of

    workspace = opened(context)
    person = by or actor()
    if paper is not None:
        with reading(workspace.engine) as connection:
            paper = document(connection, paper).id
    origin = (
        Origin(kind="document", document_id=paper)
        if paper
        else Origin(kind="person", person=person)
    )
    fact, after = do(
        workspace,
        desk_of(workspace, as_of),
        task,
        words_of(fields),
        actor=person,
        origin=origin,
        page=page,
    )
    seen(workspace, "tasks.done", after.id, fact=fact)
    if wants_json:
        as_json({"fact": fact, "task": after.id, "state": after.state})
    elif after.state == DONE:
        say(_("Done: {task}, by {fact}.").format(task=after.id, fact=fact))
    else:
        say(
            _("Recorded: {fact}. It does not show yet that {task} is done; see: {show}").format(
                fact=fact, task=after.id, show=f"hudang tasks show {after.id}"
            )
        )
    if after.state != DONE:
        raise SystemExit(FINDINGS)


@click.command("waive", help=_("Say, with a reason, that a task need not be done."))
@click.argument("task")
@click.option("--reason", required=True, help=_("Why it need not be done."))
@click.option("--by", required=True, metavar="NAME", help=_("Who answers for that."))
@as_of_option
@as_json_option
@here
def tasks_waive(
    context: click.Context, task: str, reason: str, by: str, as_of: Any, wants_json: bool
) -> None:
    from ledger.rules.doing import waive

    workspace = opened(context)
    fact, after = waive(
        workspace, desk_of(workspace, as_of), task, reason=reason, by=by, actor=actor()
    )
    seen(workspace, "tasks.waive", after.id, fact=fact)
    if wants_json:
        as_json({"fact": fact, "task": after.id, "state": after.state})
    else:
        say(_("Waived: {task}, by {fact}.").format(task=after.id, fact=fact))


@click.command(
    "month", help=_("Print what a month asks for (本月信贷工作重点), in all and by unit.")
)
@click.argument("month", metavar="YYYY-MM")
@click.option(
    "--as-of",
    type=day_type,
    help=_("The day it speaks of; the last day before the month, or today if that is earlier."),
)
@known_on_option
@as_json_option
@here
def tasks_month(
    context: click.Context, month: str, as_of: Any, known_on: Any, wants_json: bool
) -> None:
    from datetime import datetime, timedelta

    from ledger.rules.month import focus, month_of

    workspace = opened(context)
    period = month_of(month)
    if not as_of:
        day = min(period.first - timedelta(days=1), today())
        as_of = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day is meant
    desk = desk_of(workspace, as_of, known_on)
    found = focus(desk, period)
    seen(workspace, "tasks.view", f"month:{period.label}")
    if wants_json:
        as_json(found.to_json())
    else:
        _print_month(found, desk.view.settings.office.language)


def _print_month(found: Focus, language: str) -> None:
    say(_("{month}, as at {day}").format(month=found.month.label, day=found.as_of))
    table(
        ("", _("number"), _("amount (yuan)")),
        [
            (part.titles[language], part.count, _yuan(part.amount_fen))
            for part in found.office.values()
        ],
        right=(1, 2),
    )
    names = list(found.office)
    table(
        (_("unit"), *(found.office[name].titles[language] for name in names)),
        [
            (unit, *(parts[name].count or "" for name in names))
            for unit, parts in found.units.items()
        ],
        right=range(1, 1 + len(names)),
    )


def _yuan(fen: int | None) -> str:
    return "" if fen is None else f"{Decimal(fen) / 100:,.2f}"
