"""借据 and 借款合同: the terms of a loan, and what was agreed for all drawn under a contract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from archive.agreement import is_credit_line
from extractors.reading import Rate
from extractors.wording import _
from ledger.papers import converting as to
from ledger.papers.declaration import PaperFact, Taken
from ledger.papers.declared.finding_loans import contract_numbers, loans_of

if TYPE_CHECKING:
    from ledger.papers.claims import Claim, Paper
    from ledger.papers.held import Fact, Holdings

# A contract that ends on the day before the note does is dated by the other convention.
_ONE_DAY = timedelta(days=1)


def _the_loan(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    """The loan of the note's number; an unnumbered note is of its contract's only loan."""
    numbered = claim.paper.numbers("iou_no")
    loans = holdings.loans_named(numbered) if numbered else loans_of(claim.paper, holdings)
    if numbered and not loans:
        # Ledgers without note numbers call a loan by its contract.
        loans = [loan for loan in loans_of(claim.paper, holdings) if loan.value("iou_no") is None]
    return [loan.fact for loan in loans] if len(loans) == 1 else []


def _all_under_it(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    named = holdings.loans_named(contract_numbers(claim.paper, holdings))
    return [loan.fact for loan in named]


def _same_rate(paper: Rate, held: Sequence[Fact], _claim: Claim) -> bool | None:
    said = [rate for each in held if isinstance(rate := each.values.get("rate"), Rate)]
    compared = [to.same_rate(paper, rate) for rate in said]
    return None if not compared or None in compared else all(compared)


def _due(paper: date, held: Sequence[Fact], _claim: Claim) -> bool | None:
    """A loan extended since is due later than its note says."""
    loan = held[0]
    if loan.values.get("occurrence") == "extension":
        return None
    return bool(loan.values["due_on"] == paper)


def _within(paper: date, held: Sequence[Fact], claim: Claim) -> bool | None:
    """No drawdown is due after its contract ends; lines of credit have rules of their own."""
    days = [each.values["due_on"] for each in held if each.values["due_on"]]
    extended = any(each.values.get("occurrence") == "extension" for each in held)
    if not days or extended or is_credit_line(claim.paper.reading):
        return None
    return bool(max(days) <= paper + _ONE_DAY)


def _agreed(paper: int, held: Sequence[Fact], claim: Claim) -> bool | None:
    """The contract's amount is what the ledger says was agreed, or what was drawn in all.

    Under a line of credit less may be drawn, or more in turn.
    """
    stated = {each.values["contract_amount_fen"] for each in held} - {None}
    drawn: int = sum(each.values["amount_fen"] for each in held)
    if is_credit_line(claim.paper.reading):
        return paper in stated if stated else None
    if stated:
        return drawn <= paper and (paper in stated or drawn == paper)
    return drawn == paper


def not_three_ways(claim: Claim, holdings: Holdings) -> Iterator[str]:
    """Figures, words and contract must agree before a loan is posted from its note."""
    paper = claim.paper
    if not paper.reading.fields.get("amount_words"):
        yield _("the amount does not stand on it in words")
    numbers = contract_numbers(paper, holdings)
    contracts = [
        each
        for each in holdings.papers
        if each.doc_type == "loan_contract" and each.numbers("contract_no") & numbers
    ]
    if not contracts:
        yield _("its loan contract is not filed")
        return
    agreed = _amount(contracts[0])
    if agreed is None:
        yield _("its loan contract states no amount that was read")
    elif not is_credit_line(contracts[0].reading) and _drawn(holdings, numbers) > agreed:
        yield _("the notes under its contract come to more than the contract allows")


def _amount(paper: Paper) -> int | None:
    found = paper.first("amount")
    return to.fen(found) if found else None


def _drawn(holdings: Holdings, numbers: set[str]) -> int:
    """What the notes filed here come to, each note once."""
    notes = {
        next(iter(each.numbers("iou_no")), each.id): _amount(each) or 0
        for each in holdings.papers
        if each.doc_type == "iou" and contract_numbers(each, holdings) & numbers
    }
    return sum(notes.values())


TERMS = PaperFact(
    name="terms",
    titles={"zh": "贷款条款", "es": "Condiciones del préstamo", "en": "Loan terms"},
    doc_types=("iou",),
    table="loan",
    find=_the_loan,
    of_a_loan=False,
    needs=("iou_no", "amount_fen", "granted_on"),
    dated_by=("granted_on",),
    posts=True,
    missing="iou_not_in_ledger",
    against=not_three_ways,
    source="借据: amount in figures and words, dates, rate; three-way check with its contract",
    columns=(
        Taken(key="iou_no", fields=("iou_no",), convert=to.number, sure=True, completes=True),
        Taken(key="contract_no", fields=("contract_no",), convert=to.number, sure=True,
              code="contract_no_differs", completes=True),
        Taken(key="amount_fen", fields=("amount",), convert=to.fen, sure=True,
              code="iou_differs"),
        Taken(key="rate", fields=("rate",), convert=to.rate, sure=True, code="rate_differs",
              agrees=_same_rate),
        Taken(key="granted_on", fields=("start_date",), convert=to.day, sure=True,
              code="date_differs"),
        Taken(key="due_on", fields=("end_date",), convert=to.day, sure=True,
              code="date_differs", agrees=_due, completes=True),
        Taken(key="guarantee", fields=("guarantee_method",), convert=to.guarantee,
              code="guarantee_differs"),
        Taken(key="product", fields=("loan_type",), convert=to.text),
        Taken(key="purpose", fields=("purpose",), convert=to.text),
        Taken(key="manager", fields=("loan_officer",), convert=to.text),
    ),
)  # fmt: skip

AGREED = PaperFact(
    name="contract",
    titles={"zh": "借款合同", "es": "Contrato de préstamo", "en": "Loan contract"},
    doc_types=("loan_contract",),
    table="loan",
    find=_all_under_it,
    proposes=False,
    of_a_loan=False,
    source="借款合同: Σ drawdowns within the amount, due dates within the term",
    columns=(
        Taken(key="contract_amount_fen", fields=("amount",), convert=to.fen,
              code="contract_amount_differs", agrees=_agreed),
        Taken(key="rate", fields=("rate",), convert=to.rate, code="rate_differs",
              agrees=_same_rate),
        Taken(key="due_on", fields=("end_date",), convert=to.day, code="date_differs",
              agrees=_within),
    ),
)  # fmt: skip

FACTS = (TERMS, AGREED)
