"""A small ledger full of a clerk's mistakes, and a list of them: the cell and what is wrong.

The people are those of the sound ledger; each row is one of its rows with one cell spoiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.make.loans import all_loans
from samples.make.people import UNION
from samples.make.workbook import LOAN_HEAD, Cell, Clerk, loan_row


@dataclass(frozen=True, slots=True)
class Mistake:
    """What stands in one cell, and why it cannot be taken over.

    column  from 0, in the loan sheet
    cell    None empties the cell; a string that begins with = is written as a formula
    """

    column: int
    cell: Cell
    why: str


MISTAKES = (
    Mistake(3, 410381198501019000.0, "an ID number typed as a number: its last digits are lost"),
    Mistake(3, "410381197804169971", "the check digit of the ID number is wrong"),
    Mistake(3, "41038119780416", "an ID number of fourteen digits"),
    Mistake(11, "五万左右", "not an amount"),
    Mistake(12, 99_999_999.0, "the balance is more than was lent"),
    Mistake(14, "2025.13.40", "no such day"),
    Mistake(15, "2019.01.01", "due before it was granted"),
    Mistake(9, None, "no IOU number"),
    Mistake(10, "=NA()", "an error value of Excel"),
    Mistake(19, "一般", "no class of this name"),
    Mistake(13, 652.5, "no such rate: a decimal point is missing"),
)


def write_faulty(path: Path) -> list[dict[str, str]]:
    """Write the workbook to `path` and return its mistakes: sheet, cell, why."""
    told: list[dict[str, str]] = []
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": "", "created": datetime(2026, 1, 5, 9, 0, tzinfo=UTC)})
        sheet = book.add_worksheet("贷款台账")
        clerk = Clerk(book, sheet, 21)
        clerk.title(f"{UNION}贷款台账", "", "截止日期：2025年12月31日", "单位：元")
        clerk.head(LOAN_HEAD)
        loans = [loan for loan in all_loans() if not loan.settled_on]
        for number, (mistake, loan) in enumerate(zip(MISTAKES, loans, strict=False), 1):
            cells: list[Cell] = loan_row(number, loan)
            cells[mistake.column] = mistake.cell
            row = clerk.put(cells, rates=(13,))
            _formula(sheet, row, mistake)
            told.append(_told(row, mistake.column, mistake.why))
        twice = clerk.put(loan_row(len(told) + 1, loans[20]), rates=(13,))
        again = clerk.put(loan_row(len(told) + 2, loans[20]), rates=(13,))
        told.append(_told(again, 9, f"the same IOU number as in row {twice + 1}"))
    return told


def _formula(sheet: Any, row: int, mistake: Mistake) -> None:
    if isinstance(mistake.cell, str) and mistake.cell.startswith("="):
        sheet.write_formula(row, mistake.column, mistake.cell, None, "#N/A")


def _told(row: int, column: int, why: str) -> dict[str, str]:
    return {"sheet": "贷款台账", "cell": f"{chr(65 + column)}{row + 1}", "why": why}
