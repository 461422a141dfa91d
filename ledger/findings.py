"""What the ledger's facts say against each other: each finding names all sources concerned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping

from extractors.wording import _
from ledger import facts, loan_findings, security_findings
from ledger.bad import findings as bad_loan_findings
from ledger.book import View
from ledger.classing.findings import class_too_good
from ledger.figure import Source
from ledger.managing.findings import managing
from ledger.report import Finding
from ledger.states import LoanState


def check(view: View) -> list[Finding]:
    """Return all that does not agree or is missing, up to the view's day."""
    return [
        *disagreements(view),
        *two_managers(view),
        *without_due_date(view),
        *class_too_good(view),
        *without_security(view),
        *security_findings.check(view),
        *loan_findings.check(view),
        *managing(view),
        *bad_loan_findings.check(view),
    ]


def disagreements(view: View, accounts: Collection[int] | None = None) -> list[Finding]:
    """Return what an import is answerable for; `accounts`: only of these loans."""
    return [*balances(view, accounts), *overpaid(view, accounts), *unclassified(view, accounts)]


def balances(view: View, accounts: Collection[int] | None = None) -> Iterator[Finding]:
    """A balance an office stated against amount - Σ principal received up to that day."""
    for loan, row in view.stated_balances(wrong=True):
        if accounts is None or loan.account_id in accounts:
            sources = [
                loan.sources["amount_fen"],
                *(repayment.source for repayment in loan.repayments),
            ]
            yield balance_mismatch(loan.number, row, loan.balance_fen, sources)


def balance_mismatch(
    number: str,
    row: Mapping[str, Any] | RowMapping,
    computed_fen: int,
    sources: Sequence[Source],
) -> Finding:
    """Word a stated balance (a statement's row) that is not what the receipts leave."""
    return Finding(
        code="balance_mismatch",
        message=_(
            "Loan {number}: the balance at {day} is stated as {stated} yuan; amount less "
            "repayments gives {computed}."
        ).format(
            number=number,
            day=row["effective_on"].isoformat(),
            stated=yuan(row["balance_fen"]),
            computed=yuan(computed_fen),
        ),
        sources=(facts.source_of(row, "balance_fen"), *sources),
    )


def overpaid(view: View, accounts: Collection[int] | None = None) -> Iterator[Finding]:
    """More principal received than was lent."""
    for loan in view.loans:
        if (accounts is None or loan.account_id in accounts) and loan.balance_fen < 0:
            sources = [
                loan.sources["amount_fen"],
                *(repayment.source for repayment in loan.repayments),
            ]
            yield more_repaid(loan.number, -loan.balance_fen, sources)


def more_repaid(number: str, more_fen: int, sources: Sequence[Source]) -> Finding:
    """Word a loan of which more was repaid than was lent."""
    return Finding(
        code="overpaid",
        message=_("Loan {number}: {more} yuan more was repaid than was lent.").format(
            number=number, more=yuan(more_fen)
        ),
        sources=tuple(sources),
    )


def unclassified(view: View, accounts: Collection[int] | None = None) -> Iterator[Finding]:
    """A loan with principal owed and no class at all."""
    for loan in view.open_loans:
        if (accounts is None or loan.account_id in accounts) and loan.class_code is None:
            yield no_class(loan.number, [loan.sources["amount_fen"]])


def no_class(number: str, sources: Sequence[Source]) -> Finding:
    """Word an unpaid loan without a class."""
    return Finding(
        code="unclassified",
        message=_("Loan {number} is not paid off and has none of the five classes.").format(
            number=number
        ),
        sources=tuple(sources),
    )


def two_managers(view: View) -> Iterator[Finding]:
    """A household whose unpaid loans are under several loan officers (一户多管)."""
    for household_id, loans in _by_household(view.open_loans):
        managed = [loan for loan in loans if loan.manager]
        if len({str(loan.manager) for loan in managed}) > 1:
            yield Finding(
                code="two_managers",
                message=_(
                    "Household {household}: its unpaid loans {numbers} are not all under the same "
                    "loan officer."
                ).format(
                    household=f"{household_id:06d}",
                    numbers=", ".join(loan.number for loan in managed),
                ),
                sources=tuple(loan.sources["manager"] for loan in managed),
            )


def without_due_date(view: View) -> Iterator[Finding]:
    """A loan that is not paid off and of which nobody says when it falls due."""
    for loan in view.open_loans:
        if loan.due_on is None:
            yield Finding(
                code="no_due_date",
                message=_("Loan {number} is not paid off and has no due date.").format(
                    number=loan.number
                ),
                sources=(loan.sources["amount_fen"],),
            )


def without_security(view: View) -> Iterator[Finding]:
    """A loan on mortgage or pledge of which no security is known."""
    for loan in view.open_loans:
        if loan.guarantee in ("mortgage", "pledge") and not view.collateral_of(
            account_id=loan.account_id
        ):
            yield Finding(
                code="no_security",
                message=_(
                    "Loan {number} is secured by mortgage or pledge, but the ledger knows nothing "
                    "that was mortgaged or pledged for it."
                ).format(number=loan.number),
                sources=(loan.sources["guarantee"],),
            )


def _by_household(loans: Iterable[LoanState]) -> Iterator[tuple[int, list[LoanState]]]:
    grouped: dict[int, list[LoanState]] = defaultdict(list)
    for loan in loans:
        grouped[loan.household_id].append(loan)
    yield from sorted(grouped.items())


def yuan(fen: int) -> str:
    """Return an amount for a message: 12,000.00."""
    return f"{Decimal(fen) / 100:,.2f}"
