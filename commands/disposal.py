"""Destruction lists (销毁清册): propose, approve, carry out, prove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from commands.borrow_sheets import lang_option, sheet_language, write_sheet
from commands.custody import asking_ledger, by_option, papers_named, who
from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    catch_up,
    here,
    opened,
    progress,
    say,
    table,
    tell,
    today,
)  # fmt: skip
from commands.named import one_household
from extractors.wording import _

if TYPE_CHECKING:
    from archive.disposal.judging import Block
    from archive.disposal.lists import DestructionList
    from archive.disposal.proof import Proof
    from archive.workspace import Workspace

list_argument = click.argument("number", metavar="LIST")


@click.group(help=_("Destruction of papers: lists, approvals, what is left of them."))
def disposal() -> None:
    """Group of commands."""


@disposal.command(
    "propose",
    help=_(
        "Propose the destruction of files whose time is over, or with --item of one paper that "
        "was filed in error."
    ),
)
@click.argument("wanted", metavar="[HOUSEHOLD]...", nargs=-1)
@click.option("--due", is_flag=True, help=_("All files whose time is over and that nothing holds."))
@click.option("--item", help=_("One paper of the household's file, filed in error."))
@click.option("--reason", required=True, help=_("Why they are to go."))
@click.option("--dry-run", is_flag=True, help=_("Only say what would be on the list."))
@by_option
@as_json_option
@here
def disposal_propose(
    context: click.Context,
    wanted: tuple[str, ...],
    due: bool,
    item: str | None,
    reason: str,
    dry_run: bool,
    by: str | None,
    wants_json: bool,
) -> None:
    from archive.database import reading
    from archive.disposal import acts

    workspace = opened(context)
    ids = [one_household(workspace, each).id for each in wanted]
    if due == bool(ids) or (item and len(ids) != 1):
        raise click.UsageError(_("Name the household files, or give --due; --item needs just one."))
    with asking_ledger(workspace) as ledger:
        if due:
            ids = _due(workspace, ledger)
            if not ids:
                say(_("No file's time is over by {day}.").format(day=today()))
                return
        if dry_run:
            _would_go(workspace, ids, ledger)
            return
        how: dict[str, Any] = {
            "reason": reason, "by": who(by), "ask_ledger": ledger, "today": today(),
            "actor": actor(),
        }  # fmt: skip
        kept: Mapping[str, Sequence[Block]] = {}
        if item:
            with reading(workspace.engine) as connection:
                (paper,) = papers_named(connection, ids[0], (item,))
            made = acts.propose_paper(workspace, paper.id, **how)
        else:
            proposed = acts.propose_files(workspace, ids, **how)
            made, kept = proposed.list, proposed.kept
    _told(made, wants_json)
    _print_kept(kept)


def _due(workspace: Workspace, ledger: Any) -> list[int]:
    from archive import documents, households
    from archive.database import reading
    from archive.disposal.judging import Judge

    with reading(workspace.engine) as connection:
        judge = Judge(connection, workspace, ledger, today())
        counts = documents.counts_by_household(connection)
        return [
            each.id
            for each in households.households(connection)
            if each.id in counts and judge.destroyable(each.id)[0]
        ]


def _would_go(workspace: Workspace, ids: Sequence[int], ledger: Any) -> None:
    from archive.database import reading
    from archive.disposal.judging import Judge

    with reading(workspace.engine) as connection:
        judge = Judge(connection, workspace, ledger, today())
        for household_id in ids:
            may, kept = judge.destroyable(household_id)
            say(
                _("{number}: {n} papers, {pages} pages").format(
                    number=f"{household_id:06d}",
                    n=len(may),
                    pages=sum(each.page_count for each in may),
                )
            )
            _print_kept(kept)


def _print_kept(kept: Mapping[str, Sequence[Block]]) -> None:
    from archive.disposal.judging import distinct

    for block in distinct(each for blocks in kept.values() for each in blocks):
        tell(_("kept: {number}, {why}").format(number=f"{block.household_id:06d}", why=block.text))


def _told(found: DestructionList, wants_json: bool) -> None:
    if wants_json:
        as_json(_list_json(found))
        return
    _print([found])
    if found.state == "proposed":
        say(
            _(
                "{n} approvals missing, by people who did not propose it: "
                "hudang disposal approve {list}"
            ).format(n=found.missing_approvals, list=found.number)
        )
    elif found.state == "approved":
        say(_("Ready: hudang disposal carry-out {list}").format(list=found.number))


def _print(lists: Sequence[DestructionList]) -> None:
    states = {
        "proposed": _("proposed"),
        "approved": _("approved"),
        "rejected": _("rejected"),
        "carried_out": _("carried out"),
    }
    kinds = {"retention": _("time is over"), "error": _("filed in error")}
    table(
        (
            _("list"), _("kind"), _("files"), _("papers"), _("proposed by"), _("approved by"),
            _("state"),
        ),
        [
            (
                each.number, kinds[each.kind], len(each.papers), len(each.documents),
                each.proposed_by, " + ".join(name for name, _at in each.approvals),
                states[each.state],
            )
            for each in lists
        ],
        right=(2, 3),
    )  # fmt: skip


def _list_json(found: DestructionList) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(found) | {"state": found.state, "missing_approvals": found.missing_approvals}


@disposal.command("list", help=_("List the destruction lists."))
@as_json_option
@here
def disposal_list(context: click.Context, wants_json: bool) -> None:
    from archive.database import reading
    from archive.disposal import acts

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = list(acts.destruction_lists(connection).values())
    if wants_json:
        as_json([_list_json(each) for each in found])
    elif not found:
        say(_("There is no destruction list."))
    else:
        _print(found)


@disposal.command("show", help=_("Show what is on a list, or what is left of it."))
@list_argument
@as_json_option
@here
def disposal_show(context: click.Context, number: str, wants_json: bool) -> None:
    from archive.database import reading
    from archive.disposal import acts

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = acts.destruction_list(connection, number)
        lines = acts.lines_of(connection, workspace, found)
    if wants_json:
        from dataclasses import asdict

        as_json(_list_json(found) | {"lines": [asdict(each) for each in lines]})
        return
    _print([found])
    table(
        (_("archive number"), _("title"), _("date"), _("pages"), _("digest"), _("state")),
        [
            (
                each.archive_number, each.title, each.dated_on, each.page_count, each.sha256[:16],
                _("destroyed") if each.destroyed_at else "",
            )
            for each in lines
        ],
        right=(3,),
    )  # fmt: skip


@disposal.command("print", help=_("Write a list in Word, to be signed by two supervisors."))
@list_argument
@lang_option
@here
def disposal_print(context: click.Context, number: str, lang: str | None) -> None:
    from archive.database import reading
    from archive.disposal import acts
    from templates import custody

    workspace = opened(context)
    language = sheet_language(workspace, lang)
    with reading(workspace.engine) as connection:
        found = acts.destruction_list(connection, number)
        lines = acts.lines_of(connection, workspace, found)
    sheet = custody.destruction_sheet(
        found,
        lines,
        institution=workspace.settings.office.institution or None,
        language=language,
    )
    write_sheet(workspace, "destruction-list", language, sheet, found.number)


@disposal.command("approve", help=_("Approve a list; who proposed it may not."))
@list_argument
@by_option
@as_json_option
@here
def disposal_approve(context: click.Context, number: str, by: str | None, wants_json: bool) -> None:
    from archive.disposal import acts

    workspace = opened(context)
    _told(acts.approve(workspace, number, by=who(by), actor=actor()), wants_json)


@disposal.command("reject", help=_("Reject or withdraw a list."))
@list_argument
@click.option("--why", required=True, help=_("The reason."))
@by_option
@as_json_option
@here
def disposal_reject(
    context: click.Context, number: str, why: str, by: str | None, wants_json: bool
) -> None:
    from archive.disposal import acts

    workspace = opened(context)
    _told(acts.reject(workspace, number, by=who(by), why=why, actor=actor()), wants_json)


@disposal.command(
    "carry-out",
    help=_("Destroy what an approved list names, before two supervisors. This cannot be undone."),
)
@list_argument
@click.option("--supervisor", "supervisors", multiple=True, help=_("Who watches; give it twice."))
@click.option("--dry-run", is_flag=True, help=_("Only say what would be destroyed."))
@by_option
@as_json_option
@here
def disposal_carry_out(
    context: click.Context,
    number: str,
    supervisors: tuple[str, ...],
    dry_run: bool,
    by: str | None,
    wants_json: bool,
) -> None:
    from archive.disposal import carrying_out

    workspace = opened(context)
    with asking_ledger(workspace) as ledger:
        if dry_run:
            judged = carrying_out.judge(workspace, number, ask_ledger=ledger, today=today())
            say(_("{n} papers would be destroyed.").format(n=len(judged)))
            return
        with progress(_("files")) as moved:
            done = carrying_out.carry_out(
                workspace,
                number,
                by=who(by),
                supervisors=supervisors,
                ask_ledger=ledger,
                today=today(),
                actor=actor(),
                progress=moved,
            )
    _forget_in_index(workspace)
    if not wants_json:
        _print([done])
    _prove(workspace, done.number, wants_json)


def _forget_in_index(workspace: Workspace) -> None:
    """Build the index anew: what is only deleted stays in its files until they are merged."""
    from indexer.index import open_index

    index = open_index(workspace)
    with progress(_("papers")) as moved:
        index.rebuild(moved)
    index.settle()


@disposal.command(
    "proof", help=_("Search everything below the workspace for bytes that a list destroyed.")
)
@list_argument
@as_json_option
@here
def disposal_proof(context: click.Context, number: str, wants_json: bool) -> None:
    workspace = opened(context)
    catch_up(workspace)
    _prove(workspace, number, wants_json)


def _prove(workspace: Workspace, number: str, wants_json: bool) -> None:
    from archive.disposal import carrying_out

    with progress(_("looking for copies")) as moved:
        seen, cleared = carrying_out.prove(workspace, number, progress=moved)
    if wants_json:
        as_json(_proof_json(number, seen, cleared))
    else:
        _print_proof(seen, cleared)
    if not seen.is_clean:
        raise SystemExit(FINDINGS)


def _proof_json(number: str, seen: Proof, cleared: int) -> dict[str, Any]:
    return {
        "list": number.upper(),
        "sought": seen.sought,
        "files": seen.files,
        "bytes": seen.bytes,
        "copies_removed": cleared,
        "found": [
            {"path": str(each.path), "inside": each.inside, "sha256": each.digest}
            for each in seen.found
        ],
        "not_looked_into": [{"path": str(path), "why": why} for path, why in seen.unread],
        "out_of_reach": ["backups", "packages handed over", "copies outside the workspace"],
    }


def _print_proof(seen: Proof, cleared: int) -> None:
    if cleared:
        say(_("{n} copies to look at were removed.").format(n=cleared))
    for each in seen.found:
        place = f"{each.path}" + (f" / {each.inside}" if each.inside else "")
        say(_("! still there: {file}").format(file=place))
    for path, why in seen.unread:
        say(_("? not looked into: {file}: {why}").format(file=path, why=why))
    say(
        _("{sought} digests sought in {files} files ({bytes} bytes): {found} found.").format(
            sought=seen.sought, files=seen.files, bytes=seen.bytes, found=len(seen.found)
        )
    )
    say(
        _(
            "Out of reach from here: backups, packages handed over, copies outside the workspace. "
            "See to them as your rules say."
        )
    )


COMMANDS = (disposal,)
