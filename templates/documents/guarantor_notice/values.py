"""What a notice to guarantors says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger.figure import Figure, Source
from ledger.records import Record
from ledger.states import LoanState
from templates import examples
from templates.addressed import Letter, Office, addressed
from templates.debts import OverdueLine, overdue_of
from templates.provenance import NamedFigure
from templates.request import NothingToReport
from templates.stated import amount, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeLine:
    """One who stands surety. until: the last day on which he can be asked (保证期间)."""

    name: str
    contract_no: str | None
    way: str | None
    guaranteed: Figure
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuarantorNotice(Letter):
    """What the template `guarantor-notice` prints. guarantors: their names, to address them."""

    guarantors: str
    guarantees: tuple[GuaranteeLine, ...]
    loans: tuple[OverdueLine, ...]
    balance: Figure
    arrears: Figure
    days_overdue: Figure


def notice(loan: LoanState, guarantees: Sequence[Record], office: Office) -> GuarantorNotice:
    """Return the notice on an overdue loan to all who stand surety for it."""
    debts = overdue_of([loan], office.language, loan.number, office.as_of)
    sums = [
        amount(
            "guarantee",
            one,
            "guaranteed_fen",
            office.language,
            f"{loan.number}-{place}",
            office.as_of,
        )
        for place, one in enumerate(guarantees, 1)
    ]
    return GuarantorNotice(
        **addressed(office, [loan]),
        guarantors="、".join(dict.fromkeys(one.text("guarantor") or "" for one in guarantees)),
        guarantees=tuple(
            _line(one, found, office.language) for one, found in zip(guarantees, sums, strict=True)
        ),
        loans=debts.lines,
        balance=debts.balance,
        arrears=debts.arrears,
        days_overdue=debts.lines[0].days_overdue,
        figures=(*debts.figures, *sums),
    )


def _line(one: Record, found: NamedFigure, language: str) -> GuaranteeLine:
    return GuaranteeLine(
        name=one.text("guarantor") or "",
        contract_no=one.text("contract_no"),
        way=worded(one, "type", language),
        guaranteed=found.figure,
        until=one.day("until"),
    )


def not_matured(loan: LoanState) -> NothingToReport:
    """Return the refusal of a notice on a loan whose principal is not due, or is repaid."""
    return NothingToReport(
        _(
            "Loan {number} is paid off or not past its due day: its guarantors are not asked to "
            "pay, also where interest is late. Remind of it with: hudang draft repayment-reminder"
        ).format(number=loan.number)
    )


def no_guarantor(loan: LoanState) -> NothingToReport:
    """Return the refusal of a notice on an overdue loan without a known guarantor."""
    return NothingToReport(
        _(
            "Loan {number} is overdue, but neither the ledger nor a contract on file names "
            "anybody who stands surety for it. File the guarantee contract, or record who does: "
            "hudang ledger record guarantee"
        ).format(number=loan.number)
    )


def example(language: str, rows: int) -> GuarantorNotice:
    """Return an invented notice to so many guarantors, one at least."""
    loan = examples.loan(1, due_on=date(2025, 6, 30), days_overdue=184)
    return notice(loan, example_guarantees(rows), examples.office(language))


def example_guarantees(rows: int) -> tuple[Record, ...]:
    """Return invented guarantees of one loan."""
    source = Source(kind="workbook", document_id="example", sheet="保证人台账", cell="B3")
    return tuple(
        Record(
            fact=f"record:{index}",
            kind="guarantee",
            key=f"{index}",
            effective_on=date(2025, 2, 10),
            recorded_at="2025-02-10T00:00:00.000000Z",
            actor="clerk",
            account_id=1,
            household_id=12,
            subject=None,
            values={
                "guarantor": "担保人" + "甲乙丙丁戊"[index % 5],
                "contract_no": f"(2025)示农信保字第{index:04d}号",
                "type": "several",
                "guaranteed_fen": 10_000_000,
                "until": date(2028, 6, 30),
            },
            source=source,
            sources={"guaranteed_fen": source},
        )
        for index in range(max(rows, 1))
    )
