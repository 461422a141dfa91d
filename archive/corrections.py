"""A filed paper stated anew: fields, type, or a better scan. Each is a version; nothing is lost.

What was read before, and the scan that was there before, stay in the object's earlier versions;
`archive.history` shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace as with_values
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import Connection, select

from archive import documents, filing, ocfl, record, schema, searchable, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading as reading_view
from archive.documents import FiledDocument
from archive.filing import Paper
from archive.store import Store
from archive.versions import Changes
from archive.workspace import Workspace
from extractors.content import Content
from extractors.correct import BY_PERSON, corrected
from extractors.forms import ALL as FORMS
from extractors.likeness import Likeness, compare, features_of
from extractors.reading import FieldValue, Reading
from extractors.wording import _


class NotPossible(Exception):
    """A filed paper cannot be changed in that way; the message says what to do instead."""


def correct(
    workspace: Workspace,
    filed: FiledDocument,
    said: Mapping[str, str],
    *,
    actor: str,
    clock: Clock = system_clock,
) -> FiledDocument:
    """Set fields of a filed paper to what a person said; return it as it is now.

    said  field name -> value as it would be printed; an empty text removes the field
    Raises CorrectionRefused for a field or value that the paper's form does not take.
    """
    read, content = documents.reading_and_content(workspace, filed)
    return _restate(workspace, filed, corrected(read, said), content, "paper.correct", actor, clock)


def retype(
    workspace: Workspace,
    filed: FiledDocument,
    doc_type: str,
    *,
    actor: str,
    clock: Clock = system_clock,
) -> FiledDocument:
    """Give a filed paper another type; return it as it is now. Raises NotPossible.

    Its fields are dropped: read under another form they would be guesses under this one.
    """
    if doc_type not in FORMS:
        raise NotPossible(
            _("There is no type {name}. Known: {names}.").format(
                name=doc_type, names=", ".join(sorted(FORMS))
            )
        )
    if filed.doc_type == filing.SEVERAL:
        raise NotPossible(_("It is a scan of several papers: give the type of one of them."))
    read, content = documents.reading_and_content(workspace, filed)
    bare = Reading(doc_type=doc_type, language=read.language, pages=read.pages, ocr=read.ocr)
    return _restate(workspace, filed, bare, content, "paper.retype", actor, clock)


def _restate(
    workspace: Workspace,
    filed: FiledDocument,
    read: Reading,
    content: Content,
    action: str,
    actor: str,
    clock: Clock,
    *,
    keeps_date: bool = False,
) -> FiledDocument:
    with versions.writing_lock(workspace) as store:
        row = current_row(workspace, filed.id)
        said = _as_paper(row, Path(), read, content)
        stated = filing.stated(workspace, said)
        if keeps_date and stated["dated_on"] is None:
            stated["dated_on"] = row["dated_on"]
        new = row | stated
        new["paper_path"] = path_of(new, row)
        moved = new["paper_path"] != row["paper_path"]
        at = stamp(clock())
        changes = Changes(
            household_id=ocfl.household_of(row["object_id"]),
            message=action,
            renewed=[new],
            papers={new["paper_path"]: (Path(), row["sha256"])} if moved else {},
            made=filing.derived(said, new),
            removed=[row["paper_path"]] if moved else (),
            said=[{"action": action, "object": f"document:{filed.id}"}],
        )
        base = store.inventory(row["object_id"])
        versions.write(workspace, store, base, changes, at=at, actor=actor)
    with reading_view(workspace.engine) as connection:
        return documents.document(connection, filed.id)


def current_row(workspace: Workspace, document_id: str) -> dict[str, Any]:
    """Return a paper's row as the archive's record has it. Raises UnknownDocument."""
    with reading_view(workspace.engine) as connection:
        return rows_of(connection, [document_id])[0]


def rows_of(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    """Return papers' rows in the order of the ids. Raises UnknownDocument."""
    document = schema.document
    found = []
    for each in ids:
        row = connection.execute(select(document).where(document.c.id == each)).mappings().first()
        if row is None:
            raise documents.UnknownDocument(each)
        found.append(record.row_of(connection, dict(row)))
    return found


