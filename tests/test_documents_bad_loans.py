"""Documents about bad loans and warnings: plans by household, findings of responsibility, forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from templates.asking import Asked, requested
from templates.request import AskedWrongly, NothingToReport
from tests.bad_loans import classed, office, paid, post, say
from tests.drafts import drafted
from tests.ledger_workbooks import loan_row
from tests.templates_reading import text_of

DAY = date(2025, 12, 31)
KNOWN_ON = date(2099, 1, 5)


@pytest.fixture
def bad(tmp_path: Path) -> Workspace:
    """Two loans; the first is bad since June."""
    rows = [loan_row(n, 五级分类=None, 到期日=date(2025, 3, 14)) for n in (1, 2)]
    made = office(tmp_path, rows)
    post(made, [classed(1, date(2025, 6, 30), "substandard")])
    return made


def every(workspace: Workspace, kind: str) -> list[Any]:
    """Return all documents of a kind, computed and not written."""
    with requested(workspace, kind, Asked(as_of=DAY, known_on=KNOWN_ON), every=True) as found:
        chosen, request = found
        assert chosen.each is not None
        return list(chosen.each(request))


def values_of(workspace: Workspace, kind: str, **asked: Any) -> Any:
    """Return the values of one document."""
    given = Asked(as_of=DAY, known_on=KNOWN_ON, **asked)
    with requested(workspace, kind, given) as (chosen, request):
        assert chosen.compute is not None
        return chosen.compute(request).values


def test_m014_each_household_with_a_bad_loan_gets_its_plan_and_no_other(bad: Workspace) -> None:
    (plan,) = every(bad, "household-plan")

    assert [line.number for line in plan.values.loans] == ["JJ20240001"]
    with pytest.raises(NothingToReport, match="no bad loan"):
        values_of(bad, "household-plan", household=plan.household_id % 2 + 1)


def test_m063_a_plan_prints_its_six_points_and_what_came_in_since(bad: Workspace) -> None:
    say(
        bad, "collection_plan", 1, on="2025-09-01", goal_fen="10000", measures="分期归还",
        deadline="2026-06-30", discipline="两人同行",
    )  # fmt: skip
    post(bad, [paid(1, date(2025, 8, 1), 10_000), paid(1, date(2025, 10, 8), 20_000, 500)])

    (plan,) = every(bad, "household-plan")

    assert plan.values.received.value == 20_500, "what came in before the plan is not its work"
    assert [row.amount for row in plan.values.received.rows] == [20_500]
    assert plan.values.points.goal.value == 1_000_000
    assert plan.values.points.reward is None, "what nobody stated is a blank"
    assert plan.values.points.goal in [one.figure for one in plan.values.figures]


def test_a_plan_tells_until_when_the_claim_can_be_sued_for_and_why(bad: Workspace) -> None:
    before = every(bad, "household-plan")[0].values.loans[0]
    say(bad, "contact", 1, on="2025-11-03", mode="letter", notice_no="CS-1", signed="是")

    after = every(bad, "household-plan")[0].values.loans[0]

    assert after.limitation_until == date(2028, 11, 3)
    assert after.limitation_since == "2025-11-03签收催收通知CS-1"
    assert before.limitation_until != after.limitation_until


def test_m033_a_finding_names_who_had_which_part_and_who_answers(bad: Workspace) -> None:
    say(bad, "responsibility", 1, role="approval", person="审批人甲", from_on="2024-01-02")
    say(
        bad, "liability", 1, on="2025-12-01", person="审批人甲", stage="approval",
        nature="chief", sanction="警告",
    )  # fmt: skip

    found = values_of(bad, "responsibility-finding", loan="JJ20240001")

    roles = {line.role: line.person for line in found.roles}
    assert roles["审批"] == "审批人甲"
    assert roles["调查"] is None
    assert [(line.nature, line.sanction) for line in found.liabilities] == [("主要责任", "警告")]
    assert found.first_bad_on == date(2025, 6, 30)


def test_m026_a_warnings_form_shows_the_steps_taken_and_leaves_room_for_the_rest(
    bad: Workspace,
) -> None:
    say(
        bad, "risk_warning", 1, warning_no="YJ-1", on="2025-11-03", level="orange",
        signal="存栏减少", raised_by="风险经理丁",
    )  # fmt: skip
    say(
        bad, "warning_step", 1, warning_no="YJ-1", on="2025-11-05", step="opinion",
        decision="agreed", opinion="情况属实", by="部门负责人甲",
    )  # fmt: skip

    made = drafted(bad, "risk-warning-form", fact="YJ-1", as_of=DAY, known_on=KNOWN_ON)

    text = text_of(made.path.read_bytes())
    assert "☑橙色" in text
    assert "同意；情况属实" in text
    assert text.index("客户部门意见") < text.index("主管行长审批") < text.index("预警解除")
    assert len(every(bad, "risk-warning-form")) == 1


def test_a_warning_that_does_not_exist_is_said(bad: Workspace) -> None:
    with pytest.raises(AskedWrongly, match="YJ-9"):
        values_of(bad, "risk-warning-form", fact="YJ-9")


def test_a_guarantor_on_record_is_asked_for_the_loan_that_is_overdue(bad: Workspace) -> None:
    say(
        bad, "guarantee", 1, guarantor="保证人戊", contract_no="BZ-1", on="2024-03-15",
        guaranteed_fen="50000", until="2028-03-14",
    )  # fmt: skip

    (notice,) = every(bad, "guarantor-notice")

    assert notice.values.guarantors == "保证人戊"
    (line,) = notice.values.guarantees
    assert (line.guaranteed.value, line.until) == (5_000_000, date(2028, 3, 14))
    assert line.guaranteed in [one.figure for one in notice.values.figures]
    assert notice.loans == ("JJ20240001",), "the other loan has no guarantor"


def test_a_notice_to_a_guarantor_has_a_line_for_him_to_sign(bad: Workspace) -> None:
    say(bad, "guarantee", 1, guarantor="保证人戊", contract_no="BZ-1", on="2024-03-15")

    made = drafted(bad, "guarantor-notice", loan="JJ20240001", as_of=DAY, known_on=KNOWN_ON)

    letter, receipt = text_of(made.path.read_bytes()).split("担保人履行责任通知书回执")
    assert "保证人戊" in letter
    assert "保证人戊" in receipt
    assert "None" not in letter + receipt


def test_a_judged_claim_shows_the_limit_for_enforcement_and_leaves_its_day_open(
    bad: Workspace,
) -> None:
    say(
        bad, "litigation", 1, on="2025-10-11", case_no="东民初9号", stage="判决",
        judged_on="2025-12-05",
    )  # fmt: skip

    line = every(bad, "household-plan")[0].values.loans[0]

    assert line.limitation_until is None
    assert line.limitation_since == "2025-12-05判决，申请执行时效，履行期届满日或生效日待核"
