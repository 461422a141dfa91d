"""The checks of 四性检测 that look at the list: types, lengths, values, numbers, counts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from archive.handover.case import (
    FAILED,
    PASSED,
    Case,
    Outcome,
    judged,
    not_applicable,
    not_tested,
)
from archive.handover.listing import DOCUMENT_COLUMNS, ROLES, Entry
from extractors import filetype
from extractors.forms import ALL as FORMS
from extractors.values.identity import is_resident_id

# No household file of today bears an older paper.
_OLDEST = date(1949, 10, 1)
_TIME = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z"
_LONGEST = {
    "title": 200,
    "original_name": 512,
    "media_type": 100,
    "paper_path": 512,
    "reading_path": 200,
    "filed_by": 100,
    "part_pages": 2000,
}
_FORMS = {
    "id": r"[0-9a-z]{26}",
    "sha256": r"[0-9a-f]{64}",
    "dated_on": r"\d{4}-\d{2}-\d{2}",
    "filed_at": _TIME,
    "object_id": r"urn:xdh:[a-z]+:\d+",
    "part_pages": r"\d+(?:[-+]\d+)*",
    "original_name_raw": r"[A-Za-z0-9+/]*={0,2}",
}
_DOMAINS: Mapping[str, frozenset[object]] = {
    "category": frozenset({1, 2, 3, 4, 5}),
    "doc_type": frozenset({None, *FORMS}),
    "language": frozenset({None, "zh", "es", "en"}),
    "media_type": frozenset(filetype.SUFFIXES),
}
_OBLIGATORY = ("id", "title", "category", "sha256", "media_type", "filed_at", "filed_by")


def _bad_entries(case: Case, is_bad: Callable[[Entry], bool]) -> list[str]:
    return [entry.id for entry in case.entries if is_bad(entry)]


def lengths(case: Case) -> Outcome:
    """No value is longer than its column may be."""

    def too_long(entry: Entry) -> bool:
        return any(len(entry.row[name] or "") > most for name, most in _LONGEST.items())

    return judged(_bad_entries(case, too_long), len(case.entries), columns=sorted(_LONGEST))


def types(case: Case) -> Outcome:
    """Ids, digests, dates and times have their form; the list itself was read by type."""

    def malformed(entry: Entry) -> bool:
        return any(
            entry.row[name] is not None and not re.fullmatch(form, entry.row[name])
            for name, form in _FORMS.items()
        )

    return judged(_bad_entries(case, malformed), len(case.entries), columns=sorted(_FORMS))


def domains(case: Case) -> Outcome:
    """Classes, types of paper, languages, formats and roles are among those there are."""
    bad = _bad_entries(
        case, lambda e: any(e.row[name] not in allowed for name, allowed in _DOMAINS.items())
    )
    bad += [
        f"household:{part.number}"
        for part in case.listing.parts
        if any(person["role"] not in ROLES for person in part.people)
    ]
    return judged(bad, len(case.entries), columns=[*sorted(_DOMAINS), "role"])


def plausible(case: Case) -> Outcome:
    """Dates lie between 1949 and the day of filing, sizes and pages count, ID numbers check."""
    bad = _bad_entries(case, _implausible)
    bad += [
        f"household:{part.number}"
        for part in case.listing.parts
        if any(_fails_check(person["id_number"]) for person in part.people)
    ]
    return judged(
        bad, len(case.entries), rule="1949 ≤ date ≤ filed; bytes > 0; pages ≥ 1; GB 11643-1999"
    )


def _implausible(entry: Entry) -> bool:
    row = entry.row
    if row["size_bytes"] <= 0 or row["item_no"] < 1 or row["page_count"] < 1:
        return True
    if row["dated_on"] is None:
        return False
    try:
        return not _OLDEST <= date.fromisoformat(row["dated_on"]) <= _day(row["filed_at"])
    except ValueError:
        return True


def _day(time: str) -> date:
    """The office's day may be one ahead of UTC's."""
    return date.fromordinal(date.fromisoformat(time[:10]).toordinal() + 1)


def _fails_check(number: str | None) -> bool:
    return bool(number and re.fullmatch(r"\d{17}[\dX]", number) and not is_resident_id(number))


def characters(case: Case) -> Outcome:
    """No metadata holds characters that nobody sees or that break a line."""

    def special(entry: Entry) -> bool:
        row = entry.row
        return any(_is_special(row[name] or "") for name in ("title", "filed_by", "part_pages"))

    bad = _bad_entries(case, special)
    bad += [
        f"household:{part.number}"
        for part in case.listing.parts
        if any(_is_special(person["name"]) for person in part.people)
    ]
    return judged(bad, len(case.entries))


def _is_special(text: str) -> bool:
    return any(unicodedata.category(ch) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl") for ch in text)


def archive_numbers(case: Case) -> Outcome:
    """Each archive number is what the office's pattern gives, and no two are the same."""
    pattern = case.listing.sender.get("number_pattern", "")
    if not pattern:
        return not_tested("no_pattern")

    def irregular(entry: Entry) -> bool:
        row = entry.row
        try:
            expected = pattern.format(
                institution=case.listing.sender.get("institution_code", ""),
                year=row["number_year"] or int((row["dated_on"] or row["filed_at"])[:4]),
                household=row["household_id"] or 0,
                item=row["item_no"],
            )
        except (KeyError, ValueError, IndexError, AttributeError):
            return True
        return entry.archive_number != expected

    bad = _bad_entries(case, irregular)
    return judged(bad, len(case.entries), pattern=pattern)


