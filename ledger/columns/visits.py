"""Inspections of many loans at once: which visits are whose, and when the next falls due."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ledger.columns.loans import Loans
from ledger.columns.shape import DAY_BITS, NO_DAY, Array

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Visits:
    """Inspections and the loans they are of; one of a whole household counts for all its loans.

    loan      the loan's place in the choice of loans
    position  the inspection's place in the table
    In order of loans, each loan's oldest first.
    """

    loan: Array
    position: Array

    def keep(self, mask: Array) -> Visits:
        """Return those for which `mask` is true."""
        return Visits(self.loan[mask], self.position[mask])

    def of(self, loans: Array) -> Visits:
        """Return those of some of the loans (a truth for each), as a choice of their own."""
        place = np.cumsum(loans) - 1
        mine = self.keep(loans[self.loan])
        return Visits(place[mine.loan], mine.position)


def visits(loans: Loans) -> Visits:
    """Return the inspections of some loans up to their day."""
    table = loans.day.snapshot.known("inspection")
    found = np.flatnonzero(table["effective_on"] <= loans.day.ordinal)
    account, household = table["account_id"][found], table["household_id"][found]
    place = np.full(len(loans.day.snapshot.terms), -1, dtype=np.int64)
    place[loans["account_id"]] = np.arange(len(loans))
    # Of one loan: only where the loan is the household's.
    of_one = place[account]
    mine = (account > 0) & (of_one >= 0)
    mine[mine] = loans["household_id"][of_one[mine]] == household[mine]
    # Of a household: each of its loans.
    order = np.argsort(loans["household_id"], kind="stable")
    households = loans["household_id"][order]
    whole = account == 0
    first = np.searchsorted(households, household[whole], side="left")
    many = np.searchsorted(households, household[whole], side="right") - first
    # 0, 1, 2 … within each household's loans.
    within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    of_each = order[np.repeat(first, many) + within]
    loan = np.concatenate([of_one[mine], of_each])
    position = np.concatenate([found[mine], np.repeat(found[whole], many)])
    ordered = np.argsort(loan * np.int64(len(table)) + position, kind="stable")
    return Visits(loan[ordered], position[ordered])


@dataclass(frozen=True, slots=True)
class Dues:
    """Days by which loans were to be visited, by loan and day.

    loan      the loan's place in the choice of loans
    on        the day
    position  the visit that met it, by its place in the table; -1: none did
    """

    loan: Array
    on: Array
    position: Array


def schedule(
    loans: Loans,
    made: Visits,
    *,
    since: int,
    until: Array | int,
    first_days: int,
    routine_days: int,
) -> Dues:
    """Return the days due for each loan, as ledger.inspection_schedule works them out for one.

    since, until  the days from which and up to which they are asked for (`until`: each its own)
    """
    table = loans.day.snapshot.known("inspection")
    granted = loans["granted_on"].astype(np.int64)
    done = table["done_on"][made.position].astype(np.int64)
    counts = (done != NO_DAY) & (done >= granted[made.loan])
    loan, done, position = made.loan[counts], done[counts], made.position[counts]
    # Mostly they are noted in order.
    key = (loan << DAY_BITS) | done
    if np.any(key[1:] < key[:-1]):
        order = np.argsort(key, kind="stable")
        loan, done, position = loan[order], done[order], position[order]
    # Visits of one day are one visit: the first that is known.
    again = np.zeros(len(loan), dtype=np.bool_)
    again[1:] = (loan[1:] == loan[:-1]) & (done[1:] == done[:-1])
    loan, done, position = loan[~again], done[~again], position[~again]
    active = np.arange(len(loans))
    at = np.searchsorted(loan, active, side="left")
    end = np.searchsorted(loan, active, side="right")
    # One place more, to look at when a loan has no visit left.
    done, position = np.append(done, _NEVER), np.append(position, -1)
    last = np.broadcast_to(until, len(loans))
    # A period of no days would never get past `until`.
    routine = max(routine_days, 1)
    due = granted + first_days
    parts: list[tuple[Array, Array, Array]] = []
    while len(active):
        visit = np.where(at < end, at, len(done) - 1)
        is_met = done[visit] <= due
        goes_on = due <= last[active]
        asked = goes_on & (due >= since)
        parts.append((active[asked], due[asked], np.where(is_met, position[visit], -1)[asked]))
        # Further visits before the day was due meet nothing more.
        due = (np.where(is_met, done[visit], due) + routine)[goes_on]
        at, end, active = (at + is_met)[goes_on], end[goes_on], active[goes_on]
    if not parts:
        parts = [(active, due, active)]
    columns = [np.concatenate(each) for each in zip(*parts, strict=True)]
    order = np.argsort(columns[0], kind="stable")
    return Dues(*(each[order] for each in columns))
