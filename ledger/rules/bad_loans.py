"""Every bad loan is looked at each month, and its risk surveyed each quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from archive.ledger_settings import LedgerSettings
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.repeating import Done, each_period
from ledger.rules.subjects import Loan


def checks(desk: Desk) -> Iterator[Due]:
    """Any visit counts."""
    yield from _dues(
        desk,
        lambda chosen: chosen.bad_loan_check_months,
        lambda loan: [(visit.done_on, visit.fact) for visit in desk.visits(loan)],
    )


def surveys(desk: Desk) -> Iterator[Due]:
    """The questionnaire on debt, willingness, capacity and assets."""
    yield from _dues(
        desk,
        lambda chosen: chosen.bad_loan_survey_months,
        lambda loan: [(each.on, each.fact) for each in desk.of_loan("risk_survey", loan)],
    )


def _dues(
    desk: Desk, months: Callable[[LedgerSettings], int], done: Callable[[Loan], Done]
) -> Iterator[Due]:
    for loan in desk.loans:
        since = desk.bad_since(loan) if loan.is_bad else None
        if since:
            why = (Because("bad_since", *since),)
            yield from each_period(
                loan, desk.as_of, months(desk.settings(loan)), since[0], done(loan), why
            )


BAD_LOAN_CHECK = Rule(
    name="bad_loan_check",
    titles=titles("不良贷款检查", "Inspección de crédito moroso", "Inspection of a bad loan"),
    what=titles(
        "不良贷款逐笔按月检查；当期内的检查登记为完成",
        "Cada crédito moroso se inspecciona cada mes; se cumple con una inspección en el período",
        "Every bad loan is inspected each month; done by an inspection in the period",
    ),
    source="monthly inspection of every bad loan (m050)",
    dues=checks,
    form="inspection",
    fills={"kind_of_visit": "专项检查"},
    document="inspection-report",
    settings=("bad_loan_check_months",),
)

BAD_LOAN_SURVEY = Rule(
    name="bad_loan_survey",
    titles=titles(
        "不良贷款风险排查", "Revisión de riesgo de crédito moroso", "Risk survey of a bad loan"
    ),
    what=titles(
        "不良贷款逐笔按季排查债权债务、还款意愿、偿还能力、有效资产和时效；填不良贷款风险排查表",
        "Cada trimestre se revisa deuda, voluntad, capacidad, bienes y plazos de cada crédito "
        "moroso; se cumple con su ficha de riesgo",
        "Each quarter debt, willingness, capacity, assets and limitation of every bad loan are "
        "looked into; done by a risk survey",
    ),
    source="quarterly inspection of every bad loan, six questions (m044, m050)",
    dues=surveys,
    form="risk_survey",
    settings=("bad_loan_survey_months",),
)

BAD_LOANS: Sequence[Rule] = (BAD_LOAN_CHECK, BAD_LOAN_SURVEY)
