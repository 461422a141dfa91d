"""What does not agree about securities, guarantors and limits; each finding names its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from extractors.wording import _
from ledger import limits
from ledger.book import View
from ledger.figure import Source
from ledger.records import Record
from ledger.report import Finding
from ledger.securities import Securities


def check(view: View) -> list[Finding]:
    """Return everything of this kind, up to the view's day."""
    securities = Securities(view)
    return [
        *mortgaged_twice(securities),
        *not_registered(securities),
        *released_while_owed(securities),
        *not_back(securities),
        *guarantee_rings(view),
        *over_limits(view),
    ]


def mortgaged_twice(securities: Securities) -> Iterator[Finding]:
    """One title certificate that secures unpaid loans of several households (重复抵押)."""
    for _number, entries in securities.by_certificate():
        standing = [each for each in entries if each.secures]
        households = sorted({each.thing.household_id for each in standing})
        if len(households) > 1:
            yield Finding(
                code="mortgaged_twice",
                message=_(
                    "One certificate secures unpaid loans of several households: {households}. "
                    "Compare the originals; a second mortgage needs the first mortgagee's consent."
                ).format(households=", ".join(f"{one:06d}" for one in households)),
                sources=tuple(each.thing.sources["title_no"] for each in standing),
            )


def not_registered(securities: Securities) -> Iterator[Finding]:
    """A mortgaged thing without a registration: contract and registration go in pairs."""
    for each in securities.all:
        mortgages = [loan for loan in each.loans if loan.guarantee == "mortgage"]
        if mortgages and each.release is None and not each.thing.register_no:
            yield Finding(
                code="not_registered",
                message=_(
                    "Loan {number} is secured by a mortgage of which the ledger knows no "
                    "registration."
                ).format(number=mortgages[0].number),
                sources=(each.thing.sources["name"],),
            )


def released_while_owed(securities: Securities) -> Iterator[Finding]:
    """A security that was released, or left the vault for good, while its loan is owed."""
    for each in securities.all:
        record = each.release or (each.custody if each.where == "out" else None)
        owed = [loan for loan in each.loans if loan.balance_fen > 0]
        if record is None or not owed:
            continue
        yield Finding(
            code="released_while_owed",
            message=_(
                "A security of loan {number} was given back on {day}; {balance} yuan are still "
                "owed."
            ).format(
                number=owed[0].number,
                day=record.effective_on.isoformat(),
                balance=f"{Decimal(sum(loan.balance_fen for loan in owed)) / 100:,.2f}",
            ),
            sources=(record.source, each.thing.sources["name"]),
        )


def not_back(securities: Securities) -> Iterator[Finding]:
    """A certificate lent out of the vault that is not back by the day it was expected."""
    for each in securities.all:
        if each.where != "lent" or each.custody is None:
            continue
        expected = each.custody.day("expected_back_on")
        if expected and expected < securities.view.as_of:
            yield Finding(
                code="certificate_not_back",
                message=_(
                    "Household {household}: a certificate lent out of the vault was expected back "
                    "on {day}."
                ).format(household=f"{each.thing.household_id:06d}", day=expected.isoformat()),
                sources=(each.custody.source,),
            )


def guarantee_rings(view: View) -> Iterator[Finding]:
    """Households that guarantee each other's unpaid loans, directly or around a ring (互保).

    A guarantor counts as a household only by ID number or credit code: names alone say nothing.
    """
    backs, said = _backing(view)
    for ring in _rings(backs):
        pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
        yield Finding(
            code="guarantee_ring",
            message=_("Households that guarantee each other around a ring: {households}.").format(
                households=" → ".join(f"{one:06d}" for one in (*ring, ring[0]))
            ),
            sources=tuple(said[pair].source for pair in pairs),
        )


def _backing(
    view: View,
) -> tuple[Mapping[int, set[int]], Mapping[tuple[int, int], Record]]:
    """Who guarantees whom among households, and the fact that says so."""
    known = view.households_by_identity()
    owing = {loan.account_id for loan in view.open_loans}
    backs: dict[int, set[int]] = defaultdict(set)
    said: dict[tuple[int, int], Record] = {}
    for record in view.records("guarantee"):
        guarantor = known.get(record.text("identity") or "")
        if guarantor is None or record.household_id is None or record.account_id not in owing:
            continue
        if guarantor != record.household_id:
            backs[guarantor].add(record.household_id)
            said[guarantor, record.household_id] = record
    return backs, said


def _rings(backs: Mapping[int, set[int]]) -> Iterator[tuple[int, ...]]:
    """Yield one shortest ring through each household that stands in any, each ring once."""
    found: set[frozenset[int]] = set()
    for start in sorted(backs):
        ring = _shortest_ring(backs, start)
        if ring and frozenset(ring) not in found:
            found.add(frozenset(ring))
            yield ring


def _shortest_ring(backs: Mapping[int, set[int]], start: int) -> tuple[int, ...] | None:
    came_from: dict[int, int] = {}
    frontier = [start]
    while frontier:
        following = []
        for one in frontier:
            for other in sorted(backs.get(one, ())):
                if other == start:
                    return _path(came_from, start, one)
                if other not in came_from:
                    came_from[other] = one
                    following.append(other)
        frontier = following
    return None


def _path(came_from: Mapping[int, int], start: int, last: int) -> tuple[int, ...]:
    path = [last]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


def over_limits(view: View) -> Iterator[Finding]:
    """Loans, households and groups above what the capital allows."""
    for loan in limits.loans_over(view):
        yield Finding(
            code="loan_over_limit",
            message=_(
                "Loan {number} was granted for {amount} yuan, more than {percent} % of the capital."
            ).format(
                number=loan.number,
                amount=f"{Decimal(loan.amount_fen) / 100:,.2f}",
                percent=view.settings.ledger.loan_limit_percent,
            ),
            sources=(loan.sources["amount_fen"],),
        )
    for each in (*limits.households_over(view), *limits.of_groups(view)):
        if each.over:
            yield Finding(
                code="exposure_over_limit",
                message=_(
                    "Households {households} owe {balance} yuan, {percent} % of the capital; the "
                    "limit is {limit} %."
                ).format(
                    households=", ".join(f"{one:06d}" for one in each.members),
                    balance=f"{Decimal(each.balance_fen) / 100:,.2f}",
                    percent=each.capital_percent,
                    limit=each.limit_percent,
                ),
                sources=_amounts(each),
            )


def _amounts(exposure: limits.Exposure) -> tuple[Source, ...]:
    return tuple(loan.sources["amount_fen"] for loan in exposure.loans)
