"""Who changed what of a filed paper, and when: read from the versions of its object, nowhere else.

A paper that was moved has its earlier history in the object it came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.documents import FiledDocument
from archive.moved import origin
from archive.store import Store
from archive.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field before and after, as printed on the paper or as typed; "" where there was none."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One version that changed a paper.

    what     filed, moved, replaced (another scan), retyped, corrected
    reading  the file below archive/ that holds what was read of it from then on
    paper    the file that holds its bytes from then on
    """

    at: str
    actor: str
    what: str
    object_id: str
    version: int
    reading: Path
    paper: Path
    fields: tuple[FieldChange, ...] = ()


def history(workspace: Workspace, filed: FiledDocument) -> list[Entry]:
    """Return what happened to a paper, oldest first. Raises ArchiveDamaged."""
    store = Store(workspace.archive, workspace.staging)
    # Of a part of a scan the bytes are the scan's, which has another item number.
    paper_item = int(filed.paper_path.partition("/")[2][:4])
    return list(_entries(store, filed.object_id, filed.item_no, paper_item))


def _entries(store: Store, object_id: str, item_no: int, paper_item: int) -> Iterator[Entry]:
    inventory = store.inventory(object_id)
    came = origin(store, inventory, item_no)
    if came:
        was = int(came["item"])
        yield from _entries(store, str(came["object"]), was, was + paper_item - item_no)
    folder = store.folder(object_id)
    reading_path = f"readings/{item_no:04d}.json"
    before: tuple[str, str] | None = None
    said: dict[str, Any] = {}
    for version, (state, note) in enumerate(zip(inventory.states, inventory.notes, strict=True), 1):
        paper = _paper_in(state, paper_item)
        if reading_path not in state or paper is None:
            continue
        now = (state[reading_path], paper)
        if now == before:
            continue
        reading = folder / inventory.manifest[state[reading_path]]
        now_said: dict[str, Any] = json.loads(reading.read_bytes())["reading"]
        yield Entry(
            at=str(note["created"]),
            actor=str(note["user"]["name"]),
            what=_what(before, now, said, now_said, moved=bool(came)),
            object_id=object_id,
            version=version,
            reading=reading,
            paper=folder / inventory.manifest[paper],
            fields=tuple(_field_changes(said, now_said)) if before else (),
        )
        before, said = now, now_said


def _paper_in(state: Mapping[str, str], item_no: int) -> str | None:
    start = f"papers/{item_no:04d}"
    return next((digest for path, digest in state.items() if path.startswith(start)), None)


def _what(
    before: tuple[str, str] | None,
    now: tuple[str, str],
    said: Mapping[str, Any],
    now_said: Mapping[str, Any],
    *,
    moved: bool,
) -> str:
    if before is None:
        return "moved" if moved else "filed"
    if before[1] != now[1]:
        return "replaced"
    return "retyped" if said["doc_type"] != now_said["doc_type"] else "corrected"


def _field_changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[FieldChange]:
    was, is_ = before["fields"], now["fields"]
    for name in sorted({*was, *is_}):
        old, new = _printed(was.get(name)), _printed(is_.get(name))
        if old != new:
            yield FieldChange(field=name, before=old, after=new)


def _printed(found: Any) -> str:
    values = found if isinstance(found, list) else [found] if found else []
    return "; ".join(str(value["text"]) for value in values)
