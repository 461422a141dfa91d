"""Filing: papers into the next version of a household's object, or of the department's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from archive import (
    documents,
    duplicates,
    fsio,
    items,
    ocfl,
    readiness,
    schema,
    searchable,
    versions,
)
from archive.clock import Clock, stamp, system_clock
from archive.database import reading as reading_view
from archive.database import writing
from archive.documents import FiledDocument
from archive.ids import new_id
from archive.ocfl import Inventory
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace
from extractors import draft_numbers, filetype
from extractors.content import Content
from extractors.content_json import content_to_json
from extractors.forms import doc_type as form_of
from extractors.papers import pages_text
from extractors.reading import Part, Reading
from extractors.searchable_child import Made

# The form of a paper that a person filed although no form claims it, and of a scan of several.
UNTYPED = "other"
SEVERAL = "scan_of_papers"

# Fields whose values name a loan or a right, and so link papers to each other.
NUMBER_FIELDS = (
    "contract_no",
    "main_contract_no",
    "guarantee_contract_no",
    "iou_no",
    "certificate_no",
    "title_certificate_no",
    "unit_no",
    "notice_no",
    "deed_no",
    # Of the draft that a paper is the signed copy of.
    draft_numbers.FIELD,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper ready to be filed.

    staged    a synced copy below the workspace's staging folder; filing takes it away
    name_raw  what it was called, byte for byte; `name` is the same for display
    beside       further files kept next to it, by name
    item_id      the intake item it came from, if it came through the inbox
    shared_with  further households whose file it belongs to
    part_households  whose each part of the scan is, where not all are the scan's own household's
    """

    staged: Path
    sha256: str
    size_bytes: int
    media_type: str
    name: str
    name_raw: bytes
    reading: Reading
    content: Content
    dated_on: date | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict)
    item_id: str | None = None
    shared_with: Sequence[int] = ()
    part_households: Sequence[int | None] = ()


def file_papers(
    workspace: Workspace,
    household_id: int | None,
    papers: Sequence[Paper],
    *,
    actor: str,
    clock: Clock = system_clock,
) -> list[FiledDocument]:
    """File papers as one new version of a household's object (None: the department's).

    A scan of several papers is filed as itself, followed by a row for each paper it holds.
    All are filed or none; what is in the archive already, byte for byte, is not filed twice.
    Returns them in the order given. Raises OSError when the disk refuses,
    ArchiveDamaged when the object is not what it should be.
    """
    if not papers:
        return []
    outcome = file_together(workspace, {household_id: papers}, actor=actor, clock=clock)
    filed = outcome[household_id]
    if isinstance(filed, ArchiveDamaged):
        raise filed
    return filed


def file_together(
    workspace: Workspace,
    groups: Mapping[int | None, Sequence[Paper]],
    *,
    actor: str,
    clock: Clock = system_clock,
) -> dict[int | None, list[FiledDocument] | ArchiveDamaged]:
    """File papers of several households as `file_papers` does each, in one go for all.

    Where an object is damaged, its papers are not filed, and the damage stands in their place.
    Raises OSError when the disk refuses; each household's papers are then filed or not.
    """
    copies = searchable.copies_of([paper for papers in groups.values() for paper in papers])
    with versions.writing_lock(workspace) as store:
        now = clock()
        filed: dict[int | None, list[FiledDocument] | ArchiveDamaged] = {}
        wanted: list[tuple[Inventory, versions.Changes]] = []
        with reading_view(workspace.engine) as connection:
            # A try that a crash cut short may have filed them, and was finished just now.
            known = documents.by_sha256(
                connection, [each.sha256 for papers in groups.values() for each in papers]
            )
            for household_id, given in groups.items():
                papers = [each for each in given if each.sha256 not in known]
                new: dict[str, FiledDocument] = {}
                if papers:
                    try:
                        base = _base(store, household_id, now.year)
                    except ArchiveDamaged as damage:
                        filed[household_id] = damage
                        continue
                    place = _first_place(connection, workspace, base, household_id, now, actor)
                    changes, rows = _changes(workspace, papers, place, copies)
                    wanted.append((base, changes))
                    new = {row["sha256"]: documents.of_row(row) for row in rows}
                filed[household_id] = [(known | new)[each.sha256] for each in given]
        if wanted:
            versions.write_together(workspace, store, wanted, at=stamp(now), actor=actor)
    if known:
        _link_known(workspace, groups, known, at=stamp(now), actor=actor)
    return filed


def _first_place(
    connection: Connection,
    workspace: Workspace,
    base: Inventory,
    household_id: int | None,
    now: datetime,
    actor: str,
) -> _Place:
    first = next_item(connection, base.object_id, household_id)
    if f"readings/{first:04d}.json" in base.state:
        raise readiness.behind(workspace)
    return _Place(
        household_id,
        base.object_id,
        # The number of a paper that was moved away is not given again.
        max(first, base.last_item + 1),
        base.head + 1,
        stamp(now),
        actor,
    )


