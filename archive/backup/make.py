"""Making a backup while others work: nobody who files waits for it, and it is never worse after.

The order is what makes the parts fit together:

    database     one consistent view, by a reader
    waiting      inbox, .claimed, pending, in the order of a paper's way in
    archive      append-only, so it holds at least all that the view knows to be filed
    the rest     settings, templates, the audit journal
    manifest     with it the snapshot counts; an earlier end leaves the last snapshot the newest
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy.exc import DatabaseError

from archive import audit, database, faults, fsio
from archive.backup import facts, mirror, objects, place, sealing, sources, state, vault
from archive.backup.findings import Finding
from archive.backup.manifest import DATABASE, Manifest, SnapshotFile, program, snapshot_name
from archive.backup.mirror import Mirror
from archive.backup.objects import ObjectState, ObjectUnreadable
from archive.backup.place import Header
from archive.backup.sources import Loose
from archive.backup.tally import Progress, Tally
from archive.backup.vault import Vault, VaultWriter
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.workspace import Workspace
from extractors import host
from extractors.wording import _

MEGABYTE = 1024 * 1024
# What must stay free on the disk of the backup.
RESERVE_BYTES = 64 * MEGABYTE
# Files outside the archive that are copied before the first of them is synced.
LOOSE_TOGETHER = 256


class NotEnoughRoom(Exception):
    """A disk has not the room that a backup or restore needs; nothing was written."""

    def __init__(self, folder: Path, needed: int, free: int) -> None:
        super().__init__(
            _(
                "{folder} needs {needed} MB free and has {free} MB. Make room, or choose another "
                "disk; nothing was written."
            ).format(folder=folder, needed=-(-needed // MEGABYTE), free=free // MEGABYTE)
        )


class Writer(Protocol):
    """Where a backup goes: a Mirror, or a VaultWriter."""

    def begin(self) -> None: ...
    def missing(self, state: ObjectState) -> int: ...
    def keep_object(self, state: ObjectState) -> None: ...
    def keep_root(self) -> None: ...
    def flush(self) -> None: ...
    def gone(self, seen: set[Path]) -> list[str]: ...
    def keep_loose(self, wanted: Sequence[tuple[Loose, Path]]) -> int: ...
    @property
    def files(self) -> list[SnapshotFile]: ...
    def finish(self, manifest: Manifest) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How a backup is wanted.

    secret    asked for the passphrase when the backup is to be encrypted; None: readable by anyone
    with_key  copy the private keys into a backup that is not encrypted, too
    keep      snapshots that stay
    """

    secret: Callable[[], str] | None = None
    with_key: bool = False
    keep: int = 30
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a backup did; of a dry run, what it would do.

    manifest      None for a dry run
    pruned        snapshots that were removed
    to_copy       bytes of the archive that were not in the backup yet
    """

    manifest: Manifest | None
    findings: tuple[Finding, ...]
    pruned: tuple[str, ...]
    to_copy: int
    recovery_code: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it for machines."""
        counts = dict(self.manifest.counts) if self.manifest else {}
        return {
            "snapshot": self.manifest.name if self.manifest else None,
            "seconds": self.manifest.seconds if self.manifest else None,
            "bytes_to_copy": self.to_copy,
            "counts": counts,
            "pruned": list(self.pruned),
            "findings": [each.to_json() | {"message": str(each)} for each in self.findings],
        }


def backup(
    workspace: Workspace,
    folder: Path,
    choice: Choice,
    *,
    actor: str,
    progress: Progress = lambda _done, _total: None,
    clock: Clock = system_clock,
    monotonic: Callable[[], float] = time.monotonic,
) -> Made:
    """Bring the backup in `folder` up to what the workspace is now, as one more snapshot.

    Raises BackupRefused, BackupRunning, NotABackup, NotEnoughRoom, WrongPassphrase,
    PassphraseTooShort, and OSError when a disk refuses; the snapshots before stay as they are.
    """
    place.check_apart(workspace, folder)
    if choice.dry_run:
        return _dry_run(workspace, folder, choice)
    with place.only_one(workspace) as passing:
        known_as = sources.workspace_id(workspace)
        header = place.existing(folder, known_as, encrypt=choice.secret is not None)
        # Asked for before anything is written.
        secret = choice.secret() if choice.secret else None
        keys = None if secret is None else _keys(header, secret)
        run = _Run(workspace, folder, keys, clock(), progress)
        to_copy = run.survey()
        run.check_room(to_copy)
        if not known_as:
            known_as = sources.give_id(workspace, passing)
        fsio.make_folder(folder)
        with place.only_here(folder):
            if header is None:
                _found(folder, Header(place.PLAIN, known_as, stamp(clock())), keys, secret)
            began = monotonic()
            manifest = run.carry_out(
                passing, known_as, choice, lambda: round(monotonic() - began, 3), clock
            )
            pruned = run.prune(choice.keep, manifest)
        made = Made(
            manifest=manifest,
            findings=tuple(run.tally.findings),
            pruned=tuple(pruned),
            to_copy=to_copy,
            recovery_code=keys.code if keys and header is None else "",
        )
        _remember(workspace, passing, made, folder, header, actor, stamp(clock()))
        return made


