"""Lays out the list of loans falling due: a landscape table with the three ways to settle each."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.forms import WIDE_MM, letterhead, signatures
from templates.build.package import Page, document

_TITLE = "到期贷款提示函附表"
_HEADS = (
    "序号", "借款人", "借据号\n合同编号", "贷款品种\n执行利率", "借款金额", "本金余额",
    "发放日\n到期日", "欠息", "保证人\n（担保方式）", "管户\n经理", "收\n回", "展期\n借新",
    "清\n收",
)  # fmt: skip
_WIDTHS = (9, 23, 46, 24, 22, 22, 19, 17, 22, 15, 9, 10, 9)

_SIGNS = (
    "{{ institution }}（盖章）：",
    "接收单位负责人（签收）：",
    "管户经理（签收）：",
)


def layout(_language: str) -> bytes:
    """Return the template."""
    row: list[Cell | str] = [
        Cell("{{ one.place }}", "SmallCentre"),
        Cell("{{ one.borrower }}", "SmallText"),
        Cell("{{ one.number }}\n{{ one.contract_no }}", "SmallText"),
        Cell("{{ one.product }}\n{{ one.rate }}", "SmallText"),
        Cell("{{ one.amount|yuan }}", "SmallNumber"),
        Cell("{{ one.balance|yuan }}", "SmallNumber"),
        Cell("{{ one.granted_on|short }}\n{{ one.due_on|short }}", "SmallCentre"),
        Cell("{{ one.arrears|yuan }}", "SmallNumber"),
        Cell("{{ one.guarantors }}", "SmallText"),
        Cell("{{ one.manager }}", "SmallCentre"),
        Cell("{{ one.pay }}", "SmallCentre"),
        Cell("{{ one.extend }}", "SmallCentre"),
        Cell("{{ one.collect }}", "SmallCentre"),
    ]
    last: list[Cell | str] = [
        Cell("合计（{{ count|cell }}笔）", "SmallHead", span=4),
        Cell("{{ balance|yuan }}", "SmallNumber", span=2),
        Cell("", "SmallText"),
        Cell("{{ arrears|yuan }}", "SmallNumber"),
        Cell("", "SmallText", span=5),
    ]
    body = [
        *letterhead(_TITLE, "zh"),
        paragraph("{{ addressee }}：", "LetterFlush"),
        paragraph(
            "你单位（户管）{{ month }}到期贷款共{{ count|cell }}笔，本金余额{{ balance|元 }}元。"
            "请逐户送达提示函，落实还款来源，并逐笔确定处理方式：能收回的提前做好收回工作；"
            "符合展期、还旧借新条件的提前申报；既不能收回又不能展期的列入清收，查明原因、明确责任人和措施。",
            "FormText",
        ),
        paragraph("单位：元", "Unit"),
        table(
            _WIDTHS,
            [[Cell(head, "SmallHead") for head in _HEADS]],
            [*for_each_row("loans", row), last],
        ),
        paragraph(
            "注：本金余额和欠息为{{ as_of|年月日 }}台账数；制表日期：{{ known_on|年月日 }}。"
            "处理方式在相应栏打√，已登记的已打√。",
            "Note",
            keep=True,
        ),
        signatures(_SIGNS, "zh", width_mm=WIDE_MM),
        *appendix("zh", wide=True),
    ]
    header = ("{{ institution }}", f"{_TITLE}  {{{{ month }}}}")
    return document(Page(language="zh", title=_TITLE, header=header, landscape=True), body)
