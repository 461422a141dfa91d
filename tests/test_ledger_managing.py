"""Who answers for what, and how well it is done: clients, targets, scores, notices, the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from archive.managing_settings import ManagingSettings
from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.findings import check
from ledger.kinds.registry import kind_of
from ledger.managing.filling import filled_sheet, loss_of
from ledger.managing.gaps import lacking
from ledger.managing.performance import performances
from ledger.managing.rectifications import rectifications
from ledger.managing.scores import basis_of, consequences, filled
from ledger.managing.scoring import score_of
from ledger.managing.staff import left_behind
from ledger.managing.tiers import department_of_class, reassignments, unit_of_tier
from ledger.posting import Origin
from ledger.recording import FactRefused, NewFact, record
from ledger.registers import register, write_xlsx
from ledger.registers.performance_register import PeriodNotUnderstood
from ledger.scores import SheetInvalid, sheet, sheets
from ledger.spans import month_of, quarter_of
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, repayment_sheet, workbook

YEAR_END = date(2025, 12, 31)
JUNE = month_of(date(2025, 6, 1))
PERSON = Origin(kind="person", person="周测")
DAILY = "贷后管理日常检查评分表"

Say = Callable[..., NewFact]


def book_of(folder: Path, settings: Settings | None = None) -> Workspace:
    """Four households: normal, bad, large and under another officer, paid off in June."""
    made = create_workspace(folder / "workspace", settings or Settings())
    rows = [
        loan_row(1),
        loan_row(2, 五级分类="次级", 逾期天数=95, 到期日=date(2025, 9, 1)),
        loan_row(3, 管户人="李管户", 借据金额=300000, 余额=250000),
        loan_row(4, 管户人="李管户", 到期日=date(2025, 6, 20), 余额=0),
    ]
    receipts = [
        ["2025-06-20", "JJ20240004", "测试户4", 50000, 1200, "现金"],
        ["2025-06-25", "JJ20240003", "测试户3", 50000, 900, "转账"],
    ]
    sheets = {"台账": loan_sheet(rows), "还款": repayment_sheet(receipts)}
    assert import_workbook(made, workbook(folder / "a.xlsx", sheets), actor="t").ok
    return made


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return book_of(tmp_path)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace that tests only read; what is said in it stands below."""
    made = book_of(tmp_path_factory.mktemp("office"))
    say(made, *(said(made, kind, about, **fields) for kind, about, fields in SAID))
    return made


