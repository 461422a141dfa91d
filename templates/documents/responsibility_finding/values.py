"""What a finding on who answers for a bad loan says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.bad.file import BadLoan
from ledger.figure import Figure
from ledger.kinds.responsibility import ROLES
from ledger.managing.responsibilities import Responsibilities
from ledger.registers.loan_columns import rate_text
from templates import formats, provenance
from templates.addressed import Letter, Office, addressed
from templates.stated import amount, worded
from templates.titles import trade_word

# The hands a loan goes through, in their order.
_ROLES = ("investigation", "review", "approval", "handling", "lending", "manager", "collection")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """Who had one part in the loan; blank where nobody is on record. finding: as recorded."""

    role: str
    person: str | None
    since: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiabilityLine:
    """One who was found to answer for it."""

    person: str
    stage: str | None
    nature: str | None
    loss: Figure
    sanction: str | None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityFinding(Letter):
    """What the template `responsibility-finding` prints.

    first_bad_on, first_class, first_balance  how it first turned bad
    signs                                     what a report of wilful default says of the debtor
    """

    id_number: str | None
    number: str
    contract_no: str | None
    product: str | None
    guarantee: str | None
    purpose: str | None
    rate: str | None
    granted_on: date
    due_on: date | None
    amount: Figure
    balance: Figure
    arrears: Figure
    days_overdue: Figure
    loan_class: str | None
    first_bad_on: date | None
    first_class: str | None
    cause: str | None
    cause_detail: str | None
    signs: str | None
    roles: tuple[RoleLine, ...]
    liabilities: tuple[LiabilityLine, ...]


def finding(one: BadLoan, responsible: Responsibilities, office: Office) -> ResponsibilityFinding:
    """Return the finding about one loan."""
    loan, first = one.loan, one.first_bad
    own = [
        provenance.named(loan.figure(name), "zh", loan.number)
        for name in ("amount_fen", "balance_fen", "arrears_fen", "days_overdue")
    ]
    by_name = {named.figure.name.partition("(")[0]: named.figure for named in own}
    records = one.every("liability")
    losses = [
        amount("liability", each, "loss_fen", "zh", f"{loan.number}-{place}", office.as_of)
        for place, each in enumerate(records, 1)
    ]
    return ResponsibilityFinding(
        **addressed(office, [loan]),
        id_number=loan.masked_id or None,
        number=loan.number,
        contract_no=loan.contract_no,
        product=loan.product,
        guarantee=trade_word(loan.guarantee, "zh") if loan.guarantee else None,
        purpose=loan.purpose,
        rate=rate_text(loan),
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        amount=by_name["amount_fen"],
        balance=by_name["balance_fen"],
        arrears=by_name["arrears_fen"],
        days_overdue=by_name["days_overdue"],
        loan_class=trade_word(loan.class_code, "zh") if loan.class_code else None,
        first_bad_on=first.on if first else None,
        first_class=trade_word(first.class_code, "zh") if first else None,
        cause=worded(one.last("formation_cause"), "cause", "zh"),
        cause_detail=one.text("formation_cause", "detail"),
        signs=one.text("default_report", "signs"),
        roles=tuple(_role(role, one, responsible) for role in _ROLES),
        liabilities=tuple(
            LiabilityLine(
                person=each.text("person") or "",
                stage=worded(each, "stage", "zh"),
                nature=worded(each, "nature", "zh"),
                loss=loss.figure,
                sanction=each.text("sanction"),
                on=each.effective_on,
            )
            for each, loss in zip(records, losses, strict=True)
        ),
        figures=(*own, *losses),
    )


def _role(role: str, one: BadLoan, responsible: Responsibilities) -> RoleLine:
    held = responsible.all_of_loan(one.loan, role)
    titles = {each.code: each.titles["zh"] for each in ROLES}
    persons = "、".join(each.text("person") or "" for each in held) or None
    if role == "manager" and persons is None:
        persons = one.loan.manager
    found = "；".join(said for each in held if (said := each.text("finding")))
    since = formats.short_day(held[-1].effective_on) if held else ""
    return RoleLine(role=titles[role], person=persons, since=since, finding=found)
