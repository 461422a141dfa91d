"""An encrypted backup: contents once each under neutral names, and a sealed list per snapshot.

    objects/ab/<name>          one content, sealed; the name is a keyed digest of what is in it
    snapshots/<time>.sealed    the manifest
    snapshots/<time>.list.sealed  every file of the archive: path, sha256, size; packed, sealed

Who has no key sees how many contents there are, how long they are, and when backups were made.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive import faults, fsio
from archive.backup import objects, place, sealing
from archive.backup.manifest import SNAPSHOT_NAME, Manifest, SnapshotFile
from archive.backup.objects import ObjectState
from archive.backup.sealing import Keys
from archive.backup.sources import Known, Loose, Reading
from archive.backup.tally import Tally
from archive.fsio import CHUNK

OBJECTS = "objects"
SUFFIX, LIST_SUFFIX = ".sealed", ".list.sealed"
BATCH_FILES, BATCH_BYTES = 512, 64 * 1024 * 1024


class Vault:
    """The sealed contents and lists in a backup folder."""

    def __init__(self, root: Path, keys: Keys) -> None:
        self.root = root
        self.keys = keys

    def place_of(self, name: str) -> Path:
        """Return where a content of this name lies."""
        return self.root / OBJECTS / name[:2] / name

    def has(self, sha256: str, size: int) -> bool:
        """Whether a content is here; its length tells a whole one."""
        try:
            found = self.place_of(self.keys.name_of(sha256)).stat().st_size
        except OSError:
            return False
        return found == sealing.sealed_size(size)

    def pieces(self, sha256: str) -> Iterable[bytes]:
        """Return a content's bytes in pieces. Raises SealBroken or OSError while they are read."""
        name = self.keys.name_of(sha256)
        return sealing.opened(self.keys, name, _file(self.place_of(name)))

    def manifest(self, name: str) -> Manifest:
        """Return the head of a snapshot. Raises SealBroken, OSError, ValueError."""
        return Manifest.from_bytes(b"".join(self._unsealed(f"{name}{SUFFIX}")))

    def listed(self, name: str) -> Iterator[tuple[str, str, int]]:
        """Yield path, sha256 and size of each file of the archive in a snapshot.

        Raises SealBroken, OSError or ValueError, perhaps after some.
        """
        unpack = zlib.decompressobj()
        held = b""
        for piece in self._unsealed(f"{name}{LIST_SUFFIX}"):
            *whole, held = (held + unpack.decompress(piece)).split(b"\n")
            for line in whole:
                path, digest, size = json.loads(line)
                yield path, digest, size
        if held or not unpack.eof:
            raise ValueError("the list is cut short")

    def _unsealed(self, file: str) -> Iterator[bytes]:
        name = f"{place.SNAPSHOTS}/{file}"
        return sealing.opened(self.keys, name, _file(self.root / name))


