"""逾期贷款催收通知书: to a borrower, on all his loans past their due day, not for late interest
alone; its receipt restarts 诉讼时效."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.states import LoanState
from templates.addressed import office_of
from templates.build.debt_table import overdue_table
from templates.build.letter import letter
from templates.debts import by_household, guarantors_of, matured
from templates.documents.collection_notice.values import (
    CollectionNotice,
    example,
    nothing_overdue,
    notice,
)
from templates.documents.collection_notice.words import WORDS
from templates.kind import Kind
from templates.request import Computed, Request, household_of
from templates.sureties import names_of


def computed(request: Request) -> Computed:
    """Return the notice to the household asked for. Raises NothingToReport."""
    number = household_of(request)
    loans = list(matured(request.view.where(household_id=number)))
    if not loans:
        raise nothing_overdue(number, request.as_of)
    return _computed(request, loans)


def each(request: Request) -> Iterator[Computed]:
    """Yield a notice for each household with a loan past its due day."""
    for _number, loans in by_household(matured(request.view)):
        yield _computed(request, loans)


def _computed(request: Request, loans: list[LoanState]) -> Computed:
    number = loans[0].household_id
    guarantors = guarantors_of(loans, names_of(request, loans))
    values = notice(loans, office_of(request), guarantors)
    return Computed(
        values=values,
        about=f"户{number:06d}",
        household_id=number,
        loans=tuple(loan.number for loan in loans),
    )


KIND = Kind(
    name="collection-notice",
    fields=CollectionNotice,
    titles={"zh": "逾期贷款催收通知书", "es": "Aviso-de-cobranza"},
    doc_type="other",
    signed_type="collection_notice",
    subject="household",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=lambda language: letter(language, WORDS[language], overdue_table(language)),
    example=example,
)
