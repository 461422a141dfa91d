"""The catalogue of a package for people: plain text, and a workbook with the same columns."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import xlsxwriter

from archive.handover.listing import Entry, Listing, Part
from extractors.wording import N_, _

TEXT, WORKBOOK = "data/catalogue.txt", "data/catalogue.xlsx"
# Workbooks would else bear the second in which they were made.
_MADE = datetime(1980, 1, 1, tzinfo=UTC)

COLUMNS = (
    N_("no."),
    N_("household no."),
    N_("household"),
    N_("class"),
    N_("archive number"),
    N_("title"),
    N_("date"),
    N_("pages"),
    N_("sha256"),
    N_("file"),
)
_WIDTHS = (6, 10, 14, 6, 30, 24, 12, 7, 68, 70)


def rows(listing: Listing) -> list[tuple[str | int, ...]]:
    """Return a row for each paper, in the order of the list."""
    pairs = [(part, entry) for part in listing.parts for entry in part.entries]
    return [_row(number, part, entry) for number, (part, entry) in enumerate(pairs, 1)]


def _row(number: int, part: Part, entry: Entry) -> tuple[str | int, ...]:
    row = entry.row
    return (
        number,
        part.number,
        str(part.borrower["name"]),
        int(row["category"]),
        entry.archive_number,
        str(row["title"]),
        row["dated_on"] or "",
        int(row["page_count"]),
        str(row["sha256"]),
        entry.paper,
    )


def as_text(listing: Listing) -> bytes:
    """Return the catalogue with tabs between columns."""
    head = _("Handover {number}: {households} households, {items} papers, {pages} pages").format(
        number=listing.number,
        households=len(listing.parts),
        items=len(listing.entries),
        pages=listing.pages,
    )
    lines = [head, "", "\t".join(_(title) for title in COLUMNS)]
    lines += ["\t".join(_plain(cell) for cell in row) for row in rows(listing)]
    return "".join(f"{line}\n" for line in lines).encode()


def _plain(cell: str | int) -> str:
    return " ".join(str(cell).split())


def as_workbook(listing: Listing) -> bytes:
    """Return the catalogue as .xlsx; nothing in it is a formula."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": listing.number, "created": _MADE})
    sheet = book.add_worksheet("catalogue")
    head = book.add_format({"bold": True, "bottom": 1})
    for column, (title, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _(title), head)
    for number, row in enumerate(rows(listing), 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(listing.entries), 1), len(COLUMNS) - 1)
    book.close()
    return target.getvalue()
