"""移交清册: every paper of one household's file, what is missing, and who hands it to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from archive import completeness, documents, households
from archive.completeness import RequiredPaper
from archive.documents import FiledDocument
from archive.file_facts import NOTHING
from archive.households import Household
from archive.workspace import Workspace
from extractors.forms import ALL as FORMS
from extractors.wording import _
from ledger import told
from ledger.book import View
from ledger.facts import moment
from ledger.figure import Figure, FigureRow, Source
from ledger.states import masked
from templates import formats
from templates.document import Document
from templates.provenance import NamedFigure
from templates.request import NothingToReport
from templates.transfer_words import CATEGORIES, SAID

# Numbers by which a paper is known, the first that it bears.
_NUMBERS = ("contract_no", "main_contract_no", "iou_no", "certificate_no", "notice_no")

# Drafts that the program filed are not part of what is handed over; their signed scans are.
_DRAFT = re.compile(r"[\w-]+_户\d{6}_\d{8}-\d{4}\.docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One paper. copies: as filed here; whether original or copy is seen on the paper only."""

    number: int
    borrower: str
    contract_no: str
    title: str
    dated_on: str
    copies: int
    pages: int
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The papers of one category of the filing scheme."""

    title: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """A paper that is missing, or of which it must be said whether it is needed."""

    number: int
    borrower: str
    title: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferChecklist(Document):
    """What the template `transfer-checklist` prints.

    id_number  masked
    balance    outstanding loans of the household by the ledger; None where it knows of none
    """

    institution: str | None
    unit: str | None
    household_number: str
    borrower: str
    id_number: str | None
    village: str | None
    manager: str | None
    as_of: date
    known_on: date
    balance: Figure | None
    groups: tuple[Group, ...]
    gaps: tuple[GapLine, ...]
    item_count: Figure
    page_count: Figure
    missing_count: Figure
    undecided_count: Figure


def from_archive(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    *,
    view: View | None,
    as_of: date,
    known_on: date,
    language: str = "zh",
) -> TransferChecklist:
    """Return the checklist of one household's file in "zh" or "es".

    view  the ledger at the day, for the balance; None where there is no ledger
    Raises UnknownHousehold, and NothingToReport for a file without papers.
    """
    household = households.household(connection, household_id)
    filed = [
        one
        for one in documents.documents_of(connection, household_id, filed_by=moment(known_on))
        if not _DRAFT.fullmatch(one.original_name)
    ]
    if not filed:
        raise NothingToReport(
            _("Household {number} has no papers on file, so there is nothing to hand over.").format(
                number=household.number
            )
        )
    numbers = {one.id: dict(documents.numbers_of(connection, one.id)) for one in filed}
    office = workspace.settings.office
    return of_papers(
        household,
        filed,
        numbers=numbers,
        required=completeness.verdict(
            connection,
            workspace,
            household_id,
            as_of,
            told.of_household(view, household_id) if view is not None else NOTHING,
            filed_by=moment(known_on),
        ),
        balance=_balance(view, household) if view is not None else None,
        institution=office.institution or None,
        as_of=as_of,
        known_on=known_on,
        language=language,
    )


def _balance(view: View, household: Household) -> Figure | None:
    loans = [loan for loan in view.loans_of(household.id) if loan.is_open]
    if not view.loans_of(household.id):
        return None
    return Figure(
        name=f"household_balance({household.number})",
        value=sum(loan.balance_fen for loan in loans),
        unit="fen",
        query=f"sum of the household's open loans as at {view.as_of}",
        as_of=view.as_of,
        rows=tuple(loan.row(loan.balance_fen) for loan in loans),
    )


def of_papers(
    household: Household,
    filed: Sequence[FiledDocument],
    *,
    numbers: Mapping[str, Mapping[str, str]],
    required: Sequence[RequiredPaper],
    balance: Figure | None,
    institution: str | None,
    as_of: date,
    known_on: date,
    language: str = "zh",
) -> TransferChecklist:
    """Return the checklist for `filed`, in catalogue order.

    numbers   the numbers each paper bears, by document id and kind
    required  the completeness verdict
    """
    name = household.borrower.name
    groups, count = [], 0
    for category, heading in CATEGORIES[language].items():
        items = []
        for one in filed:
            if one.category == category:
                count += 1
                items.append(_item(count, name, one, numbers.get(one.id, {}), language))
        if items:
            groups.append(Group(title=heading, items=tuple(items)))
    gaps = [one for one in required if one.state != "present"]
    figures = tuple(_figures(household, filed, gaps, balance, as_of, language))
    by_name = {one.figure.name.partition("(")[0]: one.figure for one in figures}
    return TransferChecklist(
        institution=institution,
        unit=household.unit,
        household_number=household.number,
        borrower=name,
        id_number=masked(household.borrower.id_number or household.borrower.uscc) or None,
        village=household.village,
        manager=household.manager,
        as_of=as_of,
        known_on=known_on,
        balance=balance,
        groups=tuple(groups),
        gaps=tuple(
            GapLine(
                number=index,
                borrower=name,
                title=_title(one.doc_type, one.title, language),
                state=SAID[language][one.state],
            )
            for index, one in enumerate(gaps, 1)
        ),
        item_count=by_name["items"],
        page_count=by_name["pages"],
        missing_count=by_name["missing"],
        undecided_count=by_name["undecided"],
        figures=figures,
    )


def _title(doc_type: str | None, filed_as: str, language: str) -> str:
    """In the checklist's language, whatever the language that the workspace files in."""
    form = FORMS.get(doc_type or "")
    return form.title(language) if form else filed_as


