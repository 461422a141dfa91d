"""What a loan's facts may never say: more drawn than agreed, money before it was lent, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import numpy as np

from extractors.values.numbers import comparable
from extractors.wording import _
from ledger import facts
from ledger.book import UnknownLoan, View
from ledger.columns.shape import NO_AMOUNT, NO_DAY, NO_TEXT
from ledger.columns.states import States
from ledger.figure import Source
from ledger.report import Finding
from ledger.states import LoanState

# Above any amount of a contract.
NO_LIMIT = np.iinfo(np.int64).max


def check(view: View) -> list[Finding]:
    """Return everything of this kind, up to the view's day."""
    return [
        *contracts(view),
        *received_before_granted(view),
        *extensions(view),
        *refinancings(view),
    ]


def contracts(view: View) -> Iterator[Finding]:
    """Contracts under which more was drawn than agreed, or of which two amounts are stated.

    A line that revolves (credit_line) may be drawn again: of it, what is owed counts.
    """
    revolving = _revolving(view)
    for number, loans in _doubtful_contracts(view):
        stated = {loan.contract_amount_fen for loan in loans if loan.contract_amount_fen}
        sources = tuple(
            loan.sources["contract_amount_fen"] for loan in loans if loan.contract_amount_fen
        )
        if len(stated) > 1:
            yield Finding(
                code="contract_amounts_differ",
                message=_("Contract of loans {numbers}: its amount is stated as {amounts}.").format(
                    numbers=_numbers(loans), amounts=", ".join(map(_yuan, sorted(stated)))
                ),
                sources=sources,
            )
        elif stated:
            agreed = stated.pop()
            drawn = sum(
                loan.balance_fen if number in revolving else loan.amount_fen for loan in loans
            )
            if drawn > agreed:
                yield Finding(
                    code="drawn_above_contract",
                    message=_(
                        "Loans {numbers} come to {drawn} yuan; their contract is for {agreed}."
                    ).format(numbers=_numbers(loans), drawn=_yuan(drawn), agreed=_yuan(agreed)),
                    sources=(*sources[:1], *(loan.sources["amount_fen"] for loan in loans)),
                )


def _doubtful_contracts(view: View) -> Iterator[tuple[str, list[LoanState]]]:
    """Contracts with several amounts, or with more drawn than the amount: found by columns."""
    loans = view.granted.keep(view.granted["contract_no"] != NO_TEXT)
    which, group = np.unique(loans["contract_no"], return_inverse=True)
    agreed = loans["contract_amount_fen"]
    said = agreed != NO_AMOUNT
    least, most = np.full(len(which), NO_LIMIT), np.zeros(len(which), dtype=np.int64)
    np.minimum.at(least, group[said], agreed[said])
    np.maximum.at(most, group[said], agreed[said])
    drawn = np.zeros(len(which), dtype=np.int64)
    np.add.at(drawn, group, loans["amount_fen"])
    wrong = (most > 0) & ((least != most) | (drawn > most))
    for place in np.flatnonzero(wrong):
        found = list(States(loans.keep(group == place)))
        yield comparable(found[0].contract_no or ""), found


def _revolving(view: View) -> set[str]:
    return {
        comparable(record.subject or "")
        for record in view.records("credit_line")
        if record.values.get("revolving") == "revolving"
    }


def received_before_granted(view: View) -> Iterator[Finding]:
    """Money received on a loan before the day it was paid out."""
    received = view.snapshot.known("repayment")
    terms, granted = view.snapshot.terms, view.snapshot.known("loan")["granted_on"]
    of_loans = terms[received["account_id"]] >= 0
    paid_out = np.where(of_loans, granted[terms[received["account_id"]]], NO_DAY)
    early = of_loans & (received["effective_on"] < paid_out)
    ids = received["id"][early].tolist()
    for row in view.snapshot.rows("repayment", ids):
        loan = _loan(view, row["account_id"])
        if loan is None or row["effective_on"] > view.as_of:
            continue
        yield Finding(
            code="received_before_granted",
            message=_(
                "Loan {number} was paid out on {granted}, but money is entered as received on "
                "{day}."
            ).format(
                number=loan.number,
                granted=loan.granted_on.isoformat(),
                day=row["effective_on"].isoformat(),
            ),
            sources=(loan.sources["granted_on"], facts.source_of(row)),
        )


def extensions(view: View) -> Iterator[Finding]:
    """Extensions agreed after the loan fell due, or for longer than the rules allow.

    General Rules for Loans (1996), article 12: a short-term loan (up to a year) by its own term at
    most, a medium-term one (up to five) by half of it, a long-term one by three years.
    """
    for record in view.records("extension"):
        loan = _loan(view, record.account_id)
        if loan is None or loan.first_due_on is None:
            continue
        new_due_on = record.day("new_due_on")
        if record.effective_on > loan.first_due_on:
            yield Finding(
                code="extended_after_maturity",
                message=_(
                    "Loan {number} fell due on {due} and was extended only on {day}: an overdue "
                    "loan cannot be extended."
                ).format(
                    number=loan.number,
                    due=loan.first_due_on.isoformat(),
                    day=record.effective_on.isoformat(),
                ),
                sources=(record.source, loan.sources["due_on"]),
            )
        term = (loan.first_due_on - loan.granted_on).days
        longest = term if term <= _YEAR else min(term // 2, 3 * _YEAR)
        if new_due_on and (new_due_on - loan.first_due_on).days > longest + _GRACE:
            yield Finding(
                code="extended_too_long",
                message=_(
                    "Loan {number} was extended to {day}, longer than a loan of its term may be."
                ).format(number=loan.number, day=new_due_on.isoformat()),
                sources=(record.source, loan.sources["due_on"]),
            )


# Days in a year as terms are counted; leap days and month ends do not break the rule.
_YEAR, _GRACE = 366, 3


def refinancings(view: View) -> Iterator[Finding]:
    """A loan that repaid an older one (借新还旧), where the older is not known, or still owed."""
    for record in view.records("refinancing"):
        loan = _loan(view, record.account_id)
        if loan is None:
            continue
        try:
            old = view.loan(str(record.values["old_number"]))
        except UnknownLoan:
            yield _refinanced(
                "refinanced_unknown",
                _("Loan {number} is said to repay {old}, which the ledger does not hold."),
                loan.number,
                str(record.values["old_number"]),
                (record.source,),
            )
            continue
        if old.is_open:
            yield _refinanced(
                "refinanced_still_owed",
                _("Loan {number} is said to repay {old}, on which money is still owed."),
                loan.number,
                old.number,
                (record.source, old.sources["amount_fen"]),
            )


def _refinanced(
    code: str, message: str, number: str, old: str, sources: tuple[Source, ...]
) -> Finding:
    return Finding(code=code, message=message.format(number=number, old=old), sources=sources)


def _loan(view: View, account_id: int | None) -> LoanState | None:
    try:
        return view.loan(account_id) if account_id is not None else None
    except UnknownLoan:
        # Said of a loan that was not granted yet on the view's day.
        return None


def _numbers(loans: list[LoanState]) -> str:
    return ", ".join(loan.number for loan in loans)


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
