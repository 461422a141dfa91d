"""Lays out the plan of the post-loan post in Chinese."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.planning import layout as plans


def layout() -> bytes:
    """Return the template."""
    title = "{{ year }}年贷后管理岗工作计划"
    body = [
        paragraph("{{ institution }}{{ department }}", "TitleAbove"),
        paragraph(title, "Title"),
        paragraph(
            "【草稿，由本岗位人员修改后报部门负责人审定】年初数截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算。",
            "Draft",
        ),
        *plans.section("一、工作思路和任务", "situation"),
        *plans.section("二、到期提示和在线监测", "reminders"),
        *plans.section("三、贷后检查督办", "visits"),
        *plans.owners_table("zh", "表1  各客户经理贷后管理情况", "officers"),
        *plans.section("四、风险分类", "classes"),
        *plans.section("五、风险预警和重点监测", "warnings"),
        *plans.section("六、检查评分和整改", "checks"),
        *plans.section("七、档案和债权核对", "files"),
        paragraph("八、进度安排", "Heading1"),
        *_quarters(),
        *plans.months_table("zh", "表3  分月到期、检查和重点工作", keep=True),
        paragraph("", keep=True),
        paragraph(
            "岗位人员（签字）：＿＿＿＿＿＿　　　{{ known_on|年月日 }}", "SignLine", keep=True
        ),
        paragraph("部门负责人意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", "SignLine", keep=True),
        paragraph("签字：＿＿＿＿＿＿　　　＿＿＿＿年＿＿月＿＿日", "SignLine"),
        *appendix("zh"),
    ]
    page = Page(language="zh", title="贷后管理岗工作计划", header=("{{ institution }}", title))
    return document(page, body)


def _quarters() -> list[str]:
    names = ("due_count", "due_sum", "visits", "classes", "reconciled")
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableCentre"),
        *(Cell(f"{{{{ one.{name}|cell }}}}", "TableNumber") for name in names),
        Cell("{{ one.work }}", "TableText"),
    ]
    heads = (
        "季度",
        "到期\n笔数",
        "到期\n金额",
        "应做\n检查",
        "分类\n认定",
        "债权\n核对",
        "主要工作",
    )
    return [
        paragraph("表2  分季任务", "Caption"),
        paragraph("单位：笔、万元、次、户", "Unit"),
        table((20, 15, 23, 15, 15, 15, 53), [heads], for_each_row("quarters", row), keep=3),
        paragraph(
            "注：分类认定、债权核对按年初在贷且届时未到期或已逾期的贷款计算，新放贷款随时增补。",
            "Note",
        ),
    ]
