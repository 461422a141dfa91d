"""A workbook as cells: what stands where, as it was stored. Reading only; no meaning yet."""

from __future__ import annotations

from ledger.sheets.model import Broken, Cell, Hidden, Sheet, Workbook, WorkbookUnreadable
from ledger.sheets.opening import read_workbook

__all__ = [
    "Broken",
    "Cell",
    "Hidden",
    "Sheet",
    "Workbook",
    "WorkbookUnreadable",
    "read_workbook",
]
