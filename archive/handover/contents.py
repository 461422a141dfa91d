"""What goes into a package for some households: rows, files and their digests as filed.

Reads the archive; writes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, or_, select

from archive import documents, events, ocfl, record, schema
from archive.handover.listing import Entry, Part
from archive.ocfl import Inventory
from archive.store import Store
from archive.workspace import Workspace

_document = schema.document.c
# All that happened to a household's file, beside the segments that its object keeps.
EVENTS = "events.jsonl"


@dataclass(slots=True)
class Gathered:
    """Files by their path in the package, with the digests under which they were filed."""

    parts: list[Part] = field(default_factory=list)
    sharing: list[Mapping[str, Any]] = field(default_factory=list)
    files: dict[str, bytes | Path] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)


def gather(connection: Connection, workspace: Workspace, household_ids: Iterable[int]) -> Gathered:
    """Return everything of some households' files, in the order of their numbers.

    Raises UnknownHousehold, ArchiveDamaged for an object whose inventory does not match.
    """
    return _Gathering(connection, workspace, sorted(set(household_ids))).done()


class _Gathering:
    """One pass over the households of a package."""

    def __init__(self, connection: Connection, workspace: Workspace, ids: Sequence[int]) -> None:
        self._connection = connection
        self._workspace = workspace
        self._ids = ids
        self._store = Store(workspace.archive, workspace.staging)
        self._inventories: dict[str, Inventory] = {}
        self._listed: dict[str, int] = {}
        self._made = Gathered()

    def done(self) -> Gathered:
        homes = {ocfl.household_object(number): number for number in self._ids}
        collected: dict[int, dict[str, dict[str, Any]]] = {number: {} for number in self._ids}
        elsewhere: dict[int, list[str]] = {number: [] for number in self._ids}
        for number in self._ids:
            for row in self._rows(number):
                # A paper is listed where it lies, though another household share it or own it.
                home = homes.get(row["object_id"]) or self._listed.get(row["id"], number)
                self._listed[row["id"]] = home
                collected[home][row["id"]] = row
                if home != number:
                    elsewhere[number].append(row["id"])
        for number in self._ids:
            self._add(number, list(collected[number].values()), elsewhere[number])
        self._made.sharing = self._sharing()
        return self._made

    def _rows(self, household_id: int) -> list[dict[str, Any]]:
        """Rows of the household's papers, and of scans that its papers are part of."""
        filed = documents.documents_of(self._connection, household_id)
        wanted = {each.id for each in filed} | {each.part_of for each in filed if each.part_of}
        found = rows_of(self._connection, wanted)
        return sorted(found, key=lambda row: (row["object_id"], row["item_no"]))

    def _add(self, number: int, rows: list[dict[str, Any]], also: Sequence[str]) -> None:
        home = ocfl.household_object(number)
        folder = f"data/households/{number:06d}/"
        household = record.household_json(self._connection, number)
        self._add_object(home, folder)
        rows.sort(key=lambda row: (row["object_id"] != home, row["object_id"], row["item_no"]))
        entries = [self._entry(row, home, folder) for row in rows]
        happened = events.of_household(self._connection, number)
        self._made.files[folder + EVENTS] = events.segment(happened)
        self._made.parts.append(
            Part(
                household=household["household"],
                people=tuple(_borrower_first(household["people"])),
                folder=folder,
                entries=tuple(entries),
                also=tuple(also),
            )
        )

    def _entry(self, row: dict[str, Any], home: str, folder: str) -> Entry:
        below = folder if row["object_id"] == home else _folder_of(row["object_id"])
        inventory = self._inventory(row["object_id"])
        of_item = item_files(inventory.state, row)
        for logical in of_item:
            self._add_file(inventory, logical, below + logical)
        filed = documents.document(self._connection, row["id"])
        return Entry(
            row=row,
            archive_number=documents.archive_number(self._workspace, filed),
            paper=below + row["paper_path"],
            others=tuple(below + name for name in of_item if name != row["paper_path"]),
        )

    def _add_object(self, object_id: str, folder: str) -> None:
        """The whole newest version, what older versions had besides, and the inventory."""
        inventory = self._inventory(object_id)
        if not inventory.head:
            return
        for logical in inventory.state:
            self._add_file(inventory, logical, folder + logical)
        now = set(inventory.state.values())
        for digest, content in inventory.manifest.items():
            version, _content, logical = content.split("/", 2)
            if digest not in now:
                place = f"{folder}history/{version}/{logical}"
                self._made.files[place] = self._store.folder(object_id) / content
                self._made.expected[place] = digest
        self._made.files[f"{folder}history/{ocfl.INVENTORY}"] = inventory.to_bytes()

    def _add_file(self, inventory: Inventory, logical: str, place: str) -> None:
        folder = self._store.folder(inventory.object_id)
        self._made.files[place] = folder / inventory.content_path(logical)
        self._made.expected[place] = inventory.state[logical]

    def _inventory(self, object_id: str) -> Inventory:
        if object_id not in self._inventories:
            self._inventories[object_id] = self._store.inventory(object_id)
        return self._inventories[object_id]

    def _sharing(self) -> list[Mapping[str, Any]]:
        entries = [entry for part in self._made.parts for entry in part.entries]
        others = {each for entry in entries for each in entry.row["shared_with"]}
        others |= {e.row["household_id"] for e in entries if e.row["household_id"] is not None}
        found: list[Mapping[str, Any]] = []
        for number in sorted(others - set(self._ids)):
            known = record.household_json(self._connection, number)
            found.append(known | {"people": list(_borrower_first(known["people"]))})
        return found


