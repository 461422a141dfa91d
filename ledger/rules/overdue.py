"""Overdue and in arrears: why, who answers for it, and reminders that do not stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.rules.calendar import plus_days
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.repeating import after_the_last


def causes(desk: Desk) -> Iterator[Due]:
    """Counted from the day the loan became overdue; an analysis since then counts."""
    for loan in desk.loans:
        since = loan.overdue_since
        if since is None:
            continue
        found = [each for each in desk.of_loan("overdue_cause", loan) if each.on >= since]
        due_on = plus_days(since, desk.settings(loan).overdue_cause_days)
        why = (Because("overdue_since", since), Because("days_overdue", loan.days_overdue))
        done_on, fact = (found[0].on, found[0].fact) if found else (None, None)
        yield Due(loan, due_on, since.isoformat(), done_on, fact, why)


def reminders(desk: Desk) -> Iterator[Due]:
    """Counted from the last contact, or from the day it became overdue or fell into arrears."""
    for loan in desk.loans:
        since = loan.overdue_since
        why: tuple[Because, ...] = ()
        if since is not None:
            why = (Because("overdue_since", since),)
        if loan.arrears_fen:
            since = min(filter(None, (since, desk.arrears_since.get(loan.account_id))))
            why = (*why, Because("arrears", loan.arrears_fen))
        if since is None:
            continue
        days = desk.settings(loan).collection_days
        done = [(each.on, each.fact) for each in desk.of_loan("contact", loan) if each.on >= since]
        yield from after_the_last(loan, since, days, done, why)


OVERDUE_CAUSES = Rule(
    name="overdue_cause",
    titles=titles(
        "逾期原因分析和责任认定", "Causa y responsabilidad de la mora", "Cause of being overdue"
    ),
    what=titles(
        "逾期超过规定天数的贷款，由信贷和稽核部门逐笔分析原因、认定责任人；分析登记为完成",
        "Pasados los días fijados de mora, créditos y auditoría analizan causa y responsable; se "
        "cumple con el análisis registrado",
        "After the days set, credit and audit departments analyse why a loan is overdue and who "
        "answers for it; done by the analysis on record",
    ),
    source="loans overdue more than 10 days: cause and responsibility (m070)",
    dues=causes,
    form="overdue_cause",
    settings=("overdue_cause_days",),
)

COLLECTION_REMINDER = Rule(
    name="collection_reminder",
    titles=titles("逾期欠息催收", "Gestión de cobro", "Reminder to pay"),
    what=titles(
        "逾期或欠息期间按规定间隔催收（电话、上门、信函、法律）；上次催收后的催收登记为完成",
        "Mientras haya mora o intereses impagos se gestiona el cobro a intervalos; se cumple con "
        "una gestión posterior a la última",
        "While a loan is overdue or in arrears with interest it is asked for again and again; done "
        "by a contact after the last one",
    ),
    source="collection by phone, visit, letter, message and law (m061, m077, m096)",
    dues=reminders,
    form="contact",
    settings=("collection_days",),
)

OVERDUE_RULES: Sequence[Rule] = (OVERDUE_CAUSES, COLLECTION_REMINDER)
