"""A backup that was made, plain or encrypted: its snapshots, and every file with its digest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from archive import ocfl
from archive.backup import objects, place, sealing
from archive.backup.findings import Finding
from archive.backup.manifest import ARCHIVE_SUMS, MANIFEST, SNAPSHOT_NAME, SUMS, Manifest, sum_line
from archive.backup.mirror import INCOMPLETE
from archive.backup.objects import ObjectState, ObjectUnreadable
from archive.backup.place import BackupRefused
from archive.backup.sources import Known, Reading
from archive.backup.vault import Vault, sealed_names
from extractors.wording import _


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in a backup.

    path    below the workspace
    sha256  what it must be
    pieces  its bytes; fails with OSError, or SealBroken, or simply gives other bytes
    raw     the path byte for byte, base64, where `path` is not it
    """

    path: str
    sha256: str
    size_bytes: int
    pieces: Iterable[bytes]
    raw: str = ""


class Backup(Protocol):
    """What restore and drill need of a backup."""

    header: place.Header
    # What was damaged but could be made good while it was read.
    noticed: list[Finding]

    def names(self) -> list[str]:
        """Return the names of its snapshots, oldest first."""

    def manifest(self, name: str) -> Manifest:
        """Return the head of a snapshot. Raises SnapshotDamaged."""

    def loose(self, manifest: Manifest) -> Iterator[Kept]:
        """Yield the files of a snapshot outside the archive."""

    def archive(self, manifest: Manifest | None) -> Iterator[Kept]:
        """Yield the files of the archive that go with a snapshot, or are newer."""

    @property
    def has_archive(self) -> bool:
        """Whether it holds an archive that can be read without a snapshot."""


