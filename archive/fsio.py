"""The only module that changes files of the archive: every write is durable before it is believed.

Order is the promise: bytes are synced before the name that makes them count is given, and the
folder is synced after. A failed sync is never tried again on the same file (the kernel may have
dropped the pages): the caller throws the copy away and starts from the source.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from contextvars import copy_context
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Self

from archive import faults
from archive.disk import Disk
from extractors import host

CHUNK = 1024 * 1024
# Of a large disk a twentieth is more than any day's papers need.
RESERVE_AT_MOST = 20 * 1024**3
# What some hundred papers take: each is several files.
RESERVE_FILES = 5_000
# Files that are open together while they are written: well below what any system allows.
OPEN_AT_ONCE = 128

# Tests put another in its place, which writes down, refuses or forgets.
disk = Disk()


class SourceChanged(Exception):
    """The file was written to while it was being copied."""


def copy_durably(source: Path, target: Path) -> tuple[str, int]:
    """Copy a regular file to the new file `target`; return its sha256 and size in bytes.

    Raises SourceChanged when the source changed meanwhile, NotRegular for links and devices,
    FileExistsError when the target is there. On any error no target is left behind.
    """
    copied = copy_together({source: target})[source]
    if isinstance(copied, Exception):
        raise copied
    return copied


Copied = tuple[str, int] | SourceChanged | OSError


def copy_together(targets: Mapping[Path, Path]) -> dict[Path, Copied]:
    """Copy several files as `copy_durably` does, in one go for all.

    targets  source -> the new file to make of it
    Returns for each source its sha256 and size, or why it cannot be copied: SourceChanged,
    NotRegular, PermissionError, FileExistsError. Any other error is raised, and no copy is left.
    """
    outcome: dict[Path, Copied] = {}
    waiting = iter(targets.items())
    try:
        while chunk := list(islice(waiting, OPEN_AT_ONCE // 2)):
            _copy_chunk(chunk, outcome)
    except BaseException:
        for source, copied in outcome.items():
            if not isinstance(copied, FileExistsError):
                discard(targets[source])
        raise
    for source, copied in outcome.items():
        if isinstance(copied, SourceChanged):
            discard(targets[source])
    return outcome


def _copy_chunk(chunk: Sequence[tuple[Path, Path]], outcome: dict[Path, Copied]) -> None:
    with ExitStack() as opened:
        begun: list[tuple[Path, BinaryIO, BinaryIO, os.stat_result, str]] = []
        for source, target in chunk:
            try:
                reader: BinaryIO = os.fdopen(host.open_regular(source), "rb")
                opened.enter_context(reader)
                before = os.fstat(reader.fileno())
                writer = opened.enter_context(disk.open_new(target))
            except (host.NotRegular, PermissionError, FileExistsError) as refusal:
                outcome[source] = refusal
                continue
            # From here on there is a target, to be taken away when anything goes wrong.
            outcome[source] = SourceChanged(str(source))
            begun.append((source, reader, writer, before, _pour(reader, writer)))
        disk.sync_together([writer for _source, _reader, writer, _before, _digest in begun])
        for source, reader, _writer, before, digest in begun:
            if _identity(before) == _identity(os.fstat(reader.fileno())):
                outcome[source] = (digest, before.st_size)


def _pour(reader: BinaryIO, writer: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := reader.read(CHUNK):
        digest.update(chunk)
        disk.write(writer, chunk)
    return digest.hexdigest()


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def write_durably(target: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write the new file `target`. Raises FileExistsError; on any other error leaves none.

    mode  who may read and write it, before the process's own mask
    """
    try:
        with disk.open_new(target, mode) as writer:
            disk.write(writer, data)
            disk.sync(writer)
    except FileExistsError:
        raise
    except BaseException:
        discard(target)
        raise


def append_durably(target: Path, data: bytes) -> None:
    """Add `data` to the end of a file, made if missing: one write, one sync.

    A crash may leave a part of `data` behind; the caller knows whole lines from torn ones.
    """
    is_new = not target.exists()
    with disk.open_new(target) if is_new else disk.open_end(target) as writer:
        disk.write(writer, data)
        disk.sync(writer)
    if is_new:
        disk.sync_folder(target.parent)


