"""What every letter to a debtor bears: who writes, to whom, of which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.states import LoanState
from templates.document import Document
from templates.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Document):
    """The base of letters to a household. as_of: the day of the balances."""

    institution: str | None
    unit: str | None
    manager: str | None
    borrower: str | None
    household_number: str
    as_of: date
    known_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a letter takes from the office and the request, not from the loans."""

    institution: str | None
    as_of: date
    known_on: date
    language: str


def office_of(request: Request) -> Office:
    """Return the office's part of a letter."""
    return Office(
        institution=request.institution,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )


def addressed(office: Office, loans: Sequence[LoanState]) -> dict[str, Any]:
    """Return the fields of `Letter` for a letter about `loans`, all of one household."""
    first = loans[0]
    return {
        "institution": office.institution,
        "unit": first.unit,
        "manager": first.manager,
        "borrower": first.borrower,
        "household_number": f"{first.household_id:06d}",
        "as_of": office.as_of,
        "known_on": office.known_on,
    }
