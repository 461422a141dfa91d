"""A filed paper: its history, corrections, another type, another household, a better scan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.decisions import pair
from commands.desk import actor, as_json, as_json_option, catch_up, here, opened, say, tell
from commands.named import one_household, one_paper, paper_argument
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.documents import FiledDocument
    from archive.history import Entry
    from archive.signing import Link
    from archive.workspace import Workspace
    from extractors.outcome import ReadDone


@click.group(
    help=_("A filed paper, by its id or archive number: history, corrections. Nothing is lost.")
)
def paper() -> None:
    """Group of commands."""


@paper.command("history", help=_("Show who changed what of a paper, and when."))
@paper_argument
@as_json_option
@here
def paper_history(context: click.Context, paper_id: str, wants_json: bool) -> None:
    from dataclasses import asdict

    from archive import signing
    from archive.history import history

    workspace = opened(context)
    filed = one_paper(workspace, paper_id)
    entries = history(workspace, filed)
    links = signing.links(workspace, filed)
    seen(workspace, "paper.view", f"document:{filed.id}")
    if wants_json:
        as_json([*map(_entry_json, entries), *map(asdict, links)])
        return
    say(_named(workspace, filed))
    for link in links:
        say(_link(workspace, link))
    for entry in entries:
        say(f"{entry.at[:19].replace('T', ' ')}  {entry.actor}  {_what(entry)}")
        for change in entry.fields:
            say(f"    {change.field}: {_masked(change.before)} → {_masked(change.after)}")
        say(f"    {entry.reading}")


def _link(workspace: Workspace, link: Link) -> str:
    from archive import documents
    from archive.database import reading

    where = ""
    if link.document_id:
        with reading(workspace.engine) as connection:
            where = _named(workspace, documents.document(connection, link.document_id))
    if link.what == "came_back_signed":
        words = _("draft {number}: came back signed on {day}: {paper}")
    elif where:
        words = _("signed copy of draft {number}: {paper}")
    else:
        words = _("signed copy of draft {number}, which is not here")
    return words.format(number=link.number, day=link.at[:10], paper=where)


def _entry_json(entry: Entry) -> dict[str, Any]:
    from dataclasses import asdict

    shown = asdict(entry)
    for change in shown["fields"]:
        change |= {side: _masked(change[side]) for side in ("before", "after")}
    return shown


def _masked(text: str) -> str:
    """Long numbers may be those of a person."""
    from extractors.personal import mask

    return mask(text)


def _what(entry: Entry) -> str:
    words = {
        "filed": _("filed"),
        "moved": _("moved here from another file"),
        "replaced": _("replaced by a better scan"),
        "retyped": _("given another type"),
        "corrected": _("corrected"),
    }
    return words[entry.what]


def _named(workspace: Workspace, filed: FiledDocument) -> str:
    from archive import documents

    return f"{documents.archive_number(workspace, filed)} {filed.title}"


@paper.command("correct", help=_("Set what a filed paper says: FIELD=VALUE, as it is printed."))
@paper_argument
@click.argument("corrections", metavar="FIELD=VALUE...", nargs=-1, required=True)
@here
def paper_correct(context: click.Context, paper_id: str, corrections: tuple[str, ...]) -> None:
    from archive import corrections as engine

    workspace = opened(context)
    said = dict(pair(correction) for correction in corrections)
    filed = engine.correct(workspace, one_paper(workspace, paper_id), said, actor=actor())
    _settled(workspace)
    say(_("Corrected: {paper}").format(paper=_named(workspace, filed)))


@paper.command("retype", help=_("Give a filed paper another type; its fields are dropped."))
@paper_argument
@click.argument("doc_type", metavar="TYPE")
@here
def paper_retype(context: click.Context, paper_id: str, doc_type: str) -> None:
    from archive import corrections

    workspace = opened(context)
    filed = corrections.retype(workspace, one_paper(workspace, paper_id), doc_type, actor=actor())
    _settled(workspace)
    say(_("Filed as: {paper}").format(paper=_named(workspace, filed)))


@paper.command("move", help=_("Move a paper that was filed with the wrong household."))
@paper_argument
@click.argument("household", required=False)
@click.option("--department", is_flag=True, help=_("It belongs to no household."))
@click.option("--why", required=True, help=_("The reason, kept with the paper."))
@click.option("--dry-run", is_flag=True, help=_("Only say what would be moved where."))
@here
def paper_move(
    context: click.Context,
    paper_id: str,
    household: str | None,
    department: bool,
    why: str,
    dry_run: bool,
) -> None:
    from archive import browse, moving

    if bool(household) == department:
        raise click.UsageError(_("Say where: HOUSEHOLD or --department."))
    workspace = opened(context)
    filed = one_paper(workspace, paper_id)
    target = one_household(workspace, household).id if household else None
    if dry_run:
        where = f"{target:06d}" if target else _("department")
        say(_("{paper} would go to {place}").format(paper=_named(workspace, filed), place=where))
        return
    moved = moving.move(workspace, filed, target, why=why, actor=actor())
    browse.refresh(workspace, [filed.household_id, moved.household_id])
    _settled(workspace)
    say(
        _("{before} is now {after}").format(
            before=_named(workspace, filed), after=_named(workspace, moved)
        )
    )


@paper.command("replace", help=_("Put FILE, a better scan of the same paper, in its place."))
@paper_argument
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--anyway", is_flag=True, help=_("Though it does not look like the same paper."))
@here
def paper_replace(context: click.Context, paper_id: str, file: Path, anyway: bool) -> None:
    from archive import corrections, fsio
    from archive.filing import Paper
    from archive.ids import new_id

    workspace = opened(context)
    filed = one_paper(workspace, paper_id)
    read = _read(workspace, file)
    alike = corrections.likeness_to(workspace, filed, read.reading, read.content)
    if not alike.same and not anyway:
        words = {"figures": _("the figures"), "names": _("the names")}
        contrary = ", ".join(words.get(each, each) for each in alike.contrary) or _("the text")
        raise corrections.NotPossible(
            _(
                "It does not look like the same paper: {contrary}. File it beside the other, or "
                "say --anyway."
            ).format(contrary=contrary)
        )
    fsio.make_folder(workspace.staging)
    staged = workspace.staging / f"made-{new_id()}"
    digest, size = fsio.copy_durably(file, staged)
    try:
        better = Paper(
            staged=staged,
            sha256=digest,
            size_bytes=size,
            media_type=read.content.media_type,
            name=file.name,
            name_raw=file.name.encode("utf-8", "surrogateescape"),
            reading=read.reading,
            content=read.content,
        )
        replaced = corrections.replace(workspace, filed, better, actor=actor())
    finally:
        fsio.discard(staged)
    _settled(workspace)
    say(_("Replaced: {paper}. The former scan stays in its history.").format(
        paper=_named(workspace, replaced)
    ))  # fmt: skip


def _read(workspace: Workspace, file: Path) -> ReadDone:
    from archive import corrections, learning
    from extractors.child import ReaderPool
    from extractors.outcome import ReadFailed

    with ReaderPool(learning.settings_now(workspace)) as readers:
        outcome = readers.submit(file).result()
    if isinstance(outcome, ReadFailed):
        raise corrections.NotPossible(f"{file.name}: {outcome.message}")
    return outcome


def _settled(workspace: Workspace) -> None:
    """Let the index, browse/ and the likely copies learn of it; a failure there undoes nothing."""
    from archive import browse, rescans

    for learn in (catch_up, browse.catch_up, rescans.catch_up):
        try:
            learn(workspace)
        except Exception as cause:  # noqa: BLE001
            tell(_("Done in the archive, but not yet shown everywhere: {cause}").format(
                cause=type(cause).__name__
            ))  # fmt: skip


COMMANDS = (paper,)
