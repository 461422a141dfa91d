"""A PDF page's own characters, grouped into words and lines as a person sees them."""

from __future__ import annotations

import ctypes
import math
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
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
        to_page = _Transform(page, width, height, turned)
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
                or unicodedata.category(text[0]) in _UNSOUND
                or pdfium.FPDFText_HasUnicodeMapError(reader, index) == 1
            ):
                continue
            sound += 1
            one = _character(reader, index, text, to_page, after_blank)
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


class _Transform:
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
        self._start = (x0, y0)
        self._across = ((x1 - x0) / 100, (y1 - y0) / 100)
        self._up = ((x2 - x0) / 100, (y2 - y0) / 100)
        self._width, self._height, self._turned = width, height, turned

    def point(self, px: float, py: float) -> tuple[float, float]:
        x = self._start[0] + px * self._across[0] + py * self._up[0]
        y = self._start[1] + px * self._across[1] + py * self._up[1]
        match self._turned:
            case 90:
                return self._height - y, x
            case 180:
                return self._width - x, self._height - y
            case 270:
                return y, self._width - x
        return x, y


def _character(
    reader: Any, index: int, text: str, to_page: _Transform, after_blank: bool
) -> _Character | None:
    box = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    if not pdfium.FPDFText_GetCharBox(reader, index, *box):
        return None
    pdfium.FPDFText_GetCharOrigin(reader, index, *origin)
    left, right, bottom, top = (edge.value for edge in box)
    one, other = to_page.point(left, bottom), to_page.point(right, top)
    x, y = to_page.point(origin[0].value, origin[1].value)
    size = _size(reader, index, abs(other[1] - one[1]))
    return _Character(
        text,
        x,
        y,
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
        size,
        after_blank,
    )


def _size(reader: Any, index: int, height: float) -> float:
    """The font's height on the page. Its nominal size says nothing where the page is scaled."""
    loose = pdfium.FS_RECTF()
    if pdfium.FPDFText_GetLooseCharBox(reader, index, loose):
        seen = min(abs(float(loose.top - loose.bottom)), abs(float(loose.right - loose.left)) * 3)
        if seen > 0.5:
            return max(min(seen, height * 4), height)
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


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in ("W", "F")


def _word(run: Sequence[_Character]) -> Word:
    return Word("".join(one.text for one in run), _box(run))


def _box(run: Sequence[_Character]) -> Box | None:
    return surrounding((one.left, one.top, one.right, one.bottom) for one in run)
