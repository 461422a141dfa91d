"""首次贷后检查: on site, soon after the money was paid out, with proof of what it was used for."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.calendar import plus_days
from ledger.rules.declaration import Due, Rule, titles
from ledger.rules.desk import Desk


def dues(desk: Desk) -> Iterator[Due]:
    """The first visit on or after the day of the drawdown counts, whatever it was called."""
    for loan in desk.loans:
        due_on = plus_days(loan.granted_on, desk.settings(loan).first_inspection_days)
        first = next((v for v in desk.visits(loan) if v.done_on >= loan.granted_on), None)
        if first:
            yield Due(loan, due_on, "", first.done_on, first.fact)
        else:
            yield Due(loan, due_on)


FIRST_INSPECTION = Rule(
    name="first_inspection",
    titles=titles("首次贷后检查", "Primera inspección", "First inspection"),
    what=titles(
        "放款后规定天数内到借款人现场检查，核实用途并附用途证明；以放款日后首次检查登记为完成",
        "Visitar al deudor dentro del plazo tras el desembolso y comprobar el destino con "
        "documentos; se cumple con la primera inspección registrada desde el desembolso",
        "Visit the borrower within the period after the drawdown and see proof of what the money "
        "was used for; done by the first inspection recorded from the drawdown on",
    ),
    source="seed practice: within one month of the drawdown, on site, with evidence of use (m087)",
    dues=dues,
    form="inspection",
    fills={"kind_of_visit": "首次检查"},
    document="inspection-report",
    settings=("first_inspection_days",),
)
