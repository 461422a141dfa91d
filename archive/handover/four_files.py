"""The checks of 四性检测 that look at the files and at the package around them."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from lxml import etree

from archive import audit, record
from archive.handover import catalogue, manifest, metadata, readme
from archive.handover.case import (
    NOT_TESTED,
    Case,
    Outcome,
    judged,
    not_applicable,
    not_tested,
)
from archive.handover.listing import PATH as LIST
from archive.handover.listing import Entry
from archive.handover.refusal import PackageRefused
from archive.handover.source import read
from extractors import filetype

# Formats that GB/T 18894-2016 names as suited to long keeping, as far as we can tell them apart.
LONG_FORMATS = frozenset({filetype.PDF, filetype.TIFF, filetype.JPEG, filetype.PNG, filetype.TEXT})
# What may lie in a package besides originals.
_SUFFIXES = frozenset({".json", ".jsonl", ".txt", ".xml", ".xlsx", ".docx", ".csv", ""})


def digests(case: Case) -> Outcome:
    """Every file has the digest under which it was filed; audit rows have theirs.

    Signatures, seals and time stamps on papers are not looked at.
    """
    bad = [*case.changed, *case.absent]
    rows = case.audit or ()
    bad += [f"audit:{row.get('seq')}" for row in rows if row.get("digest") != _sealed(row)]
    return judged(
        bad, len(case.looked), algorithm="sha256", audit_rows=len(rows),
        not_looked_at="signatures, seals and time stamps on papers",
    )  # fmt: skip


def _sealed(row: object) -> str:
    return audit.digest_of(row) if isinstance(row, dict) else ""


def formats_agree(case: Case) -> Outcome:
    """Each original is, by its bytes, of the format that its metadata and its suffix say."""
    bad = [
        entry.id
        for entry, look in case.originals
        if look is None
        or (look.media_type is not None and look.media_type != entry.row["media_type"])
        or filetype.SUFFIXES.get(entry.row["media_type"]) != PurePosixPath(entry.paper).suffix
    ]
    return judged(bad, len(case.originals))


def attributes_agree(case: Case) -> Outcome:
    """Each original has the size and the digest that its metadata say."""
    bad = [
        entry.id
        for entry, look in case.originals
        if look is None
        or look.size != entry.row["size_bytes"]
        or look.sha256 != entry.row["sha256"]
    ]
    return judged(bad, len(case.originals), algorithm="sha256")


def linked(case: Case) -> Outcome:
    """Each paper of the list has its original and its reading, and no original lacks a paper."""
    bad = [
        entry.id
        for entry in case.entries
        if entry.paper not in case.present or _reading_of(entry) not in entry.others
    ]
    known = {entry.paper for entry in case.entries}
    for part in case.listing.parts:
        # Papers of other households may lie in this one's object.
        rows = (case.records.get(part.number) or {}).get("documents") or ()
        known |= {part.folder + row["paper_path"] for row in rows if isinstance(row, dict)}
    folders = {f"{part.folder}papers/" for part in case.listing.parts}
    bad += [
        name
        for name in case.names
        if f"{name.rpartition('/')[0]}/" in folders and name not in known
    ]
    return judged(bad, len(case.entries))


def _reading_of(entry: Entry) -> str:
    """Where a paper's reading lies: beside the original, by the same folder."""
    folder = entry.paper.removesuffix(str(entry.row["paper_path"]))
    return folder + str(entry.row["reading_path"])


def contents(case: Case) -> Outcome:
    """Each original is there, is not empty and is not cut off."""
    bad = [entry.id for entry, look in case.originals if look is None or look.size == 0 or look.cut]
    return judged(bad, len(case.originals))


def opens(case: Case) -> Outcome:
    """Each original begins and ends as its format demands; none is opened in a program."""
    unknown = [e.id for e, look in case.originals if look and look.media_type is None]
    bad = [
        entry.id
        for entry, look in case.originals
        if look is None or look.cut or look.media_type == filetype.UNKNOWN
    ]
    return judged(
        bad, len(case.originals), too_large_to_look_into=len(unknown),
        not_looked_at="whether it shows in a viewer",
    )  # fmt: skip


def formats(case: Case) -> Outcome:
    """Originals are of the formats that are taken in."""
    kinds = _kinds(case)
    accepted = filetype.SUFFIXES.keys() - {filetype.UNKNOWN}
    bad = [_short(kind) for kind in kinds if kind not in accepted]
    return judged(bad, len(case.originals), formats=_counted(kinds))


def long_formats(case: Case) -> Outcome:
    """Originals are of formats suited to long keeping."""
    kinds = _kinds(case)
    bad = [_short(kind) for kind in kinds if kind not in LONG_FORMATS]
    return judged(bad, len(case.originals), formats=_counted(kinds), rule="GB/T 18894-2016")


def _short(kind: str) -> str:
    """A format by the extension it is kept under."""
    return filetype.SUFFIXES.get(kind, kind).lstrip(".")


def _counted(kinds: Counter[str]) -> dict[str, int]:
    return {_short(kind): count for kind, count in sorted(kinds.items())}


def _kinds(case: Case) -> Counter[str]:
    return Counter(
        (look.media_type if look else None) or str(entry.row["media_type"])
        for entry, look in case.originals
    )


