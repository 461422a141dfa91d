"""不良贷款责任认定表: how a loan came about and turned bad, who had which part, and who answers."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.bad.file import BadLoan, Desk
from ledger.book import View
from templates.addressed import office_of
from templates.documents.responsibility_finding.example import example
from templates.documents.responsibility_finding.layout import layout
from templates.documents.responsibility_finding.values import ResponsibilityFinding, finding
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the finding about the loan asked for, bad or not. Raises UnknownLoan."""
    loan = request.view.loan(str(request.loan))
    return _computed(request, next(_desk(request.view).of([loan])))


def each(request: Request) -> Iterator[Computed]:
    """Yield one for each bad loan."""
    return (_computed(request, one) for one in _desk(request.view).now())


def _desk(view: View) -> Desk:
    return view.remembered("bad_desk", lambda: Desk(view))


def _computed(request: Request, one: BadLoan) -> Computed:
    responsible = _desk(request.view).responsible
    return Computed(
        values=finding(one, responsible, office_of(request)),
        about=f"户{one.loan.household_id:06d}_{one.loan.account_id}",
        household_id=one.loan.household_id,
        loans=(one.loan.number,),
    )


KIND = Kind(
    name="responsibility-finding",
    fields=ResponsibilityFinding,
    titles={"zh": "责任认定表"},
    doc_type="other",
    signed_type="npl_responsibility",
    subject="loan",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
