"""Formats of a workbook: the same format with a marking fill, and those of the list of faults."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from ledger.marking.package import Package, parsed, serialised

# A light red that no palette offers: what was marked here is known again.
MARK = "FFFFC7CD"
_HEAD = "FFE7E6E6"
_MINIMAL = (
    '<styleSheet xmlns="{0}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
    'patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>'
    "</styleSheet>"
)
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class Styles:
    """The workbook's formats, by the numbers that cells use."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = package.related(package.workbook, "styles") or ""
        if not self._part:
            self._part = package.free_name("xl/hudangStyles{}.xml")
            package.write(self._part, _MINIMAL.format(package.main).encode())
            package.declare(self._part, _STYLES_TYPE)
            package.relate(package.workbook, "styles", self._part)
        self._root = parsed(package.read(self._part))
        self._ns = package.main
        self._marked: dict[int, int] = {}
        self._plain: dict[int, int] = {}
        self._fill: int | None = None

    def marked(self, style: int) -> int:
        """Return the format that is `style` with the marking fill."""
        if style not in self._marked:
            if self._fill is None:
                self._fill = self._filled(MARK)
            xf = self._copy(style)
            xf.set("fillId", str(self._fill))
            xf.set("applyFill", "1")
            self._marked[style] = self._add("cellXfs", xf)
        return self._marked[style]

    def unmarked(self, style: int) -> int:
        """Return the format that a marked one was made from; one that is not marked stays."""
        if style not in self._plain:
            self._plain[style] = self._origin(style)
        return self._plain[style]

    def listing(self) -> dict[str, int]:
        """Return formats for the list of faults: title, head, text, link."""
        bold = self._add("fonts", self._font(bold=True))
        link = self._add("fonts", self._font(link=True))
        head = self._filled(_HEAD)
        return {
            "title": self._add("cellXfs", self._xf(font=bold)),
            "head": self._add("cellXfs", self._xf(font=bold, fill=head)),
            "text": self._add("cellXfs", self._xf()),
            "link": self._add("cellXfs", self._xf(font=link)),
        }

    def save(self) -> None:
        """Put the formats back into the package."""
        self._package.write(self._part, serialised(self._root))

    def _origin(self, style: int) -> int:
        formats = list(self._group("cellXfs"))
        if not style < len(formats) or not self._is_marked(formats[style]):
            return style
        wanted = _but_fill(formats[style])
        same = [
            number
            for number, xf in enumerate(formats)
            if _but_fill(xf) == wanted and not self._is_marked(xf)
        ]
        # Of several that differ by their fill alone, the one without any.
        same.sort(key=lambda number: (formats[number].get("fillId", "0") != "0", number))
        return same[0] if same else self._without_fill(style)

    def _without_fill(self, style: int) -> int:
        xf = self._copy(style)
        xf.set("fillId", "0")
        return self._add("cellXfs", xf)

    def _is_marked(self, xf: Any) -> bool:
        fills = list(self._group("fills"))
        number = int(xf.get("fillId", "0"))
        return number < len(fills) and any(
            each.get("rgb") == MARK for each in fills[number].iter(f"{{{self._ns}}}fgColor")
        )

    def _group(self, name: str) -> Any:
        found = self._root.find(f"{{{self._ns}}}{name}")
        if found is None:
            found = etree.SubElement(self._root, f"{{{self._ns}}}{name}")
        return found

    def _add(self, group: str, element: Any) -> int:
        into = self._group(group)
        into.append(element)
        into.set("count", str(len(into)))
        return len(into) - 1

    def _copy(self, style: int) -> Any:
        formats = self._group("cellXfs")
        if style < len(formats):
            return copy.deepcopy(formats[style])
        return etree.Element(f"{{{self._ns}}}xf")

    def _filled(self, rgb: str) -> int:
        fill = etree.Element(f"{{{self._ns}}}fill")
        pattern = etree.SubElement(fill, f"{{{self._ns}}}patternFill", patternType="solid")
        etree.SubElement(pattern, f"{{{self._ns}}}fgColor", rgb=rgb)
        etree.SubElement(pattern, f"{{{self._ns}}}bgColor", indexed="64")
        return self._add("fills", fill)

    def _font(self, *, bold: bool = False, link: bool = False) -> Any:
        fonts = self._group("fonts")
        font = etree.Element(f"{{{self._ns}}}font")
        usual = fonts[0] if len(fonts) else None
        if bold:
            etree.SubElement(font, f"{{{self._ns}}}b")
        if link:
            etree.SubElement(font, f"{{{self._ns}}}u")
        size = usual.find(f"{{{self._ns}}}sz") if usual is not None else None
        name = usual.find(f"{{{self._ns}}}name") if usual is not None else None
        etree.SubElement(
            font, f"{{{self._ns}}}sz", val=size.get("val", "11") if size is not None else "11"
        )
        if link:
            etree.SubElement(font, f"{{{self._ns}}}color", rgb="FF0563C1")
        etree.SubElement(
            font,
            f"{{{self._ns}}}name",
            val=name.get("val", "宋体") if name is not None else "宋体",
        )
        return font

    def _xf(self, font: int = 0, fill: int = 0) -> Any:
        # Text ("@") with a quote: editing the cell does not turn "=..." into a formula.
        xf = etree.Element(
            f"{{{self._ns}}}xf",
            numFmtId="49",
            fontId=str(font),
            fillId=str(fill),
            borderId="0",
            xfId="0",
            quotePrefix="1",
            applyNumberFormat="1",
            applyFont="1",
            applyFill="1",
            applyAlignment="1",
        )
        etree.SubElement(xf, f"{{{self._ns}}}alignment", vertical="top", wrapText="1")
        return xf


def _but_fill(xf: Any) -> bytes:
    """A format without what says its fill, for comparing."""
    bare = copy.deepcopy(xf)
    bare.tail = None
    for name in ("fillId", "applyFill"):
        bare.attrib.pop(name, None)
    return etree.tostring(bare, method="c14n")
