"""Lays out a campaign's plan with its annex in Chinese."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, paragraph, table
from templates.build.package import Page, document
from templates.documents.collection_programme.layout import rules_table, squads_table
from templates.formats import BLANK
from templates.planning import layout as plans

_STAGES = (
    ("动员准备", "活动开始后一周内", "召开动员会，核对名单，落实包案责任人，逐户制定措施。"),
    ("集中清收", "活动期间", "电话、上门、送达通知书，签订还款协议；每周例会通报。"),
    ("依法攻坚", "活动后半段", "对拒不履行、恶意逃废的立案、保全、执行，恶意拖欠的按规定报告。"),
    ("总结兑现", "活动结束后半月内", "逐户对账、销号，兑现奖惩，写出总结。"),
)


def layout() -> bytes:
    """Return the template."""
    title = "{{ name }}方案"
    body = [
        paragraph("{{ institution }}{{ department }}", "TitleAbove"),
        paragraph(title, "Title"),
        paragraph(
            "【草稿，待审定】数据截至{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；空白处由经办人填写。",
            "Draft",
        ),
        paragraph("一、活动时间", "Heading1"),
        paragraph("自{{ first|年月日 }}起，至{{ last|年月日 }}止。"),
        *plans.section("二、活动目标", "aims"),
        *plans.section("三、清收范围和名单", "scope"),
        paragraph("四、组织领导", "Heading1"),
        paragraph(
            "成立领导小组。组长：{{ leader }}；副组长：{{ deputies }}；成员：{{ members }}。"
        ),
        paragraph(
            "职责分工：{{ duties }}。组长负责指挥协调，难点事项提请地方政府和司法机关支持；副组长负责信息汇总和通报；成员按附表包案清收。"
        ),
        *squads_table("表1  专班分工"),
        paragraph("五、阶段安排", "Heading1"),
        paragraph("表2  阶段安排", "Caption"),
        table(
            (26, 36, 94),
            [("阶段", "时间", "主要工作")],
            [[Cell(a, "TableCentre"), Cell(b, "TableCentre"), c] for a, b, c in _STAGES],
            keep=4,
        ),
        paragraph("", "Note"),
        paragraph("六、方法和纪律", "Heading1"),
        paragraph("（一）摸清底数。逐户核对债权、担保、时效和去向，列出有效资产和还款来源。"),
        paragraph(
            "（二）分户施策。能还的限期归还，暂时困难的签订分期协议，有资产不还的依法执行，外出的通过亲属、村组联系。"
        ),
        paragraph(
            "（三）规范催收。两人以上上门，送达催收通知书并取得签收，如实登记催收记录；不得恐吓、扰民，不得代收现金不入账。"
        ),
        *plans.section("七、例会和费用", "meetings"),
        paragraph("八、考核奖惩", "Heading1"),
        paragraph("{{ rules_note.text }}"),
        *rules_table("表3  清收奖励办法"),
        paragraph(f"没有完成任务的单位和个人：{BLANK}；弄虚作假的取消奖励并追究责任。", keep=True),
        *plans.signed("zh"),
        *_annex(),
        *appendix("zh"),
    ]
    page = Page(language="zh", title="清收活动方案", header=("{{ institution }}", title))
    return document(page, body)


def _annex() -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.borrower }}\n{{ one.unit }}", "SmallText"),
        Cell("{{ one.loan }}", "SmallText"),
        Cell("{{ one.balance|cell }}", "SmallNumber"),
        Cell("{{ one.class_name }}", "SmallCentre"),
        Cell("{{ one.overdue|cell }}", "SmallNumber"),
        Cell("{{ one.target|cell }}", "SmallNumber"),
        Cell("{{ one.received|cell }}", "SmallNumber"),
        Cell("{{ one.squad }}\n{{ one.officer }}", "SmallCentre"),
        Cell("{{ one.deadline|short }}", "SmallCentre"),
    ]
    total: list[Cell | str] = [
        Cell("合计（{{ sums.count|cell }}户、笔）", "SmallHead", span=3),
        Cell("{{ sums.balance|cell }}", "SmallNumber"),
        Cell("", "SmallText"),
        Cell("{{ sums.overdue|cell }}", "SmallNumber"),
        Cell("{{ sums.target|cell }}", "SmallNumber"),
        Cell("{{ sums.received|cell }}", "SmallNumber"),
        Cell(
            "未落实责任人{{ sums.without_officer|cell }}户（笔）；已催收{{ sums.contacts|cell }}次；违约率{{ sums.default_percent|cell }}%",
            "SmallText",
            span=2,
        ),
    ]
    heads = (
        "序号",
        "借款人\n机构",
        "借据号",
        "余额",
        "分类",
        "逾期\n余额",
        "清收\n任务",
        "已收回\n本息",
        "专班\n责任人",
        "完成\n时限",
    )
    return [
        paragraph("附表：目标计划表", "AppendixTitle", page_break=True),
        paragraph("单位：万元", "Unit"),
        table((8, 24, 24, 14, 10, 13, 13, 13, 17, 20), [[Cell(t, "SmallHead") for t in heads]],
              [*plans.rows_or_blanks("targets", row, 6), total]),
        paragraph("", "Note"),
    ]  # fmt: skip
