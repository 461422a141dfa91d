"""Classification sheets, score sheets, notices of rectification: what the ledger says in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from ledger.book import Book
from ledger.kinds.registry import kind_of
from ledger.managing.filling import filled_sheet, loss_of
from ledger.managing.scores import basis_of, filled
from ledger.posting import Origin
from ledger.recording import record
from ledger.scores import sheet
from ledger.statements import stated
from templates import formats
from templates.asking import Asked, requested
from templates.request import AskedWrongly, NothingToReport
from tests.drafts import drafted
from tests.tasks_ledger import LOAN, made, said
from tests.templates_reading import body_of

PERSON = Origin(kind="person", person="周测")
KNOWN_ON = date(2099, 1, 5)
DAY = date(2025, 12, 31)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two loans, one of which is overdue; two filled sheets, one of which failed; a rule."""
    workspace = made(tmp_path_factory.mktemp("office"), {"逾期天数": 100}, {}, {"余额": 0})
    said(
        workspace,
        "class_stage",
        分类时点="2025-12-25",
        分类环节="初分",
        分类结果="次级",
        分类理由="逾期三个月",
        财务因素="收入减少",
        分类人="周测",
    )
    _office(
        workspace,
        "rule_text",
        制度编号="信管12",
        制度名称="贷后管理办法",
        条文="按期首检",
        施行日期="2024-01-01",
    )
    _fill(workspace, "1.1=2", on=date(2025, 3, 31))
    _fill(workspace, "1.1=8;未签责任书;信管12;JJ20240001", "2.1=10;首检逾期", "2.3=3.5")
    return workspace  # fmt: skip


def _office(workspace: Workspace, kind: str, **fields: str) -> str:
    view = Book.of(workspace).at(date.max)
    new = stated(kind_of(kind), fields, language="zh", view=view)
    (fact,) = record(workspace, [new], actor="周测", origin=PERSON)
    return fact


def _fill(workspace: Workspace, *lost: str, on: date = date(2025, 6, 30)) -> None:
    losses = [loss_of(each) for each in lost]
    facts = filled_sheet(sheet("daily_check"), losses, on=on, language="zh", unit="东河支行")
    record(workspace, facts, actor="周测", origin=PERSON)


def body(workspace: Workspace, kind: str, **asked: Any) -> str:
    made_ = drafted(workspace, kind, as_of=DAY, known_on=KNOWN_ON, **asked)
    return body_of(made_.path.read_bytes())


def score_of(workspace: Workspace, place: int = -1) -> str:
    return filled(Book.of(workspace).at(DAY))[place].score.fact


def test_m016_a_classification_sheet_sets_the_rules_beside_what_people_said(
    office: Workspace,
) -> None:
    text = body(office, "classification-sheet", loan=LOAN)

    assert "1 | 逾期 100 天，超过 90 天 | 次级 | 贷款台账 2025-12-31，“台账”M4" in text
    assert "按规则初分为：次级。与现分类不一致，须调整或说明从优理由。" in text
    assert "初分 | 次级 | 逾期三个月 | 周测 | 2025-12-25" in text
    assert "审查 | ＿＿＿＿ | ＿＿＿＿ | ＿＿＿＿ | ＿＿＿＿" in text
    assert "财务因素 | 收入减少" in text


def test_a_loan_without_any_rule_against_it_is_normal_by_the_rules(office: Workspace) -> None:
    text = body(office, "classification-sheet", loan="JJ20240002")

    assert "没有触发正常类以下的规则。" in text
    assert "按规则初分为：正常。与现分类一致。" in text


def test_a_loan_that_was_paid_off_has_no_class_to_determine(office: Workspace) -> None:
    with pytest.raises(NothingToReport, match="JJ20240003 is paid off"):
        body(office, "classification-sheet", loan="JJ20240003")


def test_all_sheets_of_a_unit_are_of_its_open_loans(office: Workspace) -> None:
    asked = Asked(as_of=DAY, known_on=KNOWN_ON, unit="东河支行")
    with requested(office, "classification-sheet", asked, every=True) as (kind, request):
        assert kind.each
        sheets = [one.values for one in kind.each(request)]

    assert [one.loan_number for one in sheets] == [LOAN, "JJ20240002"]  # type: ignore[attr-defined]


