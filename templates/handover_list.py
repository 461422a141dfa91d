"""移交清册 of a whole handover: every household's papers, what was not in order, three signatures.

In duplicate: the two copies are the same list, each marked with whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.handover.formalities import CODES
from archive.handover.listing import Entry, Listing, Part
from extractors.forms import ALL as FORMS
from ledger.states import masked
from templates import formats
from templates.document import Document

COPIES = {
    "zh": ("第一联（移交人留存）", "第二联（接收人留存）"),
    "es": ("Ejemplar 1 (quien entrega)", "Ejemplar 2 (quien recibe)"),
    "en": ("Copy 1 (who hands over)", "Copy 2 (who takes over)"),
}
_SCOPES = {
    "household": ("单户", "Expediente", "One household"),
    "manager": ("管户经理", "Oficial de crédito", "Officer"),
    "year": ("年度", "Año", "Year"),
    "unit": ("机构", "Oficina", "Unit"),
    "officer": ("换管户", "Cambio de oficial", "Change of officer"),
}
_CODES = {
    "missing": ("缺件", "Falta", "Missing"),
    "open_problem": ("识读存疑", "Dudas de lectura", "Doubts"),
    "held": ("待核纸件", "Documento retenido", "Held paper"),
    "lent": ("借出未还", "Prestado", "Lent out"),
    "disagrees": ("内容矛盾", "Contradicción", "Contradiction"),
    "two_managers": ("多人管户", "Varios oficiales", "Several officers"),
}
_PLACES = {"zh": 0, "es": 1, "en": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper of the list."""

    number: int
    archive_number: str
    title: str
    dated_on: str
    pages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdGroup:
    """One household's papers. id_number: masked."""

    household_number: str
    borrower: str
    id_number: str
    village: str
    manager: str
    papers: tuple[PaperLine, ...]
    item_count: int
    page_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """Something that was not in order, and why it could not be completed."""

    number: int
    household_number: str
    kind: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverList(Document):
    """What the template `handover-list` prints.

    copy   whose copy it is
    scope  what is handed over: one household, an officer's loan book, a year, a unit
    """

    number: str
    copy: str
    institution: str | None
    receiver: str | None
    why: str | None
    scope: str
    on: date
    groups: tuple[HouseholdGroup, ...]
    problems: tuple[ProblemLine, ...]
    household_count: int
    item_count: int
    page_count: int
    problem_count: int


def of_listing(listing: Listing, language: str, copy: int, on: date) -> HandoverList:
    """Return the list in `language`.

    copy  0 for whoever hands over, 1 for whoever takes over
    on    the office's own day of the handover
    """
    number = 0
    groups = []
    for part in listing.parts:
        groups.append(_group(part, language, number))
        number += len(part.entries)
    kind, value = listing.scope
    named = _SCOPES[kind][_PLACES[language]] if kind in _SCOPES else kind
    return HandoverList(
        number=listing.number,
        copy=COPIES[language][copy],
        institution=listing.sender.get("institution") or None,
        receiver=listing.receiver or None,
        why=listing.why or None,
        scope=f"{named} {value}",
        on=on,
        groups=tuple(groups),
        problems=tuple(
            ProblemLine(
                number=index,
                household_number=part.number,
                kind=_CODES[problem.code][_PLACES[language]]
                if problem.code in _CODES
                else problem.code,
                what=problem.what,
                reason=problem.reason,
            )
            for index, (part, problem) in enumerate(listing.problems, 1)
        ),
        household_count=len(listing.parts),
        item_count=len(listing.entries),
        page_count=listing.pages,
        problem_count=len(listing.problems),
    )


def _group(part: Part, language: str, before: int) -> HouseholdGroup:
    borrower = part.borrower
    return HouseholdGroup(
        household_number=part.number,
        borrower=str(borrower["name"]),
        id_number=masked(borrower["id_number"] or borrower["uscc"]) or "—",
        village=part.household["village"] or "—",
        manager=part.household["manager"] or "—",
        papers=tuple(
            _line(before + index, entry, language) for index, entry in enumerate(part.entries, 1)
        ),
        item_count=len(part.entries),
        page_count=part.pages,
    )


def _line(number: int, entry: Entry, language: str) -> PaperLine:
    row = entry.row
    form = FORMS.get(row["doc_type"] or "")
    title = form.title(language) if form else str(row["title"])
    dated = date.fromisoformat(row["dated_on"]) if row["dated_on"] else None
    pages = str(row["page_count"])
    return PaperLine(
        number=number,
        archive_number=entry.archive_number,
        title=title,
        dated_on=formats.short_day(dated) if dated else "—",
        # A paper of a scan: its pages are counted with the scan's papers, not twice.
        pages=f"{pages} ({row['part_pages']})" if row["part_of"] else pages,
    )


assert _CODES.keys() == CODES.keys()  # noqa: S101 - both lists are in this source