SAID: tuple[tuple[str, int | str | None, dict[str, str]], ...] = (
    ("client_class", 2, {"分类日期": "2025-03-01", "管理区间": "三区间", "客户分类": "坚决退出",
                         "管户策略": "只收不贷"}),
    ("client_class", 1, {"分类日期": "2025-03-01", "管理区间": "一区间", "客户分类": "优良"}),
    ("ownership", 2, {"归属日期": "2025-01-01", "客户层级": "小户", "管理单位": "营业单位",
                      "牵头部门": "客户部"}),
    ("ownership", 3, {"归属日期": "2025-01-01", "客户层级": "小户"}),
    ("responsibility", 1, {"责任类型": "管户经理", "责任人": "王新", "责任起始日": "2025-01-01",
                           "责任书号": "管责2025-1"}),
    ("responsibility", 1, {"责任类型": "风险经理", "责任人": "赵风", "责任起始日": "2025-01-01"}),
    ("responsibility", "JJ20240002", {"责任类型": "放款责任", "责任人": "孙放款",
                                      "责任起始日": "2024-03-15",
                                      "责任认定意见": "用途与合同不符"}),
    ("responsibility_letter", None, {"责任书类型": "管户目标责任书", "责任人": "李管户",
                                     "签订日期": "2025-01-05", "责任期起": "2025-01-01",
                                     "责任期止": "2025-12-31", "收回本金目标": "100万"}),
    ("responsibility_letter", None, {"责任书类型": "贷后管理及目标责任书", "责任人": "赵风",
                                     "责任身份": "风险监管责任人", "签订日期": "2025-01-05",
                                     "责任期起": "2025-01-01", "责任期止": "2025-12-31"}),
    ("loan_plan", "JJ20240003", {"计划期": "2025年6月", "计划收回日": "2025-06-25",
                                 "计划收回本金": "4万", "计划收回利息": "1000"}),
    ("loan_plan", "JJ20240004", {"计划期": "2025年6月", "计划收回本金": "5万",
                                 "计划收回利息": "1200"}),
    ("manager_target", None, {"考核期": "2025年6月", "管户经理": "李管户", "存款计划": "50万",
                              "营销金额计划": "10万"}),
    ("manager_target", None, {"考核期": "2025年6月", "考核单位": "东河支行", "存款计划": "900万"}),
    ("manager_result", None, {"考核期": "2025年6月", "管户经理": "李管户", "存款完成": "45万",
                              "存款日均": "43万", "营销金额": "12万", "营销笔数": "3"}),
    ("officer", None, {"姓名": "李管户", "人员状态": "内退", "状态起始日": "2025-10-01",
                       "贷款接管人": "周测"}),
    ("focus", None, {"工作月份": "2025年6月", "收文单位": "客户部", "环节": "下发",
                     "办理日期": "2025-06-01", "工作重点内容": "到期贷款逐笔落实"}),
    ("focus", None, {"工作月份": "2025年6月", "收文单位": "客户部", "环节": "反馈",
                     "办理日期": "2025-06-28", "工作重点内容": "已落实两笔"}),
    ("determination", None, {"会议日期": "2025-06-30", "认定环节": "集体认定", "分类期": "2025Q2",
                             "参会人员": "周测、赵风", "认定笔数": "4", "认定意见": "同意"}),
    ("inspection_plan", None, {"计划年度": "2025", "检查类别": "安全", "计划日期": "2025-11-30"}),
    ("inspection_plan", None, {"计划年度": "2025", "检查类别": "信贷", "计划日期": "2025-09-30"}),
    ("rule_text", None, {"制度编号": "信管2025-12", "制度名称": "贷后管理细化量化标准",
                         "条文": "首次检查应在放款后三十日内完成", "施行日期": "2025-01-01"}),
    ("credit_village", None, {"名称": "东河村", "称号": "信用村", "评定日期": "2025-05-01"}),
    ("training", None, {"培训日期": "2025-04-10", "培训内容": "风险分类办法", "参加人数": "12"}),
    ("sanction", None, {"处罚日期": "2025-07-02", "受罚人": "孙放款", "处罚方式": "警告",
                        "是否造成损失": "否", "处罚原因": "用途未核实"}),
)  # fmt: skip


def said(made: Workspace, kind: str, about: int | str | None, **fields: str) -> NewFact:
    view = Book.of(made).at(YEAR_END)
    return stated(
        kind_of(kind),
        fields,
        language="zh",
        view=view,
        loan=about if isinstance(about, str) else None,
        household_id=about if isinstance(about, int) else None,
    )


def say(made: Workspace, *facts: NewFact) -> list[str]:
    return record(made, list(facts), actor="t", origin=PERSON)


def at(made: Workspace, day: date = YEAR_END) -> View:
    return Book.of(made).at(day)


def shown(view: View, name: str, **filters: Any) -> list[dict[str, str]]:
    made = register(view, name, **filters)
    return [dict(zip(made.headings("zh"), row, strict=True)) for row in made.text_rows("zh")]


def fill(made: Workspace, *lost: str, unit: str = "东河支行", on: date = date(2025, 6, 30)) -> None:
    losses = [loss_of(each) for each in lost]
    say(made, *filled_sheet(sheet(DAILY), losses, on=on, language="zh", unit=unit))


# -- clients, tiers, departments --------------------------------------------------------------


def test_m001_clients_are_listed_by_their_interval_with_the_measures_for_it(
    office: Workspace,
) -> None:
    (row,) = shown(at(office), "account-managers", interval="third")

    assert (row["户号"], row["管户策略"]) == ("000002", "只收不贷")


def test_m002_every_client_class_has_its_own_ledger(office: Workspace) -> None:
    assert [row["客户分类"] for row in shown(at(office), "post-loan", client_class="exit")] == [
        "坚决退出"
    ]
    assert [row["户号"] for row in shown(at(office), "post-loan", client_class="excellent")] == [
        "000001"
    ]


