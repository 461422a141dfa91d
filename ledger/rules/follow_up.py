"""What was found is followed up: suspicious information, and defects that were to be put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ledger.rules.calendar import plus_days
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Household, Loan, Unit


def investigations(desk: Desk) -> Iterator[Due]:
    """Each piece of information on its own; what was found names the day it was found on."""
    results = desk.facts("investigation")
    several: dict[str, int] = defaultdict(int)
    for each in desk.facts("suspicion"):
        about = _about(desk, each)
        if about is None:
            continue
        days = desk.settings(about.loans[0]).investigation_days
        due_on = each.day("investigate_by") or plus_days(each.on, days)
        answer = next(
            (
                result
                for result in results
                if result.household_id == each.household_id
                and result.account_id in (None, each.account_id)
                and result.day("found_on") == each.on
            ),
            None,
        )
        label = f"{about.label}:{each.on}"
        several[label] += 1
        period = f"{each.on}-{several[label]}" if several[label] > 1 else each.on.isoformat()
        why = (Because("suspicion", each.text("what"), each.fact),)
        done_on, evidence = (answer.on, answer.fact) if answer else (None, None)
        yield Due(about, due_on, period, done_on, evidence, why)


def _about(desk: Desk, fact: Stated) -> Loan | Household | None:
    if fact.account_id is not None:
        return desk.loan_of.get(fact.account_id)
    return desk.household_of.get(fact.household_id or 0)


def rectifications(desk: Desk) -> Iterator[Due]:
    """A notice is done when the second look passed it; an extension moves its deadline."""
    steps: dict[str, list[Stated]] = defaultdict(list)
    for step in desk.facts("rectification_step"):
        steps[str(step.text("notice_no"))].append(step)
    for notice in desk.facts("rectification"):
        number = str(notice.text("notice_no"))
        taken = [step for step in steps[number] if step.on >= notice.on]
        deadline = notice.day("deadline") or notice.on
        for step in taken:
            deadline = step.day("new_deadline") or deadline
        passed = next((step for step in taken if step.text("step") == "passed"), None)
        why = (Because("problems", notice.text("problems"), notice.fact),)
        about = Unit(notice.text("charged_unit"), notice.text("person"), number)
        done_on, evidence = (passed.on, passed.fact) if passed else (None, None)
        yield Due(about, deadline, "", done_on, evidence, why)


INVESTIGATE = Rule(
    name="investigate",
    titles=titles("可疑信息核查", "Información por investigar", "Suspicious information"),
    what=titles(
        "可疑信息由客户部在期限内调查落实；核查结论登记为完成",
        "La información sospechosa se investiga dentro del plazo; se cumple con el resultado",
        "Suspicious information is looked into by its deadline; done by the result on record",
    ),
    source="发现可疑信息，立即通过客户部调查落实 (m024)",
    dues=investigations,
    form="investigation",
    settings=("investigation_days",),
)

RECTIFY = Rule(
    name="rectify",
    titles=titles("限期整改", "Regularización", "Rectification"),
    what=titles(
        "整改通知书所列问题在期限内整改；复查合格登记为完成",
        "Los defectos de la orden se corrigen dentro del plazo; se cumple con la revisión aprobada",
        "What a rectification notice lists is put right by its deadline; done when the second "
        "look passed it",
    ),
    source="限期整改通知书 and follow-up (m031); problems rectified in time (m068)",
    dues=rectifications,
    form="rectification_step",
    fills={"step": "复查合格"},
)

FOLLOW_UP: Sequence[Rule] = (INVESTIGATE, RECTIFY)
