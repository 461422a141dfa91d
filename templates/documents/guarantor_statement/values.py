"""What a statement to guarantors says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure
from ledger.records import Record
from ledger.spans import Span
from ledger.states import LoanState
from templates import provenance
from templates.addressed import Letter, Office, addressed
from templates.provenance import NamedFigure
from templates.stated import amount, worded
from templates.statements import quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteedLine:
    """One guarantor's guarantee of one loan."""

    name: str
    contract_no: str | None
    way: str | None
    guaranteed: Figure
    until: date | None
    number: str
    balance: Figure
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuarantorStatement(Letter):
    """What the template `guarantor-statement` prints. guarantors: their names."""

    quarter: str
    guarantors: str
    guarantees: tuple[GuaranteedLine, ...]


def statement(
    loans: Sequence[LoanState],
    known: Mapping[int, Sequence[Record]],
    span: Span,
    office: Office,
) -> GuarantorStatement:
    """Return the statement to all who stand surety for `loans`, all of one household."""
    figures: list[NamedFigure] = []
    lines: list[GuaranteedLine] = []
    for loan in loans:
        balance = provenance.named(loan.figure("balance_fen"), office.language, loan.number)
        figures.append(balance)
        for place, one in enumerate(known[loan.account_id], 1):
            part = f"{loan.number}-{place}"
            found = amount("guarantee", one, "guaranteed_fen", office.language, part, office.as_of)
            figures.append(found)
            lines.append(
                GuaranteedLine(
                    name=one.text("guarantor") or "",
                    contract_no=one.text("contract_no"),
                    way=worded(one, "type", office.language),
                    guaranteed=found.figure,
                    until=one.day("until"),
                    number=loan.number,
                    balance=balance.figure,
                    due_on=loan.due_on,
                )
            )
    return GuarantorStatement(
        **addressed(office, loans),
        quarter=quarter(span, office.language),
        guarantors="、".join(dict.fromkeys(line.name for line in lines)),
        guarantees=tuple(lines),
        figures=tuple(figures),
    )
