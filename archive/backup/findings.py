"""What a backup, a restore or a drill found wrong: named, never passed over. No personal data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractors.wording import N_, _

# Code -> sentence. `{path}` is a path below the workspace or the backup, or an object's id.
SENTENCES = {
    "source_damaged": N_(
        "{path} in the workspace is not what was filed; it was not taken over the copy in the "
        "backup. Restore this file from an earlier backup."
    ),
    "source_missing": N_(
        "{path} is missing in the workspace. Restore this file from an earlier backup."
    ),
    "object_unreadable": N_(
        "{path} in the workspace has no readable inventory; the backup keeps what it had of it."
    ),
    "object_gone": N_(
        "{path} is in the backup, but no longer in the workspace; the backup keeps it."
    ),
    "object_older": N_(
        "{path} in the workspace has fewer versions than in the backup; the backup keeps its own."
    ),
    "object_renewed": N_(
        "{path} was written anew in the workspace (after an erasure, for example); the earlier "
        "state stays in superseded/ until the last snapshot made before is pruned."
    ),
    "database_damaged": N_(
        "The database in the workspace is damaged ({detail}). It is kept in the snapshot as it "
        "is; restoring will make it anew from the archive."
    ),
    "backup_damaged": N_("{path} in the backup is not what was backed up."),
    "backup_missing": N_("{path} is missing in the backup."),
    "backup_mendable": N_(
        "{path} in the backup is damaged. What it said is known from elsewhere and came back "
        "right; the next backup mends it."
    ),
    "settings_lost": N_("hudang.toml could not be restored; the settings are the defaults."),
    "held_paper_lost": N_("The held paper {path} is not in the backup."),
    "paper_lost": N_("Paper {path} stands in the database, but not in the restored archive."),
    "paper_differs": N_("Paper {path} differs from what the database says of it."),
    "live_paper_not_here": N_(
        "Paper {path} was filed before the backup was made, but is not in it."
    ),
    "audit_forked": N_(
        "The audit trail in {path} does not continue that of the database from row {detail} on."
    ),
    "archive_invalid": N_("{path}: {detail}"),
}
# Worth saying, but nothing is wrong with the backup.
HARMLESS = frozenset({"object_renewed"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    code    a key of SENTENCES
    path    which file, object or paper, by path or id
    detail  the system's own words, where there are any
    """

    code: str
    path: str = ""
    detail: str = ""

    @property
    def is_alarming(self) -> bool:
        """Whether a person has to do something about it."""
        return self.code not in HARMLESS

    def __str__(self) -> str:
        return _(SENTENCES[self.code]).format(path=self.path, detail=self.detail)

    def to_json(self) -> dict[str, Any]:
        """Return it for manifests and reports."""
        return {"code": self.code, "path": self.path, "detail": self.detail}
