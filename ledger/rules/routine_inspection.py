"""定期贷后检查: again and again while principal is owed, more often where more is at stake."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.calendar import plus_days
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.repeating import after_the_last


def dues(desk: Desk) -> Iterator[Due]:
    """Counted from the last visit; before the first one, the first inspection is what is due."""
    for loan in desk.loans:
        if loan.is_bad:
            continue
        visits = [v for v in desk.visits(loan) if v.done_on >= loan.granted_on]
        if not visits:
            continue
        chosen = desk.settings(loan)
        days = chosen.routine_days(loan.guarantee, loan.amount_fen)
        last = visits[-1]
        if last.next_due_on and last.next_due_on < plus_days(last.done_on, days):
            # The inspector himself wants to come again sooner.
            why = (Because("next_due_on", last.next_due_on, last.fact),)
            yield Due(loan, last.next_due_on, last.done_on.isoformat(), None, None, why)
            continue
        first, *others = [(v.done_on, v.fact) for v in visits]
        yield from after_the_last(loan, first[0], days, others)


ROUTINE_INSPECTION = Rule(
    name="routine_inspection",
    titles=titles("定期贷后检查", "Inspección periódica", "Routine inspection"),
    what=titles(
        "按金额和担保方式规定的间隔检查借款人、保证人和抵质押物状况；以上次检查后的检查登记为完成",
        "Inspeccionar deudor, fiador y garantía a los intervalos fijados por importe y garantía; "
        "se cumple con la siguiente inspección registrada",
        "Inspect borrower, guarantor and collateral at the intervals set by amount and guarantee; "
        "done by the next inspection recorded",
    ),
    source="regular inspection of borrower, guarantor and collateral (m088)",
    dues=dues,
    form="inspection",
    fills={"kind_of_visit": "定期检查"},
    document="inspection-report",
    settings=("routine_inspection_days", "routine_inspections"),
)
