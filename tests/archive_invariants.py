"""What must hold of a workspace at any moment after recovery (I1, I2 and more)."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterable
from contextlib import redirect_stdout
from pathlib import Path

import ocfl
from sqlalchemy import select

from archive import audit, documents, items, pending, recovery, schema
from archive.database import reading
from archive.workspace import Workspace


def sha256(data: bytes) -> str:
    """Return the digest the archive names bytes by."""
    return hashlib.sha256(data).hexdigest()


def kept_digests(workspace: Workspace) -> Counter[str]:
    """Return, for each file that ever arrived, the digest under which it is kept for good."""
    kept: Counter[str] = Counter()
    with reading(workspace.engine) as connection:
        for item in items.in_states(connection, items.ALL):
            if item.state == "stored":
                filed = documents.document(connection, item.document_id or "")
                kept[sha256(documents.paper(workspace, filed).read_bytes())] += 1
            elif item.state == "duplicate" and item.document_id:
                filed = documents.document(connection, item.document_id)
                kept[sha256(documents.paper(workspace, filed).read_bytes())] += 1
            elif item.state == "duplicate":
                other = items.item(connection, item.reason_detail["same_as"])
                kept[sha256(pending.held_paper(workspace, other).read_bytes())] += 1
            elif item.state in items.PENDING:
                kept[sha256(pending.held_paper(workspace, item).read_bytes())] += 1
            elif item.state == "dismissed":
                [aside] = dismissed(workspace).glob(f"{item.id}.*")
                kept[sha256(aside.read_bytes())] += 1
    return kept


def dismissed(workspace: Workspace) -> Path:
    """Return where papers are that a person put aside."""
    return workspace.pending / "dismissed"


def files_below(folder: Path) -> list[Path]:
    """Return every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def everywhere(workspace: Workspace) -> set[str]:
    """Return the digests of all bytes anywhere below the workspace, the database's own files apart.

    SQLite removes its `-wal` and `-shm` files when the last connection closes, which may be
    while we look; no paper is ever kept in them.
    """
    papers = (path for path in files_below(workspace.root) if not is_of_database(path))
    return {sha256(path.read_bytes()) for path in papers}


def is_of_database(path: Path) -> bool:
    """Return whether SQLite makes and removes this file as it likes."""
    return path.name.startswith("hudang.db")


def assert_whole(workspace: Workspace, arrived: Iterable[bytes]) -> None:
    """Assert that nothing was lost, doubled, left over or left half done."""
    expected = Counter(sha256(data) for data in arrived)

    assert kept_digests(workspace) == expected
    assert not list(workspace.claimed.iterdir())
    # A copy that a command may be about to file stays for some hours.
    staged = files_below(workspace.staging)
    assert not [path for path in staged if not path.name.startswith(recovery.OTHERS_STAGING)]
    with reading(workspace.engine) as connection:
        assert not connection.execute(select(schema.filing)).all()
        assert not audit.breaks(connection)
        filed = connection.execute(select(schema.document.c.sha256)).scalars().all()
        held = {item.id for item in items.in_states(connection, items.PENDING)}
    assert len(filed) == len(set(filed))
    waiting = [p for p in files_below(workspace.pending) if p.parent != dismissed(workspace)]
    assert {path.name.split(".")[0] for path in waiting} == held
    assert_valid_ocfl(workspace.archive)


def assert_valid_ocfl(root: Path) -> None:
    """Assert that an implementation that is not ours finds nothing wrong with the archive."""
    said = io.StringIO()
    with redirect_stdout(said):
        valid = ocfl.StorageRoot(root=str(root)).validate(
            validate_objects=True, check_digests=True, log_warnings=True
        )
    assert valid, said.getvalue()
