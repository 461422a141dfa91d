"""A document as one flat text that can be searched, with the way back to words and boxes.

Three texts run side by side: as printed, spelled for matching, and folded (lower case, without
accents). Tables, given as such or drawn with box characters, are written cell by cell, and the
grid is kept beside the text. Running heads and page numbers are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.content import Box, Content, Line, Page, Table, surrounding
from extractors.exact_place import exact_box
from extractors.flow import joint, soft_breaks, unwrapped
from extractors.typed_tables import (
    Fragment,
    GridCell,
    columns_from,
    drawn_cells,
    is_drawn,
    without_uprights,
)
from extractors.values.plain import folded, is_cjk, plain_char, without_blanks

# Stands between two cells of one row.
CELL = "\x1f"
# A gap a reader would take for a column: what a value never reaches across.
GAP = re.compile(r"\t| {3,}|\x1f")

_FURNITURE = re.compile(
    r"第\s*\d{1,4}\s*页\s*[,/、 ]*\s*[(]?共\s*\d{1,4}\s*页[)]?"
    r"|共\s*\d{1,4}\s*页\s*[,/、 ]*\s*第\s*\d{1,4}\s*页"
)
# A line to write on says no more when it is long: its tail is left out.
_FILLING = re.compile(
    r"(?<=_{9})_+|(?<= {9}) +|(?<=\.{9})\.+|(?<=-{9})-+|(?<=\n{3})\n+|(?<=\t{3})\t+"
)
# On Latin papers a line of dots is a line to write on; one that was written on is no blank:
# "at ....Attur.... on" reads "at Attur on", "by ____Juan Soto____ of" "by Juan Soto of".
_DOTS = re.compile(r"\.{3,}")
_FILLED_LINE = re.compile(r"(_{2,})(?=[^\W_])[^_\n]{0,80}?[^\s_](_{2,})")
# Cliente|Juan Soto: a stroke between a label and its value is a gap.
_LABEL_BAR = re.compile(r"(?m)^([^|\n]{2,60})[|]([^|\n]+)$")
_FURNITURE_LINE = re.compile(
    r"\s*(?:第\s*\d{1,4}\s*页|共\s*\d{1,4}\s*页|[-—]\s*\d{1,4}\s*[-—]|\d{1,3}\s*/\s*\d{1,3}"
    r"|p[aá]g(?:ina|\.)?\s*\d{1,4}(?:\s*(?:de|/)\s*\d{1,4})?|page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A printed stretch of the flat text and where it stands."""

    start: int
    end: int
    page: int
    box: Box | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell of a table: its place in the grid and its stretch of the searched text."""

    table: int
    row: int
    column: int
    row_end: int
    column_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands on the paper."""

    text: str
    page: int | None
    box: Box | None
    confidence: float


class Sheet:
    """The flat text of a whole document and its tables."""

    def __init__(self, content: Content) -> None:
        writer = _Writer()
        for page in content.pages:
            _write_page(page, writer)
        self.printed = "".join(writer.parts)
        self._words = {
            page.number: [word for line in page.lines for word in line.words if word.box]
            for page in content.pages
        }
        self._pieces = writer.pieces
        self._starts = [piece.start for piece in writer.pieces]
        self.text, self._origin = _spelled(self.printed)
        self.folded = folded(self.text)
        self.spots = self._spots_of(writer.cells)

    def place(self, start: int, end: int) -> Place:
        """Return the printed text, page, box and confidence of `text[start:end]`."""
        first, last = self._origin[start], self._origin[end - 1] + 1
        touched = (
            [
                piece
                for piece in self._pieces[
                    max(bisect_right(self._starts, first) - 1, 0) : bisect_left(self._starts, last)
                ]
                if piece.end > first
            ]
            if start < end
            else []
        )
        if not touched:
            return Place("", None, None, 1.0)
        page = touched[0].page
        here = [piece for piece in touched if piece.page == page]
        confidence = sum(piece.confidence for piece in here) / len(here)
        worst = min(piece.confidence for piece in here)
        return Place(
            self.printed[first:last],
            page,
            self._box(here, first, last),
            min(confidence, (confidence + worst) / 2),
        )

    def _box(self, here: Sequence[_Piece], first: int, last: int) -> Box | None:
        """Return the box of a printed stretch: the value's own, not that of its line or cell."""
        box = surrounding(piece.box for piece in here)
        if box is None:
            return None
        before = len(without_blanks(self.printed[here[0].start : first]))
        text = self.printed[first : min(last, here[-1].end)]
        return exact_box(self._words[here[0].page], box, text, before)

    def printed_of(self, start: int, end: int) -> str:
        """Return the printed text of `text[start:end]`."""
        return self.printed[self._origin[start] : self._origin[end - 1] + 1] if start < end else ""

    @cached_property
    def tables(self) -> dict[int, list[Spot]]:
        """The cells of each table, in reading order."""
        tables: dict[int, list[Spot]] = {}
        for spot in self.spots:
            tables.setdefault(spot.table, []).append(spot)
        return tables

    def find_squeezed(self, word: str) -> tuple[int, int] | None:
        """Return the place of a folded word without blanks, found through blanks and line ends."""
        squeezed, places = self._squeezed
        at = squeezed.find(word)
        return (places[at], places[at + len(word) - 1] + 1) if at >= 0 else None

    @cached_property
    def _squeezed(self) -> tuple[str, list[int]]:
        places = [at for at, char in enumerate(self.folded) if char not in " \t\n"]
        return "".join(char for char in self.folded if char not in " \t\n"), places

    def line_at(self, offset: int) -> int:
        """Return the number of the line of the searched text that `offset` stands in, from 0."""
        return bisect_left(self._line_ends, offset)

    @cached_property
    def _line_ends(self) -> list[int]:
        return [m.start() for m in re.finditer("\n", self.text)]

    @cached_property
    def _spot_starts(self) -> list[int]:
        return [spot.start for spot in self.spots]

    def spot_at(self, offset: int) -> Spot | None:
        """Return the cell that `offset` stands in, or None outside tables."""
        index = bisect_right(self._spot_starts, offset) - 1
        if index >= 0 and self.spots[index].start <= offset <= self.spots[index].end:
            return self.spots[index]
        return None

    def _spots_of(self, cells: Iterable[tuple[int, GridCell, int, int]]) -> list[Spot]:
        spots = []
        for table, cell, start, end in cells:
            first = _index_of(self._origin, start)
            last = _index_of(self._origin, end)
            spots.append(
                Spot(table, cell.row, cell.column, cell.row + cell.row_span,
                     cell.column + cell.column_span, first, last)
            )  # fmt: skip
        return spots


