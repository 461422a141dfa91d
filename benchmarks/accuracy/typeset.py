"""Papers laid out on A4, every character at a known place: what PDFs and scans are made of.

Places are PDF points from the upper left corner of the page.
"""

from __future__ import annotations

import functools
import io
import itertools
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.accuracy.marks import Run, plain, standing
from benchmarks.accuracy.sheet import Grid, NewPage, Say, Sheet, Sides, Title
from extractors.content import Box
from samples.make import fonts

WIDTH, HEIGHT = 595.28, 841.89
_FACES = {fonts.SANS: "EvaluationHei", fonts.SERIF: "EvaluationSong"}
# A line does not begin with these.
_HANGING = "，。；：、）》”%％‰.,;:)"
PAD = 4.0


@dataclass(frozen=True, slots=True)
class Ink:
    """Characters of one kind on one line."""

    page: int
    text: str
    box: Box
    size: float
    face: str
    value: int | None
    ruled: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a table."""

    page: int
    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(slots=True)
class Laid:
    """A paper on its pages.

    places  page and box of every stretch of each marked value, by the value's number
    """

    pages: int = 1
    inks: list[Ink] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    @property
    def places(self) -> dict[int, list[tuple[int, Box]]]:
        """Return where each value stands: a page and box a line."""
        found: dict[int, list[tuple[int, Box]]] = {}
        for ink in self.inks:
            if ink.value is not None:
                found.setdefault(ink.value, []).append((ink.page, ink.box))
        return found


@functools.cache
def register() -> None:
    """Make the fonts known to ReportLab, cut to the characters that papers here use."""
    folders = (Path(__file__).parent, Path(fonts.__file__).parent)
    sources = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    latin = "".join(chr(code) for code in range(0xA1, 0x180))
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    kept = {char for char in text + string.printable + latin if not "\ue000" <= char <= "\uf8ff"}
    characters = "".join(sorted(kept | set("０１２３４５６７８９．□☑√×■")))
    for name, face in _FACES.items():
        pdfmetrics.registerFont(TTFont(face, io.BytesIO(fonts.truetype(name, characters))))


@functools.lru_cache(maxsize=20_000)
def wide(char: str, face: str) -> float:
    """How wide a character is, at a size of 1."""
    return float(pdfmetrics.stringWidth(char, face, 1000)) / 1000


Spot = tuple[str, int | None, bool]


class _Setter:
    def __init__(self, sheet: Sheet) -> None:
        register()
        chance = Random(f"layout/{sheet.name}")
        self.sheet = sheet
        self.laid = Laid()
        self.size = chance.choice((10.5, 10.5, 11, 12))
        self.face = _FACES[chance.choice((fonts.SERIF, fonts.SERIF, fonts.SANS))]
        self.leading = chance.choice((1.45, 1.6, 1.8))
        self.left = chance.choice((57.0, 68.0, 72.0))
        self.right = WIDTH - self.left
        self.top, self.bottom = 74.0, HEIGHT - 70.0
        self.y = self.top

    def lay(self) -> Laid:
        for block in self.sheet.blocks:
            match block:
                case Title(text):
                    self._title(text)
                case Say(text, indent, align):
                    self._paragraph("　　" * indent + text, align)
                case Grid():
                    self._grid(block)
                case Sides(left, right):
                    self._sides(left, right)
                case NewPage():
                    self._turn()
        self._furniture()
        return self.laid

    def _turn(self) -> None:
        self.laid.pages += 1
        self.y = self.top

    def _room(self, tall: float) -> None:
        if self.y + tall > self.bottom:
            self._turn()

    def _title(self, text: str) -> None:
        size = 17.0
        for line in _broken(_spots(text), self.right - self.left, size, self.face):
            self._room(size * 1.5)
            self._line(line, self._start(line, "center", size), self.y, size)
            self.y += size * 1.5
        self.y += 8

    def _start(self, line: Sequence[Spot], align: str, size: float) -> float:
        spare = self.right - self.left - sum(wide(char, self.face) for char, _, _ in line) * size
        return self.left + {"left": 0.0, "center": spare / 2, "right": spare}[align]

    def _paragraph(self, text: str, align: str) -> None:
        spots = _spots(text)
        for line in _broken(spots, self.right - self.left, self.size, self.face) or [[]]:
            self._room(self.size * self.leading)
            self._line(line, self._start(line, align, self.size), self.y, self.size)
            self.y += self.size * self.leading

    def _sides(self, left: Sequence[str], right: Sequence[str]) -> None:
        half = (self.right - self.left) / 2
        for one, two in zip(left, right, strict=True):
            columns = [
                _broken(_spots(text), half - 12, self.size, self.face) for text in (one, two)
            ]
            tall = max(1, *map(len, columns)) * self.size * self.leading
            self._room(tall)
            for place, lines in enumerate(columns):
                for number, line in enumerate(lines):
                    top = self.y + number * self.size * self.leading
                    self._line(line, self.left + place * half, top, self.size)
            self.y += tall

    def _grid(self, grid: Grid) -> None:
        count = max(len(row) for row in grid.rows)
        shares = [*grid.widths] or [1.0] * count
        unit = (self.right - self.left) / sum(shares)
        edges = [self.left + unit * sum(shares[:place]) for place in range(count + 1)]
        self.y += 4
        for row in grid.rows:
            self._row(row, edges)
        self.y += 8

    def _row(self, row: Sequence[str | None], edges: Sequence[float]) -> None:
        size, cells = self.size - 0.5, []
        for place, text in enumerate(row):
            if text is None:
                continue
            last = place + 1
            while last < len(row) and row[last] is None:
                last += 1
            left, right = edges[place], edges[last if last < len(row) else len(edges) - 1]
            cells.append(
                (left, right, _broken(_spots(text), right - left - 2 * PAD, size, self.face))
            )
        tall = max(max(1, len(lines)) for _, _, lines in cells) * size * 1.4 + 2 * PAD
        self._room(tall)
        for left, right, lines in cells:
            self._box(left, self.y, right, self.y + tall)
            for number, line in enumerate(lines):
                self._line(line, left + PAD, self.y + PAD + number * size * 1.4, size)
        self.y += tall

    def _box(self, left: float, top: float, right: float, bottom: float) -> None:
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        for start, end in itertools.pairwise(corners):
            self.laid.strokes.append(Stroke(self.laid.pages, start, end))

    def _line(self, line: Sequence[Spot], x: float, top: float, size: float) -> None:
        for text, value, ruled in _together(line):
            long = sum(wide(char, self.face) for char in text) * size
            box = (x, top, x + long, top + size)
            if text.strip() or ruled:
                self.laid.inks.append(
                    Ink(self.laid.pages, text, box, size, self.face, value, ruled)
                )
            x += long

    def _furniture(self) -> None:
        for page in range(1, self.laid.pages + 1):
            foot = self.sheet.footer.format(page=page, pages=self.laid.pages)
            for text, top in ((self.sheet.header, 40.0), (foot, HEIGHT - 44.0)):
                line = [(char, None, False) for char in text]
                x = self.left if top < 100 else self._start(line, "center", 9)
                for part, _, _ in _together(line):
                    long = sum(wide(char, self.face) for char in part) * 9
                    box = (x, top, x + long, top + 9)
                    self.laid.inks.append(Ink(page, part, box, 9, self.face, None, False))


def lay(sheet: Sheet) -> Laid:
    """Return the paper laid out; the same way each time."""
    return _Setter(sheet).lay()


def _spots(text: str) -> list[Spot]:
    return [
        (char, run.value, run.ruled)
        for run in _with_room(text)
        for char in run.text.replace("\t", "    ")
    ]


def _with_room(text: str) -> Iterator[Run]:
    """A value on a rule has a little of the rule before and after it."""
    found = list(standing(text))
    for place, run in enumerate(found):
        if run.ruled and (place == 0 or not found[place - 1].ruled):
            yield Run("  ", None, True)
        yield run
        if run.ruled and (place + 1 == len(found) or not found[place + 1].ruled):
            yield Run("  ", None, True)


def _broken(spots: Sequence[Spot], room: float, size: float, face: str) -> list[list[Spot]]:
    """Break characters into lines; a Latin word or a number stays whole where it fits."""
    lines: list[list[Spot]] = []
    line: list[Spot] = []
    used = 0.0
    for spot in spots:
        long = wide(spot[0], face) * size
        if used + long > room and line and spot[0] not in _HANGING:
            keep = _whole_word(line) if _joins(spot[0]) else 0
            rest = line[len(line) - keep :] if keep else []
            lines.append(line[: len(line) - keep])
            line = [*rest, spot]
            used = sum(wide(char, face) for char, _, _ in line) * size
        else:
            line.append(spot)
            used += long
    return [*lines, line] if line else lines


def _joins(char: str) -> bool:
    return char.isascii() and not char.isspace()


def _whole_word(line: Sequence[Spot]) -> int:
    keep = 0
    while keep < len(line) and _joins(line[-1 - keep][0]):
        keep += 1
    return keep if keep < min(24, len(line)) else 0


def _together(line: Sequence[Spot]) -> Iterator[tuple[str, int | None, bool]]:
    start = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or line[place][1:] != line[start][1:]:
            yield "".join(char for char, _, _ in line[start:place]), line[start][1], line[start][2]
            start = place


def pdf_of(laid: Laid) -> bytes:
    """Return the pages as a PDF with sound text; the same bytes each time."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    for page in range(1, laid.pages + 1):
        canvas.setLineWidth(0.7)
        for stroke in laid.strokes:
            if stroke.page == page:
                canvas.line(
                    stroke.start[0], HEIGHT - stroke.start[1], stroke.end[0], HEIGHT - stroke.end[1]
                )
        for ink in laid.inks:
            if ink.page == page:
                _write(canvas, ink)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write(canvas: Canvas, ink: Ink) -> None:
    left, top, right, _ = ink.box
    base = HEIGHT - top - ink.size * 0.88
    canvas.setFont(ink.face, ink.size)
    canvas.drawString(left, base, ink.text)
    if ink.ruled:
        canvas.setLineWidth(0.5)
        canvas.line(left, base - 2, right, base - 2)


def words_of(laid: Laid) -> str:
    """The words on the pages, for tests."""
    return plain("".join(ink.text for ink in laid.inks))
