"""五级分类: material collected and a first class each month, the determination each quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.rules.declaration import Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.repeating import Done, each_period
from ledger.rules.subjects import Loan


def _determined(desk: Desk, loan: Loan) -> Done:
    return [(day, fact) for day, _code, fact in desk.classes.get(loan.account_id, ())]


def monthly(desk: Desk) -> Iterator[Due]:
    """A first class counts, and a determined one all the more."""
    for loan in desk.loans:
        done = list(_determined(desk, loan))
        if stages := desk.of_loan("class_stage", loan):
            done = sorted([*done, *((each.on, each.fact) for each in stages)])
        days = desk.settings(loan).classification_days
        yield from each_period(loan, desk.as_of, 1, loan.granted_on, done, due_days=days)


def quarterly(desk: Desk) -> Iterator[Due]:
    """Only a class that was determined counts."""
    for loan in desk.loans:
        days = desk.settings(loan).classification_days
        done = _determined(desk, loan)
        yield from each_period(loan, desk.as_of, 3, loan.granted_on, done, due_days=days)


CLASS_MONTHLY = Rule(
    name="class_monthly",
    titles=titles("五级分类按月初分", "Clasificación mensual", "Monthly first class"),
    what=titles(
        "按月收集分类材料并初分；当月的初分或认定登记为完成",
        "Cada mes se reúnen los datos y se propone la clase; se cumple con la clase propuesta o "
        "determinada",
        "Each month the material is collected and a first class given; done by it, or by a "
        "determined class",
    ),
    source="monthly collection and first classification (m083, m095)",
    dues=monthly,
    form="classification",
    settings=("classification_days",),
)

CLASS_QUARTERLY = Rule(
    name="class_quarterly",
    titles=titles("五级分类按季认定", "Clasificación trimestral", "Quarterly class"),
    what=titles(
        "每笔贷款按季认定分类；当季的认定登记为完成",
        "Cada trimestre se determina la clase de cada crédito; se cumple con la clase registrada",
        "Each quarter the class of every loan is determined; done by the class on record",
    ),
    source="quarterly determination (m083); at least quarterly by the rules of 2023",
    dues=quarterly,
    form="classification",
    settings=("classification_days",),
)

CLASSING_DUE: Sequence[Rule] = (CLASS_MONTHLY, CLASS_QUARTERLY)
