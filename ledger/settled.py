"""Loans as the archive asks for them: which are paid in full, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from archive.retention.facts import LedgerLoan
from ledger.book import View
from ledger.states import LoanState


def ledger_loans(view: View) -> Callable[[int], Sequence[LedgerLoan]]:
    """Return what answers with a household's loans, as the ledger knows them on the view's day."""
    receipts = {each.fact: each.on for each in view.repayments(date.min)}
    by_household: dict[int, list[LedgerLoan]] = defaultdict(list)
    for loan in view.loans:
        by_household[loan.household_id].append(_as_kept(loan, receipts))
    return lambda household_id: by_household.get(household_id, [])


def _as_kept(loan: LoanState, receipts: Mapping[str, date]) -> LedgerLoan:
    numbers = (loan.iou_no, loan.number, loan.contract_no)
    return LedgerLoan(
        numbers=tuple(dict.fromkeys(each for each in numbers if each)),
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        balance_fen=loan.balance_fen,
        settled_on=settled_on(loan, receipts),
        product=loan.product,
        unit=loan.unit,
    )


def settled_on(loan: LoanState, receipts: Mapping[str, date]) -> date | None:
    """Return the day of the receipt after which nothing was owed; None where it is not known.

    receipts  fact -> day; what was carried forward from before the ledger began is none of them
    Interest that the ledger states as still in arrears keeps a loan unsettled.
    """
    if loan.balance_fen or loan.arrears_fen or not loan.repayments:
        return None
    return receipts.get(loan.repayments[-1].fact)
