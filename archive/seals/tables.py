"""Digests of the database's tables of facts: those whose rows are only ever added."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, column, inspect, select, table

from archive import schema
from archive.database import insert_only_tables, plain
from archive.seals.seal import TableDigest, canonical


def digests(connection: Connection, sealed: Mapping[str, int]) -> tuple[TableDigest, ...]:
    """Return the digest of what came to each table since it was sealed.

    sealed  table -> number of the last row that a seal speaks of
    The audit trail is not among them: it has its own line in the seal.
    """
    names = [name for name in insert_only_tables(connection) if name != schema.audit.name]
    return tuple(_digest(connection, name, sealed.get(name, 0)) for name in names)


def _digest(connection: Connection, name: str, after: int) -> TableDigest:
    inspector = inspect(connection)
    columns = [each["name"] for each in inspector.get_columns(name)]
    [key] = inspector.get_pk_constraint(name)["constrained_columns"]
    # The key comes first, so that a reader of the digest knows what rows are ordered by.
    ordered = [key, *(each for each in columns if each != key)]
    count, last, digest = _rows_digest(connection, name, ordered, after + 1, None)
    return TableDigest(
        name=name, columns=ordered, first=after + 1, last=last, rows=count, digest=digest
    )


def still_holds(connection: Connection, sealed: TableDigest) -> bool:
    """Whether the rows that were sealed are in the table as they were."""
    inspector = inspect(connection)
    if not inspector.has_table(sealed.name):
        return sealed.rows == 0
    present = {each["name"] for each in inspector.get_columns(sealed.name)}
    if not present.issuperset(sealed.columns):
        return False
    count, _last, digest = _rows_digest(
        connection, sealed.name, sealed.columns, sealed.first, sealed.last
    )
    return (count, digest) == (sealed.rows, sealed.digest)


def _rows_digest(
    connection: Connection, name: str, columns: Sequence[str], first: int, to: int | None
) -> tuple[int, int, str]:
    """Return the number of rows, the last one's key, and the digest over all of them."""
    key: ColumnElement[Any] = column(columns[0], Integer)
    rows: Any = (
        select(*(column(each) for each in columns))
        .select_from(table(name))
        .where(key >= first)
        .order_by(key)
    )
    if to is not None:
        rows = rows.where(key <= to)
    digest = hashlib.sha256()
    count, last = 0, first - 1
    for row in connection.execute(rows.execution_options(yield_per=1000)):
        digest.update(canonical([plain(value) for value in row]) + b"\n")
        count, last = count + 1, row[0]
    return count, last, digest.hexdigest()
