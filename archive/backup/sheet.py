"""The recovery sheet (恢复单): one page for the safe, without which an encrypted backup is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from archive.backup import place, sealing
from archive.backup.place import BackupRefused
from extractors.wording import _


def sheet(folder: Path, secret: Callable[[], str]) -> str:
    """Return the sheet of an encrypted backup as text to print.

    Raises NotABackup, WrongPassphrase, and BackupRefused for a backup that is not encrypted.
    """
    header = place.read_header(folder)
    if header.kind != place.ENCRYPTED:
        raise BackupRefused(
            _("{folder} is not encrypted; it needs no recovery sheet.").format(folder=folder)
        )
    keys = sealing.unlock(header.unlock, secret())
    groups = keys.code.split("-")
    rows = ["   ".join(groups[i : i + 5]) for i in range(0, len(groups), 5)]
    lines = [
        _("RECOVERY SHEET of an encrypted backup (hudang)"),
        "",
        _("Print it, check it, put it into the safe, keep no file of it."),
        "",
        _("Workspace: {id}").format(id=header.workspace_id),
        _("Backup begun: {at}   Mark of the key: {mark}").format(
            at=header.made_at[:10], mark=sealing.key_check(keys)
        ),
        "",
        _("Recovery code (opens the backup like the passphrase; blanks do not count):"),
        "",
        *(f"    {row}" for row in rows),
        "",
        _("Passphrase, written by hand, if it is to be kept here: ______________________________"),
        "",
        _("To restore on any machine with hudang:"),
        "    hudang backup list BACKUP",
        "    hudang restore BACKUP NEW-FOLDER",
        _("and give the passphrase or the recovery code when asked."),
        _("Whoever holds this sheet and the medium can read everything in it."),
        "",
        _("Tried in a restore drill on: ____________  by: ____________  and by: ____________"),
    ]
    return "\n".join(lines)
