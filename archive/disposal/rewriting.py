"""The new object on disk: assembled whole beside the old one, then the two change places."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from archive import faults, fsio, ocfl
from archive.disposal.purging import Purge, as_of
from archive.ocfl import Inventory
from archive.store import ArchiveDamaged, Store
from extractors.wording import _

NEW = "object"


def inventory_digests(store: Store, object_id: str) -> dict[str, str]:
    """Return the digest of each version's inventory: what seals of the old object speak of."""
    folder = store.folder(object_id)
    return {
        f"v{version}": hashlib.sha256(
            (folder / f"v{version}" / ocfl.INVENTORY).read_bytes()
        ).hexdigest()
        for version in range(1, store.inventory(object_id).head + 1)
    }


def assemble(
    store: Store,
    folder: Path,
    purged: Purge,
    made: Mapping[str, bytes],
    *,
    created: str,
    message: str,
    actor: str,
) -> Path:
    """Build the new object below `folder`, synced and complete; return where it stands.

    made  logical path -> bytes that the version after the last one brings
    What stays is read, compared with its digest and written anew, so nothing damaged is carried
    over. Raises ArchiveDamaged for a file that is not what was filed.
    """
    fsio.discard(folder)
    new = folder / NEW
    old = store.folder(purged.inventory.object_id)
    digests = {path: digest for digest, path in purged.inventory.manifest.items()}
    for place, source in purged.copies.items():
        target = new / place
        fsio.lay_out(target.parent)
        digest, _size = fsio.copy_durably(old / source, target)
        if digest != digests[place]:
            raise ArchiveDamaged(old / source, _("its digest does not match"))
    faults.point("erase.copied")
    last = _with(purged.inventory, made, created=created, message=message, actor=actor)
    files = dict(purged.written)
    for logical, data in made.items():
        place = f"v{last.head}/content/{logical}"
        if last.manifest[hashlib.sha256(data).hexdigest()] == place:
            files[place] = data
    for version in range(1, last.head + 1):
        files |= _inventory_files(f"v{version}/", as_of(last, version))
    files |= _inventory_files("", last)
    files[ocfl.OBJECT_MARK[0]] = ocfl.OBJECT_MARK[1]
    fsio.write_together(new, files)
    fsio.sync_folder(folder)
    faults.point("erase.built")
    return new


def _with(
    base: Inventory, made: Mapping[str, bytes], *, created: str, message: str, actor: str
) -> Inventory:
    changed = {logical: hashlib.sha256(data).hexdigest() for logical, data in made.items()}
    return base.with_version(changed, created=created, message=message, actor=actor)


def _inventory_files(below: str, inventory: Inventory) -> dict[str, bytes]:
    data = inventory.to_bytes()
    return {below + ocfl.INVENTORY: data, below + ocfl.SIDECAR: ocfl.sidecar(data)}


def take_place(store: Store, object_id: str, folder: Path) -> None:
    """Let the new object below `folder` and the old one change places; safe to repeat after a
    crash in between, as long as the old one is still in place or nothing is."""
    new, place = folder / NEW, store.folder(object_id)
    if place.exists():
        fsio.exchange(new, place)
    else:
        fsio.place(new, place)
