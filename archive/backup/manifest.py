"""What a snapshot says of itself: when, of what, how many, and every file of it with its digest."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

MANIFEST = "manifest.json"
SUMS = "manifest-sha256.txt"
ARCHIVE_SUMS = "archive-sha256.txt"
DATABASE = "hudang.db"
SNAPSHOT_NAME = re.compile(r"\d{4}-\d\d-\d\d_\d{6}(-\d+)?")


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """A file of a snapshot outside the archive.

    path  below the workspace, written so that every file system takes it
    raw   the path byte for byte, base64, where `path` is not it
    """

    path: str
    sha256: str
    size_bytes: int
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The head of a snapshot.

    name       its folder ("2026-11-22_121500": when it began, UTC)
    began_at   when the database was looked at: the snapshot is as of this moment
    counts     objects, versions, files and bytes of the archive; papers, households; what this run
               copied
    database   sha256, size, "sound" and what SQLite said if not; number and digest of the newest
               row of the audit trail
    left_out   what was not copied because it can be made again or is filed as well
    """

    name: str
    began_at: str
    finished_at: str
    seconds: float
    program: str
    workspace_id: str
    counts: Mapping[str, int]
    database: Mapping[str, Any]
    with_keys: bool
    left_out: tuple[str, ...]
    findings: tuple[Mapping[str, str], ...] = ()
    files: tuple[SnapshotFile, ...] = field(default=())

    @property
    def is_sound(self) -> bool:
        """Whether the database in it was found sound."""
        return bool(self.database.get("sound"))

    def to_bytes(self) -> bytes:
        """Return manifest.json."""
        text = json.dumps({"format": 1, **asdict(self)}, ensure_ascii=False, indent=1)
        return (text + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Read manifest.json. Raises ValueError on anything else."""
        try:
            said = json.loads(data)
            if said.pop("format") != 1:
                raise ValueError("another format")
            said["files"] = tuple(SnapshotFile(**each) for each in said["files"])
            said["findings"] = tuple(said["findings"])
            said["left_out"] = tuple(said["left_out"])
            return cls(**said)
        except (KeyError, TypeError, AttributeError) as cause:
            raise ValueError(f"not a manifest: {cause!r}") from cause


def program() -> str:
    """Return the name and version of what writes here."""
    return f"hudang {importlib.metadata.version('hudang')}"


def snapshot_name(moment: datetime, taken: Iterable[str]) -> str:
    """Return the name of a snapshot begun at `moment`, later than all those taken.

    Names are the order of snapshots, also in the same second or when the clock was set back.
    """
    name = moment.astimezone(UTC).strftime("%Y-%m-%d_%H%M%S")
    newest = max(taken, default="")
    if name > newest:
        return name
    second, further = newest[: len(name)], newest[len(name) + 1 :]
    return f"{second}-{int(further or 1) + 1:03d}"


def sums(lines: Iterable[tuple[str, str]]) -> bytes:
    """Return a list that `sha256sum -c` takes. lines: (sha256, path)."""
    return b"".join(sum_line(digest, path) for digest, path in lines)


def sum_line(digest: str, path: str) -> bytes:
    """Return one line for `sha256sum -c`, with its way of writing line ends and backslashes."""
    name = os.fsencode(path)
    plain = name.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    mark = b"" if plain == name else b"\\"
    return mark + digest.encode() + b"  " + plain + b"\n"
