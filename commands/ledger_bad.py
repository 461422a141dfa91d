"""Bad loans: how they stand by category or recoverability, and the messages to who is overdue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import as_json, as_json_option, day_type, here, opened, say, today
from commands.registers_shown import shown, xlsx_option
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.bad.messages import Message


@click.command("bad", help=_("How bad loans stand and moved: by category, recoverability, …"))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option("--since", metavar="DAY", help=_("First day of the period; 1 January by default."))
@click.option(
    "--by",
    default="category",
    show_default=True,
    help=_("category, recoverability, cause, level, class, manager, collector or unit."),
)
@xlsx_option
@as_json_option
@here
def ledger_bad(
    context: click.Context,
    as_of: Any,
    known_on: Any,
    since: str | None,
    by: str,
    xlsx: Path | None,
    wants_json: bool,
) -> None:
    from ledger.bad.movement import PARTS, movement
    from ledger.book import Book
    from ledger.registers import register
    from ledger.registers.period import since as first_day

    workspace = opened(context)
    view = Book.of(workspace).at(
        as_of.date() if as_of else today(), known_on.date() if known_on else None
    )
    made = register(view, "bad-summary", by=by, since=since)
    moved = movement(view, first_day({"since": since}, view.as_of), view.as_of)
    sums = {part: moved.total(part) for part in PARTS}
    if wants_json:
        seen(workspace, "ledger.view", "register:bad-summary", rows=len(made.rows))
        yuan = {part: f"{fen / 100:.2f}" for part, fen in sums.items()}
        by_channel = {code: f"{fen / 100:.2f}" for code, fen in moved.by_channel().items()}
        as_json(made.to_json() | {"movement": yuan, "recovered_by_channel": by_channel})
        return
    shown(workspace, made, xlsx)
    if xlsx is None:
        say(
            _(
                "Since {first}: {opening} + new {new} + bad again {again} - recovered {recovered} "
                "- upgraded {upgraded} - adjusted {adjusted} = {closing} yuan"
            ).format(first=moved.first, **{part: f"{fen / 100:,.2f}" for part, fen in sums.items()})
        )


@click.command(
    "messages", help=_("List messages to who is overdue, to export; nothing is sent from here.")
)
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option(
    "--days",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=_("Overdue by at least so many days."),
)
@click.option("--text", help=_("Your own text, with {borrower}, {days}, {balance} …"))
@click.option(
    "--with-phones", is_flag=True, help=_("Put the telephone numbers in; this is noted in audit.")
)
@xlsx_option
@as_json_option
@here
def ledger_messages(
    context: click.Context,
    as_of: Any,
    days: int,
    text: str | None,
    with_phones: bool,
    xlsx: Path | None,
    wants_json: bool,
) -> None:
    from ledger.bad.messages import TEXTS, messages, table_of_messages
    from ledger.book import Book

    workspace = opened(context)
    office = workspace.settings.office
    view = Book.of(workspace).at(as_of.date() if as_of else today())
    found = messages(
        view, text or TEXTS[office.language], days=days, institution=office.institution
    )
    phones = _phones(workspace, found)
    if with_phones:
        seen(workspace, "ledger.phones", "messages", rows=len(phones))
    made = table_of_messages(view, found, phones, show_phones=with_phones)
    shown(workspace, made, xlsx, wants_json=wants_json)


def _phones(workspace: Workspace, found: list[Message]) -> dict[int, str]:
    from archive.database import reading
    from archive.households import borrower_phones

    with reading(workspace.engine) as connection:
        return borrower_phones(connection, [one.household_id for one in found])
