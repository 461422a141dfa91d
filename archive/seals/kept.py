"""The seals that the archive holds: finding them, and what each of them covers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive import ocfl
from archive.ocfl import SEALS
from archive.seals.seal import FIRST, Leaf, Seal, folded, paths, sha256
from archive.store import ArchiveDamaged, Store
from extractors.wording import _


@dataclass(frozen=True, slots=True)
class Kept:
    """One seal in its object, with the files that belong to it; `data` is the seal's own file."""

    seal: Seal
    object_id: str
    data: bytes
    path: Path
    leaves: Path
    segment: Path


class UnknownSeal(Exception):
    """No seal of that number was made."""

    def __init__(self, number: int) -> None:
        super().__init__(
            _("There is no seal {number}. See the list: hudang seal list").format(number=number)
        )


def objects(store: Store) -> list[str]:
    """Return the ids of the objects that hold seals, oldest month first."""
    pattern = f"*/*/*/{ocfl.object_path(SEALS).name}*"
    return sorted(ocfl.object_id_of(folder.name) for folder in store.root.glob(pattern))


def kept(store: Store) -> list[Kept]:
    """Return all seals, oldest first. Raises ArchiveDamaged when one cannot be read."""
    found, damaged = readable(store)
    if damaged:
        raise ArchiveDamaged(damaged[0], _("it is not a seal any more"))
    return found


def readable(store: Store) -> tuple[list[Kept], list[Path]]:
    """Return the seals that can be read, oldest first, and the files that cannot."""
    found: list[Kept] = []
    damaged: list[Path] = []
    for object_id in objects(store):
        folder = store.folder(object_id)
        try:
            inventory = store.inventory(object_id)
        except (ArchiveDamaged, OSError):
            damaged.append(folder / ocfl.INVENTORY)
            continue
        for logical in sorted(inventory.state):
            if logical.startswith("seals/"):
                path = folder / inventory.content_path(logical)
                try:
                    found.append(_read(object_id, folder, inventory, path))
                except (OSError, ValueError, KeyError):
                    damaged.append(path)
    return sorted(found, key=lambda each: each.seal.number), damaged


def _read(object_id: str, folder: Path, inventory: ocfl.Inventory, path: Path) -> Kept:
    _seal, leaves, segment = paths(int(path.stem))
    data = path.read_bytes()
    return Kept(
        Seal.from_bytes(data),
        object_id,
        data,
        path,
        folder / inventory.content_path(leaves),
        folder / inventory.content_path(segment),
    )


def one(store: Store, number: int) -> Kept:
    """Return the seal of that number. Raises UnknownSeal."""
    for each in kept(store):
        if each.seal.number == number:
            return each
    raise UnknownSeal(number)


def digest_of(last: Kept | None) -> str:
    """Return how the next seal names the one before it."""
    return sha256(last.data) if last else FIRST


def leaves_of(all_kept: list[Kept], upto: Kept) -> dict[str, Leaf]:
    """Return the objects that a seal speaks of, from the leaves of its month up to it."""
    return folded(
        each.leaves.read_bytes()
        for each in all_kept
        if each.object_id == upto.object_id and each.seal.number <= upto.seal.number
    )


def present_leaves(store: Store, known: Mapping[str, Leaf]) -> dict[str, Leaf]:
    """Return a leaf for each object of the archive but the seals, as it stands on the disk.

    known  leaves of before: an inventory that is the same as then need not be taken apart
    Raises ArchiveDamaged for an inventory that cannot be read.
    """
    leaves = {}
    for folder in store.objects():
        object_id = ocfl.object_id_of(folder.name)
        if object_id.startswith(SEALS):
            continue
        path = folder / ocfl.INVENTORY
        try:
            data = path.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            before = known.get(object_id)
            if before and before.digest == digest:
                leaves[object_id] = before
            else:
                leaves[object_id] = Leaf(ocfl.Inventory.from_bytes(data).head, digest)
        except (OSError, ValueError) as cause:
            raise ArchiveDamaged(path, _("the inventory cannot be read")) from cause
    return leaves
