"""What a letter on loans falling due says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger.figure import Figure
from ledger.spans import Span
from ledger.states import LoanState
from templates.addressed import Letter, Office, addressed
from templates.debts import DebtLine, debts_of
from templates.formats import month
from templates.request import NothingToReport


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityLetter(Letter):
    """What the template `maturity-letter` prints. month: as printed, 2026年1月."""

    month: str
    loans: tuple[DebtLine, ...]
    count: Figure
    balance: Figure
    arrears: Figure
    first_due_on: date
    guarantors: str | None


def letter(
    loans: Sequence[LoanState], span: Span, office: Office, guarantors: str | None
) -> MaturityLetter:
    """Return the letter on `loans`, all of one household and due in `span`, the first due first."""
    whose = f"{span.text}, {loans[0].household_id:06d}"
    debts = debts_of(loans, office.language, whose, office.as_of)
    return MaturityLetter(
        **addressed(office, loans),
        month=month_and_year(span.first, office.language),
        loans=debts.lines,
        count=debts.count,
        balance=debts.balance,
        arrears=debts.arrears,
        first_due_on=loans[0].due_on or span.last,
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
