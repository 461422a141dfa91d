"""The only module that changes files of the archive: every write is durable before it is believed.

Order is the promise: bytes are synced before the name that makes them count is given, and the
folder is synced after. A failed sync is never tried again on the same file (the kernel may have
dropped the pages): the caller throws the copy away and starts from the source.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from archive import faults
from extractors import host

CHUNK = 1024 * 1024


class SourceChanged(Exception):
    """The file was written to while it was being copied."""


def copy_durably(source: Path, target: Path) -> tuple[str, int]:
    """Copy a regular file to the new file `target`; return its sha256 and size in bytes.

    Raises SourceChanged when the source changed meanwhile, NotRegular for links and devices,
    FileExistsError when the target is there. On any error no target is left behind.
    """
    descriptor = host.open_regular(source)
    with os.fdopen(descriptor, "rb") as reader:
        before = os.fstat(descriptor)
        digest = hashlib.sha256()
        try:
            with target.open("xb") as writer:
                while chunk := reader.read(CHUNK):
                    faults.point("fsio.write")
                    digest.update(chunk)
                    writer.write(chunk)
                _sync(writer.fileno(), writer)
            after = os.fstat(descriptor)
            if _identity(before) != _identity(after):
                raise SourceChanged(str(source))
        except FileExistsError:
            raise
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return digest.hexdigest(), before.st_size


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _sync(descriptor: int, writer: object) -> None:
    flush = getattr(writer, "flush", None)
    if flush:
        flush()
    faults.point("fsio.sync")
    os.fsync(descriptor)


def write_durably(target: Path, data: bytes) -> None:
    """Write the new file `target`. Raises FileExistsError; on any other error leaves none."""
    try:
        with target.open("xb") as writer:
            faults.point("fsio.write")
            writer.write(data)
            _sync(writer.fileno(), writer)
    except FileExistsError:
        raise
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files below `folder`, which counts for nothing yet, and make all in it durable.

    files  path inside `folder` -> bytes
    All is written before the first sync: what one sync brings to the disk, the next need not.
    On an error the caller throws `folder` away.
    """
    with ExitStack() as opened:
        writers = []
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            writer = opened.enter_context((folder / name).open("xb"))
            faults.point("fsio.write")
            writer.write(data)
            writer.flush()
            writers.append(writer)
        for writer in writers:
            faults.point("fsio.sync")
            os.fsync(writer.fileno())
    sync_tree(folder)


def make_folder(folder: Path) -> None:
    """Make `folder` and its parents, durable up to the first that was there."""
    make_folders([folder])


def make_folders(folders: Iterable[Path]) -> None:
    """Make several folders and their parents, all durable when it returns."""
    missing: dict[Path, None] = {}
    for folder in folders:
        while not folder.is_dir():
            missing[folder] = None
            folder = folder.parent
    parents: dict[Path, None] = {}
    for new in sorted(missing, key=lambda path: len(path.parts)):
        new.mkdir(exist_ok=True)
        parents[new.parent] = None
    for parent in parents:
        host.sync_directory(parent)


def sync_tree(folder: Path) -> None:
    """Make the names inside `folder` and its sub-folders durable."""
    for path, _folders, _files in os.walk(folder):
        host.sync_directory(Path(path))


def place(staged: Path, target: Path) -> None:
    """Give a synced file or folder its final name, durably. `target` must not exist."""
    faults.point("fsio.place")
    if target.exists():
        raise FileExistsError(str(target))
    staged.rename(target)
    host.sync_directory(target.parent)
    if staged.parent != target.parent:
        host.sync_directory(staged.parent)


def replace(staged: Path, target: Path) -> None:
    """Put a synced file in place of `target`; the caller syncs the folder."""
    faults.point("fsio.inventory")
    staged.replace(target)


def sync_folder(folder: Path) -> None:
    """Make renames inside `folder` durable."""
    host.sync_directory(folder)


def discard(path: Path) -> None:
    """Remove something that never counted: a staged file or folder. Missing is fine."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """Return the digest of a regular file, read in pieces."""
    with os.fdopen(host.open_regular(path), "rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()


def free_bytes(folder: Path) -> int:
    """Return what is left for us on the disk that holds `folder`."""
    return shutil.disk_usage(folder).free
