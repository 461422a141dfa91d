"""Heads that no layout knows: asking what they are, showing what they may be, what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from commands.desk import actor, as_json, as_json_option, here, opened, say, table, tell
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.mapping.decisions import Decision
    from ledger.mapping.said import Suggestion
    from ledger.report import ImportReport


def ask(suggestions: Sequence[Suggestion]) -> list[Decision]:
    """Ask on the terminal what each unknown column is; nothing is decided by pressing Enter."""
    from ledger.mapping.decisions import IGNORED, Decision

    answers: list[Decision] = []
    for each in suggestions:
        if not each.candidates:
            continue
        tell(_said(each))
        for number, candidate in enumerate(each.candidates, start=1):
            tell(f"  {number}  {_candidate(candidate)}")
        tell("  0  " + _("never read it"))
        choices = [str(number) for number in range(len(each.candidates) + 1)]
        chosen = click.prompt(
            _("Which is it? (Enter: leave it open)"),
            type=click.Choice(["", *choices]),
            default="",
            show_choices=False,
            show_default=False,
            err=True,
        )
        if chosen:
            field = IGNORED if chosen == "0" else each.candidates[int(chosen) - 1].field
            answers.append(
                Decision(register=each.register, head=each.head, field=field, sheet=each.sheet)
            )
    return answers


def print_heads(report: ImportReport) -> None:
    """Print how columns were read by a decision, what others may be, which sheet is what."""
    for mapped in report.mapped:
        said = {**mapped.to_json(), "day": mapped.at[:10]}
        line = (
            _("Sheet {sheet}: {column} “{head}” was read as {field} (decided by {by}, {day}).")
            if mapped.at
            else _("Sheet {sheet}: {column} “{head}” was read as {field}, as you say.")
        )
        say(line.format(**said))
    for suggestion in report.suggestions:
        if not suggestion.candidates:
            continue
        say(_said(suggestion))
        for candidate in suggestion.candidates:
            say(f"    {_candidate(candidate)}")
        say("    " + _("To decide: {option}").format(option=f"--map '{suggestion.option}'"))
    for near in report.nearest:
        missing = _(", ").join(_(" or ").join(dict.fromkeys(group)) for group in near.missing)
        line = _(
            "Sheet {sheet}, row {row} looks most like register {register}; missing: {missing}."
        )
        said = {"sheet": near.sheet, "row": near.row, "register": near.register}
        say(line.format(**said, missing=missing or "-"))


def _said(suggestion: Suggestion) -> str:
    return _("Sheet {sheet}: column {column} “{head}” may be, in the register {register}:").format(
        sheet=suggestion.sheet,
        column=suggestion.column,
        head=suggestion.head,
        register=suggestion.register,
    )


def _candidate(candidate: Any) -> str:
    percent = f"{candidate.score:.0%}"
    return f"{candidate.field}  {candidate.title}  {percent}  {_('; ').join(candidate.reasons)}"


@click.group(help=_("What heads of workbooks were decided to mean."))
def mapping() -> None:
    """Group of commands."""


@mapping.command("list", help=_("List the decisions that hold."))
@as_json_option
@here
def mapping_list(context: click.Context, wants_json: bool) -> None:
    from archive.database import reading
    from ledger.mapping.decisions import remembered

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        held = remembered(connection)
    if wants_json:
        as_json([each.to_json() for each in held])
        return
    if not held:
        say(_("Nothing was decided yet."))
        return
    table(
        (_("register"), _("head"), _("field"), _("decided by"), _("since")),
        [(each.register or "*", each.head, each.field, each.by, each.at[:10]) for each in held],
    )


@mapping.command("set", help=_("Read HEAD as FIELD, in every workbook to come."))
@click.argument("head")
@click.argument("field")
@click.option("--register", metavar="NAME", default="", help=_("Only in this register."))
@here
def mapping_set(context: click.Context, head: str, field: str, register: str) -> None:
    from ledger.layouts.registry import LAYOUTS
    from ledger.mapping.decisions import Decision, remember, verified

    workspace = opened(context)
    verified(register, field, LAYOUTS)
    decision = Decision(register=register, head=head, field=field)
    remember(workspace, [decision], actor=actor())
    seen(workspace, "ledger.mapping", "ledger", set=field)
    say(_("Decided: “{head}” is read as {field}.").format(head=head, field=field))


@mapping.command("forget", help=_("Take back what was decided of HEAD."))
@click.argument("head")
@click.option("--register", metavar="NAME", default="", help=_("Only in this register."))
@here
def mapping_forget(context: click.Context, head: str, register: str) -> None:
    from ledger.mapping.decisions import forget

    workspace = opened(context)
    gone = forget(workspace, head, register, actor=actor())
    seen(workspace, "ledger.mapping", "ledger", forgotten=len(gone))
    for each in gone:
        say(
            _("Taken back: “{head}” is no longer read as {field}.").format(
                head=each.head, field=each.field
            )
        )
