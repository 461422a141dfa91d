"""The audit trail: rows that are only added, each sealed with the digest of the one before.

A row's sealed text is its canonical JSON: keys in order, no blanks, without its own digest. The
same text, with the digest behind it, is its line in `audit/YYYY-MM.jsonl` (archive.audit_files).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.schema import audit
from archive.workspace import Workspace
from extractors.personal import mask

FIRST = "0" * 64
_TAIL = ',"digest":"'

_appended: ContextVar[int] = ContextVar("appended", default=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row is to say.

    object_  what it was done to ("document:01j…", "household:12"); ids, never names or numbers
    detail   JSON, without personal data; a number that slipped into a person's words is covered
    """

    actor: str
    action: str
    object_: str
    detail: Any = None


def append(
    connection: Connection, *, at: str, actor: str, action: str, object_: str, detail: Any = None
) -> None:
    """Add one row inside the caller's write transaction; its fields are those of `Entry`."""
    append_all(connection, [Entry(actor, action, object_, detail)], at=at)


def append_all(connection: Connection, entries: Sequence[Entry], *, at: str) -> None:
    """Add rows in the order given, inside the caller's write transaction."""
    if not entries:
        return
    last = last_row(connection)
    seq, previous = (last["seq"], last["digest"]) if last else (0, FIRST)
    rows: list[dict[str, Any]] = []
    for entry in entries:
        row = {
            "seq": seq + len(rows) + 1,
            "at": at,
            "actor": entry.actor,
            "action": entry.action,
            "object": entry.object_,
            "detail": _covered(entry.detail or {}),
            "previous": previous,
        }
        previous = digest_of(row)
        rows.append(row | {"digest": previous})
    connection.execute(insert(audit), rows)
    _appended.set(_appended.get() + len(rows))


def note(
    workspace: Workspace,
    *,
    actor: str,
    action: str,
    object_: str,
    detail: Any = None,
    clock: Clock = system_clock,
) -> None:
    """Add one row in a transaction of its own: for what changes nothing else, such as a view."""
    with writing(workspace.engine) as connection:
        append(
            connection,
            at=stamp(clock()),
            actor=actor,
            action=action,
            object_=object_,
            detail=detail,
        )


def appended() -> int:
    """Return how many rows this context has added so far, of whatever workspace."""
    return _appended.get()


def _covered(detail: Any) -> Any:
    """People's own words are part of it; an ID number or phone among them must not be."""
    if isinstance(detail, str):
        return mask(detail)
    if isinstance(detail, Mapping):
        return {name: _covered(value) for name, value in detail.items()}
    if isinstance(detail, (list, tuple)):
        return [_covered(value) for value in detail]
    return detail


def digest_of(row: Mapping[str, Any]) -> str:
    """Return the digest that seals a row: sha256 of its canonical JSON, `previous` included."""
    return hashlib.sha256(_sealed(row).encode()).hexdigest()


def _sealed(row: Mapping[str, Any]) -> str:
    sealed = {name: value for name, value in row.items() if name != "digest"}
    return json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def line_of(row: Mapping[str, Any]) -> bytes:
    """Return a row as a line of JSON that can be checked with `sed` and `sha256sum`.

    The digest stands last: with `,"digest":"…"` cut off, what is left is the sealed text.
    """
    return f'{_sealed(row)[:-1]}{_TAIL}{row["digest"]}"}}\n'.encode()


def row_of(line: bytes) -> dict[str, Any]:
    """Return the row of a line as `line_of` wrote it, byte for byte. Raises ValueError."""
    row = json.loads(line)
    if not isinstance(row, dict) or row.keys() != set(audit.columns.keys()):
        raise ValueError("not a row of the audit trail")
    if not (isinstance(row["seq"], int) and line_of(row) == line):
        raise ValueError("not written as it was sealed")
    return row


def last_row(connection: Connection) -> dict[str, Any] | None:
    """Return the newest row; None before the first."""
    newest = select(audit).order_by(audit.c.seq.desc()).limit(1)
    return next(map(dict, connection.execute(newest).mappings()), None)


def rows(
    connection: Connection, *, after: int = 0, to: int | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the rows numbered `after` + 1 to `to`, in order, a thousand in memory at a time."""
    wanted = select(audit).where(audit.c.seq > after).order_by(audit.c.seq)
    if to is not None:
        wanted = wanted.where(audit.c.seq <= to)
    found = connection.execute(wanted.execution_options(yield_per=1000))
    yield from map(dict, found.mappings())


def breaks(connection: Connection) -> list[int]:
    """Return the numbers of rows that do not follow from the row before; empty when unbroken."""
    return list(broken(rows(connection)))


def broken(chain: Iterator[dict[str, Any]], previous: str = FIRST, seq: int = 0) -> Iterator[int]:
    """Yield the numbers of rows that do not follow from the row before.

    previous, seq  digest and number of the row before the first
    """
    for row in chain:
        whole = row["previous"] == previous and row["seq"] == seq + 1
        if not whole or row["digest"] != digest_of(row):
            yield row["seq"]
        previous, seq = row["digest"], row["seq"]
