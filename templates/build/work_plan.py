"""Lays out the annual work plan in Chinese."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, each, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.formats import BLANK


def work_plan() -> bytes:
    """Return the template."""
    title = "{{ year }}年信贷工作计划"
    body = [
        paragraph("{{ institution }}{{ department }}", "TitleAbove"),
        paragraph(title, "Title"),
        paragraph(
            "【草稿，待审定】年初数截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；"
            "目标和空白线处由经办人填写。",
            "Draft",
        ),
        paragraph("一、基本情况和指导思想", "Heading1"),
        *each("situation", "BodyText"),
        paragraph("二、工作目标", "Heading1"),
        paragraph("表1  主要目标", "Caption"),
        table(
            (50, 22, 30, 26, 26),
            [("指标", "单位", "年初数", "年末目标", "计划增减")],
            [
                *for_each_row(
                    "goals",
                    [
                        "{{ one.title }}",
                        Cell("{{ one.unit }}", "TableCentre"),
                        Cell("{{ one.opening|cell }}", "TableNumber"),
                        Cell(BLANK, "TableCentre"),
                        Cell(BLANK, "TableCentre"),
                    ],
                ),
                _typed("全年发放贷款", "万元"),
                _typed("到期贷款收回率", "%"),
                _typed("利息回收率", "%"),
                _typed("贷后检查完成率", "%"),
                _typed("清收不良贷款", "万元"),
            ],
        ),
        paragraph("注：“—”为期间指标，无年初数；目标由审定人填写。", "Note"),
        paragraph("三、到期贷款管理", "Heading1"),
        *each("due_text", "BodyText"),
        paragraph("四、不良贷款清收", "Heading1"),
        *each("bad_text", "BodyText"),
        paragraph("表2  年初不良贷款及清收安排", "Caption"),
        paragraph("单位：笔、万元", "Unit"),
        table(
            (24, 18, 28, 28, 28, 28),
            [("类别", "笔数", "余额", "现金清收", "依法清收", "其他处置")],
            for_each_row(
                "bad",
                [
                    Cell("{{ one.title }}", "TableCentre"),
                    Cell("{{ one.count|cell }}", "TableNumber"),
                    Cell("{{ one.balance|cell }}", "TableNumber"),
                    Cell(BLANK, "TableCentre"),
                    Cell(BLANK, "TableCentre"),
                    Cell(BLANK, "TableCentre"),
                ],
            ),
        ),
        paragraph("", "Note"),
        paragraph("五、贷后检查", "Heading1"),
        *each("inspection_text", "BodyText"),
        paragraph("六、主要措施", "Heading1"),
        *_measures(),
        paragraph("七、时间安排", "Heading1"),
        paragraph("表3  分月到期贷款和贷后检查安排", "Caption"),
        paragraph("单位：笔、万元、次", "Unit"),
        table(
            (18, 22, 32, 26, 56),
            [("月份", "到期笔数", "到期本金", "应做检查", "重点工作")],
            [
                *for_each_row(
                    "months",
                    [
                        Cell("{{ one.title }}", "TableCentre"),
                        Cell("{{ one.count|cell }}", "TableNumber"),
                        Cell("{{ one.balance|cell }}", "TableNumber"),
                        Cell("{{ one.inspections|cell }}", "TableNumber"),
                        Cell("", "TableText"),
                    ],
                ),
                [
                    Cell("{{ month_total.title }}", "TableLabel"),
                    Cell("{{ month_total.count|cell }}", "TableNumber"),
                    Cell("{{ month_total.balance|cell }}", "TableNumber"),
                    Cell("{{ month_total.inspections|cell }}", "TableNumber"),
                    Cell("", "TableText"),
                ],
            ],
        ),
        paragraph("注：到期数按年初余额计算；检查次数按首次检查和例行检查周期推算。", "Note"),
        paragraph("八、工作要求", "Heading1"),
        paragraph(
            "各岗位按月对照计划检查进度，未完成的说明原因和补救时间。"
            f"考核与奖惩办法：{BLANK}{BLANK}{BLANK}。"
        ),
        paragraph(""),
        paragraph("{{ institution }}{{ department }}", "Signature"),
        paragraph("{{ known_on|年月日 }}", "Signature"),
        *appendix("zh"),
    ]
    page = Page(language="zh", title="年度信贷工作计划", header=("{{ institution }}", title))
    return document(page, body)


def _typed(title: str, unit: str) -> list[Cell | str]:
    return [
        title,
        Cell(unit, "TableCentre"),
        Cell("—", "TableCentre"),
        Cell(BLANK, "TableCentre"),
        Cell("—", "TableCentre"),
    ]


def _measures() -> list[str]:
    """Return the headings of the trade with what the rules ask, and a blank for the office's own."""
    return [
        paragraph(text)
        for text in (
            f"（一）管户责任。按户落实管户经理和风险经理，签订管户责任书；人员变动先办档案移交。具体分工：{BLANK}。",
            f"（二）分层管理。按贷款额度和客户类别确定管理层级和责任部门。划分标准：{BLANK}。",
            f"（三）分类和监测。按月采集数据、初分，按季认定；分类下调的贷款当月提出处置意见。责任人：{BLANK}。",
            f"（四）风险预警。发现预警信号及时填报处理表，处置完毕方可解除。责任人：{BLANK}。",
            f"（五）检查考核。检查结果计分考核，发现问题限期整改。考核周期：{BLANK}。",
            f"（六）信贷档案。一户一档，资料随办随归，缺件逐月清理。责任人：{BLANK}。",
            f"（七）队伍建设。业务培训{BLANK}次，重点内容：{BLANK}。",
        )
    ]
