"""The values of a classification sheet: what the class of one loan is decided from, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.classes import class_code
from ledger.classing.declaration import Reason
from ledger.classing.suggestion import Suggestion
from ledger.figure import Figure, Source
from ledger.rules.desk import Stated
from ledger.states import LoanState
from templates.document import Document
from templates.inspection.figures import Figures, row
from templates.provenance import places
from templates.titles import trade_word

# How many of a loan's classes are listed, the latest first.
HISTORY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One rule that applies: the best class that it leaves, why, and where that stands."""

    number: int
    text: str
    grade: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """What a person said before the class was determined; blank where nobody is on record."""

    title: str
    on: date | None
    class_name: str | None
    why: str | None
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityLine:
    """What secures the loan: a thing with its value."""

    name: str
    value: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationSheet(Document):
    """What the template `classification-sheet` prints.

    loan_class           in force (账面); suggested_class: by the rules; table: which rules
    financial, other     the factors as last stated at a first classification
    history              its classes with the days from which they held, the latest first
    approved_by, approval_reason  of a class better than the rules', while that approval holds
    """

    institution: str | None
    unit: str | None
    borrower: str | None
    id_number: str | None
    household_number: str
    manager: str | None
    as_of: date
    known_on: date
    loan_number: str
    contract_no: str | None
    product: str | None
    guarantee: str | None
    granted_on: date
    due_on: date | None
    amount: Figure
    balance: Figure
    days_overdue: Figure
    arrears_in: Figure
    arrears_off: Figure
    securities: tuple[SecurityLine, ...]
    loan_class: str | None
    class_on: date | None
    previous_class: str | None
    suggested_class: str
    table: str
    reasons: tuple[ReasonLine, ...]
    differs: bool
    financial: str | None
    other: str | None
    stages: tuple[StageLine, ...]
    approved_by: str | None
    approval_reason: str | None
    history: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Classed:
    """All that a sheet is made from.

    stages   facts `class_stage` of the loan, oldest first; classes: since when, which, oldest first
    sources  where the facts behind the reasons were taken from
    """

    loan: LoanState
    ruled: Suggestion
    institution: str | None
    known_on: date
    stages: Sequence[Stated]
    classes: Sequence[tuple[date, str, str]]
    securities: Sequence[tuple[str, str, int | None, Source]]
    sources: dict[str, Source]


def sheet(one: Classed) -> ClassificationSheet:
    """Return the sheet of one loan."""
    loan, ruled = one.loan, one.ruled
    figures = Figures("zh", loan.as_of)
    first, review = _last(one.stages, "first"), _last(one.stages, "review")
    approval = ruled.approval
    return ClassificationSheet(
        institution=one.institution,
        unit=loan.unit,
        borrower=loan.borrower,
        id_number=loan.masked_id or None,
        household_number=f"{loan.household_id:06d}",
        manager=loan.manager,
        as_of=loan.as_of,
        known_on=one.known_on,
        loan_number=loan.number,
        contract_no=loan.contract_no,
        product=loan.product,
        guarantee=trade_word(loan.guarantee, "zh") if loan.guarantee else None,
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        amount=figures.of_loan(loan, "amount_fen"),
        balance=figures.of_loan(loan, "balance_fen"),
        days_overdue=figures.of_loan(loan, "days_overdue"),
        arrears_in=figures.of_loan(loan, "arrears_in_fen"),
        arrears_off=figures.of_loan(loan, "arrears_off_fen"),
        securities=tuple(_securities(one, figures)),
        loan_class=_class(loan.class_code),
        class_on=loan.class_on,
        previous_class=_class(loan.previous_class),
        suggested_class=trade_word(ruled.grade, "zh"),
        table=ruled.table.titles["zh"],
        reasons=tuple(_reasons(one)),
        differs=ruled.differs,
        financial=first.text("financial") if first else None,
        other=first.text("other") if first else None,
        stages=(_stage("初分", first), _stage("审查", review)),
        approved_by=approval.text("approved_by") if approval else None,
        approval_reason=approval.text("reason") if approval else None,
        history="；".join(
            f"{on.isoformat()}{trade_word(code, 'zh')}"
            for on, code, _fact in reversed(one.classes[-HISTORY:])
        )
        or None,
        figures=tuple(figures.named),
    )


def _class(code: str | None) -> str | None:
    return trade_word(code, "zh") if code else None


def _last(stages: Sequence[Stated], stage: str) -> Stated | None:
    found = [one for one in stages if one.text("stage") == stage]
    return found[-1] if found else None


def _stage(title: str, stated: Stated | None) -> StageLine:
    if stated is None:
        return StageLine(title=title, on=None, class_name=None, why=None, by=None)
    said = stated.text("class")
    return StageLine(
        title=title,
        on=stated.on,
        class_name=trade_word(class_code(said), "zh") if said else None,
        why=stated.text("why"),
        by=stated.text("by"),
    )


def _reasons(one: Classed) -> Iterable[ReasonLine]:
    for number, reason in enumerate(one.ruled.reasons, start=1):
        yield ReasonLine(
            number=number,
            text=reason.text,
            grade=trade_word(reason.grade, "zh"),
            source=_basis(reason, one),
        )


def _basis(reason: Reason, one: Classed) -> str:
    """Say where a reason stands: the register with its day, then the place in it."""
    loan, days = one.loan, {fact: on for on, _code, fact in one.classes}
    rows = [row(fact, "", None, one.sources[fact]) for fact in reason.facts if fact in one.sources]
    if rows:
        day = next((days[each.fact] for each in rows if each.fact in days), None)
        register = "五级分类台账" if day else None
    else:
        stated = loan.sources.get("days_overdue")
        rows = [row(loan.fact, "", None, stated)] if stated else []
        day, register = loan.stated_on, "贷款台账"
    told = " ".join(said for said in (register, day.isoformat() if day else None) if said)
    place = places(rows, "zh") if rows else ""
    return "，".join(said for said in (told, place) if said) or "贷款台账"


def _securities(one: Classed, figures: Figures) -> Iterable[SecurityLine]:
    for fact, name, value, source in one.securities:
        rows = [row(fact, one.loan.number, value, source)]
        figure = figures.made("collateral_value", fact, value, rows, part=name)
        yield SecurityLine(name=name, value=figure)
