"""The files of a package, wherever they lie: planned, in a folder, or in a zip.

Opening looks at names, kinds and sizes only. What is refused here was never unpacked.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from archive.handover import names
from archive.handover.refusal import PackageRefused
from extractors import host

# A package of a whole unit: 4,000 households with 250 files each; more than that is an attack.
MOST_ENTRIES = 1_000_000
MOST_BYTES = 2 * 1024**4
# Text deflates to a tenth, hardly ever to a fiftieth.
HIGHEST_RATIO = 200
# Below this an entry is harmless whatever its ratio.
SMALL = 1024 * 1024
CHUNK = 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")


class Source(Protocol):
    """Files by their path below the bag's own folder ("data/handover.json")."""

    @property
    def label(self) -> str:
        """What the package is called where people see it."""

    def names(self) -> list[str]:
        """Return the paths of all files, sorted by their bytes."""

    def size(self, name: str) -> int:
        """Return a file's size in bytes. Raises KeyError."""

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes piece by piece. Raises KeyError, OSError, PackageRefused."""

    def close(self) -> None:
        """Let go of the package."""


def by_bytes(found: Iterable[str]) -> list[str]:
    """Return names in the one order that every system and language gives."""
    return sorted(found, key=lambda name: name.encode("utf-8", "surrogatepass"))


class Planned:
    """A package that is not written yet: bytes, and files of the archive."""

    def __init__(self, label: str, files: Mapping[str, bytes | Path]) -> None:
        self.label = label
        self._files = dict(files)

    def names(self) -> list[str]:
        """Return all paths."""
        return by_bytes(self._files)

    def size(self, name: str) -> int:
        """Return a file's size in bytes."""
        found = self._files[name]
        return len(found) if isinstance(found, bytes) else found.stat().st_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes piece by piece."""
        found = self._files[name]
        if isinstance(found, bytes):
            yield found
        else:
            yield from _pieces_of(found)

    def close(self) -> None:
        """Nothing is held."""


class InFolder:
    """A package that lies in a folder."""

    def __init__(self, root: Path) -> None:
        self.label = root.name
        self._root = root
        self._sizes = dict(self._walk(root, ""))
        _refuse_names(root, self._sizes)

    def _walk(self, folder: Path, below: str) -> Iterator[tuple[str, int]]:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = f"{below}{entry.name}"
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISLNK(status.st_mode):
                    raise PackageRefused(self._root, "link", name)
                if stat.S_ISDIR(status.st_mode):
                    yield from self._walk(folder / entry.name, f"{name}/")
                elif stat.S_ISREG(status.st_mode):
                    yield name, status.st_size
                else:
                    raise PackageRefused(self._root, "not_a_file", name)

    def names(self) -> list[str]:
        """Return all paths."""
        return by_bytes(self._sizes)

    def size(self, name: str) -> int:
        """Return a file's size in bytes."""
        return self._sizes[name]

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes; a link that came since is not followed."""
        self.size(name)
        yield from _pieces_of(self._root / name)

    def close(self) -> None:
        """Nothing is held."""


class InZip:
    """A package in a zip, with its one folder at the top or without."""

    def __init__(self, path: Path) -> None:
        self.label = path.name
        self._path = path
        self._file = os.fdopen(host.open_regular(path), "rb")
        try:
            self._zip = zipfile.ZipFile(self._file)
            self._entries = self._checked(self._zip.infolist())
        except (zipfile.BadZipFile, struct.error, UnicodeDecodeError, NotImplementedError) as cause:
            self._file.close()
            raise PackageRefused(path, "cut_off") from cause
        except BaseException:
            self._file.close()
            raise

    def _checked(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > MOST_ENTRIES:
            raise PackageRefused(self._path, "too_many")
        found: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            # zipfile cuts a name at NUL; what was really written decides.
            name = info.orig_filename
            self._refuse_kind(info, name)
            if name.endswith("/"):
                _refuse_name(self._path, name.rstrip("/"))
                continue
            _refuse_name(self._path, name)
            if name in found:
                raise PackageRefused(self._path, "twice", name)
            found[name] = info
        _refuse_bomb(self._path, found)
        self._refuse_overlap(infos)
        top = _top_folder(self._path, found)
        inside = {name[len(top) :]: info for name, info in found.items()}
        _refuse_names(self._path, {name: info.file_size for name, info in inside.items()})
        return inside

    def _refuse_kind(self, info: zipfile.ZipInfo, name: str) -> None:
        mode = info.external_attr >> 16
        kind = stat.S_IFMT(mode)
        if stat.S_ISLNK(mode):
            raise PackageRefused(self._path, "link", name)
        # 0: a system without modes wrote it.
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise PackageRefused(self._path, "not_a_file", name)
        if name.endswith("/") and info.file_size:
            raise PackageRefused(self._path, "not_a_file", name)
        if info.flag_bits & 0x1:
            raise PackageRefused(self._path, "encrypted", name)
        if info.compress_type not in _METHODS:
            raise PackageRefused(self._path, "method", name)

    def _refuse_overlap(self, infos: list[zipfile.ZipInfo]) -> None:
        """Each entry has its own stretch of the file, headed by its own name."""
        end = 0
        for info in sorted(infos, key=lambda one: one.header_offset):
            if info.header_offset < end:
                raise PackageRefused(self._path, "overlap", info.orig_filename)
            self._file.seek(info.header_offset)
            head = self._file.read(_LOCAL_HEADER.size)
            if len(head) < _LOCAL_HEADER.size or head[:4] != b"PK\x03\x04":
                raise PackageRefused(self._path, "cut_off", info.orig_filename)
            *_rest, name_length, extra_length = _LOCAL_HEADER.unpack(head)
            flags = head[6] | head[7] << 8
            written = self._file.read(name_length)
            if written.decode("utf-8" if flags & 0x800 else "cp437") != info.orig_filename:
                raise PackageRefused(self._path, "two_names", info.orig_filename)
            end = self._file.tell() + extra_length + info.compress_size

    def names(self) -> list[str]:
        """Return all paths."""
        return by_bytes(self._entries)

    def size(self, name: str) -> int:
        """Return a file's size in bytes, as the zip's list says; reading gives no byte more."""
        return self._entries[name].file_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes; damage of the zip is a refusal like any other."""
        try:
            with self._zip.open(self._entries[name]) as entry:
                while piece := entry.read(CHUNK):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError) as cause:
            raise PackageRefused(self._path, "cut_off", name) from cause

    def close(self) -> None:
        """Close the zip."""
        self._zip.close()
        self._file.close()


