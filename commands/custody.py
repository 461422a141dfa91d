"""What the commands of borrowing, keeping and destroying have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from commands.desk import actor, today
from extractors.wording import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.documents import FiledDocument
    from archive.retention.file import AskLedger
    from archive.workspace import Workspace

by_option = click.option("--by", help=_("Who acts; the account you are logged in with by default."))


def who(by: str | None) -> str:
    """Return the name of who acts."""
    return by or actor()


def day_of(given: Any) -> Any:
    """Return the day of an option, or None."""
    return given.date() if given else None


def papers_named(
    connection: Connection, household_id: int, wanted: tuple[str, ...]
) -> list[FiledDocument]:
    """Return papers of a file by item number or id. Raises a usage error for none or several."""
    from archive import documents

    filed = documents.documents_of(connection, household_id)
    return [_one(filed, each) for each in wanted]


def _one(filed: list[FiledDocument], wanted: str) -> FiledDocument:
    found = [each for each in filed if wanted in (str(each.item_no), f"{each.item_no:03d}")]
    found = found or [each for each in filed if each.id.endswith(wanted.lower())]
    if len(found) == 1:
        return found[0]
    message = _("The file has no item {item}. See: hudang household show")
    if found:
        message = _("Several papers answer to {item}: give the id of the one you mean.")
    raise click.UsageError(message.format(item=wanted))


@contextmanager
def asking_ledger(workspace: Workspace) -> Iterator[AskLedger]:
    """Give what answers with the loans of a household, as the ledger knows them today."""
    from ledger.book import Book
    from ledger.settled import ledger_loans

    answers: Callable[[int], Any] = ledger_loans(Book.of(workspace).at(today()))
    yield answers
