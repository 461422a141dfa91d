"""What of a workspace goes into a backup besides the database and the archive, and what does not.

Waiting papers move one way: inbox, .claimed, pending, archive. They are copied in that order, and
the archive after them, so that a paper on its way is met at least once.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive import fsio, settings
from archive.fsio import CHUNK
from archive.ids import new_id
from archive.workspace import Workspace
from extractors import host

WORKSPACE_ID = ".workspace-id"
# Can be made again, or is filed in the archive as well.
NOT_COPIED = (
    "browse",
    "index",
    "out",
    "inbox/.done",
    ".staging",
    ".backup",
    ".cache",
    "hudang.log",
)
# Folders of waiting papers, upstream first; the inbox is looked at again at the end, because a
# paper that is to be read again goes back.
WAITING = ("inbox", "pending", "inbox")
OTHERS = ("templates", "audit")
# A private key: copied only into an encrypted backup, or when asked for.
KEY_SUFFIXES = (".key", ".pem")
# Not taken by Windows or a USB stick, not to be seen, or half a character of another encoding.
_UNSAFE = re.compile(
    r'[\\:*?"<>|%\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)


@dataclass(frozen=True, slots=True)
class Loose:
    """A file that is no part of the archive.

    path  where it lies, below the workspace
    name  its path in a backup: the same, written so that every file system takes it
    """

    path: str
    name: str

    @property
    def raw(self) -> str:
        """Its path byte for byte, base64; empty when `name` says it all."""
        if self.name == self.path:
            return ""
        return base64.b64encode(os.fsencode(self.path)).decode("ascii")


def workspace_id(workspace: Workspace) -> str:
    """Return what tells this workspace from others, "" when it was never backed up."""
    try:
        return (workspace.root / WORKSPACE_ID).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def give_id(workspace: Workspace, passing: Path) -> str:
    """Give a workspace an id, whole or not at all, and return it. passing: a folder for the way."""
    given = new_id()
    work = passing / "id"
    fsio.discard(work)
    fsio.write_streams(work, [(WORKSPACE_ID, [f"{given}\n".encode()])])
    fsio.replace(work / WORKSPACE_ID, workspace.root / WORKSPACE_ID)
    fsio.sync_folder(workspace.root)
    fsio.discard(work)
    return given


def waiting(workspace: Workspace) -> Iterator[Loose]:
    """Yield files that wait for filing, in the order of their way in; a file may come twice."""
    for folder in WAITING:
        yield from _below(workspace, folder)


def others(workspace: Workspace, *, with_keys: bool) -> Iterator[Loose]:
    """Yield settings, own templates, the journal of the audit trail and, if asked for, keys."""
    for name in (settings.FILE_NAME, WORKSPACE_ID):
        if (workspace.root / name).is_file():
            yield Loose(name, name)
    for folder in OTHERS:
        yield from (loose for loose in _below(workspace, folder) if not _is_key(loose.path))
    if with_keys:
        yield from keys(workspace)


def keys(workspace: Workspace) -> list[Loose]:
    """Return the private keys of the workspace: files that only their owner may read, by suffix."""
    found = [
        Loose(path.name, path.name)
        for path in sorted(workspace.root.iterdir())
        if path.is_file() and _is_key(path.name)
    ]
    return [*found, *(each for each in _below(workspace, "keys") if _is_key(each.path))]


def _is_key(path: str) -> bool:
    return path.endswith(KEY_SUFFIXES)


def _below(workspace: Workspace, folder: str) -> Iterator[Loose]:
    """Yield the regular files below a folder; links, pipes and devices are passed over."""
    for parent, folders, files in os.walk(workspace.root / folder, onerror=_raise):
        below = Path(parent).relative_to(workspace.root).as_posix()
        folders[:] = sorted(name for name in folders if f"{below}/{name}" not in NOT_COPIED)
        for name in sorted(files):
            path = f"{below}/{name}"
            yield Loose(path, safe_path(path))


def _raise(cause: OSError) -> None:
    if not isinstance(cause, FileNotFoundError):
        raise cause


def safe_path(path: str) -> str:
    """Return a path that Linux, Windows and a USB stick take: the odd characters as %XX.

    A dot or blank at the end of a name is odd too. Different paths stay different.
    """
    return "/".join(_safe_name(name) for name in path.split("/"))


def _safe_name(name: str) -> str:
    written = _UNSAFE.sub(_escaped, name)
    if written.endswith((".", " ")):
        written = written[:-1] + f"%{ord(written[-1]):02X}"
    if len(written.encode("utf-8")) > 240:
        digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
        written = written.encode("utf-8")[:180].decode("utf-8", "ignore") + f"%~{digest}"
    return written


def _escaped(found: re.Match[str]) -> str:
    data = found[0].encode("utf-8", "surrogateescape")
    return "".join(f"%{byte:02X}" for byte in data)


class Reading:
    """The bytes of a file in pieces, with their digest when all were asked for.

    failed  what kept it from being read to the end ("missing", "changing", or the system's words);
            the pieces then end early, so that the digest cannot be right
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self.failed = ""
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Digest of what was read so far."""
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        """Read the file from its beginning."""
        self.size, self.failed, self._digest = 0, "", hashlib.sha256()
        try:
            yield from self._pieces()
        except FileNotFoundError:
            self.failed = "missing"
        except OSError as cause:
            self.failed = cause.strerror or type(cause).__name__

    def _pieces(self) -> Iterator[bytes]:
        descriptor = host.open_regular(self.path)
        with os.fdopen(descriptor, "rb", buffering=0) as reader:
            before = os.fstat(descriptor)
            while piece := reader.read(CHUNK):
                self._digest.update(piece)
                self.size += len(piece)
                yield piece
            after = os.fstat(descriptor)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            self.failed = "changing"


class Known:
    """Bytes at hand, to be used like a `Reading`."""

    failed = ""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)
        self.sha256 = hashlib.sha256(data).hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        """Give them in one piece."""
        yield self._data
