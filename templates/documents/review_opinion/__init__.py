"""贷款审查意见书: what ledger and papers know of an applicant, beside what the reviewer says."""

from __future__ import annotations

from archive import completeness, households
from archive.requirements import OCCURRENCES, REQUIREMENTS, START
from ledger import told
from templates.documents.review_opinion.example import example
from templates.documents.review_opinion.layout import layout
from templates.documents.review_opinion.values import Applicant, ReviewOpinion, opinion
from templates.kind import Kind
from templates.request import Computed, Request, household_of

_KINDS = ("rating", "credit_query", "other_debt", "affiliation", "guarantee_group")
# What must be there before a loan is granted; the contracts come after the review, and papers of
# what may happen to a loan (a risk, a suit) after the drawdown.
_BEFORE = {
    rule.doc_types[0]
    for rule in REQUIREMENTS
    if rule.since == START
    and rule.fact not in OCCURRENCES
    and not any("contract" in name or name == "iou" for name in rule.doc_types)
} - {"loan_approval"}


def computed(request: Request) -> Computed:
    """Return the opinion on the household asked for. Raises UnknownHousehold."""
    number = household_of(request)
    view = request.view
    verdict = completeness.verdict(
        request.connection,
        request.workspace,
        number,
        request.as_of,
        told.of_household(view, number),
    )
    values = opinion(
        Applicant(
            household=households.household(request.connection, number),
            loans=view.loans_of(number),
            collateral=view.collateral_of(household_id=number),
            papers=[paper for paper in verdict if paper.doc_type in _BEFORE],
            records={kind: view.records(kind, household_id=number) for kind in _KINDS},
            institution=request.institution,
            department=request.department,
            as_of=request.as_of,
            known_on=request.known_on,
        )
    )
    return Computed(values=values, about=f"户{number:06d}", household_id=number)


KIND = Kind(
    name="review-opinion",
    fields=ReviewOpinion,
    titles={"zh": "贷款审查意见书"},
    doc_type="other",
    subject="household",
    compute=computed,
    layout=layout,
    example=example,
)