class VaultWriter:
    """Writes one snapshot into an encrypted backup."""

    def __init__(self, vault: Vault, archive: Path, name: str, tally: Tally) -> None:
        self._vault = vault
        self._archive = archive
        self._name = name
        self._tally = tally
        self._partial = vault.root / place.PARTIAL
        # Content's name -> what is to be read, and the digest it must have.
        self._waiting: dict[str, tuple[str, str, Reading | Known]] = {}
        self._waiting_bytes = 0
        self._files: list[SnapshotFile] = []
        self._pack = zlib.compressobj(6)
        self._packed = bytearray()

    def begin(self) -> None:
        """Clear away what an interrupted run left, and make the folders."""
        fsio.discard(self._partial)
        fsio.make_folders(
            [self._vault.root / OBJECTS, self._vault.root / place.SNAPSHOTS, self._partial]
        )

    def missing(self, state: ObjectState) -> int:
        """Return how many bytes of an object would be copied."""
        sizes = ((sha256, _size(path)) for _p, sha256, path in _files(state))
        return sum(size for sha256, size in sizes if not self._vault.has(sha256, size))

    def keep_object(self, state: ObjectState) -> None:
        """List an object's files, and copy those that are not here yet."""
        self._tally.objects += 1
        self._tally.versions += state.head
        below = f"archive/{state.folder.relative_to(self._archive).as_posix()}"
        for name, data in state.root_files().items():
            self._want(f"{below}/{name}", Known(data))
        for path, sha256, source in _files(state):
            size = _size(source)
            self._tally.files += 1
            self._tally.bytes += size
            self._want(f"{below}/{path}", Reading(source), sha256, size)
        self._flush_if_full()

    def _want(
        self, path: str, source: Reading | Known, sha256: str = "", size: int | None = None
    ) -> None:
        """List a file, and have its content copied unless it is here."""
        sha256 = sha256 or source.sha256
        size = source.size if size is None else size
        line = json.dumps([path, sha256, size], ensure_ascii=False)
        self._packed += self._pack.compress(line.encode() + b"\n")
        name = self._vault.keys.name_of(sha256)
        if name not in self._waiting and not self._vault.has(sha256, size):
            self._waiting[name] = (path, sha256, source)
            self._waiting_bytes += size

    def _flush_if_full(self) -> None:
        if len(self._waiting) >= BATCH_FILES or self._waiting_bytes >= BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Seal, compare, sync and place what is waiting."""
        waiting, self._waiting, self._waiting_bytes = self._waiting, {}, 0
        if not waiting:
            return
        work = self._work()
        keys = self._vault.keys
        fsio.write_streams(
            work,
            ((name, sealing.sealed(keys, name, read)) for name, (_, _, read) in waiting.items()),
        )
        faults.point("backup.staged")
        good = []
        for name, (path, sha256, reading) in waiting.items():
            if reading.failed or reading.sha256 != sha256:
                code = "source_missing" if reading.failed == "missing" else "source_damaged"
                self._tally.note(code, path, reading.failed)
            else:
                good.append(name)
                self._tally.copied(reading.size)
        self._place(work, good)
        faults.point("backup.placed")

    def _work(self) -> Path:
        work = self._partial / "contents"
        fsio.discard(work)
        fsio.make_folder(work)
        return work

    def _place(self, work: Path, names: list[str]) -> None:
        targets = {name: self._vault.place_of(name) for name in names}
        for target in targets.values():
            # Of another length than it must be, or it would not be written again.
            fsio.discard(target)
        fsio.make_folders(target.parent for target in targets.values())
        fsio.place_together({work / name: target for name, target in targets.items()})
        fsio.discard(work)

    def keep_root(self) -> None:
        """List and copy what belongs to the storage root itself."""
        for path in objects.files_of_root(self._archive):
            below = path.relative_to(self._archive).as_posix()
            self._want(f"archive/{below}", Known(path.read_bytes()))
        self.flush()

    def gone(self, seen: set[Path]) -> list[str]:  # noqa: ARG002
        """Nothing: each snapshot lists the archive as it was."""
        return []

    # -- the rest -----------------------------------------------------------------------------

    def keep_loose(self, wanted: Sequence[tuple[Loose, Path]]) -> int:
        """Copy files outside the archive; return how many could be had whole."""
        keys = self._vault.keys
        # A content's name is needed before the first of it is written: it is read twice.
        looked_at = [(loose, path, _digest_of(path)) for loose, path in wanted]
        readable = [(loose, path, first) for loose, path, first in looked_at if not first.failed]
        new = {
            keys.name_of(first.sha256): (Reading(path), first)
            for _loose, path, first in readable
            if not self._vault.has(first.sha256, first.size)
        }
        work = self._work()
        fsio.write_streams(
            work, ((name, sealing.sealed(keys, name, again)) for name, (again, _) in new.items())
        )
        changed = {name for name, (again, first) in new.items() if again.sha256 != first.sha256}
        self._place(work, [name for name in new if name not in changed])
        kept = 0
        for loose, _path, first in readable:
            name = keys.name_of(first.sha256)
            if name not in changed:
                kept += 1
                self._files.append(SnapshotFile(loose.name, first.sha256, first.size, loose.raw))
                if name in new:
                    self._tally.copied(first.size)
        faults.point("backup.file")
        return kept

    @property
    def files(self) -> list[SnapshotFile]:
        """What of the snapshot was copied so far."""
        return self._files

    def finish(self, manifest: Manifest) -> None:
        """Seal list and manifest; with the manifest in place the snapshot counts."""
        self._packed += self._pack.flush()
        for suffix, data in ((LIST_SUFFIX, bytes(self._packed)), (SUFFIX, manifest.to_bytes())):
            name = f"{place.SNAPSHOTS}/{manifest.name}{suffix}"
            work = self._work()
            fsio.write_streams(work, [("list", sealing.sealed(self._vault.keys, name, [data]))])
            faults.point("backup.listed")
            # A list without a manifest is left by a run that was cut off.
            fsio.discard(self._vault.root / name)
            fsio.place(work / "list", self._vault.root / name)
        fsio.discard(self._partial)


def sealed_names(folder: Path) -> list[str]:
    """Return the names of the snapshots in an encrypted backup, oldest first."""
    below = folder / place.SNAPSHOTS
    names = (
        path.name.removesuffix(SUFFIX)
        for path in (below.iterdir() if below.is_dir() else ())
        if path.name.endswith(SUFFIX) and not path.name.endswith(LIST_SUFFIX)
    )
    return sorted(name for name in names if SNAPSHOT_NAME.fullmatch(name))


def prune(vault: Vault, keep: int) -> list[str]:
    """Remove the oldest snapshots beyond `keep` and contents no other needs; return their names.

    Raises SealBroken, OSError or ValueError, with nothing removed but the snapshots' lists, when
    the list of a snapshot that stays cannot be read: then nobody knows what it needs.
    """
    names = sealed_names(vault.root)
    gone = names[: max(0, len(names) - max(1, keep))]
    if not gone:
        return []
    needed: set[bytes] = set()
    for name in names[len(gone) :]:
        manifest = vault.manifest(name)
        digests = {each.sha256 for each in manifest.files}
        digests |= {sha256 for _path, sha256, _size_ in vault.listed(name)}
        needed |= {bytes.fromhex(vault.keys.name_of(digest)) for digest in digests}
    for name in gone:
        for suffix in (SUFFIX, LIST_SUFFIX):
            fsio.discard(vault.root / place.SNAPSHOTS / f"{name}{suffix}")
        faults.point("backup.pruned")
    fsio.sync_folder(vault.root / place.SNAPSHOTS)
    for path in (vault.root / OBJECTS).glob("??/*"):
        if len(path.name) == 64 and bytes.fromhex(path.name) not in needed:
            fsio.discard(path)
    return gone


def _files(state: ObjectState) -> Iterator[tuple[str, str, Path]]:
    for version in range(1, state.head + 1):
        for each in state.files(version):
            yield each.path, each.sha256, state.folder / each.path


def _file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as reader:
        while piece := reader.read(CHUNK):
            yield piece


def _digest_of(path: Path) -> Reading:
    """Read a file to its end."""
    reading = Reading(path)
    for _piece in reading:
        pass
    return reading


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
