"""Drafting: compute from the ledger, fill the template, write the document, file it.

draft(workspace, "annual-summary", year=2025, actor="li")
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from archive import database, filing, households
from archive.workspace import Workspace
from extractors.host import sync_directory
from extractors.wording import _
from ledger.book import Book, View
from templates import (
    annual_summary,
    inspection_report,
    missing_papers_notice,
    provenance,
    transfer_checklist,
    volume,
    work_plan,
    year_facts,
)
from templates.kinds import Kind, kind_of
from templates.provenance import NamedFigure
from templates.render import rendered


class AskedWrongly(Exception):
    """A document was asked for without what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A finished draft.

    path         in the workspace's out folder
    document_id  under which it is filed, with provenance.json beside it
    figures      every figure it states, with the rows behind each
    """

    kind: str
    path: Path
    document_id: str
    as_of: date
    known_on: date
    figures: tuple[NamedFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    workspace: Workspace
    connection: Connection
    # The ledger as asked for.
    view: View
    year: int
    household: int | str | None
    loan: str | None
    as_of: date
    known_on: date
    language: str


def draft(
    workspace: Workspace,
    kind: str,
    *,
    year: int | None = None,
    household: int | str | None = None,
    loan: str | None = None,
    unit: str | None = None,
    as_of: date | None = None,
    known_on: date | None = None,
    language: str | None = None,
    actor: str,
) -> Drafted:
    """Draft one document.

    year       of a summary or plan; by default the last full year, for a plan the one after it
    household  its number (户号), for a transfer checklist
    loan       IOU or contract number, for an inspection report
    unit       one unit of several: not available yet, refused
    as_of      the day the figures stand for; by default the year's end, or today
    known_on   what was recorded by the end of that day counts; by default today

    Equal requests over equal facts give equal bytes, and are filed once. Raises UnknownKind,
    AskedWrongly, NothingToReport, UnknownHousehold, UnknownLoan, AmbiguousLoan, TemplateInvalid,
    RenderingFailed.
    """
    language = language or _language(workspace, kind)
    chosen = kind_of(kind, language)
    _refuse_incomplete(chosen, household, loan, unit)
    # The ledger's tables must be there before they are read.
    book = Book.of(workspace)
    today = date.today()  # noqa: DTZ011 - the office's own calendar day
    known_on = known_on or today
    year = year or _usual_year(chosen, known_on)
    asked = as_of or _usual_day(chosen, year, min(known_on, today))
    with database.reading(workspace.engine) as connection:
        request = _Request(
            workspace=workspace,
            connection=connection,
            view=book.at(asked, known_on, seen_by=connection),
            year=year,
            household=household,
            loan=loan,
            as_of=asked,
            known_on=known_on,
            language=language,
        )
        household_id, values = _COMPUTED[chosen.name](request)
    content = rendered(chosen, values, language, workspace.own_templates)
    stem = f"{chosen.titles[language]}_{_about(chosen, year, values)}_{known_on:%Y%m%d}"
    path = written(workspace.out, stem, content)
    beside = provenance.side_file(
        kind=chosen.name,
        language=language,
        as_of=asked,
        known_on=known_on,
        figures=values.figures,
        sentences=values.sentences(),
    )
    filed = filing.file_made(
        workspace,
        path,
        doc_type=chosen.doc_type,
        actor=actor,
        household_id=household_id,
        dated_on=known_on,
        beside={"provenance.json": beside},
    )
    return Drafted(
        kind=chosen.name,
        path=path,
        document_id=filed.id,
        as_of=asked,
        known_on=known_on,
        figures=values.figures,
    )


def _language(workspace: Workspace, kind: str) -> str:
    """Return the office's language where the kind exists in it, else Chinese."""
    language = workspace.settings.office.language
    return language if language in kind_of(kind).titles else "zh"


def _refuse_incomplete(
    kind: Kind, household: int | str | None, loan: str | None, unit: str | None
) -> None:
    if unit is not None:
        raise AskedWrongly(
            _("A document for one unit alone is not available yet; leave --unit out.")
        )
    if kind.about == "handover":
        raise AskedWrongly(
            _("{kind} is made by the commands of: hudang handover").format(kind=kind.name)
        )
    if kind.about not in ("year", "household", "loan"):
        raise AskedWrongly(
            _("{kind} is made by another command: {command}").format(
                kind=kind.name, command=kind.about
            )
        )
    if kind.about == "household" and household is None:
        raise AskedWrongly(
            _("{kind} is about one household. Say which: --household NUMBER").format(kind=kind.name)
        )
    if kind.about == "loan" and loan is None:
        raise AskedWrongly(
            _("{kind} is about one loan. Say which: --loan NUMBER").format(kind=kind.name)
        )


