"""担保人履行责任通知书: to those who stand surety for a loan past its due day."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.records import Record
from ledger.states import LoanState
from templates.addressed import office_of
from templates.debts import has_matured, matured
from templates.documents.guarantor_notice.layout import layout
from templates.documents.guarantor_notice.values import (
    GuarantorNotice,
    example,
    no_guarantor,
    not_matured,
    notice,
)
from templates.kind import Kind
from templates.request import Computed, Request
from templates.sureties import sureties


def computed(request: Request) -> Computed:
    """Return the notice on the loan asked for. Raises UnknownLoan, NothingToReport."""
    loan = request.view.loan(str(request.loan))
    if not has_matured(loan):
        raise not_matured(loan)
    guarantees = sureties(request, loan)
    if not guarantees:
        raise no_guarantor(loan)
    return _computed(request, loan, guarantees)


def each(request: Request) -> Iterator[Computed]:
    """Yield a notice for each loan past its due day that somebody stands surety for."""
    for loan in matured(request.view):
        if guarantees := sureties(request, loan):
            yield _computed(request, loan, guarantees)


def _computed(request: Request, loan: LoanState, guarantees: tuple[Record, ...]) -> Computed:
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
