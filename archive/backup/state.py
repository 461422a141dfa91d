"""When the last backup and the last restore drill were: for `hudang status` and its reminders."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from archive import fsio
from archive.workspace import Workspace
from extractors.wording import _, ngettext

FOLDER, FILE = ".backup", "last.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """Times are RFC 3339, None: never that anybody knows.

    backup_findings, drill_findings  how many alarming ones
    folder                           where the last backup lies
    """

    backup_at: str | None = None
    backup_findings: int = 0
    snapshot: str | None = None
    folder: str | None = None
    drill_at: str | None = None
    drill_findings: int = 0
    drill_snapshot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """How old the last backup and the last drill are, in whole days; None: none is known."""

    known: Last
    backup_days: int | None
    drill_days: int | None
    remind_backup_days: int
    remind_drill_days: int

    def to_json(self) -> dict[str, Any]:
        """Return it for machines."""
        return {
            "days_since_backup": self.backup_days,
            "days_since_drill": self.drill_days,
            "backup_findings": self.known.backup_findings,
            "drill_findings": self.known.drill_findings,
        }

    def lines(self) -> list[str]:
        """Return when both were."""
        return [
            _("Last backup: {when}").format(when=_when(self.known.backup_at, self.backup_days)),
            _("Last restore drill: {when}").format(
                when=_when(self.known.drill_at, self.drill_days)
            ),
        ]

    def reminders(self) -> list[str]:
        """Return what is due, or went wrong last time."""
        due = []
        if self.backup_days is None or self.backup_days >= self.remind_backup_days:
            due.append(_("A backup is due: hudang backup FOLDER"))
        elif self.drill_days is None or self.drill_days >= self.remind_drill_days:
            due.append(_("A restore drill is due: hudang backup drill BACKUP"))
        if self.known.backup_findings:
            due.append(_("The last backup had findings; make one again and read what it says."))
        if self.known.drill_findings:
            due.append(_("The last restore drill did not pass."))
        return due


def safety_now(workspace: Workspace, now: datetime) -> Safety:
    """Return how old the last backup and drill are, and what hudang.toml says to that."""
    known = last(workspace)
    return Safety(
        known=known,
        backup_days=_days(known.backup_at, now),
        drill_days=_days(known.drill_at, now),
        remind_backup_days=workspace.settings.backup.remind_backup_days,
        remind_drill_days=workspace.settings.backup.remind_drill_days,
    )


def _when(at: str | None, days: int | None) -> str:
    if at is None or days is None:
        return _("none known")
    said = ngettext("{n} day ago", "{n} days ago", days).format(n=days) if days else _("today")
    return f"{at[:10]} ({said})"


def last(workspace: Workspace) -> Last:
    """Return what is known; nothing when nothing is noted or the note cannot be read."""
    return _read(workspace.root / FOLDER)


def note_backup(folder: Path, *, at: str, snapshot: str, findings: int, folder_of: Path) -> None:
    """Note a backup in the workspace's `.backup` folder."""
    known = replace(
        _read(folder), backup_at=at, snapshot=snapshot, backup_findings=findings,
        folder=str(folder_of),
    )  # fmt: skip
    _write(folder, known)


def note_drill(folder: Path, *, at: str, snapshot: str, findings: int) -> None:
    """Note a drill in the workspace's `.backup` folder."""
    _write(
        folder,
        replace(_read(folder), drill_at=at, drill_snapshot=snapshot, drill_findings=findings),
    )


def _read(folder: Path) -> Last:
    try:
        return Last(**json.loads((folder / FILE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return Last()


def _write(folder: Path, known: Last) -> None:
    work = folder / "note"
    fsio.discard(work)
    data = (json.dumps(asdict(known), indent=1) + "\n").encode()
    fsio.write_streams(work, [(FILE, [data])])
    fsio.replace(work / FILE, folder / FILE)
    fsio.sync_folder(folder)
    fsio.discard(work)


def _days(at: str | None, now: datetime) -> int | None:
    if at is None:
        return None
    return max(0, (now - datetime.fromisoformat(at)).days)
