"""The catalogue of a household's file: on the screen, as a workbook, as a Word document."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    actor,
    as_json,
    as_json_option,
    catch_up,
    here,
    opened,
    say,
    table,
    today,
)  # fmt: skip
from commands.named import household_argument, one_household
from extractors.wording import N_, _

if TYPE_CHECKING:
    from archive.catalogue import Catalogue, Entry
    from archive.workspace import Workspace
    from ledger.registers.declaration import RegisterTable

# What of a paper stands on the shelf.
ORIGINAL_WORDS = {
    "original": N_("original"), "copy": N_("copy"), "none": N_("no paper"), "": "",
}  # fmt: skip


@click.command("catalogue", help=_("List a file's papers in order, with running page numbers."))
@household_argument
@click.option("--word", is_flag=True, help=_("Draft it as a Word document, and file that."))
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook."),
)
@as_json_option
@here
def household_catalogue(
    context: click.Context, wanted: str, word: bool, xlsx: Path | None, wants_json: bool
) -> None:
    workspace = opened(context)
    found = one_household(workspace, wanted)
    if word:
        _draft(workspace, found.id)
        return
    made = catalogue_of(workspace, found.id)
    if xlsx:
        from ledger.registers import write_xlsx

        if not xlsx.absolute().parent.is_dir():
            raise NotADirectoryError(
                _("There is no folder {folder} to write into.").format(folder=xlsx.parent)
            )
        write_xlsx(_as_table(made), xlsx, workspace.settings.office.language)
        say(_("Written: {file}").format(file=xlsx))
    elif wants_json:
        as_json(_as_json(made))
    else:
        _print(made, workspace.settings.office.language)


def catalogue_of(workspace: Workspace, household_id: int) -> Catalogue:
    """Return a household's catalogue as things stand now."""
    from archive import catalogue
    from archive.database import reading

    with reading(workspace.engine) as connection:
        return catalogue.of_household(connection, workspace, household_id)


def _draft(workspace: Workspace, household_id: int) -> None:
    from archive import browse
    from templates.asking import Asked
    from templates.draft import draft

    made = draft(workspace, "volume-catalogue", Asked(household=household_id), actor=actor())
    catch_up(workspace)
    browse.refresh(workspace, [household_id])
    say(_("Draft: {file}").format(file=made.path))


def _print(made: Catalogue, language: str) -> None:
    heading = (made.household.number, made.household.borrower.name, made.location)
    say("  ".join(part for part in heading if part))
    for category, entries in made.by_category():
        say(f"\n{category.number}  {category.title(language)}")
        table(
            (
                _("no."), _("archive number"), _("document no."), _("responsible"), _("title"),
                _("date"), _("pages"), _("remark"),
            ),
            [
                (
                    one.number, one.archive_number, one.document_no, one.responsible, one.title,
                    one.dated_on, one.page_range, remark(one),
                )
                for one in entries
            ],
            right=(0, 6),
        )  # fmt: skip
    say(_("{items} papers, {pages} pages").format(items=len(made.entries), pages=made.pages))


def remark(one: Entry) -> str:
    """Return what the remark column says of a paper."""
    said = (
        _(ORIGINAL_WORDS[one.original]) if one.original else "",
        one.location,
        _("lent out") if one.is_lent else "",
    )
    return ", ".join(part for part in said if part)


def _as_json(made: Catalogue) -> dict[str, Any]:
    return {
        "household": made.household.number,
        "scheme": made.scheme.name,
        "location": made.location,
        "pages": made.pages,
        "papers": [
            {
                "number": one.number,
                "category": one.category,
                "id": one.filed.id,
                "archive_number": one.archive_number,
                "within": one.within,
                "document_no": one.document_no,
                "responsible": one.responsible,
                "doc_type": one.filed.doc_type,
                "title": one.title,
                "dated_on": one.dated_on.isoformat() if one.dated_on else None,
                "pages": one.pages,
                "page_from": one.page_from,
                "page_to": one.page_to,
                "original": one.original or None,
                "location": one.location or None,
                "lent_out": one.is_lent,
            }
            for one in made.entries
        ],
    }


_COLUMNS: tuple[tuple[str, tuple[str, str, str], str, int], ...] = (
    ("number", ("顺序号", "N.º", "No."), "count", 7),
    ("category", ("类别", "Clase", "Class"), "text", 14),
    ("archive_number", ("档号", "Signatura", "Archive number"), "text", 30),
    ("within", ("件内顺序号", "En el escaneo", "Within its scan"), "count", 10),
    ("document_no", ("文号", "N.º del documento", "Document no."), "text", 26),
    ("responsible", ("责任者", "Responsable", "Responsible"), "text", 22),
    ("title", ("题名", "Título", "Title"), "text", 24),
    ("dated_on", ("日期", "Fecha", "Date"), "date", 12),
    ("page_from", ("起页", "Desde", "From page"), "count", 8),
    ("page_to", ("止页", "Hasta", "To page"), "count", 8),
    ("pages", ("页数", "Páginas", "Pages"), "count", 8),
    ("remark", ("备注", "Observaciones", "Remark"), "text", 20),
)


def _as_table(made: Catalogue) -> RegisterTable:
    from extractors.wording import language_in_use
    from ledger.registers.declaration import Heading, RegisterTable, TableRow

    def titles(three: tuple[str, str, str]) -> dict[str, str]:
        return dict(zip(("zh", "es", "en"), three, strict=True))

    language = language_in_use()
    name = f"{made.household.number} {made.household.borrower.name}"
    day: date = today()
    return RegisterTable(
        name="volume-catalogue",
        titles=titles((f"卷内目录 {name}", f"Índice {name}", f"Catalogue {name}")),
        as_of=day,
        columns=tuple(Heading(key, titles(t), kind, width) for key, t, kind, width in _COLUMNS),
        rows=tuple(
            TableRow(
                (
                    one.number, made.scheme.category(one.category).title(language),
                    one.archive_number, one.within, one.document_no, one.responsible, one.title,
                    one.dated_on, one.page_from, one.page_to, one.pages, remark(one),
                )
            )
            for one in made.entries
        ),
        totals=(None,) * 10 + (made.pages, None),
    )  # fmt: skip
