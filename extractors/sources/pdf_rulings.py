"""The straight lines drawn on a PDF page: strokes, thin filled bars, sides of frames."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extractors.rulings import Ruling
from extractors.sources.pdf_text import Transform

# In points: how thick a line may be, how far it may lean, how long it is at the least.
THICK, LEAN, LONG = 3.0, 1.0, 3.0
_DEPTH = 3
# Drawings of more strokes than this are no tables.
_MOST_SEGMENTS = 20_000

# a, b, c, d, e, f of PDF's matrices: x' = ax + cy + e, y' = bx + dy + f
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


def rulings(page: Any, to_page: Transform) -> tuple[list[Ruling], list[Ruling]]:
    """Return the level and the upright lines of a pypdfium2 page, in points from the top left."""
    level: list[Ruling] = []
    upright: list[Ruling] = []
    seen = 0
    for path, matrix in _paths(page):
        seen += max(pdfium.FPDFPath_CountSegments(path), 0)
        if seen > _MOST_SEGMENTS:
            return [], []
        for stroke in _strokes(path, matrix):
            points = [to_page.point(*point) for point in stroke]
            for one, other in _sides(points):
                (x0, y0), (x1, y1) = one, other
                if abs(y1 - y0) <= LEAN and abs(x1 - x0) >= LONG:
                    level.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
                elif abs(x1 - x0) <= LEAN and abs(y1 - y0) >= LONG:
                    upright.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return level, upright


def _sides(points: list[_Point]) -> Iterator[tuple[_Point, _Point]]:
    """The lines of one stroke; a bar so thin that it is a line counts as its middle."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if bottom - top <= THICK:
        middle = (top + bottom) / 2
        yield (left, middle), (right, middle)
    elif right - left <= THICK:
        middle = (left + right) / 2
        yield (middle, top), (middle, bottom)
    else:
        yield from pairwise(points)


def _paths(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _below(pdfium.FPDFPage_GetObject(page, index), _SAME, 1)


def _below(thing: Any, outer: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield thing, _times(_matrix(thing), outer)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
        inner = _times(_matrix(thing), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
            yield from _below(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)


def _matrix(thing: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, found):
        return _SAME
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od,
        e * oa + f * oc + oe, e * ob + f * od + of,
    )  # fmt: skip


def _strokes(path: Any, matrix: _Matrix) -> Iterator[list[_Point]]:
    """Yield the runs of straight lines of a path, in the page's own space; curves end a run."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    run: list[_Point] = []
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(run) > 1:
                yield run
            run = []
        run.append(point)
        if len(run) > 2 and pdfium.FPDFPathSegment_GetClose(segment):
            run.append(run[0])
    if len(run) > 1:
        yield run
