"""From a sheet to proposals: its registers, their rows, each cell read; sums checked on the way."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter

from extractors.values.plain import folded, is_cjk, plain, without_blanks
from extractors.wording import _
from ledger.figure import Source
from ledger.grammars import CellRefused, Context, read_cell
from ledger.headers import Field, Head, LabelIndex, find_head, sheet_day, sheet_factor
from ledger.identities import kind_said
from ledger.layouts.layout import Dated, Proposal, Row, RowRefused
from ledger.report import CellProblem, Finding, SheetReport
from ledger.sheets import Cell, Sheet

_SUBTOTAL = re.compile(r".{0,20}?(小计|subtotal)[:：]?")
_TOTAL = re.compile(r"(.{0,20}?(合计|总计|累计|共计)|total(es)?|grand ?total|suma)[:：]?")
_LONG_NUMBER = re.compile(r"^[^:：]*\d{6}")
_FOOTER = re.compile(
    r"制表|审核|复核|负责人|填表|经办|备注|注[:：]|说明|编制|复审|单位盖章|elabor|revis|aprob|prepared|"
    r"checked|approved|notes?:|firma"
)

# Columns that say whom a row is about, the surest first.
_NAMES = ("iou_no", "contract_no", "identity")


@dataclass
class SheetReading:
    """What one sheet holds, as far as it could be read."""

    proposals: list[Proposal] = dataclasses.field(default_factory=list)
    problems: list[CellProblem] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)
    # Numbers of loans whose own row is wrong: other rows about them are left out without a word.
    spoiled: set[str] = dataclasses.field(default_factory=set)
    registers: list[SheetReport] = dataclasses.field(default_factory=list)


def read_sheet(sheet: Sheet, index: LabelIndex, language: str) -> SheetReading:
    """Read every register of a sheet."""
    reading = SheetReading()
    heads = list(_heads(sheet, index))
    if not heads:
        if sheet.cells:
            reading.findings.append(
                Finding(
                    code="sheet_not_recognised",
                    message=_(
                        "Sheet {sheet} is no register known here; nothing was read from it."
                    ).format(sheet=sheet.name),
                )
            )
        return reading
    for head, above, end in heads:
        _Block(sheet, head, above, end, language, reading).read()
    return reading


def _heads(sheet: Sheet, index: LabelIndex) -> Iterator[tuple[Head, list[str], int]]:
    """Yield each register's head, the notes above it, and the last row that is its own."""
    found: list[tuple[Head, list[str]]] = []
    notes: list[str] = []
    row = 1
    factor: int | None = None
    while row <= sheet.last_row:
        texts = [cell.value for cell in sheet.row(row) if isinstance(cell.value, str)]
        if len(texts) <= 4:
            factor = sheet_factor(texts) or factor
        head = find_head(sheet, row, index, factor or 1)
        if head:
            found.append((head, notes))
            row = head.last + 1
            continue
        if not found:
            notes = [*notes, *(str(text) for text in texts)]
        row += 1
    for position, (head, above) in enumerate(found):
        following = found[position + 1][0].first if position + 1 < len(found) else None
        yield head, above, (following or sheet.last_row + 1) - 1


