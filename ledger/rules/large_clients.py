"""Large loans and large clients: looked at one by one, from the desk and on site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.repeating import each_period


def large_loans(desk: Desk) -> Iterator[Due]:
    """A visit to the household as a whole does not count: each loan has its own report."""
    for loan in desk.loans:
        chosen = desk.settings(loan)
        if loan.amount_fen < chosen.large_loan_yuan * 100 or not chosen.large_loan_yuan:
            continue
        done = [
            (visit.done_on, visit.fact)
            for visit in desk.visits(loan)
            if visit.account_id == loan.account_id
        ]
        yield from each_period(loan, desk.as_of, chosen.large_loan_months, loan.granted_on, done)


def offsite(desk: Desk) -> Iterator[Due]:
    """Large clients, from the desk."""
    for household in desk.households:
        if household.tier == "large":
            done = [
                (each.on, each.fact)
                for each in desk.of_household("offsite_check", household.household_id)
            ]
            months = desk.settings(household.loans[0]).offsite_months
            why = (Because("owed", household.owed_fen), Because("tier", household.tier))
            yield from each_period(household, desk.as_of, months, household.since, done, why)


def onsite(desk: Desk) -> Iterator[Due]:
    """Large clients, at their place."""
    for household in desk.households:
        if household.tier == "large":
            done = [(visit.done_on, visit.fact) for visit in desk.visits_of(household)]
            months = desk.settings(household.loans[0]).onsite_months
            why = (Because("owed", household.owed_fen), Because("tier", household.tier))
            yield from each_period(household, desk.as_of, months, household.since, done, why)


LARGE_LOAN = Rule(
    name="large_loan_inspection",
    titles=titles("大额贷款逐笔检查", "Inspección de crédito grande", "Inspection of a large loan"),
    what=titles(
        "大额贷款逐笔现场检查、写出书面报告、现场整改；该笔贷款当期的检查登记为完成",
        "Cada crédito grande se inspecciona por separado, con informe escrito; se cumple con una "
        "inspección de ese crédito en el período",
        "Each large loan is inspected by itself, with a written report; done by an inspection of "
        "that very loan in the period",
    ),
    source="large loans inspected one by one, written report, on-site rectification (m097)",
    dues=large_loans,
    form="inspection",
    fills={"kind_of_visit": "专项检查"},
    document="inspection-report",
    settings=("large_loan_yuan", "large_loan_months"),
)

OFFSITE = Rule(
    name="offsite_monitoring",
    titles=titles("大额客户非现场监测", "Seguimiento a distancia", "Off-site monitoring"),
    what=titles(
        "对大户按月查询系统、分析财务，登记非现场监测结果；发现可疑的另登记可疑信息",
        "Cada mes se consultan los sistemas y las cifras de los clientes grandes; se cumple con el "
        "registro; lo sospechoso se anota aparte",
        "Each month systems and figures of large clients are looked at; done by the off-site "
        "check; suspicious information is recorded as such",
    ),
    source="按月对贷款额度较大的客户进行非现场监测 (m022)",
    dues=offsite,
    form="offsite_check",
    settings=("size_tiers", "offsite_months"),
)

ONSITE = Rule(
    name="onsite_monitoring",
    titles=titles("重点客户现场监测", "Visita a cliente grande", "On-site monitoring"),
    what=titles(
        "对重点客户按季现场监测一次；当期对该户任一笔贷款的检查登记为完成",
        "Cada trimestre se visita a los clientes grandes; se cumple con una inspección del cliente "
        "o de un crédito suyo",
        "Each quarter large clients are visited; done by an inspection of the household or of any "
        "of its loans",
    ),
    source="按季对重点客户进行一次现场监测 (m023)",
    dues=onsite,
    form="inspection",
    fills={"kind_of_visit": "定期检查"},
    document="inspection-report",
    settings=("size_tiers", "onsite_months"),
)

LARGE_CLIENTS: Sequence[Rule] = (LARGE_LOAN, OFFSITE, ONSITE)
