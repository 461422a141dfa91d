"""Tables that are typed: drawn with box characters, or set in columns with tabs or wide blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.content import Box, Line

_UPRIGHT = re.compile(r"[│┃║|｜]")
# Where strokes meet on a line that rules only some of the columns: ├────┤ text │.
_JOINT = re.compile(r"[│┃║|｜├┼┤┣╋┫╠╬╣┌┬┐└┴┘]")
_STROKES = re.compile(r"[─━═]{2,}")
_BORDER = re.compile(r"[\s─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝│┃║|+=_-]*")
# What can head a column: a few words, with its unit in brackets, and nothing of a sentence.
_WORDS = r"[^\d:：。，,;；¥￥□☐☑√_()（）]"
_TITLE = re.compile(_WORDS + r"{2,14}(?:[(（][^()（）]{1,10}[)）]" + _WORDS + r"{0,6})?[%‰]?")
# The same in Latin letters: "Name of claimant (Mortgagee)", "Sl.No.".
_LATIN_TITLE = re.compile(r"[A-Za-zÁÉÍÓÚÑáéíóúñü./&' -]{2,34}(?:\([^()]{1,20}\))?[%.]?")
_FEWEST_COLUMNS = 3
# 到　期　日: one word, its characters set apart.
_SPREAD = re.compile(r"(?<![^\s])[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]){1,3}(?![^\s])")


@dataclass(slots=True)
class Fragment:
    """A printed piece of a cell."""

    text: str
    box: Box | None
    confidence: float


@dataclass(slots=True)
class GridCell:
    """A cell with the rows and columns that it covers."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    fragments: list[Fragment] = field(default_factory=list)


@dataclass(slots=True)
class _Drawn:
    """A cell between two strokes; edges in half-width columns, `row_end` one past its last row."""

    left: int
    right: int
    fragments: list[Fragment]
    row: int = 0
    row_end: int = 1

    @property
    def edges(self) -> tuple[int, int]:
        return self.left, self.right


def is_border(text: str) -> bool:
    """Whether a line holds nothing but strokes and blanks."""
    return _BORDER.fullmatch(text) is not None


def without_uprights(text: str) -> str:
    """Return a line without the strokes between its cells."""
    return _UPRIGHT.sub("", text)


def is_drawn(text: str) -> bool:
    """Whether a line belongs to a table drawn with box characters."""
    if len(_UPRIGHT.findall(text)) >= 2 or _is_half_border(text):
        return True
    if re.fullmatch(r"\s*[^│┃║:：]{2,16}[│┃║][^│┃║]*", text):
        # A label, a stroke, its value: a table of two columns without a frame.
        return True
    has_strokes = re.search(r"[─━═┼├┌└┏┗╔╚+]", text) is not None
    return len(text.strip()) >= 4 and is_border(text) and has_strokes


def _is_half_border(text: str) -> bool:
    """Whether a line rules some columns and writes in others."""
    return (
        not is_border(text) and _STROKES.search(text) is not None and len(_JOINT.findall(text)) >= 3
    )


def drawn_cells(lines: Sequence[Line]) -> list[GridCell]:
    """Return the cells of a table drawn with box characters, row by row."""
    has_halves = any(_is_half_border(line.text) for line in lines)
    is_ruled = has_halves or sum(1 for line in lines if is_border(line.text)) > 2
    edges = {
        edge
        for line in lines
        if not is_border(line.text) and not _is_half_border(line.text)
        for cell in _cut(line)
        for edge in cell.edges
    }
    is_open = _is_open(lines)
    apart = _rows_apart(lines, is_open) if is_ruled else set()
    cells: list[_Drawn] = []
    # The cells that the next line may go on with; `is_new` after a stroke across.
    unfinished: list[_Drawn] = []
    row, is_new = -1, True
    for number, line in enumerate(lines):
        if is_border(line.text):
            if _rules_a_row(line.text):
                unfinished, is_new = [], True
            continue
        if _is_half_border(line.text):
            unfinished, is_new = _past_half_border(unfinished, line, edges), True
            continue
        found = _cells(line, is_open)
        goes_on = [one.edges for one in found] == [one.edges for one in unfinished]
        if is_ruled and not is_new and goes_on and number not in apart:
            for above, more in zip(unfinished, found, strict=True):
                above.fragments.extend(more.fragments)
            continue
        row += 1
        held = {one.edges: one for one in unfinished} if is_new else {}
        unfinished = []
        for one in found:
            above = held.get(one.edges, one)
            if above is one:
                one.row = row
                cells.append(one)
            else:
                above.fragments.extend(one.fragments)
            above.row_end = row + 1
            unfinished.append(above)
        is_new = False
    if not has_halves:
        _line_up(cells, is_ruled)
    return _placed(cells)


