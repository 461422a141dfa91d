"""一户一分类、一户一目标、一户一方案、一户一档案: what a household that owes must have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.rules.calendar import plus_days
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk

_SOURCE = "一户一分类，一户一目标，一户一方案，一户一档案 (m015)"


def without_class(desk: Desk) -> Iterator[Due]:
    """Each of its loans; one that has a class is done since it first had one."""
    for loan in desk.loans:
        due_on = plus_days(loan.granted_on, desk.settings(loan).household_days)
        classes = desk.classes.get(loan.account_id)
        if loan.class_code is None:
            yield Due(loan, due_on)
        elif classes:
            yield Due(loan, due_on, "", classes[0][0], classes[0][2])


def without_target(desk: Desk) -> Iterator[Due]:
    """A plan of collection for any loan of the household, or a place on a target list."""
    for household in desk.households:
        due_on = plus_days(household.since, desk.settings(household.loans[0]).household_days)
        found = [
            each
            for kind in ("loan_plan", "target_list")
            for each in desk.of_household(kind, household.household_id)
        ]
        first = min(found, key=lambda each: each.on) if found else None
        yield Due(household, due_on, "", first.on if first else None, first.fact if first else None)


def without_plan(desk: Desk) -> Iterator[Due]:
    """A household with a bad loan has its own plan of collection, made since it turned bad."""
    for household in desk.households:
        bad = []
        for loan in household.loans:
            if loan.is_bad and (turned := desk.bad_since(loan)):
                bad.append((*turned, loan))
        if not bad:
            continue
        since, fact, loan = min(bad, key=lambda each: (each[0], each[2].number))
        plans = desk.of_household("collection_plan", household.household_id)
        made = next((each for each in plans if each.on >= since), None)
        due_on = plus_days(since, desk.settings(loan).household_days)
        why = (Because("bad_since", since, fact),)
        done_on, evidence = (made.on, made.fact) if made else (None, None)
        yield Due(household, due_on, since.isoformat(), done_on, evidence, why)


def without_file(desk: Desk) -> Iterator[Due]:
    """A file without a single paper is no file; what else it lacks: hudang household missing."""
    for household in desk.households:
        if household.household_id not in desk.with_papers:
            chosen = desk.settings(household.loans[0])
            yield Due(household, plus_days(household.since, chosen.household_days))


NO_CLASS = Rule(
    name="household_class",
    titles=titles("一户一分类缺失", "Crédito sin clase", "Loan without a class"),
    what=titles(
        "每笔贷款都要有五级分类；分类登记为完成",
        "Todo crédito tiene su clase; se cumple con la clase registrada",
        "Every loan has a class; done by the class on record",
    ),
    source=_SOURCE,
    dues=without_class,
    form="classification",
    settings=("household_days",),
)

NO_TARGET = Rule(
    name="household_target",
    titles=titles("一户一目标缺失", "Cliente sin meta", "Household without a target"),
    what=titles(
        "每户都要有收回目标；逐笔收回计划或清收名单登记为完成",
        "Todo cliente tiene su meta de cobro; se cumple con un plan de cobro o una lista",
        "Every household has a target; done by a plan for one of its loans or a place on a list",
    ),
    source=_SOURCE,
    dues=without_target,
    form="loan_plan",
    settings=("household_days",),
)

NO_PLAN = Rule(
    name="household_plan",
    titles=titles("一户一方案缺失", "Moroso sin plan", "Bad loan without a plan"),
    what=titles(
        "有不良贷款的户要有一户一策清收方案；形成不良后的方案登记为完成",
        "Todo cliente con crédito moroso tiene su plan de cobro; se cumple con el plan registrado",
        "Every household with a bad loan has a plan of collection; done by the plan made since",
    ),
    source=f"{_SOURCE}; 一户一策 (m014)",
    dues=without_plan,
    form="collection_plan",
    settings=("household_days",),
)

NO_FILE = Rule(
    name="household_file",
    titles=titles("一户一档案缺失", "Cliente sin expediente", "Household without a file"),
    what=titles(
        "每户都要建档；归入第一份资料为完成",
        "Todo cliente tiene su expediente; se cumple al archivar su primer documento",
        "Every household has a file; done when its first paper is filed",
    ),
    source=_SOURCE,
    dues=without_file,
    settings=("household_days",),
)

HOUSEHOLD_COMPLETE: Sequence[Rule] = (NO_CLASS, NO_TARGET, NO_PLAN, NO_FILE)
