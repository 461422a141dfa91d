"""Slips (调阅单) as people and machines see them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from commands.desk import table, today
from extractors.wording import _

if TYPE_CHECKING:
    from archive.borrowing import Slip
    from archive.workspace import Workspace


def print_slips(workspace: Workspace, slips: Iterable[Slip]) -> None:
    table(
        (_("slip"), _("household"), _("papers"), _("reader"), _("way"), _("state"), _("due")),
        [
            (
                each.number,
                f"{each.household_id:06d}",
                items_of(workspace, each),
                each.reader,
                ways()[each.way],
                states()[each.state],
                each.due_on,
            )
            for each in slips
        ],
    )


def items_of(workspace: Workspace, slip: Slip) -> str:
    """Return the item numbers of a slip; a destroyed paper still has its number."""
    from archive import documents, tombstones
    from archive.database import reading

    if slip.whole_file:
        return _("whole file ({n})").format(n=len(slip.papers))
    with reading(workspace.engine) as connection:
        known = {
            each.id: each.item_no for each in documents.documents_of(connection, slip.household_id)
        }
        gone = {
            each.id: each.item_no for each in tombstones.of_household(connection, slip.household_id)
        }
    return " ".join(str((known | gone).get(each, "?")) for each in slip.papers)


def ways() -> dict[str, str]:
    """Return the ways of lending in words."""
    return {"on_spot": _("on the spot"), "taken": _("taken away"), "copy": _("copy")}


def states() -> dict[str, str]:
    """Return the states of a slip in words."""
    return {
        "asked": _("waits for approval"),
        "approved": _("is approved"),
        "refused": _("was refused"),
        "out": _("is out"),
        "partly_back": _("is partly back"),
        "back": _("is back"),
    }


def slip_json(workspace: Workspace, slip: Slip) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(slip) | {
        "state": slip.state,
        "items": items_of(workspace, slip),
        "outstanding": list(slip.outstanding),
        "days_overdue": slip.days_overdue(today()),
        "next_step": slip.next_step(today()),
    }


def out_of(workspace: Workspace, household_id: int) -> list[tuple[str, int, str, str, str | None]]:
    """Return (paper id, item, slip, reader, due day) of a household's papers that are out."""
    from archive import borrowing, documents, lending
    from archive.database import reading

    with reading(workspace.engine) as connection:
        filed = documents.documents_of(connection, household_id)
        out = borrowing.out_now(lending.slips(connection).values())
    return [
        (each.id, each.item_no, slip.number, slip.reader, str(slip.due_on))
        for each in filed
        if (slip := out.get(each.id))
    ]


def happenings() -> dict[str, str]:
    """Return what happens to papers in words."""
    return {
        "borrow.asked": _("asked for"),
        "borrow.approved": _("approved"),
        "borrow.refused": _("refused"),
        "borrow.out": _("handed out"),
        "borrow.renewed": _("renewed"),
        "borrow.back": _("came back"),
        "paper.viewed": _("looked at"),
        "paper.printed": _("printed"),
        "paper.copied": _("copied"),
    }
