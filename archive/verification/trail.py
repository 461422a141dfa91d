"""The audit trail in the database and in its files, row beside line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from archive import audit, audit_files
from archive.clock import Clock
from archive.database import reading
from archive.findings import Finding, finding
from archive.workspace import Workspace

# Rows are stamped when their work begins and numbered when it ends: a little disorder is normal.
CLOCK_SLACK = timedelta(minutes=10)
# Findings of one kind after which the rest is only counted: a chain that was cut is cut once.
AT_MOST = 50


def check(workspace: Workspace, clock: Clock) -> list[Finding]:
    """Return what is wrong with the audit trail, in the order of its rows."""
    found: list[Finding] = []
    lines = _Lines(workspace, found)
    with reading(workspace.engine) as connection:
        rows = _Rows(audit.rows(connection), found)
        differing = 0
        while rows.seq is not None or lines.seq is not None:
            seq = min(each for each in (rows.seq, lines.seq) if each is not None)
            row, line = rows.take(seq), lines.take(seq)
            if rows.unreadable and row is None:
                break
            if row is None and line is not None:
                _note_absent(found, "row", seq, line, is_tail=rows.seq is None)
            elif line is None and row is not None and not lines.was_damaged(seq):
                _note_absent(found, "line", seq, row, is_tail=lines.seq is None)
            elif row and line and row["digest"] != line["digest"]:
                differing += 1
                if differing == 1:
                    found.append(finding("audit_differs", f"audit/{seq}"))
    return _without_what_is_on_its_way(found, clock)


def _note_absent(
    found: list[Finding], what: str, seq: int, other: dict[str, Any], *, is_tail: bool
) -> None:
    codes = {
        ("row", True): "audit_database_behind",
        ("row", False): "audit_row",
        ("line", True): "audit_files_behind",
        ("line", False): "audit_line",
    }
    code = codes[what, is_tail]
    if is_tail and any(each.code == code for each in found):
        return
    found.append(finding(code, f"audit/{seq}", missing=True, at=other["at"]))


def _without_what_is_on_its_way(found: list[Finding], clock: Clock) -> list[Finding]:
    """The files follow a moment later: what was noted just now may not be there yet."""
    now = clock()
    return [
        each
        for each in found
        if each.code != "audit_files_behind"
        or now - datetime.fromisoformat(each.detail["at"]) > CLOCK_SLACK
    ]


class _Rows:
    """The rows of the database one by one, each checked as it is taken."""

    def __init__(self, rows: Iterator[dict[str, Any]], found: list[Finding]) -> None:
        self._rows = rows
        self._found = found
        self._before: dict[str, Any] = {"digest": audit.FIRST, "seq": 0, "at": ""}
        self._told = 0
        self._sound = True
        self.unreadable = False
        self._next = self._read()

    def _read(self) -> dict[str, Any] | None:
        try:
            return next(self._rows, None)
        except ValueError:
            # A detail that is no JSON any more: nothing behind it can be read in this pass.
            self.unreadable = True
            self._tell(self._before["seq"] + 1)
            return None

    def _tell(self, seq: int) -> None:
        self._told += 1
        if self._told <= AT_MOST:
            self._found.append(finding("audit_row", f"audit/{seq}"))

    @property
    def seq(self) -> int | None:
        """Number of the next row; None after the last."""
        return self._next["seq"] if self._next else None

    def take(self, seq: int) -> dict[str, Any] | None:
        """Return the row if it is the next one."""
        row = self._next
        if row is None or row["seq"] != seq:
            return None
        before = self._before
        is_itself = audit.digest_of(row) == row["digest"]
        # One row taken out or changed breaks the link of the next: that is told once.
        follows = row["previous"] == before["digest"] or before["seq"] != seq - 1
        if not is_itself:
            self._tell(seq)
        elif not follows and self._sound:
            self._tell(before["seq"] or seq)
        self._sound = is_itself
        if before["at"] and _time(before["at"]) - _time(row["at"]) > CLOCK_SLACK:
            self._found.append(
                finding("clock_backwards", f"audit/{seq}", before=before["at"], then=row["at"])
            )
        self._before = row
        self._next = self._read()
        return row


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


class _Lines:
    """The lines of the files one by one; one that is not whole is told of and passed over."""

    def __init__(self, workspace: Workspace, found: list[Finding]) -> None:
        self._lines = audit_files.lines(workspace)
        self._found = found
        self._last = 0
        self._damaged: set[int] = set()
        self._next: dict[str, Any] | None = None
        self._advance()

    @property
    def seq(self) -> int | None:
        """Number of the row on the next whole line; None after the last."""
        return self._next["seq"] if self._next else None

    def take(self, seq: int) -> dict[str, Any] | None:
        """Return the row of the next line if it is that one."""
        row = self._next
        if row is None or row["seq"] != seq:
            return None
        self._advance()
        return row

    def was_damaged(self, seq: int) -> bool:
        """Whether the line of that row stands in its place but cannot be read."""
        return seq in self._damaged

    def _advance(self) -> None:
        self._next = None
        for path, number, line in self._lines:
            try:
                row = audit.row_of(line)
                if row["digest"] != audit.digest_of(row) or row["seq"] <= self._last:
                    raise ValueError("not sealed, or out of order")
            except (ValueError, TypeError, KeyError):
                self._last += 1
                self._damaged.add(self._last)
                self._found.append(finding("audit_line", path, line=number))
                continue
            self._last = row["seq"]
            self._next = row
            return
