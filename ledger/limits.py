"""How much one household, one group or the largest ten owe, against limits on the capital.

Sources: Commercial Bank Law art. 39 (one borrower: 10 % of the capital); guidelines on credit to
groups of clients (15 %); core indicators of risk supervision (largest ten borrowers: 50 %). A unit
may set its own; a single loan's limit is a share of the capital, too (seed 000).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.book import View
from ledger.securities import percent
from ledger.states import LoanState

LARGEST = 10


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


def of_households(view: View) -> list[Exposure]:
    """Return what each household owes, the largest first."""
    return _exposures(view, {(loan.household_id,): None for loan in view.open_loans})


def of_groups(view: View) -> list[Exposure]:
    """Return what each group of connected clients owes, the largest first."""
    members: dict[str, set[int]] = defaultdict(set)
    for record in view.records("affiliation"):
        until = record.day("until")
        if record.household_id is not None and (until is None or until >= view.as_of):
            members[str(record.values["group"])].add(record.household_id)
    return _exposures(view, {tuple(sorted(ids)): name for name, ids in members.items()})


def _exposures(view: View, who: Mapping[tuple[int, ...], str | None]) -> list[Exposure]:
    owed: dict[int, list[LoanState]] = defaultdict(list)
    for loan in view.open_loans:
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


def largest_ten_percent(view: View, exposures: Sequence[Exposure]) -> Decimal | None:
    """Return what the ten largest households owe, in percent of the capital; None: not known."""
    owed = sum(each.balance_fen for each in exposures[:LARGEST])
    return percent(owed, view.settings.ledger.capital_yuan * 100)


def loans_over(view: View, loans: Iterable[LoanState]) -> list[LoanState]:
    """Return the loans granted for more than the limit of a single loan."""
    rules = view.settings.ledger
    if not rules.capital_yuan:
        return []
    limit_fen = Decimal(rules.capital_yuan) * Decimal(str(rules.loan_limit_percent))
    return [loan for loan in loans if loan.amount_fen > limit_fen]
