"""A PDF page's own characters, grouped into words and lines as a person sees them."""

from __future__ import annotations

import ctypes
import math
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

from extractors.content import Box, Line, Word, surrounding

# A gap that splits words, in heights of the font, after which even CJK text is apart.
GAP = 0.45
# Baselines closer together than this share of the font's height are one line.
SAME_LINE = 0.35
# Marks and private characters that stand for glyphs whose meaning the font does not tell.
_UNSOUND = frozenset({"Co", "Cn", "Cs", "Cc"})


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page.

    width, height  of the page as it is read, in points
    characters     how many characters it has, blanks not counted
    sound          how many of them mean something
    turned         degrees clockwise the text had to be turned to be read
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    characters: int
    sound: int
    turned: int


# A page has thousands: a frozen class would take a third of the time of reading them.
@dataclass(slots=True)
class _Character:
    """One character, with the origin of the page at the top left, y downwards.

    x, y          where its baseline starts
    after_blank   whether a blank was written just before it
    """

    text: str
    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float
    size: float
    after_blank: bool = False


def text_of(page: Any) -> PageText:
    """Return the text of a pypdfium2 page."""
    width, height = page.get_size()
    reader = pdfium.FPDFText_LoadPage(page)
    if not reader:
        return PageText((), width, height, 0, 0, 0)
    try:
        count = max(0, pdfium.FPDFText_CountChars(reader))
        turned = _turned(page, reader, count)
        to_page = Transform(page, width, height, turned)
        boxes = _Boxes(reader, to_page)
        found, characters, sound, after_blank = [], 0, 0, False
        for index in range(count):
            code = pdfium.FPDFText_GetUnicode(reader, index)
            text = _joined_surrogates(reader, index, code)
            if text.isspace():
                after_blank = True
            if text.isspace() or not text or text in "\u00ad\ufeff\u200b\x02":
                continue
            characters += 1
            if (
                text == "\ufffd"
                or _is_unsound(text[0])
                or pdfium.FPDFText_HasUnicodeMapError(reader, index) == 1
            ):
                continue
            sound += 1
            one = boxes.character(index, text, after_blank)
            after_blank = False
            if one is not None:
                found.append(one)
    finally:
        pdfium.FPDFText_ClosePage(reader)
    if turned in (90, 270):
        width, height = height, width
    return PageText(lines_from(found), width, height, characters, sound, turned)


def _joined_surrogates(reader: Any, index: int, code: int) -> str:
    """Characters beyond the first plane come as two halves; the pair is given at the first."""
    if 0xD800 <= code <= 0xDBFF:
        low = pdfium.FPDFText_GetUnicode(reader, index + 1)
        if 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
        return "\ufffd"
    if 0xDC00 <= code <= 0xDFFF:
        return ""
    return chr(code) if code else "\ufffd"


def _turned(page: Any, reader: Any, count: int) -> int:
    """Return by how many degrees clockwise the page must be turned so that most text is level."""
    votes = [0, 0, 0, 0]
    step = max(1, count // 200)
    for index in range(0, count, step):
        angle = pdfium.FPDFText_GetCharAngle(reader, index)
        if angle >= 0:
            votes[round(angle / (math.pi / 2)) % 4] += 1
    if not any(votes):
        return 0
    # pdfium measures clockwise, on the page before its own rotation.
    lies = votes.index(max(votes)) * 90 + int(pdfium.FPDFPage_GetRotation(page)) * 90
    return -lies % 360


class Transform:
    """From a page's own space to points on the page as it is read, origin at the top left."""

    def __init__(self, page: Any, width: float, height: float, turned: int) -> None:
        # pdfium knows crop boxes and rotations; three points of its mapping give all of it.
        fine = 1000
        w, h = max(1, round(width * fine)), max(1, round(height * fine))
        x, y = ctypes.c_int(), ctypes.c_int()
        points = []
        for px, py in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0)):
            pdfium.FPDF_PageToDevice(page, 0, 0, w, h, 0, px, py, x, y)
            points.append((x.value / w * width, y.value / h * height))
        (x0, y0), (x1, y1), (x2, y2) = points
        ax, ay = (x1 - x0) / 100, (y1 - y0) / 100
        bx, by = (x2 - x0) / 100, (y2 - y0) / 100
        # x' = x0 + ax x + bx y, and the same for y'; then turned as a whole.
        match turned:
            case 90:
                level, upright = (height - y0, -ay, -by), (x0, ax, bx)
            case 180:
                level, upright = (width - x0, -ax, -bx), (height - y0, -ay, -by)
            case 270:
                level, upright = (y0, ay, by), (width - x0, -ax, -bx)
            case _:
                level, upright = (x0, ax, bx), (y0, ay, by)
        self._level, self._upright = level, upright

    def point(self, px: float, py: float) -> tuple[float, float]:
        """Return where a point of the page's own space stands."""
        x0, ax, bx = self._level
        y0, ay, by = self._upright
        return x0 + ax * px + bx * py, y0 + ay * px + by * py


