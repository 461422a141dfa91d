"""An .xlsx as a package of parts: some are replaced or added, all others stay byte for byte."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lxml import etree

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
# One fixed moment: the same workbook with the same faults gives the same bytes.
_WRITTEN = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet's name and the part that holds it ("xl/worksheets/sheet1.xml")."""

    name: str
    part: str


class Package:
    """The parts of a workbook; `save` writes them to a new file."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)
        self._changed: dict[str, bytes] = {}
        self.workbook = self._target("", "/officeDocument") or "xl/workbook.xml"
        root = parsed(self.read(self.workbook))
        self.main = etree.QName(root).namespace or ""
        # Strict workbooks call the same things by other names.
        self.is_strict = "purl.oclc.org" in self.main
        self.office = (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
            if self.is_strict
            else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        )

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._changed or part in self._zip.namelist()

    def read(self, part: str) -> bytes:
        """Return a part as it is now."""
        changed = self._changed.get(part)
        return changed if changed is not None else self._zip.read(part)

    def write(self, part: str, data: bytes) -> None:
        """Replace a part, or add one."""
        self._changed[part] = data

    def save(self, target: Path) -> None:
        """Write the package to a file that is not there yet."""
        names = [entry.filename for entry in self._zip.infolist()]
        added = [name for name in self._changed if name not in set(names)]
        with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as out:
            for name in dict.fromkeys([*names, *added]):
                entry = zipfile.ZipInfo(name, _WRITTEN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(entry, self.read(name))

    def sheets(self) -> Iterator[SheetPart]:
        """Yield the worksheets in the workbook's order."""
        for sheet in parsed(self.read(self.workbook)).iterfind(f"{{{self.main}}}sheets/*"):
            part = self.target(self.workbook, sheet.get(f"{{{self.office}}}id") or "")
            if part:
                yield SheetPart(sheet.get("name") or "", part)

    def related(self, part: str, kind: str) -> str | None:
        """Return the part of a kind ("comments", "vmlDrawing") that a part points to."""
        return self._target(part, f"/{kind}")

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part point to another of a kind; return the relationship's id."""
        where = _rels_of(part)
        if self.has(where):
            root = parsed(self.read(where))
        else:
            root = etree.Element(
                f"{{{_RELATIONSHIPS}}}Relationships", nsmap=cast(Any, {None: _RELATIONSHIPS})
            )
        taken = {each.get("Id") for each in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdHd{n}" not in taken)
        etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            Id=f"rIdHd{number}",
            Type=f"{self.office}/{kind}",
            Target=f"/{target}",
        )
        self.write(where, serialised(root))
        return f"rIdHd{number}"

    def relationship_id(self, part: str, target: str) -> str | None:
        """Return the id by which a part points to another."""
        return next((rid for rid, _kind, found in self._all(part) if found == target), None)

    def declare(self, part: str, content_type: str) -> None:
        """Say what kind of part a new one is."""
        root = parsed(self.read(_TYPES_PART))
        etree.SubElement(
            root, f"{{{_CONTENT_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type
        )
        self.write(_TYPES_PART, serialised(root))

    def free_name(self, pattern: str) -> str:
        """Return the first part name of a pattern ("xl/comments{}.xml") that is not taken."""
        taken = {name.casefold() for name in (*self._zip.namelist(), *self._changed)}
        number = 1
        while pattern.format(number).casefold() in taken:
            number += 1
        return pattern.format(number)

    def _all(self, part: str) -> Iterator[tuple[str, str, str]]:
        where = _rels_of(part)
        if not self.has(where):
            return
        for each in parsed(self.read(where)):
            if each.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), each.get("Target") or "")
                yield (
                    each.get("Id") or "",
                    each.get("Type") or "",
                    posixpath.normpath(target).lstrip("/"),
                )

    def _target(self, part: str, ending: str) -> str | None:
        return next((to for _rid, kind, to in self._all(part) if kind.endswith(ending)), None)

    def target(self, part: str, wanted: str) -> str | None:
        """Return the part that a relationship of another points to."""
        return next((to for rid, _kind, to in self._all(part) if rid == wanted), None)


def parsed(data: bytes) -> Any:
    """Return the root of an XML part; nothing is fetched and no entity is expanded."""
    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    )


def serialised(root: Any) -> bytes:
    """Return a part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