def test_a_client_class_without_measures_of_its_own_has_the_offices(tmp_path: Path) -> None:
    managing = ManagingSettings(strategies=("优良=优先支持", "三区间=压降"))
    made = book_of(tmp_path, replace(Settings(), managing=managing))
    say(made, said(made, "client_class", 1, 分类日期="2025-03-01", 客户分类="优良"))

    assert shown(at(made), "account-managers", household_id=1)[0]["管户策略"] == "优先支持"


def test_m011_a_client_whose_debt_crosses_a_threshold_is_to_be_reassigned(
    office: Workspace,
) -> None:
    (change,) = [one for one in reassignments(at(office)) if one.what == "tier"]

    assert (change.household.household_id, change.before, change.after) == (3, "small", "middle")
    assert unit_of_tier(change.after, Settings().managing) == "客户部"


def test_m011_a_reassignment_is_a_fact_and_ends_the_finding(workspace: Workspace) -> None:
    say(workspace, said(workspace, "ownership", 3, 归属日期="2025-01-01", 客户层级="小户"))
    assert "tier_crossed" in {finding.code for finding in check(at(workspace))}

    say(workspace, said(workspace, "ownership", 3, 归属日期="2025-12-01", 客户层级="中户"))

    assert "tier_crossed" not in {finding.code for finding in check(at(workspace))}


def test_m012_a_household_whose_class_turned_bad_belongs_to_the_other_department(
    office: Workspace,
) -> None:
    (change,) = [one for one in reassignments(at(office)) if one.what == "department"]

    assert (change.household.household_id, change.before, change.after) == (
        2, "客户部", "资产经营部",
    )  # fmt: skip
    assert change.source.sheet == "台账"
    assert department_of_class("normal", Settings().managing) == "客户部"
    assert department_of_class(None, Settings().managing) is None


# -- responsibilities and letters -------------------------------------------------------------


def test_m004_a_household_letter_is_kept_with_its_period_and_signature(office: Workspace) -> None:
    (letter,) = [
        one
        for one in at(office).records("responsibility_letter", subject="李管户")
        if one.values["letter"] == "account"
    ]

    assert letter.effective_on == date(2025, 1, 5)
    assert letter.day("until_on") == YEAR_END
    (row,) = shown(at(office), "account-managers", manager="王新")
    assert (row["责任书号"], row["风险经理"]) == ("管责2025-1", "赵风")


def test_m006_the_third_letter_names_who_supervises_the_risk(office: Workspace) -> None:
    (letter,) = at(office).records("responsibility_letter", subject="赵风")

    assert (letter.values["letter"], letter.values["signs_as"]) == (
        "post_loan", "risk_supervision",
    )  # fmt: skip


def test_m010_responsibility_is_determined_loan_by_loan(office: Workspace) -> None:
    (row,) = shown(at(office), "loan-responsibility", person="孙放款")

    assert (row["借据号"], row["责任认定意见"]) == ("JJ20240002", "用途与合同不符")


def test_m094_every_unpaid_loan_has_somebody_who_answers_for_it(office: Workspace) -> None:
    rows = shown(at(office), "loan-responsibility")

    assert [(row["借据号"], row["管户经理"]) for row in rows] == [
        ("JJ20240001", "王新"), ("JJ20240002", "周测"), ("JJ20240003", "李管户"),
    ]  # fmt: skip


def test_a_bad_loan_without_lending_and_collection_responsibility_is_found(
    office: Workspace,
) -> None:
    assert [row["借据号"] for row in shown(at(office), "loan-responsibility", lacking=True)] == [
        "JJ20240002"
    ]


def test_m036_a_household_under_two_managers_from_one_day_is_a_finding(
    workspace: Workspace,
) -> None:
    for person in ("王新", "赵接"):
        fields = {"责任类型": "管户经理", "责任人": person, "责任起始日": "2025-01-01"}
        say(workspace, said(workspace, "responsibility", 1, **fields))

    (finding,) = [one for one in check(at(workspace)) if one.code == "two_responsible"]
    assert "000001" in finding.message
    assert len(finding.sources) == 2


