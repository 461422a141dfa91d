"""卷内目录 and 备考表: what a household's file holds, page by page, and how it came to be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from archive import catalogue
from archive.catalogue import Catalogue, Entry
from archive.shelves import Set, of_household
from archive.workspace import Workspace
from extractors.wording import _
from ledger.facts import moment
from ledger.figure import Figure, FigureRow, Source
from templates import formats
from templates.document import Document
from templates.provenance import NamedFigure
from templates.request import NothingToReport

_REMARKS = {
    "zh": {"original": "原件", "copy": "复印件", "none": "无纸质", "lent": "已调出"},
    "es": {
        "original": "Original", "copy": "Copia", "none": "Sin papel", "lent": "Prestado",
    },
}  # fmt: skip
_CHANGES = {
    "zh": {"filed": "归档{n}件、{pages}页", "placed": "存放于{place}", "taken": "移出存放位置"},
    "es": {
        "filed": "{n} documentos archivados, {pages} páginas",
        "placed": "Guardado en {place}",
        "taken": "Retirado de su lugar",
    },
}
_TITLES = {"zh": ("卷内件数", "卷内页数"), "es": ("Documentos", "Páginas")}
# The note has room for so many changes; older ones are in the file's events.
MOST_CHANGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLine:
    """One paper, as printed. pages: "12-14" of the file counted through."""

    number: int
    document_no: str
    responsible: str
    title: str
    dated_on: str
    pages: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueGroup:
    """The papers of one category."""

    title: str
    items: tuple[CatalogueLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeCatalogue(Document):
    """What the template `volume-catalogue` prints.

    period          first and last date of its papers; "" where none bears one
    """

    institution: str | None
    unit: str | None
    household_number: str
    borrower: str
    village: str | None
    manager: str | None
    location: str | None
    period: str | None
    known_on: date
    groups: tuple[CatalogueGroup, ...]
    item_count: Figure
    page_count: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """Something that happened to the file: papers came, it was put elsewhere."""

    on: str
    what: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeNote(Document):
    """What the template `volume-note` prints.

    originals, copies, paperless, unsaid  of how many papers the shelf holds which
    undated                               papers that bear no date
    """

    institution: str | None
    unit: str | None
    household_number: str
    borrower: str
    manager: str | None
    location: str | None
    known_on: date
    item_count: Figure
    page_count: Figure
    originals: int
    copies: int
    paperless: int
    unsaid: int
    undated: int
    lent: int
    changes: tuple[ChangeLine, ...]


def catalogue_from_archive(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    *,
    as_of: date,
    known_on: date,
    language: str,
) -> VolumeCatalogue:
    """Return the catalogue of one household's file.

    Raises UnknownHousehold, and NothingToReport for a file without papers.
    """
    made = _listed(connection, workspace, household_id, known_on, language)
    office = workspace.settings.office
    return catalogue_of(
        made, institution=office.institution or None, as_of=as_of, known_on=known_on,
        language=language,
    )  # fmt: skip


def note_from_archive(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    *,
    as_of: date,
    known_on: date,
    language: str,
) -> VolumeNote:
    """Return the closing note of one household's file; raises as `catalogue_from_archive`."""
    made = _listed(connection, workspace, household_id, known_on, language)
    office = workspace.settings.office
    return note_of(
        made, of_household(connection, household_id, known_by=moment(known_on)).history,
        institution=office.institution or None, as_of=as_of, known_on=known_on,
        language=language,
    )  # fmt: skip


def _listed(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    known_on: date,
    language: str,
) -> Catalogue:
    made = catalogue.of_household(
        connection, workspace, household_id, language=language, known_by=moment(known_on)
    )
    if not made.entries:
        raise NothingToReport(
            _("Household {number} has no papers on file, so there is nothing to list.").format(
                number=made.household.number
            )
        )
    return made


