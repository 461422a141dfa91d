"""Importing a workbook of 100,000 rows: new, again, and changed; beside bare reading."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import python_calamine

from archive.settings import OfficeSettings, Settings
from archive.workspace import create_workspace, open_workspace
from benchmarks.large_workbook import write
from benchmarks.report import Row, Section, Target
from benchmarks.stopwatch import lap
from ledger.workbook import import_workbook

ROWS = 100_000
CHANGED = 1_000
# What the department is promised for a new workbook.
LONGEST_S = 15.0

HOW = """
An invented workbook of {rows:,} rows in three registers (30 % loans of 17 columns, 50 % receipts,
20 % classes; {cells:,} cells). Imported into a new ledger, again as it is, and with {changed:,}
loans changed; then a workbook of 2,000 rows into that ledger. Each import reads and checks every
cell, compares with the ledger, files the workbook with its journal, opens a household for each
borrower, posts the facts with their cells, and looks for disagreements on the loans touched. The
peers only read the cells. Memory is the highest of a process that did nothing else.
"""


def run(rows: int = ROWS) -> Section:
    """Import large workbooks, each in a process of its own, and read their cells otherwise."""
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        folder = Path(name)
        new = write(folder / "new.xlsx", rows)
        changed = write(folder / "changed.xlsx", rows, changed=CHANGED)
        small = write(folder / "small.xlsx", 2_000)
        settings = Settings(office=OfficeSettings(language="zh"))
        create_workspace(folder / "work", settings).engine.dispose()
        done = [
            _alone(_imported, folder / "work", workbook) for workbook in (new, new, changed, small)
        ]
        peers = [
            ("openpyxl", _alone(_openpyxl, new)),
            ("python-calamine", _alone(_calamine, new)),
        ]
        if find_spec("pandas"):
            peers.append(("pandas (with calamine)", _alone(_pandas, new)))
    first, again, other, little = done
    assert first[2] > rows and again[2] == 0 and other[2] == CHANGED, [each[2] for each in done]
    return Section(
        title="Large workbooks",
        how=HOW.format(rows=rows, cells=peers[1][1][2], changed=CHANGED),
        rows=[
            _row(f"import of {rows:,} rows into a new ledger", first[0], "s", LONGEST_S),
            _row("the same, processor time", first[1], "s"),
            _row("memory of that", first[3], "MB"),
            _row("facts posted", first[2], "facts"),
            _row("the same workbook again: nothing new", again[0], "s", LONGEST_S),
            _row(f"a copy with {CHANGED:,} loans changed", other[0], "s", LONGEST_S),
            _row("2,000 rows into that ledger", little[0], "s"),
            *(_row(f"peer: {peer} reads the cells", took[0], "s") for peer, took in peers),
            _row("import over openpyxl's reading", first[0] / peers[0][1][0], "times as long"),
        ],
    )


def _row(what: str, figure: float, unit: str, at_most: float | None = None) -> Row:
    return Row(
        what=what,
        figure=figure,
        unit=unit,
        target=Target(at_most, at_most=True) if at_most else None,
    )


Took = tuple[float, float, int, float]


def _alone(work: Callable[..., int], *given: Path) -> Took:
    """Run `work` in a new process: seconds, processor seconds, what it counted, memory in MB."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_timed, work, *given).result()


def _timed(work: Callable[..., int], *given: Path) -> Took:
    with lap() as took:
        count = work(*given)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return took.wall_s, took.cpu_s, count, memory


def _imported(root: Path, workbook: Path) -> int:
    report = import_workbook(open_workspace(root), workbook, actor="bench")
    assert report.imported, report.problems[:3]
    return sum(report.added.values()) + sum(report.corrected.values())


def _openpyxl(workbook: Path) -> int:
    book = openpyxl.load_workbook(workbook, read_only=True, data_only=True)
    try:
        return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _calamine(workbook: Path) -> int:
    book = python_calamine.CalamineWorkbook.from_path(workbook)
    return sum(
        1
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for value in row
        if value != ""
    )


def _pandas(workbook: Path) -> int:
    read = import_module("pandas").read_excel(
        workbook, sheet_name=None, header=None, engine="calamine"
    )
    return sum(int(sheet.notna().sum().sum()) for sheet in read.values())
