"""Papers as plain text: as clerks type them, as boxes drawn with characters, as copied from files."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator, Sequence

from benchmarks.accuracy.marks import plain, standing
from benchmarks.accuracy.sheet import Grid, NewPage, Say, Sheet, Sides, Title

WIDE_LINE = 76


def text_of(sheet: Sheet) -> str:
    """Return the paper as text, form feeds between pages."""
    lines = [line for block in sheet.blocks for line in _block(block, sheet)]
    if sheet.habits.airy:
        lines = [part for line in lines for part in (line, "")]
    pages = "\n".join(lines).split("\f\n")
    dressed = [_dressed(page, number, len(pages), sheet) for number, page in enumerate(pages, 1)]
    return "\f".join(dressed)


def text_bytes(sheet: Sheet) -> bytes:
    """Return the paper as a text file: mostly UTF-8, now and then GB 18030."""
    text = text_of(sheet)
    if sheet.language == "zh" and zlib.crc32(sheet.name.encode()) % 8 == 0:
        return text.encode("gb18030")
    return text.encode("utf-8")


def _dressed(page: str, number: int, pages: int, sheet: Sheet) -> str:
    head = [sheet.header] if sheet.header else []
    foot = [sheet.footer.format(page=number, pages=pages)] if sheet.footer else []
    return "\n".join([*head, page, *foot]) + "\n"


def _block(block: object, sheet: Sheet) -> Iterator[str]:
    match block:
        case Title(text):
            yield " " * max(0, 20 - len(text)) + inline(text, sheet)
        case Say(text, indent, align):
            yield from _said(inline(text, sheet), indent, align, sheet.habits.wrap)
        case Grid():
            yield from _grid(block, sheet)
        case Sides(left, right):
            for one, two in zip(left, right, strict=True):
                one = inline(one, sheet)
                yield (one + " " * max(4, 40 - width(one)) + inline(two, sheet)).rstrip()
        case NewPage():
            yield "\f"


def inline(text: str, sheet: Sheet) -> str:
    """Return a marked text as plain text: what stands on a rule as the paper's habit has it."""
    edge = sheet.habits.rule
    return "".join(f"{edge}{run.text}{edge}" if run.ruled else run.text for run in standing(text))


def _said(text: str, indent: bool, align: str, wrap: int) -> Iterator[str]:
    if align != "left":
        yield " " * max(0, (WIDE_LINE - width(text)) // (2 if align == "center" else 1)) + text
        return
    text = "　　" * indent + text
    while wrap and indent and width(text) > 2 * wrap:
        cut = _fitting(text, 2 * wrap)
        yield text[:cut]
        text = text[cut:]
    yield text


def _fitting(text: str, wide: int) -> int:
    """How many characters of the text fit into `wide` half-width places; words stay whole."""
    used = 0
    for place, char in enumerate(text):
        used += width(char)
        if used > wide:
            blank = text.rfind(" ", 1, place)
            return blank + 1 if text[place].isascii() and blank > place - 16 else max(1, place)
    return len(text)


def width(text: str) -> int:
    """How many half-width places a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _grid(grid: Grid, sheet: Sheet) -> Iterator[str]:
    rows = [
        [inline(cell, sheet) if cell is not None else None for cell in row] for row in grid.rows
    ]
    match sheet.habits.grid:
        case "box":
            yield from _boxed(rows)
        case "tabs":
            yield from ("\t".join(cell or "" for cell in row).rstrip("\t") for row in rows)
        case "pipes":
            yield from ("| " + " | ".join(cell or "" for cell in row) + " |" for row in rows)
        case "lines" if not grid.head:
            yield from (cell for row in rows for cell in row if cell)
        case _:
            yield from _aligned(rows)


def _columns(rows: Sequence[Sequence[str | None]]) -> list[int]:
    count = max(len(row) for row in rows)
    return [
        max((width(row[place] or "") for row in rows if place < len(row)), default=0)
        for place in range(count)
    ]


def _padded(text: str, wide: int) -> str:
    return text + " " * max(0, wide - width(text))


def _aligned(rows: Sequence[Sequence[str | None]]) -> Iterator[str]:
    wide = _columns(rows)
    for row in rows:
        cells = (_padded(cell or "", size + 3) for cell, size in zip(row, wide, strict=False))
        yield "".join(cells).rstrip()


def _boxed(rows: Sequence[Sequence[str | None]]) -> Iterator[str]:
    wide = [size + size % 2 + 2 for size in _columns(rows)]
    # A line character takes two places in the fonts these boxes are made for.
    yield "┌" + "┬".join("─" * (size // 2) for size in wide) + "┐"
    for number, row in enumerate(rows):
        cells = [cell or "" for cell in row] + [""] * (len(wide) - len(row))
        yield (
            "│"
            + "│".join(_padded(cell, size) for cell, size in zip(cells, wide, strict=True))
            + "│"
        )
        if number + 1 < len(rows):
            yield "├" + "┼".join("─" * (size // 2) for size in wide) + "┤"
    yield "└" + "┴".join("─" * (size // 2) for size in wide) + "┘"


def shown(sheet: Sheet) -> str:
    """The paper's words alone, for people."""
    return plain(text_of(sheet))
