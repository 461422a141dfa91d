"""What is left of destroyed papers: rows here, and one file an act in the object itself.

`tombstones/<act>.json` says what each paper was (type, date, pages, digest, archive number), by
which list it went, who proposed, approved and witnessed it, and the digests of the inventories
that the object had before, which older seals speak of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from archive import ocfl, schema
from archive.documents import FiledDocument
from archive.ocfl import Inventory
from archive.store import Store

FORMAT = 1
FOLDER = "tombstones/"
_row = schema.tombstone.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A row of schema.tombstone."""

    id: str
    household_id: int | None
    object_id: str
    item_no: int
    archive_number: str
    doc_type: str | None
    title: str
    category: int
    dated_on: date | None
    page_count: int
    sha256: str
    filed_at: str
    part_of: str | None
    list_no: str
    kind: str
    destroyed_at: str
    tombstone_path: str


# What a tombstone takes over from the paper.
_KEPT = (
    "id", "household_id", "object_id", "item_no", "doc_type", "title", "category", "dated_on",
    "page_count", "sha256", "filed_at", "part_of",
)  # fmt: skip


def path_of(act_id: str) -> str:
    """Return where an act's tombstones stand inside its object."""
    return f"{FOLDER}{act_id}.json"


def of_paper(
    filed: FiledDocument, *, archive_number: str, act_id: str, list_no: str, kind: str, at: str
) -> Tombstone:
    """Return the tombstone of a paper."""
    return Tombstone(
        **{name: getattr(filed, name) for name in _KEPT},
        archive_number=archive_number,
        list_no=list_no,
        kind=kind,
        destroyed_at=at,
        tombstone_path=path_of(act_id),
    )


def to_file(
    act: Mapping[str, Any],
    papers: Sequence[Tombstone],
    derived: Mapping[str, Mapping[str, Sequence[str]]],
    before: Mapping[str, str],
) -> bytes:
    """Return the file that the object keeps.

    act      list number, names and reasons
    derived  paper's id -> logical path -> digests of what it held, of all versions
    before   version -> digest of the inventory that the object had for it
    """
    said = {
        "format": FORMAT,
        **act,
        "inventories_before": dict(before),
        "papers": [
            _plain(each) | {"destroyed_with_it": _lists(derived.get(each.id, {}))}
            for each in papers
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _lists(derived: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {path: sorted(digests) for path, digests in derived.items()}


def before(data: bytes) -> dict[str, str]:
    """Return version -> digest of the inventory that the object had before."""
    found: dict[str, str] = json.loads(data)["inventories_before"]
    return found


def details(data: bytes) -> dict[str, list[str]]:
    """Return paper's id -> digests of every file that went with it."""
    return {
        each["id"]: sorted({d for found in each["destroyed_with_it"].values() for d in found})
        for each in json.loads(data)["papers"]
    }


def _plain(each: Tombstone) -> dict[str, Any]:
    values = {column.name: getattr(each, column.name) for column in fields(Tombstone)}
    return values | {"dated_on": each.dated_on.isoformat() if each.dated_on else None}


def parse(data: bytes) -> list[Tombstone]:
    """Return the tombstones of such a file. Raises ValueError when it is none."""
    try:
        papers = json.loads(data)["papers"]
        names = [column.name for column in fields(Tombstone)]
        return [
            Tombstone(
                **{name: each[name] for name in names}
                | {"dated_on": date.fromisoformat(each["dated_on"]) if each["dated_on"] else None}
            )
            for each in papers
        ]
    except (KeyError, TypeError, AttributeError) as cause:
        raise ValueError(f"not a file of tombstones: {cause!r}") from cause


def enter(connection: Connection, papers: Iterable[Tombstone]) -> None:
    """Enter tombstones that are not there yet, inside the caller's write transaction."""
    for each in papers:
        known = connection.scalar(select(_row.id).where(_row.id == each.id))
        if known is None:
            values = {column.name: getattr(each, column.name) for column in fields(Tombstone)}
            connection.execute(insert(schema.tombstone).values(**values))


def restore(connection: Connection, store: Store, object_id: str) -> int:
    """Enter the tombstones that an object holds; return how many there are."""
    found = [
        each
        for logical in sorted(store.inventory(object_id).state)
        if logical.startswith(FOLDER)
        for each in parse(store.path(object_id, logical).read_bytes())
    ]
    enter(connection, found)
    return len(found)


def of_household(connection: Connection, household_id: int) -> list[Tombstone]:
    """Return what is left of a household's destroyed papers, by item."""
    return _load(connection, _row.household_id == household_id)


def of_list(connection: Connection, list_no: str) -> list[Tombstone]:
    """Return what a destruction list left, by object and item."""
    return _load(connection, _row.list_no == list_no)


def by_id(connection: Connection, document_id: str) -> Tombstone | None:
    """Return the tombstone of one paper; None if it was never destroyed."""
    return next(iter(_load(connection, _row.id == document_id)), None)


def by_sha256(connection: Connection, digests: Iterable[str]) -> dict[str, Tombstone]:
    """Return tombstones by the digest of what they stand for, for those that are known."""
    return {each.sha256: each for each in _load(connection, _row.sha256.in_(list(digests)))}


def last_item(connection: Connection, object_id: str) -> int:
    """Return the highest item number of an object that is a tombstone's; 0 without any."""
    found = _load(connection, _row.object_id == object_id)
    return max((each.item_no for each in found), default=0)


def _load(connection: Connection, where: Any) -> list[Tombstone]:
    rows = connection.execute(
        select(schema.tombstone).where(where).order_by(_row.object_id, _row.item_no)
    ).mappings()
    return [Tombstone(**row) for row in rows]


def inventories_before(folder: Path) -> dict[str, str]:
    """Return digest -> path of the tombstones, for every inventory that an object no longer has.

    folder  of the object. A seal that speaks of such an inventory is not broken by its absence:
            the object was told again without what a destruction list took out of it.
    """
    state = Inventory.from_bytes((folder / ocfl.INVENTORY).read_bytes())
    found: dict[str, str] = {}
    for logical in state.state:
        if logical.startswith(FOLDER):
            said = json.loads((folder / state.content_path(logical)).read_bytes())
            found |= dict.fromkeys(said["inventories_before"].values(), logical)
    return found
