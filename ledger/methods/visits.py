"""Methods 6, 9, 10: claims reconciled, the first inspection, regular inspections."""

from __future__ import annotations

from datetime import timedelta

from extractors.wording import _
from ledger.methods.declaration import DONE, OPEN, Judged, Method, titles
from ledger.rules.calendar import plus_days, plus_months
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan

_SECURED = ("mortgage", "pledge", "combined")
_GUARANTEED = ("guarantee", "joint")


def parties_of(desk: Desk, loan: Loan) -> tuple[str, ...]:
    """Return with whom a loan's claim is reconciled: borrower, guarantor, security, vault."""
    guaranteed = loan.guarantee in _GUARANTEED or desk.of_loan("guarantee", loan)
    secured = loan.guarantee in _SECURED
    return (
        "borrower",
        *(("guarantor",) if guaranteed else ()),
        *(("security", "vault") if secured else ()),
    )


def _reconciled(desk: Desk, loan: Loan) -> Judged:
    """Done when every party agreed within the period."""
    since = plus_months(desk.as_of, -desk.settings(loan).reconciliation_months)
    stated = desk.of_loan_or_household("reconciliation", loan)
    last: dict[str, Stated] = {each.text("party") or "": each for each in stated}
    facts = tuple(each.fact for each in last.values())
    wanted = parties_of(desk, loan)
    missing = [
        party
        for party in wanted
        if party not in last or last[party].on < since or last[party].text("result") != "agrees"
    ]
    on = min((last[party].on for party in wanted if party in last), default=None)
    if missing:
        words = ", ".join(_worded(party) for party in missing)
        return Judged(OPEN, _("not reconciled in the period: {who}").format(who=words), on, facts)
    return Judged(DONE, _("reconciled with all concerned"), on, facts)


def _worded(party: str) -> str:
    return {
        "borrower": _("borrower"),
        "guarantor": _("guarantor"),
        "security": _("security"),
        "vault": _("vault"),
    }[party]


def _first(desk: Desk, loan: Loan) -> Judged:
    """Done by a visit after the drawdown, also a late one."""
    due = plus_days(loan.granted_on, desk.settings(loan).first_inspection_days)
    visits = [each for each in desk.visits(loan) if each.done_on >= loan.granted_on]
    if not visits:
        return Judged(OPEN, _("due by {day}").format(day=due.isoformat()))
    first = visits[0]
    late = (first.done_on - due).days
    text = _("{days} days late").format(days=late) if late > 0 else _("in time")
    return Judged(DONE, text, first.done_on, (first.fact,))


def _regular(desk: Desk, loan: Loan) -> Judged:
    """Done when the last visit is no older than the interval for the loan."""
    days = desk.settings(loan).routine_days(loan.guarantee, loan.amount_fen)
    visits = [each for each in desk.visits(loan) if each.done_on >= loan.granted_on]
    last = visits[-1] if visits else None
    due = (last.done_on if last else loan.granted_on) + timedelta(days=days)
    text = _("next due by {day}").format(day=due.isoformat())
    if last and due >= desk.as_of:
        return Judged(DONE, text, last.done_on, (last.fact,))
    text = _("due by {day}").format(day=due.isoformat())
    return Judged(OPEN, text, last.done_on if last else None, (last.fact,) if last else ())


RECONCILIATION = Method(
    number=6,
    name="reconciliation",
    titles=titles("及时开展债权核对", "Conciliar las deudas", "Reconcile the claims"),
    source="m084",
    judge=_reconciled,
    forms=("reconciliation",),
    alerts=("reconciliation_differs",),
)
FIRST_INSPECTION = Method(
    number=9,
    name="first_inspection",
    titles=titles("首次贷后检查", "Primera inspección", "First inspection"),
    source="m087",
    judge=_first,
    forms=("inspection",),
)
REGULAR_INSPECTION = Method(
    number=10,
    name="regular_inspection",
    titles=titles("定期贷后检查", "Inspecciones periódicas", "Regular inspections"),
    source="m088",
    judge=_regular,
    forms=("inspection", "security_check"),
    alerts=("value_drop", "security_state"),
)
