"""Where the paper originals stand: set, show, list, contents of a box, bulk lists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.catalogue import ORIGINAL_WORDS
from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    here,
    opened,
    say,
    table,
    tell,
    today,
)
from commands.named import household_argument, one_household
from extractors.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive.events import NewEvent
    from archive.shelves import Box, Place, Standing
    from archive.workspace import Workspace


_BOXES_TOLD = 10


@click.group(help=_("Where the paper originals stand: area, room, cabinet, shelf, box."))
def shelf() -> None:
    """Group of commands."""


def _place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, words in (
        ("--shelf", _("Shelf in the cabinet.")),
        ("--cabinet", _("Cabinet in the room.")),
        ("--room", _("Archives room or vault.")),
        ("--area", _("Area of the archive: by unit, kind of loan or class of client.")),
    ):
        command = click.option(name, default="", help=words)(command)
    return command


def _note(workspace: Workspace, new: Sequence[NewEvent]) -> None:
    """Note events, and carry them into the archive."""
    from archive import audit, events, versions
    from archive.clock import stamp, system_clock
    from archive.database import writing

    at, who = stamp(system_clock()), actor()
    with writing(workspace.engine) as connection:
        events.note(connection, new, at=at, actor=who)
        for each in new:
            where = f"document:{each.document_id}" if each.document_id else "archive"
            if each.household_id and not each.document_id:
                where = f"household:{each.household_id}"
            audit.append(connection, at=at, actor=who, action=each.kind, object_=where)
    versions.keep(workspace)


@shelf.command("set", help=_("Say where a household's file, or one paper of it, stands."))
@household_argument
@_place_options
@click.option("--box", default="", help=_("Box it stands in."))
@click.option("--item", type=click.IntRange(min=1), help=_("Only this paper of the file (件号)."))
@click.option("--nowhere", is_flag=True, help=_("It stands nowhere any more."))
@click.option(
    "--original",
    type=click.Choice(["original", "copy", "none"]),
    help=_("What of the paper is on the shelf; needs --item."),
)
@here
def shelf_set(
    context: click.Context,
    /,
    wanted: str,
    item: int | None,
    nowhere: bool,
    original: str | None,
    **parts: str,
) -> None:
    from archive import documents, shelves
    from archive.database import reading

    workspace = opened(context)
    found = one_household(workspace, wanted)
    place = shelves.place_of(parts)
    somewhere = place != shelves.Place()
    if somewhere == nowhere and not (original and not somewhere):
        raise click.UsageError(_("Say where: --room, --cabinet, --shelf, --box; or --nowhere."))
    if original and item is None:
        raise click.UsageError(_("Original or copy is said of one paper: give --item."))
    document_id = None
    if item is not None:
        with reading(workspace.engine) as connection:
            papers = documents.documents_of(connection, found.id)
        numbered = [each.id for each in papers if each.item_no == item]
        if not numbered:
            raise click.UsageError(_("The file holds no item {number}.").format(number=item))
        document_id = numbered[0]
    new = []
    if somewhere or nowhere:
        new.append(shelves.put(found.id, None if nowhere else place, document_id))
    if original and document_id:
        new.append(shelves.stated(found.id, document_id, original))
    unheard = _unheard_of(workspace, [place.box])
    _note(workspace, new)
    where = place.text or (_("no place known") if nowhere else "-")
    say(_("{household}: {place}").format(household=found.number, place=where))
    _tell_of_new(unheard)
    _warn_overfull(workspace, [place.box])


def _unheard_of(workspace: Workspace, names: Sequence[str]) -> list[str]:
    """Return the boxes nobody has named before: new ones, or old ones mistyped."""
    from archive import shelves
    from archive.database import reading

    if not any(names):
        return []
    with reading(workspace.engine) as connection:
        return sorted({*names} - {""} - shelves.box_names(connection))


def _tell_of_new(names: Sequence[str]) -> None:
    if not names:
        return
    some = ", ".join(names[:_BOXES_TOLD]) + (" …" if len(names) > _BOXES_TOLD else "")
    tell(
        _(
            "New boxes: {boxes}. Say where each stands: hudang shelf box NAME --room ROOM. If a "
            "name is mistyped, see those in use: hudang shelf contents"
        ).format(boxes=some)
    )


def _warn_overfull(workspace: Workspace, names: Sequence[str]) -> None:
    from archive import shelves
    from archive.database import reading

    if not any(names):
        return
    with reading(workspace.engine) as connection:
        standing = shelves.standing(connection)
        known = shelves.boxes(connection)
    for name in sorted({*names} & known.keys()):
        if over := shelves.overfull(standing, known[name]):
            tell(_("Box {box} is full: {n} pages too many.").format(box=name, n=over))


@shelf.command("box", help=_("Say where box NAME stands and how many pages it takes."))
@click.argument("name")
@_place_options
@click.option("--capacity", type=click.IntRange(min=1), help=_("Pages it takes."))
@here
def shelf_box(context: click.Context, /, name: str, capacity: int | None, **parts: str) -> None:
    from archive import shelves

    workspace = opened(context)
    place = shelves.place_of(parts)
    _note(workspace, [shelves.box_set(name, place, capacity)])
    say(_("Box {box}: {place}").format(box=name, place=place.text or "-"))
    _warn_overfull(workspace, [name])


@shelf.command("show", help=_("Show where a file and its papers stand, and where they stood."))
@household_argument
@as_json_option
@here
def shelf_show(context: click.Context, wanted: str, wants_json: bool) -> None:
    from archive import documents, shelves
    from archive.database import reading

    workspace = opened(context)
    found = one_household(workspace, wanted)
    with reading(workspace.engine) as connection:
        stands = shelves.of_household(connection, found.id)
        titles = {each.id: each for each in documents.documents_of(connection, found.id)}
    if wants_json:
        as_json(
            {
                "household": found.number,
                "location": stands.place.to_json() if stands.place else None,
                "papers": {key: place.to_json() for key, place in stands.papers.items()},
                "originals": dict(stands.originals),
                "history": [
                    {
                        "at": each.at,
                        "actor": each.actor,
                        "location": each.place.to_json() if each.place else None,
                    }
                    for each in stands.history
                ],
            }
        )
        return
    where = stands.place.text if stands.place else _("no place known")
    say(f"{found.number}  {found.borrower.name}  {where}")
    apart = sorted({*stands.papers, *stands.originals} & titles.keys())
    if apart:
        table(
            (_("item"), _("title"), _("original"), _("place")),
            [
                (
                    titles[key].item_no,
                    titles[key].title,
                    _(word) if (word := ORIGINAL_WORDS[stands.originals.get(key, "")]) else "",
                    stands.papers[key].text if key in stands.papers else "",
                )
                for key in apart
            ],
            right=(0,),
        )
    for each in stands.history:
        stood = each.place.text if each.place else _("no place known")
        say(f"{each.at[:16]}  {each.actor}  {stood}")


@shelf.command("list", help=_("List files with their places; --without: those that have none."))
@click.option("--without", is_flag=True, help=_("Only files whose place nobody has said."))
@click.option("--area", help=_("Only this area."))
@click.option("--unit", help=_("Only files of this branch or unit."))
@as_json_option
@here
def shelf_list(
    context: click.Context, without: bool, area: str | None, unit: str | None, wants_json: bool
) -> None:
    from archive import shelves
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = shelves.standing(connection)
    chosen = [
        each
        for each in found
        if (not without or each.place is None)
        and (area is None or (each.place is not None and each.place.area == area))
        and (unit is None or each.household.unit == unit)
    ]
    _print_standing(chosen, wants_json)
    if without and chosen:
        raise SystemExit(FINDINGS)


@shelf.command("contents", help=_("Say what stands in box NAME; without a name, list the boxes."))
@click.argument("name", required=False)
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook, to print and lay into the box."),
)
@as_json_option
@here
def shelf_contents(
    context: click.Context, name: str | None, xlsx: Path | None, wants_json: bool
) -> None:
    from archive import shelves
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        standing = shelves.standing(connection)
        known = shelves.boxes(connection)
    if xlsx and not name:
        raise click.UsageError(_("Say which box."))
    named = {each.place.box for each in standing if each.place and each.place.box}
    if name:
        if name not in named | known.keys():
            raise click.UsageError(
                _("There is no box {box}. List them: hudang shelf contents").format(box=name)
            )
        inside = shelves.contents_of(standing, name)
        if xlsx:
            _write_contents(name, inside, xlsx, workspace.settings.office.language)
        else:
            _print_standing(inside, wants_json)
        return
    boxes = [known.get(each, shelves.Box(name=each)) for each in sorted(named | known.keys())]
    _print_boxes(boxes, standing, wants_json)


_CONTENTS = (
    ("number", ("序号", "N.º", "No."), "count", 7),
    ("household", ("户号", "Expediente", "Household"), "text", 12),
    ("borrower", ("户名", "Titular", "Borrower"), "text", 20),
    ("unit", ("机构", "Oficina", "Unit"), "text", 20),
    ("papers", ("件数", "Documentos", "Papers"), "count", 12),
    ("pages", ("页数", "Páginas", "Pages"), "count", 10),
    ("remark", ("备注", "Observaciones", "Remark"), "text", 24),
)


def _write_contents(name: str, inside: Sequence[Standing], file: Path, language: str) -> None:
    """Write the list of what stands in a box as a workbook."""
    from ledger.registers import write_xlsx
    from ledger.registers.declaration import Heading, RegisterTable, TableRow

    def titles(three: tuple[str, str, str]) -> dict[str, str]:
        return dict(zip(("zh", "es", "en"), three, strict=True))

    if not file.absolute().parent.is_dir():
        raise NotADirectoryError(
            _("There is no folder {folder} to write into.").format(folder=file.parent)
        )
    made = RegisterTable(
        name="box-contents",
        titles=titles((f"盒内目录 {name}", f"Contenido de la caja {name}", f"Contents of {name}")),
        as_of=today(),
        columns=tuple(Heading(key, titles(t), kind, width) for key, t, kind, width in _CONTENTS),
        rows=tuple(
            TableRow(
                (
                    number, each.household.number, each.household.borrower.name,
                    each.household.unit, each.items, each.pages, None,
                )
            )
            for number, each in enumerate(inside, start=1)
        ),
        totals=(
            None, None, None, None, sum(e.items for e in inside), sum(e.pages for e in inside),
            None,
        ),
    )  # fmt: skip
    write_xlsx(made, file, language)
    say(_("Written: {file}").format(file=file))


def _print_boxes(boxes: Sequence[Box], standing: Sequence[Standing], wants_json: bool) -> None:
    from archive import shelves

    rows = []
    for box in boxes:
        inside = shelves.contents_of(standing, box.name)
        rows.append((box, len(inside), sum(each.pages for each in inside)))
    if wants_json:
        as_json(
            [
                {
                    "box": box.name,
                    "location": box.place.to_json(),
                    "files": files,
                    "pages": pages,
                    "capacity_pages": box.capacity_pages or None,
                }
                for box, files, pages in rows
            ]
        )
        return
    table(
        (_("box"), _("place"), _("files"), _("pages"), _("takes")),
        [
            (b.name, replace(b.place, box="").text, files, pages, b.capacity_pages or "")
            for b, files, pages in rows
        ],
        right=(2, 3, 4),
    )


def _print_standing(found: Sequence[Standing], wants_json: bool) -> None:
    def where(place: Place | None) -> str:
        return place.text if place else ""

    if wants_json:
        as_json(
            [
                {
                    "household": each.household.number,
                    "borrower": each.household.borrower.name,
                    "location": each.place.to_json() if each.place else None,
                    "papers": each.items,
                    "pages": each.pages,
                }
                for each in found
            ]
        )
        return
    table(
        (_("household"), _("borrower"), _("unit"), _("papers"), _("pages"), _("place")),
        [
            (
                each.household.number,
                each.household.borrower.name,
                each.household.unit,
                each.items,
                each.pages,
                where(each.place),
            )
            for each in found
        ],
        right=(3, 4),
    )


@shelf.command("import", help=_("Take in places from a list: FILE is a workbook or a CSV file."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help=_("Only say what would be taken in."))
@click.option("--accept-partial", is_flag=True, help=_("Take in the rows that are right."))
@as_json_option
@here
def shelf_import(
    context: click.Context, file: Path, dry_run: bool, accept_partial: bool, wants_json: bool
) -> None:
    from archive import shelf_list
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        plan = shelf_list.plan(connection, file)
    right = plan.events if accept_partial or not plan.errors else ()
    boxes = [str(each.detail.get("box", "")) for each in right]
    unheard = _unheard_of(workspace, boxes)
    if right and not dry_run:
        _note(workspace, right)
    if wants_json:
        as_json(
            {
                "taken_in": 0 if dry_run else len(right),
                "would_be_taken_in": len(right) if dry_run else 0,
                "unchanged": plan.unchanged,
                "new_boxes": unheard,
                "errors": [{"row": each.row, "message": each.message} for each in plan.errors],
            }
        )
    else:
        for each in plan.errors:
            say(_("! row {row}: {message}").format(row=each.row, message=each.message))
        say(_outcome(dry_run).format(n=len(right), same=plan.unchanged))
        if plan.events and not right:
            tell(_("Correct the rows, or take in the right ones: --accept-partial."))
    _tell_of_new(unheard)
    if not dry_run:
        _warn_overfull(workspace, boxes)
    if plan.errors:
        raise SystemExit(FINDINGS)


def _outcome(dry_run: bool) -> str:
    if dry_run:
        return _("Nothing was changed. {n} places would be taken in; {same} are as they were.")
    return _("Taken in: {n} places; {same} as they were.")


COMMANDS = (shelf,)
