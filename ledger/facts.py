"""Facts as rows: which of them hold as known at a moment, and where each was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, RowMapping, Select, Table, exists, select

from archive import database
from archive.clock import stamp
from archive.workspace import Workspace
from ledger import schema
from ledger.figure import Source

MIGRATIONS = Path(__file__).parent / "migrations"


def ready(workspace: Workspace) -> Engine:
    """Return the workspace's database with the ledger's tables brought up to date."""
    engine = workspace.engine
    database.migrate(engine, MIGRATIONS, "ledger_version")
    return engine


@contextmanager
def connected(where: Connection | Engine) -> Iterator[Connection]:
    """Read through the caller's transaction, or through one of our own."""
    if isinstance(where, Connection):
        yield where
        return
    with database.reading(where) as connection:
        yield connection


def moment(known_on: date | datetime | None) -> str | None:
    """Return the last moment that counts as known, as `recorded_at` is written.

    A day means all of it, by the clock of this machine; None means everything known by now.
    """
    if known_on is None:
        return None
    if not isinstance(known_on, datetime):
        known_on = datetime.combine(known_on + timedelta(days=1), time.min) - timedelta(
            microseconds=1
        )
    return stamp(known_on)


@cache
def _later(table: Table) -> Any:
    """The table once more; made once, since making it costs more than most questions asked."""
    return table.alias("later")


def known(table: Table, known_at: str | None, up_to: int | None = None) -> Select[Any]:
    """Select the facts of `table` that held as known at `known_at`: no superseded or void ones.

    up_to  no fact with a later id counts, not even as a correction
    """
    later = _later(table)
    superseded = exists().where(later.c.supersedes == table.c.id)
    if up_to is not None:
        superseded = superseded.where(later.c.id <= up_to)
    if known_at is not None:
        superseded = superseded.where(later.c.recorded_at <= known_at)
    found = select(table).where(~superseded, table.c.void.is_(False))
    if known_at is not None:
        found = found.where(table.c.recorded_at <= known_at)
    if up_to is not None:
        found = found.where(table.c.id <= up_to)
    return found


def plain(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    conditions: Sequence[Any] = (),
    *,
    as_of: date,
    known_at: str | None,
    up_to: int | None = None,
) -> Sequence[Row[Any]]:
    """Return some columns of the facts of a table effective by a day, oldest first."""
    fact = schema.FACTS[table]
    query = (
        known(fact, known_at, up_to)
        .with_only_columns(*(fact.c[name] for name in columns))
        .where(fact.c.effective_on <= as_of, *conditions)
        .order_by(fact.c.effective_on, fact.c.id)
    )
    return connection.execute(query).all()


def source_of(row: Mapping[str, Any] | RowMapping, column: str | None = None) -> Source:
    """Return where a fact, or one column of it, was taken from."""
    cell = row["cells"].get(column, row["cell"]) if column else row["cell"]
    if isinstance(cell, dict):
        return _earlier_or_placed(row, cell)
    document_id, sheet = row["document_id"], row["sheet"]
    if isinstance(cell, list):
        document_id, sheet, cell = cell[0] or document_id, cell[1], cell[2]
    return Source(
        kind=row["source_kind"],
        document_id=document_id,
        page=row["page"],
        box=tuple(row["box"]) if row["box"] else None,
        sheet=sheet,
        cell=cell,
        person=row["person"],
    )


def _earlier_or_placed(row: Mapping[str, Any] | RowMapping, place: Mapping[str, Any]) -> Source:
    """A column's own place: on a page of the fact's paper, or wherever an earlier fact had it."""
    box = place.get("box")
    return Source(
        kind=place.get("kind", row["source_kind"]),
        document_id=place.get("document_id", row["document_id"] if "kind" not in place else None),
        page=place.get("page"),
        box=tuple(box) if box else None,
        sheet=place.get("sheet"),
        cell=place.get("cell"),
        person=place.get("person", row["person"] if "kind" not in place else None),
    )


def sources_of(row: Mapping[str, Any] | RowMapping) -> dict[str, Source]:
    """Return where each column of a fact was taken from; columns without a value are left out."""
    return {
        name: source_of(row, name)
        for name, value in row.items()
        if value is not None and name not in schema.SHARED
    }