def cut_durably(target: Path, size: int) -> None:
    """Cut a file down to its first `size` bytes: away with a line that was never finished."""
    with disk.open_end(target) as writer:
        disk.cut(writer, size)
        disk.sync(writer)


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files below `folder`, which counts for nothing yet, and make all in it durable.

    files  path inside `folder` -> bytes
    All is written before the first sync: what one sync brings to the disk, the next need not.
    On an error the caller throws `folder` away.
    """
    write_all({folder / name: data for name, data in files.items()}, [folder])


def write_all(
    files: Mapping[Path, bytes], trees: Iterable[Path] = (), folders: Iterable[Path] = ()
) -> None:
    """Write new files as `write_together` does, in one go for all.

    trees    folders that are made durable with all below them, when the files are
    folders  folders whose names are made durable
    """
    waiting = iter(files.items())
    while chunk := list(islice(waiting, OPEN_AT_ONCE)):
        with ExitStack() as opened:
            writers = []
            for path, data in chunk:
                lay_out(path.parent)
                writer = opened.enter_context(disk.open_new(path))
                disk.write(writer, data)
                writers.append(writer)
            disk.sync_together(writers)
    sync_folders([*folders, *(path for tree in trees for path in _tree(tree))])


def write_pieces(target: Path, pieces: Iterable[bytes]) -> None:
    """Write the new file `target` piece by piece. As `write_durably`."""
    try:
        with disk.open_new(target) as writer:
            for piece in pieces:
                disk.write(writer, piece)
            disk.sync(writer)
    except FileExistsError:
        raise
    except BaseException:
        discard(target)
        raise


def write_streams(
    folder: Path,
    files: Iterable[tuple[str, Iterable[bytes]]],
    count: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Write new files below `folder`, which counts for nothing yet, as `write_together`.

    files  path inside `folder`, and its bytes piece by piece, asked for when they are written
    count  how many there are, for `progress`
    """
    waiting = iter(files)
    done = 0
    with _Behind() as behind:
        while batch := list(islice(waiting, OPEN_AT_ONCE // 2)):
            with ExitStack() as opened:
                writers = []
                for name, pieces in batch:
                    lay_out((folder / name).parent)
                    writer = opened.enter_context(disk.open_new(folder / name))
                    for piece in pieces:
                        disk.write(writer, piece)
                    writers.append(writer)
                behind.sync(writers, opened.pop_all())
            done += len(batch)
            progress(done, count)
    sync_tree(folder)


class _Behind:
    """Syncs a batch of files while the next is being written; at its end all are synced."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "behind")
        self._running: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def sync(self, writers: Sequence[BinaryIO], opened: ExitStack) -> None:
        """Sync files, now or soon, and close them. Raises what the batch before was refused."""
        if disk.syncs_at_once < 2:
            _sync_and_close(writers, opened)
            return
        try:
            self._wait()
        except BaseException:
            opened.close()
            raise
        self._running = self._thread.submit(copy_context().run, _sync_and_close, writers, opened)

    def _wait(self) -> None:
        running, self._running = self._running, None
        if running:
            running.result()

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        self._thread.shutdown()
        if kind is None:
            self._wait()


def _sync_and_close(writers: Sequence[BinaryIO], opened: ExitStack) -> None:
    with opened:
        disk.sync_together(writers)


def make_folder(folder: Path) -> None:
    """Make `folder` and its parents, durable up to the first that was there."""
    make_folders([folder])


def make_folders(folders: Iterable[Path]) -> None:
    """Make several folders and their parents, all durable when it returns."""
    sync_folders([new.parent for folder in folders for new in lay_out(folder)])


def lay_out(folder: Path) -> list[Path]:
    """Make `folder` and its parents, and return those that were made; the caller syncs them."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        # Another process may make the same one.
        with suppress(FileExistsError):
            disk.make_folder(new)
    return missing[::-1]


def sync_tree(folder: Path) -> None:
    """Make the names inside `folder` and its sub-folders durable."""
    disk.sync_together((), _tree(folder))


def _tree(folder: Path) -> list[Path]:
    return [Path(path) for path, _folders, _files in os.walk(folder)]


def sync_folders(folders: Iterable[Path]) -> None:
    """Make renames inside several folders durable."""
    disk.sync_together((), dict.fromkeys(folders))


def place(staged: Path, target: Path) -> None:
    """Give a synced file or folder its final name, durably. `target` must not exist.

    Parents that are missing come with it, in the same rename: there is no moment at which the
    archive holds an empty folder, which OCFL does not allow.
    """
    place_together({staged: target})


def place_together(targets: Mapping[Path, Path]) -> None:
    """Give several synced files or folders their final names as `place` does, in one go for all.

    targets  what is staged -> its final name; none of them may exist
    """
    ready = [_with_parents(staged, target) for staged, target in targets.items()]
    sync_folders(folder for each in ready for folder in each.made)
    touched: list[Path] = []
    for each in ready:
        faults.point("fsio.place")
        source, final = each.staged, each.target
        # Another of these may have brought a parent that both lack.
        for part in each.below:
            if not final.is_dir():
                break
            source, final = source / part, final / part
        move(source, final)
        touched += (final.parent, source.parent)
    sync_folders(touched)
    for each in ready:
        if each.made:
            discard(each.staged)


@dataclass(frozen=True, slots=True)
class _Ready:
    """Something to be placed: the topmost folder that comes new, `below` it what was staged.

    made  the folders around what was staged
    """

    staged: Path
    target: Path
    below: tuple[str, ...] = ()
    made: Sequence[Path] = ()


def _with_parents(staged: Path, target: Path) -> _Ready:
    """Move `staged` into new folders beside it where its final name lacks parents."""
    top = target
    while not top.parent.is_dir():
        top = top.parent
    if top == target:
        return _Ready(staged, target)
    around = staged.with_name(f"{staged.name}-placed")
    below = target.relative_to(top)
    made = lay_out((around / below).parent)
    move(staged, around / below)
    return _Ready(around, top, below.parts, made)


def move(source: Path, target: Path) -> None:
    """Give a file or folder a new name on the same disk; the caller syncs the folders.

    Raises FileExistsError, and FileNotFoundError when another process was quicker.
    """
    if os.path.lexists(target):
        raise FileExistsError(str(target))
    disk.rename(source, target)


def replace(staged: Path, target: Path) -> None:
    """Put a synced file in place of `target`; the caller syncs the folder."""
    faults.point("fsio.inventory")
    disk.rename(staged, target)


def exchange(staged: Path, target: Path) -> None:
    """Let a synced folder and the one at `target` change places, durably.

    Where the system can, there is no moment without a folder at `target`. Where it cannot, the
    old one stands as `NAME.old` beside `staged` meanwhile, and whoever recovers places `staged`.
    """
    faults.point("fsio.exchange")
    if not disk.exchange(staged, target):
        aside = staged.with_name(f"{staged.name}.old")
        disk.rename(target, aside)
        disk.sync_folder(target.parent)
        disk.sync_folder(staged.parent)
        faults.point("fsio.aside")
        disk.rename(staged, target)
    disk.sync_folder(target.parent)
    disk.sync_folder(staged.parent)


def sync_folder(folder: Path) -> None:
    """Make renames inside `folder` durable."""
    disk.sync_folder(folder)


def discard(path: Path) -> None:
    """Remove something that never counted: a staged file or folder. Missing is fine."""
    if path.is_dir() and not path.is_symlink():
        for inside in path.iterdir():
            discard(inside)
        remove_folder(path)
    else:
        with suppress(FileNotFoundError):
            disk.remove(path)


def remove_folder(folder: Path) -> None:
    """Take away an empty folder. Missing is fine; raises OSError when there is something in it."""
    with suppress(FileNotFoundError):
        disk.remove_folder(folder)


def sha256_of(path: Path) -> str:
    """Return the digest of a regular file, read in pieces."""
    with os.fdopen(host.open_regular(path), "rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()


def is_short_of_room(folder: Path, reserve_bytes: int) -> bool:
    """Whether the disk that holds `folder` is nearly full: of bytes, or of files.

    reserve_bytes  what must stay free; a twentieth of the disk, at most 20 GB, must stay free too,
                   unless it is 0
    """
    free, total, files = host.room(folder)
    if not reserve_bytes:
        return free <= 0 or files == 0
    reserve = max(reserve_bytes, min(total // 20, RESERVE_AT_MOST))
    return free < reserve or (files is not None and files < RESERVE_FILES)
