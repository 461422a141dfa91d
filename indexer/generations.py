"""Where an index lies: numbered generations in one folder, one of them current.

A new generation is built beside the old one and then becomes current in one rename, so that
readers have a whole index at every moment. Everything in the folder may be deleted.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.ids import new_id
from extractors import host

_CURRENT = "current"
_LOCK = "write.lock"


class Generations:
    """The generations in `folder`; `kind` names the engine and its format ("tantivy-1")."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self._prefix = f"{kind}-"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the only one who writes here, across processes; waits for whoever does now."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with host.lock(self.folder / _LOCK):
            yield

    def current(self) -> Path | None:
        """Return the current generation; None if there is none of our kind."""
        try:
            name = (self.folder / _CURRENT).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        path = self.folder / name
        ours = name.startswith(self._prefix) and Path(name).name == name
        return path if ours and path.is_dir() else None

    def new(self) -> Path:
        """Make the folder of the next generation; under the lock."""
        path = self.folder / f"{self._prefix}{new_id()}"
        path.mkdir()
        return path

    def make_current(self, path: Path) -> None:
        """Make `path` the current generation and remove the others; under the lock."""
        written = self.folder / f"{_CURRENT}.new"
        written.write_text(path.name, encoding="ascii")
        written.replace(self.folder / _CURRENT)
        host.sync_directory(self.folder)
        self.remove_others(path)

    def remove_others(self, keep: Path) -> None:
        """Remove generations that are not current, and what crashes left; under the lock."""
        for path in self.folder.iterdir():
            if path.is_dir() and path != keep:
                # A reader of it on Windows keeps it until the next time.
                shutil.rmtree(path, ignore_errors=True)
