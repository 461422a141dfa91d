"""Lays out the sheet for checking securities: as registered, on the spot, in the vault."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.forms import WIDE_MM, facts, letterhead, signatures
from templates.build.package import Page, document

_TITLE = "抵质押物核对单"
_HEADS = (
    "序号", "名称（坐落）\n权利人", "权属证书号\n登记证明号", "数量、面积\n评估价值（元）",
    "保险到期\n保管状态", "现场核对：实物状况", "权证库核对：他项权证等权证", "不符情况及处理",
)  # fmt: skip
_WIDTHS = (9, 38, 58, 27, 19, 38, 34, 24)

_SIGNS = (
    "抵（出）质人（签字、按手印）：",
    "现场核对人（两人签字）：",
    "权证库保管人（签字）：",
    "经办机构（盖章）：",
)


def layout(_language: str) -> bytes:
    """Return the template."""
    row: list[Cell | str] = [
        Cell("{{ one.place }}", "SmallCentre"),
        Cell("{{ one.name }}\n{{ one.owner }}", "SmallText"),
        Cell("{{ one.title_no }}\n{{ one.register_no }}", "SmallText"),
        Cell("{{ one.extent }}\n{{ one.value|yuan }}", "SmallNumber"),
        Cell("{{ one.insured_until|short }}\n{{ one.custody }}", "SmallCentre"),
        Cell("□完好　□毁损　□灭失\n□出租　□转让　□查封\n□价值下降", "SmallText"),
        Cell("□在库，账实相符\n□出库　□缺失\n□登记已到期", "SmallText"),
        Cell("", "SmallText"),
    ]
    pairs = (
        ("借款人", "{{ borrower }}"), ("户号", "{{ household_number }}"),
        ("经办机构", "{{ unit }}"), ("管户经理", "{{ manager }}"),
        ("贷款本金余额", "{{ balance|元 }}元"), ("余额日期", "{{ as_of|年月日 }}"),
        ("核对期间", "{{ quarter }}"), ("核对日期", "　　年　月　日"),
    )  # fmt: skip
    body = [
        *letterhead(_TITLE, "zh"),
        facts(pairs, columns=4, label_mm=26, width_mm=WIDE_MM),
        paragraph("", "Note"),
        table(_WIDTHS, [[Cell(head, "SmallHead") for head in _HEADS]], for_each_row("things", row)),
        paragraph(
            "注：左五栏为{{ as_of|年月日 }}台账登记，其余由核对人填写。"
            "制表日期：{{ known_on|年月日 }}。",
            "Note",
            keep=True,
        ),
        signatures(_SIGNS, "zh", width_mm=WIDE_MM),
        *appendix("zh", wide=True),
    ]
    header = ("{{ institution }}", f"{_TITLE}  户号{{{{ household_number }}}}")
    return document(Page(language="zh", title=_TITLE, header=header, landscape=True), body)
