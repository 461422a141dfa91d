"""A paper filed with the wrong household moves to the right one; its old place keeps the history.

The new object gets a copy of every file of the paper, and `beside/NNNN/moved.json`, which says
where it came from. The old object's next version no longer lists them and has `moved/NNNN.json`,
which says where they went; its earlier versions still hold every byte. The new place is written
first, with the event that tells of the move: by it `finish` writes the old one after a crash, and
of a paper that both records name the new place counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import Connection, func, select

from archive import documents, events, fsio, ocfl, schema, versions
from archive.clock import Clock, stamp, system_clock
from archive.corrections import NotPossible, current_row, rows_of
from archive.database import reading
from archive.documents import FiledDocument
from archive.events import FileEvent
from archive.filing import next_item
from archive.ids import new_id
from archive.moved import CAME_FROM, gone_path, place_of
from archive.ocfl import Inventory
from archive.store import Store
from archive.versions import Changes
from archive.workspace import Workspace
from extractors.wording import _

# Kind of event, noted with the household that gave the paper away.
MOVED = "paper.moved"
# A crash concerns the last moves.
LOOKED_AT = 20
_PLACES = ("papers", "readings", "text", "searchable", "beside")


@dataclass(frozen=True, slots=True)
class _Move:
    """Rows before and after, in the same order, and where each logical path goes."""

    before: Sequence[dict[str, Any]]
    after: Sequence[dict[str, Any]]
    paths: Mapping[str, str]


def move(
    workspace: Workspace,
    filed: FiledDocument,
    household_id: int | None,
    *,
    why: str,
    actor: str,
    clock: Clock = system_clock,
) -> FiledDocument:
    """Move a paper to another household's file (None: to the department's papers).

    A scan of several papers takes its papers along. A part of a scan stays with the scan's bytes
    and is only listed with the other household. Raises NotPossible when it is there already.
    """
    if filed.household_id == household_id:
        raise NotPossible(_("It is filed there already."))
    at = stamp(clock())
    with versions.writing_lock(workspace) as store:
        if filed.part_of:
            _list_elsewhere(workspace, store, filed, household_id, at, actor)
        else:
            _carry(workspace, store, filed, household_id, why, at, actor, clock().year)
    versions.keep(workspace, clock=clock)
    with reading(workspace.engine) as connection:
        return documents.document(connection, filed.id)


def _list_elsewhere(
    workspace: Workspace,
    store: Store,
    filed: FiledDocument,
    household_id: int | None,
    at: str,
    actor: str,
) -> None:
    row = current_row(workspace, filed.id)
    changes = Changes(
        household_id=ocfl.household_of(row["object_id"]),
        message="paper.move",
        renewed=[_given(row, row["household_id"], household_id)],
        said=[{"action": "paper.move", "object": f"document:{filed.id}"}],
    )
    versions.write(workspace, store, store.inventory(row["object_id"]), changes, at=at, actor=actor)


def _carry(
    workspace: Workspace,
    store: Store,
    filed: FiledDocument,
    household_id: int | None,
    why: str,
    at: str,
    actor: str,
    year: int,
) -> None:
    target = (
        versions.department_base(store, year)
        if household_id is None
        else store.inventory(ocfl.household_object(household_id))
    )
    with reading(workspace.engine) as connection:
        first = max(next_item(connection, target.object_id, household_id), target.last_item + 1)
        before = rows_of(connection, [filed.id, *_parts_of(connection, filed.id)])
    base = store.inventory(before[0]["object_id"])
    plan = _planned(before, base, target, first, filed.household_id, household_id)
    note = {"at": at, "by": actor, "why": why}
    event = _event(workspace, plan, note)
    _bring(workspace, store, base, target, plan, event)
    _leave(workspace, store, event)


def _parts_of(connection: Connection, scan: str) -> list[str]:
    document = schema.document.c
    return list(
        connection.scalars(
            select(document.id).where(document.part_of == scan).order_by(document.item_no)
        )
    )


def _planned(
    before: Sequence[dict[str, Any]],
    base: Inventory,
    target: Inventory,
    first: int,
    giver: int | None,
    taker: int | None,
) -> _Move:
    after: list[dict[str, Any]] = []
    paths: dict[str, str] = {}
    for number, row in enumerate(before):
        item = first + number
        own = {path: _renumbered(path, item) for path in _paths_of(base, row["item_no"])}
        paths |= own
        new = _given(row, giver, taker) if row["household_id"] == giver else row
        after.append(
            new
            | {
                "object_id": target.object_id,
                "item_no": item,
                "object_version": target.head + 1,
                "paper_path": paths[row["paper_path"]],
                "reading_path": own[row["reading_path"]],
            }
        )
    return _Move(before, after, paths)


def _given(row: dict[str, Any], giver: int | None, taker: int | None) -> dict[str, Any]:
    """The row with its new household, who is no longer one of those it is shared with."""
    shared = [each for each in row["shared_with"] if each not in (giver, taker)]
    return row | {"household_id": taker, "shared_with": shared}


def _paths_of(inventory: Inventory, item_no: int) -> list[str]:
    """The logical paths of everything that belongs to one item."""
    item = f"{item_no:04d}"
    return [
        path
        for path in inventory.state
        if path.partition("/")[0] in _PLACES and PurePosixPath(path).parts[1][:4] == item
    ]


def _renumbered(path: str, item_no: int) -> str:
    place, _slash, rest = path.partition("/")
    return f"{place}/{item_no:04d}{rest[4:]}"


def _event(workspace: Workspace, plan: _Move, note: Mapping[str, str]) -> FileEvent:
    """What is told of the move, to the household that gave the paper away."""
    with reading(workspace.engine) as connection:
        newest = connection.scalar(select(func.max(schema.file_event.c.seq))) or 0
    pairs = zip(plan.before, plan.after, strict=True)
    return FileEvent(
        seq=newest + 1,
        id=new_id(),
        at=note["at"],
        actor=note["by"],
        kind=MOVED,
        household_id=plan.before[0]["household_id"],
        document_id=plan.before[0]["id"],
        detail={
            "why": note["why"],
            "papers": [{"from": place_of(old), "to": place_of(new)} for old, new in pairs],
        },
    )


def _bring(
    workspace: Workspace,
    store: Store,
    base: Inventory,
    target: Inventory,
    plan: _Move,
    event: FileEvent,
) -> None:
    """Write the version of the new object that holds copies of everything."""
    folder = store.folder(base.object_id)
    fsio.make_folder(workspace.staging)
    papers: dict[str, tuple[Path, str]] = {}
    made: dict[str, bytes] = {}
    try:
        for path, new_path in plan.paths.items():
            source = folder / base.content_path(path)
            if path.startswith(("papers/", "searchable/")):
                staged = workspace.staging / f"made-{new_id()}"
                digest, _size = fsio.copy_durably(source, staged)
                papers[new_path] = (staged, digest)
                _same(digest, base.state[path])
            else:
                made[new_path] = source.read_bytes()
        for old, new in zip(plan.before, plan.after, strict=True):
            came = place_of(old) | {"version": base.head} | _note(event)
            made[f"beside/{new['item_no']:04d}/{CAME_FROM}"] = _json(came)
        changes = Changes(
            household_id=ocfl.household_of(target.object_id),
            message="paper.move",
            rows=plan.after,
            papers=papers,
            made=made,
            events=[event],
            said=[{"action": "paper.move", "object": f"document:{each['id']}"}
                  for each in plan.after],
        )  # fmt: skip
        versions.write(workspace, store, target, changes, at=event.at, actor=event.actor)
    finally:
        for staged, _digest in papers.values():
            fsio.discard(staged)


def _same(found: str, expected: str) -> None:
    if found != expected:
        raise NotPossible(_("The archive's copy is damaged: run hudang verify first."))


def finish(workspace: Workspace, store: Store) -> None:
    """Let the old place of papers moved last say where they went, where a crash prevented it.

    The caller holds the writing lock.
    """
    with reading(workspace.engine) as connection:
        moves = events.of_kinds(connection, (MOVED,))[-LOOKED_AT:]
    for event in moves:
        was = event.detail["papers"][0]["from"]
        if gone_path(was["item"]) not in store.inventory(was["object"]).state:
            _leave(workspace, store, event)


def _leave(workspace: Workspace, store: Store, event: FileEvent) -> None:
    """Write the version of the old object that says where the papers went."""
    papers: Sequence[Mapping[str, Any]] = event.detail["papers"]
    base = store.inventory(papers[0]["from"]["object"])
    changes = Changes(
        household_id=ocfl.household_of(base.object_id),
        message="paper.move",
        made={
            gone_path(each["from"]["item"]): _json(dict(each["to"]) | _note(event))
            for each in papers
        },
        removed=[path for each in papers for path in _paths_of(base, each["from"]["item"])],
    )
    versions.write(workspace, store, base, changes, at=event.at, actor=event.actor)


def _note(event: FileEvent) -> dict[str, str]:
    return {"at": event.at, "by": event.actor, "why": str(event.detail["why"])}


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
