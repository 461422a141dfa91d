"""The extra sheet of a marked copy: everything that an import has to say, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter

from extractors.wording import _
from ledger.marking.cells import Place
from ledger.marking.package import Package, parsed, serialised
from ledger.sheets import Sheet

# How A1 of a sheet begins that was written for people only: an import does not read it, whatever
# the sheet is called by then.
OWN_SHEET = "hudang · "
TITLES = {
    "zh": f"{OWN_SHEET}更正清单",
    "es": f"{OWN_SHEET}lista de correcciones",
    "en": f"{OWN_SHEET}list of corrections",
}
_NAMES = {"zh": "更正清单", "es": "Correcciones", "en": "Corrections"}
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WIDTHS = (6, 8, 18, 10, 22, 50, 50)
# A sheet holds 1,048,576 rows.
MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said: what kind, where ("" where it is of no one cell), of which column."""

    wrong: bool
    sheet: str
    cell: str
    column: str
    message: str
    expected: str


def is_own(sheet: Sheet) -> bool:
    """Whether a sheet is one that no import reads: a list of faults, or of an export's sources."""
    return _first(sheet).startswith(OWN_SHEET)


def is_listing(sheet: Sheet) -> bool:
    """Whether a sheet is the list of a marked copy."""
    return _first(sheet) in TITLES.values()


def _first(sheet: Sheet) -> str:
    return str(sheet.value(1, 1))


def put(
    package: Package,
    lines: Sequence[Line],
    formats: Mapping[str, int],
    language: str,
    earlier: str | None,
) -> str:
    """Add the list as the last sheet, or in place of an earlier one; return the sheet's name."""
    data = _xml(package.main, lines, formats, language)
    known = {each.name: each.part for each in package.sheets()}
    if earlier in known:
        package.write(known[earlier], data)
        return earlier
    part = package.free_name("xl/worksheets/hudangSheet{}.xml")
    package.write(part, data)
    package.declare(part, _SHEET_TYPE)
    relationship = package.relate(package.workbook, "worksheet", part)
    return _enter(package, _free_name(known, _NAMES[language]), relationship)


def _enter(package: Package, name: str, relationship: str) -> str:
    root = parsed(package.read(package.workbook))
    sheets = root.find(f"{{{package.main}}}sheets")
    number = 1 + max((int(each.get("sheetId", "0")) for each in sheets), default=0)
    new = sheets.makeelement(f"{{{package.main}}}sheet", name=name, sheetId=str(number))
    new.set(f"{{{package.office}}}id", relationship)
    sheets.append(new)
    package.write(package.workbook, serialised(root))
    return name


def _free_name(known: Mapping[str, Any], wanted: str) -> str:
    taken = {name.casefold() for name in known}
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted}{number}"
    return name


def _xml(namespace: str, lines: Sequence[Line], formats: Mapping[str, int], language: str) -> bytes:
    shown = lines[:MOST]
    heads = (
        _("No."),
        _("Kind"),
        _("Sheet"),
        _("Cell"),
        _("Head of the column"),
        _("What is wrong"),
        _("What is expected"),
    )
    wrong = sum(line.wrong for line in lines)
    said = _(
        "{wrong} cells are wrong and marked red; {other} further remarks. Correct the cells and "
        "import this workbook; this sheet is not read."
    ).format(wrong=wrong, other=len(lines) - wrong)
    rows = [
        _row(1, [(TITLES[language], formats["title"])]),
        _row(2, [(said, formats["title"])], wraps=False),
        _row(3, [(head, formats["head"]) for head in heads]),
    ]
    links = []
    for number, line in enumerate(shown, start=1):
        row = number + 3
        place = formats["link"] if line.cell else formats["text"]
        cells = [
            (str(number), formats["text"]),
            (_("Wrong") if line.wrong else _("Remark"), formats["text"]),
            (line.sheet, formats["text"]),
            (line.cell, place),
            (line.column, formats["text"]),
            (line.message, formats["text"]),
            (line.expected, formats["text"]),
        ]
        rows.append(_row(row, cells))
        if line.cell and line.sheet:
            links.append(f'<hyperlink ref="D{row}" location={_location(line)}/>')
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(_WIDTHS, start=1)
    )
    return "".join(
        [
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
            f'<worksheet xmlns="{namespace}">',
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" '
            'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
            f"<cols>{columns}</cols><sheetData>",
            *rows,
            "</sheetData>",
            f'<autoFilter ref="A3:G{len(shown) + 3}"/>',
            '<mergeCells count="2"><mergeCell ref="A1:G1"/><mergeCell ref="A2:G2"/></mergeCells>',
            f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "",
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
            "</worksheet>",
        ]
    ).encode()


def _row(number: int, cells: Sequence[tuple[str, int]], *, wraps: bool = True) -> str:
    inside = "".join(_cells(number, cells))
    height = "" if wraps else ' ht="30" customHeight="1"'
    return f'<row r="{number}"{height}>{inside}</row>'


def _cells(row: int, cells: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Texts as inline strings: nothing in them is a formula."""
    for column, (text, style) in enumerate(cells, start=1):
        where = f'r="{get_column_letter(column)}{row}" s="{style}"'
        if text:
            words = escape(_printable(text))
            yield f'<c {where} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
        else:
            yield f"<c {where}/>"


def _location(line: Line) -> str:
    sheet = line.sheet.replace("'", "''")
    return quoteattr(_printable(f"'{sheet}'!{line.cell}"))


def _printable(text: str) -> str:
    """What XML can hold; a cell holds 32,767 characters."""
    return "".join(ch for ch in text if ch in "\n\t" or " " <= ch < "\ud800" or ch > "\ue000")[
        :32_000
    ]


def places_of(lines: Sequence[Line], place_of: Any) -> dict[str, dict[Place, list[Line]]]:
    """Return the wrong cells by sheet and place, each with what is said of it."""
    found: dict[str, dict[Place, list[Line]]] = {}
    for line in lines:
        if line.wrong and line.cell:
            found.setdefault(line.sheet, {}).setdefault(place_of(line.cell), []).append(line)
    return found
