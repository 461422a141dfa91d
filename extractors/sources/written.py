"""What Word files of both formats share: lines, tables as lines, ruled blanks, form symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.content import Line, Table, Word
from extractors.sources.plain import line_of

# Width and height in points of the page that is told when the file fixes none.
A4 = (595.3, 841.9)
# Boxes and ticks that forms draw with symbol fonts: font (start of its name), code.
_SYMBOLS = {
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x51): "☒",
    ("wingdings 2", 0x50): "√",
    ("wingdings 2", 0x4F): "×",
    ("wingdings 2", 0xA3): "□",
    ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFC): "√",
    ("wingdings", 0xFB): "×",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0x6F): "□",
    ("wingdings", 0x6E): "■",
}
_EDGE_BLANKS = re.compile(r"^[ \u3000\u00a0]+|[ \u3000\u00a0]+$")


@dataclass(slots=True)
class Collected:
    """What was met so far, in reading order."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def lines_in(text: str) -> list[Line]:
    """Return the lines of `text` in which there is something to see."""
    return [line for line in map(line_of, text.split("\n")) if line is not None]


def table_lines(table: Table) -> Iterator[Line]:
    """A row a line: the cells that begin in it."""
    rows: dict[int, list[Word]] = {}
    for cell in table.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(Word(cell.text.replace("\n", " ")))
    return (Line(tuple(words)) for words in rows.values())


def ruled(text: str) -> str:
    """Underlined blanks are the line of a form on which something is filled in: show it."""
    return _EDGE_BLANKS.sub(
        lambda blanks: "".join("＿" if b == "\u3000" else "_" for b in blanks.group()), text
    )


def symbol(font: str, code: int) -> str:
    """Return the character that `code` of a symbol font draws; "" for pictures we know not."""
    # Symbol fonts stand in the private area from F000.
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    return _SYMBOLS.get((font.lower(), low), "" if low != code or code > 0x10FFFF else chr(code))