def _item(
    number: int, borrower: str, filed: FiledDocument, numbers: Mapping[str, str], language: str
) -> ItemLine:
    known = [numbers[kind] for kind in _NUMBERS if kind in numbers]
    return ItemLine(
        number=number,
        borrower=borrower,
        contract_no=known[0] if known else "—",
        title=_title(filed.doc_type, filed.title, language),
        dated_on=_day(filed.dated_on, language),
        copies=1,
        pages=filed.page_count,
        problem=(
            SAID[language]["problem"].format(count=filed.problem_count)
            if filed.problem_count
            else ""
        ),
    )


def _day(day: date | None, language: str) -> str:
    """Spanish days written out are too long for the column."""
    if day is None:
        return "—"
    return formats.day(day) if language == "zh" else formats.short_day(day)


def _figures(
    household: Household,
    filed: Sequence[FiledDocument],
    gaps: Sequence[RequiredPaper],
    balance: Figure | None,
    as_of: date,
    language: str,
) -> Iterable[NamedFigure]:
    said = SAID[language]

    def of(name: str, title: str, value: int, query: str, rows: Iterable[FigureRow]) -> NamedFigure:
        return NamedFigure(
            title,
            Figure(
                name=f"{name}({household.number})",
                value=value,
                unit="count",
                query=query,
                as_of=as_of,
                rows=tuple(rows),
            ),
        )

    if balance is not None:
        yield NamedFigure(said["f_balance"], balance)
    rows = [_row(one, 1) for one in filed]
    pages = [_row(one, one.page_count) for one in filed]
    yield of("items", said["f_items"], len(filed), "papers of the household's file", rows)
    yield of(
        "pages",
        said["f_pages"],
        sum(one.page_count for one in filed),
        "pages of the papers of the household's file",
        pages,
    )
    missing = sum(one.state == "missing" for one in gaps)
    yield of("missing", said["f_missing"], missing, "required papers that are not on file", ())
    yield of(
        "undecided", said["f_undecided"], len(gaps) - missing, "papers that may be required", ()
    )


def _row(filed: FiledDocument, amount: int) -> FigureRow:
    return FigureRow(
        fact=f"document:{filed.id}",
        label=filed.title,
        amount=amount,
        source=Source(kind="document", document_id=filed.id),
    )
