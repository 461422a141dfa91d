"""What a person names on the command line: a household file, a held paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.trail import about
from extractors.wording import _

if TYPE_CHECKING:
    from archive.documents import FiledDocument
    from archive.workspace import Workspace


household_argument = click.argument("wanted", metavar="HOUSEHOLD")


def one_household(workspace: Workspace, wanted: str) -> Any:
    """Return the one household file that answers to a number or name.

    Raises UnknownHousehold where none does, a usage error where several do.
    """
    from archive import households
    from archive.database import reading

    with reading(workspace.engine) as connection:
        found = households.find(connection, wanted)
    if not found:
        raise households.UnknownHousehold(wanted)
    if len(found) > 1:
        numbers = ", ".join(each.number for each in found)
        raise click.UsageError(
            _("Several household files answer to that: {numbers}. Give the number.").format(
                numbers=numbers
            )
        )
    about(f"household:{found[0].id}")
    return found[0]


item_argument = click.argument("item_id", metavar="ID")


part_option = click.option(
    "--part", type=click.IntRange(min=1), help=_("Which paper of a scan that holds several.")
)


def held_item(workspace: Workspace, item_id: str) -> Any:
    """Return a held paper by its id or the end of it; raises UnknownItem if it is not held."""
    from archive import items
    from archive.database import reading

    with reading(workspace.engine) as connection:
        item = items.item(connection, item_id)
    if item.state not in items.PENDING:
        raise items.UnknownItem(item_id)
    about(f"item:{item.id}")
    return item


paper_argument = click.argument("paper_id", metavar="PAPER")


def one_paper(workspace: Workspace, wanted: str) -> FiledDocument:
    """Return the filed paper that answers to its id, the end of it, or its archive number.

    Of an archive number the household and item at its end are enough ("7-3").
    Raises UnknownDocument where none does, or several do.
    """
    from archive import documents
    from archive.database import reading

    with reading(workspace.engine) as connection:
        return documents.named(connection, workspace, wanted)
