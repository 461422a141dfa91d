"""Names inside a package: which are safe on every system, and which pairs are one file somewhere.

Looks at text only, never at a disk.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Longest name of one file or folder in bytes on the file systems in use, and of a whole path.
LONGEST_PART = 255
LONGEST_PATH = 1024

# Windows gives these names to devices, whatever follows the first dot.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{name}{number}" for name in ("com", "lpt") for number in "0123456789¹²³"}
)
# Separators elsewhere, drive letters, wildcards; "%" is an escape in BagIt manifests.
_FORBIDDEN = frozenset('\\:*?"<>|%')


def why_unsafe(name: str) -> str | None:
    """Return a code for what is wrong with a path inside a package, None when nothing is.

    Codes: empty, absolute, drive, backslash, home, climbs, control, hidden_text, forbidden,
    device_name, blank_end, too_long, not_unicode
    """
    if not name:
        return "empty"
    if why := _why_not_text(name):
        return why
    if name.startswith("/"):
        return "absolute"
    if len(name) > 1 and name[1] == ":" and name[0].isascii() and name[0].isalpha():
        return "drive"
    if "\\" in name:
        return "backslash"
    if len(name.encode()) > LONGEST_PATH:
        return "too_long"
    for part in name.split("/"):
        if why := _why_bad_part(part):
            return why
    return None


def _why_not_text(name: str) -> str | None:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return "not_unicode"
    for ch in name:
        category = unicodedata.category(ch)
        if category in ("Cc", "Zl", "Zp"):
            return "control"
        # Directions and joiners that make a name look like another one.
        if category in ("Cf", "Cn", "Co"):
            return "hidden_text"
    return None


def _why_bad_part(part: str) -> str | None:
    if part == "":
        return "absolute"
    if part in (".", ".."):
        return "climbs"
    if part.startswith("~"):
        return "home"
    if any(ch in _FORBIDDEN for ch in part):
        return "forbidden"
    if part.partition(".")[0].rstrip(" ").casefold() in _DEVICES:
        return "device_name"
    if part[-1] in " ." or part[0] == " ":
        return "blank_end"
    if len(part.encode()) > LONGEST_PART:
        return "too_long"
    return None


def twins(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return pairs that differ only by case or by how accents are composed: one file on Windows or
    a Mac; and pairs where one is a file and the other needs it as a folder."""
    known: dict[str, str] = {}
    pairs = []
    for name in names:
        first = known.setdefault(_folded(name), name)
        if first != name:
            pairs.append((first, name))
    for name in known.values():
        folder = name
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if (other := known.get(_folded(folder))) is not None:
                pairs.append((other, name))
                break
    return pairs


def _folded(name: str) -> str:
    composed = unicodedata.normalize("NFC", name)
    return unicodedata.normalize("NFC", composed.casefold())
