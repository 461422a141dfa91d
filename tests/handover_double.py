"""A workspace with a few households, and a package made of it, for the tests of handover."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from archive.database import reading
from archive.handover import contents, packing
from archive.handover.case import Facts
from archive.handover.listing import Listing
from archive.handover.packing import Package, Words
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in

AT = "2026-03-01T08:00:00.000000Z"
MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)

PAPERS = {
    "contract.json": paper(
        borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01"
    ),
    "report.json": paper("inspection_report", borrower="王小明", main_contract_no="HT-1"),
    "other.json": paper(
        borrower="李秀英", id_number=IDS[1], contract_no="HT-2", sign_date="2024-04-01"
    ),
    "scan.json": scan_of(
        paper(borrower="张大年", id_number=IDS[2], contract_no="HT-3"),
        paper("iou", borrower="张大年", iou_no="JJ-3"),
    ),
}
# A second drop, so that objects get a further version too.
LATER = {"iou.json": paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1")}


def filled(root: Path) -> Workspace:
    """Return a workspace with three households and seven rows of papers."""
    workspace = new_workspace(root)
    # One after the other, so that the households have always the same numbers.
    for name in ("scan.json", "contract.json", "other.json", "report.json"):
        drop(workspace, name, PAPERS[name])
        take_in(workspace)
    for name, data in LATER.items():
        drop(workspace, name, data)
    take_in(workspace)
    return workspace


def package_of(workspace: Workspace, *numbers: int, words: Words | None = None) -> Package:
    """Return a package of some households, formalities not asked."""
    with reading(workspace.engine) as connection:
        gathered = contents.gather(connection, workspace, numbers)
        rows = contents.audit_rows(connection, gathered.parts)
    office = workspace.settings.office
    listing = Listing(
        number="YJ2026-0001",
        at=AT,
        by="test",
        sender={
            "institution": office.institution,
            "institution_code": office.institution_code,
            "number_pattern": workspace.settings.archive.number_pattern,
        },
        receiver="",
        why="",
        scope=("household", ",".join(str(number) for number in numbers)),
        parts=tuple(gathered.parts),
        sharing=tuple(gathered.sharing),
    )
    return packing.packed(
        listing,
        gathered,
        rows,
        facts=Facts(audit_breaks=0, missing=(0, 0), scanner="", infected=None),
        words=words or Words(),
        actor="test",
    )
