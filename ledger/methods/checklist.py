"""The checklist: how each of the ten methods stands for a loan, and how much of it is done."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ledger.methods import standing, use_of_funds, visits
from ledger.methods.declaration import DONE, NOT_APPLICABLE, Judged, Method
from ledger.rules.desk import Desk
from ledger.rules.subjects import Loan

METHODS: tuple[Method, ...] = (
    use_of_funds.FUNDS_FLOW,
    use_of_funds.INVOICES,
    standing.OTHER_DEBT,
    standing.RATING,
    standing.CLASSIFICATION,
    visits.RECONCILIATION,
    standing.REGISTERED_DATA,
    use_of_funds.SETTLEMENT,
    visits.FIRST_INSPECTION,
    visits.REGULAR_INSPECTION,
)


@dataclass(frozen=True, slots=True)
class Checklist:
    """A loan with each method in order."""

    loan: Loan
    lines: tuple[tuple[Method, Judged], ...]

    @property
    def applicable(self) -> int:
        """How many methods apply to the loan."""
        return sum(judged.state != NOT_APPLICABLE for _method, judged in self.lines)

    @property
    def done(self) -> int:
        """How many of them are done."""
        return sum(judged.state == DONE for _method, judged in self.lines)

    @property
    def percent(self) -> Decimal:
        """How much is done, of what applies; some always does."""
        whole = Decimal(self.done * 100) / self.applicable
        return whole.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def checklist(desk: Desk, loan: Loan) -> Checklist:
    """Return the checklist of an open loan."""
    return Checklist(loan, tuple((method, method.judge(desk, loan)) for method in METHODS))
