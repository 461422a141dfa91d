"""What the checks look at: the files, the list, the digests, and what only a workspace can say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from archive import record, tombstones
from archive.handover.listing import Entry, Listing, Part
from archive.handover.manifest import Lists
from archive.handover.refusal import PackageRefused
from archive.handover.source import Source, read
from extractors import filetype

PASSED, FAILED, NOT_APPLICABLE, NOT_TESTED = "passed", "failed", "not_applicable", "not_tested"
# Originals larger than this are hashed but not looked into.
LOOKED_INTO = 256 * 1024 * 1024
# Ids named in the evidence; the count says how many there are in all.
NAMED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What only the workspace that files came from can say; None where it was not asked.

    audit_breaks  rows of the audit trail that do not follow from the row before
    missing       required papers that are not on file, of all households, and how many of them
                  the list explains
    scanner       name of the virus scanner that was run, "" when there is none
    infected      files in which it found something
    """

    audit_breaks: int | None = None
    missing: tuple[int, int] | None = None
    scanner: str | None = None
    infected: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check.

    evidence  counts, codes and ids; no names, no numbers of persons
    """

    result: str
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was read once: its digest and, of an original, its type and whether it is cut."""

    sha256: str
    size: int
    media_type: str | None = None
    cut: str | None = None


@dataclass(kw_only=True)
class Case:
    """One package, or one household's file as a package would hold it.

    expected  path -> sha256 under which each file was filed, or that the package's list gives
    counts    what the list states in sum
    lists     of the bag; None where there is no bag yet
    """

    source: Source
    listing: Listing
    counts: Mapping[str, int]
    expected: Mapping[str, str]
    lists: Lists | None = None
    facts: Facts = field(default_factory=Facts)
    progress: Callable[[int, int], None] = lambda _done, _all: None

    @cached_property
    def names(self) -> list[str]:
        """All files of the package."""
        return self.source.names()

    @cached_property
    def present(self) -> frozenset[str]:
        """The same, for looking up."""
        return frozenset(self.names)

    @cached_property
    def looked(self) -> Mapping[str, Looked]:
        """Every file that has an expected digest and is there, read once."""
        originals = {entry.paper for entry in self.listing.entries}
        wanted = [name for name in self.names if name in self.expected]
        found = {}
        for done, name in enumerate(wanted, 1):
            found[name] = self._look(name, inside=name in originals)
            self.progress(done, len(wanted))
        return found

    def _look(self, name: str, *, inside: bool) -> Looked:
        digest, size = hashlib.sha256(), 0
        kept: list[bytes] | None = [] if inside and self.source.size(name) <= LOOKED_INTO else None
        try:
            for piece in self.source.pieces(name):
                digest.update(piece)
                size += len(piece)
                if kept is not None:
                    kept.append(piece)
        except (PackageRefused, OSError):
            # Damage inside the zip: what came is not what was filed, and the digest says so.
            return Looked("", size, None, "unreadable")
        if kept is None:
            return Looked(digest.hexdigest(), size)
        data = b"".join(kept)
        return Looked(
            digest.hexdigest(), size, filetype.media_type(data), filetype.missing_end_in(data)
        )

    @cached_property
    def changed(self) -> list[str]:
        """Files whose bytes are not those under which they were filed."""
        return [name for name, look in self.looked.items() if look.sha256 != self.expected[name]]

    @cached_property
    def absent(self) -> list[str]:
        """Files that have a digest and are not there."""
        return [name for name in self.expected if name not in self.present]

    @cached_property
    def originals(self) -> list[tuple[Entry, Looked | None]]:
        """Papers that have bytes of their own, and what was seen of them."""
        return [(e, self.looked.get(e.paper)) for e in self.entries if not e.row["part_of"]]

    @property
    def entries(self) -> list[Entry]:
        """All papers of the list."""
        return self.listing.entries

    def json_of(self, name: str) -> Any:
        """Return a JSON file of the package; None when it is not there or is no JSON."""
        if name not in self.present:
            return None
        try:
            return json.loads(read(self.source, name))
        except (ValueError, PackageRefused, OSError, RecursionError):
            return None

    @cached_property
    def records(self) -> Mapping[str, Any]:
        """record.json of each household that has one, by 户号."""
        return {
            part.number: self.json_of(part.folder + record.PATH)
            for part in self.listing.parts
            if part.folder + record.PATH in self.present
        }

    @cached_property
    def audit(self) -> Sequence[Mapping[str, Any]] | None:
        """Rows of the audit trail in the package; None when they cannot be read."""
        name = "data/audit.jsonl"
        if name not in self.present:
            return None
        try:
            lines = read(self.source, name).decode().splitlines()
            return [json.loads(line) for line in lines]
        except (ValueError, PackageRefused, OSError):
            return None

    def destroyed(self, part: Part) -> set[int]:
        """Return the item numbers of papers of a household that were destroyed by a list."""
        below = part.folder + tombstones.FOLDER
        found: set[int] = set()
        for name in self.names:
            if name.startswith(below):
                with suppress(ValueError, KeyError, TypeError, PackageRefused, OSError):
                    found |= {each.item_no for each in tombstones.parse(read(self.source, name))}
        return found


def judged(bad: Sequence[str], looked_at: int, **more: Any) -> Outcome:
    """Return passed when nothing is bad, else failed with the first of them and their number."""
    evidence: dict[str, Any] = {"looked_at": looked_at, **more}
    if not bad:
        return Outcome(PASSED, evidence)
    return Outcome(FAILED, evidence | {"found": len(bad), "ids": list(bad)[:NAMED]})


def not_tested(why: str, **more: Any) -> Outcome:
    """Return that something was not tested, and why."""
    return Outcome(NOT_TESTED, {"why": why, **more})


def not_applicable(why: str) -> Outcome:
    """Return that something is not there to be tested."""
    return Outcome(NOT_APPLICABLE, {"why": why})
