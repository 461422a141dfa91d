"""Restoring into a new folder: every byte compared on its way, the settings last.

With its hudang.toml a folder is a workspace; until then it is an unfinished restore, which the
same command finishes. What is damaged in the backup is named and left out; the rest comes back.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from archive import audit, audit_files, database, faults, fsio, recovery, settings
from archive.backup import reader
from archive.backup.findings import Finding
from archive.backup.make import RESERVE_BYTES, NotEnoughRoom
from archive.backup.manifest import DATABASE, Manifest
from archive.backup.place import BackupRefused
from archive.backup.reader import Backup, Kept, SnapshotDamaged
from archive.backup.reconcile import Reconciled, reconcile
from archive.backup.sealing import SealBroken
from archive.backup.tally import Progress
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.rebuild import rebuild
from archive.seals import making
from archive.settings import Settings, SettingsInvalid
from archive.store import Store
from archive.workspace import FOLDERS, Workspace
from extractors import host
from extractors.wording import _

MARK = ".restore.json"
WORK, SETTINGS_WORK = ".restoring", ".restoring-settings"
BATCH_FILES, BATCH_BYTES = 512, 64 * 1024 * 1024
MEGABYTE = 1024 * 1024


def _nothing(_workspace: Workspace) -> int:
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """What other parts make again from the archive, and how many facts or papers each did.

    ledger_anew     an empty ledger filled from its journals
    ledger_newer    journals that the restored ledger does not know yet
    index           the search index
    """

    ledger_anew: Callable[[Workspace], int] = _nothing
    ledger_newer: Callable[[Workspace], int] = _nothing
    index: Callable[[Workspace], int] = _nothing


@dataclass(slots=True, kw_only=True)
class Restored:
    """What a restore brought back.

    manifest    of the snapshot; None when no snapshot could be read and the archive alone came back
    rebuilt     the database was made anew from the archive, because the one kept was damaged
    facts       ledger facts that came from journals
    files, bytes  compared with their digests and put in place
    """

    workspace: Workspace
    manifest: Manifest | None
    rebuilt: bool = False
    reconciled: Reconciled = field(default_factory=Reconciled)
    papers: int = 0
    households: int = 0
    facts: int = 0
    files: int = 0
    bytes: int = 0
    seconds: float = 0.0
    findings: list[Finding] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return it for machines."""
        return {
            "workspace": str(self.workspace.root),
            "snapshot": self.manifest.name if self.manifest else None,
            "as_of": self.manifest.began_at if self.manifest else None,
            "database_rebuilt": self.rebuilt,
            "papers": self.papers,
            "households": self.households,
            "papers_filed_since": self.reconciled.papers,
            "ledger_facts_from_journals": self.facts,
            "files": self.files,
            "bytes": self.bytes,
            "seconds": self.seconds,
            "findings": [each.to_json() | {"message": str(each)} for each in self.findings],
        }


def restore(
    folder: Path,
    target: Path,
    *,
    secret: Callable[[], str],
    at: str | None = None,
    hooks: Hooks | None = None,
    actor: str,
    progress: Progress = lambda _done, _total: None,
    clock: Clock = system_clock,
    monotonic: Callable[[], float] = time.monotonic,
) -> Restored:
    """Bring the backup in `folder` back as a workspace in the new or empty folder `target`.

    at  beginning of a snapshot's name; None: the newest that can be read

    Raises BackupRefused, NotABackup, WrongPassphrase, NotEnoughRoom, SnapshotDamaged (of the one
    that was asked for), OSError. An interrupted restore is finished by the same call.
    """
    began = monotonic()
    backup = reader.open_backup(folder, secret)
    target = target.resolve()
    _check_target(folder.resolve(), target)
    findings: list[Finding] = []
    manifest = _manifest(backup, at, findings)
    _check_room(target, manifest)
    name = manifest.name if manifest else ""
    _begin(target, backup, name)
    faults.point("restore.begun")
    copy = _Copy(target, progress, manifest)
    copy.all(backup.archive(manifest))
    chosen = _settings(target, backup, manifest, copy)
    faults.point("restore.written")
    workspace = Workspace(target, chosen)
    _make_folders(workspace)
    findings += [*backup.noticed, *copy.findings]
    restored = Restored(workspace=workspace, manifest=manifest, findings=findings)
    _open_database(restored, backup, copy, hooks or Hooks(), clock)
    _finish(restored, name, actor, clock)
    restored.files, restored.bytes = copy.files, copy.bytes
    restored.seconds = round(monotonic() - began, 3)
    return restored


