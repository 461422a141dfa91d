"""Extensions (展期) as arrays: which day a loan is due on, as agreed by the end of a day."""

from __future__ import annotations

from datetime import date

import numpy as np

from ledger import records
from ledger.columns.shape import Array


class Extensions:
    """Every extension known at a moment, in order of its day.

    account, agreed_on, due_on, fact   one value an extension: days as ordinals, `record` ids
    """

    def __init__(self, known: list[tuple[int, int, int, int]]) -> None:
        table = np.array(known, dtype=np.int64).reshape(-1, 4)
        self.account, self.agreed_on, self.due_on, self.fact = table.T

    def apply(self, accounts: Array, due_on: Array, day: int) -> tuple[Array, Array]:
        """Return the days on which loans are due at the end of `day`, and the extensions behind.

        due_on  as first agreed. A fact of 0 stands for a loan that was not extended by then.
        """
        extended, facts = due_on.copy(), np.zeros(len(accounts), dtype=np.int64)
        agreed = self.agreed_on <= day
        if not agreed.any():
            return extended, facts
        order = np.argsort(accounts, kind="stable")
        at = np.searchsorted(accounts, self.account[agreed], sorter=order)
        at = order[np.minimum(at, len(order) - 1)] if len(order) else at
        mine = (accounts[at] == self.account[agreed]) if len(order) else np.zeros(0, dtype=bool)
        # Later ones are written over earlier ones: they are in order of their days.
        extended[at[mine]] = self.due_on[agreed][mine]
        facts[at[mine]] = self.fact[agreed][mine]
        return extended, facts


def known_extensions(
    found: tuple[records.Record, ...],
) -> Extensions:
    """Return the extensions of `found`, records of the kind `extension` in order of their days."""
    rows = []
    for record in found:
        due_on = record.day("new_due_on")
        if record.account_id is not None and isinstance(due_on, date):
            number = int(record.fact.partition(":")[2])
            rows.append(
                (record.account_id, record.effective_on.toordinal(), due_on.toordinal(), number)
            )
    return Extensions(rows)
