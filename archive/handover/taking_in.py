"""One household of a package into the archive: its papers as one version of its object here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from archive import documents, duplicates, events, fsio, ocfl, record, schema, versions
from archive.database import reading, writing
from archive.events import NewEvent
from archive.handover import history
from archive.handover.arriving import Destination
from archive.handover.listing import DOCUMENT_COLUMNS, Entry, Listing, Part
from archive.handover.outcome import ReceivedItem
from archive.handover.source import Source
from archive.ids import new_id
from archive.ocfl import Inventory
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What all households of one package have in common.

    name     of the package's own folder inside an object: number and the digest's beginning
    planned  where each household goes, by the sender's number
    bad      files of the package that are missing or changed: path -> "missing" or "changed"
    """

    source: Source
    listing: Listing
    digest: str
    name: str
    planned: Mapping[int, Destination]
    expected: Mapping[str, str]
    bad: Mapping[str, str]


@dataclass(slots=True)
class _Plan:
    """What becomes of one household's papers.

    ids    the sender's document id -> the paper's id here, for accepted ones and duplicates
    files  logical path here -> path in the package
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    items: list[ReceivedItem] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    twins: list[tuple[str, Entry]] = field(default_factory=list)


def outcome_path(arrival: Arrival) -> str:
    """Where an object says what came of a household's papers; with it the household is done."""
    return f"received/{arrival.name}/outcome.json"


def take_in(
    workspace: Workspace, arrival: Arrival, part: Part, *, at: str, actor: str
) -> list[ReceivedItem]:
    """File one household's papers and return what came of each; safe to repeat.

    All of a household is taken in, or nothing is. Raises OSError, ArchiveDamaged.
    """
    goes = arrival.planned[part.household["id"]]
    if goes.here is None:
        return [_item(part, entry, "held", detail=goes.why) for entry in part.entries]
    with versions.writing_lock(workspace) as store:
        base = store.inventory(ocfl.household_object(goes.here))
        done = outcome_path(arrival)
        if done in base.state:
            said = json.loads(store.path(base.object_id, done).read_bytes())
            return [ReceivedItem(**each) for each in said["items"]]
        with reading(workspace.engine) as connection:
            plan = _planned(connection, arrival, part, goes.here, base)
        staged = _staged(workspace, arrival, plan)
        try:
            with writing(workspace.engine) as connection:
                _note(connection, arrival, part, goes, plan, at=at, actor=actor)
            outcome = {"package": arrival.digest, "items": [asdict(each) for each in plan.items]}
            changes = versions.Changes(
                household_id=goes.here,
                message=f"received {arrival.listing.number}",
                rows=plan.rows,
                papers=staged,
                made={done: (json.dumps(outcome, ensure_ascii=False, indent=1) + "\n").encode()},
            )
            versions.write(workspace, store, base, changes, at=at, actor=actor)
        finally:
            fsio.discard(_staging(workspace, arrival))
    return plan.items


def _planned(
    connection: Connection, arrival: Arrival, part: Part, here: int, base: Inventory
) -> _Plan:
    plan = _Plan()
    used = set(
        connection.scalars(
            select(schema.document.c.item_no).where(schema.document.c.object_id == base.object_id)
        )
    )
    empty = not used
    known = documents.by_sha256(connection, [entry.row["sha256"] for entry in part.entries])
    taken = _taken(connection, [entry.id for entry in part.entries])
    paths: dict[str, str] = {}
    # A scan comes before the papers it holds.
    for entry in sorted(part.entries, key=lambda e: (e.row["part_of"] is not None, _order(e))):
        row = entry.row
        refused = _refused(arrival, entry, plan)
        if refused:
            plan.items.append(_item(part, entry, *refused))
        elif row["sha256"] in known:
            there = known[row["sha256"]]
            plan.ids[entry.id] = there.id
            plan.twins.append((there.id, entry))
            detail = "same_bytes" if there.household_id == here else "same_bytes_elsewhere"
            plan.items.append(_item(part, entry, "duplicate", there.id, there.household_id, detail))
        else:
            own = entry.paper.startswith(part.folder)
            item_no = row["item_no"] if empty and own and row["item_no"] not in used else 0
            item_no = item_no or max(used, default=0) + 1
            used.add(item_no)
            plan.ids[entry.id] = new_id() if entry.id in taken else entry.id
            plan.rows.append(_row(arrival, entry, plan, paths, here, base, item_no))
            plan.items.append(_item(part, entry, "accepted", plan.ids[entry.id], here))
    # In the order of the list again.
    order = {entry.archive_number: place for place, entry in enumerate(part.entries)}
    plan.items.sort(key=lambda item: order[item.archive_number])
    _add_rest(arrival, part, plan)
    return plan


def _order(entry: Entry) -> tuple[str, int]:
    return entry.row["object_id"], entry.row["item_no"]


