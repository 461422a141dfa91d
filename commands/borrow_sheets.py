"""Sheets of borrowing: the register (调阅登记簿) and a slip to sign (调阅单)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.custody import day_of
from commands.desk import day_type, here, opened, say, today
from commands.slips import items_of
from extractors.wording import _

lang_option = click.option(
    "--lang", type=click.Choice(["es", "zh"]), help=_("Language of the document.")
)


@click.command(
    "register", help=_("Write the register of borrowed files in Word, or as a workbook.")
)
@click.option("--from", "first", type=day_type, help=_("First day; the year's first by default."))
@click.option("--to", "last", type=day_type, help=_("Last day; today by default."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook (.xlsx) there instead."),
)
@lang_option
@here
def borrow_register(
    context: click.Context, first: Any, last: Any, output: Path | None, lang: str | None
) -> None:
    from archive import lending
    from archive.database import reading
    from ledger.registers.xlsx import write_xlsx
    from templates import custody

    if output and output.suffix.lower() != ".xlsx":
        raise click.UsageError(
            _("-o writes a workbook: give a name that ends in .xlsx. In Word: leave -o out.")
        )
    workspace = opened(context)
    language = sheet_language(workspace, lang)
    with reading(workspace.engine) as connection:
        slips = list(lending.slips(connection).values())
    end = day_of(last) or today()
    found = custody.register(
        slips,
        {each.number: items_of(workspace, each) for each in slips},
        institution=workspace.settings.office.institution or None,
        first=day_of(first) or end.replace(month=1, day=1),
        last=end,
        language=language,
    )
    if output:
        write_xlsx(custody.register_table(found), output, language)
        say(_("Workbook: {file}").format(file=output))
    else:
        write_sheet(workspace, "borrowing-register", language, found, f"{end:%Y%m%d}")


@click.command("slip", help=_("Write a slip in Word, to be signed."))
@click.argument("slip", metavar="SLIP")
@lang_option
@here
def borrow_slip(context: click.Context, slip: str, lang: str | None) -> None:
    from archive import documents, lending, tombstones
    from archive.database import reading
    from templates import custody

    workspace = opened(context)
    language = sheet_language(workspace, lang)
    with reading(workspace.engine) as connection:
        found = lending.slip(connection, slip)
        papers = []
        for each in found.papers:
            stone = tombstones.by_id(connection, each)
            if stone:
                papers.append((stone.archive_number, stone.title, stone.page_count))
                continue
            filed = documents.document(connection, each)
            number = documents.archive_number(workspace, filed)
            papers.append((number, filed.title, filed.page_count))
    sheet = custody.slip_sheet(
        found,
        papers,
        institution=workspace.settings.office.institution or None,
        language=language,
    )
    write_sheet(workspace, "borrowing-slip", language, sheet, found.number)


def sheet_language(workspace: Any, chosen: str | None) -> str:
    """Return the language of a sheet: as chosen, else the office's where there is one."""
    office = workspace.settings.office.language
    return chosen or (office if office in ("zh", "es") else "zh")


def write_sheet(workspace: Any, kind: str, language: str, values: Any, about: str) -> None:
    """Fill a template of custody, write it to out/ and say where it is."""
    from templates.approval import own_templates
    from templates.kinds import kind_of
    from templates.out_files import written
    from templates.render import rendered

    chosen = kind_of(kind, language)
    content = rendered(chosen, values, language, own_templates(workspace, chosen, language))
    path = written(workspace.out, f"{chosen.titles[language]}_{about}", content)
    say(_("Document: {file}").format(file=path))
