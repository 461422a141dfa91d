"""Proving a package, years later and far from the workspace that made it.

Needs the package alone: no database, no settings, no network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.handover import four_checks, manifest
from archive.handover.case import NOT_TESTED, Case, Facts
from archive.handover.four_checks import Report
from archive.handover.listing import PATH as LIST
from archive.handover.listing import Listing, from_bytes
from archive.handover.manifest import Lists
from archive.handover.refusal import PackageRefused
from archive.handover.source import Source, opened, read, sha256_of
from extractors.wording import N_, _

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the package says.

    code   of `DIFFERENCES`
    name   the file, or the item of the report
    """

    code: str
    name: str
    detail: str = ""

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{_(DIFFERENCES[self.code])}: {self.name}{detail}"


DIFFERENCES: Mapping[str, str] = {
    "missing": N_("missing"),
    "changed": N_("changed"),
    "extra": N_("not in the list of digests"),
    "own_missing": N_("one of the package's own files is missing"),
    "own_changed": N_("one of the package's own files was changed"),
    "own_extra": N_("one of the package's own files is in no list"),
    "oxum": N_("number of files and bytes"),
    "count": N_("count of the handover list"),
    "check": N_("check came out otherwise than at the handover"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a package is worth.

    digest       sha256 of its tagmanifest, to be compared with the one on paper
    again        the four properties, tested now
    """

    listing: Listing
    digest: str
    files: int
    size_bytes: int
    differences: tuple[Difference, ...]
    again: Report
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the package is, byte for byte, what was handed over."""
        return not self.differences


def verify(
    path: Path, *, at: str, actor: str, progress: Progress = lambda _done, _all: None
) -> Verified:
    """Prove the package at `path`. Raises PackageRefused, OSError."""
    with opened(path) as source:
        return verified(source, at=at, actor=actor, progress=progress)


def verified(
    source: Source, *, at: str, actor: str, progress: Progress = lambda _done, _all: None
) -> Verified:
    """Prove an opened package."""
    lists = manifest.lists_of(source)
    listing, counts = list_of(source)
    case = Case(
        source=source, listing=listing, counts=counts, expected=lists.payload, lists=lists,
        facts=Facts(), progress=progress,
    )  # fmt: skip
    found = [*_own_files(source, lists), *_payload(case, lists), *_counted(case, lists)]
    before = case.json_of(four_checks.NAME)
    before = before if isinstance(before, dict) else {}
    again = four_checks.run(
        case, point="handover", subject=listing.number, at=at, actor=actor,
        manifest=sha256_of(source, manifest.PAYLOAD),
    )  # fmt: skip
    found += _otherwise(before, again)
    return Verified(
        listing=listing,
        digest=sha256_of(source, manifest.TAGS),
        files=len(case.names),
        size_bytes=sum(source.size(name) for name in case.names),
        differences=tuple(found),
        again=again,
        before=before,
    )


def list_of(source: Source) -> tuple[Listing, Mapping[str, int]]:
    """Return the handover list of a package. Raises PackageRefused."""
    if LIST not in source.names():
        raise PackageRefused(source.label, "no_list", LIST)
    try:
        return from_bytes(read(source, LIST, 1024**3))
    except ValueError as cause:
        raise PackageRefused(source.label, "no_list", LIST) from cause


def refuse_unlisted(source: Source, lists: Lists) -> None:
    """Refuse what cannot be known without unpacking: files that lists do not name, or lack.

    Raises PackageRefused.
    """
    found = set(source.names())
    payload = {name for name in found if name.startswith("data/")}
    for name in sorted(payload - lists.payload.keys()):
        raise PackageRefused(source.label, "not_listed", name)
    for name in sorted(found - payload - lists.tags.keys() - {manifest.TAGS}):
        raise PackageRefused(source.label, "tag_not_listed", name)
    for name in sorted(lists.payload.keys() - payload):
        raise PackageRefused(source.label, "listed_only", name)
    total = sum(source.size(name) for name in payload)
    if (total, len(payload)) != lists.oxum:
        raise PackageRefused(source.label, "oxum", f"{total}.{len(payload)}")


def _own_files(source: Source, lists: Lists) -> list[Difference]:
    found = []
    present = {name for name in source.names() if not name.startswith("data/")}
    for name, digest in sorted(lists.tags.items()):
        if name not in present:
            found.append(Difference("own_missing", name))
        elif _digest(source, name) != digest:
            found.append(Difference("own_changed", name))
    unknown = present - lists.tags.keys() - {manifest.TAGS}
    return found + [Difference("own_extra", name) for name in sorted(unknown)]


def _digest(source: Source, name: str) -> str:
    digest = hashlib.sha256()
    try:
        for piece in source.pieces(name):
            digest.update(piece)
    except (PackageRefused, OSError):
        return ""
    return digest.hexdigest()


def _payload(case: Case, lists: Lists) -> list[Difference]:
    payload = [name for name in case.names if name.startswith("data/")]
    return [
        *(Difference("missing", name) for name in case.absent),
        *(Difference("changed", name) for name in case.changed),
        *(Difference("extra", name) for name in payload if name not in lists.payload),
    ]


def _counted(case: Case, lists: Lists) -> list[Difference]:
    payload = [name for name in case.names if name.startswith("data/")]
    total = (sum(case.source.size(name) for name in payload), len(payload))
    found = []
    if total != lists.oxum:
        said = f"{lists.oxum[0]}.{lists.oxum[1]}"
        found.append(Difference("oxum", "Payload-Oxum", f"{said} ≠ {total[0]}.{total[1]}"))
    counted = {
        "households": len(case.listing.parts),
        "items": len(case.entries),
        "pages": case.listing.pages,
    }
    for name, count in counted.items():
        if case.counts.get(name) != count:
            found.append(Difference("count", name, f"{case.counts.get(name)} ≠ {count}"))
    return found


def _otherwise(before: Mapping[str, Any], again: Report) -> list[Difference]:
    """Items that came out differently at the handover and now, where both could be tested."""
    lines = before.get("lines")
    if not isinstance(lines, list):
        return []
    was = {line.get("code"): line.get("result") for line in lines if isinstance(line, dict)}
    return [
        Difference("check", line.item.at_point(again.point), f"{was[code]} → {line.result}")
        for line in again.lines
        if (code := line.item.at_point(again.point)) in was
        and line.result != NOT_TESTED
        and was[code] != NOT_TESTED
        and was[code] != line.result
    ]
