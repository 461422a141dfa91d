"""Registers (台账): which there are, one on the screen, and all of them as finished workbooks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
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
    from ledger.book import View
    from ledger.registers import RegisterTable

NUMBER_KINDS = ("money", "count", "percent", "days", "rate")


def chosen_by(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say for which day, and narrow a register."""
    options = (
        click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default.")),
        click.option("--known-on", type=day_type, help=_("With what was known on that day.")),
        click.option("--unit", metavar="NAME", help=_("Only this branch.")),
        click.option("--manager", metavar="NAME", help=_("Only this loan officer.")),
        click.option("--product", metavar="NAME", help=_("Only this product.")),
        click.option("--class", "class_code", metavar="CLASS", help=_("Only this class.")),
        click.option("--guarantee", metavar="KIND", help=_("Only this kind of security.")),
        click.option("--month", metavar="YYYY-MM", help=_("The month it is about.")),
        click.option("--village", metavar="NAME", help=_("Only this village.")),
        click.option(
            "--household", "household_id", type=int, metavar="NUMBER", help=_("Only this file.")
        ),
        click.option(
            "--only",
            metavar="FILTER=VALUE",
            multiple=True,
            help=_("Only rows of this unit, manager, class …; as often as needed."),
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def view_and_filters(
    workspace: Workspace,
    name: str,
    as_of: Any,
    known_on: Any,
    only: Sequence[str],
    asked: dict[str, Any],
) -> tuple[View, dict[str, Any]]:
    """Return the ledger for the day asked for, and the filters that were given."""
    from ledger.book import Book
    from ledger.registers.asked import filters_of

    given = filters_of(name, only)
    filters = given | {key: value for key, value in asked.items() if value is not None}
    day = as_of.date() if as_of else today()
    return Book.of(workspace).at(day, known_on.date() if known_on else None), filters


@click.command("registers", help=_("List all registers with their titles and filters."))
@as_json_option
@here
def ledger_registers(context: click.Context, wants_json: bool) -> None:
    from ledger.registers import REGISTERS

    language = opened(context).settings.office.language
    if wants_json:
        as_json(
            [
                {
                    "register": each.name,
                    "titles": dict(each.titles),
                    "columns": [column.key for column in each.columns],
                    "filters": sorted(each.filters),
                }
                for each in REGISTERS.values()
            ]
        )
        return
    table(
        (_("register"), _("title"), _("columns"), _("filters")),
        [
            (each.name, each.titles[language], len(each.columns), ", ".join(sorted(each.filters)))
            for each in REGISTERS.values()
        ],
        right=(2,),
    )


@click.command(
    "register", help=_("Print a register (台账) as at a date, or write it as a workbook.")
)
@click.argument("name")
@chosen_by
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help=_("Print N rows at most."))
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook; see hudang ledger export for more."),
)
@as_json_option
@here
def ledger_register(
    context: click.Context,
    /,
    name: str,
    as_of: Any,
    known_on: Any,
    only: tuple[str, ...],
    limit: int | None,
    xlsx: Path | None,
    wants_json: bool,
    **asked: Any,
) -> None:
    from ledger.registers import register, write_xlsx
    from ledger.registers.exporting import paper_of

    workspace = opened(context)
    view, filters = view_and_filters(workspace, name, as_of, known_on, only, asked)
    made = register(view, name, **filters)
    language = workspace.settings.office.language
    if xlsx:
        _folder_of(xlsx)
        seen(workspace, "ledger.export", f"register:{name}", rows=len(made.rows))
        paper = paper_of(workspace, made_on=today(), wan=False, sources="hidden")
        write_xlsx(made, xlsx, language, paper)
        say(_("Written: {file}").format(file=xlsx))
        return
    shown = made if limit is None else replace(made, rows=made.rows[:limit])
    seen(workspace, "ledger.view", f"register:{name}", rows=len(shown.rows))
    if wants_json:
        as_json(shown.to_json() | {"row_count": len(made.rows)})
        return
    print_register(shown, language)
    if len(shown.rows) < len(made.rows):
        say(
            _("{shown} of {count} rows; the totals are of all.").format(
                shown=len(shown.rows), count=len(made.rows)
            )
        )


