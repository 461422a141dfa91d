"""What verification finds: a code, the place, and words for what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from extractors.wording import N_, _

_RESTORE = N_(
    "Leave it as it is and put back the right bytes from a copy: hudang verify --repair-from COPY"
)
_ASK = N_("Find out who changed it; the audit trail and the last backup show how it was.")
_REPORT = N_("Tell whoever is responsible for the archive; keep all copies and do not seal anew.")

# code -> what it means, what to do
WORDS: Mapping[str, tuple[str, str]] = {
    # files of objects
    "content_changed": (N_("A filed paper or a file beside it is not what was filed."), _RESTORE),
    "content_missing": (N_("A filed file is not there any more."), _RESTORE),
    "content_unreadable": (N_("The disk does not give this file back."), _RESTORE),
    "inventory_changed": (
        N_("The list of what a household's file holds is not what was written."),
        _RESTORE,
    ),
    "inventory_missing": (N_("The list of what a file holds is not there."), _RESTORE),
    "inventory_differs": (
        N_("The lists of two versions contradict each other: one was written over."),
        _RESTORE,
    ),
    "sidecar_changed": (N_("The digest beside an inventory was changed."), _RESTORE),
    "sidecar_missing": (N_("The digest beside an inventory is not there."), _RESTORE),
    "mark_changed": (N_("The mark of an object or of the archive was changed."), _RESTORE),
    "mark_missing": (N_("The mark of an object is not there."), _RESTORE),
    "not_regular": (N_("A link or device stands where a file should."), _RESTORE),
    "extra_file": (
        N_("A file that nobody filed lies in the archive."),
        N_("Look what it is; move it into the inbox if it is a paper, else out of the archive."),
    ),
    "stray": (
        N_("Something that does not belong there lies in the archive's folder."),
        N_("Look what it is; move it into the inbox if it is a paper, else out of the archive."),
    ),
    "object_misplaced": (
        N_("An object does not lie where its name says; it was moved or copied by hand."),
        N_("Move it back, or restore the folder from a backup."),
    ),
    # the database
    "row_changed": (N_("A row of the database is not what the archive says."), _ASK),
    "row_missing": (N_("The archive has it, the database does not."), _ASK),
    "row_extra": (N_("The database has it, the archive does not."), _ASK),
    "rows_unread": (
        N_("The database could not be compared: the archive must be whole for that."),
        N_("Mend what else was found, then verify again."),
    ),
    "database_damaged": (
        N_("SQLite says that the database file is damaged."),
        N_("Move hudang.db away and make it anew: hudang rebuild"),
    ),
    # the audit trail
    "audit_row": (N_("A row of the audit trail in the database was changed or taken out."), _ASK),
    "audit_line": (N_("A line of the audit files was changed, taken out or put in."), _ASK),
    "audit_differs": (N_("Database and audit files tell different stories of one row."), _ASK),
    "audit_files_behind": (
        N_("The audit files lack rows that the database has."),
        N_("Any command writes them; if it stays so, see whether the disk is full."),
    ),
    "audit_database_behind": (
        N_("The database lacks rows that the audit files have: it was set back to an older one."),
        N_("If you restored it, the next command takes them over; otherwise ask who did."),
    ),
    "clock_backwards": (
        N_("The clock went backwards between two rows."),
        N_("See whether somebody set the machine's clock; times around there are not sure."),
    ),
    # seals
    "seal_unreadable": (N_("A seal is not there or is not a seal any more."), _RESTORE),
    "seal_signature": (N_("The signature of a seal is not by its key."), _REPORT),
    "seal_chain": (N_("A seal does not follow from the one before it."), _REPORT),
    "seal_other_key": (
        N_("A seal was signed with another key than the one before, and nobody noted a new key."),
        _REPORT,
    ),
    "seal_root": (N_("A seal's root does not come out of what it lists."), _REPORT),
    "seal_object": (
        N_("An object is not what was sealed, though its own digests agree: it was rewritten."),
        _REPORT,
    ),
    "seal_object_missing": (N_("An object that was sealed is not there any more."), _REPORT),
    "seal_audit": (N_("The audit trail is not what was sealed."), _REPORT),
    "seal_table": (N_("Facts in the database are not what was sealed."), _REPORT),
    "seal_set_back": (
        N_("There are later seals than the archive holds: it was set back to an older state."),
        _REPORT,
    ),
    "seal_copy_differs": (
        N_("The copy of a seal that lies elsewhere is another than the one in the archive."),
        _REPORT,
    ),
    "seal_key_lost": (
        N_("The key that signs seals is missing."),
        N_("Put it back from the copy you keep; if it is lost for good: hudang seal key --new"),
    ),
    # what waits
    "claimed_orphan": (
        N_("A file taken from the inbox is known to nobody."),
        N_("Start hudang watch: it takes it in by itself."),
    ),
    "held_missing": (N_("A held paper's file is not there."), _RESTORE),
    "held_changed": (N_("A held paper is not what arrived."), _RESTORE),
    "held_orphan": (
        N_("A file in pending/ belongs to no held paper."),
        N_("If it is a paper, move it into the inbox."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be.

    where     the file below the workspace, or the row ("document/01j…", "audit/17"): never a name
    detail    what was expected and what was found, since when; ids and digests only
    """

    code: str
    where: str
    detail: Mapping[str, Any]

    @property
    def meaning(self) -> str:
        """What it means, in the person's language."""
        return _(WORDS[self.code][0])

    @property
    def advice(self) -> str:
        """What to do about it, in the person's language."""
        return _(WORDS[self.code][1])

    def to_json(self) -> dict[str, Any]:
        """Return it for machines, words included."""
        return {**asdict(self), "meaning": self.meaning, "advice": self.advice}


def finding(code: str, where: object, **detail: Any) -> Finding:
    """Return a finding. `code` is one of WORDS."""
    return Finding(code=code, where=str(where), detail=detail)