def rows_of(connection: Connection, document_ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return rows of schema.document as record.json has them, by id."""
    wanted = sorted(document_ids)
    found: list[dict[str, Any]] = []
    for start in range(0, len(wanted), 500):
        found += record.rows_json(connection, _document.id.in_(wanted[start : start + 500]))
    return found


def item_files(state: Iterable[str], row: Mapping[str, Any]) -> list[str]:
    """Return the logical paths of an object that belong to one paper, the original first."""
    number = f"{row['item_no']:04d}"
    own = re.compile(rf"[a-z_-]+/{number}(?:[._/].*)?")
    paper = row["paper_path"]
    return [paper, *(name for name in sorted(state) if name != paper and own.fullmatch(name))]


def _folder_of(object_id: str) -> str:
    """Where files of an object lie that is not handed over as a whole."""
    return f"data/others/{object_id.replace(':', '-')}/"


def _borrower_first(people: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    order = {"borrower": 0, "spouse": 1}
    return sorted(people, key=lambda one: (order.get(one["role"], 2), one["id"]))


def audit_rows(connection: Connection, parts: Sequence[Part]) -> bytes:
    """Return the rows of the audit trail about these households and papers, one JSON a line.

    Each row keeps its digest, which can be computed again from the row; the chain between rows has
    gaps where the trail speaks of others.
    """
    ids = {entry.id for part in parts for entry in part.entries}
    numbers = {part.household["id"] for part in parts}
    items = connection.execute(
        select(schema.intake_item.c.id, schema.intake_item.c.document_id).where(
            schema.intake_item.c.document_id.is_not(None)
        )
    )
    objects = {f"document:{each}" for each in ids} | {f"household:{each}" for each in numbers}
    objects |= {f"item:{row.id}" for row in items if row.document_id in ids}
    audit = schema.audit.c
    found: dict[int, dict[str, Any]] = {}
    wanted = sorted(objects)
    for start in range(0, len(wanted), 500):
        chosen = or_(audit.object.in_(wanted[start : start + 500]))
        for row in connection.execute(select(schema.audit).where(chosen)).mappings():
            found[row["seq"]] = dict(row)
    opening = select(schema.audit).where(audit.action == "household.open")
    for row in connection.execute(opening).mappings():
        if numbers & set(row["detail"].get("households", ())):
            found[row["seq"]] = dict(row)
    lines = [
        json.dumps(found[seq], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for seq in sorted(found)
    ]
    return "".join(f"{line}\n" for line in lines).encode()
