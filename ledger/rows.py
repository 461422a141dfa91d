"""One register of a sheet read row by row: cells by grammars, sums compared, facts proposed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter

from extractors.values.plain import folded, is_cjk, plain
from extractors.wording import _
from ledger.figure import Source
from ledger.grammars import CellRefused, Context, Read, read_cell
from ledger.headers import Field
from ledger.identities import kind_said
from ledger.layouts.layout import Dated, Proposal, Row, RowRefused
from ledger.reader import Region, SheetReading, Step
from ledger.report import CellProblem, Finding, SheetReport
from ledger.sheets import Sheet
from ledger.sheets.model import is_blank
from ledger.totals import Mismatch, Stated, Totals, sum_kind

_LONG_NUMBER = re.compile(r"^[^:：]*\d{6}")
_FOOTER = re.compile(
    r"制表|审核|复核|负责人|填表|经办|备注|注[:：]|说明|编制|复审|单位盖章|elabor|revis|aprob|prepared|"
    r"checked|approved|notes?:|firma"
)
# Columns that say whom a row is about, the surest first.
_NAMES = ("iou_no", "contract_no", "identity")
# A label of a sum stands among the first cells of its row.
_LABEL_CELLS = 4
# Different values of one column that are remembered as read; most columns have few.
_REMEMBERED = 20_000
# Rows between two reports of progress.
_ROWS_A_STEP = 2_000
_UNREAD = object()


@dataclass(slots=True)
class _Column:
    """One column being read; `at` from 0.

    is_plain  whether the stored value alone decides what a cell says
    seen      what was read before, by what decided it
    """

    field: Field
    at: int
    letter: str
    label: str
    is_plain: bool
    seen: dict[Any, Read | None] = made_by(default_factory=dict)


class Block:
    """One register on a sheet, being read."""

    def __init__(
        self,
        sheet: Sheet,
        region: Region,
        language: str,
        reading: SheetReading,
        earlier: Counter[tuple[str, str, date | None]],
        step: Step,
    ) -> None:
        self.sheet, self.region, self.head = sheet, region, region.head
        self.language, self.reading, self.step = language, reading, step
        formatted = {column for _row, column in sheet.formats}
        self.columns = [
            _Column(
                each,
                each.column - 1,
                get_column_letter(each.column),
                folded(plain(each.label)),
                each.grammar != "identity" and each.column not in formatted,
            )
            for each in self.head.fields
            if each.grammar != "ignored"
        ]
        self.by_key = {each.field.key: each for each in reversed(self.columns)}
        self.names = [self.by_key[key] for key in _NAMES if key in self.by_key]
        self.width = max((each.at for each in self.columns), default=0) + 1
        self.origins = {
            (row, column): (r1, c1)
            for r1, c1, r2, c2 in sheet.merged
            if r1 > self.head.last
            for row in range(r1, min(r2, region.end) + 1)
            for column in range(c1, min(c2, self.width) + 1)
        }
        named = [each.label for each in self.head.fields]
        self.chinese = 2 * sum(any(map(is_cjk, label)) for label in named) > len(named)
        self.contexts: dict[tuple[int, str | None], Context] = {}
        self.wanted = self._wanted()
        layout = self.head.layout.name
        self.totals = Totals(
            Counter(
                {
                    each.field.column: earlier[layout, each.field.key, each.field.day]
                    for each in self.columns
                }
            )
        )
        self.rows = self.wrong = 0
        self.notes: dict[tuple[int, str], list[str]] = {}

    def read(self) -> None:
        """Read all rows into the sheet's reading."""
        self._report_unknown()
        first, end = self.head.last + 1, self.region.end
        if self._lacks_day():
            self.step(end - first + 1)
            return
        for number in range(first, end + 1):
            self._take(number, self.sheet.rows[number - 1])
            if number % _ROWS_A_STEP == 0:
                self.step(_ROWS_A_STEP)
        self._report_notes()
        for mismatch in self.totals.finish():
            self._report_mismatch(mismatch)
        layout = self.head.layout.name
        for each in self.columns:
            if total := self.totals.sums[each.field.column]:
                self.reading.sums[layout, each.field.key, each.field.day] += total
        self.reading.registers.append(
            SheetReport(
                sheet=self.sheet.name,
                register=layout,
                head=f"{self.head.first}-{self.head.last}",
                rows=self.rows,
                rows_wrong=self.wrong,
                columns={
                    get_column_letter(field.column): (field.label, field.key)
                    for field in self.head.fields
                },
            )
        )

    def _take(self, number: int, values: Sequence[Any]) -> None:
        """Read one row, whatever it is: of the register, a sum, a note, or nothing."""
        if len(values) < self.width:
            values = [*values, *[""] * (self.width - len(values))]
        if not self._says_anything(number, values):
            return
        if not self._names_a_loan(values):
            kind = self._sum_kind(values)
            if kind:
                self._check_sum(number, kind, values)
                return
            if self._is_aside(values):
                return
        self._read_row(number, values)

    def _says_anything(self, number: int, values: Sequence[Any]) -> bool:
        """Whether a column of the register has something of the row's own, or over several rows."""
        if any(not is_blank(values[column.at]) for column in self.columns):
            return True
        return (
            bool(self.origins)
            and any(self._origin(number, column) for column in self.columns)
            and not all(map(is_blank, values))
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
        if not stated or self.region.day:
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

    def _origin(self, row: int, column: _Column) -> tuple[int, int] | None:
        """The cell that a text merged over several rows stands in; None: the row's own counts."""
        if not column.field.fills_down:
            return None
        origin = self.origins.get((row, column.field.column))
        if origin is None or self.sheet.value(*origin) is None:
            return None
        return origin

    def _names_a_loan(self, values: Sequence[Any]) -> bool:
        return any(_LONG_NUMBER.search(_shown(values[column.at])) for column in self.names)

    def _sum_kind(self, values: Sequence[Any]) -> str | None:
        looked_at = 0
        named = any(not is_blank(values[column.at]) for column in self.names)
        for value in values:
            if is_blank(value):
                continue
            if isinstance(value, str):
                kind = sum_kind(value)
                if kind:
                    return kind
            looked_at += 1
            if named and looked_at == _LABEL_CELLS:
                return None
        return None

    def _is_aside(self, values: Sequence[Any]) -> bool:
        """A caption between groups, or the lines below the table: nothing to read."""
        filled = [value for value in values if not is_blank(value)]
        texts = [value for value in filled if isinstance(value, str)]
        if len(filled) == 1 and texts:
            return True
        present = {each.field.key for each in self.columns if not is_blank(values[each.at])}
        fields = [each.field for each in self.columns if each.field.required]
        required = {field.key: field.grammar for field in fields}
        figures = {key for key in required if required[key] in ("money", "date", "period_end")}
        needed = figures or required.keys() or set(self.head.layout.needs[0])
        return not present & needed and any(_FOOTER.search(folded(text)) for text in texts)

    def _read_row(self, number: int, stored: Sequence[Any]) -> None:
        self.rows += 1
        values: dict[str, Any] = {}
        cells: dict[str, str] = {}
        dated: list[Dated] = []
        problems: list[CellProblem] = []
        kind = self._kind(number, stored)
        for column in self.columns:
            value = stored[column.at]
            row, address = number, ""
            if value == "" or value is None:
                origin = self._origin(number, column) if self.origins else None
                if origin is None:
                    continue
                row, value = origin[0], self.sheet.value(*origin)
                address = f"{get_column_letter(origin[1])}{row}"
            address = address or f"{column.letter}{number}"
            try:
                found = self._value(column, row, value, kind)
            except CellRefused as refused:
                problems.append(self._problem(address, column.field, refused))
                continue
            if found is None:
                continue
            meant = found.value
            if found.note:
                self.notes.setdefault((column.field.column, found.note), []).append(address)
            if column.field.grammar == "money":
                self.totals.sums[column.field.column] += meant
            if column.field.day:
                dated.append(Dated(column.field.key, column.field.day, meant, address))
            else:
                values[column.field.key], cells[column.field.key] = meant, address
        for keys in self.wanted:
            if not values.keys() & keys:
                problems += self._missing(number, keys, problems)
        if not problems:
            problems = self._propose(
                Row(self.sheet.name, number, self.region.day, values, cells, tuple(dated))
            )
        if problems:
            self.wrong += 1
            self.reading.problems += problems
            self.reading.spoiled |= {
                str(values[key]) for key in ("iou_no", "contract_no") if key in values
            }

    def _kind(self, number: int, stored: Sequence[Any]) -> str | None:
        """What the row's own columns say that its ID number is."""
        if "document" not in self.by_key and "client" not in self.by_key:
            return None
        said = []
        for key in ("document", "client"):
            column = self.by_key.get(key)
            value = stored[column.at] if column else ""
            if column and is_blank(value):
                origin = self._origin(number, column)
                value = self.sheet.value(*origin) if origin else ""
            said.append(_shown(value))
        return kind_said(*said)

    def _value(self, column: _Column, row: int, value: Any, kind: str | None) -> Read | None:
        """Read a stored value; what a column has said before is not read again."""
        by: Any = value
        if not column.is_plain or type(value) is bool:
            # True is equal to 1, but says something else.
            number_format = self.sheet.formats.get((row, column.field.column))
            by = (value, type(value) is bool, kind, number_format)
        found = column.seen.get(by, _UNREAD)
        if found is not _UNREAD:
            return found  # type: ignore[return-value]
        cell = self.sheet.cell_of(row, column.field.column, value)
        read = read_cell(cell, column.field.grammar, self._context(column, kind))
        if len(column.seen) < _REMEMBERED:
            column.seen[by] = read
        return read

    def _context(self, column: _Column, kind: str | None) -> Context:
        context = self.contexts.get((column.at, kind))
        if context is None:
            context = Context(column.label, column.field.factor, self.language, self.chinese, kind)
            self.contexts[column.at, kind] = context
        return context

    def _propose(self, row: Row) -> list[CellProblem]:
        named_at = next((row.cells[key] for key in _NAMES if key in row.cells), "")
        try:
            proposals: list[Proposal] = [
                proposal._replace(named_at=named_at) for proposal in self.head.layout.propose(row)
            ]
        except RowRefused as refused:
            column = self.by_key.get(refused.key)
            return [
                CellProblem(
                    sheet=self.sheet.name,
                    cell=row.cells.get(refused.key, self._address(row.number, refused.key)),
                    column=column.field.label if column else refused.key,
                    code=refused.code,
                    message=refused.message,
                    expected=_("a row whose values agree"),
                )
            ]
        self.reading.proposals += proposals
        return []

    def _wanted(self) -> list[set[str]]:
        """Groups of columns of which a row must fill one each."""
        fields = self.head.fields
        wanted = [{each.key} for each in fields if each.required and not each.day]
        first = set(self.head.layout.needs[0])
        named = any(keys <= first for keys in wanted)
        if not named and not any(each.day and each.key in first for each in fields):
            wanted.append(first)
        return wanted

    def _missing(
        self, number: int, keys: set[str], problems: Sequence[CellProblem]
    ) -> list[CellProblem]:
        """Report an empty cell; one already reported is not reported again."""
        fields = [each for each in self.head.fields if each.key in keys]
        addresses = {self._address(number, each.key) for each in fields}
        if not fields or addresses & {problem.cell for problem in problems}:
            return []
        return [
            CellProblem(
                sheet=self.sheet.name,
                cell=self._address(number, fields[0].key),
                column=fields[0].label,
                code="missing",
                message=_("the cell is empty"),
                expected=_("a value: the row cannot be used without it"),
            )
        ]

    def _check_sum(self, number: int, kind: str, stored: Sequence[Any]) -> None:
        stated = {}
        for column in self.columns:
            if column.field.grammar != "money" or is_blank(stored[column.at]):
                continue
            try:
                found = self._value(column, number, stored[column.at], None)
            except CellRefused:
                continue
            if found:
                # Written in 万元 with two decimals, a sum may differ by its rounding.
                factor = column.field.factor
                slack = factor // 2 if factor > 1 else 0
                address = f"{column.letter}{number}"
                stated[column.field.column] = Stated(found.value, address, slack)
        self.totals.check(kind, stated)

    def _report_mismatch(self, mismatch: Mismatch) -> None:
        label = next(each.label for each in self.head.fields if each.column == mismatch.column)
        self.reading.findings.append(
            Finding(
                code="total_mismatch",
                message=_(
                    "Sheet {sheet}, {cell}: the sum of “{label}” is given as {stated}, "
                    "its rows add up to {computed} yuan."
                ).format(
                    sheet=self.sheet.name,
                    cell=mismatch.stated.cell,
                    label=label,
                    stated=_yuan(mismatch.stated.fen),
                    computed=_yuan(mismatch.computed_fen),
                ),
                sources=(self._source(mismatch.stated.cell),),
            )
        )

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

    def _address(self, row: int, key: str) -> str:
        column = self.by_key.get(key)
        return f"{column.letter if column else get_column_letter(self.head.fields[0].column)}{row}"

    def _source(self, address: str) -> Source:
        return Source(kind="workbook", sheet=self.sheet.name, cell=address)


def _shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