class _Boxes:
    """Asks pdfium for the places of characters; what it writes into is used again."""

    def __init__(self, reader: Any, to_page: Transform) -> None:
        self._reader, self._point = reader, to_page.point
        self._left, self._right, self._bottom, self._top = (ctypes.c_double() for _ in range(4))
        self._edges = (self._left, self._right, self._bottom, self._top)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._loose = pdfium.FS_RECTF()

    def character(self, index: int, text: str, after_blank: bool) -> _Character | None:
        """Return the character number `index`, None if it has no place."""
        if not pdfium.FPDFText_GetCharBox(self._reader, index, *self._edges):
            return None
        pdfium.FPDFText_GetCharOrigin(self._reader, index, self._x, self._y)
        x0, y0 = self._point(self._left.value, self._bottom.value)
        x1, y1 = self._point(self._right.value, self._top.value)
        x, y = self._point(self._x.value, self._y.value)
        left, right = (x0, x1) if x0 <= x1 else (x1, x0)
        top, bottom = (y0, y1) if y0 <= y1 else (y1, y0)
        size = self._size(index, bottom - top)
        return _Character(text, x, y, left, top, right, bottom, size, after_blank)

    def _size(self, index: int, height: float) -> float:
        """The font's height on the page. Its nominal size says nothing where the page is scaled."""
        loose = self._loose
        if pdfium.FPDFText_GetLooseCharBox(self._reader, index, loose):
            seen = min(abs(loose.top - loose.bottom), abs(loose.right - loose.left) * 3)
            if seen > 0.5:
                return float(max(min(seen, height * 4), height))
        return max(height, 1.0)


def lines_from(characters: Iterable[_Character]) -> tuple[Line, ...]:
    """Return the lines that the characters make, top to bottom, their words left to right."""
    rows: list[list[_Character]] = []
    baselines: list[float] = []
    for one in sorted(characters, key=lambda c: (c.y, c.x)):
        if rows and abs(one.y - baselines[-1]) <= SAME_LINE * max(
            min(one.size, rows[-1][-1].size), 2.0
        ):
            rows[-1].append(one)
            # The baseline follows the row, as it does in text that was set slightly askew.
            baselines[-1] += (one.y - baselines[-1]) / len(rows[-1])
        else:
            rows.append([one])
            baselines.append(one.y)
    return tuple(line for line in (_line(row) for row in rows) if line.words)


def _line(row: Sequence[_Character]) -> Line:
    words: list[Word] = []
    run: list[_Character] = []
    size = statistics.median(one.size for one in row)
    for one in sorted(row, key=lambda c: c.x):
        if run and _is_same_printed_twice(run[-1], one):
            continue
        if run and _is_apart(run[-1], one, size):
            words.append(_word(run))
            run = []
        run.append(one)
    if run:
        words.append(_word(run))
    return Line(tuple(words))


def _is_same_printed_twice(before: _Character, one: _Character) -> bool:
    """Some programs embolden by printing a character twice, a hair apart."""
    return before.text == one.text and abs(before.x - one.x) < 0.15 * one.size


def _is_apart(before: _Character, one: _Character, size: float) -> bool:
    """Whether a reader sees a gap between two characters of one line."""
    if _is_wide(before.text) and _is_wide(one.text):
        # Their boxes are the ink: count from where the full-width cells end.
        return one.x - (before.x + max(before.right - before.left, size * 0.9)) > GAP * size
    gap = one.left - before.right
    if _is_wide(before.text) or _is_wide(one.text):
        return gap > 0.6 * size
    # A written blank splits words even where the line was squeezed to fit.
    return gap > (0.05 if one.after_blank else 0.2) * size


@cache
def _is_unsound(char: str) -> bool:
    return unicodedata.category(char) in _UNSOUND


@cache
def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in ("W", "F")


def _word(run: Sequence[_Character]) -> Word:
    return Word("".join(one.text for one in run), _box(run))


def _box(run: Sequence[_Character]) -> Box | None:
    return surrounding((one.left, one.top, one.right, one.bottom) for one in run)
