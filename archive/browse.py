"""browse/: village / household / category / papers, for people; copies, disposable, never read.

Follows `document_change`: only what changed is touched. Each folder says in `.made.json` which of
its files are ours; a file of somebody else's, or one that was edited, is never thrown away.
"""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from archive import browse_names, documents, households, schema
from archive.browse_names import category_folder, file_name, household_folder, safe_name
from archive.database import reading
from archive.documents import FiledDocument
from archive.households import UnknownHousehold
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors import host
from extractors.wording import _

__all__ = [
    "catch_up", "category_folder", "file_name", "household_folder", "rebuild", "refresh",
    "safe_name",
]  # fmt: skip

MADE = ".made.json"
# How far of document_change browse/ has come.
SEQ = ".seq"
LOCK = ".browse.lock"


@dataclass(slots=True)
class _Made:
    """What of a folder is ours.

    papers  path inside the folder -> digest of the paper, and size and time of our copy
    views   where links to the folder stand, from browse/
    """

    papers: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    views: list[str] = field(default_factory=list)


def refresh(workspace: Workspace, household_ids: Iterable[int | None]) -> None:
    """Bring the folders of some households (None: the department's) up to date."""
    with host.lock(workspace.root / LOCK), reading(workspace.engine) as connection:
        _explain(workspace.browse)
        for household_id in sorted(set(household_ids), key=lambda each: each or 0):
            _refresh(connection, workspace, household_id, look=False)


def catch_up(workspace: Workspace) -> None:
    """Bring up to date what papers were filed, corrected or moved into since last time."""
    with host.lock(workspace.root / LOCK):
        mark = workspace.browse / SEQ
        while True:
            since = int(mark.read_text(encoding="ascii")) if mark.exists() else 0
            with reading(workspace.engine) as connection:
                changes = documents.changes_since(connection, since)
                if not changes:
                    return
                _explain(workspace.browse)
                touched = _whose(connection, {change.document_id for change in changes})
                for household_id in sorted(touched, key=lambda each: each or 0):
                    _refresh(connection, workspace, household_id, look=False)
            _write(mark, str(changes[-1].seq).encode("ascii"))


def rebuild(workspace: Workspace, progress: Callable[[int, int], None]) -> int:
    """Look at every file in browse/, make what is missing, take away what is no longer so.

    Returns the number of papers. What people put there or edited stays, or is put aside.
    """
    with host.lock(workspace.root / LOCK), reading(workspace.engine) as connection:
        _explain(workspace.browse)
        newest = documents.newest_change(connection)
        everyone: list[int | None] = [each.id for each in households.households(connection)]
        made, kept = 0, set[Path]()
        for count, household_id in enumerate([None, *everyone], 1):
            folder, papers = _refresh(connection, workspace, household_id, look=True)
            kept.add(folder)
            made += papers
            progress(count, len(everyone) + 1)
        for mark in list(workspace.browse.glob(f"*/*/{MADE}")):
            if mark.parent not in kept:
                _fill(workspace, mark.parent, {}, [], look=True)
        _write(workspace.browse / SEQ, str(newest).encode("ascii"))
    return made


def _whose(connection: Connection, document_ids: set[str]) -> set[int | None]:
    """The households whose folders show these papers."""
    found: set[int | None] = set()
    document, shared = schema.document.c, schema.document_shared.c
    ids = sorted(document_ids)
    rows = connection.scalars(select(document.household_id).where(document.id.in_(ids)))
    found.update(rows)
    found.update(connection.scalars(select(shared.household_id).where(shared.document_id.in_(ids))))
    return found


def _refresh(
    connection: Connection, workspace: Workspace, household_id: int | None, *, look: bool
) -> tuple[Path, int]:
    """Make one folder what it should be; return it and how many papers it shows."""
    papers = documents.documents_of(connection, household_id)
    places = browse_names.places(workspace, household_id, papers)
    views: list[str] = []
    if household_id is None:
        folder = browse_names.department_folder(workspace)
    else:
        try:
            household = households.household(connection, household_id)
        except UnknownHousehold:
            return workspace.browse, 0
        folder = household_folder(workspace, household)
        _move_here(workspace, folder, household.number)
        views = browse_names.views(household, papers) if papers else []
    _fill(workspace, folder, places, views, look=look)
    return folder, len(papers)


def _move_here(workspace: Workspace, folder: Path, number: str) -> None:
    """A household that was renamed, or whose village became known, takes its folder with it."""
    if (folder / MADE).exists():
        return
    for before in list(workspace.browse.glob(f"*/*_{number}")):
        if before != folder and (before / MADE).exists() and not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            before.rename(folder)
            _remove_empty(before.parent, workspace.browse)


