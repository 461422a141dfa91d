"""The ledger: a department's workbook in, beside bare reading of its cells; a register out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import python_calamine

from archive.settings import OfficeSettings, Settings
from archive.workspace import create_workspace
from benchmarks.report import Section, over_rounds
from benchmarks.stopwatch import lap
from ledger.book import Book
from ledger.registers import register
from ledger.workbook import import_workbook

WORKBOOK = Path(__file__).resolve().parent.parent / "samples" / "ledger" / "台账_2025.xlsx"
AS_OF = date(2025, 12, 31)

HOW = """
The sample workbook: {rows} rows in {sheets} registers of a clerk's layout. Importing into an empty
workspace reads it, checks every cell, compares the registers with each other and with their
totals, files the workbook in the archive with its journal, and posts the facts, each with the cell
it comes from. The peers only read the cells. The register is computed from the facts as at a day.
"""


def run(rounds: int = 3) -> Section:
    """Import the sample workbook into `rounds` new workspaces."""
    imported, again, made, cells, cells_fast = [], [], [], [], []
    rows = sheets = loans = 0
    for _round in range(rounds):
        with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
            settings = Settings(office=OfficeSettings(language="zh"))
            workspace = create_workspace(Path(name) / "work", settings)
            with lap() as first:
                report = import_workbook(workspace, WORKBOOK, actor="bench")
            assert report.imported and report.added, "the sample workbook was not taken in"
            with lap() as second:
                import_workbook(workspace, WORKBOOK, actor="bench")
            with lap() as register_took:
                loans = len(register(Book.of(workspace).at(AS_OF), "five-level-class").rows)
            workspace.engine.dispose()
        rows, sheets = sum(sheet.rows for sheet in report.sheets), len(report.sheets)
        imported.append(rows / first.wall_s)
        again.append(rows / second.wall_s)
        made.append(1000 * register_took.wall_s)
        cells.append(rows / _seconds(_openpyxl))
        cells_fast.append(rows / _seconds(_calamine))
    times = [theirs / ours for ours, theirs in zip(imported, cells, strict=True)]
    return Section(
        title="Ledger",
        how=HOW.format(rows=rows, sheets=sheets),
        rows=[
            over_rounds("import, all checks, filed and posted", imported, "rows/s"),
            over_rounds("import of the same again: nothing new", again, "rows/s"),
            over_rounds("peer: openpyxl reads the cells", cells, "rows/s"),
            over_rounds("peer: python-calamine reads the cells", cells_fast, "rows/s"),
            over_rounds("time of the import over openpyxl's reading", times, "times as long"),
            over_rounds(f"five-level-class register of {loans} loans", made, "ms"),
        ],
    )


def _seconds(read_cells: Callable[[], int]) -> float:
    with lap() as took:
        assert read_cells() > 0
    return took.wall_s


def _openpyxl() -> int:
    book = openpyxl.load_workbook(WORKBOOK, read_only=True, data_only=True)
    try:
        return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _calamine() -> int:
    book = python_calamine.CalamineWorkbook.from_path(WORKBOOK)
    return sum(
        len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()
    )