def repeated(case: Case) -> Outcome:
    """No id, no archive number and no content is listed twice."""
    bad: list[str] = []
    for value in ("id", "sha256"):
        counted = Counter(entry.row[value] for entry in case.entries)
        bad += [entry.id for entry in case.entries if counted[entry.row[value]] > 1]
    numbers = Counter(entry.archive_number for entry in case.entries)
    bad += [entry.id for entry in case.entries if numbers[entry.archive_number] > 1]
    return judged(sorted(set(bad)), len(case.entries), columns=["id", "sha256", "archive_number"])


def item_total(case: Case) -> Outcome:
    """As many households, papers and pages are listed as the list states in sum."""
    found = {
        "households": len(case.listing.parts),
        "items": len(case.entries),
        "pages": case.listing.pages,
    }
    bad = [name for name, count in found.items() if case.counts.get(name) != count]
    return judged(bad, len(case.entries), counted=found)


def byte_total(case: Case) -> Outcome:
    """The originals have as many bytes as the list states in sum."""
    found = sum(look.size for _entry, look in case.originals if look)
    bad = [] if case.counts.get("bytes") == found else ["bytes"]
    return judged(bad, len(case.originals), stated=case.counts.get("bytes"), counted=found)


def columns(case: Case) -> Outcome:
    """Every metadata item that a paper can have is there, though it may be empty."""
    bad = _bad_entries(case, lambda entry: not entry.row.keys() >= DOCUMENT_COLUMNS.keys())
    return judged(bad, len(case.entries), columns=len(DOCUMENT_COLUMNS))


def obligatory(case: Case) -> Outcome:
    """What every paper and every household must have is filled in."""
    bad = _bad_entries(case, lambda e: not all(e.row[name] for name in _OBLIGATORY))
    for part in case.listing.parts:
        borrower = part.borrower
        if not borrower["name"] or not (borrower["id_number"] or borrower["uscc"]):
            bad.append(f"household:{part.number}")
    return judged(bad, len(case.entries), columns=[*_OBLIGATORY, "borrower", "identity"])


def process(case: Case) -> Outcome:
    """The audit trail tells of the filing of each paper."""
    if case.audit is None:
        return not_tested("no_audit_rows")
    told = {
        row.get("object") for row in case.audit if row.get("action") in ("paper.file", "paper.take")
    }
    bad = _bad_entries(case, lambda entry: f"document:{entry.id}" not in told)
    return judged(bad, len(case.entries), audit_rows=len(case.audit))


def continuity(case: Case) -> Outcome:
    """Item numbers run from 1 without a gap in each file; of what was destroyed a note remains."""
    bad, looked_at = [], 0
    for part in case.listing.parts:
        numbers = _item_numbers(case, part.number, part.entries) | case.destroyed(part)
        looked_at += len(numbers)
        gaps = set(range(1, max(numbers, default=0) + 1)) - numbers
        bad += [f"household:{part.number}#{number}" for number in sorted(gaps)]
    return judged(bad, looked_at)


def _item_numbers(case: Case, number: str, entries: tuple[Entry, ...]) -> set[int]:
    """Those of the whole object, where its record is there: it may hold others' papers too."""
    rows: Any = (case.records.get(number) or {}).get("documents")
    if isinstance(rows, list):
        return {row["item_no"] for row in rows if isinstance(row, dict) and "item_no" in row}
    return {entry.row["item_no"] for entry in entries}


def scope(case: Case) -> Outcome:
    """Every paper that the household's loans require is on file."""
    if case.facts.missing is None:
        return not_tested("needs_workspace")
    missing, explained = case.facts.missing
    evidence = {"looked_at": len(case.listing.parts), "missing": missing, "explained": explained}
    return Outcome(FAILED if missing else PASSED, evidence)


def attachments(case: Case) -> Outcome:
    """Every part of a scan has its scan, and everything kept beside a paper is there.

    Whether a paper names an attachment that was never filed is not looked at.
    """
    ids = {entry.id for entry in case.entries}
    several = [entry for entry in case.entries if entry.row["part_of"]]
    bad = [entry.id for entry in several if entry.row["part_of"] not in ids]
    beside = [name for entry in case.entries for name in entry.others]
    bad += [name for name in beside if name not in case.present]
    if not several and not beside:
        return not_applicable("nothing_attached")
    return judged(bad, len(several) + len(beside), not_looked_at="attachments named on papers")
