"""Bad loans: what is stated about each, read back by registers, findings and proposals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from archive.workspace import Workspace
from ledger.bad.campaigns import campaigns
from ledger.bad.file import BadLoan, Desk
from ledger.bad.findings import check
from ledger.bad.messages import BLANK, TEXTS, TextNotUnderstood, messages, table_of_messages
from ledger.bad.picking import bad_loans
from ledger.bad.rewards import fitting
from ledger.registers import register
from ledger.registers.bad_summary import GroupNotKnown
from ledger.registers.period import DayNotUnderstood
from ledger.workbook import import_workbook
from tests.bad_loans import YEAR_END, classed, listed, number, office, paid, post, printed, say
from tests.bad_loans import view_of as view
from tests.ledger_workbooks import id_number, loan_row, workbook

BAD_SINCE = date(2025, 2, 1)


@pytest.fixture
def three(tmp_path: Path) -> Workspace:
    """Three loans of three households, all bad since February; the third overdue as well."""
    rows = [loan_row(n, 五级分类=None) for n in (1, 2)]
    rows.append(loan_row(3, 五级分类=None, 到期日=date(2025, 3, 14), 表内欠息=120))
    made = office(tmp_path, rows)
    post(made, [classed(n, BAD_SINCE, "substandard") for n in (1, 2, 3)])
    return made


def household(workspace: Workspace, n: int) -> int:
    return view(workspace).loan(number(n)).household_id


def file_of(workspace: Workspace, n: int, as_of: date = YEAR_END) -> BadLoan:
    desk = Desk(view(workspace, as_of))
    return next(desk.of([desk.view.loan(number(n))]))


# -- categories and recoverability -------------------------------------------------------------


def test_m013_a_bad_loan_stands_in_one_of_six_ledgers_and_its_moves_are_kept(
    three: Workspace,
) -> None:
    say(three, "disposal_category", 1, 归类日期="2025-03-01", 处置类别="清收")
    say(three, "disposal_category", 2, 归类日期="2025-03-01", 处置类别="保全")
    say(three, "disposal_category", 1, 归类日期="2025-09-01", 处置类别="起诉", 归类原因="拒不还款")

    assert listed(three, "bad-collect") == []
    assert listed(three, "bad-sue") == [number(1)]
    assert listed(three, "bad-collect", date(2025, 8, 31)) == [number(1)]
    assert listed(three, "bad-categories") == [number(1), number(2), number(3)]
    assert printed(register(view(three), "bad-sue"))["原处置类别"] == "清收"
    moves = register(view(three), "category-moves")
    moved = printed(moves, 2)
    assert (moved["原类别"], moved["现类别"], moved["变动原因"]) == ("清收", "依法起诉", "拒不还款")
    assert len(moves.rows) == 3


def test_a_category_stated_again_is_no_move(three: Workspace) -> None:
    say(three, "disposal_category", 1, 归类日期="2025-03-01", 处置类别="清收")
    say(three, "disposal_category", 1, 归类日期="2025-06-01", 处置类别="清收")

    assert len(register(view(three), "category-moves").rows) == 1


def test_m045_three_classes_of_recoverability_with_what_they_were_when_the_period_began(
    three: Workspace,
) -> None:
    say(three, "recoverability", 1, 可收回性认定日期="2025-03-01", 可收回性="经努力可收回")
    say(three, "recoverability", 2, 可收回性认定日期="2025-03-01", 可收回性="经努力可收回")
    say(three, "recoverability", 2, 可收回性认定日期="2025-10-01", 可收回性="暂无法收回")
    post(three, [paid(1, date(2025, 11, 1), 2_000_000, 50_000)])

    made = register(view(three), "bad-summary", by="recoverability", since="2025-07-01")

    lines = {line["类别"]: line for line in (printed(made, n) for n in range(3))}
    assert list(lines) == ["经努力可收回", "暂无法收回", "未定"]
    assert (lines["经努力可收回"]["期初笔数"], lines["经努力可收回"]["期末笔数"]) == ("2", "1")
    assert lines["经努力可收回"]["余额增减"] == "-70,000.00"
    assert lines["经努力可收回"]["本期收回本息"] == "20,500.00"
    assert lines["暂无法收回"]["期末余额"] == "50,000.00"
    assert listed(three, "bad-loans", grade="暂无法收回") == [number(2)]


def test_a_summary_is_told_apart_only_by_what_is_known_and_from_days_that_exist(
    three: Workspace,
) -> None:
    with pytest.raises(GroupNotKnown, match="colour"):
        register(view(three), "bad-summary", by="colour")
    with pytest.raises(DayNotUnderstood, match="2025-13-01"):
        register(view(three), "bad-summary", since="2025-13-01")
    with pytest.raises(DayNotUnderstood, match="after the day"):
        register(view(three), "bad-summary", since="2026-01-01")


# -- the ledger of bad loans -------------------------------------------------------------------


def test_m044_what_a_survey_found_stands_in_the_ledger_of_bad_loans_and_blanks_stay_blank(
    three: Workspace,
) -> None:
    say(
        three, "risk_survey", 1, 排查日期="2025-04-01", 债务落实情况="是", 借款人态度="拖延",
        资产状况="房屋三间", 实际用款人="测试甲", 实际担保金额="3万",
    )  # fmt: skip
    say(three, "risk_survey", 1, 排查日期="2025-06-01", 还款能力="部分能力")

    made = register(view(three), "bad-loans")

    row = printed(made)
    assert (row["还款意愿"], row["有效资产"]) == ("推诿", "房屋三间")
    assert row["借款人类别"] == "自然人"
    assert row["转不良日期"] == "2025-02-01"
    assert "形成原因" not in row
    before = printed(register(view(three, date(2025, 5, 1)), "bad-loans"))
    assert before["还款意愿"] == "推诿"
    assert before["有效资产"] == "房屋三间"
    assert before["实际担保程度"] == "30,000.00"


def test_m046_the_cause_a_person_found_tells_bad_loans_apart(three: Workspace) -> None:
    say(three, "formation_cause", 1, 成因认定日期="2025-04-01", 形成原因="挤占挪用")

    assert listed(three, "bad-loans", cause="挪用") == [number(1)]
    made = register(view(three), "bad-summary", by="cause")
    assert [printed(made, n)["类别"] for n in range(2)] == ["挪用", "未定"]


def test_m059_a_loan_collected_by_the_head_office_keeps_its_branch_and_its_account(
    three: Workspace,
) -> None:
    say(
        three, "owner_level", 2, 层级确定日期="2025-05-01", 清收层级="副本帐", 清收机构="资产经营部"
    )

    row = printed(register(view(three), "bad-loans", level="shadow"))

    assert row["清收层级"] == "副本账集中"
    assert (row["清收机构"], row["机构"], row["借据号"]) == ("资产经营部", "东河支行", number(2))


def test_m062_who_lent_stays_in_sight_when_another_collects(three: Workspace) -> None:
    for role, person, on in (
        ("放款责任", "甲信贷", "2024-03-15"),
        ("清收管理责任", "乙清收", "2025-02-01"),
        ("清收管理责任", "丙清收", "2025-08-01"),
    ):
        say(three, "responsibility", 1, 责任类型=role, 责任人=person, 责任起始日=on)

    row = printed(register(view(three), "bad-loans"))

    assert (row["放款责任人"], row["清收责任人"]) == ("甲信贷", "丙清收")


def test_m043_no_bad_loan_is_without_one_who_answers_for_lending_and_one_for_collecting(
    three: Workspace,
) -> None:
    for n, roles in ((1, ("放款责任", "清收管理责任")), (2, ("放款责任",))):
        for role in roles:
            say(three, "responsibility", n, 责任类型=role, 责任人="甲", 责任起始日="2025-02-01")

    found = [each.message for each in check(view(three)) if each.code == "bad_without_responsible"]

    assert len(found) == 2
    assert number(2) in found[0] and "its collection" in found[0] and "lending" not in found[0]
    assert number(3) in found[1] and "lending" in found[1]


def test_m033_a_liability_is_kept_with_its_sanction_also_without_a_loss(three: Workspace) -> None:
    say(
        three, "liability", 1, 责任认定日期="2025-06-01", 被认定责任人="甲信贷", 责任环节="调查岗",
        责任性质="主责", 处理意见="扣发绩效",
    )  # fmt: skip

    row = printed(register(view(three), "liability"))

    assert (row["责任环节"], row["责任性质"], row["处理意见"]) == ("调查", "主要责任", "扣发绩效")
    assert "责任损失金额" not in row


# -- calls, notices, time limits ----------------------------------------------------------------


def test_m061_and_m077_every_contact_is_logged_and_the_next_one_is_asked_for(
    three: Workspace,
) -> None:
    say(three, "contact", 3, 催收日期="2025-10-01", 催收方式="上门", 下次催收日期="2025-12-01")
    say(three, "contact", 1, 催收日期="2025-12-20", 催收方式="电话", 反馈情况="年后还")

    made = register(view(three), "collection-status")

    assert printed(made, 0)["借据号"] == number(3)
    assert (printed(made, 0)["催收次数"], printed(made, 0)["待催收标志"]) == ("1", "是")
    one = next(printed(made, n) for n in (1, 2) if printed(made, n)["借据号"] == number(1))
    assert (one["反馈情况"], one["距上次天数"], one["待催收标志"]) == ("年后还", "11", "否")
    assert listed(three, "collection-status", contact_due=True) == [number(3), number(2)]


def test_a_claim_lapses_three_years_after_it_fell_due_or_was_last_signed_for(
    three: Workspace,
) -> None:
    def held(as_of: date = date(2032, 1, 1)) -> tuple[date | None, str]:
        found = file_of(three, 3, as_of).limitation
        assert found
        return found.until, found.why

    assert held() == (date(2028, 3, 14), "due")
    say(three, "contact", 3, 催收日期="2026-05-01", 催收方式="信函")
    assert held() == (date(2028, 3, 14), "due")
    say(
        three,
        "contact",
        3,
        催收日期="2026-06-01",
        催收方式="信函",
        债务人签字="是",
        催收对象="保证人",
    )
    assert held() == (date(2028, 3, 14), "due")
    say(three, "contact", 3, 催收日期="2026-06-02", 催收方式="信函", 债务人签字="是")
    assert held() == (date(2029, 6, 2), "notice")
    post(three, [paid(3, date(2029, 7, 1), 100)])
    assert held() == (date(2029, 6, 2), "notice")
    say(three, "litigation", 3, 诉讼日期="2029-06-02", 案号="（2029）东民初1号", 诉讼阶段="立案")
    assert held() == (date(2032, 7, 1), "payment")
    assert held(date(2029, 6, 30)) == (date(2032, 6, 2), "court")


def test_a_claim_about_to_lapse_is_marked_within_the_days_of_the_settings(
    three: Workspace,
) -> None:
    lapses = date(2028, 3, 14)

    assert file_of(three, 3, date(2027, 12, 14)).lapse_due is False
    assert file_of(three, 3, date(2027, 12, 15)).lapse_due is True
    assert file_of(three, 3, date(2028, 6, 1)).lapse_due is True
    assert listed(three, "collection-status", lapses, lapse_due=True) == [number(3)]


# -- lawsuits, write-offs, assets ----------------------------------------------------------------


def test_m048_a_case_is_one_row_with_its_enforcement_whatever_number_of_steps(
    three: Workspace,
) -> None:
    case = "（2025）东民初12号"
    say(three, "litigation", 1, 诉讼日期="2025-03-01", 案号=case, 诉讼阶段="立案", 法院="东河法院",
        诉讼标的="5万", 诉讼费用="500")  # fmt: skip
    say(three, "litigation", 1, 诉讼日期="2025-05-01", 案号=case, 诉讼阶段="判决", 判决金额="5.2万",
        诉讼费用="100")  # fmt: skip
    say(three, "execution", 1, 执行日期="2025-08-01", 案号=case, 执行阶段="申请执行")
    say(
        three,
        "execution",
        1,
        执行日期="2025-11-01",
        案号=case,
        执行阶段="部分到位",
        到位金额="8000",
    )

    made = register(view(three), "lawsuits")

    assert len(made.rows) == 1
    row = printed(made)
    assert (row["立案日期"], row["诉讼阶段"], row["执行阶段"]) == ("2025-03-01", "判决", "执行到位")
    assert (row["诉讼标的"], row["判决金额"]) == ("50,000.00", "52,000.00")
    assert (row["诉讼费用"], row["执行到位金额"]) == ("600.00", "8,000.00")
    assert printed(register(view(three), "bad-loans"))["是否起诉"] == "是"
    spring = register(view(three, date(2025, 4, 1)), "lawsuits")
    assert "执行阶段" not in printed(spring)
    assert register(view(three), "lawsuits", stage="立案").rows == ()


def test_a_write_off_is_followed_and_must_agree_with_the_books(three: Workspace) -> None:
    post(three, [paid(1, date(2025, 6, 1), 5_000_000, channel="核销")])
    say(three, "write_off", 1, 核销日期="2025-06-01", 核销本金="5万", 批复文号="东农信〔2025〕9号")
    say(three, "write_off", 2, 核销日期="2025-07-01", 核销本金="5万", 账销案存="是")
    say(three, "write_off_receipt", 1, 核销后收回日期="2025-10-01", 核销后收回本金="1万")

    made = register(view(three), "written-off")

    assert printed(made)["尚未收回本金"] == "40,000.00"
    assert (printed(made, 1)["账销案存"], printed(made, 1)["已记账"]) == ("是", "否")
    (found,) = [each for each in check(view(three)) if each.code == "written_off_otherwise"]
    assert number(2) in found.message and "books do not show" in found.message
    assert printed(register(view(three), "npl-movement"))["核销"] == "50,000.00"


def test_an_asset_taken_over_is_one_row_and_its_loss_is_what_its_sale_did_not_bring(
    three: Workspace,
) -> None:
    say(three, "repossession", 1, 登记日期="2025-05-01", 抵债资产编号="DZ01", 抵债资产名称="门面房",
        账面价值="4万", 是否过户="否")  # fmt: skip
    assert listed_assets(three, held=True) == ["DZ01"]
    say(three, "repossession", 1, 登记日期="2025-11-01", 抵债资产编号="DZ01", 是否过户="是",
        处置日期="2025-11-01", 处置收入="3.5万")  # fmt: skip

    row = printed(register(view(three), "repossessed-assets"))

    assert (row["抵债资产名称"], row["是否过户"], row["处置损失"]) == ("门面房", "是", "5,000.00")
    assert listed_assets(three, held=True) == []


def listed_assets(workspace: Workspace, **filters: object) -> list[str]:
    made = register(view(workspace), "repossessed-assets", **filters)
    return [printed(made, n)["抵债资产编号"] for n in range(len(made.rows))]


def test_a_swapped_loan_is_listed_by_what_it_was_swapped_for(three: Workspace) -> None:
    say(three, "swap", 1, 置换日期="2025-06-01", 置换方式="央行票据", 置换本金="5万")
    say(three, "swap", 2, 置换日期="2025-06-01", 置换方式="资金置换", 置换本金="5万")

    assert listed(three, "swapped", means="票据置换") == [number(1)]


# -- plans, lists, campaigns -----------------------------------------------------------------------


def test_m014_each_household_with_bad_loans_has_its_plan_or_is_listed_without(
    three: Workspace,
) -> None:
    say(three, "collection_plan", household_id=household(three, 1), 方案日期="2025-03-01",
        清收措施="变卖农机", 清收目标="2万")  # fmt: skip
    say(three, "plan_progress", 1, 进度日期="2025-07-01", 清收进度="已签和解", 方案状态="进行中")
    post(three, [
        paid(1, date(2025, 2, 20), 100_000),
        paid(1, date(2025, 9, 1), 900_000, 100_000),
    ])  # fmt: skip

    made = register(view(three), "household-plans")
    lines = [printed(made, n) for n in range(3)]
    (row,) = [line for line in lines if "清收措施" in line]

    assert (row["方案后收回本息"], row["完成(%)"], row["清收进度"]) == (
        "10,000.00",
        "50.00",
        "已签和解",
    )
    without = register(view(three), "household-plans", unplanned=True)
    assert len(without.rows) == 2


def test_m063_a_plan_states_task_reward_time_measures_discipline_and_consequences(
    three: Workspace,
) -> None:
    say(three, "collection_plan", 1, 方案日期="2025-03-01", 定任务="2000", 定报酬="本金5%",
        定时间="2025-12-31", 定措施="上门清收", 定纪律="严禁弄虚作假", 定奖惩="奖励")  # fmt: skip

    made = register(view(three), "household-plans")
    row = next(printed(made, n) for n in range(3) if "清收措施" in printed(made, n))

    six = ("月清收任务", "清收报酬", "清收期限", "清收措施", "清收纪律", "清收奖惩")
    assert [row[name] for name in six] == [
        "2,000.00", "本金5%", "2025-12-31", "上门清收", "严禁弄虚作假", "奖励",
    ]  # fmt: skip


def test_m047_tasks_of_a_named_list_are_linked_with_what_came_in(three: Workspace) -> None:
    say(three, "target_list", household_id=household(three, 1), 列入日期="2025-04-01",
        名单名称="三级百户", 名单级别="县级", 名单清收任务="1万", 清收专班="一组")  # fmt: skip
    say(three, "target_list", 2, 列入日期="2025-04-01", 名单名称="三级百户")
    say(three, "target_list", 2, 列入日期="2025-04-01", 名单名称="村组贷款", 移出日期="2025-06-01")
    post(three, [paid(1, date(2025, 5, 1), 400_000, 100_000)])

    made = register(view(three), "target-lists", list="三级百户")

    row = printed(made)
    assert (row["名单级别"], row["收回本息"], row["完成(%)"]) == ("县级", "5,000.00", "50.00")
    assert len(made.rows) == 2
    assert len(register(view(three), "target-lists").rows) == 2
    assert len(register(view(three), "target-lists", all=True).rows) == 3


def test_m075_and_m076_a_campaign_has_its_group_its_list_its_deliveries_meetings_and_result(
    three: Workspace,
) -> None:
    name = "春季清收"
    say(three, "campaign", 活动开始日期="2025-04-01", 活动名称=name, 组长="陈组长", 违约率上限="5")
    for n in (1, 2, 3):
        say(three, "target_list", n, 列入日期="2025-04-01", 名单名称=name, 名单清收任务="1万")
    say(three, "contact", 3, 催收日期="2025-04-10", 催收方式="信函", 债务人签字="是")
    say(three, "default_report", 3, 报告日期="2025-05-01", 恶意欠款表现="有车不还")
    for on in ("2025-04-07", "2025-04-14"):
        say(three, "campaign_minutes", 例会日期=on, 活动名称=name, 议定事项="包户", 清收费用="30")

    (campaign,) = campaigns(view(three), name)
    made = register(view(three), "target-lists", list=name)

    assert campaign.default_percent == Decimal("33.33")
    assert made.summary
    line = printed(made.summary)
    assert (line["违约率(%)"], line["违约率上限(%)"], line["组长"]) == ("33.33", "5", "陈组长")
    assert (line["送达签收"], line["例会次数"], line["清收费用"]) == ("1", "2", "60.00")
    assert line["清收任务"] == "30,000.00"
    last = next(printed(made, n) for n in range(3) if printed(made, n)["借据号"] == number(3))
    assert last["恶意欠款报告"] == "2025-05-01"


def test_m049_loans_of_village_groups_have_their_own_ledger(three: Workspace) -> None:
    say(three, "village_group", household_id=household(three, 2), 村组登记日期="2025-03-01",
        村组名称="东河村三组", 村干部="测试丁", 汇报党政="东河镇")  # fmt: skip

    assert listed(three, "village-groups") == [number(2)]
    assert printed(register(view(three), "village-groups"))["汇报对象"] == "东河镇"
    row = next(
        line for n in range(3)
        if (line := printed(register(view(three), "bad-loans"), n))["借据号"] == number(2)
    )  # fmt: skip
    assert row["借款人类别"] == "村组"


# -- rewards -------------------------------------------------------------------------------------


def test_m051_what_came_in_on_bad_loans_earns_what_the_rule_of_that_day_says(
    three: Workspace,
) -> None:
    say(
        three,
        "reward_rule",
        办法生效日期="2025-01-01",
        办法名称="通用",
        提成比例="3",
        利息提成比例="1",
    )
    say(three, "reward_rule", 办法生效日期="2025-09-01", 办法名称="通用", 提成比例="5")
    post(three, [
        paid(1, BAD_SINCE, 500_000),
        paid(1, date(2025, 6, 1), 1_000_000, 200_000),
        paid(1, date(2025, 10, 1), 1_000_000, 200_000, "法院执行"),
        paid(2, date(2025, 10, 1), 5_000_000, 0, "核销"),
    ])  # fmt: skip
    say(three, "responsibility", 1, 责任类型="清收管理责任", 责任人="乙", 责任起始日="2025-02-01")

    made = register(view(three), "collection-rewards")

    assert [printed(made, n)["测算奖励"] for n in range(len(made.rows))] == ["320.00", "500.00"]
    assert made.summary
    assert printed(made.summary)["清收人"] == "乙"
    assert printed(made.summary)["测算奖励"] == "820.00"


def test_m060_small_loans_go_by_their_own_rule_without_a_task(three: Workspace) -> None:
    say(three, "reward_rule", 办法生效日期="2025-01-01", 办法名称="通用", 提成比例="1")
    say(three, "reward_rule", 办法生效日期="2025-01-02", 办法名称="小额", 提成比例="10",
        金额上限="4万", 不下达任务="是")  # fmt: skip
    rules = view(three).records("reward_rule")

    def name(owed: int, on: date = date(2025, 6, 1)) -> str | None:
        rule = fitting(rules, on, owed, "loss")
        return rule.subject if rule else None

    assert name(3_999_999) == "小额"
    assert name(4_000_000) == "通用"
    assert name(4_000_000, date(2024, 12, 31)) is None
    post(three, [paid(1, date(2025, 5, 1), 2_000_000), paid(1, date(2025, 6, 1), 1_000_000)])
    made = register(view(three), "collection-rewards")
    rows = [printed(made, n) for n in range(2)]
    assert [(row["适用办法"], row["不下达任务"]) for row in rows] == [
        ("通用", "否"),
        ("小额", "是"),
    ]


# -- messages ------------------------------------------------------------------------------------


def test_m096_messages_to_who_is_overdue_are_listed_with_what_the_ledger_knows(
    three: Workspace,
) -> None:
    (message,) = messages(view(three), TEXTS["zh"], institution="东河农信")

    assert message.household_id == household(three, 3)
    assert "测试户3您好" in message.text
    assert "逾期292天" in message.text
    assert "本金50,000.00元、利息120.00元" in message.text
    assert messages(view(three), TEXTS["zh"], days=293) == []


def test_telephone_numbers_stand_in_the_list_only_when_they_are_asked_for(
    three: Workspace,
) -> None:
    found = messages(view(three), "{borrower} {institution}")
    phones = {household(three, 3): "13800000000"}

    hidden = table_of_messages(view(three), found, phones, show_phones=False)
    shown = table_of_messages(view(three), found, phones, show_phones=True)

    assert "13800000000" not in str(hidden.to_json())
    assert printed(hidden)["有无电话"] == "是"
    assert printed(shown)["电话"] == "13800000000"


@pytest.mark.parametrize("text", ["{id_number}", "{borrower.__class__}", "{", "{0}", "{}"])
def test_a_text_that_asks_for_what_may_not_be_filled_in_is_refused(
    three: Workspace, text: str
) -> None:
    with pytest.raises(TextNotUnderstood, match="cannot be filled in"):
        messages(view(three), text)


def test_what_is_not_known_is_a_blank_in_a_message(tmp_path: Path) -> None:
    made = office(
        tmp_path,
        [
            loan_row(
                1, 五级分类=None, 到期日=date(2025, 3, 1), 管户人=None, 表内欠息=None, 表外欠息=None
            )
        ],
    )

    (message,) = messages(view(made), "{manager}/{arrears}")

    assert message.text == f"{BLANK}/{BLANK}"


# -- workbooks -----------------------------------------------------------------------------------


def test_an_offices_workbooks_of_categories_lawsuits_and_lists_are_imported(
    three: Workspace, tmp_path: Path
) -> None:
    who = ["测试户1", id_number(1), number(1)]
    head = ["借款人", "身份证号码", "借据号"]
    file = workbook(tmp_path / "k.xlsx", {
        "分类": [[*head, "归类日期", "处置类别"], [*who, "2025.3.1", "依法收贷"]],
        "诉讼": [
            [*head, "立案日期", "案号", "诉讼阶段", "法院", "标的额（万元）"],
            [*who, "2025.4.1", "（2025）东民初3号", "起诉", "东河法院", 5],
        ],
        "名单": [[*head, "列入名单日期", "清收名单", "清收任务"], [*who, "2025.4.1", "百户", 9000]],
        "排查": [[*head, "排查日期", "借款人态度", "资产状况"], [*who, "2025.5.1", "配合", "无"]],
    })  # fmt: skip

    report = import_workbook(three, file, actor="t")

    assert report.ok, report.problems
    assert {sheet.register for sheet in report.sheets} == {
        "disposal_category", "litigation", "target_list", "risk_survey",
    }  # fmt: skip
    assert printed(register(view(three), "lawsuits"))["诉讼标的"] == "50,000.00"
    assert listed(three, "bad-sue") == [number(1)]


def test_bad_loans_are_those_whose_class_in_force_is_bad_and_on_which_something_is_owed(
    three: Workspace,
) -> None:
    post(three, [
        classed(1, date(2025, 6, 1), "special_mention"),
        paid(2, date(2025, 6, 1), 5_000_000),
    ])  # fmt: skip

    assert [loan.number for loan in bad_loans(view(three))] == [number(3)]
    assert len(bad_loans(view(three, date(2025, 5, 31)))) == 3


def test_a_notice_is_received_on_the_day_the_debtor_signed_the_receipt(three: Workspace) -> None:
    def held() -> tuple[date | None, str | None]:
        found = file_of(three, 3, date(2027, 1, 1)).limitation
        assert found
        return found.until, found.notice

    borrower = file_of(three, 3).loan.borrower
    assert borrower
    receipt = {"催收日期": "2025-12-11", "催收方式": "上门", "签收日期": "2025-12-12"}
    say(three, "contact", 3, None, 催收函编号="催1", 签收人="村委会", **receipt)
    assert held() == (date(2028, 3, 14), None), "nobody of the debtor's side signed"
    say(three, "contact", 3, None, 催收函编号="催2", 签收人=borrower, 催收对象="保证人", **receipt)
    assert held() == (date(2028, 3, 14), None), "who signs as guarantor does not sign as debtor"
    say(three, "contact", 3, None, 催收函编号="催3", 签收人=borrower, **receipt)
    assert held() == (date(2028, 12, 12), "催3")


def test_after_a_judgement_the_limit_for_enforcement_is_what_a_person_stated_or_blank(
    three: Workspace,
) -> None:
    def held(as_of: date = date(2026, 6, 1)) -> tuple[date | None, str]:
        found = file_of(three, 3, as_of).limitation
        assert found
        return found.until, found.why

    case = {"案号": "（2025）东民初9号"}
    say(three, "litigation", 3, None, 诉讼日期="2025-10-11", 诉讼阶段="立案", **case)
    assert held() == (date(2028, 10, 11), "court")
    say(
        three,
        "litigation",
        3,
        None,
        诉讼日期="2025-12-05",
        诉讼阶段="判决",
        判决日期="2025-12-05",
        **case,
    )
    assert held() == (None, "judged")
    assert held(date(2025, 12, 4)) == (date(2028, 10, 11), "court")
    assert not file_of(three, 3, date(2030, 1, 1)).lapse_due
    say(
        three, "litigation", 3, None, 诉讼日期="2026-01-10", 诉讼阶段="判决", 判决日期="2025-12-05",
        申请执行时效="2028-01-05", **case,
    )  # fmt: skip
    assert held() == (date(2028, 1, 5), "judged")
    say(three, "execution", 3, None, 执行日期="2026-03-01", 执行阶段="申请执行", **case)
    assert held() == (None, "enforced")
