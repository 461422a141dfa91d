"""A department's workbook of any size: loans, receipts and classes of invented people."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from extractors.values.identity import resident_check_digit

LOANS = (
    "机构", "借款人", "身份证号码", "合同编号", "借据号", "业务品种", "担保方式", "借据金额",
    "余额", "月利率（‰）", "发放日", "到期日", "逾期天数", "表内欠息", "表外欠息", "五级分类",
    "管户人",
)  # fmt: skip
RECEIPTS = ("还款日期", "借据号", "借款人", "收回本金", "收回利息", "收回方式")
CLASSES = ("借据号", "借款人", "五级分类", "认定日期")
PRODUCTS = ("农户小额贷款", "农户联保贷款", "个人经营贷款", "住房贷款", "公司贷款")


def write(path: Path, rows: int, *, changed: int = 0) -> Path:
    """Write `rows` rows: three tenths loans, half receipts, the rest classes.

    changed  how many loans have another loan officer than in the unchanged workbook
    """
    loans, receipts = rows * 3 // 10, rows // 2
    book = xlsxwriter.Workbook(str(path))
    formats = (
        book.add_format({"num_format": "yyyy-mm-dd"}),
        book.add_format({"num_format": "#,##0.00"}),
    )
    _sheet(book, "贷款台账", "截至2025年12月31日", LOANS, _loans(loans, changed), formats)
    _sheet(book, "还款明细", "2025年度", RECEIPTS, _receipts(loans, receipts), formats)
    classes = _classes(loans, rows - loans - receipts)
    _sheet(book, "五级分类", "截至2025年9月30日", CLASSES, classes, formats)
    book.close()
    return path


def _sheet(
    book: Any, name: str, day: str, head: Sequence[str], rows: Iterator[Sequence[Any]], formats: Any
) -> None:
    sheet = book.add_worksheet(name)
    days, amounts = formats
    sheet.write_row(0, 0, [f"东河联社{name}"])
    sheet.write_row(1, 0, [day, "单位：元"])
    sheet.write_row(2, 0, head)
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, days)
            elif isinstance(value, str):
                sheet.write_string(number, column, value)
            else:
                sheet.write_number(number, column, value, amounts)


def _id_number(n: int) -> str:
    """With a true check digit, of nobody alive (born from 1900 on)."""
    first17 = f"4103{n // 90_000:02d}19{n % 90_000 // 1_000:02d}0101{n % 1_000:03d}"
    return first17 + resident_check_digit(first17)


def _loans(count: int, changed: int) -> Iterator[Sequence[Any]]:
    chance = random.Random(1)
    for n in range(1, count + 1):
        amount = chance.randrange(1, 100) * 5_000
        granted = date(2021, 1, 1) + timedelta(days=chance.randrange(1_500))
        yield (
            f"东河支行{n % 20}", f"测试户{n}", _id_number(n), f"（2024）东农信字第{n:06d}号",
            f"JJ{n:08d}", chance.choice(PRODUCTS), chance.choice(("信用", "保证", "抵押", "联保")),
            amount, amount * 0.9, 6.525, granted, granted + timedelta(days=730),
            chance.choice((0, 0, 0, 12, 95)), 0, round(chance.random() * 100, 2),
            chance.choice(("正常", "正常", "关注", "次级")),
            f"{'李' if n <= changed else '周'}测{n % 60}",
        )  # fmt: skip


def _receipts(loans: int, count: int) -> Iterator[Sequence[Any]]:
    chance = random.Random(2)
    for n in range(count):
        loan = n % loans + 1
        day = date(2025, 1 + n // loans % 12, 1 + loan % 28)
        yield (day, f"JJ{loan:08d}", f"测试户{loan}", 0, round(chance.random() * 900, 2), "现金")


def _classes(loans: int, count: int) -> Iterator[Sequence[Any]]:
    chance = random.Random(3)
    for n in range(count):
        loan = n % loans + 1
        word = chance.choice(("正常", "关注", "次级"))
        yield (f"JJ{loan:08d}", f"测试户{loan}", word, date(2025, 9, 30))
