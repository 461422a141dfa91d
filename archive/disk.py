"""The few calls by which files change, and nothing more: only `archive.fsio` makes them.

Being together they can be counted, refused and written down one by one, which is how the promises
of `fsio` are tried (docs/reliability.md).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from pathlib import Path
from typing import BinaryIO

from archive import faults
from extractors import host

# Windows would turn line ends otherwise; children must not inherit the file.
_AS_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Disk:
    """The real disk. Each method is one call of the system, so that a crash falls between two.

    syncs_at_once  how many files are synced side by side: a journal writes down with one pass what
                   is asked of it at the same time, so that eight take hardly longer than one
    """

    syncs_at_once = 8

    def make_folder(self, folder: Path) -> None:
        """Make one folder. Raises FileExistsError."""
        folder.mkdir()

    def open_new(self, path: Path, mode: int = 0o666) -> BinaryIO:
        """Make an empty file and return it for writing. Raises FileExistsError.

        mode  who may read and write it, before the process's own mask
        """
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IS, mode)
        return os.fdopen(descriptor, "wb", buffering=0)

    def open_end(self, path: Path) -> BinaryIO:
        """Open a file that is there for adding to its end. Raises FileNotFoundError."""
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | _AS_IS), "ab", buffering=0)

    def cut(self, writer: BinaryIO, size: int) -> None:
        """Cut a file of `open_end` down to its first `size` bytes, until it is synced maybe not."""
        writer.truncate(size)

    def write(self, writer: BinaryIO, data: bytes) -> None:
        """Add bytes to a file of `open_new`; they may be lost until it is synced."""
        faults.point("fsio.write")
        view = memoryview(data)
        while view:
            view = view[writer.write(view) :]

    def sync(self, writer: BinaryIO) -> None:
        """Make what was written to a file of `open_new` durable; not its name."""
        faults.point("fsio.sync")
        os.fsync(writer.fileno())

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""
        host.sync_directory(folder)

    def sync_together(self, writers: Iterable[BinaryIO] = (), folders: Iterable[Path] = ()) -> None:
        """Sync several files and folders, in no particular order; when it returns all are.

        Raises the first refusal, when nothing is under way any more.
        """
        calls: list[Callable[[], None]] = [
            *(partial(self.sync, writer) for writer in writers),
            *(partial(self.sync_folder, folder) for folder in folders),
        ]
        if self.syncs_at_once < 2 or len(calls) < 2:
            for call in calls:
                call()
            return
        # Threads for this once: a pool kept for later would not outlive a fork.
        with ThreadPoolExecutor(min(self.syncs_at_once, len(calls)), "sync") as threads:
            running = [threads.submit(copy_context().run, call) for call in calls]
        for each in running:
            each.result()

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder another name; a file of that name is replaced."""
        source.replace(target)

    def exchange(self, one: Path, other: Path) -> bool:
        """Let two folders change names in one step; False, nothing done, where that is unknown."""
        return host.exchange(one, other)

    def remove(self, path: Path) -> None:
        """Take away a file or link. Raises FileNotFoundError."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Take away an empty folder. Raises OSError when there is something in it."""
        folder.rmdir()
