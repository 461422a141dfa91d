"""An OCFL object as a backup sees it: every file with its digest, while a writer may be at work.

The root inventory is replaced in two steps (sidecar, inventory). Whoever looks in between goes by
the newest version that is whole by itself, as recovery would. Reads; writes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive import ocfl
from archive.ocfl import Inventory

EXTENSIONS = "extensions"


class ObjectUnreadable(Exception):
    """No version of an object has an inventory that matches its digest."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an object: its path below the object, and the sha256 it must have."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ObjectState:
    """An object at its newest whole version.

    folder       where it lies
    inventory    parsed, `data` byte for byte
    root         "newest"; or "behind": a version was placed and its inventory not yet put at the
                 root; or "damaged": the root inventory is none of its versions' inventories
    """

    folder: Path
    inventory: Inventory
    data: bytes
    root: str = "newest"

    @property
    def head(self) -> int:
        """Number of the newest version."""
        return self.inventory.head

    @property
    def digest(self) -> str:
        """sha256 of the newest inventory: equal digests are equal objects."""
        return hashlib.sha256(self.data).hexdigest()

    def version_digest(self, version: int) -> str:
        """Return the sha256 that a version's own inventory must have."""
        if version == self.head:
            return self.digest
        said = (self.folder / f"v{version}" / ocfl.SIDECAR).read_bytes()
        digest = said.decode("ascii", "replace").split(" ")[0]
        if said != _sidecar(digest):
            raise ObjectUnreadable(f"v{version}/{ocfl.SIDECAR}")
        return digest

    def files(self, version: int) -> list[File]:
        """Return the files that a version brought in. Raises ObjectUnreadable, OSError."""
        prefix = f"v{version}/"
        digest = self.version_digest(version)
        return [
            *(
                File(path, content)
                for content, path in self.inventory.manifest.items()
                if path.startswith(prefix)
            ),
            File(prefix + ocfl.INVENTORY, digest),
            File(prefix + ocfl.SIDECAR, hashlib.sha256(_sidecar(digest)).hexdigest()),
        ]

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files in its version folders."""
        yield from self.inventory.manifest.values()
        for version in range(1, self.head + 1):
            yield f"v{version}/{ocfl.INVENTORY}"
            yield f"v{version}/{ocfl.SIDECAR}"

    def root_files(self, version: int | None = None) -> dict[str, bytes]:
        """Return the files at the object's root, as of `version` (its bytes read) or the newest."""
        data = self.data
        if version is not None and version != self.head:
            data = (self.folder / f"v{version}" / ocfl.INVENTORY).read_bytes()
        return {
            ocfl.OBJECT_MARK[0]: ocfl.OBJECT_MARK[1],
            ocfl.INVENTORY: data,
            ocfl.SIDECAR: ocfl.sidecar(data),
        }


def read_object(folder: Path) -> ObjectState:
    """Read an object's state. Raises ObjectUnreadable when nothing of it can be trusted."""
    whole = _whole(folder)
    if whole:
        return ObjectState(folder, whole[0], whole[1])
    numbers = sorted(
        (int(path.name[1:]) for path in folder.glob("v*") if path.name[1:].isdecimal()),
        reverse=True,
    )
    for number in numbers:
        whole = _whole(folder / f"v{number}")
        if whole:
            root = "behind" if _is_behind(folder, numbers) else "damaged"
            return ObjectState(folder, whole[0], whole[1], root)
    raise ObjectUnreadable(str(folder))


def _is_behind(folder: Path, numbers: list[int]) -> bool:
    """Whether root inventory and sidecar are those of versions: being replaced, not damaged."""
    try:
        return all(
            any(
                (folder / f"v{n}" / name).read_bytes() == (folder / name).read_bytes()
                for n in numbers
            )
            for name in (ocfl.INVENTORY, ocfl.SIDECAR)
        )
    except OSError:
        return False


def _whole(folder: Path) -> tuple[Inventory, bytes] | None:
    try:
        data = (folder / ocfl.INVENTORY).read_bytes()
        if (folder / ocfl.SIDECAR).read_bytes() != ocfl.sidecar(data):
            return None
        return Inventory.from_bytes(data), data
    except (OSError, ValueError):
        return None


def _sidecar(digest: str) -> bytes:
    return f"{digest} {ocfl.INVENTORY}\n".encode()


def object_folders(root: Path) -> list[Path]:
    """Return the folders of all objects below a storage root, in the order of their paths."""
    return sorted(mark.parent for mark in root.glob(f"*/*/*/*/{ocfl.OBJECT_MARK[0]}"))


def files_of_root(root: Path) -> list[Path]:
    """Return what belongs to the storage root itself: its mark, layout, extensions, readmes."""
    own = [path for path in root.iterdir() if path.is_file()]
    extensions = root / EXTENSIONS
    below = [path for path in extensions.rglob("*") if path.is_file()]
    return sorted([*own, *below])


def has_mark(folder: Path) -> bool:
    """Whether an object's mark says what it should."""
    try:
        return (folder / ocfl.OBJECT_MARK[0]).read_bytes() == ocfl.OBJECT_MARK[1]
    except OSError:
        return False
