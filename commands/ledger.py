"""The ledger: workbooks in, registers out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    BAD_INPUT,
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    catch_up,
    day_type,
    here,
    opened,
    progress,
    say,
    table,
    today,
)
from commands.indicators import indicators
from commands.ledger_bad import ledger_bad, ledger_messages
from commands.ledger_classing import ledger_class, ledger_class_tables
from commands.ledger_manager import ledger_manager
from commands.ledger_mapping import ask, mapping, print_heads
from commands.ledger_methods import ledger_alerts, ledger_checklist
from commands.ledger_proposals import follow_papers, ledger_proposals
from commands.ledger_record import ledger_kinds, ledger_record
from commands.ledger_registers import ledger_export, ledger_register, ledger_registers
from commands.ledger_show import ledger_loan, ledger_show
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.report import ImportReport


@click.group(help=_("The ledger: workbooks in, registers out."))
def ledger() -> None:
    """Group of commands."""


@ledger.command("import", help=_("Take in a workbook in the department's own layout."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help=_("Only say what would be taken in."))
@click.option("--accept-partial", is_flag=True, help=_("Take in the rows that are right."))
@click.option(
    "--map",
    "said",
    metavar="SHEET!HEAD=FIELD",
    multiple=True,
    help=_("Read a column as this field, now and later; see hudang ledger mapping."),
)
@as_json_option
@here
def ledger_import(
    context: click.Context,
    file: Path,
    dry_run: bool,
    accept_partial: bool,
    said: tuple[str, ...],
    wants_json: bool,
) -> None:
    from ledger.workbook import import_workbook

    workspace = opened(context)
    is_asking = sys.stdin.isatty() and sys.stdout.isatty() and not (wants_json or dry_run)
    report = import_workbook(
        workspace,
        file,
        actor=actor(),
        dry_run=dry_run,
        accept_partial=accept_partial,
        said=said,
        ask=ask if is_asking else None,
        stages=progress,
    )
    if report.imported:
        added, corrected = sum(report.added.values()), sum(report.corrected.values())
        seen(workspace, "ledger.import", "ledger", added=added, corrected=corrected)
    marked = _marked_copy(workspace, file, report) if report.problems else None
    if wants_json:
        as_json(report.to_json() | {"marked_copy": str(marked) if marked else None})
    else:
        print_import(report)
        if marked:
            say(_("The wrong cells are marked and explained in: {file}").format(file=marked))
    if report.imported:
        catch_up(workspace)
    if not report.ok or not (report.imported or dry_run):
        raise SystemExit(FINDINGS if report.imported else BAD_INPUT)
    if report.findings:
        raise SystemExit(FINDINGS)


def _marked_copy(workspace: Workspace, file: Path, report: ImportReport) -> Path:
    from ledger.marking.copies import marked_copy

    return marked_copy(file, report, workspace.out, workspace.settings.office.language)


@ledger.command("check", help=_("Say what in the ledger does not agree, with its sources."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@as_json_option
@here
def ledger_check(context: click.Context, as_of: Any, wants_json: bool) -> None:
    from ledger.book import Book
    from ledger.findings import check
    from ledger.papers.among import among_papers
    from ledger.papers.findings import against_the_ledger

    day = as_of.date() if as_of else today()
    workspace = opened(context)
    follow_papers(workspace)
    view = Book.of(workspace).at(day)
    findings = check(view)
    with progress(_("Comparing papers")) as step:
        findings += against_the_ledger(workspace, view, step)
        findings += among_papers(workspace, step)
    seen(workspace, "ledger.check", "ledger", findings=len(findings))
    if wants_json:
        as_json([finding.to_json() for finding in findings])
    elif not findings:
        say(_("Nothing disagrees."))
    else:
        for finding in findings:
            say(f"? {finding.message}")
    if findings:
        raise SystemExit(FINDINGS)


def print_import(report: Any) -> None:
    """Print what an import read, what is wrong cell by cell, and what came of it."""
    table(
        (_("sheet"), _("register"), _("rows"), _("wrong")),
        [(each.sheet, each.register, each.rows, each.rows_wrong or "") for each in report.sheets],
        right=(2, 3),
    )
    for problem in report.problems:
        line = _("! {sheet} {cell}, {column}: {message}; expected: {expected}")
        say(line.format(**problem.to_json()))
    for finding in report.findings:
        say(f"? {finding.message}")
    print_heads(report)
    if report.imported:
        say(
            _(
                "Taken in: {added} new facts, {corrected} corrected, {unchanged} known before."
            ).format(
                added=sum(report.added.values()),
                corrected=sum(report.corrected.values()),
                unchanged=report.unchanged,
            )
        )
    elif report.problems:
        say(_("Nothing was taken in. Correct the cells above and import the workbook again."))
    elif report.dry_run:
        say(_("Nothing was taken in: this was a rehearsal."))
    else:
        say(_("Nothing was taken in: no sheet of this workbook is a register known here."))


ledger.add_command(ledger_bad)
ledger.add_command(ledger_kinds)
ledger.add_command(ledger_class)
ledger.add_command(ledger_checklist)
ledger.add_command(ledger_alerts)
ledger.add_command(ledger_class_tables)
ledger.add_command(ledger_messages)
ledger.add_command(ledger_record)
ledger.add_command(ledger_manager)
ledger.add_command(mapping)
for _command in (ledger_registers, ledger_register, ledger_export, ledger_show, ledger_loan):
    ledger.add_command(_command)
ledger.add_command(ledger_proposals)

ledger.add_command(indicators)

COMMANDS = (ledger,)
