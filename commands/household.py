"""Household files: who they are, what they hold, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.catalogue import household_catalogue
from commands.desk import as_json, as_json_option, here, opened, progress, say, table
from commands.duplicates import pair_json
from commands.loans import household_loans, loans_json, print_loans
from commands.missing import fact, missing
from commands.named import household_argument, one_household
from commands.slips import out_of
from commands.trail import seen
from extractors.wording import _, ngettext

if TYPE_CHECKING:
    from archive.documents import FiledDocument
    from archive.workspace import Workspace


@click.group(help=_("Household files: who they are, what they hold, what is missing."))
def household() -> None:
    """Group of commands."""


def _household_json(found: Any) -> dict[str, Any]:
    from extractors.personal import mask_identity

    return {
        "number": found.number,
        "borrower": found.borrower.name,
        "village": found.village,
        "unit": found.unit,
        "manager": found.manager,
        "people": [
            {
                "role": person.role,
                "name": person.name,
                "identity": mask_identity(person.identity) if person.identity else None,
            }
            for person in found.people
        ],
    }


@household.command("list", help=_("List household files; NAME or number narrows the list."))
@click.argument("name", required=False)
@as_json_option
@here
def household_list(context: click.Context, name: str | None, wants_json: bool) -> None:
    from archive import documents, households
    from archive.database import reading
    from extractors.personal import mask_identity

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = households.find(connection, name) if name else households.households(connection)
        counts = documents.counts_by_household(connection, drafts=False)
    seen(workspace, "household.list", "archive", households=len(found))
    if wants_json:
        as_json([_household_json(each) | {"papers": counts.get(each.id, 0)} for each in found])
        return
    table(
        (_("household"), _("borrower"), _("ID number"), _("village"), _("manager"), _("papers")),
        [
            (
                each.number,
                each.borrower.name,
                mask_identity(each.borrower.identity or ""),
                each.village,
                each.manager,
                counts.get(each.id, 0),
            )
            for each in found
        ],
        right=(5,),
    )


@household.command(
    "show", help=_("Show one household file: its people, and its papers loan by loan.")
)
@household_argument
@as_json_option
@here
def household_show(context: click.Context, wanted: str, wants_json: bool) -> None:
    from archive import (
        catalogue,
        compared,
        documents,
        loan_papers,
        rescans,
        schemes,
        tombstones,
    )
    from archive.database import reading
    from archive.handover import officer

    workspace = opened(context)
    found = one_household(workspace, wanted)
    scheme = schemes.scheme(workspace.settings.archive.scheme)
    rescans.catch_up(workspace, most=rescans.AT_ONCE)
    with reading(workspace.engine) as connection:
        papers = catalogue.in_order(scheme, documents.documents_of(connection, found.id))
        loans = loan_papers.of_papers(connection, papers)
        destroyed = tombstones.of_household(connection, found.id)
        managers = officer.history(connection, found.id)
        copies = rescans.undecided(connection, [each.id for each in papers])
    out = out_of(workspace, found.id)
    differing = compared.of_household(workspace, found.id)
    seen(workspace, "household.view", f"household:{found.id}", papers=len(papers))
    if wants_json:
        as_json(
            _household_json(found)
            | {
                "papers": [_paper_json(workspace, p) for p in papers],
                "out": [
                    dict(zip(("paper", "item", "slip", "reader", "due_on"), each, strict=True))
                    for each in out
                ],
                "destroyed": [each.archive_number for each in destroyed],
                **loans_json(loans),
                "managers": [
                    {
                        "manager": each.manager,
                        "since": each.since.isoformat(),
                        "reason": each.reason or None,
                        "handover": each.handover or None,
                    }
                    for each in managers
                ],
                "likely_copies": [pair_json(pair) for pair in copies],
                "disagreements": [disagreement_json(each) for each in differing],
            }
        )
        return
    facts = _household_json(found)
    heading = (found.number, found.borrower.name, found.village, found.manager)
    say("  ".join(part for part in heading if part))
    table(
        (_("role"), _("name"), _("ID number")),
        [(_role_word(p["role"]), p["name"], p["identity"]) for p in facts["people"]],
    )
    if len(managers) > 1:
        table(
            (_("manager"), _("since"), _("reason"), _("handover")),
            [(each.manager, each.since, each.reason, each.handover) for each in managers],
        )
    print_loans(workspace, papers, loans)
    for _paper, item, slip, reader, due in out:
        say(
            _("out: item {item} with {reader} until {due} (slip {slip})").format(
                item=item, reader=reader, due=due, slip=slip
            )
        )
    for stone in destroyed:
        say(
            _("destroyed: {number} {title}, {pages} pages, on {day} by list {list}").format(
                number=stone.archive_number,
                title=stone.title,
                pages=stone.page_count,
                day=stone.destroyed_at[:10],
                list=stone.list_no,
            )
        )
    for each in differing:
        say(f"? {each.message}")
    if copies:
        say(
            "? "
            + ngettext(
                "{n} pair of papers may be one and the same: hudang duplicates list",
                "{n} pairs of papers may be one and the same: hudang duplicates list",
                len(copies),
            ).format(n=len(copies))
        )


def disagreement_json(found: Any) -> dict[str, Any]:
    """Return what papers disagree on, for machines."""
    return {
        "code": found.code,
        "message": found.message,
        "papers": [paper.id.strip() for paper in found.papers],
    }


def _role_word(role: str) -> str:
    words = {"borrower": _("borrower"), "spouse": _("spouse"), "co_borrower": _("co-borrower")}
    return words.get(role, role)


def _paper_json(workspace: Workspace, paper: FiledDocument) -> dict[str, Any]:
    from archive import documents, schemes

    scheme = schemes.scheme(workspace.settings.archive.scheme)
    return {
        "id": paper.id,
        "archive_number": documents.archive_number(workspace, paper),
        "doc_type": paper.doc_type,
        "title": paper.title,
        "category": scheme.place(paper.doc_type).category,
        "dated_on": paper.dated_on.isoformat() if paper.dated_on else None,
        "pages": paper.page_count,
        "problems": paper.problem_count,
        "file": str(documents.paper(workspace, paper)),
        "part_of": paper.part_of,
        "part_pages": paper.part_pages,
    }


@household.command("browse", help=_("Make the browse/ folder anew from the archive."))
@here
def household_browse(context: click.Context) -> None:
    from archive import browse

    workspace = opened(context)
    with progress(_("papers")) as moved:
        made = browse.rebuild(workspace, moved)
    seen(workspace, "browse.rebuild", "browse", papers=made)
    say(_("{n} papers to look at in {folder}").format(n=made, folder=workspace.browse))


household.add_command(household_loans)
household.add_command(missing)
household.add_command(fact)
household.add_command(household_catalogue)

COMMANDS = (household,)