def _pieces_of(path: Path) -> Iterator[bytes]:
    with os.fdopen(host.open_regular(path), "rb") as reader:
        while piece := reader.read(CHUNK):
            yield piece


def read(source: Source, name: str, most: int = 64 * 1024 * 1024) -> bytes:
    """Return a whole file of a package. Raises PackageRefused when it is larger than `most`."""
    if source.size(name) > most:
        raise PackageRefused(source.label, "bomb", name)
    return b"".join(source.pieces(name))


def sha256_of(source: Source, name: str) -> str:
    """Return the digest of a file of a package."""
    digest = hashlib.sha256()
    for piece in source.pieces(name):
        digest.update(piece)
    return digest.hexdigest()


def _refuse_name(path: Path, name: str) -> None:
    if why := names.why_unsafe(name):
        raise PackageRefused(path, why, name)


def _refuse_names(path: Path, sizes: Mapping[str, int]) -> None:
    if len(sizes) > MOST_ENTRIES:
        raise PackageRefused(path, "too_many")
    for name in sizes:
        _refuse_name(path, name)
    for first, _second in names.twins(by_bytes(sizes)):
        raise PackageRefused(path, "twins", first)
    if sum(sizes.values()) > MOST_BYTES:
        raise PackageRefused(path, "bomb")


def _refuse_bomb(path: Path, entries: Mapping[str, zipfile.ZipInfo]) -> None:
    packed = path.stat().st_size
    total = 0
    for name, info in entries.items():
        total += info.file_size
        small = info.file_size <= SMALL
        if not small and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            raise PackageRefused(path, "bomb", name)
    if total > MOST_BYTES or (total > SMALL and total > HIGHEST_RATIO * packed):
        raise PackageRefused(path, "bomb")


def _top_folder(path: Path, entries: Mapping[str, object]) -> str:
    """Return "NAME/" when everything lies below one folder, "" when the bag lies at the top."""
    if "bagit.txt" in entries:
        return ""
    tops = {name.partition("/")[0] for name in entries}
    marks = [name for name in entries if name.endswith("/bagit.txt") and name.count("/") == 1]
    if not marks:
        raise PackageRefused(path, "not_a_package")
    if len(tops) != 1:
        raise PackageRefused(path, "several")
    return f"{tops.pop()}/"


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open the package at `path`, a folder or a zip, looking at names, kinds and sizes only.

    Raises PackageRefused, OSError.
    """
    status = path.lstat()
    source: Source
    if stat.S_ISLNK(status.st_mode):
        raise PackageRefused(path, "link")
    if stat.S_ISDIR(status.st_mode):
        source = InFolder(path)
    elif stat.S_ISREG(status.st_mode) and zipfile.is_zipfile(path):
        source = InZip(path)
    else:
        raise PackageRefused(path, "not_a_package")
    try:
        yield source
    finally:
        source.close()
