"""Comments of a worksheet's cells, and the shapes that show them; other people's stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from lxml import etree
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from ledger.marking.cells import Place
from ledger.marking.package import Package, parsed, serialised

# Who our comments are by: by this they are known again in a copy that comes back.
AUTHOR = "hudang"
# Where ours begins inside somebody else's comment.
SEAM = "\n———— hudang ————\n"

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VML = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
    b'office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    b'<o:idmap v:ext="edit" data="%d"/></o:shapelayout></xml>'
)
_SHAPE_TYPE = (
    b'<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:'
    b'office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" '
    b'o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    b'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
    b'office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s%(id)d" '
    b'type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" '
    b'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
    b'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div '
    b'style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    b"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%(left)d, 15, %(top)d, 2, %(right)d, 15, "
    b"%(bottom)d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%(row)d</x:Row>"
    b"<x:Column>%(column)d</x:Column></x:ClientData></v:shape>"
)
_WIDE, _HIGH = 4, 6


class Notes:
    """The comments of one worksheet part."""

    def __init__(self, package: Package, sheet: str, shapes: str | None) -> None:
        """shapes: the relationship that the sheet names in <legacyDrawing>, if it has one."""
        self._package, self._sheet, self._ns = package, sheet, package.main
        self._part = package.related(sheet, "comments")
        self._drawing = package.target(sheet, shapes) if shapes else None
        if self._part:
            self._root = parsed(package.read(self._part))
        else:
            self._root = etree.Element(f"{{{self._ns}}}comments", nsmap=cast(Any, {None: self._ns}))
            etree.SubElement(self._root, f"{{{self._ns}}}authors")
            etree.SubElement(self._root, f"{{{self._ns}}}commentList")

    def remove_ours(self) -> list[Place]:
        """Take away what an earlier marked copy said; return the cells it was said of."""
        ours: list[Place] = []
        by = self._author(make=False)
        for comment in list(self._root.iter(f"{{{self._ns}}}comment")):
            place = coordinate_to_tuple(comment.get("ref"))
            if by is not None and comment.get("authorId") == str(by):
                comment.getparent().remove(comment)
                self._remove_shape(place)
                ours.append(place)
            elif self._cut(comment):
                ours.append(place)
        return ours

    def add(self, said: Mapping[Place, str]) -> None:
        """Say something of cells; behind what a comment that is there says already."""
        by_ref = {each.get("ref"): each for each in self._root.iter(f"{{{self._ns}}}comment")}
        author = self._author(make=True)
        new: list[Place] = []
        for (row, column), text in sorted(said.items()):
            ref = f"{get_column_letter(column)}{row}"
            if ref in by_ref:
                self._run(by_ref[ref].find(f"{{{self._ns}}}text"), SEAM + text)
                continue
            into = self._root.find(f"{{{self._ns}}}commentList")
            comment = etree.SubElement(
                into, f"{{{self._ns}}}comment", ref=ref, authorId=str(author)
            )
            self._run(etree.SubElement(comment, f"{{{self._ns}}}text"), text)
            new.append((row, column))
        self._draw(new)

    def save(self) -> str | None:
        """Put the comments back; return the new relationship of the shapes, if there is one."""
        if not self._part:
            if not len(self._root.find(f"{{{self._ns}}}commentList")):
                return None
            self._part = self._package.free_name("xl/hudangComments{}.xml")
            self._package.declare(self._part, _COMMENTS_TYPE)
            self._package.relate(self._sheet, "comments", self._part)
        self._package.write(self._part, serialised(self._root))
        if self._drawing and not self._package.relationship_id(self._sheet, self._drawing):
            self._package.declare(self._drawing, _VML_TYPE)
            return self._package.relate(self._sheet, "vmlDrawing", self._drawing)
        return None

    def _author(self, *, make: bool) -> int | None:
        authors = self._root.find(f"{{{self._ns}}}authors")
        names = [each.text for each in authors]
        if AUTHOR in names:
            return names.index(AUTHOR)
        if not make:
            return None
        etree.SubElement(authors, f"{{{self._ns}}}author").text = AUTHOR
        return len(names)

    def _run(self, text: Any, words: str) -> None:
        run = etree.SubElement(text, f"{{{self._ns}}}r")
        part = etree.SubElement(run, f"{{{self._ns}}}t")
        part.text = words
        part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _cut(self, comment: Any) -> bool:
        """Take our words off the end of somebody else's comment."""
        text = comment.find(f"{{{self._ns}}}text")
        for run in list(text) if text is not None else ():
            words = "".join(run.itertext())
            if SEAM.strip() in words:
                run.getparent().remove(run)
                return True
        return False

    def _draw(self, places: list[Place]) -> None:
        if not places:
            return
        if self._drawing:
            data = self._package.read(self._drawing)
        else:
            self._drawing = self._package.free_name("xl/drawings/hudangNotes{}.vml")
            data = _VML % int(re.findall(r"\d+", self._drawing)[-1])
        numbers = [int(each) for each in re.findall(rb"_x0000_s(\d+)", data)]
        block = re.search(rb'idmap[^>]*data="(\d+)', data)
        first = max([*numbers, 1024 * int(block.group(1) if block else 1)]) + 1
        shapes = [] if b'id="_x0000_t202"' in data else [_SHAPE_TYPE]
        for number, (row, column) in enumerate(places, start=first):
            place = {b"id": number, b"row": row - 1, b"column": column - 1}
            edges = {
                b"left": column,
                b"top": max(row - 2, 0),
                b"right": column + _WIDE,
                b"bottom": max(row - 2, 0) + _HIGH,
            }
            shapes.append(_SHAPE % (place | edges))
        end = data.rfind(b"</xml>")
        self._package.write(self._drawing, data[:end] + b"".join(shapes) + data[end:])

    def _remove_shape(self, place: Place) -> None:
        if not self._drawing:
            return
        row, column = place[0] - 1, place[1] - 1

        def kept(match: re.Match[bytes]) -> bytes:
            shape = match.group()
            here = re.search(rb"<x:Row>\s*%d\s*<" % row, shape) and re.search(
                rb"<x:Column>\s*%d\s*<" % column, shape
            )
            return b"" if here else shape

        data = self._package.read(self._drawing)
        pattern = rb"<v:shape\b(?:(?!</v:shape>).)*</v:shape>"
        self._package.write(self._drawing, re.sub(pattern, kept, data, flags=re.DOTALL))
