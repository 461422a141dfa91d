"""贷后检查报告: what the ledger and the file know of a loan before the visit.

What only the inspector sees on the spot stays a blank; what the ledger says is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from archive import documents
from archive.filing import normal_number
from archive.workspace import Workspace
from ledger.book import View
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.states import Collateral, Inspection, LoanState
from templates import formats, provenance
from templates.document import Document
from templates.provenance import NamedFigure
from templates.sentence import Sentence
from templates.titles import trade_word

# A loan that falls due within so many days gets a reminder among the signals.
DUE_SOON_DAYS = 60

KINDS = {"first": "首次检查", "routine": "常规检查", "special": "专项检查"}

_RATES = {
    "percent_year": "%/年",
    "percent_month": "%/月",
    "permille_month": "‰/月",
    "percent_day": "%/日",
    "bp_over_LPR_1Y": "个基点（1年期LPR）",
    "percent_total": "%（全期）",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """One open loan of the household."""

    number: str
    contract_no: str | None
    product: str | None
    guarantee: str | None
    amount: Figure
    balance: Figure
    granted_on: date
    due_on: date | None
    rate: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollateralLine:
    """One thing that secures the loan, as registered; its state is seen on the spot."""

    name: str
    owner: str | None
    title_no: str | None
    register_no: str | None
    value: str | None
    insured_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionReport(Document):
    """What the template `inspection-report` prints. loan_class: the class in force (账面)."""

    institution: str | None
    unit: str | None
    kind: str
    borrower: str | None
    id_number: str | None
    household_number: str
    village: str | None
    manager: str | None
    as_of: date
    known_on: date
    loan_number: str
    loan_amount: Figure
    loan_balance: Figure
    amount_in_words: str
    loans: tuple[LoanLine, ...]
    purpose: str | None
    days_overdue: Figure
    arrears_in: Figure
    arrears_off: Figure
    repayment: tuple[Sentence, ...]
    guarantors: str | None
    collateral: tuple[CollateralLine, ...]
    last_inspected_on: date | None
    last_result: str | None
    signals: tuple[Sentence, ...]
    loan_class: str | None
    class_on: date | None
    previous_class: str | None

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from self.repayment
        yield from self.signals


def from_ledger(
    connection: Connection, workspace: Workspace, view: View, number: str, *, known_on: date
) -> InspectionReport:
    """Return the report on the loan of that IOU or contract number at the view's day.

    Raises UnknownLoan and AmbiguousLoan.
    """
    loan = view.loan(number)
    others = [
        one
        for one in view.loans_of(loan.household_id)
        if one.is_open and one.account_id != loan.account_id
    ]
    return of_loan(
        loan,
        others=others,
        collateral=view.collateral_of(account_id=loan.account_id),
        inspections=[one for one in view.inspections_of(account_id=loan.account_id) if one.done_on],
        guarantors=_of_contracts(connection, workspace, loan, "guarantor"),
        purposes=_of_contracts(connection, workspace, loan, "purpose"),
        institution=workspace.settings.office.institution or None,
        known_on=known_on,
    )


def _of_contracts(
    connection: Connection, workspace: Workspace, loan: LoanState, name: str
) -> tuple[str, ...]:
    """Return what the filed contracts of this loan say in the field `name`, each value once."""
    found: dict[str, None] = {}
    contract = normal_number(loan.contract_no or "")
    for paper in documents.documents_of(connection, loan.household_id):
        if paper.doc_type not in ("loan_contract", "guarantee_contract") or not contract:
            continue
        if contract in {number for _kind, number in documents.numbers_of(connection, paper.id)}:
            reading = documents.reading(workspace, paper)
            found |= dict.fromkeys(reading.values(name, str))
    return tuple(found)


def of_loan(
    loan: LoanState,
    *,
    others: Sequence[LoanState],
    collateral: Sequence[Collateral],
    inspections: Sequence[Inspection],
    guarantors: Sequence[str],
    purposes: Sequence[str] = (),
    institution: str | None,
    known_on: date,
) -> InspectionReport:
    """Return the report on `loan`.

    inspections           those done, oldest first
    guarantors, purposes  what its filed contracts say
    """
    last = inspections[-1] if inspections else None
    shown = (loan, *others)
    figures = tuple(_figures(shown))
    by_name = {one.figure.name: one.figure for one in figures}

    def figure(attribute: str, of: LoanState = loan) -> Figure:
        return by_name[f"{attribute}({of.number})"]

    return InspectionReport(
        institution=institution,
        unit=loan.unit,
        kind=KINDS["routine" if last else "first"],
        borrower=loan.borrower,
        id_number=loan.masked_id or None,
        household_number=f"{loan.household_id:06d}",
        village=loan.village,
        manager=loan.manager,
        as_of=loan.as_of,
        known_on=known_on,
        loan_number=loan.number,
        loan_amount=figure("amount_fen"),
        loan_balance=figure("balance_fen"),
        amount_in_words=formats.in_words(loan.amount_fen),
        loans=tuple(
            LoanLine(
                number=one.number,
                contract_no=one.contract_no,
                product=one.product,
                guarantee=trade_word(one.guarantee, "zh") if one.guarantee else None,
                amount=figure("amount_fen", one),
                balance=figure("balance_fen", one),
                granted_on=one.granted_on,
                due_on=one.due_on,
                rate=_rate(one),
            )
            for one in shown
        ),
        purpose=loan.purpose or "、".join(purposes) or None,
        days_overdue=figure("days_overdue"),
        arrears_in=figure("arrears_in_fen"),
        arrears_off=figure("arrears_off_fen"),
        repayment=_repayment(loan, by_name),
        guarantors="、".join(guarantors) or None,
        collateral=tuple(_collateral_line(one) for one in collateral),
        last_inspected_on=last.done_on if last else None,
        last_result=(last.problems or last.result) if last else None,
        signals=tuple(_signals(loan, collateral, by_name)),
        loan_class=trade_word(loan.class_code, "zh") if loan.class_code else None,
        class_on=loan.class_on,
        previous_class=trade_word(loan.previous_class, "zh") if loan.previous_class else None,
        figures=figures,
    )


def _figures(loans: Sequence[LoanState]) -> Iterable[NamedFigure]:
    for index, one in enumerate(loans):
        attributes = ["amount_fen", "balance_fen"]
        if index == 0:
            attributes += ["days_overdue", "arrears_in_fen", "arrears_off_fen"]
        for attribute in attributes:
            yield provenance.named(one.figure(attribute), "zh", one.number)


def _rate(loan: LoanState) -> str | None:
    if loan.rate is None:
        return None
    return f"{loan.rate.normalize():f}{_RATES.get(loan.rate_unit or '', '')}"


def _collateral_line(one: Collateral) -> CollateralLine:
    return CollateralLine(
        name=one.name if not one.location else f"{one.name}（{one.location}）",
        owner=one.owner,
        title_no=one.title_no,
        register_no=one.register_no,
        value=None if one.value_fen is None else formats.wan(one.value_fen),
        insured_until=one.insured_until,
    )


def _repayment(loan: LoanState, figures: Mapping[str, Figure]) -> tuple[Sentence, ...]:
    balance = figures[f"balance_fen({loan.number})"]
    overdue = figures[f"days_overdue({loan.number})"]
    if loan.repaid_fen:
        text = (
            f"截至{formats.day(loan.as_of)}，已收回本金{formats.yuan(loan.repaid_fen)}元，"
            f"尚欠本金{formats.yuan(loan.balance_fen)}元"
        )
    else:
        text = (
            f"截至{formats.day(loan.as_of)}，没有收回本金的记录，"
            f"尚欠本金{formats.yuan(loan.balance_fen)}元"
        )
    if not loan.is_open:
        text = f"截至{formats.day(loan.as_of)}，本金已全部收回"
    elif loan.days_overdue:
        text += f"，逾期{loan.days_overdue}天"
    elif loan.due_on:
        text += f"，本金未逾期，{formats.day(loan.due_on)}到期"
    return (Sentence(f"{text}。", (balance.name, overdue.name)),)


def _signals(
    loan: LoanState, collateral: Sequence[Collateral], figures: Mapping[str, Figure]
) -> Iterable[Sentence]:
    """Yield what the ledger shows that a visit must look into."""
    if loan.is_open and loan.days_overdue:
        yield Sentence(
            f"本金逾期{loan.days_overdue}天。", (figures[f"days_overdue({loan.number})"].name,)
        )
    if loan.arrears_fen:
        names = tuple(
            figures[f"{one}({loan.number})"].name for one in ("arrears_in_fen", "arrears_off_fen")
        )
        yield Sentence(f"欠息{formats.yuan(loan.arrears_fen)}元。", names)
    code, before = loan.class_code, loan.previous_class
    if code and before and code in CLASSES and before in CLASSES:
        if CLASSES.index(code) > CLASSES.index(before):
            yield Sentence(f"风险分类由{trade_word(before, 'zh')}下调为{trade_word(code, 'zh')}。")
    elif code and code != "normal":
        yield Sentence(f"风险分类为{trade_word(code, 'zh')}。")
    due = loan.due_on
    if loan.is_open and due and loan.as_of <= due <= loan.as_of + timedelta(days=DUE_SOON_DAYS):
        yield Sentence(f"{formats.day(due)}到期，距检查基准日{(due - loan.as_of).days}天。")
    for one in collateral:
        if one.insured_until and one.insured_until < loan.as_of:
            yield Sentence(f"抵（质）押物保险已于{formats.day(one.insured_until)}到期。")
            break