def _check_target(folder: Path, target: Path) -> None:
    if target.is_relative_to(folder) or folder.is_relative_to(target):
        raise BackupRefused(
            _("{folder} and the backup lie inside each other. Choose another folder.").format(
                folder=target
            )
        )
    if target.exists() and not target.is_dir():
        raise BackupRefused(_("{folder} is a file. Choose a folder.").format(folder=target))
    if (target / MARK).is_file() and (target / settings.FILE_NAME).is_file():
        fsio.discard(target / MARK)
        raise BackupRefused(
            _("{folder} was restored completely before. Nothing was changed.").format(folder=target)
        )
    if target.exists() and any(target.iterdir()) and not (target / MARK).is_file():
        raise BackupRefused(
            _("{folder} is not empty. Restore into a new folder; nothing was changed.").format(
                folder=target
            )
        )


def _manifest(backup: Backup, at: str | None, findings: list[Finding]) -> Manifest | None:
    """Return the head of the snapshot meant, passing over damaged ones unless one was asked for."""
    if at:
        return backup.manifest(reader.chosen(backup, at))
    names = backup.names()
    for name in reversed(names):
        try:
            return backup.manifest(name)
        except SnapshotDamaged:
            findings.append(Finding("backup_damaged", f"snapshots/{name}"))
    if not backup.has_archive:
        reader.chosen(backup, None)
        raise SnapshotDamaged(names[-1])
    return None


def _check_room(target: Path, manifest: Manifest | None) -> None:
    if manifest is None:
        return
    loose = sum(each.size_bytes for each in manifest.files)
    needed = manifest.counts["archive_bytes"] + 2 * loose + RESERVE_BYTES
    there = target
    while not there.is_dir():
        there = there.parent
    free = host.room(there)[0]
    if free < needed and not (target / MARK).is_file():
        raise NotEnoughRoom(target, needed, free)


def _begin(target: Path, backup: Backup, name: str) -> None:
    """Mark the folder as an unfinished restore of this snapshot; only the same may go on in it."""
    mark = {"workspace_id": backup.header.workspace_id, "snapshot": name}
    data = (json.dumps(mark) + "\n").encode()
    there = (target / MARK).read_bytes() if (target / MARK).is_file() else b""
    if there == data:
        return
    if data.startswith(there):
        # Cut off while this was being written: nothing else can be here yet.
        fsio.discard(target / MARK)
    else:
        raise BackupRefused(
            _(
                "{folder} holds an unfinished restore of another snapshot. Choose a new folder."
            ).format(folder=target)
        )
    fsio.make_folder(target)
    fsio.write_durably(target / MARK, data)


