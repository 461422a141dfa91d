"""A paper's claim against the ledger: the same, otherwise, more, or not there yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive.filing import normal_number
from ledger.figure import Source
from ledger.papers.claims import Claim
from ledger.papers.declaration import Taken
from ledger.papers.declared.finding_loans import loans_of
from ledger.papers.held import Fact, Holdings, Loan

# What a claim comes to. `waiting`: the ledger does not know the loan it is about; `silent`: the
# paper does not say enough to be compared.
CONFIRMED, DIFFERS, ADDS, MISSING, WAITING, SILENT = (
    "confirmed", "differs", "adds", "missing", "waiting", "silent",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One column that paper and ledger say otherwise; no column: the paper's household."""

    code: str
    column: str | None
    paper: Any
    ledger: Any
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A claim, what the ledger holds of it, and what it comes to.

    against  why a person should look before it is posted
    adds     columns that the paper fills where the ledger's fact is blank
    """

    claim: Claim
    state: str
    loan: Loan | None
    held: tuple[Fact, ...] = ()
    differences: tuple[Difference, ...] = ()
    adds: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it may be posted without a person."""
        return self.claim.declared.posts and not self.against


def weigh(claim: Claim, holdings: Holdings) -> Weighed:
    """Compare a claim with what the ledger holds."""
    declared = claim.declared
    loans = loans_of(claim.paper, holdings)
    loan = loans[0] if len(loans) == 1 else None
    held = tuple(declared.find(claim, holdings))
    strange = tuple(_of_another_household(claim, loans))
    if not held:
        return Weighed(
            claim=claim,
            state=_without(claim, loan),
            loan=loan,
            differences=strange,
            against=(*claim.doubts, *declared.against(claim, holdings)),
        )
    differences = (*strange, *_differences(claim, held))
    adds = tuple(
        column.key
        for column in declared.columns
        if column.completes
        and len(held) == 1
        and claim.values.get(column.key) is not None
        and held[0].values.get(column.key) is None
    )
    state = DIFFERS if differences else ADDS if adds else CONFIRMED
    return Weighed(
        claim=claim,
        state=state,
        loan=loan,
        held=held,
        differences=differences,
        adds=adds,
        against=claim.doubts,
    )


def _without(claim: Claim, loan: Loan | None) -> str:
    if not claim.declared.proposes or not claim.complete:
        return SILENT
    return WAITING if claim.declared.of_a_loan and loan is None else MISSING


def _of_another_household(claim: Claim, loans: Sequence[Loan]) -> Iterator[Difference]:
    """The loan that the paper names is another borrower's."""
    whose = {claim.paper.household_id, *claim.paper.shared}
    if loans and not any(loan.household_id in whose for loan in loans):
        loan = loans[0]
        yield Difference(
            code="borrower_differs",
            column=None,
            paper=claim.paper.household_id,
            ledger=loan.household_id,
            sources=(claim.paper.source("borrower"), loan.fact.source()),
        )


def _differences(claim: Claim, held: Sequence[Fact]) -> Iterator[Difference]:
    for column in claim.declared.columns:
        said = claim.values.get(column.key)
        if column.code is None or said is None:
            continue
        if _agrees(column, said, held, claim) is False:
            yield Difference(
                code=column.code,
                column=column.key,
                paper=said,
                ledger=_ledgers(column.key, held),
                sources=(
                    claim.source(column.key),
                    *(each.source(_sourced(column.key, each)) for each in held),
                ),
            )


def _agrees(column: Taken, said: Any, held: Sequence[Fact], claim: Claim) -> bool | None:
    known = [each.values.get(column.key) for each in held]
    if column.key != "contract_amount_fen" and all(value is None for value in known):
        return None
    if column.agrees:
        return column.agrees(said, held, claim)
    return all(same(said, value) for value in known if value is not None)


def same(one: Any, other: Any) -> bool:
    """Whether two values are one; texts and numbers however their brackets and blanks print."""
    if isinstance(one, str) and isinstance(other, str):
        return normal_number(one) == normal_number(other)
    return bool(one == other)


def _ledgers(column: str, held: Sequence[Fact]) -> Any:
    """What the ledger says; of several drawdowns what they come to."""
    if column == "contract_amount_fen":
        stated = {each.values[column] for each in held} - {None}
        if len(stated) == 1:
            return stated.pop()
        return sum(each.values["amount_fen"] for each in held)
    return held[0].values.get(column)


def _sourced(column: str, held: Fact) -> str:
    blank = held.values.get(column) is None
    return "amount_fen" if column == "contract_amount_fen" and blank else column
