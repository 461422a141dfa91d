"""A marked copy of a workbook: wrong cells filled and explained, and a list of all there is to say.

The copy is the clerk's own file: formulas, formats, other sheets and macros stay as they are. An
.xls comes back as .xlsx, with its values and number formats.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl.utils.cell import coordinate_to_tuple

from archive import fsio
from extractors.wording import _
from ledger.marking import cells, listing, old_workbook
from ledger.marking.cells import PartNotUnderstood, Place
from ledger.marking.listing import Line
from ledger.marking.notes import Notes
from ledger.marking.package import Package
from ledger.marking.styles import Styles
from ledger.report import CellProblem, ImportReport
from ledger.sheets import read_workbook

# More comments than this on one sheet help nobody; the cells are marked and listed all the same.
MOST_COMMENTS = 1_000
_SUFFIXES = {"zh": "更正", "es": "corregir", "en": "to correct"}


def marked_copy(path: Path, report: ImportReport, folder: Path, language: str) -> Path:
    """Write a copy of the workbook at `path` with what `report` says into `folder`; return it.

    Nothing is overwritten: the same copy made again is the one that is there, another gets a
    number. Raises WorkbookUnreadable, OSError.
    """
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        made = Path(temporary) / f"copy{_ending(path)}"
        source = path
        if made.suffix == ".xlsx" and not _is_zip(path):
            source = Path(temporary) / "converted.xlsx"
            old_workbook.as_xlsx(path, source)
        _mark(source, made, _lines(report), language)
        return _placed(made, folder, f"{path.stem}_{_SUFFIXES[language]}")


def _ending(path: Path) -> str:
    is_macro = path.suffix.casefold() in (".xlsm", ".xltm") and _is_zip(path)
    return ".xlsm" if is_macro else ".xlsx"


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _placed(made: Path, folder: Path, stem: str) -> Path:
    digest = hashlib.sha256(made.read_bytes()).digest()
    number = 1
    while True:
        name = f"{stem}{made.suffix}" if number == 1 else f"{stem}_{number}{made.suffix}"
        target = folder / name
        try:
            fsio.move(made, target)
        except FileExistsError:
            if target.is_file() and hashlib.sha256(target.read_bytes()).digest() == digest:
                return target
            number += 1
            continue
        return target


def _lines(report: ImportReport) -> list[Line]:
    """Everything an import says, wrong cells first."""
    lines = [
        Line(
            wrong=True,
            sheet=problem.sheet,
            cell=problem.cell,
            column=problem.column,
            message=problem.message,
            expected=problem.expected,
        )
        for problem in sorted(report.problems, key=_place_of)
    ]
    for finding in report.findings:
        own = [
            source
            for source in finding.sources
            if source.kind == "workbook" and source.document_id in (None, report.document_id)
        ]
        lines.append(
            Line(
                wrong=False,
                sheet=(own[0].sheet or "") if own else "",
                cell=(own[0].cell or "") if own else "",
                column="",
                message=finding.message,
                expected="",
            )
        )
    return lines


def _place_of(problem: CellProblem) -> tuple[str, Place]:
    return problem.sheet, coordinate_to_tuple(problem.cell)


def _mark(source: Path, made: Path, lines: Sequence[Line], language: str) -> None:
    package = Package(source)
    try:
        styles = Styles(package)
        faults = listing.places_of(lines, coordinate_to_tuple)
        for sheet in package.sheets():
            _mark_sheet(package, styles, sheet.part, faults.get(sheet.name, {}))
        sheets = read_workbook(source).sheets
        earlier = next((each.name for each in sheets if listing.is_listing(each)), None)
        listing.put(package, lines, styles.listing(), language, earlier)
        styles.save()
        package.save(made)
    finally:
        package.close()


def _mark_sheet(
    package: Package, styles: Styles, part: str, faults: Mapping[Place, Sequence[Line]]
) -> None:
    if not faults and not package.related(part, "comments"):
        return
    try:
        sheet = cells.split(package.read(part))
    except PartNotUnderstood:
        # Not a worksheet (a chart of its own): nothing in it can be wrong.
        return
    notes = Notes(package, part, cells.notes_of(sheet))
    earlier = notes.remove_ours()
    if not faults and not earlier:
        return
    sheet = cells.restyled(sheet, earlier, styles.unmarked)
    sheet = cells.restyled(sheet, faults, styles.marked)
    said = {place: _comment(each) for place, each in list(faults.items())[:MOST_COMMENTS]}
    notes.add(said)
    shapes = notes.save()
    if shapes:
        sheet = cells.with_notes(sheet, shapes, package.office)
    package.write(part, sheet.whole)


def _comment(lines: Sequence[Line]) -> str:
    return "\n".join(
        dict.fromkeys(
            _("Wrong: {message}\nExpected: {expected}").format(
                message=line.message, expected=line.expected
            )
            for line in lines
        )
    )