def notes(case: Case) -> Outcome:
    """The notes for readers are there, and the catalogue names each paper once."""
    if case.lists is None:
        return not_applicable("no_package")
    wanted = [*readme.FILES, manifest.INFO, catalogue.TEXT, catalogue.WORKBOOK]
    bad = [name for name in wanted if name not in case.present]
    if catalogue.TEXT in case.present:
        text = read(case.source, catalogue.TEXT).decode("utf-8", "replace").splitlines()
        files = Counter(line.rpartition("\t")[2] for line in text)
        listed = Counter(entry.paper for entry in case.entries)
        bad += [name for name, count in listed.items() if files[name] != count]
    return judged(bad, len(wanted))


def structure(case: Case) -> Outcome:
    """The package has the folders and files of a BagIt bag of ours."""
    if case.lists is None:
        return not_applicable("no_package")
    wanted = [manifest.MARK, manifest.INFO, manifest.PAYLOAD, LIST]
    bad = [name for name in wanted if name not in case.present]
    places = ("data/households/", "data/others/", "data/lists/")
    bad += [
        name
        for name in case.names
        if name.startswith("data/") and name.count("/") > 1 and not name.startswith(places)
    ]
    return judged(bad, len(case.names), standard="BagIt 1.0 (RFC 8493)")


def consistent(case: Case) -> Outcome:
    """Files and bytes are as many as bag-info.txt says, and all lists name the same files."""
    if case.lists is None:
        return not_applicable("no_package")
    payload = [name for name in case.names if name.startswith("data/")]
    found = (sum(case.source.size(name) for name in payload), len(payload))
    bad = [] if found == case.lists.oxum else ["Payload-Oxum"]
    bad += sorted(set(payload) ^ set(case.lists.payload))
    return judged(bad, len(payload), oxum=f"{found[0]}.{found[1]}")


def package_metadata(case: Case) -> Outcome:
    """Each household has its metadata; the list is there."""
    if case.lists is None:
        return not_applicable("no_package")
    wanted = [LIST, *(part.folder + metadata.NAME for part in case.listing.parts)]
    wanted += [part.folder + record.PATH for part in case.listing.parts if part.entries]
    return judged([name for name in wanted if name not in case.present], len(wanted))


def package_contents(case: Case) -> Outcome:
    """Every file of the list of digests is in the package."""
    if case.lists is None:
        return not_applicable("no_package")
    return judged(case.absent, len(case.expected))


def readable(case: Case) -> Outcome:
    """Metadata can be parsed: JSON and XML."""
    bad = [f"household:{number}" for number, said in case.records.items() if said is None]
    looked_at = len(case.records)
    for part in case.listing.parts:
        name = part.folder + metadata.NAME
        if name in case.present:
            looked_at += 1
            try:
                parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
                etree.fromstring(read(case.source, name), parser)
            except (etree.XMLSyntaxError, PackageRefused, OSError):
                bad.append(name)
    return judged(bad, looked_at)


def database(case: Case) -> Outcome:
    """What the database says of each paper is what the archive's record says."""
    if case.facts.audit_breaks is None:
        return not_tested("needs_workspace")
    bad = []
    for part in case.listing.parts:
        said = case.records.get(part.number) or {}
        rows = {row["id"]: row for row in said.get("documents", ()) if isinstance(row, dict)}
        bad += [
            entry.id
            for entry in part.entries
            if entry.paper.startswith(part.folder) and rows.get(entry.id) != dict(entry.row)
        ]
    return judged(bad, len(case.entries))


def environment(case: Case) -> Outcome:
    """The package says which program made it and which formats need which kind of viewer."""
    if case.lists is None:
        return not_applicable("no_package")
    said = case.lists.info.get("Bag-Software-Agent", ())
    return judged([] if said else ["Bag-Software-Agent"], 1, program=list(said))


def package_open(case: Case) -> Outcome:
    """The package is a folder or a plain zip: it could not have been opened otherwise."""
    if case.lists is None:
        return not_applicable("no_package")
    return judged([], len(case.names), rule="not encrypted; stored or deflated")


def package_formats(case: Case) -> Outcome:
    """Files around the originals are of open formats."""
    if case.lists is None:
        return not_applicable("no_package")
    allowed = _SUFFIXES | set(filetype.SUFFIXES.values())
    bad = [name for name in case.names if PurePosixPath(name).suffix.lower() not in allowed]
    return judged(bad, len(case.names))


def scanner(case: Case) -> Outcome:
    """A virus scanner was there to be run."""
    if case.facts.scanner is None:
        return not_tested("needs_scanner")
    if not case.facts.scanner:
        return Outcome(NOT_TESTED, {"why": "no_scanner"})
    return judged([], 1, scanner=case.facts.scanner)


def viruses(case: Case) -> Outcome:
    """The scanner found nothing in the originals."""
    if not case.facts.scanner or case.facts.infected is None:
        return not_tested("no_scanner")
    return judged(case.facts.infected, len(case.originals), scanner=case.facts.scanner)


def superfluous(case: Case) -> Outcome:
    """No file lies in the package that its lists do not name."""
    if case.lists is None:
        return not_applicable("no_package")
    known = {*case.lists.payload, *case.lists.tags, manifest.TAGS}
    return judged([name for name in case.names if name not in known], len(case.names))


def by_hand(_case: Case) -> Outcome:
    """Nothing a program can see."""
    return not_tested("look_at_the_medium")


def process_safe(case: Case) -> Outcome:
    """The audit trail is unbroken: nobody changed what was done after it was done."""
    if case.facts.audit_breaks is None:
        return not_tested("needs_workspace")
    bad = [f"audit_breaks:{case.facts.audit_breaks}"] if case.facts.audit_breaks else []
    return judged(bad, 1)