def path_of(row: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """Return where a paper's bytes are named from now on: by its title and date of today.

    A part of a scan has no file of its own, and a scan of several papers keeps its name.
    """
    if before["part_of"] or before["doc_type"] == filing.SEVERAL:
        return str(before["paper_path"])
    return filing.paper_path(row, PurePosixPath(row["paper_path"]).suffix)


def _as_paper(row: Mapping[str, Any], staged: Path, read: Reading, content: Content) -> Paper:
    return Paper(
        staged=staged,
        sha256=row["sha256"],
        size_bytes=row["size_bytes"],
        media_type=row["media_type"],
        name=row["original_name"],
        name_raw=row["original_name_raw"],
        reading=read,
        content=content,
        shared_with=row["shared_with"],
    )


def likeness_to(
    workspace: Workspace, filed: FiledDocument, read: Reading, content: Content
) -> Likeness:
    """Return how alike a filed paper and a new scan are."""
    held, known = documents.reading_and_content(workspace, filed)
    return compare(features_of(known, held), features_of(content, read))


def replace(
    workspace: Workspace,
    filed: FiledDocument,
    better: Paper,
    *,
    actor: str,
    clock: Clock = system_clock,
) -> FiledDocument:
    """Put a better scan in the place of a filed paper; the former scan stays in its history.

    better  a staged copy with what was read of it; what a person said of the paper holds on
    Raises NotPossible for a scan of several papers or a part of one, and for a file that is filed.
    """
    if filed.part_of or filed.doc_type == filing.SEVERAL or better.reading.parts:
        raise NotPossible(
            _("A scan of several papers is not replaced: file the new scan beside it.")
        )
    copies = searchable.copies_of([better])
    with versions.writing_lock(workspace) as store:
        row = current_row(workspace, filed.id)
        with reading_view(workspace.engine) as connection:
            if known := documents.by_sha256(connection, [better.sha256]).get(better.sha256):
                raise NotPossible(
                    _("That file is in the archive already: {paper}").format(
                        paper=documents.archive_number(workspace, known)
                    )
                )
        said = with_values(better, reading=_with_what_a_person_said(workspace, filed, better))
        new = row | filing.stated(workspace, said) | filing.bytes_of(said)
        new["paper_path"] = filing.paper_path(new, filing.suffix(said))
        made = filing.derived(said, new)
        made |= searchable.files_of(copies.get(better.sha256), row["item_no"])
        base = store.inventory(row["object_id"])
        changes = Changes(
            household_id=ocfl.household_of(row["object_id"]),
            message="paper.replace",
            renewed=[new],
            papers={new["paper_path"]: (said.staged, said.sha256)},
            made=made,
            removed=_of_the_former_scan(store, row, {new["paper_path"], *made}),
            said=[{"action": "paper.replace", "object": f"document:{filed.id}"}],
        )
        versions.write(workspace, store, base, changes, at=stamp(clock()), actor=actor)
    with reading_view(workspace.engine) as connection:
        return documents.document(connection, filed.id)


def _with_what_a_person_said(workspace: Workspace, filed: FiledDocument, better: Paper) -> Reading:
    """The new scan's reading under the type the paper has, with the fields a person set."""
    held = documents.reading(workspace, filed)
    fields: dict[str, tuple[FieldValue, ...]] = {}
    if better.reading.doc_type == held.doc_type:
        fields = dict(better.reading.fields)
    fields |= {
        name: values
        for name, values in held.fields.items()
        if any(value.rule == BY_PERSON for value in values)
    }
    return with_values(better.reading, doc_type=held.doc_type, fields=fields)


def _of_the_former_scan(store: Store, row: Mapping[str, Any], now: set[str]) -> list[str]:
    """What was made of the former scan, or is its bytes, and has no successor."""
    item = f"{row['item_no']:04d}"
    former = {row["paper_path"], f"text/{item}.txt"}
    former |= {f"searchable/{item}.{kind}" for kind in ("pdf", "json")}
    return sorted(former & store.inventory(row["object_id"]).state.keys() - now)
