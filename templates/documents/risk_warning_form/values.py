"""What the form of a risk warning says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.kinds.warning import STEPS
from ledger.records import Record
from ledger.states import LoanState
from ledger.warning_steps import ORDER, Stage, Step, fold
from templates import formats
from templates.addressed import Office
from templates.debts import OverdueLine, overdue_of
from templates.document import Document
from templates.stated import amount, worded
from templates.titles import trade_word

_LEVELS = (("red", "红色"), ("orange", "橙色"), ("yellow", "黄色"), ("blue", "蓝色"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of the warning. said, by, on: None where it is still to come."""

    title: str
    said: str | None
    by: str | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskWarningForm(Document):
    """What the template `risk-warning-form` prints.

    level       the four levels, the warning's own ticked
    exposure    as the warning states it, else the balance of the loans listed
    loan_class  the worst of the loans
    """

    institution: str | None
    warning_no: str | None
    raised_on: date
    level: str
    borrower: str | None
    id_number: str | None
    household_number: str | None
    unit: str | None
    manager: str | None
    raised_by: str | None
    raised_dept: str | None
    origin: str | None
    alert: str | None
    signal: str | None
    exposure: Figure
    loan_class: str | None
    as_of: date
    known_on: date
    loans: tuple[OverdueLine, ...]
    balance: Figure
    arrears: Figure
    steps: tuple[StepLine, ...]


def form(
    warning: Record, steps: Sequence[Record], loans: Sequence[LoanState], office: Office
) -> RiskWarningForm:
    """Return the form of a warning about `loans`, all of one household; there may be none."""
    first = loans[0] if loans else None
    number = warning.text("warning_no") or warning.fact
    debts = overdue_of(loans, "zh", f"warning, {number}", office.as_of)
    stated = amount("risk_warning", warning, "exposure_fen", "zh", number, office.as_of)
    household = first.household_id if first else warning.household_id
    return RiskWarningForm(
        institution=office.institution,
        warning_no=warning.text("warning_no"),
        raised_on=warning.effective_on,
        level=_level(warning.text("level")),
        borrower=first.borrower if first else None,
        id_number=(first.masked_id or None) if first else None,
        household_number=None if household is None else f"{household:06d}",
        unit=first.unit if first else None,
        manager=first.manager if first else None,
        raised_by=warning.text("raised_by"),
        raised_dept=warning.text("raised_dept"),
        origin=warning.text("origin"),
        alert=warning.text("alert"),
        signal=warning.text("signal"),
        exposure=debts.balance if loans and stated.figure.value is None else stated.figure,
        loan_class=_worst(loans),
        as_of=office.as_of,
        known_on=office.known_on,
        loans=debts.lines,
        balance=debts.balance,
        arrears=debts.arrears,
        steps=tuple(_lines(warning, steps)),
        figures=(*debts.figures, *([stated] if stated.figure.value is not None else [])),
    )


def stage_of(warning: Record, steps: Sequence[Record]) -> Stage:
    """Return where a warning stands after its steps."""
    return fold(warning.text("raised_by") or "", [Step.of(one) for one in steps])


def _level(code: str | None) -> str:
    return "　".join(f"{'☑' if code == each else '□'}{title}" for each, title in _LEVELS)


def _worst(loans: Sequence[LoanState]) -> str | None:
    codes = [loan.class_code for loan in loans if loan.class_code]
    return trade_word(max(codes, key=CLASSES.index), "zh") if codes else None


def _lines(warning: Record, steps: Sequence[Record]) -> list[StepLine]:
    """Return what was done, then what is still to come."""
    titles = {step.code: step.titles["zh"] for step in STEPS}
    done = [
        StepLine(
            title=titles[str(one.values["step"])],
            said=_said(one),
            by=one.text("by"),
            on=one.effective_on,
        )
        for one in steps
    ]
    following = stage_of(warning, steps).next_step
    left = ORDER[ORDER.index(following) :] if following else ()
    return done + [StepLine(title=titles[step], said=None, by=None, on=None) for step in left]


def _said(one: Record) -> str:
    deadline = one.day("deadline")
    parts = [worded(one, "decision", "zh"), one.text("opinion")]
    if deadline:
        parts.append(f"完成期限：{formats.day(deadline)}")
    return "；".join(part for part in parts if part) or "（未写意见）"
