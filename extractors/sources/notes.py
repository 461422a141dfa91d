"""What a file carries besides its text that a person should know: codes, and their sentences.

The original is always kept as it came; nothing that is named here is ever run, fetched or opened.
"""

from __future__ import annotations

from extractors.reading import Problem
from extractors.wording import N_, _

NOTES = {
    "encrypted": N_("The file is encrypted but opens without a password."),
    "signed": N_("The file is signed electronically; the signature was not checked here."),
    "changed_after_signing": N_("The file was added to after it was signed: compare with paper."),
    "javascript": N_("The PDF holds program code (JavaScript); it was not run."),
    "launch": N_("The PDF asks to start another program; it was not started."),
    "remote_link": N_("The PDF asks to open or send to another place; nothing was fetched."),
    "embedded_files": N_("The file has others attached; they were not read. Add them apart."),
    "xfa": N_("The PDF is an XFA form: what its own program shows may differ from what was read."),
    "macros": N_("The file holds macros; they were not run."),
    "dde": N_("The file asks other programs for data (DDE); nothing was asked."),
    "ole_object": N_("The file holds objects of other programs; they were not opened."),
    "external_template": N_("The file names a template elsewhere; it was not fetched."),
    "external_link": N_("The file names pictures or data elsewhere; they were not fetched."),
    "tracked_changes": N_("The file holds tracked changes: what it says now was read."),
    "repaired": N_("The file was damaged and had to be repaired to be read."),
    "truncated": N_("Only part of the file was read."),
    "name_mismatch": N_("The file's name says another kind of file than it is."),
}


def problem_of(note: str) -> Problem | None:
    """Return the note as a problem of the whole document; None for one that nobody needs."""
    return Problem(None, note, _(NOTES[note])) if note in NOTES else None