def test_m064_the_loans_of_somebody_who_retired_early_are_to_be_handed_over(
    office: Workspace,
) -> None:
    assert list(left_behind(at(office, date(2025, 9, 30)))) == []

    (left,) = left_behind(at(office))

    assert (left.loan.number, left.manager, left.successor) == ("JJ20240003", "李管户", "周测")
    assert "manager_left" in {finding.code for finding in check(at(office))}


def test_m007_the_post_loan_register_has_a_row_for_each_household_with_unpaid_loans(
    office: Workspace,
) -> None:
    rows = shown(at(office), "post-loan")

    assert [row["户号"] for row in rows] == ["000001", "000002", "000003"]
    assert rows[1]["五级分类"] == "次级"
    assert rows[0]["下次应检查日"] == "2024-04-14"
    assert id_number(1) not in rows[0]["证件号码"]


def test_m015_what_a_household_lacks_is_counted_for_class_target_plan_and_file(
    office: Workspace,
) -> None:
    found = {each.household.household_id: each for each in lacking(at(office))}

    assert all(each.classed and each.manager and not each.file for each in found.values())
    assert [number for number, each in found.items() if each.target] == [3]
    assert [number for number, each in found.items() if each.plan] == [2]
    assert len(shown(at(office), "households-lacking", lacks="target")) == 2


def test_m016_classes_are_kept_in_one_register_that_prints_as_a_sheet(
    office: Workspace, tmp_path: Path
) -> None:
    made = register(at(office), "five-level-class", unit="东河支行")

    write_xlsx(made, tmp_path / "c.xlsx", "zh")

    printed = openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[0]
    assert printed["A1"].value == "贷款五级分类台账"
    assert [row.fact for row in made.rows if row.fact and "classification:" in row.fact]


def test_m039_loans_in_good_standing_of_all_units_are_listed_together(office: Workspace) -> None:
    assert [row["借据号"] for row in shown(at(office), "normal-loans")] == [
        "JJ20240001", "JJ20240003",
    ]  # fmt: skip


# -- targets and performance ------------------------------------------------------------------


def test_m005_plans_loan_by_loan_add_up_to_the_managers_plan(office: Workspace) -> None:
    (mine,) = [one for one in performances(at(office), JUNE) if one.person == "李管户"]

    assert mine.value("principal_plan") == 9_000_000
    assert mine.value("interest_plan") == 220_000
    assert [row.amount for row in mine.figures["principal_plan"].rows] == [4_000_000, 5_000_000]


def test_m008_a_managers_month_is_judged_against_the_plan_with_every_row(
    office: Workspace,
) -> None:
    (mine,) = [one for one in performances(at(office), JUNE) if one.person == "李管户"]

    assert mine.value("principal") == 10_000_000
    assert mine.value("interest") == 210_000
    assert mine.value("due_rate") == Decimal("100.00")
    assert {row.label for row in mine.figures["principal"].rows} == {"JJ20240003", "JJ20240004"}
    assert mine.figures["principal"].rows[0].source.sheet == "还款"
    score = score_of(mine, Settings().managing)
    # 存款 90 %, 本金 111.11 % and 利息 95.45 % and 营销 120 % of plan, at most 100 % counted.
    assert [(part.name, part.points) for part in score.parts[:4]] == [
        ("deposits", Decimal("18.00")), ("principal", Decimal("25.00")),
        ("interest", Decimal("23.86")), ("marketing", Decimal("10.00")),
    ]  # fmt: skip
    assert (score.points, score.out_of) == (Decimal("76.86"), 80)


def test_m008_a_quarter_pays_out_by_points_and_months(office: Workspace) -> None:
    quarter = quarter_of(date(2025, 6, 30))
    (mine,) = [one for one in performances(at(office), quarter) if one.person == "李管户"]

    score = score_of(mine, ManagingSettings(payout_yuan_a_point=10, inspections_weight=0))

    # 存款 18.00 (a standing amount: June's), 本金 25, 利息 23.86; April and May have no result,
    # so marketing of the quarter is not known.
    assert (score.points, score.out_of) == (Decimal("66.86"), 70)
    assert score.payout_fen == 200_580
    assert mine.value("marketing") is None


