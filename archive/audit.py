"""The audit trail: rows that are only added, each sealed with the digest of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from archive.schema import audit

FIRST = "0" * 64


def append(
    connection: Connection, *, at: str, actor: str, action: str, object_: str, detail: Any = None
) -> None:
    """Add one row inside the caller's write transaction.

    object_  what it was done to ("document:01j…", "household:12"); ids, never names or numbers
    detail   JSON, without personal data
    """
    last = connection.execute(
        select(audit.c.seq, audit.c.digest).order_by(audit.c.seq.desc()).limit(1)
    ).first()
    row = {
        "seq": (last.seq if last else 0) + 1,
        "at": at,
        "actor": actor,
        "action": action,
        "object": object_,
        "detail": detail or {},
        "previous": last.digest if last else FIRST,
    }
    connection.execute(insert(audit).values(**row, digest=digest_of(row)))


def digest_of(row: Mapping[str, Any]) -> str:
    """Return the digest that seals a row: sha256 of its canonical JSON, `previous` included."""
    sealed = {name: value for name, value in row.items() if name != "digest"}
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def breaks(connection: Connection) -> list[int]:
    """Return the numbers of rows that do not follow from the row before; empty when unbroken."""
    broken = []
    previous, expected = FIRST, 1
    for row in connection.execute(select(audit).order_by(audit.c.seq)).mappings():
        whole = row["previous"] == previous and row["seq"] == expected
        if not whole or row["digest"] != digest_of(dict(row)):
            broken.append(row["seq"])
        previous, expected = row["digest"], row["seq"] + 1
    return broken
