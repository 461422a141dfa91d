"""All that the ledger and the file know of a loan before it is inspected; read, not yet worded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from archive import documents
from archive.documents import FiledDocument
from extractors.values.identity import is_uscc
from ledger.alerts.running import Raised, signals
from ledger.classing.case import Cases
from ledger.classing.suggestion import Suggestion, suggest
from ledger.facts import moment
from ledger.figure import Source
from ledger.methods.checklist import Checklist, checklist
from ledger.records import Record
from ledger.rules.desk import Desk
from ledger.sources import sources_of
from ledger.states import Collateral, Inspection, LoanState
from ledger.warnings import Handled, handled
from templates.request import Request
from templates.speaking import in_language
from templates.sureties import contracts_of, on_contracts

# Kinds of facts about a loan or its household that a form prints.
KINDS = (
    "payment", "purchase_contract", "invoice", "guarantee", "other_debt", "credit_query",
    "registered_change", "settlement", "contact", "security_check", "suspicion", "class_factor",
)  # fmt: skip

# Papers that show how the money was used: agreed beforehand, and vouchers afterwards.
_PROOFS = ("use_proof", "use_voucher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a loan on a day.

    others       the household's other open loans
    inspections  those done since the drawdown, of it or its household as a whole, oldest first
    guarantees, purposes  what its filed contracts say
    proofs       papers on file that show how the money was used
    records      facts of KINDS, by kind, oldest first
    inspect_by   the last day of the next inspection, by the settings
    suggestion   what the rules say of its class; None for a loan that was paid off
    sources      of facts that alerts and warnings name
    """

    loan: LoanState
    known_on: date
    institution: str | None
    others: tuple[LoanState, ...] = ()
    collateral: tuple[Collateral, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    guarantees: tuple[Record, ...] = ()
    purposes: tuple[str, ...] = ()
    proofs: tuple[FiledDocument, ...] = ()
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    inspect_by: date | None = None
    suggestion: Suggestion | None = None
    signals: tuple[Raised, ...] = ()
    warnings: tuple[Handled, ...] = ()
    checklist: Checklist | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def is_company(self) -> bool:
        """Whether the borrower holds a credit code: companies have forms of their own."""
        return is_uscc(self.loan.id_number or "")

    @property
    def last(self) -> Inspection | None:
        """The last inspection done since the drawdown."""
        return self.inspections[-1] if self.inspections else None

    def of(self, kind: str) -> tuple[Record, ...]:
        """Return the facts of a kind, oldest first."""
        return self.records.get(kind, ())


class Gathering:
    """Reads what is known of loans; of many loans, what all share is read once."""

    def __init__(self, request: Request, *, household_id: int | None = None) -> None:
        view = request.view
        self.request = request
        self.view = view.where(household_id=household_id) if household_id else view

    @cached_property
    def desk(self) -> Desk:
        """The ledger as rules look at it."""
        return Desk(self.view)

    @cached_property
    def _signals(self) -> tuple[Raised, ...]:
        return tuple(signals(self.desk))

    @cached_property
    def _warnings(self) -> tuple[Handled, ...]:
        return tuple(one for one in handled(self.desk) if one.is_open)

    def known(self, loan: LoanState) -> Known:
        """Return what is known of a loan, in the words of the request's language."""
        return in_language(self.request.language, lambda: self._known(loan))

    def _known(self, loan: LoanState) -> Known:
        request, view, desk = self.request, self.view, self.desk
        done = self.visits(loan)
        filed = documents.documents_of(
            request.connection, loan.household_id, filed_by=moment(request.known_on)
        )
        contracts = contracts_of(request.connection, loan, filed)
        ruled = desk.loan_of.get(loan.account_id)
        raised = tuple(one for one in self._signals if ruled and one.is_about(ruled))
        warned = tuple(one for one in self._warnings if _concerns(one, loan))
        named = [fact for one in raised for fact in one.signal.facts]
        named += [one.warning.fact for one in warned]
        return Known(
            loan=loan,
            known_on=request.known_on,
            institution=request.institution,
            others=tuple(
                one
                for one in request.view.loans_of(loan.household_id)
                if one.is_open and one.account_id != loan.account_id
            ),
            collateral=view.collateral_of(account_id=loan.account_id),
            inspections=done,
            guarantees=on_contracts(request.workspace, loan, contracts),
            purposes=_said(contracts, request, "purpose"),
            proofs=tuple(one for one in filed if one.doc_type in _PROOFS),
            records={kind: self._records(kind, loan) for kind in KINDS},
            inspect_by=self.inspect_by(loan, done),
            suggestion=suggest(desk, Cases(desk).of(ruled)) if ruled else None,
            signals=raised,
            warnings=warned,
            checklist=checklist(desk, ruled) if ruled else None,
            sources=sources_of(view, named),
        )

    def _records(self, kind: str, loan: LoanState) -> tuple[Record, ...]:
        return tuple(
            one
            for one in self.view.records(kind, household_id=loan.household_id)
            if one.account_id in (None, loan.account_id)
        )

    def visits(self, loan: LoanState) -> tuple[Inspection, ...]:
        """Return the inspections done since the drawdown, oldest first."""
        return tuple(
            one
            for one in self.view.inspections_of(account_id=loan.account_id)
            if one.done_on and one.done_on >= loan.granted_on
        )

    def inspect_by(self, loan: LoanState, done: tuple[Inspection, ...]) -> date:
        """Return the last day of the next inspection, by the settings and the last inspector."""
        rule = self.view.settings.ledger.of(loan.product, loan.unit)
        last = done[-1] if done else None
        if last is None or last.done_on is None:
            return loan.granted_on + timedelta(days=rule.first_inspection_days)
        due = last.done_on + timedelta(days=rule.routine_days(loan.guarantee, loan.amount_fen))
        return min(due, last.next_due_on) if last.next_due_on else due


def _concerns(warning: Handled, loan: LoanState) -> bool:
    fact = warning.warning
    return fact.household_id == loan.household_id and fact.account_id in (None, loan.account_id)


def _said(contracts: tuple[FiledDocument, ...], request: Request, name: str) -> tuple[str, ...]:
    """Return what the filed contracts of this loan say in the field `name`, each value once."""
    found: dict[str, None] = {}
    for paper in contracts:
        found |= dict.fromkeys(documents.reading(request.workspace, paper).values(name, str))
    return tuple(found)


def known(request: Request, number: str) -> Known:
    """Return what is known of the loan of that number. Raises UnknownLoan, AmbiguousLoan."""
    loan = request.view.loan(number)
    return Gathering(request, household_id=loan.household_id).known(loan)


def each_known(request: Request, *, visited: bool) -> Iterator[Known]:
    """Yield what is known of every open loan of the view that is due for an inspection, or soon.

    visited  those that were inspected before; else those that never were
    """
    gathering = Gathering(request)
    latest = request.as_of + timedelta(days=request.view.settings.ledger.due_soon_days)
    for loan in request.view.open_loans:
        done = gathering.visits(loan)
        if bool(done) == visited and gathering.inspect_by(loan, done) <= latest:
            yield gathering.known(loan)