def test_what_a_manager_did_counts_for_whoever_manages_the_loan_as_recorded(
    workspace: Workspace,
) -> None:
    fields = {"责任类型": "管户经理", "责任人": "王新", "责任起始日": "2025-06-01"}
    say(workspace, said(workspace, "responsibility", 3, **fields))

    found = {one.person: one.value("principal") for one in performances(at(workspace), JUNE)}

    assert found == {"周测": 0, "李管户": 5_000_000, "王新": 5_000_000}


def test_m100_a_unit_can_have_deposit_targets_too(office: Workspace) -> None:
    rows = shown(at(office), "manager_target")

    assert [(row["管户经理"], row["考核单位"], row["存款计划"]) for row in rows] == [
        ("李管户", "", "500,000.00"), ("", "东河支行", "9,000,000.00"),
    ]  # fmt: skip


def test_a_target_of_nobody_is_refused(workspace: Workspace) -> None:
    with pytest.raises(FactRefused, match="neither a person nor a unit"):
        said(workspace, "manager_target", None, 考核期="2025年6月", 存款计划="50万")


def test_a_period_that_is_none_is_refused(office: Workspace) -> None:
    with pytest.raises(PeriodNotUnderstood, match="下个月"):
        register(at(office), "performance", period="下个月")


def test_a_clerks_list_of_targets_and_results_is_imported(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["月份", "管户经理", "存款任务（万元）", "收本任务（万元）"],
        ["2025年6月", "李管户", 50, 8],
        [date(2025, 7, 1), "李管户", 55, 9],
    ]
    report = import_workbook(workspace, workbook(tmp_path / "t.xlsx", {"计划": rows}), actor="t")

    assert report.ok and report.added == {"record": 2}
    assert [one.text("period") for one in at(workspace).records("manager_target")] == [
        "2025-06", "2025-07",
    ]  # fmt: skip


# -- scores and what follows ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["daily_check", "policy_check", "compliance"])
def test_a_shipped_sheet_adds_up_to_100_points_and_speaks_three_languages(name: str) -> None:
    one = sheets()[name]

    assert sum(item.points for item in one.items) == 100
    assert all(set(item.titles) == {"zh", "es", "en"} for item in one.items)


def test_m028_an_office_keeps_its_own_bank_of_items(workspace: Workspace) -> None:
    own = workspace.root / "scores" / "policy_check.toml"
    own.parent.mkdir()
    own.write_text(
        '[titles]\nzh = "本社办法"\n[[items]]\ncode = "1"\npoints = 100\neach = 5\nzh = "手续"\n',
        encoding="utf-8",
    )

    assert sheet("本社办法", workspace.root).items[0].points == 100
    assert len(sheet("policy_check").items) == 12


def test_a_sheet_that_does_not_add_up_is_refused_by_its_file(workspace: Workspace) -> None:
    own = workspace.root / "scores" / "mine.toml"
    own.parent.mkdir()
    own.write_text('[titles]\nzh = "表"\n[[items]]\ncode = "1"\npoints = 90\nzh = "手续"\n')

    with pytest.raises(SheetInvalid, match=r"mine\.toml.*90, not to 100"):
        sheets(workspace.root)


def test_m029_units_are_compared_by_the_points_left(workspace: Workspace) -> None:
    fill(workspace, "1.1=4", unit="西岭支行", on=date(2025, 3, 31))
    fill(workspace, "1.1=8;未签责任书", "2.1=10;首检逾期")
    fill(workspace, "6.1=3", unit="西岭支行")

    rows = shown(at(workspace), "score-comparison")

    assert [
        (row["名次"], row["被检查单位（人）"], row["得分"], row["较上次"], row["等次"])
        for row in rows
    ] == [("1", "西岭支行", "97", "1", "优秀"), ("2", "东河支行", "82", "", "合格")]


