"""The few calls by which files change, and nothing more: only `archive.fsio` makes them.

Being together they can be counted, refused and written down one by one, which is how the promises
of `fsio` are tried (docs/reliability.md).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from archive import faults
from extractors import host


class Disk:
    """The real disk. Each method is one call of the system, so that a crash falls between two."""

    def make_folder(self, folder: Path) -> None:
        """Make one folder. Raises FileExistsError."""
        folder.mkdir()

    def open_new(self, path: Path) -> BinaryIO:
        """Make an empty file and return it for writing. Raises FileExistsError."""
        return path.open("xb", buffering=0)

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

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder another name; a file of that name is replaced."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Take away a file or link. Raises FileNotFoundError."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Take away an empty folder. Raises OSError when there is something in it."""
        folder.rmdir()
