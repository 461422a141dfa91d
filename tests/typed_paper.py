"""Papers for tests, typed as text: lines, form feeds between pages, tables as rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from extractors.content import Cell, Content, Line, Page, Table, Word
from extractors.reading import Money, Rate, Reading
from extractors.settings import ReadingSettings
from extractors.understand import understand
from extractors.values.identity import resident_check_digit


def typed(text: str, *tables: Table, ocr: bool = False, confidence: float = 1.0) -> Content:
    """Return `text` as a document without geometry; tables stand on the first page."""
    pages = []
    for number, page in enumerate(text.split("\f"), start=1):
        lines = tuple(Line((Word(line, None, confidence),)) for line in page.split("\n"))
        pages.append(Page(number, 595.0, 842.0, lines, tables if number == 1 else (), ocr))
    return Content(tuple(pages), "text/plain")


def table(*rows: Sequence[str]) -> Table:
    """Return rows of cells as a table."""
    return Table(
        tuple(Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    )


def drawn(rows: Sequence[Sequence[tuple[float, str]]]) -> Content:
    """Return one page with boxes: each line is (left edge, word), 16 points a line."""
    lines = []
    for number, row in enumerate(rows):
        top = 60.0 + 16 * number
        words = tuple(
            Word(text, (left, top, left + 10.5 * len(text), top + 11), 1.0) for left, text in row
        )
        lines.append(Line(words))
    return Content((Page(1, 595.0, 842.0, tuple(lines)),), "application/pdf")


def read(text: str, *tables: Table) -> Reading:
    """Understand a typed paper."""
    return understand(typed(text, *tables), ReadingSettings())


def said(reading: Reading, name: str) -> Any:
    """Return a field as plain values: one, several in a list, or None when it is absent."""
    values = [_plain(found.value) for found in reading.fields.get(name, ())]
    return values[0] if len(values) == 1 else values or None


def _plain(value: object) -> object:
    match value:
        case Money(amount, currency):
            return f"{amount:f} {currency}"
        case Rate(number, unit):
            return f"{number:f} {unit}"
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return value


def codes(reading: Reading) -> set[tuple[str | None, str]]:
    """Return (field, code) of every problem."""
    return {(problem.field, problem.code) for problem in reading.problems}


def invented_id(area: str = "410328", birth: str = "19880615", order: str = "452") -> str:
    """Return an ID number of nobody, with a true check digit."""
    return area + birth + order + resident_check_digit(area + birth + order)
