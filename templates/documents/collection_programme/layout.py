"""Lays out the collection programme in Chinese."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.formats import BLANK
from templates.planning import layout as plans

_PRINCIPLES = (
    "（一）谁放、谁收、谁负责。放款责任不因人员调动、内退而免除，清收管理责任另行落实到人。",
    "（二）先易后难、一户一策。金额、成因、还款能力不同的分类施策，一次收回与分次收回相结合。",
    "（三）现金优先。能收现金的不以物抵债，以物抵债须评估、过户、限期变现。",
    "（四）先落实债权、后谈处置。借据、担保、时效有缺陷的先补正、先保全。",
    "（五）依法合规。不得弄虚作假、以贷收贷、以贷收息掩盖不良。",
)
_GROUP = (
    f"成立不良贷款清收领导小组。组长：{BLANK}；副组长：{BLANK}；成员：{BLANK}{BLANK}。领导小组负责审定方案、协调司法和地方政府、审批处置事项；办公室设在{BLANK}，负责任务分解、进度通报和资料归档。",
)
_STAGES = (
    (
        "准备阶段",
        "第一季度首月",
        "逐户清查债权、担保和时效，认定可收回性，确定处置类别、责任人、时限，完成一户一策。",
    ),
    (
        "催收阶段",
        "第一、二季度",
        "上门催收，送达催收通知书并取得签收，签订还款协议，办理重组和补充担保。",
    ),
    ("依法阶段", "第二、三季度", "对逃避、拒不履行的集中立案，申请保全和执行，推进以资抵债。"),
    ("总结阶段", "第四季度", "逐户对账销号，兑现奖惩，查究责任，总结经验，提出下年安排。"),
)


def layout() -> bytes:
    """Return the template."""
    title = "{{ year }}年不良贷款清收方案"
    body = [
        paragraph("{{ institution }}{{ department }}", "TitleAbove"),
        paragraph(title, "Title"),
        paragraph(
            "【草稿，待审定】年初数截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；空白处由经办人填写。",
            "Draft",
        ),
        *plans.section("一、清收范围", "scope"),
        *_groups("表1  不良贷款五级分类情况", "classes", "类别"),
        paragraph("二、清收原则", "Heading1"),
        *(paragraph(text) for text in _PRINCIPLES),
        paragraph("三、组织领导", "Heading1"),
        *(paragraph(text) for text in _GROUP),
        paragraph("{{ squads_note.text }}"),
        *squads_table("表2  清收专班"),
        *plans.section("四、清收目标", "aims"),
        *_groups("表3  不良贷款可收回性", "grades", "可收回性"),
        *plans.owners_table("zh", "表4  机构和客户经理清收任务分布", "units", "officers"),
        paragraph("五、时间安排", "Heading1"),
        paragraph("表5  阶段安排", "Caption"),
        table(
            (26, 30, 100),
            [("阶段", "时间", "主要工作")],
            [[Cell(a, "TableCentre"), Cell(b, "TableCentre"), c] for a, b, c in _STAGES],
        ),
        paragraph("", "Note"),
        *plans.section("六、必须先办的事项", "pressing"),
        *plans.section("七、清收措施", "measures"),
        *plans.groups_table("zh", "表6  不良贷款分类别清收安排", "categories"),
        *plans.section("八、考核奖惩"),
        paragraph("{{ rules_note.text }}"),
        *rules_table("表7  清收奖励办法"),
        paragraph(
            "按月下达任务、按月通报进度、按季考核。不按规定催收致使时效丧失、担保脱保的，追究责任；弄虚作假的，追回奖励并处理。",
            keep=True,
        ),
        *plans.signed("zh"),
        *_listed(),
        *appendix("zh"),
    ]
    page = Page(language="zh", title="不良贷款清收方案", header=("{{ institution }}", title))
    return document(page, body)


def _groups(caption: str, loop: str, first: str) -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableCentre"),
        Cell("{{ one.count|cell }}", "TableNumber"),
        Cell("{{ one.balance|cell }}", "TableNumber"),
        Cell("{{ one.share|cell }}", "TableNumber"),
    ]
    return [
        paragraph(caption, "Caption"),
        paragraph("单位：笔、万元、%", "Unit"),
        table((48, 30, 44, 34), [(first, "笔数", "余额", "占比")], for_each_row(loop, row), keep=3),
        paragraph("", "Note"),
    ]


def squads_table(caption: str) -> list[str]:
    """Return the table of squads."""
    row: list[Cell | str] = [
        "{{ one.name }}",
        Cell("{{ one.leader }}", "TableCentre"),
        "{{ one.members }}",
        "{{ one.area }}",
        Cell("{{ one.task|cell }}", "TableNumber"),
    ]
    return [
        paragraph(caption, "Caption"),
        paragraph("单位：万元", "Unit"),
        table((32, 22, 44, 34, 24), [("专班", "负责人", "成员", "清收范围", "任务")],
              plans.rows_or_blanks("squads", row)),
        paragraph("", "Note"),
    ]  # fmt: skip


def rules_table(caption: str) -> list[str]:
    """Return the table of rules of reward."""
    row: list[Cell | str] = [
        "{{ one.name }}",
        "{{ one.loans }}",
        Cell("{{ one.rate|number }}", "TableNumber"),
        Cell("{{ one.interest_rate|number }}", "TableNumber"),
    ]
    return [
        paragraph(caption, "Caption"),
        paragraph("单位：%", "Unit"),
        table((42, 66, 24, 24), [("办法", "适用贷款", "收回本金", "收回利息")],
              plans.rows_or_blanks("rules", row)),
        paragraph("", "Note"),
    ]  # fmt: skip


def _listed() -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.borrower }}\n{{ one.unit }}", "SmallText"),
        Cell("{{ one.loan }}", "SmallText"),
        Cell("{{ one.balance|cell }}", "SmallNumber"),
        Cell("{{ one.arrears|cell }}", "SmallNumber"),
        Cell("{{ one.class_name }}", "SmallCentre"),
        Cell("{{ one.lapses_on|short }}\n{{ one.lapses_note }}", "SmallCentre"),
        Cell("{{ one.collector }}", "SmallCentre"),
        Cell("{{ one.category }}", "SmallCentre"),
        Cell("", "SmallText"),
    ]
    heads = (
        "序号",
        "借款人\n机构",
        "借据号",
        "余额",
        "欠息",
        "分类",
        "时效\n届满日",
        "责任人",
        "处置\n类别",
        "时限",
    )
    return [
        paragraph("附表：不良贷款清收清单", "AppendixTitle", page_break=True),
        paragraph("{{ listed_note.text }}", "Note"),
        paragraph("单位：万元", "Unit"),
        table((9, 27, 27, 16, 13, 11, 21, 14, 14, 12), [[Cell(t, "SmallHead") for t in heads]],
              plans.rows_or_blanks("listed", row)),
        paragraph("", "Note"),
    ]  # fmt: skip