def catalogue_of(
    made: Catalogue, *, institution: str | None, as_of: date, known_on: date, language: str
) -> VolumeCatalogue:
    """Return what the catalogue prints, from the catalogue as it stands."""
    items, pages, figures = _counts(made, as_of, language)
    dates = sorted(one.dated_on for one in made.entries if one.dated_on)
    period = " - ".join(formats.short_day(each) for each in (dates[0], dates[-1])) if dates else ""
    return VolumeCatalogue(
        institution=institution,
        unit=made.household.unit,
        household_number=made.household.number,
        borrower=made.household.borrower.name,
        village=made.household.village,
        manager=made.household.manager,
        location=made.location or None,
        period=period or None,
        known_on=known_on,
        groups=tuple(
            CatalogueGroup(
                title=f"{category.number}  {category.title(language)}",
                items=tuple(_line(one, language) for one in entries),
            )
            for category, entries in made.by_category()
        ),
        item_count=items,
        page_count=pages,
        figures=figures,
    )


def _line(one: Entry, language: str) -> CatalogueLine:
    words = _REMARKS[language]
    remark = [
        words[one.original] if one.original else "",
        one.location,
        words["lent"] if one.is_lent else "",
    ]
    return CatalogueLine(
        number=one.number,
        document_no=one.document_no,
        responsible=one.responsible,
        title=one.title,
        dated_on=formats.short_day(one.dated_on) if one.dated_on else "",
        pages=one.page_range,
        remark=" ".join(part for part in remark if part),
    )


def note_of(
    made: Catalogue,
    history: Sequence[Set],
    *,
    institution: str | None,
    as_of: date,
    known_on: date,
    language: str,
) -> VolumeNote:
    """Return what the closing note prints; `history`: the places the file has had."""
    items, pages, figures = _counts(made, as_of, language)
    states = Counter(one.original for one in made.entries)
    return VolumeNote(
        institution=institution,
        unit=made.household.unit,
        household_number=made.household.number,
        borrower=made.household.borrower.name,
        manager=made.household.manager,
        location=made.location or None,
        known_on=known_on,
        item_count=items,
        page_count=pages,
        originals=states["original"],
        copies=states["copy"],
        paperless=states["none"],
        unsaid=states[""],
        undated=sum(one.dated_on is None for one in made.entries),
        lent=sum(one.is_lent for one in made.entries),
        changes=_changes(made, history, language),
        figures=figures,
    )


def _changes(made: Catalogue, history: Sequence[Set], language: str) -> tuple[ChangeLine, ...]:
    words = _CHANGES[language]
    happened: list[tuple[str, str, str]] = []
    days = Counter(one.filed.filed_at[:10] for one in made.entries)
    for day, count in days.items():
        pages = sum(one.pages for one in made.entries if one.filed.filed_at[:10] == day)
        happened.append((day, words["filed"].format(n=count, pages=pages), ""))
    for each in history:
        what = words["placed"].format(place=each.place.text) if each.place else words["taken"]
        happened.append((each.at[:10], what, each.actor))
    # By day alone: of one day the papers come before the places, the places in their order.
    happened.sort(key=lambda one: one[0])
    return tuple(ChangeLine(on=on, what=what, by=by) for on, what, by in happened[-MOST_CHANGES:])


def _counts(
    made: Catalogue, as_of: date, language: str
) -> tuple[Figure, Figure, tuple[NamedFigure, ...]]:
    number = made.household.number
    items = Figure(
        name=f"items({number})", value=len(made.entries), unit="count",
        query="papers of the household's file", as_of=as_of,
        rows=tuple(_row(one, 1) for one in made.entries),
    )  # fmt: skip
    pages = Figure(
        name=f"pages({number})", value=made.pages, unit="count",
        query="pages of the papers of the household's file", as_of=as_of,
        rows=tuple(_row(one, one.pages) for one in made.entries),
    )  # fmt: skip
    titles = _TITLES[language]
    return items, pages, (NamedFigure(titles[0], items), NamedFigure(titles[1], pages))


def _row(one: Entry, amount: int) -> FigureRow:
    return FigureRow(
        fact=f"document:{one.filed.id}",
        label=one.title,
        amount=amount,
        source=Source(kind="document", document_id=one.filed.id),
    )
