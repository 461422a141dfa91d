"""What an import has to say: cells that are wrong, things to look at, what was read and added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.figure import Source
from ledger.mapping.said import Applied, Nearest, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """A cell that keeps its row out. No personal data in any part.

    column    its head as printed
    code      stable, for machines: "check_digit"
    message   what is wrong
    expected  what should stand there
    """

    sheet: str
    cell: str
    column: str
    code: str
    message: str
    expected: str

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that does not agree, or that a person should know; it keeps nothing out.

    code     "total_mismatch", "balance_mismatch", "unknown_column", "sheet_not_recognised"...
    sources  every place that takes part in it
    """

    code: str
    message: str
    sources: tuple[Source, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return {
            "code": self.code,
            "message": self.message,
            "sources": [source.to_json() for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReport:
    """One register found on a sheet: where its head stands and how many rows it has.

    columns  what each column was read as: "H" -> (its head as printed, name of the field)
    """

    sheet: str
    register: str
    head: str
    rows: int
    rows_wrong: int
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import read and did.

    imported        whether anything could be written: False with wrong cells (unless rows may be
                    left out) and on a dry run
    added           new facts by table
    corrected       facts that superseded earlier ones, by table
    unchanged       facts that the ledger already held
    new_households  households opened for borrowers unknown before
    document_id     the workbook as filed in the archive; None when it was not
    """

    workbook: str
    imported: bool
    dry_run: bool
    sheets: tuple[SheetReport, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    findings: tuple[Finding, ...] = ()
    added: dict[str, int] = field(default_factory=dict)
    corrected: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    new_households: int = 0
    document_id: str | None = None
    mapped: tuple[Applied, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    nearest: tuple[Nearest, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no cell was wrong."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """Return the report for machines; documented in docs/ledger.md."""
        return {
            "workbook": self.workbook,
            "imported": self.imported,
            "dry_run": self.dry_run,
            "document_id": self.document_id,
            "sheets": [sheet.to_json() for sheet in self.sheets],
            "problems": [problem.to_json() for problem in self.problems],
            "findings": [finding.to_json() for finding in self.findings],
            "added": dict(self.added),
            "corrected": dict(self.corrected),
            "unchanged": self.unchanged,
            "new_households": self.new_households,
            "mapped": [each.to_json() for each in self.mapped],
            "suggestions": [each.to_json() for each in self.suggestions],
            "nearest": [each.to_json() for each in self.nearest],
        }
