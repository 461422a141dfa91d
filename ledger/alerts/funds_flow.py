"""资金流向: money that flows back, is used otherwise, or of which nobody knows where it went."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.alerts.declaration import Alert, Signal, titles
from ledger.rules.calendar import plus_days
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan

_ADVICE = titles(
    "发出风险预警；能提前收回的提前收回，不能的制定短期还款计划",
    "Emitir alerta; cobrar antes o fijar un plan de pago corto",
    "Raise a warning; collect early, or set a short plan of repayment",
)


def payments(desk: Desk) -> Iterator[tuple[Loan, Stated]]:
    """Yield every payment out of an open loan."""
    for each in desk.facts("payment"):
        loan = desk.loan_of.get(each.account_id) if each.account_id else None
        if loan:
            yield loan, each


def flows_back(desk: Desk, loan: Loan, payment: Stated) -> bool:
    """Whether a payment came back to the borrower: as a person found, or by the name alone."""
    if payment.text("flow") == "back":
        return True
    final = payment.text("final_payee")
    return final is not None and final == desk.view.debtor(loan.household_id).name


def _back(desk: Desk) -> Iterator[Signal]:
    for loan, each in payments(desk):
        if flows_back(desk, loan, each):
            text = _("money paid out flowed back to the borrower")
        elif each.text("flow") == "misused":
            text = _("money paid out was used otherwise than agreed")
        else:
            continue
        yield Signal(loan, each.day("traced_on") or each.on, text, (each.fact,))


def _unclear(desk: Desk) -> Iterator[Signal]:
    for loan, each in payments(desk):
        if flows_back(desk, loan, each):
            continue
        by = plus_days(each.on, desk.settings(loan).flow_trace_days)
        if each.text("flow") == "unclear":
            text = _("it is not clear where money paid out went")
            yield Signal(loan, each.day("traced_on") or each.on, text, (each.fact,))
        elif not traced(each) and desk.as_of > by:
            text = _("nobody traced where money paid out went within {days} days").format(
                days=desk.settings(loan).flow_trace_days
            )
            yield Signal(loan, plus_days(by, 1), text, (each.fact,))


def traced(payment: Stated) -> bool:
    """Whether it was said where a payment went in the end."""
    return bool(payment.text("flow") or payment.text("final_payee"))


FLOWS_BACK = Alert(
    name="funds_flow_back",
    titles=titles("信贷资金回流或挪用", "Fondos que vuelven o se desvían", "Funds flow back"),
    advice=_ADVICE,
    source="method 1 of ten (m079)",
    find=_back,
)
PAYEE_UNCLEAR = Alert(
    name="payee_unclear",
    titles=titles("信贷资金流向不明", "Destino de fondos no claro", "Payee unclear"),
    advice=_ADVICE,
    source="method 1 of ten (m079)",
    find=_unclear,
    settings=("flow_trace_days",),
)