def test_m030_below_80_points_a_fine_of_300_yuan_is_proposed_until_one_is_recorded(
    workspace: Workspace,
) -> None:
    fill(workspace, "1.1=8;未签责任书;信管2025-12;JJ20240001", "2.1=10;首检逾期", "2.3=4")

    (call,) = consequences(at(workspace))
    assert (call.fine_fen, call.done) == (30_000, ())
    assert call.filled.total == 78
    fine = {
        "处罚日期": "2025-07-02", "受罚单位": "东河支行", "处罚方式": "扣减发展费用",
        "处罚金额": "300", "检查评分": basis_of(call.filled),
    }  # fmt: skip
    say(workspace, said(workspace, "sanction", None, **fine))

    (again,) = consequences(at(workspace))
    assert [one.kind for one in again.done] == ["sanction"]


def test_80_points_are_enough_and_79_are_not(workspace: Workspace) -> None:
    fill(workspace, "1.1=8", "2.1=10", "2.3=2")
    fill(workspace, "1.1=8", "2.1=10", "2.3=3", unit="西岭支行")

    assert [call.filled.whom for call in consequences(at(workspace))] == ["西岭支行"]


def test_a_unit_is_fined_no_more_than_the_years_limit(tmp_path: Path) -> None:
    made = book_of(tmp_path, replace(Settings(), managing=ManagingSettings(fine_limit_yuan=400)))
    fine = {"处罚日期": "2025-07-02", "受罚单位": "东河支行", "处罚方式": "罚款", "处罚金额": "300"}
    say(made, said(made, "sanction", None, **fine))
    fill(made, "1.1=8", "2.1=10", "2.2=10", on=date(2025, 9, 30))

    (call,) = consequences(at(made))

    assert call.fine_fen == 10_000


def test_m032_every_loss_names_the_rule_that_was_broken(
    workspace: Workspace, office: Workspace
) -> None:
    fill(workspace, "1.1=8;未签责任书;信管2025-12;JJ20240001", "2.1=10", "2.2=10")

    (call,) = consequences(at(workspace))
    assert (call.rules, call.loans) == (("信管2025-12",), ("JJ20240001",))
    (rule,) = at(office).records("rule_text", subject=call.rules[0])
    assert "三十日" in (rule.text("article") or "")


def test_m027_measure_responsibility_assessment_and_sanction_hang_together(
    workspace: Workspace,
) -> None:
    fill(workspace, "1.1=8;未签责任书", "2.1=10", "2.2=10")
    (call,) = consequences(at(workspace))
    notice = {
        "整改通知书编号": "整2025-1", "下发日期": "2025-07-02", "整改单位": "东河支行",
        "整改依据": basis_of(call.filled), "整改期限": call.deadline.isoformat(),
    }  # fmt: skip

    say(workspace, said(workspace, "rectification", None, **notice))

    (again,) = consequences(at(workspace))
    assert [one.kind for one in again.done] == ["rectification"]


def test_m031_a_notice_is_followed_from_its_issue_to_the_check_that_was_passed(
    workspace: Workspace,
) -> None:
    notice = {"整改通知书编号": "整2025-1", "下发日期": "2025-07-02", "整改单位": "东河支行",
              "存在问题": "首检逾期", "整改期限": "2025-08-01"}  # fmt: skip
    steps = (("2025-07-28", "回复"), ("2025-08-05", "复查不合格"), ("2025-08-20", "复查合格"))
    say(
        workspace,
        said(workspace, "rectification", None, **notice),
        *(
            said(workspace, "rectification_step", None, 整改通知书编号="整2025-1", 日期=on,
                 整改环节=step)
            for on, step in steps
        ),
    )  # fmt: skip

    def state(day: date) -> str:
        (one,) = rectifications(at(workspace, day))
        return one.state

    assert [state(date(2025, month, day)) for month, day in ((7, 3), (7, 29), (8, 6), (8, 20))] == [
        "issued", "replied", "overdue", "done",
    ]  # fmt: skip
    assert shown(at(workspace), "rectifications", open=True) == []


