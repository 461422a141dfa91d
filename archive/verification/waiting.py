"""What is not filed yet: claimed files, held papers, and whether the database knows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive import items, recovery
from archive.database import reading
from archive.findings import Finding, finding
from archive.verification.objects import sha256_of
from archive.workspace import Workspace


def check(workspace: Workspace) -> list[Finding]:
    """Return claimed files that nobody knows and held papers that are not as they arrived."""
    try:
        # While papers are being taken in, claimed files come and go.
        with recovery.intake_lock(workspace):
            orphans = list(_claimed(workspace))
    except recovery.AlreadyWatched:
        orphans = []
    return [*orphans, *_held(workspace)]


def _claimed(workspace: Workspace) -> Iterator[Finding]:
    folders = list(workspace.claimed.iterdir()) if workspace.claimed.is_dir() else []
    with reading(workspace.engine) as connection:
        known = items.by_ids(connection, [folder.name for folder in folders])
    for folder in folders:
        item = known.get(folder.name)
        if item is None or item.state not in items.OPEN:
            yield finding("claimed_orphan", folder)


def _held(workspace: Workspace) -> Iterator[Finding]:
    files = {path.name.split(".")[0]: path for path in _papers(workspace.pending)}
    with reading(workspace.engine) as connection:
        held = {item.id: item for item in items.in_states(connection, items.PENDING)}
        others = items.by_ids(connection, files.keys() - held.keys())
    for item in held.values():
        path = files.get(item.id)
        if path is None:
            yield finding("held_missing", f"intake_item/{item.id}", expected=item.sha256)
            continue
        digest, _size = sha256_of(path)
        if item.sha256 and digest != item.sha256:
            yield finding("held_changed", path, expected=item.sha256, found=digest)
    for item_id in files.keys() - held.keys():
        # Between the copy and the row stands one that is being filed.
        if item_id not in others:
            yield finding("held_orphan", files[item_id])


def _papers(folder: Path) -> list[Path]:
    """Return the held papers: what stands beside them explains them."""
    return [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.endswith(".why.txt")
    ]
