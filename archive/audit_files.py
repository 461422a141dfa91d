"""The audit trail a second time, as files: `audit/YYYY-MM.jsonl`, one row a line, only added to.

The files follow the database: whoever changed something calls `catch_up` afterwards, and what a
crash left out is there after the next one. Who edits a row has two places to edit, and the files
can be checked without the database or this program (docs/formats.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from archive import audit, fsio, schema
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.workspace import Workspace
from extractors import host
from extractors.wording import _

MONTHS = "[0-9][0-9][0-9][0-9]-[0-9][0-9].jsonl"
# Rows written together: bounds the memory of the first run over an old database.
AT_ONCE = 5000
# A line with its file and its number there, from 1.
Line = tuple[Path, int, bytes]
# Longest piece at the end of a file that is searched for its last line.
TAIL_BYTES = 1024 * 1024


class AuditForked(Exception):
    """Files and database tell different stories; neither is touched."""

    def __init__(self, path: Path, seq: int) -> None:
        self.path = path
        self.seq = seq
        super().__init__(
            _(
                "The audit trail in {path} and in the database differ from row {seq} on. Nothing "
                "was changed; find out where with: hudang verify"
            ).format(path=path, seq=seq)
        )


def files(workspace: Workspace) -> list[Path]:
    """Return the files of the audit trail, oldest first."""
    return sorted(workspace.audit.glob(MONTHS))


def catch_up(workspace: Workspace, clock: Clock = system_clock) -> int:
    """Bring the files to the state of the database; return how many rows they were behind.

    A database that is behind the files (it was made anew, or restored from an older copy) takes
    the rows it lacks from them. Raises AuditForked when one does not continue the other, OSError
    when the disk refuses; what is missing then comes with the next call.
    """
    fsio.make_folder(workspace.audit)
    with host.lock(workspace.root / ".audit.lock"):
        cut = _cut_torn_line(workspace)
        if cut:
            detail = {"bytes": cut[1]}
            _note(workspace, clock, action="audit.mend", object_=f"file:{cut[0].name}", **detail)
        last = _last_row(workspace)
        with reading(workspace.engine) as connection:
            newest = audit.last_row(connection)
        if last and (newest is None or newest["seq"] < last["seq"]):
            _take_over(workspace, clock)
        with reading(workspace.engine) as connection:
            return _follow(workspace, connection, _last_row(workspace))


def _note(workspace: Workspace, clock: Clock, *, action: str, object_: str, **detail: int) -> None:
    audit.note(
        workspace, actor="hudang", action=action, object_=object_, detail=detail, clock=clock
    )


def _follow(workspace: Workspace, connection: Connection, last: dict[str, Any] | None) -> int:
    seq = last["seq"] if last else 0
    if last:
        [*same] = audit.rows(connection, after=seq - 1, to=seq)
        if [row["digest"] for row in same] != [last["digest"]]:
            raise AuditForked(files(workspace)[-1], seq)
    written = 0
    for batch in _batches(audit.rows(connection, after=seq)):
        _write(workspace, batch)
        written += len(batch)
    return written


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for _number, batch in groupby(enumerate(rows), key=lambda pair: pair[0] // AT_ONCE):
        yield [row for _n, row in batch]


def _write(workspace: Workspace, rows: Iterable[dict[str, Any]]) -> None:
    """Add rows to the files of their months, each with one write and one sync.

    When the clock was set back, the newest file goes on: its last line is always the newest row.
    """
    present = files(workspace)
    newest = present[-1].stem if present else ""
    months: dict[str, list[bytes]] = {}
    for row in rows:
        newest = max(newest, row["at"][:7])
        months.setdefault(newest, []).append(audit.line_of(row))
    for month, lines in months.items():
        fsio.append_durably(workspace.audit / f"{month}.jsonl", b"".join(lines))


def _cut_torn_line(workspace: Workspace) -> tuple[Path, int] | None:
    """Take away the line at the end of the newest file that a crash left unfinished."""
    for path in files(workspace)[-1:]:
        size = path.stat().st_size
        tail = _tail(path)
        # Some disks give zeros where bytes did not arrive; our lines hold none.
        torn = tail.find(b"\0")
        whole = tail.rfind(b"\n", 0, torn if torn >= 0 else len(tail)) + 1
        if whole < len(tail):
            fsio.cut_durably(path, size - (len(tail) - whole))
            return path, len(tail) - whole
    return None


def _tail(path: Path) -> bytes:
    with path.open("rb") as reader:
        reader.seek(max(0, reader.seek(0, os.SEEK_END) - TAIL_BYTES))
        return reader.read()


def _last_row(workspace: Workspace) -> dict[str, Any] | None:
    """Return the newest row in the files. Raises AuditForked for a line that is not ours."""
    for path in reversed(files(workspace)):
        lines = _tail(path).splitlines(keepends=True)
        if lines:
            row = _row_or_none(lines[-1])
            if row is None or row["digest"] != audit.digest_of(row):
                raise AuditForked(path, _count(workspace))
            return row
    return None


def _count(workspace: Workspace) -> int:
    return sum(1 for _line in lines(workspace))


def lines(workspace: Workspace) -> Iterator[Line]:
    """Yield each line of the files, oldest first."""
    for path in files(workspace):
        yield from lines_of(path)


def lines_of(path: Path) -> Iterator[Line]:
    """Yield each line of one file."""
    with path.open("rb") as reader:
        for number, line in enumerate(reader, 1):
            yield path, number, line


def _take_over(workspace: Workspace, clock: Clock) -> None:
    with writing(workspace.engine) as connection:
        enter(connection, lines(workspace), at=stamp(clock()))


def _row_or_none(line: bytes) -> dict[str, Any] | None:
    try:
        return audit.row_of(line)
    except ValueError:
        return None


def enter(
    connection: Connection, found: Iterable[Line], *, at: str, as_far_as_whole: bool = False
) -> int:
    """Enter the rows that the database lacks, and one that says so; return how many they were.

    For a database that was made anew or set back: what happened since is not forgotten. In the
    caller's write transaction. Raises AuditForked when the lines do not continue the database;
    `as_far_as_whole` takes those before that place instead.
    """
    newest = audit.last_row(connection)
    known = newest["seq"] if newest else 0
    seq, digest = (newest["seq"], newest["digest"]) if newest else (0, audit.FIRST)
    fresh: list[dict[str, Any]] = []
    for path, _number, line in found:
        row = _row_or_none(line)
        if row and (row["seq"] < seq or (row["seq"] == seq and row["digest"] == digest)):
            continue
        if row is None or any(audit.broken(iter([row]), digest, seq)):
            if as_far_as_whole:
                break
            raise AuditForked(path, seq + 1)
        seq, digest = row["seq"], row["digest"]
        fresh.append(row)
        if len(fresh) == AT_ONCE:
            connection.execute(insert(schema.audit), fresh)
            fresh = []
    if fresh:
        connection.execute(insert(schema.audit), fresh)
    if seq > known:
        audit.append(
            connection,
            at=at,
            actor="hudang",
            action="audit.adopt",
            object_="database",
            detail={"first": known + 1, "last": seq},
        )
    return int(seq - known)
