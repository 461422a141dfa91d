"""How much one loan, one household or one group is, against limits on the capital.

Sources: Commercial Bank Law art. 39 (one borrower: 10 % of the capital); guidelines on credit to
groups of clients (15 %). A unit may set its own; a single loan's limit is a share of the capital,
too (seed 000).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ledger.book import View
from ledger.columns.loans import Loans
from ledger.columns.states import States
from ledger.securities import percent
from ledger.states import LoanState


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What a household or a group owes.

    members           numbers of the household files
    loans             open ones, largest first
    capital_percent   of the institution's capital; None where the settings do not say it
    limit_percent     that must not be passed
    over              whether it is; None: not known
    """

    name: str | None
    members: tuple[int, ...]
    loans: tuple[LoanState, ...]
    balance_fen: int
    capital_percent: Decimal | None
    limit_percent: Decimal

    @property
    def over(self) -> bool | None:
        """Whether the limit is passed."""
        return None if self.capital_percent is None else self.capital_percent > self.limit_percent

    @property
    def largest(self) -> LoanState:
        """The loan with the largest balance."""
        return self.loans[0]


def of_households(view: View, top: int | None = None) -> list[Exposure]:
    """Return what each household owes, the largest first; `top`: only so many."""
    loans = view.open
    households, group = np.unique(loans["household_id"], return_inverse=True)
    owed = np.zeros(len(households), dtype=np.int64)
    np.add.at(owed, group, loans["balance_fen"])
    largest = np.lexsort((households, -owed))[:top]
    picked = np.isin(group, largest)
    return _exposures(view, loans.keep(picked), {(int(households[n]),): None for n in largest})


def households_over(view: View) -> list[Exposure]:
    """Return the households that owe more than their limit; none where the capital is not known."""
    rules = view.settings.ledger
    if not rules.capital_yuan:
        return []
    # So many households at most can each owe more than their share of the capital.
    most = int(
        view.open.total("balance_fen") / (rules.capital_yuan * rules.household_limit_percent)
    )
    return [each for each in of_households(view, most + 1) if each.over]


def of_groups(view: View) -> list[Exposure]:
    """Return what each group of connected clients owes, the largest first."""
    members: dict[str, set[int]] = defaultdict(set)
    for record in view.records("affiliation"):
        until = record.day("until")
        if record.household_id is not None and (until is None or until >= view.as_of):
            members[str(record.values["group"])].add(record.household_id)
    everyone = np.array([each for ids in members.values() for each in ids], dtype=np.int64)
    loans = view.open.keep(np.isin(view.open["household_id"], everyone))
    return _exposures(view, loans, {tuple(sorted(ids)): name for name, ids in members.items()})


def _exposures(
    view: View, open_loans: Loans, who: Mapping[tuple[int, ...], str | None]
) -> list[Exposure]:
    owed: dict[int, list[LoanState]] = defaultdict(list)
    for loan in States(open_loans):
        owed[loan.household_id].append(loan)
    rules = view.settings.ledger
    capital_fen = rules.capital_yuan * 100
    found = []
    for members, group in who.items():
        loans = sorted(
            (loan for member in members for loan in owed.get(member, ())),
            key=lambda loan: (-loan.balance_fen, loan.number),
        )
        if not loans:
            continue
        balance = sum(loan.balance_fen for loan in loans)
        limit = rules.group_limit_percent if group else rules.household_limit_percent
        found.append(
            Exposure(
                name=group or view.debtor(members[0]).name,
                members=members,
                loans=tuple(loans),
                balance_fen=balance,
                capital_percent=percent(balance, capital_fen),
                limit_percent=Decimal(str(limit)),
            )
        )
    return sorted(found, key=lambda each: (-each.balance_fen, each.members))


def loans_over(view: View) -> list[LoanState]:
    """Return the open loans granted for more than the limit of a single loan."""
    rules = view.settings.ledger
    if not rules.capital_yuan:
        return []
    limit_fen = Decimal(rules.capital_yuan) * Decimal(str(rules.loan_limit_percent))
    return list(States(view.open.keep(view.open["amount_fen"] > int(limit_fen))))
