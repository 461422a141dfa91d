"""Looking for bytes that should be gone: every file below the workspace, archives inside too."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.workspace import Workspace

# A packed file is looked into up to this size; what is larger is named as not looked into.
LARGEST_MEMBER = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A copy of something erased: `inside` names the member of a package."""

    path: Path
    digest: str
    inside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a search saw.

    unread  files that could not be looked at, and why
    """

    sought: int
    files: int
    bytes: int
    found: tuple[Found, ...]
    unread: tuple[tuple[Path, str], ...]

    @property
    def is_clean(self) -> bool:
        """Whether everything was looked at and nothing was found."""
        return not self.found and not self.unread


def search(
    workspace: Workspace,
    digests: Collection[str],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Proof:
    """Look at every file below the workspace for bytes of these digests.

    The database is left out: it holds no papers. What stands outside the workspace (backups,
    handed-over packages, copies on other machines) cannot be reached from here.
    """
    sought = set(digests)
    paths = list(_files(workspace))
    found: list[Found] = []
    unread: list[tuple[Path, str]] = []
    size = 0
    for done, path in enumerate(paths, 1):
        try:
            with path.open("rb") as reader:
                digest = hashlib.file_digest(reader, "sha256").hexdigest()
                size += reader.tell()
        except FileNotFoundError:
            continue  # moved on while we looked: intake goes on meanwhile
        except OSError as cause:
            unread.append((path, cause.strerror or type(cause).__name__))
            continue
        if digest in sought:
            found.append(Found(path, digest))
        inside, why = _inside(path, sought)
        found += inside
        if why:
            unread.append((path, why))
        progress(done, len(paths))
    return Proof(
        sought=len(sought), files=len(paths), bytes=size, found=tuple(found), unread=tuple(unread)
    )


def _files(workspace: Workspace) -> Iterator[Path]:
    for folder, _folders, names in os.walk(workspace.root):
        for name in names:
            path = Path(folder) / name
            own = path.parent == workspace.root and name.startswith(workspace.database.name)
            if not own and path.is_file() and not path.is_symlink():
                yield path


def _inside(path: Path, sought: set[str]) -> tuple[list[Found], str | None]:
    """Look into a package; return what was found and why something was not looked at."""
    if path.suffix.lower() != ".zip":
        return [], None
    found: list[Found] = []
    try:
        with zipfile.ZipFile(path) as package:
            for member in package.infolist():
                if member.file_size > LARGEST_MEMBER:
                    return found, f"{member.filename}: too large to look into"
                if member.flag_bits & 1:
                    return found, "encrypted"
                if not member.is_dir():
                    with package.open(member) as reader:
                        digest = hashlib.file_digest(reader, "sha256").hexdigest()  # type: ignore[arg-type]
                    if digest in sought:
                        found.append(Found(path, digest, member.filename))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as cause:
        return found, type(cause).__name__
    return found, None


def disposable(workspace: Workspace, found: Found) -> bool:
    """Whether a copy stands where copies may simply go: views, drafts, what was taken in."""
    places = (workspace.browse, workspace.out, workspace.done)
    return found.inside is None and any(place in found.path.parents for place in places)
