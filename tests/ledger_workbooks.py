"""Workbooks as clerks keep them, made for the ledger's tests. Invented people only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from extractors.values.identity import resident_check_digit

HEAD = (
    "机构", "借款人", "身份证号码", "合同编号", "借据号", "业务品种", "担保方式", "借据金额",
    "余额", "月利率（‰）", "发放日", "到期日", "逾期天数", "表内欠息", "表外欠息", "五级分类",
    "管户人",
)  # fmt: skip


def id_number(n: int) -> str:
    """An ID number with a true check digit that no living person holds (born 1900)."""
    first17 = f"41030019000101{n:03d}"
    return first17 + resident_check_digit(first17)


class Text(str):
    """Text that a clerk typed as text although it looks like a formula."""

    __slots__ = ()


def loan_row(n: int, **changed: Any) -> list[Any]:
    """A row of the loan register, all right unless changed."""
    row: dict[str, Any] = {
        "机构": "东河支行",
        "借款人": f"测试户{n}",
        "身份证号码": id_number(n),
        "合同编号": f"（2024）东农信字第{n:04d}号",
        "借据号": f"JJ2024{n:04d}",
        "业务品种": "农户小额贷款",
        "担保方式": "信用",
        "借据金额": 50000,
        "余额": 50000,
        "月利率（‰）": 6.525,
        "发放日": date(2024, 3, 15),
        "到期日": date(2026, 3, 14),
        "逾期天数": 0,
        "表内欠息": 0,
        "表外欠息": 0,
        "五级分类": "正常",
        "管户人": "周测",
    }
    return [(row | changed)[name] for name in HEAD]


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write sheets of rows; the layout is the caller's."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows, start=1):
            for c, value in enumerate(row, start=1):
                cell = sheet.cell(r, c, value)
                if isinstance(value, Text):
                    cell.data_type = "s"
    book.save(path)
    return path


def loan_sheet(
    rows: Sequence[Sequence[Any]],
    *,
    day: str = "截至2025年12月31日",
    unit: str = "单位：元",
    head: Sequence[str] = HEAD,
) -> list[list[Any]]:
    """A loan register: title, day and unit, head, rows."""
    return [["东河联社贷款台账"], [day, None, None, unit], list(head), *map(list, rows)]


REPAYMENT_HEAD = ("还款日期", "借据号", "借款人", "收回本金", "收回利息", "收回方式")


def repayment_sheet(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """A list of receipts."""
    return [["还款明细"], ["单位：元"], list(REPAYMENT_HEAD), *map(list, rows)]
