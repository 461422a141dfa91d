# ruff: noqa: E501 - one row of the table a line
"""What a household's file must hold, row by row: the standard contents of a loan's papers.

Source: the department's table of standard contents (scheme A, rows 1-30) with what each
guarantee method requires. A row is needed (✓), needed if a fact applies (o), or not used (-).
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.wording import N_

CREDIT, GUARANTEED, MORTGAGE, PLEDGE, JOINT = GUARANTEES = (
    "credit",
    "guaranteed",
    "mortgage",
    "pledge",
    "joint",
)

# Who can supply what is missing.
SUPPLIERS = {
    "borrower": N_("the borrower"),
    "guarantor": N_("the guarantor or owner of the collateral"),
    "department": N_("the loan department"),
    "others": N_("registry, appraiser or insurer"),
}

# Facts that papers may leave open, each a question that a person can answer.
QUESTIONS = {
    "married": N_("is the borrower married?"),
    "co_owned": N_("does the collateral have further owners?"),
    "also_guaranteed": N_("is the loan guaranteed by a person or a company too?"),
    "also_pledged": N_("is a right pledged or registered too?"),
    "insurance_agreed": N_("was insurance of the collateral agreed?"),
    "appraised": N_("was the value of the collateral to be appraised?"),
    "rated": N_("was the household to be rated?"),
    "disbursed": N_("was the loan paid out?"),
}

# What happens to some loans later. It has not happened until a paper or a person says so: asking
# it of every file would bury what matters.
OCCURRENCES = {
    "extended": N_("was the loan extended or refinanced?"),
    "repaid": N_("was the loan repaid?"),
    "at_risk": N_("was a risk signal or an overdue amount recorded?"),
    "in_court": N_("was the loan taken to court, foreclosed or written off?"),
}

FACTS = QUESTIONS | OCCURRENCES

# The moments from which a row counts; see archive.file_facts for the day of each.
START, DISBURSED, FIRST_INSPECTION, REPORTING, BEFORE_DUE = (
    "start",
    "disbursed",
    "first_inspection",
    "reporting",
    "before_due",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One row: papers of which one must be there.

    doc_types  any of these satisfies it; the first gives it its name
    needed     guarantee methods under which it is needed
    asks       (guarantee methods, fact): under these it is needed if the fact applies
    fact       under every method it is needed only if this fact applies
    since      the moment from which it can be there
    supplier   who can supply it
    """

    row: int
    doc_types: tuple[str, ...]
    needed: frozenset[str] = frozenset()
    asks: tuple[frozenset[str], str] | None = None
    fact: str | None = None
    since: str = START
    supplier: str = "department"


def _row(
    row: int,
    doc_types: str,
    needed: str = "",
    *,
    asks: tuple[str, str] | None = None,
    fact: str | None = None,
    since: str = START,
    supplier: str = "department",
) -> Requirement:
    return Requirement(
        row=row,
        doc_types=tuple(doc_types.split()),
        needed=frozenset(GUARANTEES if needed == "all" else needed.split()),
        asks=(frozenset(asks[0].split()), asks[1]) if asks else None,
        fact=fact,
        since=since,
        supplier=supplier,
    )


REQUIREMENTS = (
    _row(1, "mortgage_registration", "mortgage", asks=("pledge", "also_pledged"), since=DISBURSED, supplier="others"),
    _row(2, "pledged_right", "pledge", supplier="borrower"),
    _row(3, "insurance_policy", asks=("mortgage pledge", "insurance_agreed"), supplier="others"),
    _row(4, "custody_receipt", "mortgage pledge", since=DISBURSED),
    _row(5, "loan_application", "all", supplier="borrower"),
    _row(6, "identity_papers", "all", supplier="borrower"),
    _row(6, "marriage_proof", fact="married", supplier="borrower"),
    _row(7, "credit_report", "all"),
    _row(8, "rating_form household_survey", "credit guaranteed joint", asks=("mortgage pledge", "rated")),
    _row(9, "use_proof", "all", supplier="borrower"),
    _row(10, "loan_investigation", "all"),
    _row(11, "loan_approval", "all"),
    _row(12, "loan_contract", "all"),
    _row(13, "guarantee_contract", "guaranteed", asks=("mortgage pledge", "also_guaranteed"), supplier="guarantor"),
    _row(13, "guarantor_papers", "guaranteed", asks=("mortgage pledge", "also_guaranteed"), supplier="guarantor"),
    _row(14, "guarantee_contract", "joint", supplier="guarantor"),
    _row(15, "mortgage_contract", "mortgage"),
    _row(15, "title_deed collateral_list", "mortgage", supplier="guarantor"),
    _row(15, "co_owner_consent", asks=("mortgage", "co_owned"), supplier="guarantor"),
    _row(16, "appraisal_report", "mortgage", asks=("pledge", "appraised"), supplier="others"),
    _row(17, "pledge_contract", "pledge"),
    _row(18, "interview_record", "all"),
    _row(19, "iou", "all"),
    _row(19, "drawdown_papers", "all", since=DISBURSED),
    _row(20, "use_voucher", "all", since=FIRST_INSPECTION, supplier="borrower"),
    _row(21, "inspection_report", "all", since=FIRST_INSPECTION),
    _row(23, "classification", "all", since=REPORTING),
    _row(24, "due_notice", "all", since=BEFORE_DUE),
    _row(25, "reconciliation", "all", since=REPORTING),
    _row(26, "extension_papers", fact="extended"),
    _row(27, "repayment_papers", fact="repaid"),
    _row(28, "risk_warning", fact="at_risk"),
    _row(29, "collection_notice", fact="at_risk"),
    _row(30, "judgment npl_responsibility disposal_papers", fact="in_court"),
)  # fmt: skip
