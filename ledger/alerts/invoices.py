"""增值税发票: not in by the day they were due, or not what the purchase contract says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from extractors.wording import _
from ledger.alerts.declaration import Alert, Signal, titles
from ledger.rules.calendar import plus_days
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan

_ADVICE = titles(
    "向借款人收取发票原件并与购销合同逐项核对；不能说明的按挪用处理",
    "Pedir las facturas originales y cotejarlas con el contrato de compra",
    "Ask for the original invoices and compare them with the purchase contract",
)


def invoices_due(desk: Desk, loan: Loan, contract: Stated) -> date:
    """Return the day by which the invoices of a purchase contract are due."""
    return contract.day("invoice_by") or plus_days(contract.on, desk.settings(loan).invoice_days)


def invoices_of(desk: Desk, loan: Loan, contract: Stated) -> Sequence[Stated]:
    """Return the invoices of a purchase contract; of the only one those that name none."""
    only = len(desk.of_loan("purchase_contract", loan)) == 1
    wanted = contract.text("purchase_no")
    return [
        each
        for each in desk.of_loan("invoice", loan)
        if each.text("purchase_no") == wanted or (only and each.text("purchase_no") is None)
    ]


def _contracts(desk: Desk) -> Iterator[tuple[Loan, Stated]]:
    for each in desk.facts("purchase_contract"):
        loan = desk.loan_of.get(each.account_id) if each.account_id else None
        if loan:
            yield loan, each


def invoiced_fen(invoices: Sequence[Stated]) -> int:
    """Return what invoices that are not false come to."""
    return sum(each.fen("amount_fen") or 0 for each in invoices if each.text("verified") != "false")


def _missing(desk: Desk) -> Iterator[Signal]:
    for loan, contract in _contracts(desk):
        due = invoices_due(desk, loan, contract)
        invoices = invoices_of(desk, loan, contract)
        lacking = (contract.fen("amount_fen") or 0) - invoiced_fen(invoices)
        if desk.as_of > due and lacking > 0:
            yield Signal(
                loan,
                plus_days(due, 1),
                _("invoices for {lacking} yuan are missing since {day}").format(
                    lacking=f"{lacking / 100:,.2f}", day=due.isoformat()
                ),
                (contract.fact, *(each.fact for each in invoices)),
            )


def _differing(desk: Desk) -> Iterator[Signal]:
    for loan, contract in _contracts(desk):
        invoices = invoices_of(desk, loan, contract)
        for each in invoices:
            text = _wrong(each, contract)
            if text:
                yield Signal(loan, _seen(each), text, (each.fact, contract.fact))
        over = invoiced_fen(invoices) - (contract.fen("amount_fen") or 0)
        if over > 0:
            yield Signal(
                loan,
                _seen(invoices[-1]),
                _("invoices come to {over} yuan more than the purchase contract").format(
                    over=f"{over / 100:,.2f}"
                ),
                (contract.fact, *(each.fact for each in invoices)),
            )


def _wrong(invoice: Stated, contract: Stated) -> str | None:
    if invoice.text("verified") == "false":
        return _("an invoice did not stand up to verification")
    seller = invoice.text("seller")
    if seller and seller != contract.text("seller"):
        return _("an invoice is from another seller than the purchase contract")
    if invoice.on < contract.on:
        return _("an invoice is older than the purchase contract")
    return None


def _seen(invoice: Stated) -> date:
    return invoice.day("received_on") or invoice.on


INVOICES_MISSING = Alert(
    name="invoices_missing",
    titles=titles("发票未按期收齐", "Faltan facturas", "Invoices missing"),
    advice=_ADVICE,
    source="method 2 of ten (m080)",
    find=_missing,
    settings=("invoice_days",),
)
INVOICES_DIFFER = Alert(
    name="invoices_differ",
    titles=titles("发票与购销合同不符", "Facturas que no coinciden", "Invoices differ"),
    advice=_ADVICE,
    source="method 2 of ten (m080)",
    find=_differing,
)
