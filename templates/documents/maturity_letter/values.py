"""What a letter on loans falling due says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger.figure import Figure
from ledger.spans import Span
from ledger.states import LoanState
from templates.debts import DebtLine, debts_of
from templates.document import Document
from templates.formats import month
from templates.year_facts import NothingToReport


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityLetter(Document):
    """What the template `maturity-letter` prints.

    month   as printed: 2026年1月
    as_of   the day of the balances
    """

    institution: str | None
    unit: str | None
    manager: str | None
    borrower: str | None
    household_number: str
    month: str
    as_of: date
    known_on: date
    loans: tuple[DebtLine, ...]
    count: Figure
    balance: Figure
    arrears: Figure
    first_due_on: date
    guarantors: str | None


def letter(
    loans: Sequence[LoanState],
    span: Span,
    *,
    guarantors: str | None,
    institution: str | None,
    as_of: date,
    known_on: date,
    language: str,
) -> MaturityLetter:
    """Return the letter on `loans`, all of one household and due in `span`, the first due first."""
    first = loans[0]
    household = f"{first.household_id:06d}"
    debts = debts_of(loans, language, f"{span.text}, {household}", as_of)
    return MaturityLetter(
        institution=institution,
        unit=first.unit,
        manager=first.manager,
        borrower=first.borrower,
        household_number=household,
        month=month_and_year(span.first, language),
        as_of=as_of,
        known_on=known_on,
        loans=debts.lines,
        count=debts.count,
        balance=debts.balance,
        arrears=debts.arrears,
        first_due_on=first.due_on or span.last,
        guarantors=guarantors,
        figures=debts.figures,
    )


def month_and_year(day: date, language: str) -> str:
    """Return "2026年1月", "enero de 2026"."""
    if language == "zh":
        return f"{day.year}年{day.month}月"
    return f"{month(day, language)} de {day.year}"


def nothing_due(household: int, span: Span) -> NothingToReport:
    """Return the refusal of a letter to one of whom nothing falls due."""
    return NothingToReport(
        _("No open loan of household {number} falls due in {month}.").format(
            number=f"{household:06d}", month=span.text
        )
    )
