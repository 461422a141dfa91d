"""Loans as the archive asks for them: which are paid in full, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from archive.retention.facts import LedgerLoan
from ledger import schema
from ledger.book import View
from ledger.columns.loans import Loans, as_values
from ledger.columns.shape import NO_AMOUNT, NO_DAY, Array

_COLUMNS = (
    "household_id", "iou_no", "number", "contract_no", "granted_on", "due_on", "balance_fen",
    "product", "unit",
)  # fmt: skip


def ledger_loans(view: View) -> Callable[[int], Sequence[LedgerLoan]]:
    """Return what answers with a household's loans, as the ledger knows them on the view's day."""
    loans = view.granted
    columns = [loans.values(name) for name in _COLUMNS]
    by_household: dict[int, list[LedgerLoan]] = defaultdict(list)
    settled = as_values(settled_on(loans), "day")
    for household, iou, number, contract, granted, due, balance, product, unit, day in zip(
        *columns, settled, strict=True
    ):
        by_household[household].append(
            LedgerLoan(
                numbers=tuple(each for each in dict.fromkeys((iou, number, contract)) if each),
                granted_on=granted,
                due_on=due,
                balance_fen=balance,
                settled_on=day,
                product=product,
                unit=unit,
            )
        )
    return lambda household_id: by_household.get(household_id, [])


def settled_on(loans: Loans) -> Array:
    """Return the day of the receipt after which nothing was owed; NO_DAY where it is not known.

    What was carried forward from before the ledger began is no receipt with a day. Interest that
    the ledger states as still in arrears keeps a loan unsettled.
    """
    receipts = loans.day.snapshot.known("repayment")
    arrears = loans["arrears_fen"]
    paid = (loans["balance_fen"] == 0) & ((arrears == NO_AMOUNT) | (arrears == 0))
    paid &= loans["received_to"] > loans["received_from"]
    last = np.where(paid, loans["received_to"] - 1, -1)
    carried = receipts.picked_texts("channel", last) == receipts.place("channel", schema.CARRIED)
    return receipts.picked("effective_on", np.where(carried, -1, last), NO_DAY)
