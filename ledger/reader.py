"""From a sheet to proposals: its registers one after the other, and what a person should know."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from extractors.wording import _
from ledger.figure import Source
from ledger.headers import Head, LabelIndex, find_head, is_marked_day, sheet_day, sheet_factor
from ledger.layouts.layout import Proposal
from ledger.report import CellProblem, Finding, SheetReport
from ledger.sheets import Sheet
from ledger.sheets.model import is_blank

# A row with more texts than this is no note above a register.
_NOTE_TEXTS = 4
_MAY_STATE_UNIT = re.compile(r"单\s*位|uni|impor|amoun|mont|[\uff21-\uff5a]", re.IGNORECASE)

Step = Callable[[int], None]


@dataclass
class SheetReading:
    """What one sheet holds, as far as it could be read."""

    proposals: list[Proposal] = dataclasses.field(default_factory=list)
    problems: list[CellProblem] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)
    # Numbers of loans whose own row is wrong: other rows about them are left out without a word.
    spoiled: set[str] = dataclasses.field(default_factory=set)
    registers: list[SheetReport] = dataclasses.field(default_factory=list)
    # What its rows add up to by (register, column, day), for sums over several sheets.
    sums: Counter[tuple[str, str, date | None]] = dataclasses.field(default_factory=Counter)


class Region(NamedTuple):
    """A register's place on a sheet: its head, the notes that hold for it, its last row."""

    head: Head
    day: date | None
    end: int


def read_sheet(
    sheet: Sheet,
    index: LabelIndex,
    language: str,
    *,
    earlier: Counter[tuple[str, str, date | None]] | None = None,
    step: Step = lambda _rows: None,
) -> SheetReading:
    """Read every register of a sheet.

    earlier  what the same registers add up to on the workbook's sheets before this one
    step     called with the number of rows just gone through
    """
    from ledger.rows import Block

    reading = SheetReading()
    regions = list(_regions(sheet, index, language))
    if not regions:
        if not sheet.is_empty:
            reading.findings.append(
                Finding(
                    code="sheet_not_recognised",
                    message=_(
                        "Sheet {sheet} is no register known here; nothing was read from it."
                    ).format(sheet=sheet.name),
                )
            )
        step(sheet.last_row)
        return reading
    for region in regions:
        Block(sheet, region, language, reading, earlier or Counter(), step).read()
    reading.findings += _unseen(sheet, regions)
    return reading


def _regions(sheet: Sheet, index: LabelIndex, language: str) -> Iterator[Region]:
    """Yield each register: notes above the first hold for all, unless others stand between."""
    found: list[tuple[Head, list[str]]] = []
    notes: list[str] = []
    row = 1
    factor: int | None = None
    while row <= sheet.last_row:
        texts = _texts(sheet.rows[row - 1])
        if len(texts) <= _NOTE_TEXTS:
            factor = _factor(texts) or factor
        head = find_head(sheet, row, index, factor or 1)
        if head:
            found.append((head, notes))
            notes = []
            row = head.last + 1
            continue
        if found and len(texts) > _NOTE_TEXTS:
            notes = []
        elif texts:
            notes.extend(texts)
        row += 1
    top = sheet_day([sheet.name, *found[0][1]], language) if found else None
    for position, (head, above) in enumerate(found):
        following = found[position + 1][0].first if position + 1 < len(found) else None
        own = [text for text in above if is_marked_day(text)] if position else []
        top = sheet_day(own, language) or top if own else top
        yield Region(head, top, (following or sheet.last_row + 1) - 1)


def _texts(values: Sequence[Any]) -> list[str]:
    return [value for value in values if type(value) is str and value and not value.isspace()]


def _factor(texts: Sequence[str]) -> int | None:
    may = [text for text in texts if _MAY_STATE_UNIT.search(text)]
    return sheet_factor(may) if may else None


def _unseen(sheet: Sheet, regions: Sequence[Region]) -> Iterator[Finding]:
    """What was read although whoever opens the workbook does not see it, and what was not."""
    hidden = sheet.hidden
    rows = [
        row
        for row in hidden.rows
        if any(each.head.last < row <= each.end for each in regions)
        and not all(map(is_blank, sheet.rows[row - 1]))
    ]
    used = {field.column: field.label for each in regions for field in each.head.fields}
    columns = [column for column in hidden.columns if column in used]
    if hidden.sheet:
        yield _said(sheet, "hidden_sheet", _("Sheet {sheet} is hidden; it was read all the same."))
    if rows:
        message = (
            _("Sheet {sheet}: a filter hides {count} rows ({which}); they were read all the same.")
            if hidden.filtered
            else _("Sheet {sheet}: {count} rows are hidden ({which}); they were read all the same.")
        )
        yield _said(sheet, "hidden_rows", message, count=len(rows), which=_ranges(rows))
    if columns:
        yield _said(
            sheet,
            "hidden_columns",
            _("Sheet {sheet}: columns are hidden ({which}); they were read all the same."),
            which=", ".join(f"{get_column_letter(c)} “{used[c]}”" for c in columns),
        )
    if sheet.comments:
        yield _said(
            sheet,
            "comments",
            _(
                "Sheet {sheet}: {count} cells have comments, the first is {cell}; what they say "
                "was not read."
            ),
            count=len(sheet.comments),
            cell=sheet.comments[0],
        )


def _said(sheet: Sheet, code: str, message: str, **parts: Any) -> Finding:
    return Finding(
        code=code,
        message=message.format(sheet=sheet.name, **parts),
        sources=(Source(kind="workbook", sheet=sheet.name, cell=parts.get("cell")),),
    )


def _ranges(rows: Sequence[int], most: int = 5) -> str:
    """Return row numbers for people: 5-9, 12; only the first few ranges."""
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and ranges[-1][1] == row - 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in ranges[:most]]
    return ", ".join([*shown, "…"] if len(ranges) > most else shown)
