"""The catalogue of one household's file (卷内目录): its papers in order, with running pages.

Worked out anew each time from the rows, the filing scheme and the events; nothing is stored, so
another scheme re-arranges every view and touches nothing that was filed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from archive import borrowing, documents, events, households, schemes, shelves
from archive.documents import FiledDocument
from archive.filing import SEVERAL
from archive.households import Household
from archive.schemes import Scheme
from archive.store import ArchiveDamaged
from archive.workspace import Workspace

# Numbers by which a paper is known, the first that it bears.
_NUMBERS = ("certificate_no", "notice_no", "deed_no")
# Whose paper a number is: on a report the contract's number names another paper.
_OWN_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "loan_contract": ("contract_no",),
    "iou": ("iou_no",),
    "mortgage_contract": ("contract_no", "deed_no"),
    "pledge_contract": ("contract_no",),
    "guarantee_contract": ("guarantee_contract_no", "contract_no"),
    "mortgage_registration": ("certificate_no",),
}
# What the program drafts and files beside the papers is not part of what it lists.
_DRAFT = re.compile(r"[\w-]+_户\d{6}_\d{8}-\d{4}\.docx")
DRAFTED = frozenset({"volume_catalogue", "volume_note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper of a file, as the catalogue lists it.

    number        顺序号: its place in the catalogue, from 1
    category      number of the category of the scheme in force
    within        件内顺序号: which paper of its scan it is; 1 for a paper by itself
    document_no   文号: the number it bears; "" for none
    responsible   责任者: who made it, as far as it was read
    page_from     first page in the file counted through, from 1; page_to the last
    original      what stands on the shelf: "original", "copy", "none", or "" (nobody has said)
    location      where the paper stands, when that is not where its file stands; "" otherwise
    is_lent       whether it is lent out now
    """

    number: int
    category: int
    filed: FiledDocument
    archive_number: str
    within: int
    document_no: str
    responsible: str
    title: str
    dated_on: date | None
    pages: int
    page_from: int
    page_to: int
    original: str
    location: str
    is_lent: bool

    @property
    def page_range(self) -> str:
        """Its pages as they are printed: "12-14", or "6" of a paper of one page."""
        if self.page_to > self.page_from:
            return f"{self.page_from}-{self.page_to}"
        return str(self.page_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A household's file as it stands: whose, where on the shelf, and what is in it."""

    household: Household
    scheme: Scheme
    location: str
    entries: tuple[Entry, ...]

    @property
    def pages(self) -> int:
        """Pages of all papers."""
        return sum(each.pages for each in self.entries)

    def by_category(self) -> list[tuple[schemes.Category, list[Entry]]]:
        """Return the entries of each category that has any."""
        chosen = [
            (category, [each for each in self.entries if each.category == category.number])
            for category in self.scheme.categories
        ]
        return [(category, entries) for category, entries in chosen if entries]


def in_order(scheme: Scheme, filed: Iterable[FiledDocument]) -> list[FiledDocument]:
    """Return papers by category, then by the scheme's order, then by date and item number.

    A paper without a date stands behind those of its kind that bear one.
    """

    def key(one: FiledDocument) -> tuple[int, int, bool, date, str, int]:
        place = scheme.place(one.doc_type)
        undated = one.dated_on is None
        dated = one.dated_on or date.max
        return (place.category, place.order, undated, dated, one.object_id, one.item_no)

    return sorted(filed, key=key)


def papers_of(
    connection: Connection, household_id: int | None, *, filed_by: str | None = None
) -> list[FiledDocument]:
    """Return a household's papers: the parts of a scan in its place, and no drafts of our own.

    filed_by  only those filed up to this moment
    """
    return [
        each
        for each in documents.documents_of(connection, household_id, filed_by=filed_by)
        if each.doc_type not in DRAFTED
        and not (each.doc_type == SEVERAL and each.part_of is None)
        and not _DRAFT.fullmatch(each.original_name)
    ]


def of_household(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    *,
    language: str | None = None,
    known_by: str | None = None,
) -> Catalogue:
    """Return the catalogue of a household's file. Raises UnknownHousehold.

    known_by  only with what was filed and noted up to this moment
    """
    household = households.household(connection, household_id)
    scheme = schemes.scheme(workspace.settings.archive.scheme)
    language = language or workspace.settings.office.language
    shelf = shelves.of_household(connection, household_id, known_by=known_by)
    lent = _lent_out(connection, household_id, known_by)
    filed = in_order(scheme, papers_of(connection, household_id, filed_by=known_by))
    entries: list[Entry] = []
    page = 1
    for number, one in enumerate(filed, start=1):
        place = shelf.papers.get(one.id)
        entries.append(
            Entry(
                number=number,
                category=scheme.place(one.doc_type).category,
                filed=one,
                archive_number=documents.archive_number(workspace, one),
                within=_within(one, filed),
                document_no=document_no(connection, one),
                responsible=responsible(workspace, one),
                title=title_of(one, language),
                dated_on=one.dated_on,
                pages=one.page_count,
                page_from=page,
                page_to=page + max(one.page_count, 1) - 1,
                original=shelf.originals.get(one.id, ""),
                location=place.text if place else "",
                is_lent=one.id in lent,
            )
        )
        page += max(one.page_count, 1)
    where = shelf.place.text if shelf.place else ""
    return Catalogue(household=household, scheme=scheme, location=where, entries=tuple(entries))


def _lent_out(connection: Connection, household_id: int, known_by: str | None) -> set[str]:
    """Return the ids of papers that a reader has, by what was noted up to a moment."""
    happened = events.of_household(connection, household_id, borrowing.SLIP_KINDS)
    happened = [each for each in happened if known_by is None or each.at <= known_by]
    slips = borrowing.fold(happened).values()
    return {document_id for slip in slips for document_id in slip.outstanding}


def _within(one: FiledDocument, filed: Sequence[FiledDocument]) -> int:
    if one.part_of is None:
        return 1
    return 1 + sum(each.part_of == one.part_of and each.item_no < one.item_no for each in filed)


def document_no(connection: Connection, filed: FiledDocument) -> str:
    """Return the number that a paper bears as its own (文号), as it is compared; "" for none."""
    numbers: dict[str, str] = {}
    for kind, number in sorted(documents.numbers_of(connection, filed.id)):
        numbers.setdefault(kind, number)
    kinds = _OWN_NUMBERS.get(filed.doc_type or "", _NUMBERS)
    return next((numbers[kind] for kind in kinds if kind in numbers), "")


def responsible(workspace: Workspace, filed: FiledDocument) -> str:
    """Return who made a paper (责任者) by what was read of it; "" when that is not known."""
    slot = schemes.slot_of().get(filed.doc_type or "")
    if slot is None or not slot.responsible:
        return ""
    # A damaged reading leaves the column open: verify says what is damaged.
    with suppress(ArchiveDamaged, OSError, KeyError, ValueError):
        read = documents.reading(workspace, filed)
        for name in slot.responsible:
            found = list(dict.fromkeys(read.values(name, str)))
            if found:
                return "、".join(found[:3])
    return ""


def title_of(filed: FiledDocument, language: str) -> str:
    """Return a paper's title in a language; of a type no form declares, as it was filed."""
    from extractors.forms import ALL

    form = ALL.get(filed.doc_type or "")
    return form.title(language) if form else filed.title
