"""What a household's collection plan says: what the ledger knows, blanks for what it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractors.wording import _
from ledger.bad.file import BadLoan
from ledger.bad.limitation import Limitation
from ledger.figure import Figure, FigureRow
from ledger.records import Record
from ledger.registers.household_plans import Planned
from ledger.states import Collateral
from templates import provenance
from templates.addressed import Letter, Office, addressed
from templates.debts import OverdueLine, guarantors_of, line_of, totalled
from templates.provenance import NamedFigure
from templates.stated import amount, worded
from templates.titles import trade_word

# So many of the last contacts are listed; the rest are in the register.
MOST_CONTACTS = 6
_SINCE = {
    "due": "贷款到期",
    "notice": "签收催收通知",
    "payment": "归还本息",
    "court": "诉讼、执行",
    "stated": "排查认定",
    "enforced": "申请执行，时效中断",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine(OverdueLine):
    """One bad loan with its legal state.

    limitation_until  last day on which it can be sued for or, once judged, enforced
    limitation_since  what set that day
    secured_until     last day on which who stands surety can be asked (担保时效)
    """

    loan_class: str | None
    guarantee: str | None
    cause: str | None
    recoverability: str | None
    limitation_until: date | None
    limitation_since: str | None
    secured_until: date | None
    lawsuit: str | None
    last_contact_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One call, visit or letter."""

    on: date
    mode: str | None
    result: str | None
    officer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressLine:
    """How far the work had come on a day."""

    on: date
    state: str | None
    progress: str | None
    next_step: str | None
    officer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was found out about the debtor (风险排查)."""

    surveyed_on: date | None
    willingness: str | None
    capacity: str | None
    business: str | None
    assets: str | None
    assets_value: Figure
    liabilities: Figure
    actual_user: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SixPoints:
    """The plan in force by 六定; blank where none is on record."""

    on: date | None
    goal: Figure
    monthly: Figure
    deadline: date | None
    measures: str | None
    reward: str | None
    discipline: str | None
    consequences: str | None
    officer: str | None
    squad: str | None
    approved_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdPlan(Letter):
    """What the template `household-plan` prints. received: since the plan."""

    village: str | None
    lent_by: str | None
    collected_by: str | None
    loans: tuple[PlanLine, ...]
    balance: Figure
    arrears: Figure
    guarantors: str | None
    security: str | None
    survey: Survey
    points: SixPoints
    received: Figure
    contacts: tuple[ContactLine, ...]
    progress: tuple[ProgressLine, ...]


def plan(
    found: Planned,
    things: Sequence[Collateral],
    guarantors: Mapping[int, tuple[str, ...]],
    office: Office,
) -> HouseholdPlan:
    """Return the plan for the household whose bad loans were `found`."""
    loans = [one.loan for one in found.loans]
    household = f"{loans[0].household_id:06d}"
    lines = tuple(_line(place, one) for place, one in enumerate(found.loans, 1))
    debts = totalled(lines, loans, "zh", f"bad, {household}", office.as_of)
    survey, survey_figures = _survey(found, household, office.as_of)
    points, point_figures = _points(found.plan, household, office.as_of)
    received = provenance.named(_received(found, household, office.as_of), "zh")
    days = [provenance.named(line.days_overdue, "zh", line.number) for line in lines]
    return HouseholdPlan(
        **addressed(office, loans),
        village=loans[0].village,
        lent_by=_answering(found, "lending"),
        collected_by=_answering(found, "collection"),
        loans=lines,
        balance=debts.balance,
        arrears=debts.arrears,
        guarantors=guarantors_of(loans, guarantors),
        security="；".join(_thing(one) for one in things) or None,
        survey=survey,
        points=points,
        received=received.figure,
        contacts=tuple(_contact(one) for one in _every(found, "contact")[-MOST_CONTACTS:]),
        progress=tuple(_progress(one) for one in _every(found, "plan_progress")),
        figures=(*debts.figures, *days, *survey_figures, *point_figures, received),
    )


def _line(place: int, one: BadLoan) -> PlanLine:
    loan, held = one.loan, one.limitation
    contacts = one.every("contact")
    return PlanLine(
        **line_of(place, loan),
        days_overdue=loan.figure("days_overdue"),
        stated_on=loan.stated_on if loan.arrears_fen is not None else None,
        loan_class=trade_word(loan.class_code, "zh") if loan.class_code else None,
        guarantee=trade_word(loan.guarantee, "zh") if loan.guarantee else None,
        cause=worded(one.last("formation_cause"), "cause", "zh"),
        recoverability=worded(one.last("recoverability"), "grade", "zh"),
        limitation_until=held.until if held else None,
        limitation_since=_since(held) if held else None,
        secured_until=_secured_until(one),
        lawsuit=_lawsuit(one),
        last_contact_on=contacts[-1].effective_on if contacts else None,
    )


def _since(held: Limitation) -> str:
    """Say what the time limit counts from: the receipt with its day and number."""
    if held.why == "judged":
        left = "，履行期届满日或生效日待核" if held.until is None else ""
        return f"{held.since.isoformat()}判决，申请执行时效{left}"
    return f"{held.since.isoformat()}{_SINCE[held.why]}{held.notice or ''}"


def _secured_until(one: BadLoan) -> date | None:
    surveyed = one.kept("risk_survey", "security_until")
    if isinstance(surveyed, date):
        return surveyed
    ends = [until for each in one.every("guarantee") if (until := each.day("until"))]
    return min(ends, default=None)


def _lawsuit(one: BadLoan) -> str | None:
    step = worded(one.last("execution"), "step", "zh")
    stage = worded(one.last("litigation"), "stage", "zh")
    return "、".join(said for said in (stage, step) if said) or "未起诉"


def _survey(found: Planned, household: str, day: date) -> tuple[Survey, tuple[NamedFigure, ...]]:
    last = _last(found, "risk_survey")
    assets = amount("risk_survey", last, "assets_fen", "zh", household, day)
    liabilities = amount("risk_survey", last, "liabilities_fen", "zh", household, day)
    return (
        Survey(
            surveyed_on=last.effective_on if last else None,
            willingness=worded(last, "willingness", "zh"),
            capacity=worded(last, "capacity", "zh"),
            business=worded(last, "business", "zh"),
            assets=worded(last, "assets", "zh"),
            assets_value=assets.figure,
            liabilities=liabilities.figure,
            actual_user=worded(last, "actual_user", "zh"),
        ),
        (assets, liabilities),
    )


def _points(
    record: Record | None, household: str, day: date
) -> tuple[SixPoints, tuple[NamedFigure, ...]]:
    goal = amount("collection_plan", record, "goal_fen", "zh", household, day)
    monthly = amount("collection_plan", record, "monthly_fen", "zh", household, day)
    texts: dict[str, Any] = {
        name: record.text(name) if record else None
        for name in (
            "measures", "reward", "discipline", "consequences", "officer", "squad", "approved_by",
        )
    }  # fmt: skip
    return (
        SixPoints(
            on=record.effective_on if record else None,
            goal=goal.figure,
            monthly=monthly.figure,
            deadline=record.day("deadline") if record else None,
            **texts,
        ),
        (goal, monthly),
    )


def _received(found: Planned, household: str, day: date) -> Figure:
    """Return what came in on the bad loans since the plan; no value without a plan."""
    since = found.plan.effective_on if found.plan else None
    paid = [
        FigureRow(
            fact=each.fact,
            label=one.loan.number,
            amount=each.principal_fen + each.interest_fen,
            source=each.source,
        )
        for one in found.loans
        for each in one.payments
        if since is not None and each.on >= since
    ]
    return Figure(
        name=f"plan_received({household})",
        value=found.received,
        unit="fen",
        query=_("principal and interest received since the day of the plan"),
        as_of=day,
        rows=tuple(paid),
    )


def _contact(record: Record) -> ContactLine:
    return ContactLine(
        on=record.effective_on,
        mode=worded(record, "mode", "zh"),
        result=record.text("feedback"),
        officer=record.text("officer"),
    )


def _progress(record: Record) -> ProgressLine:
    return ProgressLine(
        on=record.effective_on,
        state=worded(record, "state", "zh"),
        progress=record.text("progress"),
        next_step=record.text("next_step"),
        officer=record.text("officer"),
    )


def _every(found: Planned, kind: str) -> list[Record]:
    """Return the facts of a kind about any of the loans or the household, each once, in order."""
    once = {each.fact: each for one in found.loans for each in one.every(kind)}
    return sorted(once.values(), key=lambda each: (each.effective_on, each.recorded_at))


def _last(found: Planned, kind: str) -> Record | None:
    every = _every(found, kind)
    return every[-1] if every else None


def _answering(found: Planned, role: str) -> str | None:
    names = dict.fromkeys(name for one in found.loans if (name := one.answers(role)))
    return "、".join(names) or None


def _thing(thing: Collateral) -> str:
    value = "" if thing.register_no is None else f"，登记证明{thing.register_no}"
    return f"{thing.name}{value}"
