"""The forms of post-loan inspections: which one is due, what the ledger says in it, what is left
to the inspector."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from templates import examples
from templates.asking import Asked, requested
from templates.documents.first_inspection_report import values as first
from templates.documents.routine_inspection_report import values as routine
from templates.documents.special_inspection_report import values as special
from templates.inspection.example import known, record
from templates.inspection.known import Known
from templates.kinds import KINDS, kind_of
from templates.render import rendered
from templates.request import AskedWrongly
from tests.drafts import drafted
from tests.tasks_ledger import LOAN, inspected, made, said
from tests.templates_reading import body_of, text_of

DAY = date(2024, 5, 10)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Three loans of 2024-03-15: visited, never visited, and one with a warning."""
    workspace = made(tmp_path_factory.mktemp("office"), {}, {}, {})
    inspected(workspace, date(2024, 4, 1))
    said(
        workspace,
        "payment",
        支付日期="2024-03-15",
        收款人="饲料厂",
        支付金额="30000",
        loan="JJ20240002",
    )
    said(
        workspace,
        "risk_warning",
        预警编号="YJ-1",
        预警日期="2024-04-20",
        发起人="张三",
        预警信号="停产两个月",
        loan="JJ20240003",
    )
    said(workspace, "suspicion", 发现日期="2024-05-01", 可疑信息="在外借款", loan="JJ20240003")
    return workspace  # fmt: skip


def body(workspace: Workspace, kind: str, **asked: Any) -> str:
    made_ = drafted(workspace, kind, as_of=DAY, known_on=date(2099, 1, 5), **asked)
    return body_of(made_.path.read_bytes())


def test_m087_a_loan_nobody_visited_gets_the_form_of_a_first_inspection(office: Workspace) -> None:
    text = body(office, "inspection-report", loan="JJ20240002")

    assert "首次贷后检查报告" in text
    assert "资金支付和流向" in text
    assert "首次检查期限为2024年4月14日，截至2024年5月10日没有检查记录，已超过期限。" in text


def test_m088_a_visited_loan_gets_the_form_of_a_routine_inspection(office: Workspace) -> None:
    text = body(office, "inspection-report", loan=LOAN)

    assert "常规贷后检查报告" in text
    assert "上次检查日期 | 2024年4月1日" in text
    assert "应于2024年6月30日前完成本次检查。" in text


def test_the_name_that_stands_for_two_forms_is_known_by_its_title_too(office: Workspace) -> None:
    assert kind_of("贷后检查报告").name == "first-inspection-report"
    assert "常规贷后检查报告" in body(office, "贷后检查报告", loan=LOAN)


def test_all_inspections_due_are_drafted_by_the_name_of_their_form(office: Workspace) -> None:
    loans = {}
    for kind in ("first-inspection-report", "routine-inspection-report"):
        asked = Asked(as_of=date(2024, 6, 25), known_on=date(2099, 1, 5))
        with requested(office, kind, asked, every=True) as (chosen, request):
            assert chosen.each
            loans[kind] = [one.values.loan_number for one in chosen.each(request)]  # type: ignore[attr-defined]

    assert loans == {
        "first-inspection-report": ["JJ20240002", "JJ20240003"],
        "routine-inspection-report": [LOAN],
    }
    with (
        pytest.raises(AskedWrongly, match="first-inspection-report"),
        requested(office, "inspection-report", Asked(), every=True),
    ):
        pass


def test_a_loan_that_was_inspected_gets_no_first_inspection_again(office: Workspace) -> None:
    with pytest.raises(AskedWrongly, match=r"2024-04-01.*routine-inspection-report"):
        body(office, "first-inspection-report", loan=LOAN)


def test_m079_payments_on_record_leave_a_sum_nobody_accounted_for(office: Workspace) -> None:
    text = body(office, "first-inspection-report", loan="JJ20240002")

    assert "2024-03-15 | 饲料厂 | 30,000.00" in text
    assert "已登记支付合计30,000.00元，没有支付去向记录的金额20,000.00元" in text


def test_m026_a_special_inspection_gives_the_warning_as_its_reason(office: Workspace) -> None:
    text = body(office, "special-inspection-report", loan="JJ20240003")

    assert "1 | 2024-04-20 | 停产两个月 | 预警YJ-1（已发起） | □属实 □部分/□不属实" in text
    assert "2 | 2024-05-01 | 在外借款 | 可疑信息" in text


