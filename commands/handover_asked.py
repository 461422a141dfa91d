"""What a handover asks other parts: the ledger, the scanner, the clerk's reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.desk import today
from commands.named import one_household
from extractors.wording import _

if TYPE_CHECKING:
    from archive.handover.preparing import Asked, Scope
    from archive.workspace import Workspace
    from ledger.book import View


def scope_of(
    workspace: Workspace,
    household: Sequence[str],
    manager: str | None,
    unit: str | None,
    year: int | None,
    *,
    opened: bool,
) -> Scope:
    """Return what is to be handed over. Raises NothingToHandOver, UnknownHousehold."""
    from archive.database import reading
    from archive.handover import preparing

    if sum(map(bool, (household, manager, unit, year))) != 1:
        raise click.UsageError(
            _("Say what is handed over: --household, --manager, --unit or --year, one of them.")
        )
    if household:
        found = [one_household(workspace, each) for each in household]
        named = ",".join(each.number for each in found)
        return preparing.of_numbers("household", named, [each.id for each in found])
    with reading(workspace.engine) as connection:
        if manager:
            return preparing.by_column(connection, "manager", manager)
        if unit:
            return preparing.by_column(connection, "unit", unit)
        assert year is not None  # noqa: S101 - one of the four is given
        if opened:
            return preparing.opened_in(connection, year)
    return preparing.of_numbers("year", str(year), settled_in(workspace, year))


def settled_in(workspace: Workspace, year: int) -> list[int]:
    """Return the households that owed something when the year began or in it, and nothing after.

    So a file goes to the archives room in the year in which its last loan was paid off.
    """
    end = _view(workspace, date(year, 12, 31))
    start = _view(workspace, date(year - 1, 12, 31))
    settled = []
    for number in sorted({loan.household_id for loan in end.loans if loan.household_id}):
        if any(loan.is_open for loan in end.loans_of(number)):
            continue
        before = {loan.account_id for loan in start.loans_of(number) if not loan.is_open}
        if any(loan.account_id not in before for loan in end.loans_of(number)):
            settled.append(number)
    return settled


def _view(workspace: Workspace, day: date) -> View:
    from ledger.book import Book

    return Book.of(workspace).at(min(day, today()))


def asked_of(workspace: Workspace) -> Asked:
    """Return what the archive may ask of the ledger and of a virus scanner."""
    from archive.handover import viruses
    from archive.handover.preparing import Asked

    view = _view(workspace, today())

    def managers(household_id: int) -> list[str]:
        open_loans = (loan for loan in view.loans_of(household_id) if loan.is_open)
        return sorted({loan.manager for loan in open_loans if loan.manager})

    return Asked(managers=managers, scan=viruses.scan)


def reasons_from(given: Sequence[str], path: Path | None) -> dict[str, str]:
    """Return the clerk's reasons by item or kind; those on the command line go first."""
    from archive.handover import reasons_file

    found = reasons_file.read(path) if path else {}
    for pair in given:
        item, equals, why = pair.partition("=")
        if not equals or not item.strip() or not why.strip():
            raise click.UsageError(_('Give an item and why: --reason missing="burnt in 2019"'))
        found[item.strip()] = why.strip()
    return found
