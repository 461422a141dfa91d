"""The Word documents of a handover, in the office's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from archive.handover.four_checks import Report
from archive.handover.listing import Listing
from archive.handover.outcome import Receipt
from archive.handover.packing import Words
from archive.workspace import Workspace
from templates import four_checks, handover_differences, handover_list, out_files
from templates.approval import own_templates
from templates.kinds import kind_of
from templates.render import rendered


def words(workspace: Workspace) -> Words:
    """Return what makes the documents of a package."""
    return Words(
        lists=lambda listing: lists(workspace, listing),
        report=lambda report: {"four-checks.docx": report_on(workspace, report)},
    )


def lists(workspace: Workspace, listing: Listing) -> Mapping[str, bytes]:
    """Return the list in duplicate, by file name."""
    language = workspace.settings.office.language
    kind = kind_of("handover-list", language)
    return {
        f"{kind.titles[language]}_{listing.number}_{copy + 1}.docx": rendered(
            kind,
            handover_list.of_listing(listing, language, copy, _day(listing.at)),
            language,
            own_templates(workspace, kind, language),
        )
        for copy in (0, 1)
    }


def report_on(workspace: Workspace, report: Report) -> bytes:
    """Return the report on the four properties."""
    office = workspace.settings.office
    values = four_checks.of_report(report, office.language, office.institution or None)
    kind = kind_of("four-checks", office.language)
    return rendered(kind, values, office.language, own_templates(workspace, kind, office.language))


def differences(workspace: Workspace, receipt: Receipt) -> bytes:
    """Return the list of differences of a receipt."""
    language = workspace.settings.office.language
    values = handover_differences.of_receipt(receipt, language, _day(receipt.at))
    kind = kind_of("handover-differences", language)
    return rendered(kind, values, language, own_templates(workspace, kind, language))


def file_name(workspace: Workspace, kind_name: str, about: str) -> str:
    """Return what a document about a handover is called: no names, no ID numbers."""
    language = workspace.settings.office.language
    return f"{kind_of(kind_name, language).titles[language]}_{about}.docx"


def written(workspace: Workspace, name: str, content: bytes) -> Path:
    """Write a document to the workspace's out folder; one that is there is kept beside it."""
    return out_files.written(workspace.out, Path(name).stem, content)


def _day(at: str) -> date:
    """The office's own calendar day."""
    return datetime.fromisoformat(at).astimezone().date()