def _taken(connection: Connection, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        found |= set(
            connection.scalars(select(schema.document.c.id).where(schema.document.c.id.in_(part)))
        )
    return found


def _refused(
    arrival: Arrival, entry: Entry, plan: _Plan
) -> tuple[str, str, int | None, str] | None:
    """Why a paper cannot be filed: its file is missing, or is not the one that was listed."""
    bad = [arrival.bad[name] for name in (entry.paper, *entry.others) if name in arrival.bad]
    if arrival.bad.get(entry.paper) == "missing":
        return "missing", "", None, "not_in_package"
    if bad or (
        entry.row["part_of"] is None and arrival.expected.get(entry.paper) != entry.row["sha256"]
    ):
        return "different", "", None, "other_digest"
    if entry.row["part_of"] and entry.row["part_of"] not in plan.ids:
        return "different", "", None, "scan_refused"
    return None


def _row(
    arrival: Arrival,
    entry: Entry,
    plan: _Plan,
    paths: dict[str, str],
    here: int,
    base: Inventory,
    item_no: int,
) -> dict[str, Any]:
    """The paper's row here, and its files under its item number here."""
    row = {name: entry.row[name] for name in DOCUMENT_COLUMNS}
    folder = entry.paper.removesuffix(row["paper_path"])
    renumbered = {
        path: _renumbered(path.removeprefix(folder), row["item_no"], item_no)
        for path in (entry.paper, *entry.others)
    }
    scan = row["part_of"] and paths.get(entry.paper)
    paper = scan or renumbered[entry.paper]
    paths.setdefault(entry.paper, paper)
    plan.files |= {renumbered[name]: name for name in entry.others}
    plan.files.setdefault(paper, entry.paper)
    owner = arrival.planned.get(row["household_id"] or 0)
    shared = [arrival.planned[each].here for each in row["shared_with"] if each in arrival.planned]
    return record.row_from_json(
        row
        | {
            "id": plan.ids[entry.id],
            "household_id": owner.here if owner and owner.here else here,
            "object_id": base.object_id,
            "object_version": base.head + 1,
            "item_no": item_no,
            "paper_path": paper,
            "reading_path": _renumbered(row["reading_path"], row["item_no"], item_no),
            "part_of": plan.ids[row["part_of"]] if row["part_of"] else None,
            "shared_with": sorted(each for each in shared if each is not None),
        }
    )


def _renumbered(logical: str, before: int, now: int) -> str:
    """The same path under another item number: "papers/0003_….pdf" -> "papers/0007_….pdf"."""
    folder, _slash, name = logical.partition("/")
    number = f"{before:04d}"
    return f"{folder}/{now:04d}{name.removeprefix(number)}" if name.startswith(number) else logical


def _add_rest(arrival: Arrival, part: Part, plan: _Plan) -> None:
    """What came with the household besides its papers is kept as it came."""
    papers = {name for entry in part.entries for name in (entry.paper, *entry.others)}
    for name in arrival.expected:
        if name.startswith(part.folder) and name not in papers and name not in arrival.bad:
            plan.files[f"received/{arrival.name}/{name.removeprefix(part.folder)}"] = name


def _staging(workspace: Workspace, arrival: Arrival) -> Path:
    return workspace.staging / f"made-{arrival.name}"


def _staged(workspace: Workspace, arrival: Arrival, plan: _Plan) -> dict[str, tuple[Path, str]]:
    """Unpack what is filed, durably; its digests are looked at once more on the way."""
    folder = _staging(workspace, arrival)
    fsio.discard(folder)
    fsio.make_folder(folder)
    names = sorted(plan.files)
    fsio.write_streams(
        folder,
        ((str(place), _checked(arrival, plan.files[name])) for place, name in enumerate(names)),
        len(names),
        lambda _done, _all: None,
    )
    return {
        name: (folder / str(place), arrival.expected[plan.files[name]])
        for place, name in enumerate(names)
    }


def _checked(arrival: Arrival, name: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for piece in arrival.source.pieces(name):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != arrival.expected[name]:
        raise ArchiveDamaged(Path(name), _("the package changed while it was read"))


def _note(
    connection: Connection,
    arrival: Arrival,
    part: Part,
    goes: Destination,
    plan: _Plan,
    *,
    at: str,
    actor: str,
) -> None:
    """Note what happened to the file before it came, and papers that were here already."""
    if goes.here is None:
        return
    history.note(connection, arrival.source, part, goes, plan.ids)
    known = {
        event.detail.get("item_id")
        for event in events.of_household(connection, goes.here, [duplicates.LINKED])
    }
    for document_id, entry in plan.twins:
        # The same id each time, so that a second try links nothing twice.
        item_id = hashlib.sha256(f"{arrival.digest} {entry.id}".encode()).hexdigest()[:26]
        if item_id not in known:
            row = {"item_id": item_id, "display_name": entry.row["original_name"], "at": at}
            event = NewEvent(
                kind=duplicates.LINKED,
                household_id=goes.here,
                document_id=document_id,
                detail=row,
            )
            events.note(connection, [event], at=at, actor=actor)
            connection.execute(schema.duplicate.insert().values(document_id=document_id, **row))


def _item(
    part: Part,
    entry: Entry,
    state: str,
    document: str = "",
    here: int | None = None,
    detail: str = "",
) -> ReceivedItem:
    return ReceivedItem(
        household=part.number,
        archive_number=entry.archive_number,
        title=str(entry.row["title"]),
        pages=int(entry.row["page_count"]),
        state=state,
        document=document,
        here=f"{here:06d}" if here is not None else "",
        detail=detail,
    )