class _Copy:
    """Files on their way out of a backup, compared before they get their names."""

    def __init__(self, target: Path, progress: Progress, manifest: Manifest | None) -> None:
        self._target = target
        self._progress = progress
        self._total = manifest.counts["archive_bytes"] // MEGABYTE if manifest else 0
        self._waiting: list[tuple[Kept, Path, _Pieces]] = []
        self._waiting_bytes = 0
        self.files = 0
        self.bytes = 0
        self.findings: list[Finding] = []

    def all(self, kept: Iterator[Kept]) -> None:
        """Copy files to where they belong below the target."""
        for each in kept:
            place = _place_of(self._target, each)
            if place is None:
                self.findings.append(Finding("backup_damaged", each.path))
                continue
            self._take(each, place)
        self._flush()

    def _take(self, each: Kept, place: Path) -> None:
        if place.is_file():
            if fsio.sha256_of(place) == each.sha256:
                self._count(each.size_bytes)
                return
            fsio.discard(place)
        self._waiting.append((each, place, _Pieces(each)))
        self._waiting_bytes += each.size_bytes
        if len(self._waiting) >= BATCH_FILES or self._waiting_bytes >= BATCH_BYTES:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting, self._waiting_bytes = self._waiting, [], 0
        work = self._target / WORK
        fsio.discard(work)
        if not waiting:
            return
        fsio.make_folder(work)
        fsio.write_streams(work, ((str(n), each[2]) for n, each in enumerate(waiting)))
        moves = {}
        for number, (each, place, pieces) in enumerate(waiting):
            if pieces.failed or pieces.sha256 != each.sha256:
                code = "backup_missing" if pieces.failed == "missing" else "backup_damaged"
                self.findings.append(Finding(code, each.path, pieces.failed))
            else:
                moves[work / str(number)] = place
                self._count(pieces.size)
        fsio.make_folders(place.parent for place in moves.values())
        fsio.place_together(moves)
        fsio.discard(work)

    def _count(self, size: int) -> None:
        self.files += 1
        self.bytes += size
        self._progress(min(self.bytes // MEGABYTE, self._total), self._total)


class _Pieces:
    """The bytes of a file in a backup, with their digest; a broken seal ends them early."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._digest = hashlib.sha256()
        self.size = 0
        self.failed = ""

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        try:
            for piece in self._kept.pieces:
                self._digest.update(piece)
                self.size += len(piece)
                yield piece
        except FileNotFoundError:
            self.failed = "missing"
        except SealBroken as cause:
            self.failed = str(cause)
        self.failed = self.failed or getattr(self._kept.pieces, "failed", "")


def _place_of(target: Path, kept: Kept) -> Path | None:
    """Return where a file belongs; None for a path that leads out of the target."""
    try:
        name = os.fsdecode(base64.b64decode(kept.raw, validate=True)) if kept.raw else kept.path
    except binascii.Error:
        return None
    path = PurePosixPath(name)
    parts = path.parts
    if not parts or path.is_absolute() or ".." in parts or "\0" in name or ":" in parts[0]:
        return None
    return target.joinpath(*parts)


def _settings(target: Path, backup: Backup, manifest: Manifest | None, copy: _Copy) -> Settings:
    """Copy what is neither archive nor database; return what hudang.toml says.

    It is kept under another name, so that the folder is no workspace yet.
    """
    aside = target / SETTINGS_WORK
    fsio.discard(aside)
    for each in backup.loose(manifest) if manifest else ():
        if each.path == settings.FILE_NAME:
            pieces = _Pieces(each)
            fsio.write_streams(aside, [(settings.FILE_NAME, pieces)])
            if pieces.failed or pieces.sha256 != each.sha256:
                fsio.discard(aside)
                copy.findings.append(Finding("backup_damaged", each.path, pieces.failed))
    if manifest:
        there = (settings.FILE_NAME, DATABASE)
        copy.all(each for each in backup.loose(manifest) if each.path not in there)
    try:
        if (aside / settings.FILE_NAME).is_file():
            return settings.load(aside / settings.FILE_NAME)
    except SettingsInvalid:
        # As it was in the workspace: it comes back as it is, and says itself what is wrong.
        return Settings()
    copy.findings.append(Finding("settings_lost"))
    return Settings()


def _make_folders(workspace: Workspace) -> None:
    for name in FOLDERS:
        fsio.make_folder(workspace.root / name)
    # Without it recovery takes the inbox for a share that is not connected.
    fsio.make_folder(workspace.claimed)
    Store(workspace.archive, workspace.staging).create()


def _open_database(
    restored: Restored, backup: Backup, copy: _Copy, hooks: Hooks, clock: Clock
) -> None:
    """Put the database in place and reconcile it, or make it anew when it is not sound."""
    workspace = restored.workspace
    for suffix in ("", "-wal", "-shm"):
        fsio.discard(workspace.database.with_name(DATABASE + suffix))
    before = len(copy.findings)
    manifest = restored.manifest
    if manifest and manifest.is_sound:
        copy.all(each for each in backup.loose(manifest) if each.path == DATABASE)
    faults.point("restore.database")
    restored.findings += copy.findings[before:]
    if workspace.database.is_file() and not database.damage(workspace.database):
        _restore_trail(restored, clock)
        restored.reconciled = reconcile(workspace, clock)
        restored.facts = hooks.ledger_newer(workspace)
    else:
        fsio.discard(workspace.database)
        restored.rebuilt = True
        _restore_trail(restored, clock)
        rebuild(workspace, lambda _done, _total: None, clock)
        restored.facts = hooks.ledger_anew(workspace)
    restored.findings += restored.reconciled.findings
    with recovery.intake_lock(workspace):
        recovery.recover(workspace, clock)
    hooks.index(workspace)
    faults.point("restore.opened")


def _restore_trail(restored: Restored, clock: Clock) -> None:
    """Enter what the audit files and seals know and the database does not, before anything else."""
    making.restore_trail(restored.workspace, clock)
    _write_trail(restored, clock)


def _write_trail(restored: Restored, clock: Clock) -> None:
    try:
        audit_files.catch_up(restored.workspace, clock)
    except audit_files.AuditForked as forked:
        found = Finding("audit_forked", f"audit/{forked.path.name}", str(forked.seq))
        if found not in restored.findings:
            restored.findings.append(found)


def _finish(restored: Restored, name: str, actor: str, clock: Clock) -> None:
    """Note it in the audit trail and give the folder its settings: now it is a workspace."""
    from archive.overview import overview

    workspace = restored.workspace
    with writing(workspace.engine) as connection:
        audit.append(
            connection,
            at=stamp(clock()),
            actor=actor,
            action="backup.restore",
            object_=f"backup:{name}",
            detail={
                "rebuilt": restored.rebuilt,
                "papers_since": restored.reconciled.papers,
                "findings": sum(each.is_alarming for each in restored.findings),
            },
        )
    _write_trail(restored, clock)
    state = overview(workspace)
    restored.papers, restored.households = state.papers, state.households
    work = workspace.root / SETTINGS_WORK
    if not (work / settings.FILE_NAME).is_file():
        fsio.discard(work)
        data = settings.written(workspace.settings).encode()
        fsio.write_streams(work, [(settings.FILE_NAME, [data])])
    fsio.place(work / settings.FILE_NAME, workspace.root / settings.FILE_NAME)
    for name in (WORK, SETTINGS_WORK, MARK):
        fsio.discard(workspace.root / name)
    fsio.sync_folder(workspace.root)