class _Block:
    """One register on a sheet, being read."""

    def __init__(
        self,
        sheet: Sheet,
        head: Head,
        above: Sequence[str],
        end: int,
        language: str,
        reading: SheetReading,
    ) -> None:
        self.sheet, self.head, self.end = sheet, head, end
        self.language, self.reading = language, reading
        self.as_at = sheet_day([sheet.name, *above], language)
        self.labels = {field.column: folded(plain(field.label)) for field in head.fields}
        self.origins = {
            (row, column): (r1, c1)
            for r1, c1, r2, c2 in sheet.merged
            if r2 > head.last
            for row in range(r1, r2 + 1)
            for column in range(c1, c2 + 1)
        }
        named = [field.label for field in head.fields]
        self.chinese = 2 * sum(any(map(is_cjk, label)) for label in named) > len(named)
        self.sums: dict[int, int] = {}
        self.since_subtotal: dict[int, int] = {}
        self.rows = self.wrong = 0
        self.notes: dict[tuple[int, str], list[str]] = {}

    def read(self) -> None:
        """Read all rows into the sheet's reading."""
        self._report_unknown()
        if self._lacks_day():
            return
        for number in range(self.head.last + 1, self.end + 1):
            cells = self.sheet.row(number)
            mine = [field for field in self.head.fields if self._cell(number, field)]
            if not cells or not mine:
                continue
            total = self._total_kind(cells)
            if total:
                self._check_total(number, total)
            elif not self._is_aside(number, cells):
                self._read_row(number)
        self._report_notes()
        self.reading.registers.append(
            SheetReport(
                sheet=self.sheet.name,
                register=self.head.layout.name,
                head=f"{self.head.first}-{self.head.last}",
                rows=self.rows,
                rows_wrong=self.wrong,
                columns={
                    get_column_letter(field.column): (field.label, field.key)
                    for field in self.head.fields
                },
            )
        )

    def _report_unknown(self) -> None:
        for column, label in self.head.unknown:
            address = f"{get_column_letter(column)}{self.head.last}"
            self.reading.findings.append(
                Finding(
                    code="unknown_column",
                    message=_(
                        "Sheet {sheet}: column {column} “{label}” is not known here; not read."
                    ).format(sheet=self.sheet.name, column=get_column_letter(column), label=label),
                    sources=(self._source(address),),
                )
            )

    def _lacks_day(self) -> bool:
        """Balances of no day cannot be used: the sheet must say for which day it speaks."""
        stated = [
            field
            for field in self.head.fields
            if field.key in self.head.layout.dated and field.day is None
        ]
        if not stated or self.as_at:
            return False
        first = stated[0]
        self.wrong += 1
        self.reading.problems.append(
            CellProblem(
                sheet=self.sheet.name,
                cell=f"{get_column_letter(first.column)}{self.head.last}",
                column=first.label,
                code="no_as_at_day",
                message=_("the sheet does not say for which day it states this"),
                expected=_("a line above the head such as: 截至2025年12月31日"),
            )
        )
        return True

    def _cell(self, row: int, field: Field) -> Cell | None:
        own = self.sheet.cells.get((row, field.column))
        if own or not field.fills_down:
            return own
        origin = self.origins.get((row, field.column))
        return self.sheet.cells.get(origin) if origin and origin[0] > self.head.last else None

    def _total_kind(self, cells: Sequence[Cell]) -> str | None:
        for cell in cells[:4]:
            if isinstance(cell.value, str):
                text = without_blanks(folded(plain(cell.value)))
                if _SUBTOTAL.fullmatch(text):
                    return "subtotal"
                if _TOTAL.fullmatch(text):
                    return "total"
        return None

    def _is_aside(self, number: int, cells: Sequence[Cell]) -> bool:
        """A caption between groups, or the lines below the table: nothing to read."""
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
        if len(cells) == 1 and texts:
            return True
        own = {field.key: self._own(number, field) for field in self.head.fields}
        present = {key for key, cell in own.items() if cell}
        if any(_LONG_NUMBER.search(str(cell.value)) for key in _NAMES if (cell := own.get(key))):
            # A row that names its loan is no aside, whatever its remarks say.
            return False
        required = {field.key: field.grammar for field in self.head.fields if field.required}
        figures = {key for key in required if required[key] in ("money", "date", "period_end")}
        needed = figures or required.keys() or set(self.head.layout.needs[0])
        return not present & needed and any(_FOOTER.search(folded(text)) for text in texts)

    def _said(self, row: int, key: str) -> str:
        field = self._field(key)
        cell = self._cell(row, field) if field else None
        return str(cell.value) if cell else ""

    def _own(self, row: int, field: Field) -> Cell | None:
        return self.sheet.cells.get((row, field.column))

    def _read_row(self, number: int) -> None:
        self.rows += 1
        values: dict[str, Any] = {}
        cells: dict[str, str] = {}
        dated: list[Dated] = []
        problems: list[CellProblem] = []
        kind = kind_said(self._said(number, "document"), self._said(number, "client"))
        for field in self.head.fields:
            cell = self._cell(number, field)
            if cell is None:
                continue
            context = Context(
                self.labels[field.column], field.factor, self.language, self.chinese, kind
            )
            try:
                found = read_cell(cell, field.grammar, context)
            except CellRefused as refused:
                problems.append(self._problem(cell.address, field, refused))
                continue
            if found is None:
                continue
            if found.note:
                self.notes.setdefault((field.column, found.note), []).append(cell.address)
            if field.grammar == "money" and isinstance(found.value, int):
                self._add(field.column, found.value)
            if field.day:
                dated.append(Dated(field.key, field.day, found.value, cell.address))
            else:
                values[field.key], cells[field.key] = found.value, cell.address
        problems += self._missing(number, values, problems)
        row = Row(
            sheet=self.sheet.name,
            number=number,
            as_at=self.as_at,
            values=values,
            cells=cells,
            dated=tuple(dated),
        )
        if not problems:
            problems = self._propose(row)
        if problems:
            self.wrong += 1
            self.reading.problems += problems
            self.reading.spoiled |= {
                str(values[key]) for key in ("iou_no", "contract_no") if key in values
            }

    def _propose(self, row: Row) -> list[CellProblem]:
        try:
            named_at = next((row.cells[key] for key in _NAMES if key in row.cells), "")
            self.reading.proposals += [
                dataclasses.replace(proposal, named_at=named_at)
                for proposal in self.head.layout.propose(row)
            ]
        except RowRefused as refused:
            field = self._field(refused.key)
            return [
                CellProblem(
                    sheet=self.sheet.name,
                    cell=row.cells.get(refused.key, self._address(row.number, refused.key)),
                    column=field.label if field else refused.key,
                    code=refused.code,
                    message=refused.message,
                    expected=_("a row whose values agree"),
                )
            ]
        return []

    def _missing(
        self, number: int, values: dict[str, Any], problems: Sequence[CellProblem]
    ) -> list[CellProblem]:
        """Required cells that are empty; a cell already reported is not reported again."""
        wrong = {problem.cell for problem in problems}
        wanted = [{field.key} for field in self.head.fields if field.required and not field.day]
        first = set(self.head.layout.needs[0])
        named = any(keys <= first for keys in wanted)
        if not named and not any(field.day and field.key in first for field in self.head.fields):
            wanted.append(first)
        missing = []
        for keys in wanted:
            fields = [field for field in self.head.fields if field.key in keys]
            addresses = {self._address(number, field.key) for field in fields}
            if not fields or values.keys() & keys or addresses & wrong:
                continue
            missing.append(
                CellProblem(
                    sheet=self.sheet.name,
                    cell=self._address(number, fields[0].key),
                    column=fields[0].label,
                    code="missing",
                    message=_("the cell is empty"),
                    expected=_("a value: the row cannot be used without it"),
                )
            )
        return missing

    def _check_total(self, number: int, kind: str) -> None:
        sums = self.since_subtotal if kind == "subtotal" else self.sums
        for field in self.head.fields:
            cell = self._own(number, field)
            if field.grammar != "money" or cell is None:
                continue
            context = Context(self.labels[field.column], field.factor, self.language)
            try:
                found = read_cell(cell, "money", context)
            except CellRefused:
                found = None
            stated = found.value if found else None
            computed = sums.get(field.column, 0)
            # Written in 万元 with two decimals, a sum may differ by its rounding.
            slack = field.factor // 2 if field.factor > 1 else 0
            if stated is not None and abs(stated - computed) > slack:
                self.reading.findings.append(
                    Finding(
                        code="total_mismatch",
                        message=_(
                            "Sheet {sheet}, {cell}: the sum of “{label}” is given as {stated}, "
                            "its rows add up to {computed} yuan."
                        ).format(
                            sheet=self.sheet.name,
                            cell=cell.address,
                            label=field.label,
                            stated=_yuan(stated),
                            computed=_yuan(computed),
                        ),
                        sources=(self._source(cell.address),),
                    )
                )
        if kind == "subtotal":
            self.since_subtotal = {}

    def _add(self, column: int, fen: int) -> None:
        self.sums[column] = self.sums.get(column, 0) + fen
        self.since_subtotal[column] = self.since_subtotal.get(column, 0) + fen

    def _report_notes(self) -> None:
        """What was done to values on the way, once a column."""
        for (column, note), cells in self.notes.items():
            label = next(field.label for field in self.head.fields if field.column == column)
            message = _(
                "Sheet {sheet}, column “{label}”: {note} This concerns {count} cells; the first is "
                "{cell}."
            )
            self.reading.findings.append(
                Finding(
                    code="noted",
                    message=message.format(
                        sheet=self.sheet.name,
                        label=label,
                        note=note,
                        count=len(cells),
                        cell=cells[0],
                    ),
                    sources=(self._source(cells[0]),),
                )
            )

    def _problem(self, address: str, field: Field, refused: CellRefused) -> CellProblem:
        return CellProblem(
            sheet=self.sheet.name,
            cell=address,
            column=field.label,
            code=refused.code,
            message=refused.message,
            expected=refused.expected,
        )

    def _field(self, key: str) -> Field | None:
        return next((field for field in self.head.fields if field.key == key), None)

    def _address(self, row: int, key: str) -> str:
        field = self._field(key) or self.head.fields[0]
        return f"{get_column_letter(field.column)}{row}"

    def _source(self, address: str) -> Source:
        return Source(kind="workbook", sheet=self.sheet.name, cell=address)


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
