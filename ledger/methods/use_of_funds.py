"""Methods 1, 2, 8: where the money went, what proves it, where business is settled."""

from __future__ import annotations

from extractors.wording import _
from ledger.alerts.funds_flow import flows_back, traced
from ledger.alerts.invoices import invoiced_fen, invoices_due, invoices_of
from ledger.methods.declaration import DONE, NOT_APPLICABLE, OPEN, Judged, Method, titles
from ledger.methods.lately import is_company, within
from ledger.rules.desk import Desk, latest
from ledger.rules.subjects import Loan

# A quarter, as the methods have it.
QUARTER = 3


def _flow(desk: Desk, loan: Loan) -> Judged:
    """Done when payments for the whole amount are on record and each was traced and is in order."""
    paid = desk.of_loan("payment", loan)
    facts = tuple(each.fact for each in paid)
    if not paid:
        return Judged(OPEN, _("no payment is on record"))
    on = latest(each.day("traced_on") or each.on for each in paid)
    wrong = [p for p in paid if flows_back(desk, loan, p) or p.text("flow") in _WRONG]
    if wrong:
        return Judged(OPEN, _("money went elsewhere; see the alerts"), on, facts)
    untraced = [each for each in paid if not traced(each)]
    lacking = loan.amount_fen - sum(each.fen("amount_fen") or 0 for each in paid)
    if untraced:
        text = _("{count} payments were not traced to their end").format(count=len(untraced))
        return Judged(OPEN, text, None, facts)
    if lacking > 0:
        text = _("payments for {yuan} yuan are not on record").format(yuan=f"{lacking / 100:,.2f}")
        return Judged(OPEN, text, on, facts)
    return Judged(DONE, _("all payments were traced to their end"), on, facts)


_WRONG = ("unclear", "back", "misused")


def _invoices(desk: Desk, loan: Loan) -> Judged:
    """Done when the invoices of every purchase contract are in."""
    contracts = desk.of_loan("purchase_contract", loan)
    if not contracts:
        if is_company(desk, loan):
            return Judged(OPEN, _("no purchase contract is on record"))
        text = _("a person's loan without a purchase contract")
        return Judged(NOT_APPLICABLE, text)
    missing, facts = [], []
    for contract in contracts:
        invoices = invoices_of(desk, loan, contract)
        facts += [contract.fact, *(each.fact for each in invoices)]
        if invoiced_fen(invoices) < (contract.fen("amount_fen") or 0):
            missing.append(invoices_due(desk, loan, contract).isoformat())
    on = latest(each.day("received_on") or each.on for each in desk.of_loan("invoice", loan))
    if missing:
        text = _("invoices are missing, due on {days}").format(days=", ".join(missing))
        return Judged(OPEN, text, on, tuple(facts))
    return Judged(DONE, _("all invoices are in"), on, tuple(facts))


def _settlement(desk: Desk, loan: Loan) -> Judged:
    """Done when the volume was compared with what was agreed in the last quarter."""
    stated = desk.of_household("settlement", loan.household_id)
    if not stated and not is_company(desk, loan):
        return Judged(NOT_APPLICABLE, _("no settlement was agreed with this person"))
    # The figures of a quarter are there soon after its end: two quarters back is late.
    return within(desk, stated, 2 * QUARTER, _("settlement volume"))


FUNDS_FLOW = Method(
    number=1,
    name="funds_flow",
    titles=titles("严查信贷资金流向", "Seguir el destino de los fondos", "Trace the funds"),
    source="m079",
    judge=_flow,
    forms=("payment",),
    alerts=("funds_flow_back", "payee_unclear"),
)
INVOICES = Method(
    number=2,
    name="invoices",
    titles=titles("及时收取增值税发票", "Pedir las facturas", "Collect the invoices"),
    source="m080",
    judge=_invoices,
    forms=("purchase_contract", "invoice"),
    alerts=("invoices_missing", "invoices_differ"),
)
SETTLEMENT = Method(
    number=8,
    name="settlement",
    titles=titles("关注结算渠道", "Vigilar dónde opera", "Watch where he settles"),
    source="m086",
    judge=_settlement,
    forms=("settlement", "account_watch"),
    alerts=("settlement_low", "account_abnormal"),
)