def _dry_run(workspace: Workspace, folder: Path, choice: Choice) -> Made:
    header = place.existing(
        folder, sources.workspace_id(workspace), encrypt=choice.secret is not None
    )
    keys = None
    if choice.secret:
        # Of a new backup nothing is there yet, whatever its keys will be.
        keys = sealing.unlock(header.unlock, choice.secret()) if header else sealing.new_keys()
    run = _Run(workspace, folder, keys, system_clock(), lambda _done, _total: None)
    to_copy = run.survey()
    return Made(manifest=None, findings=tuple(run.tally.findings), pruned=(), to_copy=to_copy)


def _keys(header: Header | None, secret: str) -> sealing.Keys:
    if header:
        return sealing.unlock(header.unlock, secret)
    sealing.check_passphrase(secret)
    return sealing.new_keys()


def _found(folder: Path, header: Header, keys: sealing.Keys | None, secret: str | None) -> None:
    """Make a new backup folder: with its header it is one."""
    if keys and secret is not None:
        unlock = sealing.lock(keys, secret) | {"key_check": sealing.key_check(keys)}
        header = Header(place.ENCRYPTED, header.workspace_id, header.made_at, unlock)
    for name in (place.README, place.HEADER):
        fsio.discard(folder / name)
    fsio.discard(folder / place.PARTIAL)
    fsio.write_durably(folder / place.README, facts.readme(header.kind).encode())
    work = folder / place.PARTIAL
    fsio.write_streams(work, [(place.HEADER, [header.to_bytes()])])
    fsio.place(work / place.HEADER, folder / place.HEADER)