# The side of an open table, beyond every column a line can reach.
_SIDE = 10_000


def _is_open(lines: Sequence[Line]) -> bool:
    """Whether the table has no strokes along its sides: only its cells are kept apart."""
    borders = [line.text.strip() for line in lines if is_border(line.text)]
    return len(borders) > 2 and all(re.fullmatch(r"[─━═].*[─━═]", text) for text in borders)


def _cells(line: Line, is_open: bool) -> list[_Drawn]:
    """Return what stands between the strokes of a line, in an open table at its sides too."""
    found = _cut(line)
    if not is_open or len(found) < _FEWEST_COLUMNS:
        return found
    if found[0].left:
        found.insert(0, _Drawn(0, found[0].left, []))
    if _UPRIGHT.match(line.text.rstrip()[-1:]):
        found.append(_Drawn(found[-1].right, _SIDE, []))
    found[-1].right = _SIDE
    return found


_WHOLE_FIGURE = re.compile(r"[\d０-９]{1,9}(?:,\d{3})*(?:[.．][\d０-９]{1,4})?")


def _rows_apart(lines: Sequence[Line], is_open: bool) -> set[int]:
    """Return which lines are rows of their own though no stroke parts them from the line above.

    Each line between two strokes says something in the first column, and two other columns hold a
    whole figure in every line.
    """
    apart: set[int] = set()
    block: list[int] = []
    for number, line in enumerate(lines):
        if not is_border(line.text):
            block.append(number)
            continue
        rows = [_cells(lines[at], is_open) for at in block]
        if len(rows) > 1 and _are_rows(rows):
            apart.update(block)
        block = []
    return apart


def _are_rows(rows: Sequence[Sequence[_Drawn]]) -> bool:
    if len({tuple(one.edges for one in row) for row in rows}) > 1:
        return False
    columns = [[" ".join(part.text for part in one.fragments) for one in row] for row in rows]
    first, *others = zip(*columns, strict=True)
    figures = sum(all(map(_WHOLE_FIGURE.fullmatch, column)) for column in others)
    return all(first) and figures >= 2


def _rules_a_row(border: str) -> bool:
    """Whether a line of strokes goes across, not only on between the cells."""
    return not _UPRIGHT.search(border.strip()[1:-1]) or re.search(r"[─━═┼]", border) is not None


def _past_half_border(unfinished: list[_Drawn], line: Line, edges: set[int]) -> list[_Drawn]:
    """Return the cells that go on beside a stroke, with what its own line writes in them."""
    # Fonts draw a stroke as wide as a letter or twice as wide: the edges tell.
    found = min(
        (_cut(line, width) for width in (1, 2)),
        key=lambda cells: len({edge for one in cells for edge in one.edges} - edges),
    )
    ruled = [one for one in found if any(_STROKES.search(part.text) for part in one.fragments)]
    going_on = [
        one
        for one in unfinished
        if not any(one.left < stroke.right and stroke.left < one.right for stroke in ruled)
    ]
    for one in going_on:
        for more in found:
            if more.edges == one.edges:
                one.fragments.extend(more.fragments)
    return going_on


def _line_up(cells: list[_Drawn], is_ruled: bool) -> None:
    """Count the cells where the strokes do not stand in columns.

    That is where every row has as many cells, or no stroke goes across at all.
    """
    rows: dict[int, list[_Drawn]] = {}
    for one in cells:
        rows.setdefault(one.row, []).append(one)
    stands = {tuple(one.edges for one in row) for row in rows.values()}
    lengths = {len(row) for row in rows.values()}
    if len(stands) == 1 or (len(lengths) != 1 and (is_ruled or not _are_askew(stands))):
        return
    for row in rows.values():
        for number, one in enumerate(row):
            one.left, one.right = number, number + 1
        # A shorter row's last cell reaches to the edge.
        row[-1].right = max(lengths)


