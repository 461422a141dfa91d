"""Why a package is not opened: one code each, with what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from extractors.wording import N_, _


class PackageRefused(Exception):
    """A package that is not opened; nothing of it was unpacked.

    code   of `REASONS`
    entry  the file inside it that is the reason, "" for the package itself
    """

    def __init__(self, path: Path | str, code: str, entry: str = "") -> None:
        self.code = code
        self.entry = entry
        shown = repr(entry)[1:-1] if entry else "-"
        super().__init__(
            _("{package} was not opened: {why} ({entry}). Nothing was unpacked.").format(
                package=path, why=_(REASONS[code]), entry=shown
            )
        )


REASONS: Mapping[str, str] = {
    # names
    "empty": N_("an entry has no name"),
    "absolute": N_("an entry would be written to a place outside the package"),
    "drive": N_("an entry names a Windows drive"),
    "backslash": N_("an entry's name holds a backslash"),
    "home": N_("an entry names somebody's home folder"),
    "climbs": N_("an entry climbs out of the package"),
    "control": N_("an entry's name holds control characters"),
    "hidden_text": N_("an entry's name holds characters that nobody sees"),
    "forbidden": N_("an entry's name holds characters that file systems forbid"),
    "device_name": N_("an entry has the name of a device"),
    "blank_end": N_("an entry's name begins or ends with a blank or a dot"),
    "too_long": N_("an entry's name is too long"),
    "not_unicode": N_("an entry's name is not text"),
    "twins": N_("two entries are one file where case or accents do not count"),
    "twice": N_("an entry is there twice"),
    # kinds of entries
    "link": N_("it holds a link"),
    "not_a_file": N_("it holds a device, pipe or socket"),
    "encrypted": N_("it is encrypted"),
    "overlap": N_("entries of the zip lie over each other"),
    "two_names": N_("an entry has one name in the zip's list and another in its place"),
    "bomb": N_("it would unpack to far more than it is"),
    "too_many": N_("it has too many entries"),
    "method": N_("it is packed in a way that is not public or not known"),
    "cut_off": N_("it is damaged or was not copied to its end"),
    # the bag
    "not_a_package": N_("it is neither a folder nor a zip with a package in it"),
    "several": N_("it holds more than one package, or files beside the package"),
    "bag_version": N_("its bagit.txt is missing or of a version not known here"),
    "fetch": N_("it asks to fetch files from elsewhere (fetch.txt)"),
    "no_manifest": N_("it has no list of digests (manifest-sha256.txt)"),
    "manifest_line": N_("a line of a list of digests cannot be understood"),
    "manifest_name": N_("a list of digests names a place outside the package"),
    "manifest_twice": N_("a list of digests names a file twice"),
    "manifests_differ": N_("two of its lists of digests do not name the same files"),
    "weak_manifest": N_("it has a list of digests of a kind that proves nothing"),
    "no_oxum": N_("bag-info.txt does not say how many files and bytes it has (Payload-Oxum)"),
    "oxum": N_("it has not as many files or bytes as bag-info.txt says (Payload-Oxum)"),
    "not_listed": N_("it holds a file that is not in its list of digests"),
    "listed_only": N_("a file of its list of digests is not there"),
    "tag_not_listed": N_("one of its own files is not in tagmanifest-sha256.txt"),
    "tag_changed": N_("one of its own files was changed"),
    "no_list": N_("it has no handover list (data/handover.json), or not one of a form known here"),
}
