"""Alerts: what the facts say about a borrower, from when on, and which warning answers it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from ledger.alerts.registry import ALERTS, UnknownAlert, alert_of
from ledger.alerts.running import Raised, signals
from ledger.book import Book
from ledger.registers import register
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, workbook
from tests.tasks_ledger import LOAN, all_of, desk, made, said

YEAR_END = date(2025, 12, 31)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return made(tmp_path, {})


def found(workspace: Workspace, alert: str, day: date = YEAR_END) -> list[Raised]:
    return [each for each in signals(desk(workspace, day)) if each.alert.name == alert]


def since(workspace: Workspace, alert: str, day: date = YEAR_END) -> list[date]:
    return [each.signal.since for each in found(workspace, alert, day)]


def pay(workspace: Workspace, **more: str) -> str:
    fields = {"支付日期": "2024-03-16", "收款人": "某农资店", "支付金额": "50000"}
    return said(workspace, "payment", **fields | more)


@pytest.mark.parametrize(
    ("more", "alert", "day"),
    [
        ({"流向核查结果": "资金回流", "核查日期": "2024-04-01"}, "funds_flow_back", (2024, 4, 1)),
        ({"最终收款人": "测试户1"}, "funds_flow_back", (2024, 3, 16)),
        ({"流向核查结果": "挪作他用"}, "funds_flow_back", (2024, 3, 16)),
        ({"流向核查结果": "流向不明"}, "payee_unclear", (2024, 3, 16)),
        ({}, "payee_unclear", (2024, 4, 16)),
    ],
)
def test_m079_money_that_flows_back_or_whose_end_is_unknown_is_found(
    workspace: Workspace, more: dict[str, str], alert: str, day: tuple[int, int, int]
) -> None:
    fact = pay(workspace, **more)

    every = list(signals(desk(workspace, YEAR_END)))

    assert [(each.alert.name, each.signal.since) for each in every] == [(alert, date(*day))]
    assert every[0].signal.facts == (fact,)
    assert every[0].alert.advice["zh"].startswith("发出风险预警")


def test_a_payment_traced_to_its_end_alarms_nobody(workspace: Workspace) -> None:
    pay(workspace, 流向核查结果="流向清楚", 最终收款人="某农资厂")

    assert list(signals(desk(workspace, YEAR_END))) == []


def contract(workspace: Workspace, **more: str) -> str:
    fields = {
        "购销合同号": "GX-1", "签订日期": "2024-03-10", "销售方": "某饲料公司",
        "购销合同金额": "50000", "发票收取期限": "2024-06-30",
    }  # fmt: skip
    return said(workspace, "purchase_contract", **fields | more)


def invoice(workspace: Workspace, number: str, amount: str, **more: str) -> str:
    fields = {
        "发票号码": number, "开票日期": "2024-04-01", "价税合计": amount, "销售方": "某饲料公司",
        "购销合同号": "GX-1", "收取日期": "2024-04-02",
    }  # fmt: skip
    return said(workspace, "invoice", **fields | more)


def test_m080_invoices_that_are_not_in_by_their_day_are_missing(workspace: Workspace) -> None:
    purchase = contract(workspace)
    first = invoice(workspace, "0001", "30000")

    assert found(workspace, "invoices_missing", date(2024, 6, 30)) == []
    (missing,) = found(workspace, "invoices_missing")
    assert missing.signal.since == date(2024, 7, 1)
    assert "20,000.00" in missing.signal.text
    assert missing.signal.facts == (purchase, first)

    invoice(workspace, "0002", "20000")
    assert found(workspace, "invoices_missing") == []


@pytest.mark.parametrize(
    ("amount", "more"),
    [
        ("50000", {"销售方": "另一公司"}),
        ("50000", {"查验结果": "查验不符"}),
        ("50000", {"开票日期": "2024-03-01"}),
        ("60000", {}),
    ],
)
def test_m080_invoices_that_do_not_fit_the_purchase_contract_are_found(
    workspace: Workspace, amount: str, more: dict[str, str]
) -> None:
    contract(workspace)
    fact = invoice(workspace, "0001", amount, **more)

    (differing,) = found(workspace, "invoices_differ")

    assert fact in differing.signal.facts


def owes(workspace: Workspace, day: str, lender: str, amount: str, **more: str) -> None:
    fields = {"查询日期": day, "债权银行": lender, "他行余额": amount, "期限类型": "短期"}
    said(workspace, "other_debt", **fields | more)


def test_m081_short_term_debt_elsewhere_that_grows_is_found(workspace: Workspace) -> None:
    owes(workspace, "2024-03-01", "甲银行", "100000")
    owes(workspace, "2024-06-30", "甲银行", "110000")
    owes(workspace, "2024-06-30", "丙银行", "900000", 期限类型="中长期")
    assert found(workspace, "other_debt_growth") == []

    owes(workspace, "2024-09-30", "乙银行", "20000")

    (grown,) = found(workspace, "other_debt_growth")
    assert grown.signal.since == date(2024, 9, 30)
    assert "100,000.00" in grown.signal.text and "130,000.00" in grown.signal.text


def test_m081_how_much_it_may_grow_is_a_setting(tmp_path: Path) -> None:
    workspace = made(tmp_path, {}, debt_growth_percent=50)
    owes(workspace, "2024-03-01", "甲银行", "100000")
    owes(workspace, "2024-06-30", "甲银行", "140000")

    assert found(workspace, "other_debt_growth") == []


def test_m069_a_query_that_shows_bad_records_is_found_until_a_clean_one(
    workspace: Workspace,
) -> None:
    said(workspace, "credit_query", 查询日期="2025-03-01", 查询对象="借款人", 查询结果="有不良记录")
    assert since(workspace, "adverse_credit") == [date(2025, 3, 1)]

    said(workspace, "credit_query", 查询日期="2025-06-01", 查询对象="借款人", 查询结果="正常")
    assert since(workspace, "adverse_credit") == []


def changed(workspace: Workspace, day: str, what: str, **more: str) -> None:
    said(workspace, "registered_change", 变更日期=day, 变更事项=what, **more)


def test_m085_more_than_one_change_of_persons_in_a_year_proposes_early_repayment(
    workspace: Workspace,
) -> None:
    changed(workspace, "2025-02-01", "法定代表人", 印鉴是否变更="是")
    changed(workspace, "2025-03-01", "注册资本")
    assert found(workspace, "registered_changes") == []

    changed(workspace, "2025-05-01", "股东", 印鉴是否变更="是")

    (alert,) = found(workspace, "registered_changes")
    assert alert.signal.since == date(2025, 5, 1)
    assert len(alert.signal.facts) == 2
    assert "提前收回" in alert.alert.advice["zh"]
    assert found(workspace, "registered_changes", date(2026, 2, 2)) == []


def test_m085_seals_that_are_not_updated_are_found(workspace: Workspace) -> None:
    changed(workspace, "2025-02-01", "法定代表人")

    assert since(workspace, "seals_not_updated", date(2025, 3, 3)) == []
    assert since(workspace, "seals_not_updated") == [date(2025, 3, 4)]

    changed(workspace, "2025-06-01", "董事", 印鉴是否变更="是")
    assert since(workspace, "seals_not_updated") == []


@pytest.mark.parametrize(("settled", "low"), [("60万", True), ("100万", False)])
def test_m086_settlement_below_what_was_agreed_is_found(
    workspace: Workspace, settled: str, low: bool
) -> None:
    said(workspace, "settlement", 季度末="2025年第三季度", 约定结算量="100万", 我行结算量=settled)

    assert since(workspace, "settlement_low") == ([date(2025, 9, 30)] if low else [])


def test_m084_a_reconciliation_that_differs_is_found_until_it_agrees(workspace: Workspace) -> None:
    fields = {"核对对象": "债务人", "核对金额": "50000"}
    said(workspace, "reconciliation", 核对日期="2025-03-31", 核对结果="不符", **fields)
    assert since(workspace, "reconciliation_differs") == [date(2025, 3, 31)]

    said(workspace, "reconciliation", 核对日期="2025-04-05", 核对结果="相符", **fields)
    assert since(workspace, "reconciliation_differs") == []


def test_m088_a_security_that_loses_value_or_is_seized_is_found(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "抵押"})
    head = ["借款人", "身份证号码", "借据号", "抵押物名称", "权证号", "评估价值", "评估日期"]
    row: list[Any] = ["测试户1", id_number(1), LOAN, "住宅", "Q-1", 100000, date(2024, 3, 1)]
    book = workbook(tmp_path / "c.xlsx", {"押品": [["抵质押物台账"], ["单位：元"], head, row]})
    assert import_workbook(workspace, book, actor="t").ok

    said(workspace, "security_check", 权证号="Q-1", 检查日期="2025-03-01", 押品状态="完好",
         现估值="85000")  # fmt: skip
    assert since(workspace, "value_drop") == since(workspace, "security_state") == []

    said(workspace, "security_check", 权证号="Q-1", 检查日期="2025-09-01", 押品状态="查封",
         现估值="70000")  # fmt: skip
    assert since(workspace, "value_drop") == [date(2025, 9, 1)]
    assert since(workspace, "security_state") == [date(2025, 9, 1)]


def test_m021_a_signal_is_a_task_until_a_warning_names_its_alert(workspace: Workspace) -> None:
    pay(workspace, 流向核查结果="资金回流", 核查日期="2025-04-01")
    task = f"raise_warning:{LOAN}:funds_flow_back-2025-04-01"
    assert all_of(workspace, date(2025, 4, 10), "raise_warning")[task].state == "overdue"

    fact = said(
        workspace, "risk_warning", 预警编号="YJ-1", 预警日期="2025-04-11", 预警信号="资金回流",
        预警规则="funds_flow_back", 发起人="张三",
    )  # fmt: skip

    done = all_of(workspace, date(2025, 4, 12), "raise_warning")[task]
    assert (done.state, done.due.evidence) == ("done", fact)
    (step,) = all_of(workspace, date(2025, 4, 12), "warning_step")
    assert step == f"warning_step:{LOAN}:YJ-1-opinion-2025-04-11"


def test_the_registers_of_alerts_and_warnings_say_who_what_and_how_far(
    workspace: Workspace,
) -> None:
    pay(workspace, 流向核查结果="资金回流", 核查日期="2025-04-01")
    view = Book.of(workspace).at(YEAR_END)
    (row,) = register(view, "alerts").to_json()["rows"]
    assert row["values"]["iou_no"] == LOAN
    assert row["values"]["exposure"] == "50000.00"
    assert row["source"]["person"] == "周测"
    assert row["values"]["warning"] is None

    said(
        workspace, "risk_warning", 预警编号="YJ-1", 预警日期="2025-04-11", 预警级别="红色",
        预警信号="资金回流", 预警规则="信贷资金回流或挪用", 发起人="张三",
    )  # fmt: skip
    said(workspace, "warning_step", 预警编号="YJ-1", 办理环节="客户部门意见", 签字人="李四",
         办理日期="2025-04-12")  # fmt: skip

    view = Book.of(workspace).at(YEAR_END)
    assert register(view, "alerts", open_only=True).rows == ()
    (row,) = register(view, "warnings", open_only=True).to_json()["rows"]
    assert (row["values"]["state"], row["values"]["next"]) == ("opinion", "deputy")
    assert row["values"]["signed"] == "李四"


def test_alerts_go_by_name_or_title_and_nothing_else() -> None:
    assert alert_of("发票未按期收齐") is ALERTS["invoices_missing"]
    with pytest.raises(UnknownAlert, match="invoices_missing"):
        alert_of("no_such")
