"""Held papers: look at them; what is decided about them stands in `commands.decisions`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from commands.decisions import DECISIONS
from commands.desk import as_json, as_json_option, here, opened, say, table
from commands.extract import print_reading
from commands.household import disagreement_json
from commands.named import held_item, item_argument, one_paper
from commands.rules import rules
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.differing import Differing
    from archive.workspace import Workspace


@click.group(help=_("Held papers: look at them, file them, correct them, dismiss them."))
def review() -> None:
    """Group of commands."""


@review.command("list", help=_("List held papers with the reason for each."))
@as_json_option
@here
def review_list(context: click.Context, wants_json: bool) -> None:
    from archive import items, reasons
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        held = items.in_states(connection, items.PENDING)
        waiting = [each for each in items.in_states(connection, ("waiting",)) if each.reason]
    shown = held + waiting
    seen(workspace, "item.list", "pending", items=len(shown))
    if wants_json:
        as_json([_item_json(workspace, each) for each in shown])
        return
    if not shown:
        say(_("Nothing is held."))
        return
    table(
        (_("id"), _("file"), _("state"), _("why and what to do")),
        [
            (
                each.id[-8:],
                each.display_name,
                _state_word(each.state),
                reasons.sentence(each.reason or "", each.reason_detail),
            )
            for each in shown
        ],
    )


def _state_word(state: str) -> str:
    words = {"held": _("held"), "quarantined": _("unreadable"), "waiting": _("waiting")}
    return words.get(state, state)


def _item_json(workspace: Workspace, item: Any) -> dict[str, Any]:
    from dataclasses import asdict

    from archive import pending, reasons

    is_pending = item.state in ("held", "quarantined")
    candidates = pending.candidates_now(workspace, item) if is_pending else ()
    return {
        "id": item.id,
        "file": item.display_name,
        "state": item.state,
        "reason": item.reason,
        "problems": item.reason_detail.get("problems", []),
        "message": reasons.sentence(item.reason or "", item.reason_detail),
        "candidates": [asdict(candidate) for candidate in candidates],
        "paper": str(pending.held_paper(workspace, item)) if is_pending else None,
    }


@review.command("show", help=_("Show what was read of a held paper, and whose it might be."))
@item_argument
@as_json_option
@here
def review_show(context: click.Context, item_id: str, wants_json: bool) -> None:
    from archive import compared, pending

    workspace = opened(context)
    item = held_item(workspace, item_id)
    reading, _content = pending.held_reading(workspace, item)
    differing = compared.of_held(workspace, item)
    seen(workspace, "item.view", f"item:{item.id}")
    if wants_json:
        as_json(
            _item_json(workspace, item)
            | {
                "reading": reading.to_json(explain=False),
                "disagreements": [disagreement_json(each) for each in differing],
            }
        )
        return
    facts = _item_json(workspace, item)
    say(f"{item.display_name}  ({facts['paper']})")
    say(facts["message"])
    say()
    print_reading(reading)
    for each in differing:
        say(f"? {each.message}")
    if facts["candidates"]:
        say()
        _print_candidates(workspace, facts["candidates"])


def _print_candidates(workspace: Workspace, candidates: Sequence[dict[str, Any]]) -> None:
    from archive import households
    from archive.database import reading

    words = {
        "code": _("code on it"),
        "id_number": _("ID number"),
        "number": _("contract number"),
        "name": _("name"),
        "address": _("address"),
        "amount": _("amount"),
        "date": _("date"),
        "property": _("title or unit number"),
    }
    rows = []
    with reading(workspace.engine) as connection:
        for candidate in candidates:
            found = households.household(connection, candidate["household_id"])
            agreeing = ", ".join(words.get(code, code) for code in candidate["why"])
            rows.append((found.number, found.borrower.name, found.village, agreeing))
    table((_("household"), _("borrower"), _("village"), _("what agrees")), rows)


@review.command("signed", help=_("Signed copies whose figures are not those that were printed."))
@click.argument("paper_id", metavar="PAPER", required=False)
@as_json_option
@here
def review_signed(context: click.Context, paper_id: str | None, wants_json: bool) -> None:
    from archive import differing

    workspace = opened(context)
    chosen = [one_paper(workspace, paper_id).id] if paper_id else None
    found = list(differing.of_papers(workspace, chosen))
    seen(workspace, "paper.view", "archive", papers=len(found))
    if wants_json:
        as_json([_differing_json(workspace, each) for each in found])
        return
    if not found:
        say(_("No signed copy differs from its draft."))
        return
    table(
        (_("paper"), _("draft"), _("page"), _("printed"), _("on the signed copy")),
        [
            (said["archive_number"], said["draft"], one["page"], one["printed"], one["read"])
            for each in found
            for said in [_differing_json(workspace, each)]
            for one in said["differences"]
        ],
    )


def _differing_json(workspace: Workspace, found: Differing) -> dict[str, Any]:
    from archive import documents
    from extractors.personal import mask

    return {
        "document_id": found.copy.id,
        "archive_number": documents.archive_number(workspace, found.copy),
        "draft": found.draft.number,
        "draft_document_id": found.draft.document_id,
        "differences": [
            {
                "page": one.page,
                "box": one.box,
                "printed": mask(one.printed),
                "read": mask(one.read),
            }
            for one in found.found
        ],
    }


for command in (*DECISIONS, rules):
    review.add_command(command)

COMMANDS = (review,)