def test_m029_a_score_sheet_lists_every_item_with_what_it_lost_and_the_total(
    office: Workspace,
) -> None:
    text = body(office, "score-sheet", fact=score_of(office))

    assert "| 8 | 8 | 未签责任书 | 信管12 | JJ20240001" in text
    assert "| 8 | 3.5 |  |  | " in text
    assert "合    计 | 100 | 21.5 | 得分：78.5" in text
    assert "78.5分（等次：不合格）" in text
    assert "98分（2025年3月31日）" in text
    items = sheet("daily_check").items
    assert sum(f"{item.code} | {item.titles['zh']}" in text for item in items) == len(items)


def test_m030_a_score_below_80_proposes_the_fine_in_figures_and_words(office: Workspace) -> None:
    failed = body(office, "score-sheet", fact=score_of(office))
    passed = body(office, "score-sheet", fact=score_of(office, 0))

    assert "扣减该单位发展费用300.00元（大写：叁佰元整）" in failed
    assert "发展费用" not in passed


def test_a_fact_that_is_no_filled_sheet_is_refused_with_those_there_are(office: Workspace) -> None:
    with pytest.raises(AskedWrongly, match=rf"{score_of(office)} \(2025-06-30"):
        body(office, "score-sheet", fact="record:999")


def test_m031_a_failed_sheet_drafts_the_notice_with_rule_loans_and_reply(office: Workspace) -> None:
    text = body(office, "rectification-notice", fact=score_of(office))

    assert "编号：＿＿＿＿" in text
    assert "经2025年6月30日《贷后管理日常检查评分表》检查（得分78.5分，合格标准80分）" in text
    assert "1 | 未签责任书 | 8 | 信管12 《贷后管理办法》按期首检 | JJ20240001" in text
    assert "JJ20240001 | 测试户1 | 50,000.00 | 正常 | 周测" in text
    assert "建议扣减该单位发展费用300.00元" in text
    assert "限期整改回复单" in text
    assert "□合格，销号" in text


def test_a_notice_on_record_prints_its_number_and_what_came_of_it(tmp_path: Path) -> None:
    workspace = made(tmp_path, {})
    fact = _office(
        workspace, "rectification", 整改通知书编号="整2025-1", 下发日期="2025-07-02",
        整改单位="东河支行", 存在问题="首检逾期；档案缺借据", 整改期限="2025-08-01",
        涉及借据="JJ20240001、没有的", 整改依据="信贷专项检查",
    )  # fmt: skip
    _office(
        workspace,
        "rectification_step",
        整改通知书编号="整2025-1",
        日期="2025-07-20",
        整改环节="回复",
        情况说明="已补检",
    )

    text = body(workspace, "rectification-notice", fact=fact)

    assert "编号：整2025-1" in text
    assert "1 | 首检逾期 |  |  | JJ20240001、没有的" in text
    assert "2 | 档案缺借据 |" in text
    assert "办理情况（待复查）" in text
    assert "2025-07-20 | 整改回复 | 已补检" in text
    assert "发展费用" not in text
    assert "2025年7月2日" in text


def test_a_notice_that_names_a_sheet_takes_the_sheets_items_and_fine(tmp_path: Path) -> None:
    workspace = made(tmp_path, {})
    _fill(workspace, "1.1=8;未签责任书", "2.1=10;首检逾期", "2.3=4")
    (one,) = filled(Book.of(workspace).at(DAY))
    fact = _office(
        workspace, "rectification", 整改通知书编号="整2025-2", 下发日期="2025-07-02",
        整改单位="东河支行", 整改依据=basis_of(one), 整改期限="2025-07-15",
    )  # fmt: skip

    text = body(workspace, "rectification-notice", fact=fact)

    assert "1 | 未签责任书 | 8" in text
    assert "得分78分" in text
    assert "建议扣减该单位发展费用300.00元" in text


@pytest.mark.parametrize(
    ("value", "shown"), [("78", "78"), ("100", "100"), ("92.50", "92.5"), ("0.25", "0.25")]
)
def test_points_are_written_as_they_were_given(value: str, shown: str) -> None:
    assert formats.points(Decimal(value)) == shown
