"""What arrived: one row per file, from its first sight to its end.

waiting      seen in the inbox, not taken yet (perhaps incomplete: `reason` says so)
claimed      moved to inbox/.claimed/<id>/, ours alone
copied       a synced copy with a known digest lies in .staging/items/<id>
held         in pending/, waiting for a person
quarantined  in pending/, could not be read
stored       filed; `document_id` says as what
duplicate    the same bytes were filed before as `document_id`
dismissed    a person said it is not to be filed; kept in pending/dismissed
gone         left the inbox by itself before it was taken
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, true, update

from archive import schema
from extractors.wording import _

OPEN = ("waiting", "claimed", "copied")
PENDING = ("held", "quarantined")
SETTLED = ("stored", "duplicate", "dismissed", "gone")
ALL = (*OPEN, *PENDING, *SETTLED)

_item = schema.intake_item.c


class UnknownItem(Exception):
    """No held paper answers to that id."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _("No held paper {wanted}. See the list: hudang review list").format(wanted=wanted)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A row of schema.intake_item."""

    id: str
    inbox_path: bytes
    display_name: str
    state: str
    size_bytes: int
    mtime_ns: int
    device: int
    inode: int
    first_seen_at: str
    updated_at: str
    attempts: int = 0
    sha256: str | None = None
    media_type: str | None = None
    reason: str | None = None
    reason_detail: dict[str, Any] = field(default_factory=dict)
    signs: list[str] = field(default_factory=list)
    document_id: str | None = None


def in_states(connection: Connection, states: Sequence[str]) -> list[Item]:
    """Return items by state, oldest first."""
    rows = connection.execute(
        select(schema.intake_item).where(_item.state.in_(states)).order_by(_item.id)
    ).mappings()
    return [_from_row(row) for row in rows]


def item(connection: Connection, item_id: str) -> Item:
    """Return one item by its id or an unambiguous beginning or end of it. Raises UnknownItem."""
    rows = (
        connection.execute(
            select(schema.intake_item).where(
                (_item.id.startswith(item_id, autoescape=True))
                | (_item.id.endswith(item_id, autoescape=True))
            )
        )
        .mappings()
        .all()
    )
    if len(rows) != 1:
        raise UnknownItem(item_id)
    return _from_row(rows[0])


def by_ids(connection: Connection, item_ids: Iterable[str]) -> dict[str, Item]:
    """Return items by id, for those that are known."""
    wanted = sorted(set(item_ids))
    found: dict[str, Item] = {}
    for start in range(0, len(wanted), 500):
        rows = connection.execute(
            select(schema.intake_item).where(_item.id.in_(wanted[start : start + 500]))
        ).mappings()
        found |= {row["id"]: _from_row(row) for row in rows}
    return found


def held_with_signs(
    connection: Connection, signs: AbstractSet[str], reasons: Sequence[str]
) -> list[str]:
    """Return the ids of items held for one of `reasons` that bear one of `signs`, oldest first."""
    rows = connection.execute(
        select(_item.id, _item.signs)
        .where(_item.state == "held", _item.reason.in_(reasons))
        .order_by(_item.id)
    )
    return [item_id for item_id, own in rows if not signs.isdisjoint(own or ())]


def copied(connection: Connection, now: Sequence[tuple[Item, str]], at: str) -> None:
    """Note of several items that they were copied: each with its digest, as it was judged whole."""
    if now:
        connection.execute(
            update(schema.intake_item)
            .where(_item.id == bindparam("item"))
            .values(state="copied", attempts=_item.attempts + 1, updated_at=at),
            [
                {
                    "item": each.id,
                    "sha256": digest,
                    "size_bytes": each.size_bytes,
                    "mtime_ns": each.mtime_ns,
                    "device": each.device,
                    "inode": each.inode,
                }
                for each, digest in now
            ],
        )


def stored(connection: Connection, documents: Mapping[str, str], at: str) -> None:
    """Note of several items as which document each was filed."""
    if documents:
        connection.execute(
            update(schema.intake_item)
            .where(_item.id == bindparam("item"))
            .values(state="stored", document_id=bindparam("document"), reason=None, updated_at=at),
            [{"item": item_id, "document": filed} for item_id, filed in documents.items()],
        )


def twins_of(connection: Connection, held: Item) -> list[Item]:
    """Return the items that arrived as byte-for-byte twins of a held paper."""
    return _twins(connection, _item.sha256 == held.sha256)


def twins_without_a_document(connection: Connection) -> list[Item]:
    """Return the items that arrived as twins of papers that were held then."""
    return _twins(connection, true())


def _twins(connection: Connection, which: ColumnElement[bool]) -> list[Item]:
    rows = connection.execute(
        select(schema.intake_item).where(
            which, _item.state == "duplicate", _item.document_id.is_(None)
        )
    ).mappings()
    return [_from_row(row) for row in rows]


def _from_row(row: Any) -> Item:
    values = {column.name: row[column.name] for column in fields(Item)}
    values["reason_detail"] = values["reason_detail"] or {}
    values["signs"] = values["signs"] or []
    return Item(**values)


def add(connection: Connection, new: Sequence[Item]) -> None:
    """Enter items that were just seen."""
    if new:
        connection.execute(
            insert(schema.intake_item),
            [{column.name: getattr(each, column.name) for column in fields(Item)} for each in new],
        )


def change(connection: Connection, item_ids: Sequence[str], at: str, **values: Any) -> None:
    """Set columns of some items."""
    for start in range(0, len(item_ids), 500):
        connection.execute(
            update(schema.intake_item)
            .where(_item.id.in_(item_ids[start : start + 500]))
            .values(updated_at=at, **values)
        )
