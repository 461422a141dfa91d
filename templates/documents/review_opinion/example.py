"""Invented values of a review opinion."""

from __future__ import annotations

from datetime import date

from archive.completeness import RequiredPaper
from archive.requirements import REQUIREMENTS
from templates import examples
from templates.documents.review_opinion.values import Applicant, ReviewOpinion, opinion
from templates.inspection.example import known, record


def example(_language: str, rows: int) -> ReviewOpinion:
    """Return them with `rows` loans and missing papers; none: an applicant nobody knows."""
    one = known("zh", rows) if rows else None
    rating = record("rating", 40, date(2025, 3, 1), grade="AA", limit_fen=20_000_000)
    query = record("credit_query", 41, date(2025, 12, 20), result="clean")
    needed = [rule for rule in REQUIREMENTS if rule.needed]
    return opinion(
        Applicant(
            household=examples.household(),
            loans=[one.loan, *one.others] if one else [],
            collateral=one.collateral if one else (),
            papers=[
                RequiredPaper(
                    doc_type=needed[index % len(needed)].doc_types[0], title="", category=2,
                    state="missing" if index % 3 else "undecided",
                )
                for index in range(rows)
            ],
            records={"other_debt": one.of("other_debt"), "rating": [rating],
                     "credit_query": [query]} if one else {},
            institution=examples.INSTITUTION,
            department=examples.DEPARTMENT,
            as_of=examples.KNOWN_ON,
            known_on=examples.KNOWN_ON,
        )
    )  # fmt: skip
