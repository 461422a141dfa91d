"""What a loan, a security or an inspection is on a day: what readers of the ledger are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractors.wording import _
from ledger.figure import Figure, FigureRow, Following, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanState:
    """One drawdown at the end of the day `as_of`, as known at the view's moment.

    number            IOU number (or contract number): how people call the loan
    fact              id of the fact with its terms ("loan:12")
    borrower          name, from the household's file; None when the file names nobody
    id_number         in full (ID number or USCC): mask it before showing it
    guarantee         a code of ledger.guarantees
    due_on            with the extensions (展期) agreed by the day; first_due_on: as granted
    rate, rate_unit   as the ledger states it, never converted
    balance_fen       amount less all principal received to the day
    stated_*          what the office's own ledger last said, and the day it said it for
    days_overdue      the larger of: days since maturity while a balance is left; days as stated
    arrears_*_fen     interest in arrears in and off the balance sheet, as last stated; None where
                      nothing was ever stated
    class_code        a code of ledger.classes; None: never classified
    previous_class    the class before the one in force
    sources           where each attribute was taken from, by attribute name
    repayments        facts of the repayments up to the day, in order ("repayment:7")
    """

    account_id: int
    number: str
    fact: str
    as_of: date
    iou_no: str | None
    contract_no: str | None
    household_id: int
    borrower: str | None
    id_number: str | None
    village: str | None
    product: str | None
    guarantee: str | None
    occurrence: str | None
    purpose: str | None
    unit: str | None
    manager: str | None
    amount_fen: int
    contract_amount_fen: int | None
    rate: Decimal | None
    rate_unit: str | None
    granted_on: date
    due_on: date | None
    first_due_on: date | None
    repaid_fen: int
    balance_fen: int
    stated_on: date | None
    stated_balance_fen: int | None
    days_overdue: int
    arrears_in_fen: int | None
    arrears_off_fen: int | None
    class_code: str | None
    class_on: date | None
    class_decided_on: date | None
    previous_class: str | None
    class_fact: str | None
    statement_fact: str | None
    sources: Mapping[str, Source]
    repayments: Sequence[FigureRow]

    @property
    def is_open(self) -> bool:
        """Whether principal is still owed."""
        return self.balance_fen > 0

    @property
    def arrears_fen(self) -> int | None:
        """Interest in arrears, in and off the balance sheet; None where nothing was stated."""
        if self.arrears_in_fen is None and self.arrears_off_fen is None:
            return None
        return (self.arrears_in_fen or 0) + (self.arrears_off_fen or 0)

    @property
    def masked_id(self) -> str:
        """The ID number with its middle hidden, as registers print it; empty when not known."""
        return masked(self.id_number)

    def row(self, amount: int | Decimal | None, fact: str | None = None) -> FigureRow:
        """Return this loan as a row behind a figure."""
        return FigureRow(
            fact=fact or self.fact,
            label=self.number,
            amount=amount,
            source=self.sources["amount_fen"],
        )

    def figure(self, attribute: str) -> Figure:
        """Return an amount or a number of days of this loan as a figure with its rows."""
        value = getattr(self, attribute)
        unit = "fen" if attribute.endswith("_fen") else "days"
        if attribute == "balance_fen":
            rows: Sequence[FigureRow] = Following((self.row(self.amount_fen),), self.repayments)
            query = _("amount granted less principal received up to {day}")
        else:
            facts = {"days_overdue", "arrears_in_fen", "arrears_off_fen", "arrears_fen"}
            fact = self.statement_fact if attribute in facts else self.fact
            source = self.sources.get(attribute, self.sources.get("statement"))
            rows = (
                (FigureRow(fact=fact, label=self.number, amount=value, source=source),)
                if fact and source and value is not None
                else ()
            )
            query = _("as the ledger states it on {day}")
        return Figure(
            name=f"{attribute}({self.number})",
            value=value,
            unit=unit,
            query=query.format(day=self.as_of.isoformat()),
            as_of=self.as_of,
            rows=rows,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Collateral:
    """A thing that secures a loan or a household's loans; `sources` by attribute name."""

    fact: str
    household_id: int
    account_id: int | None
    kind: str | None
    name: str
    owner: str | None
    title_no: str | None
    register_no: str | None
    location: str | None
    extent: str | None
    value_fen: int | None
    appraised_on: date | None
    registered_on: date | None
    insured_until: date | None
    custody: str | None
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """An inspection of one loan, or (no account_id) of the whole household.

    due_on   the day by which the office's register says it was due; None where it does not say
    done_on  the day of the visit; None: noted as due and not done
    kind     first, routine or special
    """

    fact: str
    household_id: int
    account_id: int | None
    due_on: date | None
    done_on: date | None
    kind: str
    inspector: str | None
    result: str | None
    problems: str | None
    next_due_on: date | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Repayment:
    """Money received on a loan. Reversals are negative."""

    fact: str
    account_id: int
    on: date
    principal_fen: int
    interest_fen: int
    channel: str | None
    source: Source
    interest_source: Source


def masked(identity: str | None) -> str:
    """Return an ID number or USCC with its middle hidden; the last four tell people apart."""
    if not identity:
        return ""
    if len(identity) < 15:
        # Short documents: the same four at each end would leave nothing hidden.
        return "*" * (len(identity) - 3) + identity[-3:]
    return identity[:4] + "*" * (len(identity) - 8) + identity[-4:]
