"""Drill-down: a fact with all its versions and sources, and all about one loan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import as_json, as_json_option, day_type, here, opened, say, table, today
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.workspace import Workspace
    from ledger.states import LoanState
    from ledger.tracing import Version


@click.command("show", help=_("Show a fact (loan:12) with all its versions, down to cell or page."))
@click.argument("fact")
@as_json_option
@here
def ledger_show(context: click.Context, fact: str, wants_json: bool) -> None:
    from archive.database import reading
    from ledger import facts
    from ledger.tracing import versions

    workspace = opened(context)
    language = workspace.settings.office.language
    with reading(facts.ready(workspace)) as connection:
        found = versions(connection, fact, language)
        seen(workspace, "ledger.show", f"fact:{fact}")
        if wants_json:
            as_json({"fact": fact, "versions": [each.to_json() for each in found]})
            return
        for each in found:
            _print_version(workspace, connection, each, language)


def _print_version(
    workspace: Workspace, connection: Connection, version: Version, language: str
) -> None:
    from ledger.tracing import where

    say(f"{version.fact}  {version.title}  {version.effective_on}")
    line = _("recorded {at} by {actor}; from {source}")
    source = where(workspace, connection, version.source, language)
    say("  " + line.format(at=version.recorded_at[:19], actor=version.actor, source=source))
    if version.corrects:
        said = _("takes back {fact}: {reason}") if version.void else _("corrects {fact}: {reason}")
        say("  " + said.format(fact=version.corrects, reason=version.reason))
    table(
        (_("field"), _("says"), _("taken from")),
        [
            (each.title, each.text, where(workspace, connection, each.source, language))
            for each in version.said
        ],
    )


@click.command("loan", help=_("Show all about one loan as at a day: terms, receipts, classes …"))
@click.argument("number")
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@as_json_option
@here
def ledger_loan(
    context: click.Context, number: str, as_of: Any, known_on: Any, wants_json: bool
) -> None:
    from archive.database import reading
    from ledger import facts
    from ledger.book import Book
    from ledger.tracing import facts_of_loan

    workspace = opened(context)
    language = workspace.settings.office.language
    day = as_of.date() if as_of else today()
    known = known_on.date() if known_on else None
    loan = Book.of(workspace).at(day, known).loan(number)
    seen(workspace, "ledger.show", f"household:{loan.household_id}", fact=loan.fact)
    with reading(workspace.engine) as connection:
        found = facts_of_loan(
            connection,
            loan.account_id,
            loan.household_id,
            as_of=day,
            known_at=facts.moment(known),
            language=language,
        )
        if wants_json:
            listed = {title: [each.to_json() for each in own] for title, own in found.items()}
            as_json({"loan": _state(loan, language), "facts": listed})
            return
        say(f"{loan.number}  {loan.borrower or ''}  {loan.masked_id}  {day}")
        table((_("field"), _("says")), list(_state(loan, language).items()))
        for title, own in found.items():
            _print_section(workspace, connection, title, own, language)


def _state(loan: LoanState, language: str) -> dict[str, str]:
    """What the loan is on the day, as the loan register prints it."""
    from ledger.registers.declaration import Heading, worded
    from ledger.registers.loan_register import LOAN_REGISTER

    return {
        column.titles[language]: text
        for column in LOAN_REGISTER.columns
        if (
            text := worded(
                column.value(loan),
                Heading(column.key, column.titles, column.kind, column.width, column.words),
                language,
            )
        )
    }


def _print_section(
    workspace: Workspace,
    connection: Connection,
    title: str,
    found: list[Version],
    language: str,
) -> None:
    """Print facts of one kind as a table; only columns that any of them fills."""
    from ledger.tracing import where

    say()
    say(title)
    columns = {each.column: each.title for version in found for each in version.said}
    rows = []
    for version in found:
        said = {each.column: each.text for each in version.said}
        source = where(workspace, connection, version.source, language, briefly=True)
        values = [said.get(column, "") for column in columns]
        rows.append((version.effective_on, *values, version.fact, source))
    table((_("day"), *columns.values(), _("fact"), _("taken from")), rows)
