"""Placing a finished document in the workspace's out folder."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from extractors.host import sync_directory


def written(folder: Path, stem: str, content: bytes) -> Path:
    """Write `content` as STEM-0001.docx, or the next number; equal bytes are not written again."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{stem}-{number:04d}.docx").exists():
        if path.read_bytes() == content:
            return path
        number += 1
    handle, name = tempfile.mkstemp(prefix=".draft-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        while not _placed(Path(name), path):
            number += 1
            path = folder / f"{stem}-{number:04d}.docx"
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    sync_directory(folder)
    return path


def _placed(made: Path, path: Path) -> bool:
    """Give the finished file its name; False if another draft took the name in between."""
    try:
        # A link, unlike a rename, never overwrites.
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:
        # Some shares know no links.
        if path.exists():
            return False
        made.replace(path)
    return True
