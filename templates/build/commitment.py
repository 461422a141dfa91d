"""What the letters of responsibility have alike: heading, goals, clients, duties, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.forms import letterhead, signatures
from templates.build.package import Page, document

PERIOD = "责任期限：自{{ first|年月日 }}起至{{ last|年月日 }}止。"


def commitment(
    title: str, parts: Sequence[str], parties: Sequence[str], signs: Sequence[str]
) -> bytes:
    """Return the template of one letter.

    parties  who commits himself to whom, a line each
    parts    what stands between them and the signatures
    """
    body = [
        *letterhead(title, "zh"),
        *[paragraph(party, "LetterFlush") for party in parties],
        paragraph(PERIOD, "LetterFlush"),
        *parts,
        paragraph(
            "本责任书一式两份，双方各执一份，自签订之日起生效；责任人变动的，先办理移交再另行签订。",
            "FormText",
            keep=True,
        ),
        signatures(signs, "zh"),
        *appendix("zh"),
    ]
    header = ("{{ institution }}", f"{title}  {{{{ year }}}}年度")
    return document(Page(language="zh", title=title, header=header, form=True), body)


def goals() -> list[str]:
    """Return the table of the year's goals."""
    row: list[Cell | str] = [
        "{{ one.title }}",
        Cell(
            "{% if one.opening is none %}—{% else %}{{ one.opening|cell }}{% endif %}",
            "TableNumber",
        ),
        Cell("{{ one.target|cell }}", "TableNumber"),
        Cell("", "TableText"),
        Cell("", "TableText"),
    ]
    heads = ("指标", "年初数", "年度目标", "完成", "考核得分")
    return [
        paragraph("单位：万元", "Unit"),
        table((50, 28, 30, 26, 22), [heads], for_each_row("goals", row)),
        paragraph(
            "注：年初数截至{{ as_of|年月日 }}；收回到期本金的年初数为本年到期贷款余额，"
            "不良贷款控制额的年初数为不良贷款余额；空白目标由签订双方核定。"
            "制表日期：{{ known_on|年月日 }}。",
            "Note",
        ),
    ]


def clients() -> list[str]:
    """Return the list of households that one answers for."""
    row: list[Cell | str] = [
        Cell("{{ one.place }}", "SmallCentre"),
        Cell("{{ one.household_number }}", "SmallCentre"),
        Cell("{{ one.borrower }}", "SmallText"),
        Cell("{{ one.count|cell }}", "SmallNumber"),
        Cell("{{ one.balance|元 }}", "SmallNumber"),
        Cell("{{ one.loan_class }}", "SmallCentre"),
        Cell("{{ one.risk_manager }}", "SmallCentre"),
        Cell("", "SmallText"),
    ]
    last: list[Cell | str] = [
        Cell("合计", "SmallHead", span=3),
        Cell("{{ count|cell }}", "SmallNumber"),
        Cell("{{ balance|元 }}", "SmallNumber"),
        Cell("其中不良{{ bad|元 }}元", "SmallText", span=3),
    ]
    heads = [
        Cell(head, "SmallHead")
        for head in ("序号", "户号", "借款人", "笔数", "余额（元）", "风险分类", "风险经理", "备注")
    ]
    return [
        table((10, 18, 40, 12, 28, 16, 18, 14), [heads], [*for_each_row("clients", row), last]),
        paragraph("", "Note"),
    ]


def said(heading: str, texts: Sequence[str]) -> list[str]:
    """Return a heading and its paragraphs."""
    return [paragraph(heading, "FormHeading"), *[paragraph(text, "FormText") for text in texts]]
