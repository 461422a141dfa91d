"""Why a document cannot be read: codes for the program, sentences for the person."""

from __future__ import annotations

from extractors.wording import N_, _

# What happened and what to do next; whoever shows it puts the file's name in front.
MESSAGES = {
    "empty": N_("The file is empty. Scan or copy it again."),
    "too_large": N_(
        "The file is larger than this office allows. Split it, or raise max_file_mb in hudang.toml."
    ),
    "too_many_pages": N_(
        "The file has more pages than this office allows. "
        "Split it, or raise max_pages in hudang.toml."
    ),
    "too_many_pixels": N_(
        "A page image has more pixels than can be read safely. Scan it again at 200 to 300 dpi."
    ),
    "unknown_type": N_(
        "The file is of no kind that can be read here. Save it as PDF, Word (.docx) or an image."
    ),
    "old_office": N_(
        "This kind of office file is not read here. "
        "Open it in Word or WPS, save it as .docx or .xlsx and add that copy."
    ),
    "ofd": N_("This is an OFD file. Export it as PDF and add that copy."),
    "photo_format": N_(
        "This photo is in a format (HEIC, AVIF) that is not read here. "
        "Save it as JPEG, or set the phone to take JPEG photos."
    ),
    "other_image": N_(
        "This kind of picture is not read here. Save it as PDF, JPEG, PNG or TIFF and add that."
    ),
    "container": N_(
        "This is a packed archive, not a paper. Unpack it and add the papers that are in it."
    ),
    "mail": N_("This is a mail, not a paper. Save its attachments and add those."),
    "infected": N_(
        "The file holds what virus scanners report and was not opened. "
        "Ask whoever looks after the computers."
    ),
    "unreadable": N_("The file is damaged and cannot be opened. Scan or copy it again."),
    "truncated": N_("The end of the file is missing. Scan or copy it again."),
    "encrypted": N_(
        "The file is locked with a password. Save a copy without the password and add that."
    ),
    "zip_bomb": N_(
        "The file unpacks to far more than a document holds and was not opened. "
        "Ask the sender for a fresh copy."
    ),
    "forbidden_markup": N_(
        "The Word file contains declarations that Word itself never writes and was not opened. "
        "Open it in Word or WPS, save it again as .docx and add that copy."
    ),
    "not_a_file": N_("This is a link, a folder or a device, not a file. Copy the file itself."),
    "missing": N_("The file is no longer there. Add it again."),
    "timeout": N_(
        "Reading took longer than allowed and was stopped. "
        "Split the file, or raise time_limit_s in hudang.toml."
    ),
    "memory": N_(
        "Reading needed more memory than allowed and was stopped. "
        "Split the file, or raise memory_mb in hudang.toml."
    ),
    "temp_space": N_(
        "Reading wrote more to the disk than allowed and was stopped. "
        "Save the file again with another program and add that copy."
    ),
    "crashed": N_(
        "The reader failed on this file. Save it again with another program and add that copy; "
        "if it fails again, file it by hand."
    ),
}


class Unreadable(Exception):
    """A document that cannot be read.

    code  a key of MESSAGES
    """

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(message_of(code))


def message_of(code: str) -> str:
    """Return the sentence for `code` in the language in use."""
    return _(MESSAGES.get(code, MESSAGES["crashed"]))