def _link_known(
    workspace: Workspace,
    groups: Mapping[int | None, Sequence[Paper]],
    known: Mapping[str, FiledDocument],
    *,
    at: str,
    actor: str,
) -> None:
    """Settle the intake items of papers that another had filed before."""
    papers = [each for group in groups.values() for each in group if each.sha256 in known]
    with writing(workspace.engine) as connection:
        open_items = items.by_ids(connection, [each.item_id for each in papers if each.item_id])
        for paper in papers:
            item = open_items.get(paper.item_id or "")
            if item and item.document_id is None:
                same = known[paper.sha256]
                duplicates.link(connection, item, same.id, same.household_id, at=at, actor=actor)


def _base(store: Store, household_id: int | None, year: int) -> Inventory:
    if household_id is None:
        return versions.department_base(store, year)
    return store.inventory(ocfl.household_object(household_id))


def _changes(
    workspace: Workspace, papers: Sequence[Paper], first: _Place, copies: Mapping[str, Made]
) -> tuple[versions.Changes, list[dict[str, Any]]]:
    """Return what papers bring to an object, and the row of each; `first` is the first's place."""
    filed: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    made: dict[str, bytes] = {}
    for paper in papers:
        place = replace(first, item_no=first.item_no + len(rows))
        several = _with_parts(workspace, paper, place)
        filed.append(several[0][0])
        made |= searchable.files_of(copies.get(paper.sha256), several[0][0]["item_no"])
        for row, files in several:
            rows.append(row)
            made |= files
    together = list(zip(papers, filed, strict=True))
    changes = versions.Changes(
        household_id=first.household_id,
        message=f"{len(papers)} filed",
        rows=rows,
        papers={row["paper_path"]: (paper.staged, paper.sha256) for paper, row in together},
        made=made,
        items={paper.item_id: row["id"] for paper, row in together if paper.item_id},
    )
    return changes, filed


def next_item(connection: Connection, object_id: str, household_id: int | None) -> int:
    """The number after the last ever given: that of a destroyed paper is not given again."""
    return 1 + max(
        connection.scalar(
            select(func.max(table.c.item_no)).where(_of(table, object_id, household_id))
        )
        or 0
        for table in (schema.document, schema.tombstone)
    )


