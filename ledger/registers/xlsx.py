"""A register as a finished workbook: ready to print and to hand in, with nothing that runs.

Rows are written as they come and not kept, so that 100,000 of them need no more memory than ten.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl.utils import get_column_letter

from extractors.wording import _
from ledger.figure import Source
from ledger.marking.listing import OWN_SHEET
from ledger.registers.declaration import Heading, RegisterTable, TableRow, Value, worded
from ledger.registers.xlsx_styles import Style, style_of

A4 = 9

# Characters of all columns that one landscape page still shows legibly; more go on the next page.
PAGE_WIDTH = 320
HEAD_ROWS = 3
# Height of one line of the 10 point text.
LINE_POINTS = 15
# What a workbook can hold: rows of a sheet, letters of a sheet's name.
MOST_ROWS, NAME_LETTERS = 1_048_576, 31

_WORDS = {
    "zh": {
        "as_of": "截至", "known": "（按{day}所知）", "unit": "单位：元", "wan": "单位：万元",
        "total": "合计", "page": "第 &P 页，共 &N 页", "made": "制表日期：{day}",
        "sources": "数据来源", "row": "行", "fact": "事实编号", "kind": "来源",
        "paper": "资料", "place": "位置",
        "person": "陈述人", "workbook": "工作簿", "document": "资料", "on_page": "第 {page} 页",
    },
    "es": {
        "as_of": "Al", "known": " (según lo conocido el {day})", "unit": "Importes en yuanes",
        "wan": "Importes en decenas de miles de yuanes", "total": "Total",
        "page": "Página &P de &N", "made": "Elaborado el {day}", "sources": "Origen de los datos",
        "row": "Fila", "fact": "Hecho", "kind": "Origen", "paper": "Documento", "place": "Lugar",
        "person": "Persona", "workbook": "libro", "document": "documento",
        "on_page": "página {page}",
    },
    "en": {
        "as_of": "As at", "known": " (as known on {day})", "unit": "Amounts in yuan",
        "wan": "Amounts in ten thousand yuan", "total": "Total", "page": "Page &P of &N",
        "made": "Made on {day}", "sources": "Sources", "row": "Row", "fact": "Fact",
        "kind": "Source", "paper": "Paper", "place": "Place", "person": "Person",
        "workbook": "workbook", "document": "paper", "on_page": "page {page}",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How a workbook is to look.

    office   who makes it, printed above the table; "" leaves it out
    made_on  printed in the footer; None leaves it out
    wan      amounts in 万元
    sources  a sheet that says for each row its fact and where that was taken from: "hidden",
             "shown" or "none"
    named    how a filed paper is called there, by its document id
    """

    office: str = ""
    made_on: date | None = None
    wan: bool = False
    sources: str = "none"
    named: Callable[[str], str] = field(default=lambda document: document)


class TooManyRows(Exception):
    """A register with more rows than a sheet holds."""

    def __init__(self, register: str) -> None:
        self.register = register
        super().__init__(
            _(
                "Register {name} has more rows than a sheet holds. Choose fewer: --unit, --manager "
                "or another filter."
            ).format(name=register)
        )


def write_xlsx(table: RegisterTable, path: Path, language: str, paper: Paper | None = None) -> None:
    """Write a register as an .xlsx file in a language (zh, es, en). Raises TooManyRows."""
    write_all([table], path, language, paper)


def write_all(
    tables: Sequence[RegisterTable], path: Path, language: str, paper: Paper | None = None
) -> None:
    """Write registers as the sheets of one .xlsx file.

    Every text goes in as text: what looks like a formula, a link or a number is none. Totals are
    sums over their rows, with their values beside them for programs that do not calculate.
    Raises TooManyRows; what is at `path` is replaced once the workbook is whole.
    """
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": True,
        "tmpdir": str(path.parent),
    }
    paper = paper or Paper()
    half = path.with_name(f".{path.name}.part")
    try:
        with xlsxwriter.Workbook(str(half), options) as book:
            # The same register of the same day gives the same file.
            book.set_properties({"created": datetime.combine(tables[0].as_of, time.min)})
            writer = _Writer(book, style_of(book, language), language, paper)
            for table in tables:
                writer.register(table)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


