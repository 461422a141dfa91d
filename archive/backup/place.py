"""The folder a backup lies in: its header, its lock, and whether it may be written to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive import fsio
from archive.workspace import Workspace
from extractors import host
from extractors.wording import _

HEADER = "hudang-backup.json"
README = "README.txt"
LOCK = ".lock"
PARTIAL = ".partial"
SNAPSHOTS = "snapshots"
FORMAT = 1
PLAIN, ENCRYPTED = "plain", "encrypted"


class BackupRefused(Exception):
    """The folder, or the way it was asked for, does not do for a backup or a restore."""


class NotABackup(Exception):
    """The folder is not one that `hudang backup` made."""


class BackupRunning(Exception):
    """Another backup of this workspace, or into this folder, is running."""


@dataclass(frozen=True, slots=True)
class Header:
    """What hudang-backup.json says.

    kind          "plain" or "encrypted"
    workspace_id  whose backups lie here; "" in an encrypted backup's unsealed part
    unlock        of an encrypted backup: how a passphrase opens it
    """

    kind: str
    workspace_id: str
    made_at: str
    unlock: dict[str, Any] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return hudang-backup.json."""
        said: dict[str, Any] = {
            "format": FORMAT,
            "kind": self.kind,
            "workspace_id": self.workspace_id,
            "made_at": self.made_at,
        }
        text = json.dumps(said | ({"unlock": self.unlock} if self.unlock else {}), indent=1)
        return (text + "\n").encode()


def read_header(folder: Path) -> Header:
    """Return the header of the backup in `folder`. Raises NotABackup."""
    path = folder / HEADER
    try:
        said = json.loads(path.read_bytes())
        if said["format"] != FORMAT or said["kind"] not in (PLAIN, ENCRYPTED):
            raise ValueError(said["format"])
        return Header(said["kind"], said["workspace_id"], said["made_at"], said.get("unlock", {}))
    except FileNotFoundError:
        raise NotABackup(
            _("{folder} is not a backup: there is no {file} in it.").format(
                folder=folder, file=HEADER
            )
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError) as cause:
        raise NotABackup(
            _("{file} cannot be read. Take that file from another copy of the backup.").format(
                file=path
            )
        ) from cause


def check_apart(workspace: Workspace, folder: Path) -> None:
    """Refuse a backup inside the workspace or around it: it would copy itself, or perish with it.

    And one into a folder that is not there: a disk that is not connected must not be made up for
    by a folder of its name. Raises BackupRefused.
    """
    if not folder.parent.is_dir():
        raise BackupRefused(
            _("{folder} cannot be made: {parent} is not there. Is the disk connected?").format(
                folder=folder, parent=folder.parent
            )
        )
    ours, theirs = workspace.root.resolve(), folder.resolve()
    if theirs.is_relative_to(ours) or ours.is_relative_to(theirs):
        raise BackupRefused(
            _(
                "{folder} and the workspace lie inside each other. Choose a folder elsewhere, on "
                "another disk."
            ).format(folder=folder)
        )


def existing(folder: Path, workspace_id: str, *, encrypt: bool) -> Header | None:
    """Return the header of the backup that is to be continued; None for a new or empty folder.

    Raises BackupRefused when the folder holds something else.
    """
    if not folder.exists() or not any(path.name != LOCK for path in _entries(folder)):
        return None
    if not (folder / HEADER).exists() and {path.name for path in _entries(folder)} <= {
        LOCK, PARTIAL, README,
    }:  # fmt: skip
        return None
    if not (folder / HEADER).exists():
        raise BackupRefused(
            _("{folder} is not empty and not a backup. Choose a new folder.").format(folder=folder)
        )
    header = read_header(folder)
    if encrypt != (header.kind == ENCRYPTED):
        raise BackupRefused(
            _("{folder} is an encrypted backup; add --encrypt.").format(folder=folder)
            if header.kind == ENCRYPTED
            else _(
                "{folder} is a backup that is not encrypted. Choose a new folder for an encrypted "
                "one."
            ).format(folder=folder)
        )
    if header.workspace_id != workspace_id:
        raise BackupRefused(
            _("{folder} holds backups of another workspace. Choose a new folder.").format(
                folder=folder
            )
        )
    return header


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except NotADirectoryError:
        raise BackupRefused(
            _("{folder} is a file. Choose a folder.").format(folder=folder)
        ) from None


@contextmanager
def only_one(workspace: Workspace) -> Iterator[Path]:
    """Be the only backup of this workspace; give the folder for its passing files.

    Raises BackupRunning.
    """
    folder = workspace.root / ".backup"
    fsio.make_folder(folder)
    with _held(folder / "lock"):
        yield folder


@contextmanager
def only_here(folder: Path) -> Iterator[None]:
    """Be the only one who writes into a backup's folder. Raises BackupRunning."""
    with _held(folder / LOCK):
        yield


@contextmanager
def _held(path: Path) -> Iterator[None]:
    try:
        with host.lock(path, wait=False):
            yield
    except host.Busy as cause:
        raise BackupRunning(
            _("Another backup is running ({file}). Wait until it is done.").format(file=path)
        ) from cause
