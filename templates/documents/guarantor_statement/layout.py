"""Lays out the statement to guarantors, with a line for each to answer and sign."""

from __future__ import annotations

from templates.build import letter_words as shared
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.letter import LetterWords, letter

_WORDS = LetterWords(
    title="保证债权核对函",
    to="{{ guarantors }}：",
    opening=(
        "你（单位）为借款人{{ borrower }}在我社（行）的借款提供保证。现将截至{{ as_of|年月日 }}的保证债权列示如下，请核对后填写回执。",
    ),
    note=("注：{{ quarter }}核对；经办机构：{{ unit }}；借款人户号：{{ household_number }}。",),
    asks=(
        "本函仅为核对债权，不变更保证合同约定的保证范围和保证期间。如住址、电话、就业或资产情况有变化，请一并写明。",
    ),
    contact=shared.CONTACT["zh"],
    sign=shared.SIGN["zh"],
    receipt="保证债权核对函回执",
    receipt_to="",
    receipt_said=(
        "对上述编号的《保证债权核对函》所列截至{{ as_of|年月日 }}的保证债权，各保证人核对意见如下：",
    ),
    choices=(
        ("不符说明", "\n"),
        (
            "核对经办人",
            "（两人签字）\n　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
        ),
    ),
)


def layout(_language: str) -> bytes:
    """Return the template."""
    heads = (
        "保证人",
        "保证合同编号\n借据号",
        "保证方式",
        "保证金额",
        "保证期间至",
        "借款到期日",
        "借款本金\n余额",
    )
    row: list[Cell | str] = [
        Cell("{{ one.name }}", "SmallText"),
        Cell("{{ one.contract_no }}\n{{ one.number }}", "SmallText"),
        Cell("{{ one.way }}", "SmallCentre"),
        Cell("{{ one.guaranteed|yuan }}", "SmallNumber"),
        Cell("{{ one.until|short }}", "SmallCentre"),
        Cell("{{ one.due_on|short }}", "SmallCentre"),
        Cell("{{ one.balance|yuan }}", "SmallNumber"),
    ]
    listed = table(
        (20, 40, 15, 21, 20, 20, 20),
        [[Cell(head, "SmallHead") for head in heads]],
        for_each_row("guarantees", row),
    )
    return letter(
        "zh",
        _WORDS,
        [paragraph("单位：元", "Unit"), listed],
        receipt_table=[_to_sign()],
        receipt_below=True,
    )


def _to_sign() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.name }}", "TableCentre"),
        Cell("□相符　□不符", "TableCentre"),
        Cell("\n", "TableText"),
        Cell("", "TableText"),
    ]
    heads = ("保证人", "核对结果", "签字、按手印（盖章）", "日期")
    return table((36, 36, 54, 30), [heads], for_each_row("guarantees", row), keep=3)
