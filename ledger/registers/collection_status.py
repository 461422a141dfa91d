"""待催收情况表: the last contact with each loan overdue or bad, the next, the time limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.bad.file import BadLoan, Desk
from ledger.bad.picking import to_collect
from ledger.book import View
from ledger.kinds.shared import titles
from ledger.registers import bad_columns as bad
from ledger.registers.declaration import Entry, Register

_WHY = {
    "due": titles("到期日", "Vencimiento", "Due date"),
    "notice": titles("签收催收通知", "Aviso firmado", "Notice signed for"),
    "payment": titles("还款", "Pago", "Payment"),
    "court": titles("诉讼", "Juicio", "Court"),
    "stated": titles("排查认定", "Declarado", "As surveyed"),
    "judged": titles("已判决", "Sentencia", "Judged"),
    "enforced": titles("申请执行", "Ejecución", "Enforcement"),
}


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[BadLoan]]:
    """Loans to be collected, the most overdue first; `contact_due`, `lapse_due`: only those."""
    found = bad.chosen(Desk(view).of(to_collect(view)), filters)
    for one in sorted(found, key=lambda one: (-one.loan.days_overdue, one.loan.number)):
        if filters.get("contact_due") and not one.contact_due:
            continue
        if filters.get("lapse_due") and not one.lapse_due:
            continue
        last = one.last("contact")
        yield Entry(one, last.fact, last.source) if last else bad.entry(one)


def _days(one: BadLoan) -> int | None:
    last = one.day("contact", "on")
    return (one.loan.as_of - last).days if last else None


COLLECTION_STATUS = Register(
    name="collection-status",
    titles=titles("待催收及时效情况表", "Estado de la gestión de cobro", "State of collection"),
    columns=(
        bad.UNIT,
        bad.HOUSEHOLD,
        bad.BORROWER,
        bad.IOU_NO,
        bad.BALANCE,
        bad.ARREARS,
        bad.CLASS,
        bad.DUE_ON,
        bad.DAYS_OVERDUE,
        bad.LAST_CONTACT,
        bad.stated("contact", "mode"),
        bad.stated("contact", "target"),
        bad.stated("contact", "feedback"),
        bad.column(
            "contacts", "催收次数", "Gestiones", "Contacts",
            lambda one: len(one.every("contact")), kind="count", width=8, total=True,
        ),
        bad.column(
            "days_since", "距上次天数", "Días desde la última", "Days since",
            _days, kind="count", width=8,
        ),
        bad.stated("contact", "next_on"),
        bad.CONTACT_DUE,
        bad.LIMITATION,
        bad.column(
            "limitation_why", "时效起算依据", "Cuenta desde", "Counted from",
            lambda one: one.limitation.why if one.limitation else None,
            kind="choice", width=10, words=_WHY,
        ),
        bad.column(
            "limitation_since", "时效起算日", "Fecha de inicio", "Since",
            lambda one: one.limitation.since if one.limitation else None, kind="date", width=11,
        ),
        bad.LAPSE_DUE,
        bad.SECURED_UNTIL,
        bad.COLLECTOR,
        bad.MANAGER,
    ),
    rows=rows,
    filters=bad.FILTERS | {"contact_due", "lapse_due"},
)  # fmt: skip