def _usual_year(kind: Kind, known_on: date) -> int:
    """Return the last full year; a plan is made for the running year until its last quarter."""
    if kind.name == "work-plan":
        return known_on.year + 1 if known_on.month >= 10 else known_on.year
    return known_on.year - 1


def _usual_day(kind: Kind, year: int, latest: date) -> date:
    if kind.name == "annual-summary":
        return min(date(year, 12, 31), latest)
    if kind.name == "work-plan":
        return min(date(year - 1, 12, 31), latest)
    return latest


def _annual_summary(request: _Request) -> tuple[int | None, Any]:
    office = request.workspace.settings.office
    facts = year_facts.from_ledger(request.view, request.year)
    values = annual_summary.of_facts(
        facts,
        institution=office.institution or None,
        department=office.department or None,
        known_on=request.known_on,
        language=request.language,
    )
    return None, values


def _work_plan(request: _Request) -> tuple[int | None, Any]:
    office = request.workspace.settings.office
    values = work_plan.from_ledger(
        request.view,
        request.year,
        institution=office.institution or None,
        department=office.department or None,
        known_on=request.known_on,
    )
    return None, values


def _transfer_checklist(request: _Request) -> tuple[int | None, Any]:
    household_id = _household_id(request)
    values = transfer_checklist.from_archive(
        request.connection,
        request.workspace,
        household_id,
        view=request.view,
        as_of=request.as_of,
        known_on=request.known_on,
    )
    return household_id, values


def _missing_papers_notice(request: _Request) -> tuple[int | None, Any]:
    household_id = _household_id(request)
    values = missing_papers_notice.from_archive(
        request.connection,
        request.workspace,
        household_id,
        view=request.view,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return household_id, values


def _volume_catalogue(request: _Request) -> tuple[int | None, Any]:
    household_id = _household_id(request)
    values = volume.catalogue_from_archive(
        request.connection,
        request.workspace,
        household_id,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return household_id, values


def _volume_note(request: _Request) -> tuple[int | None, Any]:
    household_id = _household_id(request)
    values = volume.note_from_archive(
        request.connection,
        request.workspace,
        household_id,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return household_id, values


def _household_id(request: _Request) -> int:
    asked = str(request.household)
    if not asked.isascii() or not asked.isdigit():
        raise AskedWrongly(
            _("{asked} is not a household number. See: hudang household list").format(asked=asked)
        )
    return households.household(request.connection, int(asked)).id


def _inspection_report(request: _Request) -> tuple[int | None, Any]:
    view = request.view
    number = str(request.loan)
    values = inspection_report.from_ledger(
        request.connection, request.workspace, view, number, known_on=request.known_on
    )
    return view.loan(number).household_id, values


_COMPUTED: dict[str, Callable[[_Request], tuple[int | None, Any]]] = {
    "annual-summary": _annual_summary,
    "work-plan": _work_plan,
    "transfer-checklist": _transfer_checklist,
    "inspection-report": _inspection_report,
    "missing-papers-notice": _missing_papers_notice,
    "volume-catalogue": _volume_catalogue,
    "volume-note": _volume_note,
}


def _about(kind: Kind, year: int, values: Any) -> str:
    """Return the part of a file's name that says what it is about: no names, no ID numbers."""
    if kind.about == "year":
        return str(year)
    return f"户{values.household_number}"


def written(folder: Path, stem: str, content: bytes) -> Path:
    """Write `content` as STEM-0001.docx, or the next number; equal bytes are not written again."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{stem}-{number:04d}.docx").exists():
        if path.read_bytes() == content:
            return path
        number += 1
    handle, name = tempfile.mkstemp(prefix=".draft-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        while not _placed(Path(name), path):
            number += 1
            path = folder / f"{stem}-{number:04d}.docx"
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    sync_directory(folder)
    return path


def _placed(made: Path, path: Path) -> bool:
    """Give the finished file its name; False if another draft took the name in between."""
    try:
        # A link, unlike a rename, never overwrites.
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:
        # Some shares know no links.
        if path.exists():
            return False
        made.replace(path)
    return True
