"""Who stands surety for a loan: by the guarantor register, and by the contracts on file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from sqlalchemy import Connection

from archive import documents
from archive.documents import FiledDocument
from archive.filing import normal_number
from archive.workspace import Workspace
from extractors.reading import Money, Reading
from ledger.facts import moment
from ledger.figure import Source
from ledger.kinds.declaration import FieldValue
from ledger.records import Record
from ledger.states import LoanState
from templates.debts import guarantees_by_loan
from templates.request import Request

# The guarantee contract before the loan contract: it states the number and the amount.
_CONTRACTS = ("guarantee_contract", "loan_contract")


def sureties(request: Request, loan: LoanState) -> tuple[Record, ...]:
    """Return the guarantees of a loan: those recorded, then those only its contracts name."""
    recorded = guarantees_by_loan(request.view).get(loan.account_id, ())
    filed = documents.documents_of(
        request.connection, loan.household_id, filed_by=moment(request.known_on)
    )
    contracts = contracts_of(request.connection, loan, filed)
    known = {one.text("guarantor") for one in recorded}
    named = on_contracts(request.workspace, loan, contracts)
    return (*recorded, *(one for one in named if one.text("guarantor") not in known))


def names_of(request: Request, loans: Iterable[LoanState]) -> Mapping[int, tuple[str, ...]]:
    """Return the names of those who stand surety, each once, by loan (account id)."""
    return {
        loan.account_id: tuple(
            dict.fromkeys(one.text("guarantor") or "" for one in sureties(request, loan))
        )
        for loan in loans
    }


def contracts_of(
    connection: Connection, loan: LoanState, filed: Iterable[FiledDocument]
) -> tuple[FiledDocument, ...]:
    """Return the contracts among a household's papers that bear this loan's contract number."""
    contract = normal_number(loan.contract_no or "")
    if not contract:
        return ()
    found = (
        paper
        for paper in filed
        if paper.doc_type in _CONTRACTS
        and contract in {number for _kind, number in documents.numbers_of(connection, paper.id)}
    )
    return tuple(sorted(found, key=lambda paper: _CONTRACTS.index(paper.doc_type)))


def on_contracts(
    workspace: Workspace, loan: LoanState, contracts: Iterable[FiledDocument]
) -> tuple[Record, ...]:
    """Return the guarantees that a loan's filed contracts state, each guarantor once.

    Neither the way nor 保证期间 is taken from a paper: its period is that of the debt secured.
    """
    found: dict[str, Record] = {}
    for paper in contracts:
        for one in _stated(documents.reading(workspace, paper), paper, loan):
            found.setdefault(one.text("guarantor") or "", one)
    return tuple(found.values())


def _stated(reading: Reading, paper: FiledDocument, loan: LoanState) -> Iterator[Record]:
    is_guarantee = paper.doc_type == "guarantee_contract"
    number = "contract_no" if is_guarantee else "guarantee_contract_no"
    terms: dict[str, FieldValue] = {}
    sources: dict[str, Source] = {}
    for said in reading.fields.get(number, ())[:1]:
        terms["contract_no"] = str(said.value)
        sources["contract_no"] = _source(paper, said.page, said.box)
    for said in reading.fields.get("amount", ())[:1] if is_guarantee else ():
        if isinstance(said.value, Money):
            terms["guaranteed_fen"] = int(said.value.amount * Decimal(100))
            sources["guaranteed_fen"] = _source(paper, said.page, said.box)
    for said in reading.fields.get("guarantor", ()):
        source = _source(paper, said.page, said.box)
        yield Record(
            fact=f"document:{paper.id}",
            kind="guarantee",
            key=f"{said.value}",
            effective_on=paper.dated_on or loan.granted_on,
            recorded_at=paper.filed_at,
            actor="",
            account_id=loan.account_id,
            household_id=loan.household_id,
            subject=str(said.value),
            values={"guarantor": str(said.value), **terms},
            source=source,
            sources={"guarantor": source, **sources},
        )


def _source(
    paper: FiledDocument, page: int | None, box: tuple[float, float, float, float] | None
) -> Source:
    return Source(kind="document", document_id=paper.id, page=page, box=box)
