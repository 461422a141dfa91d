"""Reconciling claims (债权核对) each quarter: what statements to debtors and guarantors share."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.columns.states import States
from ledger.spans import Span
from ledger.states import LoanState
from templates.debts import by_household
from templates.request import NothingToReport, Request, household_of


def open_loans_of(request: Request) -> list[LoanState]:
    """Return the open loans of the household asked for. Raises NothingToReport without any."""
    number = household_of(request)
    loans = [loan for loan in request.view.loans_of(number) if loan.is_open]
    if not loans:
        raise NothingToReport(
            _("Household {number} has no open loan on {day}.").format(
                number=f"{number:06d}", day=request.as_of.isoformat()
            )
        )
    return loans


def every_household(request: Request) -> Iterator[list[LoanState]]:
    """Yield the open loans of each household."""
    loans = request.view.open
    ordered = loans.by(loans["household_id"], loans["granted_on"], loans.number_ranks)
    for _number, some in by_household(States(ordered)):
        yield some


def quarter(span: Span, language: str) -> str:
    """Return "2025年第4季度", "cuarto trimestre de 2025"."""
    number = (span.first.month + 2) // 3
    if language == "zh":
        return f"{span.first.year}年第{number}季度"
    return f"{_ORDINALS[number - 1]} trimestre de {span.first.year}"


_ORDINALS = ("primer", "segundo", "tercer", "cuarto")