def _of(table: Table, object_id: str, household_id: int | None) -> ColumnElement[bool]:
    if household_id is not None:
        return table.c.object_id == object_id
    # One running number over all parts of a year: archive numbers must not come twice.
    year = ocfl.year_of_department(object_id)
    return or_(
        table.c.object_id == ocfl.department_object(year),
        table.c.object_id.startswith(f"{ocfl.department_object(year)}-"),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and when a row is filed: its item number within the version being made."""

    household_id: int | None
    object_id: str
    item_no: int
    version: int
    at: str
    actor: str


def _with_parts(
    workspace: Workspace, paper: Paper, place: _Place
) -> list[tuple[dict[str, Any], dict[str, bytes]]]:
    """Return the row of a paper with its derived files, and those of the papers it holds."""
    if not paper.reading.parts:
        row = _row(workspace, paper, place)
        return [(row, derived(paper, row))]
    read = paper.reading
    # What is said of the scan's papers is said of each by itself, not of the scan.
    whole = replace(
        paper,
        reading=Reading(
            doc_type=SEVERAL, language=read.language, pages=read.pages, ocr=read.ocr,
            parts=read.parts,
        ),
    )  # fmt: skip
    scan = _row(workspace, whole, place)
    filed = [(scan, derived(whole, scan))]
    owners: Sequence[int | None] = paper.part_households or [place.household_id] * len(read.parts)
    for number, (part, owner) in enumerate(zip(read.parts, owners, strict=True), start=1):
        alone = replace(paper, reading=part.reading, content=_pages_of(paper.content, part))
        where = replace(place, item_no=place.item_no + number, household_id=owner)
        row = _row(workspace, alone, where) | _part_columns(scan, part)
        filed.append((row, derived(alone, row)))
    return filed


def _pages_of(content: Content, part: Part) -> Content:
    return replace(content, pages=tuple(p for p in content.pages if p.number in part.pages))


def _part_columns(scan: Mapping[str, Any], part: Part) -> dict[str, Any]:
    """What tells the row of a part from that of a paper: it points to pages of the scan."""
    pages = pages_text(part.pages)
    return {
        "part_of": scan["id"],
        "part_pages": pages,
        "paper_path": scan["paper_path"],
        "page_count": len(part.pages),
        "sha256": hashlib.sha256(f"{scan['sha256']} {pages}".encode()).hexdigest(),
    }


def _row(workspace: Workspace, paper: Paper, place: _Place) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": new_id(),
        "household_id": place.household_id,
        "object_id": place.object_id,
        "item_no": place.item_no,
        "object_version": place.version,
        "reading_path": f"readings/{place.item_no:04d}.json",
        "filed_at": place.at,
        "filed_by": place.actor,
        "part_of": None,
        "part_pages": None,
        "shared_with": sorted(paper.shared_with),
        **bytes_of(paper),
        **stated(workspace, paper),
    }
    return row | {
        "number_year": documents.year_of(row["dated_on"], place.at),
        "paper_path": paper_path(row, suffix(paper)),
    }


def bytes_of(paper: Paper) -> dict[str, Any]:
    """Return the columns of a row that tell of the file itself."""
    return {
        "sha256": paper.sha256,
        "size_bytes": paper.size_bytes,
        "media_type": paper.media_type,
        "original_name": paper.name,
        "original_name_raw": paper.name_raw,
        "page_count": max(paper.reading.pages, len(paper.content.pages)),
        "ocr": paper.content.ocr,
    }


def stated(workspace: Workspace, paper: Paper) -> dict[str, Any]:
    """Return the columns of a row that follow from what was read of the paper."""
    form = form_of(paper.reading.doc_type or UNTYPED)
    return {
        "doc_type": paper.reading.doc_type,
        "title": form.title(workspace.settings.office.language),
        "category": form.category,
        "dated_on": paper.dated_on or _date_of(paper.reading, form.dated_by),
        "language": paper.reading.language,
        "problem_count": len(paper.reading.problems),
        "numbers": sorted({(kind, number) for kind, number in _numbers(paper.reading)}),
    }


def paper_path(row: Mapping[str, Any], ending: str) -> str:
    """Return the logical path of a paper's bytes: item number, title and date, for people."""
    dated = f"_{row['dated_on']}" if row["dated_on"] else ""
    return f"papers/{row['item_no']:04d}_{_safe(row['title'])}{dated}{ending}"


def _safe(title: str) -> str:
    """Titles are ours, but a translation may hold a slash or a blank."""
    return "".join(ch if ch.isalnum() else "-" for ch in title).strip("-")


def suffix(paper: Paper) -> str:
    """The extension follows the content; what the sender called it is only a hint."""
    return filetype.SUFFIXES.get(paper.media_type, ".bin")


def _date_of(reading: Reading, dated_by: str | None) -> date | None:
    return reading.value(dated_by, date) if dated_by else None


def _numbers(reading: Reading) -> list[tuple[str, str]]:
    return [
        (name, normal_number(found.value))
        for name in NUMBER_FIELDS
        for found in reading.fields.get(name, ())
        if isinstance(found.value, str) and normal_number(found.value)
    ]


def normal_number(printed: str) -> str:
    """Return a contract or certificate number as it is compared: brackets and case unified."""
    table = str.maketrans("（）〔〕【】［］", "()()()()")
    return "".join(printed.translate(table).replace("[", "(").replace("]", ")").split()).upper()


def derived(paper: Paper, row: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files made of a paper by their logical path: its reading, its text, and what
    stands beside it."""
    item = f"{row['item_no']:04d}"
    stored = {"reading": paper.reading.to_json(), "content": content_to_json(paper.content)}
    made = {
        row["reading_path"]: json.dumps(
            stored, ensure_ascii=False, separators=(",", ":"), sort_keys=True
        ).encode(),
    }
    if paper.content.text.strip():
        made[f"text/{item}.txt"] = paper.content.text.encode("utf-8", "replace")
    return made | {f"beside/{item}/{name}": data for name, data in paper.beside.items()}


def file_made(
    workspace: Workspace,
    made: Path,
    *,
    doc_type: str,
    actor: str,
    household_id: int | None = None,
    dated_on: date | None = None,
    beside: Mapping[str, bytes] | None = None,
    content: Content | None = None,
) -> FiledDocument:
    """File a copy of `made` with the household's papers, or with the department's.

    beside   further files kept next to it in the archive by name ("provenance.json")
    content  what stands in it, where the caller has read it; None: it is read here

    A file that is already in the archive, byte for byte, is not filed twice: the paper that is
    there is returned.
    """
    from extractors.sources import open_content

    fsio.make_folder(workspace.staging)
    staged = workspace.staging / f"made-{new_id()}"
    sha256, size = fsio.copy_durably(made, staged)
    try:
        with reading_view(workspace.engine) as connection:
            known = documents.by_sha256(connection, [sha256]).get(sha256)
        if known:
            return known
        if content is None:
            content = open_content(staged.read_bytes(), workspace.settings.reading, None)
        reading = Reading(
            doc_type=doc_type,
            language=workspace.settings.office.language,
            pages=len(content.pages),
            ocr=False,
        )
        paper = Paper(
            staged=staged,
            sha256=sha256,
            size_bytes=size,
            media_type=content.media_type,
            name=made.name,
            name_raw=made.name.encode("utf-8", "surrogateescape"),
            reading=reading,
            content=content,
            dated_on=dated_on,
            beside=beside or {},
        )
        return file_papers(workspace, household_id, [paper], actor=actor)[0]
    finally:
        fsio.discard(staged)
