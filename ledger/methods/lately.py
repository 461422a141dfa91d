"""Whether something that comes round was done lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.values.identity import is_uscc
from extractors.wording import _
from ledger.methods.declaration import DONE, OPEN, Judged
from ledger.rules.calendar import plus_months
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan


def within(desk: Desk, stated: Sequence[Stated], months: int, what: str) -> Judged:
    """Return whether the last of some facts is no older than some months."""
    if not stated:
        return Judged(OPEN, _("{what}: nothing is on record").format(what=what))
    last = stated[-1]
    return judged(desk, last.on, months, what, (last.fact,))


def judged(desk: Desk, on: date, months: int, what: str, facts: tuple[str, ...]) -> Judged:
    """Return whether what was done on a day counts for as many months."""
    until = plus_months(on, months)
    words = {"what": what, "until": until.isoformat()}
    if until >= desk.as_of:
        return Judged(DONE, _("{what}: counts until {until}").format(**words), on, facts)
    return Judged(OPEN, _("{what}: was due again by {until}").format(**words), on, facts)


def is_company(desk: Desk, loan: Loan) -> bool:
    """Whether the borrower holds a credit code."""
    number = desk.view.debtor(loan.household_id).id_number
    return number is not None and is_uscc(number)