class _Writer:
    """One workbook being written."""

    def __init__(self, book: Any, style: Style, language: str, paper: Paper) -> None:
        self.book, self.style, self.language, self.paper = book, style, language, paper
        self.words = _WORDS[language]
        self.names: set[str] = set()

    def register(self, table: RegisterTable) -> None:
        """Write a register, its summary, and where its rows come from."""
        name = self._table(table)
        if table.summary:
            self._table(table.summary)
        if self.paper.sources != "none" and any(row.fact for row in table.rows):
            self._sources(table, name)

    def _table(self, table: RegisterTable) -> str:
        name = self._free_name(table.titles[self.language])
        sheet = self.book.add_worksheet(name)
        if HEAD_ROWS + len(table.rows) + 1 > MOST_ROWS:
            raise TooManyRows(table.name)
        self._set_up(sheet, table)
        self._above(sheet, table)
        sums = [0] * len(table.columns)
        for number, values in enumerate(table.values(), start=HEAD_ROWS):
            self._row(sheet, number, table.columns, values, sums)
        if table.totals:
            self._totals(sheet, table, sums)
        return name

    def _set_up(self, sheet: Any, table: RegisterTable) -> None:
        last = len(table.columns) - 1
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)
        sheet.freeze_panes(HEAD_ROWS, 0)
        sheet.autofilter(HEAD_ROWS - 1, 0, HEAD_ROWS - 1 + max(len(table.rows), 1), last)
        sheet.repeat_rows(0, HEAD_ROWS - 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        pages = math.ceil(sum(column.width for column in table.columns) / PAGE_WIDTH)
        sheet.fit_to_pages(pages, 0)
        if pages > 1:
            # The first columns say whose row it is, on every page.
            sheet.repeat_columns(0, 3)
        sheet.center_horizontally()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        made = self.paper.made_on
        left = f"&L{self.words['made'].format(day=made.isoformat())}" if made else ""
        sheet.set_footer(f"{left}&C{self.words['page']}")

    def _above(self, sheet: Any, table: RegisterTable) -> None:
        last = len(table.columns) - 1
        sheet.set_row(0, 28)
        if last:
            sheet.merge_range(0, 0, 0, last, table.titles[self.language], self.style.title)
        else:
            sheet.write_string(0, 0, table.titles[self.language], self.style.title)
        day = f"{self.words['as_of']} {table.as_of.isoformat()}"
        if table.known_on:
            day += self.words["known"].format(day=_day(table.known_on))
        notes = {0: day}
        if self.paper.office and last > 1:
            notes[last // 2] = self.paper.office
        if any(column.kind == "money" for column in table.columns):
            notes[last] = self.words["wan" if self.paper.wan else "unit"]
        for column, text in sorted(notes.items()):
            shown = self.style.note_right if column == last and last else self.style.note
            sheet.write_string(1, column, text, shown)
        for number, heading in enumerate(table.columns):
            sheet.write_string(2, number, heading.titles[self.language], self.style.head)

    def _row(
        self,
        sheet: Any,
        number: int,
        columns: Sequence[Heading],
        values: Sequence[Value],
        sums: list[int],
    ) -> None:
        lines = 1
        for column, value in zip(columns, values, strict=True):
            if isinstance(value, str) and len(value) * 2 > column.width:
                text = worded(value, column, self.language)
                lines = max(lines, _lines(text, column.width))
        if lines > 1:
            # Not every program makes a row as high as its wrapped text by itself.
            sheet.set_row(number, LINE_POINTS * lines)
        for place, (column, value) in enumerate(zip(columns, values, strict=True)):
            self._cell(sheet, number, place, column, value)
            if column.kind in ("money", "count") and type(value) is int:
                sums[place] += value

    def _cell(self, sheet: Any, row: int, place: int, column: Heading, value: Value) -> None:
        style = self.style
        if value is None:
            sheet.write_blank(row, place, None, style.text)
        elif column.kind == "money" and isinstance(value, int):
            sheet.write_number(row, place, self._money(value), style.money)
        elif column.kind in ("count", "percent") and isinstance(value, int | Decimal):
            shown = style.count if column.kind == "count" else style.percent
            sheet.write_number(row, place, float(value), shown)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, datetime.combine(value, time.min), style.day)
        else:
            text = worded(value, column, self.language)
            sheet.write_string(row, place, text, style.short if len(text) < 5 else style.text)

    def _money(self, fen: int) -> float:
        # A spreadsheet holds doubles: exact to the fen up to 15 places.
        return float(Decimal(fen) / (1_000_000 if self.paper.wan else 100))

    def _totals(self, sheet: Any, table: RegisterTable, sums: Sequence[int]) -> None:
        row = HEAD_ROWS + len(table.rows)
        for place, (column, value) in enumerate(zip(table.columns, table.totals, strict=True)):
            if value is None:
                word = self.words["total"] if place == 0 else ""
                sheet.write_string(row, place, word, self.style.total_text)
                continue
            shown = self.style.total(column.kind)
            number = self._money(int(value)) if column.kind == "money" else float(value)  # type: ignore[arg-type]
            if table.rows and column.kind != "percent" and value == sums[place]:
                letter = get_column_letter(place + 1)
                formula = f"=SUM({letter}{HEAD_ROWS + 1}:{letter}{row})"
                sheet.write_formula(row, place, formula, shown, number)
            else:
                sheet.write_number(row, place, number, shown)

    def _sources(self, table: RegisterTable, of: str) -> None:
        """A sheet beside a register: each row's fact, and the cell or page it was taken from."""
        words = self.words
        sheet = self.book.add_worksheet(self._free_name(f"{words['sources']} {of}"))
        if self.paper.sources == "hidden":
            sheet.hide()
        for number, width in enumerate((8, 20, 10, 40, 30, 14)):
            sheet.set_column(number, number, width)
        sheet.freeze_panes(HEAD_ROWS, 0)
        sheet.repeat_rows(0, HEAD_ROWS - 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, f"{OWN_SHEET}{words['sources']}", self.style.note)
        sheet.write_string(1, 0, of, self.style.note)
        heads = ("row", "fact", "kind", "paper", "place", "person")
        for number, head in enumerate(heads):
            sheet.write_string(2, number, words[head], self.style.head)
        called: dict[str, str] = {}
        for number, row in enumerate(table.rows, start=HEAD_ROWS):
            sheet.write_number(number, 0, number + 1, self.style.count)
            for place, text in enumerate(self._origin(row, called), start=1):
                sheet.write_string(number, place, text, self.style.text)

    def _origin(self, row: TableRow, called: dict[str, str]) -> tuple[str, ...]:
        source = row.source or Source(kind="")
        document = source.document_id or ""
        if document and document not in called:
            called[document] = self.paper.named(document)
        return (
            row.fact or "",
            self.words.get(source.kind, source.kind),
            called.get(document, ""),
            place_of(source, self.language),
            source.person or "",
        )

    def _free_name(self, wanted: str) -> str:
        """A sheet's name: no longer than Excel allows, without its reserved signs, once only."""
        plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip("' ")[:NAME_LETTERS] or "-"
        name, number = plain, 1
        while name.casefold() in self.names:
            number += 1
            name = f"{plain[: NAME_LETTERS - len(str(number)) - 1]} {number}"
        self.names.add(name.casefold())
        return name


def place_of(source: Source, language: str) -> str:
    """Return the cell or the page of a source as people say it."""
    if source.sheet or source.cell:
        return "!".join(part for part in (source.sheet, source.cell) if part)
    return _WORDS[language]["on_page"].format(page=source.page) if source.page else ""


def _day(moment: date | datetime) -> str:
    return moment.isoformat(" ", "minutes") if isinstance(moment, datetime) else moment.isoformat()


def _lines(text: str, width: float) -> int:
    """Return how many lines `text` needs in a column; a Chinese character is two letters wide."""
    letters = sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)
    return max(1, math.ceil(letters / width))
