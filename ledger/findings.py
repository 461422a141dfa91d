"""What the ledger's facts say against each other: each finding names all sources concerned."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from extractors.wording import _
from ledger import facts
from ledger.book import View
from ledger.report import Finding


def check(view: View, accounts: Collection[int] | None = None) -> list[Finding]:
    """Return what does not agree, up to the view's day; `accounts`: only of these loans."""
    return [*balances(view, accounts), *overpaid(view, accounts), *unclassified(view, accounts)]


def balances(view: View, accounts: Collection[int] | None = None) -> Iterator[Finding]:
    """A balance an office stated against amount - Σ principal received up to that day."""
    for loan, row in view.stated_balances():
        if accounts is not None and loan.account_id not in accounts:
            continue
        stated = row["balance_fen"]
        if stated != loan.balance_fen:
            yield Finding(
                code="balance_mismatch",
                message=_(
                    "Loan {number}: the balance at {day} is stated as {stated} yuan; amount less "
                    "repayments gives {computed}."
                ).format(
                    number=loan.number,
                    day=row["effective_on"].isoformat(),
                    stated=yuan(stated),
                    computed=yuan(loan.balance_fen),
                ),
                sources=(
                    facts.source_of(row, "balance_fen"),
                    loan.sources["amount_fen"],
                    *(repayment.source for repayment in loan.repayments),
                ),
            )


def overpaid(view: View, accounts: Collection[int] | None = None) -> Iterator[Finding]:
    """More principal received than was lent."""
    for loan in view.loans:
        if (accounts is None or loan.account_id in accounts) and loan.balance_fen < 0:
            yield Finding(
                code="overpaid",
                message=_("Loan {number}: {more} yuan more was repaid than was lent.").format(
                    number=loan.number, more=yuan(-loan.balance_fen)
                ),
                sources=(
                    loan.sources["amount_fen"],
                    *(repayment.source for repayment in loan.repayments),
                ),
            )


def unclassified(view: View, accounts: Collection[int] | None = None) -> Iterator[Finding]:
    """A loan with principal owed and no class at all."""
    for loan in view.open_loans:
        if (accounts is None or loan.account_id in accounts) and loan.class_code is None:
            yield Finding(
                code="unclassified",
                message=_("Loan {number} has no class.").format(number=loan.number),
                sources=(loan.sources["amount_fen"],),
            )


def yuan(fen: int) -> str:
    """Return an amount for a message: 12,000.00."""
    return f"{Decimal(fen) / 100:,.2f}"