def test_a_notice_nobody_answers_is_overdue_the_day_after_its_deadline(
    workspace: Workspace,
) -> None:
    notice = {"整改通知书编号": "整1", "下发日期": "2025-07-02", "整改期限": "2025-08-01"}
    say(workspace, said(workspace, "rectification", None, **notice))

    assert [one.state for one in rectifications(at(workspace, date(2025, 8, 1)))] == ["issued"]
    assert [one.state for one in rectifications(at(workspace, date(2025, 8, 2)))] == ["overdue"]


def test_m033_responsibility_is_pursued_even_without_a_loss(office: Workspace) -> None:
    (one,) = at(office).records("sanction", subject="孙放款")

    assert (one.values["sanction"], one.values["loss"]) == ("warning", False)


def test_m071_the_compliance_sheet_is_filled_like_the_others(workspace: Workspace) -> None:
    losses = [loss_of("3=5；冒名贷款一笔；；JJ20240002")]
    facts = filled_sheet(
        sheet("compliance"), losses, on=date(2025, 6, 30), language="zh", unit="东河支行"
    )
    say(workspace, *facts)

    (one,) = filled(at(workspace))
    assert (one.total, one.items[0].text("loans")) == (Decimal(95), "JJ20240002")


@pytest.mark.parametrize(
    ("lost", "reason"),
    [("1.1", "no loss of points"), ("1.1=-2", "no loss of points"), ("1.1=9", "worth 8 points")],
)
def test_a_loss_that_cannot_be_so_is_refused(workspace: Workspace, lost: str, reason: str) -> None:
    with pytest.raises(FactRefused, match=reason):
        fill(workspace, lost)


def test_a_written_total_that_the_items_do_not_leave_is_a_finding(
    workspace: Workspace, tmp_path: Path
) -> None:
    scores: list[list[object]] = [["检查日期", "评分表", "被检查单位", "检查人", "得分"],
              ["2025-06-30", DAILY, "东河支行", "周测", 95]]  # fmt: skip
    items: list[list[object]] = [
        ["检查日期", "评分表", "被检查单位", "项目编号", "扣分", "扣分原因"],
        ["2025-06-30", DAILY, "东河支行", "1.1", 4, "未签责任书"],
        ["2025-06-30", DAILY, "东河支行", "6.1", 3, "缺目录"],
    ]
    path = workbook(tmp_path / "s.xlsx", {"评分": scores, "扣分": items})
    assert import_workbook(workspace, path, actor="t").ok

    (finding,) = [one for one in check(at(workspace)) if one.code == "score_mismatch"]

    assert "93" in finding.message
    assert [source.cell for source in finding.sources] == ["E2", "E2", "E3"]


# -- the office's own calendar ----------------------------------------------------------------


def test_m009_the_focus_of_the_month_is_issued_and_answered(office: Workspace) -> None:
    issued, replied = at(office).records("focus", subject="客户部")

    assert (issued.values["step"], replied.values["step"]) == ("issued", "replied")
    assert len(at(office, date(2025, 6, 15)).records("focus")) == 1


def test_m095_classes_are_determined_together_and_the_meeting_is_kept(office: Workspace) -> None:
    (meeting,) = at(office).records("determination")

    assert (meeting.values["round"], meeting.text("period")) == ("final", "2025Q2")
    assert "赵风" in (meeting.text("present") or "")


def test_m101_the_years_inspections_are_seen_from_its_first_day(office: Workspace) -> None:
    planned = at(office, date(2025, 1, 1)).records("inspection_plan")

    assert [one.values["inspection"] for one in planned] == ["safety", "credit"]
    assert at(office, date(2024, 12, 31)).records("inspection_plan") == ()


def test_m102_rules_are_found_by_their_number_while_they_are_in_force(office: Workspace) -> None:
    (rule,) = at(office).records("rule_text", subject="信管2025-12")

    assert rule.text("title") == "贷后管理细化量化标准"


def test_m072_credit_villages_are_listed_with_the_day_of_the_award(office: Workspace) -> None:
    (row,) = shown(at(office), "credit_village")

    assert (row["名称"], row["称号"], row["评定日期"]) == ("东河村", "信用村", "2025-05-01")


def test_m058_training_of_credit_staff_is_recorded(office: Workspace) -> None:
    (one,) = at(office).records("training")

    assert one.whole("attendance") == 12
