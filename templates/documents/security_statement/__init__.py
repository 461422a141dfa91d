"""抵质押物核对单: what secures a household's loans, checked on the spot and in the vault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from extractors.wording import _
from ledger.spans import quarter_of
from ledger.states import Collateral, LoanState
from templates import examples
from templates.addressed import office_of
from templates.documents.security_statement.layout import layout
from templates.documents.security_statement.values import SecurityStatement, statement
from templates.kind import Kind
from templates.request import Computed, NothingToReport, Request
from templates.statements import every_household, open_loans_of


def computed(request: Request) -> Computed:
    """Return the sheet of the household asked for. Raises NothingToReport."""
    loans = open_loans_of(request)
    things = request.view.collateral_of(household_id=request.household_id)
    if not things:
        raise NothingToReport(
            _("The ledger knows of nothing that secures the loans of household {number}.").format(
                number=f"{request.household_id:06d}"
            )
        )
    return _computed(request, loans, things)


def each(request: Request) -> Iterator[Computed]:
    """Yield a sheet for each household that owes and has given something as security."""
    known = _by_household(request)
    for loans in every_household(request):
        if things := known.get(loans[0].household_id):
            yield _computed(request, loans, things)


def _by_household(request: Request) -> Mapping[int, tuple[Collateral, ...]]:
    found: dict[int, list[Collateral]] = defaultdict(list)
    for thing in request.view.collateral_of():
        found[thing.household_id].append(thing)
    return {number: tuple(things) for number, things in found.items()}


def _computed(request: Request, loans: list[LoanState], things: tuple[Collateral, ...]) -> Computed:
    number = loans[0].household_id
    return Computed(
        values=statement(loans, things, request.period, office_of(request)),
        about=f"{request.period.text}_户{number:06d}",
        household_id=number,
        loans=tuple(loan.number for loan in loans),
    )


def example(language: str, rows: int) -> SecurityStatement:
    """Return an invented sheet of so many things, one at least."""
    span = quarter_of(date(2025, 12, 31))
    things = examples.collateral(max(rows, 1))
    return statement([examples.loan(1)], things, span, examples.office(language))


KIND = Kind(
    name="security-statement",
    fields=SecurityStatement,
    titles={"zh": "抵质押物核对单"},
    doc_type="other",
    signed_type="reconciliation",
    period="quarter",
    subject="household",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
