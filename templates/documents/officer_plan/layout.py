"""Lays out an officer's plan in Chinese."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.formats import BLANK
from templates.planning import layout as plans


def layout() -> bytes:
    """Return the template."""
    title = "{{ year }}年客户经理工作计划"
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(title, "Title"),
        paragraph("单位：{{ unit }}　　　客户经理：{{ officer }}", "Draft"),
        paragraph(
            "【草稿，由本人修改后报单位负责人审定】年初数截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算。",
            "Draft",
        ),
        *plans.section("一、管户情况", "situation"),
        *_classes(),
        paragraph("二、工作目标", "Heading1"),
        *_targets(),
        *plans.section("三、到期贷款收回", "due"),
        *_due(),
        *plans.section("四、逾期欠息和不良贷款清收", "late"),
        *_late(),
        *plans.section("五、贷后检查和走访", "visits"),
        *plans.months_table("zh", "表5  分月工作安排"),
        *plans.section("六、日常管理、营销和学习", "daily"),
        paragraph(f"需要单位支持解决的问题：{BLANK}{BLANK}。", keep=True),
        paragraph("", keep=True),
        paragraph("计划人（签字）：＿＿＿＿＿＿　　　{{ known_on|年月日 }}", "SignLine", keep=True),
        paragraph(
            "单位负责人意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", "SignLine", keep=True
        ),
        paragraph("签字：＿＿＿＿＿＿　　　＿＿＿＿年＿＿月＿＿日", "SignLine"),
        *appendix("zh"),
    ]
    page = Page(language="zh", title="客户经理工作计划", header=("{{ institution }}", title))
    return document(page, body)


def _classes() -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableCentre"),
        Cell("{{ one.count|cell }}", "TableNumber"),
        Cell("{{ one.balance|cell }}", "TableNumber"),
        Cell("{{ one.share|cell }}", "TableNumber"),
    ]
    return [
        paragraph("表1  所管贷款五级分类", "Caption"),
        paragraph("单位：笔、万元、%", "Unit"),
        table(
            (48, 30, 44, 34),
            [("类别", "笔数", "余额", "占比")],
            for_each_row("classes", row),
            keep=3,
        ),
        paragraph("", "Note"),
    ]


def _targets() -> list[str]:
    row: list[Cell | str] = [
        "{{ one.title }}",
        *(Cell(f"{{{{ one.{name}|cell }}}}", "TableNumber") for name in ("done", "target")),
        Cell("{{ one.change|change }}", "TableNumber"),
        Cell("", "TableText"),
    ]
    return [
        paragraph("表2  本年目标", "Caption"),
        paragraph("单位：万元", "Unit"),
        table((42, 28, 28, 28, 30), [("项目", "上年完成", "本年目标", "增减", "自定目标")],
              for_each_row("targets", row)),
        paragraph("注：本年目标取自台账登记的目标责任书；没有登记的由单位下达后填写。", "Note"),
    ]  # fmt: skip


def _due() -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.borrower }}", "SmallText"),
        Cell("{{ one.loan }}", "SmallText"),
        Cell("{{ one.balance|yuan }}", "SmallNumber"),
        Cell("{{ one.due_on|short }}", "SmallCentre"),
        Cell("", "SmallText"),
        Cell("", "SmallText"),
    ]
    heads = ("序号", "借款人", "借据号", "余额（元）", "到期日", "预计处理", "销号")
    return [
        paragraph("表3  到期贷款清单", "Caption"),
        table((10, 36, 34, 26, 21, 18, 11), [[Cell(t, "SmallHead") for t in heads]],
              plans.rows_or_blanks("due_loans", row)),
        paragraph("注：预计处理填收回、展期、还旧借新或清收。", "Note"),
    ]  # fmt: skip


def _late() -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.borrower }}", "SmallText"),
        Cell("{{ one.loan }}", "SmallText"),
        Cell("{{ one.balance|cell }}", "SmallNumber"),
        Cell("{{ one.arrears|cell }}", "SmallNumber"),
        Cell("{{ one.days|cell }}", "SmallNumber"),
        Cell("{{ one.class_name }}", "SmallCentre"),
        Cell("{{ one.measures }}", "SmallText"),
        Cell("{{ one.deadline|short }}", "SmallCentre"),
    ]
    heads = (
        "序号",
        "借款人",
        "借据号",
        "余额\n(万元)",
        "欠息\n(万元)",
        "逾期\n天数",
        "分类",
        "清收措施",
        "时限",
    )
    return [
        paragraph("表4  逾期和不良贷款清收计划", "Caption"),
        table((9, 24, 26, 14, 13, 11, 11, 27, 21), [[Cell(t, "SmallHead") for t in heads]],
              plans.rows_or_blanks("late_loans", row)),
        paragraph("", "Note"),
    ]  # fmt: skip
