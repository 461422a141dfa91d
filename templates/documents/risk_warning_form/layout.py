"""Lays out the form of a risk warning: customer, loans, signal, and each hand it passes."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.debt_table import overdue_table
from templates.build.forms import facts, letterhead, long_facts
from templates.build.package import Page, document

_TITLE = "风险预警信号处理表"
_FACTS = (
    ("预警编号", "{{ warning_no }}"), ("预警日期", "{{ raised_on|年月日 }}"),
    ("客户名称", "{{ borrower }}"), ("证件号码", "{{ id_number }}"),
    ("户号", "{{ household_number }}"), ("经办机构", "{{ unit }}"),
    ("管户经理", "{{ manager }}"), ("最低风险分类", "{{ loan_class }}"),
    ("发起部门", "{{ raised_dept }}"), ("发起人", "{{ raised_by }}"),
    ("信息来源", "{{ origin }}"), ("预警规则", "{{ alert }}"),
)  # fmt: skip
_SIGNAL = (
    ("预警级别", "{{ level }}"),
    ("风险敞口", "{{ exposure|元 }}元（大写：{{ exposure|大写 }}）"),
    ("预警信号", "{{ signal }}\n"),
    ("担保情况", "\n"),
)


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        *letterhead(_TITLE, "zh"),
        facts(_FACTS),
        long_facts(_SIGNAL),
        *when(
            "loans",
            [paragraph("授信业务（截至{{ as_of|年月日 }}）", "FormHeading"), *overdue_table("zh")],
        ),
        paragraph("处理意见和结果", "FormHeading"),
        _steps(),
        paragraph(
            "注：发起人不得审批本人发起的预警；处置完毕并经审批后方可解除。"
            "制表日期：{{ known_on|年月日 }}。",
            "Note",
        ),
        *appendix("zh"),
    ]
    header = ("{{ institution }}", _TITLE)
    return document(Page(language="zh", title=_TITLE, header=header, form=True), body)


def _steps() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableLabel"),
        Cell("\n{{ one.said }}\n", "TableText"),
        Cell("{{ one.by }}", "TableCentre"),
        Cell("{{ one.on|短日期 }}", "TableCentre"),
    ]
    heads = ("环节", "意见、措施和结果", "签字", "日期")
    return table((30, 76, 26, 24), [heads], for_each_row("steps", row))
