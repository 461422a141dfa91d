"""What one who has the whole disk might do: three scripts, from clumsy to thorough."""

from __future__ import annotations

import hashlib
import json
import random
from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3
from sqlalchemy import Connection, text

from archive import audit, audit_files, ocfl
from archive.database import reading, writing
from archive.workspace import Workspace

# What the archive speaks for; the rest is under way, or a feed of what was done.
TABLES = ("document", "document_number", "household", "person", "file_event", "audit")


def papers(workspace: Workspace) -> list[Path]:
    """Return the filed papers' files."""
    return sorted(workspace.archive.glob("*/*/*/*/v*/content/papers/*"))


def edit_file(workspace: Workspace, chance: random.Random) -> Path:
    """A: change a filed paper and nothing else."""
    path = chance.choice(papers(workspace))
    path.write_bytes(path.read_bytes().replace(b"HT-", b"HT-9").replace(b"JJ-", b"JJ-9"))
    return path


def edit_row(workspace: Workspace, chance: random.Random) -> str:
    """B: change one value of one row with a tool of one's own, past triggers and foreign keys.

    Returns the row as verification names it.
    """
    workspace.engine.dispose()
    with closing(pysqlite3.connect(workspace.database)) as connection:
        connection.row_factory = pysqlite3.Row
        _drop_triggers(connection)
        while True:
            try:
                row = _edit_any(connection, chance)
            except pysqlite3.IntegrityError:
                continue  # the value is another row's: choose again
            connection.commit()
            return row


def _edit_any(connection: Any, chance: random.Random) -> str:
    name = chance.choice(TABLES)
    info = connection.execute(f"PRAGMA table_info({name})").fetchall()
    keys = [row["name"] for row in sorted(info, key=lambda row: row["pk"]) if row["pk"]]
    columns = [row["name"] for row in info if not row["pk"]] or keys
    row = chance.choice(connection.execute(f"SELECT rowid AS place, * FROM {name}").fetchall())
    column = chance.choice(columns)
    connection.execute(
        f"UPDATE {name} SET {column} = ? WHERE rowid = ?", (_other(row[column]), row["place"])
    )
    return "/".join([name, *(str(row[key]) for key in keys)])


def _other(value: Any) -> Any:
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return value + b"x"
    if isinstance(value, str) and value[:1] in "{[":
        return json.dumps({"changed": True})
    return f"{value}x" if value else "x"


def _drop_triggers(connection: Any) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for row in connection.execute(query).fetchall():
        connection.execute(f"DROP TRIGGER {row['name']}")


def rewrite_history(workspace: Workspace, chance: random.Random) -> Path:
    """C: change a paper, and make every digest that speaks of it agree again.

    Inventories and sidecars of all versions, the record, the rows, the audit trail and its files.
    Only what is signed stays as it was.
    """
    path = chance.choice(papers(workspace))
    folder = path.parents[3]
    before = _digest(path)
    path.write_bytes(path.read_bytes().replace(b'"', b"'", 2))
    changed = {before: _digest(path)}
    for found in sorted(folder.glob("v*/content/record.json")):
        old = _digest(found)
        found.write_bytes(found.read_bytes().replace(before.encode(), changed[before].encode()))
        changed[old] = _digest(found)
    for inventory in [folder / ocfl.INVENTORY, *folder.glob(f"v*/{ocfl.INVENTORY}")]:
        data = inventory.read_bytes()
        for old, new in changed.items():
            data = data.replace(old.encode(), new.encode())
        # As the program itself would have written it: keys in order.
        data = ocfl.Inventory.from_bytes(data).to_bytes()
        inventory.write_bytes(data)
        inventory.with_name(ocfl.SIDECAR).write_bytes(ocfl.sidecar(data))
    with closing(pysqlite3.connect(workspace.database)) as raw:
        raw.row_factory = pysqlite3.Row
        _drop_triggers(raw)
    with writing(workspace.engine) as connection:
        connection.execute(
            text("UPDATE document SET sha256 = :new WHERE sha256 = :old"),
            {"old": before, "new": changed[before]},
        )
        _rewrite_trail(connection, before, changed[before])
    _rewrite_files(workspace)
    return path


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _rewrite_trail(connection: Connection, old: str, new: str) -> None:
    previous = audit.FIRST
    for row in list(audit.rows(connection)):
        row["detail"] = json.loads(json.dumps(row["detail"]).replace(old, new))
        row["previous"] = previous
        previous = audit.digest_of(row)
        connection.execute(
            text("UPDATE audit SET detail = :d, previous = :p, digest = :h WHERE seq = :s"),
            {"d": json.dumps(row["detail"]), "p": row["previous"], "h": previous, "s": row["seq"]},
        )


def _rewrite_files(workspace: Workspace) -> None:
    for path in audit_files.files(workspace):
        path.unlink()
    with reading(workspace.engine) as connection:
        assert audit.breaks(connection) == []
    audit_files.catch_up(workspace)
