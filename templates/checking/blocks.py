"""The paragraphs of a Word part: what each says, and where a person with the file open finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from extractors.wording import _
from templates.package import W

# What says of a drawing how it is called, with its alternative text.
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_SHOWN = 40
_BREAK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One paragraph.

    texts    its own w:t elements, without those of text boxes anchored in it
    charts   the names of its charts: docPr elements, whose descr says what fills the chart
    starts   for each of them, how many characters of `words` stand before it
    order    for each of them, its place among all of the part: the order in which they are filled
    drawn    the same for each chart
    row      its place in the table, by row and cell as a person counts them; None outside tables
    number   among the paragraphs outside tables that are not empty, from 1
    """

    part: str
    element: etree._Element
    texts: tuple[etree._Element, ...]
    charts: tuple[etree._Element, ...]
    starts: tuple[int, ...]
    order: tuple[int, ...]
    drawn: tuple[int, ...]
    words: str
    number: int
    cell: tuple[int, int, int] | None
    in_box: bool

    def place(self) -> str:
        """Return where it is: "table 2, row 4, cell 3 “…”"."""
        shown = _BREAK.sub(" ", self.words.strip())
        quoted = f"“{shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}”" if shown else ""
        return f"{self._where()}{quoted}"

    def _where(self) -> str:
        where = part_title(self.part)
        if self.in_box:
            box = _("text box")
            return f"{where} {box} ".lstrip()
        if self.cell is not None:
            table, row, cell = self.cell
            said = _("table {table}, row {row}, cell {cell}").format(
                table=table, row=row, cell=cell
            )
            return f"{where} {said} ".lstrip()
        if where:
            return f"{where} "
        return _("paragraph {number}").format(number=self.number) + " "


def part_title(part: str) -> str:
    """Return what people call a part; nothing for the text itself."""
    stem = re.sub(r"\d*\.xml$", "", part.rpartition("/")[2])
    return {
        "header": _("page header"),
        "footer": _("page footer"),
        "footnotes": _("footnote"),
        "endnotes": _("endnote"),
        "comments": _("comment"),
    }.get(stem, "" if stem == "document" else part)


def blocks_of(part: str, tree: etree._Element) -> list[Block]:
    """Return every paragraph of a part, those in tables and text boxes included, as they stand."""
    order = {one: place for place, one in enumerate(tree.iter(f"{W}t", DRAWING))}
    owned: dict[etree._Element, list[etree._Element]] = {}
    for text in order:
        owner = next(text.iterancestors(f"{W}p"), None)
        if owner is not None:
            owned.setdefault(owner, []).append(text)
    places = _Places(tree)
    found = []
    for paragraph in tree.iter(f"{W}p"):
        held = owned.get(paragraph, ())
        texts = tuple(one for one in held if one.tag != DRAWING)
        charts = tuple(one for one in held if one.tag == DRAWING and holds_chart(one))
        words, starts = "", []
        for text in texts:
            starts.append(len(words))
            words += text.text or ""
        number, cell, in_box = places.of(paragraph, bool(words.strip()))
        found.append(
            Block(
                part=part,
                element=paragraph,
                texts=texts,
                charts=charts,
                starts=tuple(starts),
                order=tuple(order[text] for text in texts),
                drawn=tuple(order[chart] for chart in charts),
                words=words,
                number=number,
                cell=cell,
                in_box=in_box,
            )
        )
    return found


def holds_chart(properties: etree._Element) -> bool:
    """Are these the properties (docPr) of a chart's drawing?"""
    drawing = properties.getparent()
    return drawing is not None and next(drawing.iter(_CHART), None) is not None


class _Places:
    """Counts paragraphs, tables, rows and cells as a person does who reads from above."""

    def __init__(self, tree: etree._Element) -> None:
        self._paragraphs = 0
        self._counted: dict[etree._Element, dict[etree._Element, int]] = {}
        self._tables = {
            table: number for number, table in enumerate(_outermost(tree, f"{W}tbl"), start=1)
        }

    def of(
        self, paragraph: etree._Element, has_words: bool
    ) -> tuple[int, tuple[int, int, int] | None, bool]:
        """Return number, table cell, and whether it is in a text box."""
        table = row = cell = None
        for above in paragraph.iterancestors(f"{W}txbxContent", f"{W}tc", f"{W}tr", f"{W}tbl"):
            if above.tag == f"{W}txbxContent":
                return self._paragraphs, None, True
            if above.tag == f"{W}tc":
                cell = above
            elif above.tag == f"{W}tr":
                row = above
            else:
                table = above
        if table is None or row is None or cell is None:
            self._paragraphs += has_words
            return self._paragraphs, None, False
        rows = self._numbers(table, f"{W}tr")
        found = (self._tables[table], rows[row], self._numbers(row, f"{W}tc")[cell])
        return self._paragraphs, found, False

    def _numbers(self, holder: etree._Element, tag: str) -> dict[etree._Element, int]:
        """Return the rows of a table, or the cells of a row, with their numbers."""
        if holder not in self._counted:
            inside = _outermost(holder, tag, below=f"{W}tbl")
            self._counted[holder] = {one: number for number, one in enumerate(inside, start=1)}
        return self._counted[holder]


def _outermost(
    root: etree._Element, tag: str, below: str | None = None
) -> Iterator[etree._Element]:
    """Yield the elements `tag` under `root` that are in no other such, and in no further `below`"""
    for child in root:
        if child.tag == tag:
            yield child
        elif child.tag != below and isinstance(child.tag, str):
            yield from _outermost(child, tag, below)