def _fill(
    workspace: Workspace,
    folder: Path,
    places: Mapping[str, FiledDocument],
    views: list[str],
    *,
    look: bool,
) -> None:
    """Make a folder hold copies of these papers, and nothing else of ours.

    look  at each copy on the disk too, not only at what the folder says it holds
    """
    made = _load(folder)
    now = _Made(views=views)
    for path, was in made.papers.items():
        if path not in places or places[path].sha256 != was[0]:
            _take_away(workspace, folder / path, was)
    # The papers of one scan are one file here too, under the name of each.
    copied: dict[tuple[str, str], Path] = {}
    for path, paper in places.items():
        target = folder / path
        known = made.papers.get(path)
        if known and known[0] == paper.sha256 and (not look or _is_as_made(target, known)):
            now.papers[path] = known
        else:
            # What is damaged cannot be shown; verification says that it is damaged.
            with suppress(ArchiveDamaged, KeyError, FileNotFoundError):
                now.papers[path] = _put(workspace, target, paper, copied)
        copied.setdefault((paper.object_id, paper.paper_path), target)
    _link(workspace, folder, made.views, views)
    if now != made:
        _save(workspace, folder, now)


def _put(
    workspace: Workspace,
    target: Path,
    paper: FiledDocument,
    copied: Mapping[tuple[str, str], Path],
) -> tuple[str, int, int]:
    """Make one copy; return what `.made.json` is to say of it."""
    source = documents.paper(workspace, paper)
    if target.exists() and not filecmp.cmp(source, target, shallow=False):
        _put_aside(workspace, target)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        # Copied under another name first, so that nobody opens half a paper.
        half = target.with_name(f".{target.name}")
        half.unlink(missing_ok=True)
        twin = copied.get((paper.object_id, paper.paper_path))
        if twin is None or not _linked(twin, half):
            host.clone(source, half)
        half.replace(target)
    status = target.stat()
    return paper.sha256, status.st_size, status.st_mtime_ns


def _linked(twin: Path, half: Path) -> bool:
    """Whether the file system made `half` another name of our copy `twin`."""
    try:
        half.hardlink_to(twin)
    except OSError:
        return False
    return True


def _is_as_made(path: Path, made: tuple[str, int, int]) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == made[1:]


def _take_away(workspace: Workspace, path: Path, made: tuple[str, int, int]) -> None:
    """Remove a copy of ours; one that somebody edited is put aside."""
    if _is_as_made(path, made):
        path.unlink()
    elif path.exists():
        _put_aside(workspace, path)
    _remove_empty(path.parent, workspace.browse)


def _put_aside(workspace: Workspace, path: Path) -> None:
    target = browse_names.aside_folder(workspace) / path.relative_to(workspace.browse)
    target.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{path.stem} ({number}){path.suffix}")
    path.rename(target)


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder and those above it, as far as they are empty."""
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def _link(workspace: Workspace, folder: Path, before: Sequence[str], views: Sequence[str]) -> None:
    """Let links to the folder stand in its views, where the file system has links."""
    for view in {*before, *views}:
        link = workspace.browse / view
        towards = os.path.relpath(folder, link.parent)
        if link.is_symlink():
            here = str(link.readlink()) == towards
            # An unwanted link to another folder of this name is that folder's own.
            stale = not here if view in views else here or not link.exists()
            if stale:
                link.unlink()
                _remove_empty(link.parent, workspace.browse)
        if view in views and not link.is_symlink():
            with suppress(OSError, NotImplementedError):
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(towards, target_is_directory=True)


def _load(folder: Path) -> _Made:
    try:
        said: Any = json.loads((folder / MADE).read_bytes())
        papers = {path: (str(d), int(s), int(t)) for path, (d, s, t) in said["papers"].items()}
        return _Made(papers, [str(view) for view in said["views"]])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Nothing is known to be ours: what is the same as the paper is taken for ours again.
        return _Made()


def _save(workspace: Workspace, folder: Path, made: _Made) -> None:
    mark = folder / MADE
    if made.papers:
        said = {"papers": made.papers, "views": made.views}
        _write(mark, json.dumps(said, ensure_ascii=False, sort_keys=True).encode())
    else:
        mark.unlink(missing_ok=True)
        _remove_empty(folder, workspace.browse)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    newer = path.with_name(f"{path.name}.new")
    newer.write_bytes(data)
    newer.replace(path)


def _explain(folder: Path) -> None:
    note = folder / "README.txt"
    if not note.exists():
        folder.mkdir(parents=True, exist_ok=True)
        note.write_text(
            _("Copies to look at; the papers are in archive/. What is changed here is put aside.")
            + "\n",
            encoding="utf-8",
        )