def _are_askew(stands: set[tuple[tuple[int, int], ...]]) -> bool:
    """Whether rows with as many cells have their strokes in different places."""
    by_length: dict[int, int] = {}
    for stand in stands:
        by_length[len(stand)] = by_length.get(len(stand), 0) + 1
    return any(count > 1 for count in by_length.values())


def _placed(cells: list[_Drawn]) -> list[GridCell]:
    column_of = {
        edge: number for number, edge in enumerate(sorted({e for one in cells for e in one.edges}))
    }
    return [
        GridCell(
            one.row,
            column_of[one.left],
            one.row_end - one.row,
            max(column_of[one.right] - column_of[one.left], 1),
            one.fragments,
        )
        for one in cells
    ]


def _cut(line: Line, stroke_width: int = 0) -> list[_Drawn]:
    """Return what stands between the strokes of a line.

    stroke_width  how many columns a stroke across takes, for a line that has some
    """
    upright = _JOINT if stroke_width else _UPRIGHT
    cells: list[_Drawn] = []
    left, at, fragments, seen = 0, 0, list[Fragment](), False
    for index, word in enumerate(line.words):
        at += 1 if index else 0
        for part in re.split(f"({upright.pattern})", word.text):
            if upright.fullmatch(part):
                # A line may begin with its first cell, without a stroke before it.
                if seen or fragments:
                    cells.append(_Drawn(left, at, fragments))
                seen, left, fragments = True, at, []
            elif part.strip():
                fragments.append(Fragment(part.strip(), word.box, word.confidence))
            at += sum(_width(char, stroke_width) for char in part)
    if any(fragment.text for fragment in fragments):
        cells.append(_Drawn(left, at, fragments))
    return cells


def _width(char: str, stroke_width: int) -> int:
    if stroke_width and char in "─━═":
        return stroke_width
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def columns_from(lines: Sequence[Line], start: int) -> tuple[list[list[Fragment]], int]:
    """Return the rows of a table set in columns from line `start`, and the line behind it.

    A line of titles, with tabs or wide blanks between them, stands over lines with as many values.
    No rows where no such table begins.
    """
    titles = _columns(lines[start])
    if len(titles) < 2 or len({one.text for one in titles}) < len(titles):
        return [], start
    if not all(_is_title(one.text, len(titles)) for one in titles):
        return [], start
    rows, end = [titles], start + 1
    for number in range(start + 1, len(lines)):
        if not lines[number].text.strip():
            continue
        row = _folded_to(len(titles), _columns(lines[number]))
        is_short = "\t" in lines[number].text and _FEWEST_COLUMNS <= len(row) < len(titles)
        if not row or not (len(row) == len(titles) or is_short):
            break
        rows.append(row)
        end = number + 1
    figures = [[re.search(r"\d", one.text) is not None for one in row] for row in rows[1:]]
    # Two columns are a table only where figures stand under both titles.
    enough = any if len(titles) >= _FEWEST_COLUMNS else all
    return (rows, end) if figures and enough(map(enough, figures)) else ([], start)


def _folded_to(width: int, row: list[Fragment]) -> list[Fragment]:
    """Return a row with the people of its last column as one cell, who stand apart like columns."""
    beyond = row[width - 1 :]
    if len(row) <= width or not all(
        re.fullmatch(r"[\u4e00-\u9fff]{2,4}", one.text) for one in beyond
    ):
        return row
    together = Fragment("  ".join(one.text for one in beyond), None, beyond[0].confidence)
    return [*row[: width - 1], together]


def _is_title(text: str, columns: int) -> bool:
    """Whether `text` can head one of so many columns; two columns of long words are no table."""
    if _TITLE.fullmatch(text.replace(" ", "")):
        return True
    return columns >= _FEWEST_COLUMNS and _LATIN_TITLE.fullmatch(text) is not None


def _columns(line: Line) -> list[Fragment]:
    """Return the pieces of a line between tabs, or between wide blanks; none of a placed line."""
    if any(word.box for word in line.words):
        return []
    gap = r"\t" if "\t" in line.text.strip() else r"(?:[ \u00a0]{2,}|\u3000)[ \u00a0\u3000]*"
    confidence = min((word.confidence for word in line.words), default=1.0)
    text = _SPREAD.sub(lambda m: re.sub(r"\s", "", m.group()), line.text.strip(" \n\u3000"))
    return [Fragment(part.strip(), None, confidence) for part in re.split(gap, text)]