class _Run:
    """One backup on its way."""

    def __init__(
        self,
        workspace: Workspace,
        folder: Path,
        keys: sealing.Keys | None,
        moment: Any,
        progress: Progress,
    ) -> None:
        self._workspace = workspace
        self._folder = folder
        self._began_at = stamp(moment)
        self._progress = progress
        self._vault = Vault(folder, keys) if keys else None
        taken = vault.sealed_names(folder) if self._vault else _plain_names(folder)
        self._name = snapshot_name(moment, taken)
        self.tally = Tally()
        self._writer: Writer = (
            VaultWriter(self._vault, workspace.archive, self._name, self.tally)
            if self._vault
            else Mirror(folder, workspace.archive, self._name, self.tally)
        )
        self._to_copy = 0

    def survey(self) -> int:
        """Return how many bytes of the archive are not in the backup yet."""
        for folder in objects.object_folders(self._workspace.archive):
            with suppress(ObjectUnreadable, OSError):
                self._to_copy += self._writer.missing(objects.read_object(folder))
        return self._to_copy

    def check_room(self, to_copy: int) -> None:
        """Raise NotEnoughRoom unless both disks take what is to be written."""
        of_database = _size_of_database(self._workspace)
        loose = sum(
            path.stat().st_size
            for each in {*sources.waiting(self._workspace)}
            if (path := self._workspace.root / each.path).is_file()
        )
        for folder, needed in (
            (self._folder, to_copy + of_database + loose + RESERVE_BYTES),
            (self._workspace.root, of_database + RESERVE_BYTES),
        ):
            free = host.room(_nearest(folder))[0]
            if free < needed:
                raise NotEnoughRoom(folder, needed, free)

    def carry_out(
        self,
        passing: Path,
        known_as: str,
        choice: Choice,
        seconds: Callable[[], float],
        clock: Clock,
    ) -> Manifest:
        """Copy everything in its order and finish with the manifest."""
        self._writer.begin()
        about = self._keep_database(passing)
        faults.point("backup.database")
        self._keep_loose(sources.waiting(self._workspace))
        self._keep_archive()
        with_keys = choice.with_key or self._vault is not None
        self._keep_loose(sources.others(self._workspace, with_keys=with_keys))
        manifest = Manifest(
            name=self._name,
            began_at=self._began_at,
            finished_at=stamp(clock()),
            seconds=seconds(),
            program=program(),
            workspace_id=known_as,
            counts=self._counts(about),
            database=about,
            with_keys=with_keys and bool(sources.keys(self._workspace)),
            left_out=sources.NOT_COPIED,
            findings=tuple(each.to_json() for each in self.tally.findings),
            files=tuple(self._writer.files),
        )
        self._writer.finish(manifest)
        return manifest

    def _keep_database(self, passing: Path) -> dict[str, Any]:
        """Copy a view of the database; a damaged one as it is, and say so."""
        view = passing / DATABASE
        fsio.discard(view)
        try:
            if not self._workspace.database.is_file():
                raise database.DatabaseDamaged(self._workspace.database, _("it is missing"))
            database.snapshot(self._workspace.database, view)
            wrong = database.damage(view)
        except database.DatabaseDamaged as cause:
            fsio.discard(view)
            wrong = [str(cause.__cause__ or cause)]
        if wrong:
            self.tally.note("database_damaged", detail=wrong[0])
        about: dict[str, Any] = {"sound": not wrong, "said": wrong}
        # What cannot be viewed is kept as it is, for who may mend it.
        source = view if view.is_file() else self._workspace.database
        if self._writer.keep_loose([(Loose(DATABASE, DATABASE), source)]):
            kept = self._writer.files[-1]
            about |= {"sha256": kept.sha256, "size_bytes": kept.size_bytes}
            if not wrong:
                about |= facts.of_database(view)
        fsio.discard(view)
        return about

    def _keep_loose(self, wanted: Iterable[Loose]) -> None:
        kept = {each.path for each in self._writer.files}
        root = self._workspace.root
        files = iter(wanted)
        while some := list(islice(files, LOOSE_TOGETHER)):
            new = {each.name: each for each in some if each.name not in kept}
            # What vanished went on its way; what is being written comes with the next backup.
            self.tally.loose_files += self._writer.keep_loose(
                [(each, root / each.path) for each in new.values()]
            )
            kept = {each.path for each in self._writer.files}

    def _keep_archive(self) -> None:
        root = self._workspace.archive
        folders = objects.object_folders(root)
        total = max(self._to_copy, 1) // MEGABYTE
        for folder in folders:
            relative = folder.relative_to(root)
            try:
                found = objects.read_object(folder)
                if found.root == "damaged":
                    self.tally.note(
                        "source_damaged", f"archive/{relative.as_posix()}/inventory.json"
                    )
                self._writer.keep_object(found)
            except ObjectUnreadable:
                self.tally.note("object_unreadable", f"archive/{relative.as_posix()}")
            self._progress(min(self.tally.copied_bytes // MEGABYTE, total), total)
        self._writer.flush()
        self._writer.keep_root()
        for path in self._writer.gone({folder.relative_to(root) for folder in folders}):
            self.tally.note("object_gone", f"archive/{path}")

    def _counts(self, about: dict[str, Any]) -> dict[str, int]:
        tally = self.tally
        return {
            "households": about.pop("households", 0),
            "papers": about.pop("papers", 0),
            "objects": tally.objects,
            "versions": tally.versions,
            "archive_files": tally.files,
            "archive_bytes": tally.bytes,
            "loose_files": tally.loose_files,
            "copied_files": tally.copied_files,
            "copied_bytes": tally.copied_bytes,
        }

    def prune(self, keep: int, manifest: Manifest) -> list[str]:
        """Remove old snapshots, unless the new one could not take their place."""
        if not manifest.is_sound:
            return []
        if self._vault is None:
            return mirror.prune(self._folder, keep)
        try:
            return vault.prune(self._vault, keep)
        except (sealing.SealBroken, ValueError) as cause:
            self.tally.note("backup_damaged", place.SNAPSHOTS, str(cause))
            return []


def _remember(
    workspace: Workspace,
    passing: Path,
    made: Made,
    folder: Path,
    header: Header | None,
    actor: str,
    at: str,
) -> None:
    """Note the backup for `hudang status` and in the audit trail."""
    manifest = made.manifest
    if manifest is None:
        return
    alarming = sum(each.is_alarming for each in made.findings)
    encrypted = header.kind == place.ENCRYPTED if header else bool(made.recovery_code)
    state.note_backup(
        passing, at=manifest.began_at, snapshot=manifest.name, findings=alarming, folder_of=folder
    )
    said = {
        "copied_bytes": manifest.counts["copied_bytes"],
        "papers": manifest.counts["papers"],
        "findings": alarming,
        "encrypted": encrypted,
        "pruned": len(made.pruned),
    }
    # A damaged database must not make a backup fail that was made because of it.
    with suppress(DatabaseError), writing(workspace.engine) as connection:
        audit.append(
            connection,
            at=at,
            actor=actor,
            action="backup.make",
            object_=f"backup:{manifest.name}",
            detail=said,
        )


def _plain_names(folder: Path) -> list[str]:
    from archive.backup.reader import snapshot_names

    return snapshot_names(folder)


def _size_of_database(workspace: Workspace) -> int:
    names = (workspace.database.name + suffix for suffix in ("", "-wal"))
    paths = (workspace.root / name for name in names)
    return sum(path.stat().st_size for path in paths if path.is_file())


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest above it that is there."""
    while not folder.is_dir():
        folder = folder.parent
    return folder
