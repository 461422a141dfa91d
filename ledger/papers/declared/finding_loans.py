"""Which loan a paper speaks of: by its note's number, else by its contract's, never by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.papers.claims import Claim, Paper
    from ledger.papers.held import Holdings, Loan

# Contracts whose `contract_no` is their own number, not the loan's.
SECURING = frozenset({"mortgage_contract", "pledge_contract", "guarantee_contract"})
_PROPERTY = ("unit_no", "title_certificate_no")
OF_A_SECURITY = frozenset({"mortgage_registration", "collateral_list"})


def loans_of(paper: Paper, holdings: Holdings) -> list[Loan]:
    """Return the loans that a paper names: its household's, if any of them is."""
    by_note = holdings.loans_named(paper.numbers("iou_no"))
    found = by_note or holdings.loans_named(contract_numbers(paper, holdings))
    own = [loan for loan in found if loan.household_id == holdings.household_id]
    return own or found


def contract_numbers(paper: Paper, holdings: Holdings) -> set[str]:
    """Return the numbers by which a paper names its loan's contract.

    A registration names the contract that secures the loan, or what is mortgaged by it; that one
    names the loan's.
    """
    named = set(paper.numbers("main_contract_no"))
    own = paper.numbers("contract_no")
    if paper.doc_type in OF_A_SECURITY:
        for other in holdings.papers:
            by_number = other.numbers("contract_no") & own
            by_title = other.numbers(*_PROPERTY) & paper.numbers(*_PROPERTY)
            if other.doc_type in SECURING and (by_number or by_title):
                named |= other.numbers("main_contract_no")
        return named | own
    return named if paper.doc_type in SECURING else named | own


def loan_of(claim: Claim, holdings: Holdings) -> Loan | None:
    """Return the one loan that a claim is about; None where it names none, or several."""
    found = loans_of(claim.paper, holdings)
    return found[0] if len(found) == 1 else None
