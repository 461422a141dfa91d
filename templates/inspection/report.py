"""What every inspection form prints: borrower, loans, securities, arrears, signals, class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.figure import Figure
from ledger.records import Record
from ledger.rules.desk import bare
from ledger.states import Collateral, LoanState
from templates.document import Document
from templates.inspection import signals
from templates.inspection.figures import Figures, row
from templates.inspection.known import Known
from templates.inspection.lines import CollateralLine, GuarantorLine, LoanLine
from templates.inspection.words import chosen, rate, say
from templates.sentence import Sentence
from templates.titles import trade_word
from templates.trade_names import trade_name


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionForm(Document):
    """The part that first, routine and special inspections have in common.

    is_company      the forms ask other things of companies than of households
    loan_class      the class in force (账面); suggested_class: what the rules say
    class_reasons   why, in one line
    """

    institution: str | None
    unit: str | None
    borrower: str | None
    id_number: str | None
    is_company: bool
    household_number: str
    village: str | None
    manager: str | None
    as_of: date
    known_on: date
    loan_number: str
    loan_amount: Figure
    loan_balance: Figure
    loans: tuple[LoanLine, ...]
    days_overdue: Figure
    arrears_in: Figure
    arrears_off: Figure
    guarantors: tuple[GuarantorLine, ...]
    collateral: tuple[CollateralLine, ...]
    signals: tuple[Sentence, ...]
    loan_class: str | None
    class_on: date | None
    previous_class: str | None
    suggested_class: str | None
    class_reasons: str

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from self.signals


def common(known: Known, figures: Figures) -> dict[str, Any]:
    """Return the fields of `InspectionForm` by name, without its figures."""
    loan, language = known.loan, figures.language
    ruled = known.suggestion
    shown = (loan, *known.others)
    return {
        "institution": known.institution,
        "unit": loan.unit,
        "borrower": loan.borrower,
        "id_number": loan.masked_id or None,
        "is_company": known.is_company,
        "household_number": f"{loan.household_id:06d}",
        "village": loan.village,
        "manager": loan.manager,
        "as_of": loan.as_of,
        "known_on": known.known_on,
        "loan_number": loan.number,
        "loan_amount": figures.of_loan(loan, "amount_fen"),
        "loan_balance": figures.of_loan(loan, "balance_fen"),
        "loans": tuple(_loan_line(one, figures) for one in shown),
        "days_overdue": figures.of_loan(loan, "days_overdue"),
        "arrears_in": figures.of_loan(loan, "arrears_in_fen"),
        "arrears_off": figures.of_loan(loan, "arrears_off_fen"),
        "guarantors": tuple(_guarantors(known, figures)),
        "collateral": tuple(_collateral_line(one, known, figures) for one in known.collateral),
        "signals": tuple(signals.signals(known, figures)),
        "loan_class": trade_word(loan.class_code, language) if loan.class_code else None,
        "class_on": loan.class_on,
        "previous_class": (
            trade_word(loan.previous_class, language) if loan.previous_class else None
        ),
        "suggested_class": trade_word(ruled.grade, language) if ruled else None,
        "class_reasons": (
            say("and", language).join(one.text for one in ruled.reasons) if ruled else ""
        ),
    }


def _loan_line(loan: LoanState, figures: Figures) -> LoanLine:
    language = figures.language
    return LoanLine(
        number=loan.number,
        contract_no=loan.contract_no,
        product=trade_name(loan.product, language) if loan.product else None,
        guarantee=trade_word(loan.guarantee, language) if loan.guarantee else None,
        amount=figures.of_loan(loan, "amount_fen"),
        balance=figures.of_loan(loan, "balance_fen"),
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        rate=rate(loan, language),
        class_name=trade_word(loan.class_code, language) if loan.class_code else None,
    )


def _guarantors(known: Known, figures: Figures) -> Iterable[GuarantorLine]:
    """Those of the register, then those that only the contracts on file name."""
    registered = known.of("guarantee")
    names = {one.text("guarantor") for one in registered}
    on_paper = [one for one in known.guarantees if one.text("guarantor") not in names]
    for one in (*registered, *on_paper):
        label = known.loan.number
        yield GuarantorLine(
            name=one.text("guarantor") or "",
            contract_no=one.text("contract_no"),
            guaranteed=figures.stated(one, "guaranteed_fen", "guaranteed", label)
            if "guaranteed_fen" in one.values
            else None,
            until=one.day("until"),
        )


def _collateral_line(one: Collateral, known: Known, figures: Figures) -> CollateralLine:
    source = one.sources.get("value_fen")
    rows = [row(one.fact, known.loan.number, one.value_fen, source)] if source else []
    return CollateralLine(
        name=one.name if not one.location else f"{one.name}（{one.location}）",
        owner=one.owner,
        title_no=one.title_no,
        register_no=one.register_no,
        value=figures.made("collateral_value", one.fact, one.value_fen, rows, part=one.name),
        insured_until=one.insured_until,
        last_check=_last_check(one, known, figures.language),
    )


def _last_check(one: Collateral, known: Known, language: str) -> str:
    numbers = {bare(number) for number in (one.title_no, one.register_no) if number}
    checks: list[Record] = [
        check
        for check in known.of("security_check")
        if bare(check.text("security") or "") in numbers
    ]
    if not checks:
        return ""
    state = chosen(checks[-1], "state", language)
    return say("checked", language, day=checks[-1].effective_on.isoformat(), state=state)
