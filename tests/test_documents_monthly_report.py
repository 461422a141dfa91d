"""The monthly report on post-loan work: what a month's facts make it say, and what not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archive.workspace import Workspace
from ledger.book import Book
from ledger.spans import span_of
from templates.documents.monthly_report.example import facts
from templates.documents.monthly_report.facts import of_month
from templates.documents.monthly_report.story import Story
from templates.request import NothingToReport
from tests.drafts import drafted
from tests.tasks_ledger import LOAN, inspected, made, said
from tests.templates_reading import body_of

KNOWN_ON = date(2099, 1, 5)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Four loans of 2024-03-15 of two officers and units: two visited in April, one of them late;
    one falls due in April and is not paid; one warning is raised and stays open."""
    workspace = made(
        tmp_path_factory.mktemp("office"),
        {},
        {},
        {"机构": "西岭支行", "管户人": "吴理", "借据金额": 80000, "余额": 80000},
        {"机构": "西岭支行", "管户人": "吴理", "到期日": date(2024, 4, 20)},
    )
    inspected(workspace, date(2024, 4, 10), n=1)
    inspected(workspace, date(2024, 4, 25), n=2)
    said(
        workspace,
        "risk_warning",
        预警编号="YJ-1",
        预警日期="2024-04-12",
        发起人="张三",
        预警信号="停产两个月",
        loan="JJ20240003",
    )
    said(workspace, "contact", 催收日期="2024-04-28", 催收方式="上门", loan="JJ20240004")
    return workspace  # fmt: skip


def body(workspace: Workspace, period: str = "2024-04", **asked: Any) -> str:
    made_ = drafted(workspace, "monthly-report", period=period, known_on=KNOWN_ON, **asked)
    return body_of(made_.path.read_bytes())


def test_m068_a_month_says_what_was_to_be_inspected_and_who_missed_it(office: Workspace) -> None:
    text = body(office)

    assert "本月应做贷后检查4次，按期完成1次，完成率25.00%。" in text
    assert "未按期完成3次，其中吴理2次、周测1次。未按期的原因：＿＿＿＿。" in text
    assert "吴理 | 2 | 0 | 2 | 0.00" in text
    assert "周测 | 2 | 1 | 1 | 50.00" in text
    assert "合    计 | 4 | 1 | 3 | 25.00" in text


def test_loans_still_without_their_visit_are_named(office: Workspace) -> None:
    text = body(office)

    assert "还有2笔贷款超过应检查日，台账中没有检查记录" in text
    assert "JJ20240003 | 测试户3 | 西岭支行 | 吴理 | 80,000.00 | 2024-04-14" in text
    assert f"{LOAN} | 测试户1 | 东河支行 | 周测" not in text


def test_what_became_overdue_in_the_month_is_listed_with_its_days(office: Workspace) -> None:
    text = body(office)

    assert "本月新增逾期贷款1笔、5.00万元。" in text
    assert "JJ20240004 | 测试户4 | 西岭支行 | 吴理 | 50,000.00 | 10 | " in text
    assert "本月登记催收1次。" in text


def test_m025_the_loans_of_each_class_are_followed_to_the_months_end(office: Workspace) -> None:
    text = body(office, "2024-03")

    assert "本月新放 | 23.00 |" in text


def test_a_warning_that_nobody_released_is_listed(office: Workspace) -> None:
    text = body(office)

    assert "本月发起风险预警1件，解除0件，月末未解除1件。" in text
    assert "YJ-1 | 2024-04-12 | JJ20240003 | 停产两个月" in text


def test_next_month_asks_for_what_the_facts_show_and_no_more(office: Workspace) -> None:
    april, quiet = body(office), [one.text for one in Story(facts(0)).work()]

    assert "由管户经理于＿＿＿＿前补做检查。" in april
    assert "对未解除的1件预警按环节办理" in april
    assert "整改" not in april.split("工作安排")[1]
    assert quiet == ["其他工作：＿＿＿＿。"]


def test_a_unit_reports_its_own_loans_only(office: Workspace) -> None:
    text = body(office, unit="东河支行")

    assert "机构：东河支行；数据截至" in text
    assert "贷款余额10.00万元、2笔" in text
    assert "吴理" not in text
    assert "本月发起风险预警0件" in text


def test_units_add_up_to_the_whole_office(office: Workspace) -> None:
    span = span_of("2024-04")
    assert span
    month = of_month(Book.of(office).at(span.last), span)

    for whole, name in ((month.due, "due"), (month.done, "done"),
                        (month.now["outstanding_balance"], "balance"),
                        (month.now["overdue_balance"], "overdue")):  # fmt: skip
        assert sum(getattr(one, name).value for one in month.units) == whole.value, name


def test_the_classes_at_the_end_and_what_was_repaid_make_up_the_opening(office: Workspace) -> None:
    span = span_of("2024-04")
    assert span
    for one in of_month(Book.of(office).at(span.last), span).moves:
        closing = sum(int(cell.value or 0) for cell in one.now)
        assert int(one.opening.value or 0) == closing + int(one.repaid.value or 0)


def test_a_month_before_the_first_loan_is_refused(office: Workspace) -> None:
    with pytest.raises(NothingToReport, match="2020-01-31"):
        body(office, "2020-01")


def test_every_figure_of_the_report_has_a_title(office: Workspace) -> None:
    figures = drafted(office, "monthly-report", period="2024-04", known_on=KNOWN_ON).figures

    for one in figures:
        assert "_" not in one.title, one.title


def test_a_day_within_the_month_gives_the_month_to_that_day(office: Workspace) -> None:
    text = body(office, as_of=date(2024, 4, 12))

    assert "数据截至2024年4月12日" in text
    assert "本月没有新增逾期贷款。" in text
