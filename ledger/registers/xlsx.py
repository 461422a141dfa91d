"""A register as a finished workbook: ready to print and to hand in, with nothing that runs."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from ledger.registers.declaration import Heading, RegisterTable, Value, worded

A4 = 9

# Height of one line of the 10 point text.
LINE_POINTS = 15

_WORDS = {
    "zh": {"as_of": "截至", "unit": "单位：元", "total": "合计", "page": "第 &P 页，共 &N 页"},
    "es": {
        "as_of": "Al",
        "unit": "Importes en yuanes",
        "total": "Total",
        "page": "Página &P de &N",
    },
    "en": {"as_of": "As at", "unit": "Amounts in yuan", "total": "Total", "page": "Page &P of &N"},
}


@dataclass(frozen=True, slots=True)
class _Style:
    """The formats of one workbook."""

    title: Any
    note: Any
    head: Any
    text: Any
    money: Any
    count: Any
    percent: Any
    day: Any
    total_text: Any
    total_money: Any


def write_xlsx(table: RegisterTable, path: Path, language: str) -> None:
    """Write a register as an .xlsx file in a language (zh, es, en).

    Every text goes in as text: what looks like a formula, a link or a number is none.
    """
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        # The same register of the same day gives the same file.
        book.set_properties({"created": datetime.combine(table.as_of, time.min)})
        style = _style(book, language)
        _write_sheet(book, table, style, language)
        if table.summary:
            _write_sheet(book, table.summary, style, language)


def _style(book: Any, language: str) -> _Style:
    font = {"font_name": "宋体" if language == "zh" else "Times New Roman", "font_size": 10}
    framed = font | {"border": 1, "valign": "vcenter"}
    money = {"num_format": "#,##0.00", "align": "right"}
    bold = {"bold": True}
    return _Style(
        title=book.add_format(font | bold | {"font_size": 16, "align": "center"}),
        note=book.add_format(font),
        head=book.add_format(
            framed | bold | {"align": "center", "text_wrap": True, "bg_color": "#E7E6E6"}
        ),
        # "@": an ID or IOU number stays as it is when the cell is edited.
        text=book.add_format(framed | {"num_format": "@", "text_wrap": True}),
        money=book.add_format(framed | money),
        count=book.add_format(framed | {"num_format": "0", "align": "right"}),
        percent=book.add_format(framed | {"num_format": "0.00", "align": "right"}),
        day=book.add_format(framed | {"num_format": "yyyy-mm-dd", "align": "center"}),
        total_text=book.add_format(framed | bold | {"num_format": "@"}),
        total_money=book.add_format(framed | bold | money),
    )


def _write_sheet(book: Any, table: RegisterTable, style: _Style, language: str) -> None:
    words = _WORDS[language]
    # Excel allows 31 characters.
    sheet = book.add_worksheet(table.titles[language][:31])
    last = len(table.columns) - 1
    sheet.merge_range(0, 0, 0, last, table.titles[language], style.title)
    sheet.set_row(0, 28)
    note = f"{words['as_of']} {table.as_of.isoformat()}"
    if table.known_on:
        note += f" ({table.known_on.isoformat()})"
    sheet.write_string(1, 0, note, style.note)
    if any(column.kind == "money" for column in table.columns):
        sheet.write_string(1, last, words["unit"], style.note)
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, column.width)
        sheet.write_string(2, n, column.titles[language], style.head)
    texts = table.text_rows(language)
    for r, values in enumerate(table.values(), start=3):
        lines = max(
            _lines(text, column.width)
            for text, column in zip(texts[r - 3], table.columns, strict=True)
        )
        if lines > 1:
            # Not every program makes a row as high as its wrapped text by itself.
            sheet.set_row(r, LINE_POINTS * lines)
        for c, (column, value) in enumerate(zip(table.columns, values, strict=True)):
            _write(sheet, r, c, column, value, style, language)
    if table.totals:
        _write_totals(sheet, table, style, words["total"])
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(0, 2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer(f"&C{words['page']}")


def _lines(text: str, width: float) -> int:
    """Return how many lines `text` needs in a column; a Chinese character is two letters wide."""
    letters = sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)
    return max(1, math.ceil(letters / width))


def _write(
    sheet: Any, row: int, column: int, heading: Heading, value: Value, style: _Style, language: str
) -> None:
    if value is None:
        sheet.write_blank(row, column, None, style.text)
    elif heading.kind == "money" and isinstance(value, int):
        # A spreadsheet holds doubles: exact to the fen up to 15 places.
        sheet.write_number(row, column, float(Decimal(value) / 100), style.money)
    elif heading.kind in ("count", "percent") and isinstance(value, int | Decimal):
        shown = style.count if heading.kind == "count" else style.percent
        sheet.write_number(row, column, float(value), shown)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time.min), style.day)
    else:
        sheet.write_string(row, column, worded(value, heading, language), style.text)


def _write_totals(sheet: Any, table: RegisterTable, style: _Style, word: str) -> None:
    row = 3 + len(table.rows)
    for n, (column, value) in enumerate(zip(table.columns, table.totals, strict=True)):
        if value is None:
            sheet.write_string(row, n, word if n == 0 else "", style.total_text)
        elif column.kind == "money":
            sheet.write_number(row, n, float(Decimal(int(value)) / 100), style.total_money)  # type: ignore[arg-type]
        else:
            shown = style.count if column.kind == "count" else style.percent
            sheet.write_number(row, n, float(value), shown)  # type: ignore[arg-type]
