"""Making a package: contents, catalogue, metadata, report and lists, then a durable bag.

Nothing here decides whether a file may be handed over; see archive.handover.formalities.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from archive import faults, fsio
from archive.handover import bag, catalogue, four_checks, manifest, metadata, readme
from archive.handover.case import Case, Facts
from archive.handover.contents import Gathered
from archive.handover.four_checks import Report
from archive.handover.listing import PATH as LIST
from archive.handover.listing import ListedProblem, Listing
from archive.handover.source import Planned

AUDIT = "data/audit.jsonl"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Makes the Word documents that go into a package; templates are not the archive's business.

    lists   the handover list in Word, by file name
    report  the report on the four properties in Word, by file name
    """

    lists: Callable[[Listing], Mapping[str, bytes]] = lambda _listing: {}
    report: Callable[[Report], Mapping[str, bytes]] = lambda _report: {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that can be written.

    source    all its files
    expected  digests of the files that come from the archive
    digest    sha256 of tagmanifest-sha256.txt: it stands for every byte of the package
    """

    listing: Listing
    source: Planned
    expected: Mapping[str, str]
    report: Report
    words: Mapping[str, bytes]
    digest: str


def packed(
    listing: Listing,
    gathered: Gathered,
    audit_rows: bytes,
    *,
    facts: Facts,
    words: Words,
    actor: str,
    progress: Progress = lambda _done, _all: None,
) -> Package:
    """Return the package of a list, checked on the four properties."""
    program = program_name()
    lists = words.lists(listing)
    files: dict[str, bytes | Path] = {
        **gathered.files,
        LIST: listing.to_bytes(),
        AUDIT: audit_rows,
        catalogue.TEXT: catalogue.as_text(listing),
        catalogue.WORKBOOK: catalogue.as_workbook(listing),
        **{f"data/lists/{name}": data for name, data in lists.items()},
    }
    for part in listing.parts:
        files[part.folder + metadata.NAME] = metadata.metadata(listing, part, program)
    digests = {
        name: gathered.expected[name]
        if name in gathered.expected
        else hashlib.sha256(_bytes(data)).hexdigest()
        for name, data in files.items()
    }
    source = Planned(listing.number, files)
    sizes = {name: source.size(name) for name in files}
    notes = readme.readme_files(listing)
    labels = _labels(listing, program)
    before = bag.tags_of(digests, sizes, labels, notes)
    report = _checked(listing, files, before, digests, facts, actor, progress)
    more = {
        **notes,
        four_checks.NAME: report.to_bytes(),
        **words.report(report),
    }
    tags = bag.tags_of(digests, sizes, labels, more)
    return Package(
        listing=listing,
        source=Planned(listing.number, {**files, **tags}),
        expected=gathered.expected,
        report=report,
        words=lists,
        digest=hashlib.sha256(tags[manifest.TAGS]).hexdigest(),
    )


def _bytes(data: bytes | Path) -> bytes:
    return data if isinstance(data, bytes) else data.read_bytes()


def _labels(listing: Listing, program: str) -> list[tuple[str, str]]:
    return [
        ("Source-Organization", listing.sender.get("institution", "") or "-"),
        ("External-Identifier", listing.number),
        ("External-Description", f"{len(listing.parts)} households, {len(listing.entries)} papers"),
        ("Bagging-Date", listing.at[:10]),
        ("Bag-Software-Agent", program),
        ("Hudang-Households", str(len(listing.parts))),
        ("Hudang-Items", str(len(listing.entries))),
        ("Hudang-Pages", str(listing.pages)),
        ("Hudang-Problems", str(len(listing.problems))),
    ]


def _checked(
    listing: Listing,
    files: Mapping[str, bytes | Path],
    tags: Mapping[str, bytes],
    digests: Mapping[str, str],
    facts: Facts,
    actor: str,
    progress: Progress,
) -> Report:
    """The four properties of the package as it will be, the report itself left out."""
    source = Planned(listing.number, {**files, **tags})
    case = Case(
        source=source,
        listing=listing,
        counts=listing.counts(),
        expected=digests,
        lists=manifest.lists_of(source),
        facts=facts,
        progress=progress,
    )
    return four_checks.run(
        case,
        point="handover",
        subject=listing.number,
        at=listing.at,
        actor=actor,
        manifest=hashlib.sha256(tags[manifest.PAYLOAD]).hexdigest(),
    )


def program_name() -> str:
    """Return our name and version, for those who open the package later."""
    try:
        return f"hudang {version('hudang')}"
    except PackageNotFoundError:
        return "hudang"


def write(package: Package, target: Path, progress: Progress = lambda _done, _all: None) -> Path:
    """Write a package to the new path `target`: a zip when it ends in .zip, else a folder.

    It appears under its name when it is whole and durable. Raises FileExistsError, OSError, and
    ArchiveDamaged when the archive does not give what was filed.
    """
    if target.exists():
        raise FileExistsError(str(target))
    fsio.make_folder(target.parent)
    partial = target.with_name(f".{target.name}.partial")
    fsio.discard(partial)
    try:
        if target.suffix.lower() == ".zip":
            folder = package.listing.number
            bag.write_zip(partial, folder, package.source, package.expected, progress)
        else:
            bag.write_folder(partial, package.source, package.expected, progress)
        faults.point("handover.written")
        fsio.place(partial, target)
    except BaseException:
        fsio.discard(partial)
        raise
    return target


def with_problems(listing: Listing, problems: Mapping[int, Sequence[ListedProblem]]) -> Listing:
    """Return a list with the problems of each household entered."""
    return replace(
        listing,
        parts=tuple(
            replace(part, problems=tuple(problems.get(part.household["id"], ())))
            for part in listing.parts
        ),
    )