def _index_of(origin: list[int], printed: int) -> int:
    """Return the first place of the searched text at or after a printed place."""
    return bisect_left(origin, printed)


# 【客户名称】某某: a label set in brackets reads like one with a colon.
_BRACKETED = re.compile(
    r"(?<![:：为与和])[【〖［](?P<label>[^\W\d_][^【】〖〗［］\n:：]{1,13})[】〗］](?![:：])"
    r"|(?:(?<=\n)|(?<=  ))\[(?P<name>[\u4e00-\u9fff]{2,10})\](?![:：])"
)


def _as_label(bracketed: re.Match[str]) -> str:
    return f" {bracketed['label'] or bracketed['name']}:"


def _spelled(printed: str) -> tuple[str, list[int]]:
    chars: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(_BRACKETED.sub(_as_label, printed)):
        spelled = plain_char(char)
        chars.append(spelled)
        origin.extend([index] * len(spelled))
    text = _LABEL_BAR.sub(r"\1\t\2", "".join(chars))
    if not any(map(is_cjk, text)):
        text = _DOTS.sub(lambda m: "_" * len(m.group()), text)
        text, origin = _written_on(text, origin)
        text, origin = _boxed(text, origin)
    return _without(_FURNITURE, *_without(_FILLING, text, origin))


# ( ) Sí  (X) No: brackets on Latin papers are boxes to tick.
_BOX = re.compile(r"[(\[] {0,3}(?P<tick>[xX✓✔]?) {0,3}[)\]](?=[ \t]|\n|$)")


def _boxed(text: str, origin: list[int]) -> tuple[str, list[int]]:
    """Write each pair of brackets to tick as one box."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for matched in _BOX.finditer(text):
        start, end = matched.span()
        kept += [text[at:start], "☑" if matched["tick"] else "□"]
        places += origin[at : start + 1]
        at = end
    return "".join(kept) + text[at:], places + origin[at:]


def _written_on(text: str, origin: list[int]) -> tuple[str, list[int]]:
    """Leave one blank of each line that a value was written on, on both its sides."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for matched in _FILLED_LINE.finditer(text):
        for start, end in (matched.span(1), matched.span(2)):
            # One blank beside what was written, wherever the form prints none itself.
            blank = 0 if " " in (text[start - 1 : start], text[end : end + 1]) else 1
            kept += [text[at:start], " " * blank]
            places += origin[at : start + blank]
            at = end
    return "".join(kept) + text[at:], places + origin[at:]