def test_a_special_inspection_of_one_warning_names_no_other_reason(office: Workspace) -> None:
    text = body(office, "special-inspection-report", loan="JJ20240003", fact="record:2")

    assert "停产两个月" in text
    assert "在外借款" not in text


def test_without_a_warning_the_inspector_writes_the_reason_himself(office: Workspace) -> None:
    early = drafted(office, "special-inspection-report", loan=LOAN, as_of=date(2024, 3, 20))

    assert "检查事由由检查人填写：＿＿" in body_of(early.path.read_bytes())


def test_reasons_of_the_class_are_in_the_language_of_the_paper(office: Workspace) -> None:
    overdue = date(2026, 6, 1)
    made_ = drafted(office, "routine-inspection-report", loan=LOAN, as_of=overdue, language="es")

    text = text_of(made_.path.read_bytes())
    assert "de atraso" in text
    assert "overdue" not in text and "逾期" not in text


def test_every_figure_of_an_inspection_has_its_facts(office: Workspace) -> None:
    for kind, loan in (
        ("first-inspection-report", "JJ20240002"),
        ("routine-inspection-report", LOAN),
        ("special-inspection-report", "JJ20240003"),
    ):
        figures = drafted(office, kind, loan=loan, as_of=DAY).figures

        names = [one.figure.name for one in figures]
        assert len(set(names)) == len(names)
        for one in figures:
            assert "_" not in one.title, one.figure.name
            if one.figure.value:
                assert one.figure.rows, one.figure.name


@pytest.mark.parametrize(
    ("changed", "signal"),
    [
        ({"days_overdue": 31, "due_on": date(2025, 11, 30)}, "本金逾期31天。"),
        ({"arrears_in_fen": 100_00, "arrears_off_fen": 5_50}, "欠息105.50元。"),
        ({"class_code": "substandard", "previous_class": "normal"}, "由正常下调为次级"),
        ({"due_on": date(2026, 1, 10)}, "2026年1月10日到期，距检查基准日10天。"),
    ],
)
def test_what_the_ledger_shows_is_among_the_signals(changed: dict[str, Any], signal: str) -> None:
    signals = [one.text for one in routine.of_known(quiet(**changed), "zh").signals]

    assert len(signals) == 1
    assert signal in signals[0]


def test_a_sound_loan_shows_no_signal() -> None:
    values = routine.of_known(quiet(), "zh")

    assert values.signals == ()
    assert "没有反映出风险信号" in text_of(
        rendered(KINDS["routine-inspection-report"], values, "zh")
    )


def quiet(**changed: Any) -> Known:
    """A loan of which nothing is wrong, but for what changed."""
    sound: dict[str, Any] = {
        "arrears_in_fen": None, "class_code": "normal", "previous_class": "normal",
        "due_on": date(2026, 12, 1),
    }  # fmt: skip
    loan = examples.loan(**sound | changed)
    return Known(loan=loan, known_on=examples.KNOWN_ON, institution=None)


def test_a_company_is_asked_for_its_statements_and_a_household_for_its_family() -> None:
    kind = KINDS["routine-inspection-report"]
    household, company = (
        text_of(rendered(kind, routine.of_known(known("zh", rows), "zh"), "zh")) for rows in (3, 1)
    )

    assert "家庭及人员变动" in household and "资产负债率" not in household
    assert "资产负债率" in company and "家庭及人员变动" not in company
    assert "约定300,000.00元，实际210,000.00元" in company


def test_a_debt_elsewhere_that_was_paid_off_is_not_listed() -> None:
    debts = {"other_debt": (
        record("other_debt", 1, date(2025, 1, 1), lender="甲银行", balance_fen=5_000_000),
        record("other_debt", 2, date(2025, 6, 1), lender="甲银行", balance_fen=0),
        record("other_debt", 3, date(2025, 6, 1), lender="乙银行", balance_fen=100),
    )}  # fmt: skip
    loan = examples.loan()
    one = Known(loan=loan, known_on=examples.KNOWN_ON, institution=None, records=debts)

    assert [line.lender for line in special.of_known(one, "zh").debts] == ["乙银行"]


def test_what_only_the_inspector_sees_is_a_box_or_a_blank(tmp_path: Path) -> None:
    values = first.of_known(known("zh", 0, visited=False), "zh")

    text = text_of(rendered(KINDS["first-inspection-report"], values, "zh"))

    assert "实际用途 | \n" in text
    assert "□一致  □部分改变  □不一致（说明）：" in text
    assert "检查人（签字）：" in text
    assert "None" not in text