@click.command(
    "export", help=_("Write registers as finished workbooks: one by NAME, or all that have rows.")
)
@click.argument("name", required=False)
@click.option("--all", "every", is_flag=True, help=_("All registers that have rows."))
@chosen_by
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("This file, with --all a sheet for each; else out/, a workbook for each."),
)
@click.option("--replace", "replaces", is_flag=True, help=_("Replace FILE if it is there."))
@click.option("--wan", is_flag=True, help=_("Amounts in ten thousand yuan (万元)."))
@click.option("--full-ids", is_flag=True, help=_("ID numbers in full; the audit trail says so."))
@click.option(
    "--sources",
    type=click.Choice(["hidden", "shown", "none"]),
    default="hidden",
    show_default=True,
    help=_("The sheet that names each row's fact and its cell or page."),
)
@as_json_option
@here
def ledger_export(
    context: click.Context,
    /,
    name: str | None,
    every: bool,
    as_of: Any,
    known_on: Any,
    only: tuple[str, ...],
    xlsx: Path | None,
    replaces: bool,
    wan: bool,
    full_ids: bool,
    sources: str,
    wants_json: bool,
    **asked: Any,
) -> None:
    from ledger.registers.exporting import every_table, paper_of, write_each
    from ledger.registers.registry import chosen_register
    from ledger.registers.xlsx import write_all

    if (name is None) == (not every):
        raise click.UsageError(_("Name one register, or --all."))
    workspace = opened(context)
    if xlsx:
        _folder_of(xlsx)
        if xlsx.exists() and not replaces:
            raise FileExistsError(
                _("{file} is there already. Choose another name, or add --replace.").format(
                    file=xlsx
                )
            )
    view, filters = view_and_filters(workspace, name or "", as_of, known_on, only, asked)
    left_out: list[str] = []
    if name:
        tables = [chosen_register(view, name, filters, full_ids=full_ids)]
    else:
        tables, left_out = every_table(view, filters, full_ids=full_ids)
    for each in tables:
        said = {"rows": len(each.rows), "full_ids": full_ids}
        seen(workspace, "ledger.export", f"register:{each.name}", **said)
    language = workspace.settings.office.language
    paper = paper_of(workspace, made_on=today(), wan=wan, sources=sources)
    if not tables:
        paths: list[Path] = []
    elif xlsx:
        write_all(tables, xlsx, language, paper)
        paths = [xlsx] * len(tables)
    else:
        paths = write_each(tables, workspace.out, language, paper)
    _report(tables, paths, left_out, language, wants_json)


def _report(
    tables: Sequence[RegisterTable],
    paths: Sequence[Path],
    left_out: Sequence[str],
    language: str,
    wants_json: bool,
) -> None:
    if wants_json:
        written = [
            {"register": made.name, "rows": len(made.rows), "path": str(path)}
            for made, path in zip(tables, paths, strict=True)
        ]
        as_json({"written": written, "left_out": list(left_out)})
        return
    table(
        (_("register"), _("title"), _("rows"), _("file")),
        [
            (made.name, made.titles[language], len(made.rows), path)
            for made, path in zip(tables, paths, strict=True)
        ],
        right=(2,),
    )
    if left_out:
        say(_("Without rows, or not to be filtered so: {names}.").format(names=", ".join(left_out)))


def _folder_of(file: Path) -> None:
    if not file.absolute().parent.is_dir():
        raise NotADirectoryError(
            _("There is no folder {folder} to write into.").format(folder=file.parent)
        )


def print_register(made: RegisterTable, language: str) -> None:
    """Print a register with its totals, and its summary below."""
    say(f"{made.titles[language]}  {made.as_of}")
    numbers = [n for n, column in enumerate(made.columns) if column.kind in NUMBER_KINDS]
    rows = made.text_rows(language)
    totals = made.text_totals(language)
    table(made.headings(language), [*rows, totals] if totals else rows, numbers)
    if made.summary:
        print_register(made.summary, language)
