"""The inbox folder as it stands: which files are there, which are quiet and whole.

The scan is the truth; events only make it happen sooner.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors import filetype, host

# What other programs leave while they write, and what systems leave behind.
PASSING_SUFFIXES = (".tmp", ".part", ".partial", ".crdownload", ".download", ".swp")
PASSING_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
DEPTH = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """One directory entry of the inbox at one moment.

    path     below the inbox, as bytes
    regular  False for links, pipes, sockets and devices: shown to a person, never opened
    """

    path: bytes
    size_bytes: int
    mtime_ns: int
    ctime_ns: int
    device: int
    inode: int
    regular: bool

    @property
    def fingerprint(self) -> tuple[int, int, int, int, int]:
        """What changes when somebody writes to the file or puts another in its place."""
        return self.device, self.inode, self.size_bytes, self.mtime_ns, self.ctime_ns


def scan(inbox: Path) -> Iterator[Seen]:
    """Yield every file below `inbox`, but what hides behind a dot and what is plainly passing.

    Raises OSError when the inbox itself cannot be listed; sub-folders that vanish are passed over.
    """
    root = os.fsencode(inbox)
    with os.scandir(root) as entries:
        yield from _walk(entries, b"", DEPTH)


def _walk(entries: Iterator[os.DirEntry[bytes]], below: bytes, depth: int) -> Iterator[Seen]:
    for entry in entries:
        if entry.name.startswith((b".", b"~$")) or _is_passing(entry.name):
            continue
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        path = below + entry.name
        if stat.S_ISDIR(status.st_mode):
            yield from _enter(entry, path + b"/", depth)
            continue
        yield _seen(path, status)


def look(path: Path, name: bytes) -> Seen | None:
    """Return one file as it is now, called `name`; None when it is gone."""
    try:
        return _seen(name, path.lstat())
    except OSError:
        return None


def _seen(path: bytes, status: os.stat_result) -> Seen:
    return Seen(
        path,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_dev,
        status.st_ino,
        stat.S_ISREG(status.st_mode),
    )


def _enter(folder: os.DirEntry[bytes], below: bytes, depth: int) -> Iterator[Seen]:
    if depth == 0:
        return
    try:
        entries = os.scandir(folder.path)
    except OSError:
        return
    with entries:
        yield from _walk(entries, below, depth - 1)


def _is_passing(name: bytes) -> bool:
    lower = os.fsdecode(name).lower()
    return lower in PASSING_NAMES or lower.endswith(PASSING_SUFFIXES)


def display(path: bytes) -> str:
    """Return a name as it can be shown: UTF-8, else GB18030, control characters made visible."""
    for encoding in ("utf-8", "gb18030"):
        try:
            name = path.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        name = path.decode("utf-8", "backslashreplace")
    return "".join(ch if ch.isprintable() else f"\\x{ord(ch):02x}" for ch in name)


def why_not_whole(path: Path) -> str | None:
    """Return a reason code when the file cannot be taken yet, else None.

    "incomplete": still being written, or cut off; "being_written": a program has it open for that;
    "empty"; "no_permission"
    """
    try:
        descriptor = host.open_regular(path)
    except PermissionError:
        return "no_permission"
    except OSError:
        return "incomplete"
    try:
        if host.is_being_written(descriptor):
            return "being_written"
    finally:
        os.close(descriptor)
    if filetype.missing_end(path) is None:
        return None
    try:
        return "empty" if path.lstat().st_size == 0 else "incomplete"
    except OSError:
        return "incomplete"


class InboxGone(OSError):
    """The inbox is not there, or is not the folder that it was: a share that is not connected."""


class QuietWatch:
    """Remembers since when each file has not changed, by a clock that nobody can set back."""

    def __init__(self, quiet_seconds: float) -> None:
        self.quiet_seconds = quiet_seconds
        self._since: dict[bytes, tuple[tuple[int, int, int, int, int], float]] = {}

    def quiet(self, seen: Seen, now: float) -> bool:
        """Whether the file has stood unchanged long enough at monotonic time `now`."""
        fingerprint, since = self._since.get(seen.path, (None, now))
        if fingerprint != seen.fingerprint:
            self._since[seen.path] = (seen.fingerprint, now)
            since = now
        return now - since >= self.quiet_seconds

    def quiet_for(self, seen: Seen, now: float) -> float:
        """Return the seconds for which the file has stood unchanged."""
        return now - self._since.get(seen.path, (None, now))[1]

    def forget_all_but(self, paths: set[bytes]) -> None:
        """Drop what is no longer in the inbox."""
        self._since = {path: kept for path, kept in self._since.items() if path in paths}