class SnapshotDamaged(Exception):
    """The head of a snapshot cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Snapshot {name} cannot be read. Choose an earlier one with --at.").format(name=name)
        )


def open_backup(folder: Path, secret: Callable[[], str]) -> Backup:
    """Open the backup in `folder`; `secret` is asked for when it is encrypted.

    Raises NotABackup, WrongPassphrase, SealBroken.
    """
    header = place.read_header(folder)
    if header.kind == place.PLAIN:
        return PlainBackup(folder, header)
    try:
        keys = sealing.unlock(header.unlock, secret())
    except sealing.SealBroken as cause:
        raise place.NotABackup(f"{folder / place.HEADER}: {cause}") from cause
    return SealedBackup(folder, header, Vault(folder, keys))


def chosen(backup: Backup, wanted: str | None) -> str:
    """Return the snapshot meant: the newest, the one of that name, or the newest that begins so.

    Raises BackupRefused when there is none.
    """
    if wanted in backup.names():
        # Of two made in one second the later one's name begins with the earlier one's.
        return str(wanted)
    names = [name for name in backup.names() if name.startswith(wanted or "")]
    if not names:
        raise BackupRefused(
            _("There is no snapshot {name} in this backup. See: hudang backup list").format(
                name=wanted
            )
            if wanted
            else _("There is no finished snapshot in this backup.")
        )
    return names[-1]


def snapshot_names(folder: Path) -> list[str]:
    """Return the names of the snapshots in a plain backup, oldest first."""
    below = folder / place.SNAPSHOTS
    return sorted(
        path.name
        for path in (below.iterdir() if below.is_dir() else ())
        if SNAPSHOT_NAME.fullmatch(path.name) and path.is_dir()
    )


class PlainBackup:
    """A backup that is a mirror of the archive, with snapshots beside it."""

    def __init__(self, folder: Path, header: place.Header) -> None:
        self.folder = folder
        self.header = header
        self.noticed: list[Finding] = []

    def names(self) -> list[str]:
        """Return the names of its snapshots, oldest first."""
        return snapshot_names(self.folder)

    def manifest(self, name: str) -> Manifest:
        """Return the head of a snapshot. Raises SnapshotDamaged."""
        try:
            folder = self.folder / place.SNAPSHOTS / name
            data = (folder / MANIFEST).read_bytes()
            if sum_line(Known(data).sha256, MANIFEST) not in (folder / SUMS).read_bytes():
                raise ValueError("not the manifest that was listed")
            return Manifest.from_bytes(data)
        except (OSError, ValueError) as cause:
            raise SnapshotDamaged(name) from cause

    def loose(self, manifest: Manifest) -> Iterator[Kept]:
        """Yield the files of a snapshot outside the archive."""
        below = self.folder / place.SNAPSHOTS / manifest.name
        for each in manifest.files:
            pieces = Reading(below / each.path)
            yield Kept(each.path, each.sha256, each.size_bytes, pieces, each.raw)

    @property
    def has_archive(self) -> bool:
        """Whether there is a mirror."""
        return (self.folder / "archive").is_dir()

    def archive(self, manifest: Manifest | None) -> Iterator[Kept]:  # noqa: ARG002
        """Yield every file of the mirror: it is never older than its newest snapshot."""
        root = self.folder / "archive"
        listed = self._listed_of_root()
        for path in objects.files_of_root(root):
            name = f"archive/{path.relative_to(root).as_posix()}"
            data = path.read_bytes()
            yield Kept(name, listed.get(name, Known(data).sha256), len(data), [data])
        for relative in self._objects(root):
            yield from self._object(root, relative)

    def _listed_of_root(self) -> dict[str, str]:
        """Return the digests of the storage root's own files, from the list for sha256sum."""
        found = {}
        try:
            with (self.folder / ARCHIVE_SUMS).open(encoding="utf-8", errors="ignore") as lines:
                for line in lines:
                    digest, _blank, name = line.rstrip("\n").partition("  ")
                    if name.count("/") > 3 and not name.startswith("archive/extensions/"):
                        # The objects follow; their inventories speak for them.
                        break
                    found[name] = digest
        except OSError:
            self.noticed.append(Finding("backup_missing", ARCHIVE_SUMS))
        return found

    def _objects(self, root: Path) -> list[Path]:
        aside = self.folder / INCOMPLETE
        found = {folder.relative_to(root) for folder in objects.object_folders(root)}
        found |= {folder.relative_to(aside) for folder in objects.object_folders(aside)}
        return sorted(found)

    def _object(self, root: Path, relative: Path) -> Iterator[Kept]:
        below = f"archive/{relative.as_posix()}"
        state, folders = self._state(root, relative)
        if state is None:
            # Named by its inventory, which is what is missing.
            yield Kept(f"{below}/{ocfl.INVENTORY}", "", 0, Reading(root / relative / "-"))
            return
        if (root / relative).is_dir():
            if state.root == "damaged":
                self.noticed.append(Finding("backup_mendable", f"{below}/{ocfl.INVENTORY}"))
            if not objects.has_mark(root / relative):
                self.noticed.append(Finding("backup_mendable", f"{below}/{ocfl.OBJECT_MARK[0]}"))
        for name, data in state.root_files().items():
            yield _of_bytes(f"{below}/{name}", data)
        for version in range(1, state.head + 1):
            holder = next((f for f in folders if (f / f"v{version}").is_dir()), folders[0])
            there = ObjectState(holder, state.inventory, state.data)
            try:
                files = there.files(version)
            except (ObjectUnreadable, OSError):
                path = f"{below}/v{version}/{ocfl.SIDECAR}"
                yield Kept(path, "", 0, Reading(holder / f"v{version}" / ocfl.SIDECAR))
                continue
            for each in files:
                path_there = holder / each.path
                size = path_there.stat().st_size if path_there.is_file() else 0
                yield Kept(f"{below}/{each.path}", each.sha256, size, Reading(path_there))

    def _state(self, root: Path, relative: Path) -> tuple[ObjectState | None, list[Path]]:
        """Return the newest state of an object, and where its versions lie."""
        folders = [root / relative, self.folder / INCOMPLETE / relative]
        states = []
        for folder in folders:
            try:
                states.append(objects.read_object(folder))
            except ObjectUnreadable:
                continue
        return max(states, key=lambda state: state.head, default=None), folders


class SealedBackup:
    """A backup that needs its keys for everything."""

    def __init__(self, folder: Path, header: place.Header, vault: Vault) -> None:
        self.folder = folder
        self.header = header
        self.noticed: list[Finding] = []
        self._vault = vault

    def names(self) -> list[str]:
        """Return the names of its snapshots, oldest first."""
        return sealed_names(self.folder)

    def manifest(self, name: str) -> Manifest:
        """Return the head of a snapshot. Raises SnapshotDamaged."""
        try:
            return self._vault.manifest(name)
        except (OSError, ValueError, sealing.SealBroken) as cause:
            raise SnapshotDamaged(name) from cause

    def loose(self, manifest: Manifest) -> Iterator[Kept]:
        """Yield the files of a snapshot outside the archive."""
        for each in manifest.files:
            pieces = self._vault.pieces(each.sha256)
            yield Kept(each.path, each.sha256, each.size_bytes, pieces, each.raw)

    @property
    def has_archive(self) -> bool:
        """Never: without a list nobody knows what a content was."""
        return False

    def archive(self, manifest: Manifest | None) -> Iterator[Kept]:
        """Yield the files of the archive as the snapshot lists them."""
        if manifest is None:
            return
        try:
            for path, digest, size in self._vault.listed(manifest.name):
                yield Kept(path, digest, size, self._vault.pieces(digest))
        except (OSError, ValueError, sealing.SealBroken) as cause:
            raise SnapshotDamaged(manifest.name) from cause


def _of_bytes(path: str, data: bytes) -> Kept:
    known = Known(data)
    return Kept(path, known.sha256, known.size, known)