def _without(pattern: re.Pattern[str], text: str, origin: list[int]) -> tuple[str, list[int]]:
    """Leave out what `pattern` matches, from the text and from its way back."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for matched in pattern.finditer(text):
        kept.append(text[at : matched.start()])
        places += origin[at : matched.start()]
        at = matched.end()
    if not at:
        return text, origin
    kept.append(text[at:])
    return "".join(kept), places + origin[at:]


class _Writer:
    """Collects the flat printed text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[_Piece] = []
        self.cells: list[tuple[int, GridCell, int, int]] = []
        self.length = 0
        self.tables = 0

    def gap(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def write(self, fragment: Fragment, page: int) -> None:
        start = self.length
        self.gap(fragment.text)
        self.pieces.append(_Piece(start, self.length, page, fragment.box, fragment.confidence))


def _write_page(page: Page, writer: _Writer) -> None:
    covered: dict[int, int] = {}
    for number, table in enumerate(page.tables):
        for index in _covered_lines(page.lines, table):
            covered.setdefault(index, number)
    written: set[int] = set()
    soft = soft_breaks(page.lines)
    drawn: list[Line] = []
    past_columns = 0
    for index, line in enumerate(page.lines):
        if index < past_columns:
            continue
        if index in covered:
            _write_drawn(drawn, page.number, writer)
            if covered[index] not in written:
                written.add(covered[index])
                _write_grid(_given_cells(page.tables[covered[index]]), page.number, writer)
            continue
        text = line.text
        if is_drawn(text):
            drawn.append(line)
            continue
        _write_drawn(drawn, page.number, writer)
        if _FURNITURE_LINE.fullmatch(text):
            continue
        rows, behind = columns_from(page.lines, index)
        if rows:
            past_columns = behind
            _write_grid(_in_columns(rows), page.number, writer)
            continue
        _write_line(line, page.number, writer)
        if soft[index] and index + 1 not in covered and not is_drawn(page.lines[index + 1].text):
            writer.gap(joint(text.rstrip(), page.lines[index + 1].text.lstrip()))
        else:
            writer.gap("\n")
    _write_drawn(drawn, page.number, writer)
    for number, table in enumerate(page.tables):
        if number not in written:
            _write_grid(_given_cells(table), page.number, writer)


def _write_line(line: Line, page: int, writer: _Writer) -> None:
    before: Box | None = None
    for index, word in enumerate(line.words):
        if index:
            writer.gap(_space_between(before, word.box))
        writer.write(Fragment(word.text, word.box, word.confidence), page)
        before = word.box


def _space_between(left: Box | None, right: Box | None) -> str:
    """A tab where the eye sees a column, else one blank."""
    if left is None or right is None:
        return " "
    height = max(left[3] - left[1], right[3] - right[1], 1.0)
    return "\t" if right[0] - left[2] > 1.2 * height else " "


def _covered_lines(lines: tuple[Line, ...], table: Table) -> Iterator[int]:
    """The lines that say again what the table's cells say."""
    if table.box is not None and any(line.box for line in lines):
        left, top, right, bottom = table.box
        for index, line in enumerate(lines):
            if line.box is not None:
                x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
                if left - 2 <= x <= right + 2 and top <= y <= bottom:
                    yield index
        return
    said = {without_blanks(part) for cell in table.cells for part in cell.text.split("\n")}
    said |= {without_blanks(cell.text) for cell in table.cells}
    rows: dict[int, str] = {}
    for cell in table.cells:
        rows[cell.row] = rows.get(cell.row, "") + without_blanks(cell.text)
    said |= set(rows.values())
    said.discard("")
    for index, line in enumerate(lines):
        if without_blanks(without_uprights(line.text)) in said:
            yield index


def _given_cells(table: Table) -> list[GridCell]:
    return [
        GridCell(
            cell.row, cell.column, cell.row_span, cell.column_span,
            [Fragment(cell.text, cell.box, cell.confidence)],
        )
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    ]  # fmt: skip


def _write_grid(cells: list[GridCell], page: int, writer: _Writer) -> None:
    if not cells:
        return
    row = cells[0].row
    for index, cell in enumerate(cells):
        if index:
            writer.gap("\n" if cell.row != row else CELL)
        row = cell.row
        start = writer.length
        whole = "".join(fragment.text for fragment in cell.fragments)
        is_short = len(without_blanks(whole)) <= 14
        for number, fragment in enumerate(cell.fragments):
            if number:
                writer.gap(" ")
            # A short cell is one label or value whose lines the column's width broke.
            text = fragment.text.replace("\n", " ") if is_short else unwrapped(fragment.text)
            writer.write(Fragment(text, fragment.box, fragment.confidence), page)
        writer.cells.append((writer.tables, cell, start, writer.length))
    writer.gap("\n")
    writer.tables += 1


def _write_drawn(lines: list[Line], page: int, writer: _Writer) -> None:
    """Write a table drawn with box characters as the grid it draws."""
    if lines:
        _write_grid(drawn_cells(lines), page, writer)
        lines.clear()


def _in_columns(rows: list[list[Fragment]]) -> list[GridCell]:
    return [
        GridCell(number, column, fragments=[fragment])
        for number, row in enumerate(rows)
        for column, fragment in enumerate(row)
    ]
