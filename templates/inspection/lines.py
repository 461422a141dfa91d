"""The lines of an inspection form's lists: loans, securities, payments, debts, warnings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """One open loan of the household; class_name: the class in force (账面)."""

    number: str
    contract_no: str | None
    product: str | None
    guarantee: str | None
    amount: Figure
    balance: Figure
    granted_on: date
    due_on: date | None
    rate: str | None
    class_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollateralLine:
    """One thing that secures the loan, as registered; its state is seen on the spot.

    last_check  what the last visit to it said: day and state
    """

    name: str
    owner: str | None
    title_no: str | None
    register_no: str | None
    value: Figure | None
    insured_until: date | None
    last_check: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuarantorLine:
    """One who answers for the loan, by the register or by a guarantee contract on file."""

    name: str
    contract_no: str | None
    guaranteed: Figure | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """One payment out of the drawdown; traced: what became of it, as far as it was followed."""

    on: date
    payee: str | None
    amount: Figure
    mode: str
    final_payee: str
    traced: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtLine:
    """What the borrower owes to another lender, as last stated."""

    lender: str
    balance: Figure
    on: date
    class_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningLine:
    """A warning that is not released; stage: how far it has come."""

    number: str
    on: date
    signal: str
    stage: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodLine:
    """One of the ten methods that applies to the loan."""

    number: int
    title: str
    state: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """Why a special inspection is made; source: where the ledger says so."""

    number: int
    on: date | None
    text: str
    source: str
