"""Which registers go out into which workbook, and how what they come from is called there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from archive import documents
from archive.database import reading
from archive.documents import UnknownDocument
from archive.workspace import Workspace
from ledger.book import View
from ledger.registers.declaration import RegisterTable
from ledger.registers.registry import REGISTERS, chosen_register
from ledger.registers.xlsx import Paper, write_all


def every_table(
    view: View, filters: Mapping[str, Any], *, full_ids: bool = False
) -> tuple[list[RegisterTable], list[str]]:
    """Return every register that has rows and can be filtered so, and the names of the others."""
    made: list[RegisterTable] = []
    left_out: list[str] = []
    for name, declared in REGISTERS.items():
        table = (
            chosen_register(view, name, filters, full_ids=full_ids)
            if filters.keys() <= declared.filters
            else None
        )
        if table and table.rows:
            made.append(table)
        else:
            left_out.append(name)
    return made, left_out


def write_each(
    tables: Sequence[RegisterTable], folder: Path, language: str, paper: Paper
) -> list[Path]:
    """Write each register as a workbook of its own; a file that is there is never replaced."""
    paths = []
    for table in tables:
        path = free_path(folder, f"{table.titles[language]}_{table.as_of.isoformat()}")
        write_all([table], path, language, paper)
        paths.append(path)
    return paths


def free_path(folder: Path, stem: str) -> Path:
    """Return a name for a workbook that no file in the folder has yet."""
    number = 1
    while (path := folder / (f"{stem}.xlsx" if number == 1 else f"{stem}_{number}.xlsx")).exists():
        number += 1
    return path


def paper_of(workspace: Workspace, *, made_on: date, wan: bool, sources: str) -> Paper:
    """Return how the office's workbooks look; filed papers go by their archive numbers."""
    office = workspace.settings.office

    def named(document_id: str) -> str:
        try:
            with reading(workspace.engine) as connection:
                paper = documents.document(connection, document_id)
            return documents.archive_number(workspace, paper)
        except UnknownDocument:
            return document_id

    return Paper(
        office=" ".join(part for part in (office.institution, office.department) if part),
        made_on=made_on,
        wan=wan,
        sources=sources,
        named=named,
    )
