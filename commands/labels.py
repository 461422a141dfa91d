"""Labels with codes for files, papers and boxes, separator sheets for scanning: PDFs to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import here, opened, say
from commands.named import one_household
from extractors.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive.workspace import Workspace
    from templates.labels import Label


@click.group(help=_("Labels with codes to stick on, and separator sheets to scan with."))
def labels() -> None:
    """Group of commands."""


def _sheet_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option(
            "--skip", type=click.IntRange(min=0), default=0, help=_("Labels used up already.")
        ),
        click.option("--sheet", help=_("Label sheet, as width x height in millimetres.")),
        _out_option,
    ):
        command = option(command)
    return command


_out_option = click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Where to write the PDF; by default into out/."),
)


@labels.command("household", help=_("Labels for the covers of household files."))
@click.argument("wanted", metavar="HOUSEHOLD...", nargs=-1, required=True)
@click.option("--names", is_flag=True, help=_("Print the borrower's name too."))
@_sheet_options
@here
def labels_household(
    context: click.Context,
    wanted: tuple[str, ...],
    names: bool,
    out: Path | None,
    sheet: str | None,
    skip: int,
) -> None:
    from extractors.codes import FILE, Code
    from templates.labels import Label

    workspace = opened(context)
    made = []
    for each in wanted:
        found = one_household(workspace, each)
        code = Code(kind=FILE, office=_office(workspace), household=found.id)
        lines = [_("Household {number}").format(number=found.number)]
        lines += [found.borrower.name] if names else []
        lines += [text for text in (found.unit, found.village) if text]
        made.append(Label(code, tuple(lines)))
    _print(workspace, made, out, "labels-household", sheet, skip)


@labels.command("papers", help=_("A label for each paper of a household's file."))
@click.argument("wanted", metavar="HOUSEHOLD")
@click.option("--item", "items", type=int, multiple=True, help=_("Only this paper (件号)."))
@_sheet_options
@here
def labels_papers(
    context: click.Context,
    wanted: str,
    items: tuple[int, ...],
    out: Path | None,
    sheet: str | None,
    skip: int,
) -> None:
    from archive import ocfl
    from commands.catalogue import catalogue_of
    from extractors.codes import PAPER, Code
    from templates.labels import Label

    workspace = opened(context)
    found = one_household(workspace, wanted)
    own = ocfl.household_object(found.id)
    entries = [
        # A page of a batch lies in another object, whose item numbers are not this file's.
        each
        for each in catalogue_of(workspace, found.id).entries
        if each.filed.object_id == own
    ]
    for number in sorted({*items} - {each.filed.item_no for each in entries}):
        raise click.UsageError(_("The file holds no item {number}.").format(number=number))
    made = [
        Label(
            Code(
                kind=PAPER,
                office=_office(workspace),
                household=found.id,
                item=one.filed.item_no,
            ),
            (one.title, one.archive_number),
        )
        for one in entries
        if not items or one.filed.item_no in items
    ]
    _print(workspace, made, out, "labels-papers", sheet, skip)


@labels.command("box", help=_("Labels for boxes."))
@click.argument("names", metavar="BOX...", nargs=-1, required=True)
@_sheet_options
@here
def labels_box(
    context: click.Context, names: tuple[str, ...], out: Path | None, sheet: str | None, skip: int
) -> None:
    from archive import shelves
    from archive.database import reading
    from extractors.codes import BOX, Code
    from templates.labels import Label

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        known = shelves.boxes(connection)
    made = []
    for each in names:
        name = shelves.place_of({"box": each}).box
        box = known.get(name, shelves.Box(name=name))
        code = Code(kind=BOX, office=_office(workspace), box=name)
        made.append(Label(code, tuple(t for t in (name, box.place.text) if t)))
    _print(workspace, made, out, "labels-box", sheet, skip)


@labels.command(
    "separators", help=_("Sheets to scan before a household's papers: they file what follows.")
)
@click.argument("wanted", metavar="[HOUSEHOLD]...", nargs=-1)
@click.option("--type", "doc_type", help=_("What follows is one paper of this type."))
@click.option("--blank", type=click.IntRange(min=0), default=0, help=_("Sheets that only part."))
@_out_option
@here
def labels_separators(
    context: click.Context,
    wanted: tuple[str, ...],
    doc_type: str | None,
    blank: int,
    out: Path | None,
) -> None:
    from extractors.codes import SEPARATOR, Code
    from extractors.forms import ALL
    from templates.labels import Label, separator_pdf

    workspace = opened(context)
    office = _office(workspace)
    if doc_type is not None and doc_type not in ALL:
        raise click.UsageError(
            _("There is no type {name}. Known: {names}.").format(
                name=doc_type, names=", ".join(sorted(ALL))
            )
        )
    title = ALL[doc_type].title(workspace.settings.office.language) if doc_type else ""
    made = []
    for each in wanted:
        found = one_household(workspace, each)
        code = Code(kind=SEPARATOR, office=office, household=found.id, doc_type=doc_type)
        number = _("Household {number}").format(number=found.number)
        made.append(Label(code, tuple(t for t in (number, title) if t)))
    made += [Label(Code(kind=SEPARATOR, office=office), (_("Another paper"),))] * blank
    _write(workspace, out, "separators", separator_pdf(made))


def _office(workspace: Workspace) -> str:
    from extractors.codes import office_mark

    return office_mark(workspace.settings.office.institution_code)


def _print(
    workspace: Workspace,
    made: Sequence[Label],
    out: Path | None,
    stem: str,
    sheet: str | None,
    skip: int,
) -> None:
    from templates import labels as printed

    chosen = printed.sheet(sheet or printed.DEFAULT_SHEET)
    _write(workspace, out, stem, printed.label_pdf(made, chosen, skip=skip))


def _write(workspace: Workspace, out: Path | None, stem: str, pdf: bytes) -> None:
    """Write a PDF where it was asked for, or into out/ under a new number."""
    target = out or _free_name(workspace.out, stem)
    target.write_bytes(pdf)
    say(_("Written: {file}").format(file=target))


def _free_name(folder: Path, stem: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (target := folder / f"{stem}-{number:04d}.pdf").exists():
        number += 1
    return target


COMMANDS = (labels,)
