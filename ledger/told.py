"""What the ledger can say of a household's loans where its file leaves a question open."""

from __future__ import annotations

from archive.file_facts import Told
from archive.requirements import CREDIT, GUARANTEED, JOINT, MORTGAGE, PLEDGE
from ledger.book import View

# Ways of securing a loan as the table of standard contents has them; "combined" says too little.
_METHODS = {
    "credit": CREDIT,
    "guarantee": GUARANTEED,
    "joint": JOINT,
    "mortgage": MORTGAGE,
    "pledge": PLEDGE,
}


def of_household(view: View, household_id: int) -> Told:
    """Return what `view` knows of the loans of a household; nothing where it knows none."""
    loans = view.loans_of(household_id)
    facts = {}
    if any(loan.days_overdue > 0 and loan.is_open for loan in loans):
        facts["at_risk"] = True
    if loans and not any(loan.is_open for loan in loans):
        facts["repaid"] = True
    return Told(
        methods=frozenset(_METHODS[loan.guarantee] for loan in loans if loan.guarantee in _METHODS),
        granted_on=tuple(loan.granted_on for loan in loans),
        due_on=tuple(loan.due_on for loan in loans if loan.due_on),
        facts=facts,
    )
