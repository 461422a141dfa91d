"""担保人履行责任通知书: to those who stand surety for a loan that is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.states import LoanState
from templates.addressed import office_of
from templates.debts import guarantees_by_loan, overdue
from templates.documents.guarantor_notice.layout import layout
from templates.documents.guarantor_notice.values import (
    GuarantorNotice,
    example,
    nobody_to_ask,
    notice,
)
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the notice on the loan asked for. Raises UnknownLoan, NothingToReport."""
    loan = request.view.loan(str(request.loan))
    if (
        not loan.is_open
        or not loan.days_overdue
        or not guarantees_by_loan(request.view).get(loan.account_id)
    ):
        raise nobody_to_ask(loan)
    return _computed(request, loan)


def each(request: Request) -> Iterator[Computed]:
    """Yield a notice for each overdue loan that somebody stands surety for."""
    known = guarantees_by_loan(request.view)
    for loan in overdue(request.view):
        if known.get(loan.account_id):
            yield _computed(request, loan)


def _computed(request: Request, loan: LoanState) -> Computed:
    guarantees = guarantees_by_loan(request.view)[loan.account_id]
    return Computed(
        values=notice(loan, guarantees, office_of(request)),
        about=f"户{loan.household_id:06d}_{loan.account_id}",
        household_id=loan.household_id,
        loans=(loan.number,),
    )


KIND = Kind(
    name="guarantor-notice",
    fields=GuarantorNotice,
    titles={"zh": "担保人履行责任通知书", "es": "Requerimiento-al-fiador"},
    doc_type="other",
    signed_type="collection_notice",
    subject="loan",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
