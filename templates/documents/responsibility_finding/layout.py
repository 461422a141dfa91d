"""Lays out the finding on who answers for a bad loan."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.forms import facts, letterhead, long_facts
from templates.build.package import Page, document
from templates.formats import BLANK

_TITLE = "不良贷款责任认定表"
_LOAN = (
    ("借款人", "{{ borrower }}"), ("证件号码", "{{ id_number }}"),
    ("户号", "{{ household_number }}"), ("经办机构", "{{ unit }}"),
    ("借据号", "{{ number }}"), ("合同编号", "{{ contract_no }}"),
    ("贷款品种", "{{ product }}"), ("担保方式", "{{ guarantee }}"),
    ("发放日", "{{ granted_on|年月日 }}"), ("到期日", "{{ due_on|年月日 }}"),
    ("借款金额", "{{ amount|元 }}元"), ("执行利率", "{{ rate }}"),
    ("尚欠本金", "{{ balance|元 }}元"), ("欠息", "{{ arrears|元 }}元"),
    ("逾期天数", "{{ days_overdue }}"), ("现分类", "{{ loan_class }}"),
    ("首次转不良日", "{{ first_bad_on|年月日 }}"), ("转不良时分类", "{{ first_class }}"),
    ("借款用途", "{{ purpose }}"),
)  # fmt: skip
_CAUSE = (
    ("形成原因", "{{ cause }}"),
    ("原因说明", "{{ cause_detail }}\n"),
    ("债务人恶意\n欠款表现", "{{ signs }}"),
)
_OPINIONS = (
    ("责任人陈述", "\n\n（签字）：　　　　　　　　　　　　　年　　月　　日"),
    (
        "认定小组意见",
        f"□主要责任　□次要责任　□领导责任　□尽职免责\n{BLANK}{BLANK}{BLANK}\n"
        "（签字）：　　　　　　　　　　　　　年　　月　　日",
    ),
    ("审计（稽核）\n部门意见", "\n\n（盖章）：　　　　　　　　　　　　　年　　月　　日"),
    ("有权审批人\n意见", "\n\n（签字）：　　　　　　　　　　　　　年　　月　　日"),
)


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        *letterhead(_TITLE, "zh"),
        paragraph("一、贷款基本情况（截至{{ as_of|年月日 }}）", "FormHeading"),
        facts(_LOAN),
        paragraph("二、形成不良的原因", "FormHeading"),
        long_facts(_CAUSE),
        paragraph("三、各环节责任人", "FormHeading"),
        _roles(),
        paragraph("四、责任认定和处理", "FormHeading"),
        _liabilities(),
        paragraph("", "Note"),
        long_facts(_OPINIONS, label_mm=30),
        paragraph(
            "注：管户经理{{ manager }}；制表日期：{{ known_on|年月日 }}。未造成损失的，违规责任同样认定。",
            "Note",
        ),
        *appendix("zh"),
    ]
    header = ("{{ institution }}", _TITLE)
    return document(Page(language="zh", title=_TITLE, header=header, form=True), body)


def _roles() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.role }}", "TableLabel"),
        Cell("{{ one.person }}", "TableCentre"),
        Cell("{{ one.since }}", "TableCentre"),
        Cell("{{ one.finding }}", "TableText"),
    ]
    heads = ("环节", "责任人", "责任起始日", "存在的风险和问题、履职情况")
    return table((30, 34, 26, 66), [heads], for_each_row("roles", row))


def _liabilities() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.person }}", "TableCentre"),
        Cell("{{ one.stage }}", "TableCentre"),
        Cell("{{ one.nature }}", "TableCentre"),
        Cell("{{ one.loss|元 }}", "TableNumber"),
        Cell("{{ one.sanction }}", "TableText"),
        Cell("{{ one.on|短日期 }}", "TableCentre"),
    ]
    heads = ("责任人", "责任环节", "责任性质", "损失金额（元）", "处理意见", "认定日期")
    empty: list[Cell | str] = [Cell(" ", "TableText")] * 6
    return table((24, 20, 22, 28, 38, 24), [heads], [*for_each_row("liabilities", row), empty])
