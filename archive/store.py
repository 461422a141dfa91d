"""Objects on disk: reading one, and adding a version so that a crash leaves the old or the new.

A version is assembled in `.staging`, synced, and given its name; the root inventory follows last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive import faults, fsio, ocfl
from archive.ocfl import Inventory
from extractors.wording import _


class ArchiveDamaged(Exception):
    """What is on the disk is not what was filed."""

    def __init__(self, path: Path, detail: str) -> None:
        self.path = path
        super().__init__(
            _(
                "{path} is damaged: {detail}. "
                "Keep the folder as it is and restore it from a backup."
            ).format(path=path, detail=detail)
        )


# What stands in a storage root besides objects.
ROOT_FILES: Mapping[str, bytes] = {
    ocfl.LAYOUT_FILE: ocfl.layout_json(),
    f"extensions/{ocfl.LAYOUT}/config.json": ocfl.layout_config(),
    # The mark comes last: with it the root is whole.
    ocfl.ROOT_MARK[0]: ocfl.ROOT_MARK[1],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The next version of an object, before anything of it is on the disk.

    transaction  names its staging folder
    base         what the object holds now
    papers       logical path -> (staged file, its sha256); the staged file is moved
    made         logical path -> bytes of derived files
    removed      logical paths that this version no longer has; earlier ones keep them
    """

    transaction: str
    base: Inventory
    papers: Mapping[str, tuple[Path, str]]
    made: Mapping[str, bytes]
    created: str
    message: str
    actor: str
    removed: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version about to be placed.

    folder     its staging folder, holding `v<n>/` complete with inventory and sidecar, and the
               object's own root files beside it
    inventory  what the object holds once it is placed
    """

    folder: Path
    inventory: Inventory


class Store:
    """The OCFL storage root `root`, with `staging` on the same file system."""

    def __init__(self, root: Path, staging: Path) -> None:
        self.root = root
        self.staging = staging

    def create(self) -> None:
        """Make an empty storage root; finishes one that was interrupted."""
        fsio.make_folder(self.root)
        for name, data in ROOT_FILES.items():
            target = self.root / name
            fsio.make_folder(target.parent)
            if not target.exists():
                fsio.write_durably(target, data)
        fsio.sync_tree(self.root)

    def folder(self, object_id: str) -> Path:
        """Return where an object lies, whether or not it is there."""
        return self.root / ocfl.object_path(object_id)

    def inventory(self, object_id: str) -> Inventory:
        """Return what an object holds; an empty inventory when there is no such object.

        Raises ArchiveDamaged when the inventory does not match its digest.
        """
        try:
            return self.inventory_at(self.folder(object_id))
        except FileNotFoundError:
            return Inventory(object_id)

    def inventory_at(self, folder: Path) -> Inventory:
        """Return what the object in `folder` holds. Raises FileNotFoundError, ArchiveDamaged."""
        path = folder / ocfl.INVENTORY
        data = path.read_bytes()
        try:
            expected = path.with_name(ocfl.SIDECAR).read_bytes()
        except FileNotFoundError as cause:
            raise ArchiveDamaged(path, _("its digest is missing")) from cause
        if expected != ocfl.sidecar(data):
            newer = _coming(folder, data, expected)
            if newer is None:
                raise ArchiveDamaged(path, _("its digest does not match"))
            data = newer
        try:
            return Inventory.from_bytes(data)
        except ValueError as cause:
            raise ArchiveDamaged(path, str(cause)) from cause

    def path(self, object_id: str, logical: str) -> Path:
        """Return the file that holds `logical` in the newest version. Raises KeyError."""
        return self.folder(object_id) / self.inventory(object_id).content_path(logical)

    def assemble(self, plans: Sequence[Plan]) -> list[NewVersion]:
        """Build the next versions of several objects in staging, synced and complete."""
        files: dict[Path, bytes] = {}
        assembled = [self._laid_out(plan, files) for plan in plans]
        fsio.write_all(files, [new.folder for new in assembled])
        faults.point("filing.staged")
        return assembled

    def _laid_out(self, plan: Plan, files: dict[Path, bytes]) -> NewVersion:
        """Move the papers of a version to their places; add to `files` what is to be written."""
        base = plan.base
        version = base.head + 1
        folder = self.staging / plan.transaction
        fsio.discard(folder)
        content = folder / f"v{version}" / "content"
        changed: dict[str, str] = {}
        # The object keeps each content once, whatever it is called.
        kept = set(base.manifest)
        for logical, (staged, digest) in plan.papers.items():
            changed[logical] = digest
            if digest not in kept:
                kept.add(digest)
                fsio.lay_out((content / logical).parent)
                fsio.move(staged, content / logical)
        for logical, data in plan.made.items():
            digest = hashlib.sha256(data).hexdigest()
            changed[logical] = digest
            if digest not in kept:
                kept.add(digest)
                files[content / logical] = data
        inventory = base.with_version(
            changed,
            created=plan.created,
            message=plan.message,
            actor=plan.actor,
            removed=plan.removed,
        )
        said = inventory.to_bytes()
        for root in (folder / f"v{version}", folder):
            files[root / ocfl.INVENTORY] = said
            files[root / ocfl.SIDECAR] = ocfl.sidecar(said)
        if base.head == 0:
            files[folder / ocfl.OBJECT_MARK[0]] = ocfl.OBJECT_MARK[1]
        return NewVersion(folder, inventory)

    def place(self, assembled: Sequence[NewVersion]) -> None:
        """Give assembled versions their names in the archive; after this they are filed.

        Side by side: each object goes through the same steps as if it were alone.
        """
        first = [new for new in assembled if new.inventory.head == 1]
        further = [new for new in assembled if new.inventory.head > 1]
        places = {new.folder: self.folder(new.inventory.object_id) for new in first}
        for new in further:
            name = f"v{new.inventory.head}"
            places[new.folder / name] = self.folder(new.inventory.object_id) / name
        fsio.place_together(places)
        if further:
            faults.point("filing.placed")
            self._advance([(new.folder, new.inventory.object_id) for new in further])

    def _advance(self, waiting: Sequence[tuple[Path, str]]) -> None:
        """Put the root files of several versions in place; `waiting` are the folders they are in.

        The inventory comes last: with it the object has its new version.
        """
        for folder, object_id in waiting:
            fsio.replace(folder / ocfl.SIDECAR, self.folder(object_id) / ocfl.SIDECAR)
            faults.point("filing.sidecar")
            fsio.replace(folder / ocfl.INVENTORY, self.folder(object_id) / ocfl.INVENTORY)
        fsio.sync_folders([self.folder(object_id) for _folder, object_id in waiting])
        for folder, _object_id in waiting:
            fsio.discard(folder)

    def advance(self, object_id: str, version: int) -> None:
        """Make the root inventory that of `version`, which is in place; safe to repeat.

        One that is ahead stays: a restored database may speak of a version placed long ago.
        """
        folder = self.folder(object_id)
        if self.inventory_at(folder).head > version:
            return
        transaction = self.staging / f"advance-{folder.name.replace('%', '')}-v{version}"
        fsio.discard(transaction)
        fsio.lay_out(transaction)
        data = (folder / f"v{version}" / ocfl.INVENTORY).read_bytes()
        fsio.write_together(transaction, {ocfl.INVENTORY: data, ocfl.SIDECAR: ocfl.sidecar(data)})
        self._advance([(transaction, object_id)])

    def confirm(self, object_id: str) -> None:
        """Make the names by which an object is reached durable, whoever gave them and died."""
        folder = self.folder(object_id)
        for each in (folder, *folder.parents):
            fsio.sync_folder(each)
            if each == self.root:
                return

    def has_version(self, object_id: str, version: int) -> bool:
        """Whether `version` is in place, with the root inventory or not yet."""
        return (self.folder(object_id) / f"v{version}" / ocfl.INVENTORY).is_file()

    def objects(self) -> list[Path]:
        """Return the folders of all objects, in the order of their paths."""
        return sorted(mark.parent for mark in self.root.glob(f"*/*/*/*/{ocfl.OBJECT_MARK[0]}"))


def _coming(folder: Path, data: bytes, digest: bytes) -> bytes | None:
    """Return the inventory of the version after `data`, if all but its own name is in place.

    Between the two renames that advance an object, and after a crash there, the digest is already
    the newer version's. Anything else is damage: both inventories must be their versions' own.
    """
    try:
        head = Inventory.from_bytes(data).head
        present = (folder / f"v{head}" / ocfl.INVENTORY).read_bytes()
        newer = (folder / f"v{head + 1}" / ocfl.INVENTORY).read_bytes()
    except (ValueError, OSError):
        return None
    return newer if present == data and ocfl.sidecar(newer) == digest else None
