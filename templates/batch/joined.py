"""One print file of many filled documents: each is a section with its own headers and pages from 1.

The documents come from one template, so styles, fonts and pictures stand once. What would not
survive being joined is refused by name: footnotes, comments, charts, automatic numbering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from extractors.wording import _
from templates.batch import relations, sections
from templates.batch.own_parts import OwnParts, is_heading
from templates.package import MAIN
from templates.repeated import pictures_numbered
from templates.shell import Packed, Packing, zipped
from templates.word_template import WordTemplate

_BOOKMARK = re.compile(rb"<w:bookmark(?:Start|End)\b[^>]*/>")
_TOTAL = re.compile(rb'(<w:instrText\b[^>]*>[^<]*\b|\bw:instr="[^"]*\b)NUMPAGES\b')
# What would be doubled, or counted on from one document to the next, and how a person calls it.
_NEVER: dict[bytes, Callable[[], str]] = {
    b"<w:footnoteReference": lambda: _("footnotes"),
    b"<w:endnoteReference": lambda: _("footnotes"),
    b"<w:commentReference": lambda: _("comments"),
    b"<c:chart": lambda: _("charts"),
    b"<w:numId ": lambda: _("automatic numbering"),
    b"<w:sectPrChange": lambda: _("tracked changes"),
}


class NotJoinable(Exception):
    """Documents of this template cannot stand in one print file."""

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(
            _(
                "Documents of template {template} cannot be joined into one print file: {reason}. "
                "Take that out of the template, or draft the documents one at a time."
            ).format(template=template, reason=reason)
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every document of the template begins and ends with."""

    head: bytes
    section: bytes
    tail: bytes


class Joining:
    """Joins the filled documents of one template, one after the other."""

    def __init__(self, template: WordTemplate) -> None:
        self._template = template
        self._refuse_template()
        self._own = OwnParts(template)
        self._frame: _Frame | None = None
        # The last document taken: only the next one shows that its section ends in it.
        self._body: bytes | None = None
        self._section = b""
        self._packing = Packing()
        self._strict = expat.ParserCreate("UTF-8", " ")
        self._pictures = 1

    def _refuse_template(self) -> None:
        template = self._template
        if template.charts is not None:
            raise NotJoinable(template.name, _("charts"))
        if any(not is_heading(part) and part != MAIN for part in template.filled):
            raise NotJoinable(template.name, _("footnotes"))
        if b"<w:numId " in template.static.get("word/styles.xml", b""):
            raise NotJoinable(template.name, _("automatic numbering"))

    def add(self, filled: Mapping[str, bytes]) -> None:
        """Take the next document, by its filled parts. Raises NotJoinable."""
        xml = filled.get(MAIN, self._template.static.get(MAIN, b""))
        for sign, called in _NEVER.items():
            if sign in xml:
                raise NotJoinable(self._template.name, called())
        frame = self._framed(xml)
        body = xml[len(frame.head) : -len(frame.section + frame.tail)]
        if b"<w:bookmark" in body:
            # All would be called the same; nothing in a notice leads to them.
            body = _BOOKMARK.sub(b"", body)
        if b":docPr " in body:
            body = pictures_numbered(body, self._pictures)
            self._pictures += body.count(b":docPr ")
        body = self._own.with_codes(body, filled)
        whole = self._with_sections(_counting(body + frame.section), filled)
        self._end_section()
        place = whole.rindex(b"<w:sectPr")
        self._body, self._section = whole[:place], whole[place:]

    def _framed(self, xml: bytes) -> _Frame:
        if self._frame is None:
            self._frame = _frame_of(xml, self._template.name)
            self._write(self._frame.head)
        frame = self._frame
        if not (xml.startswith(frame.head) and xml.endswith(frame.section + frame.tail)):
            raise NotJoinable(self._template.name, _("its last section depends on the values"))
        return frame

    def _with_sections(self, whole: bytes, filled: Mapping[str, bytes]) -> bytes:
        """Return the document with its own headers, its first section begun anew."""
        static = self._template.static
        texts = {
            relation: _counting(filled.get(part, static.get(part, b"")))
            for relation, part in self._own.named.items()
        }
        there = sections.sections(whole)
        empty: dict[tuple[bytes, bytes], bytes] = {}
        if len(there) > 1:
            if any(b"SECTIONPAGES" in text for text in (whole, *texts.values())):
                reason = _("a number of all pages in a document of several sections")
                raise NotJoinable(self._template.name, reason)
            kinds = sorted({kind for one in there for kind in sections.references(one)})
            empty = {kind: self._own.empty(kind[0].decode()).relation.encode() for kind in kinds}
        whole = whole.replace(there[0], sections.first(there[0], empty), 1)
        own = {
            relation.encode(): self._own.heading(
                self._own.named[relation], xml, filled
            ).relation.encode()
            for relation, xml in texts.items()
        }
        return sections.related(whole, own)

    def _end_section(self) -> None:
        if self._body is not None:
            self._write(sections.ended(self._body, self._section))
        self._body = None

    def _write(self, piece: bytes) -> None:
        # Each document was parsed strictly; this is for what was put between them.
        self._strict.Parse(piece, False)
        self._packing.add(piece)

    def finished(self) -> bytes:
        """Return the print file of all documents taken; there is at least one."""
        if self._frame is None or self._body is None:
            raise ValueError("no document to join")
        self._write(self._body + self._section + self._frame.tail)
        self._strict.Parse(b"", True)
        static, gone = self._template.static, self._own.gone
        # Content types first, as everybody does: some readers tell a Word file by it.
        parts: dict[str, bytes | Packed] = {relations.TYPES: b""}
        parts |= {
            part: _counting(data) if is_heading(part) else data
            for part, data in static.items()
            if part not in gone
        }
        pictures = [
            relations.Added("", part, "image") for part in self._own.parts if part.endswith(".png")
        ]
        parts |= relations.with_added(static, gone, [*self._own.added.values(), *pictures])
        parts |= self._own.parts
        parts[MAIN] = self._packing.packed()
        return zipped(parts)


def joined(template: WordTemplate, documents: Iterable[Mapping[str, bytes]]) -> bytes:
    """Return the print file of `documents`, at least one. Raises NotJoinable."""
    joining = Joining(template)
    for filled in documents:
        joining.add(filled)
    return joining.finished()


def _frame_of(xml: bytes, name: str) -> _Frame:
    start, end = xml.find(b"<w:body>"), xml.rfind(b"</w:body>")
    properties = sections.sections(xml)
    if start < 0 or not properties or not xml[:end].endswith(properties[-1]):
        raise NotJoinable(name, _("its pages are not set up as Word does it"))
    last = xml.rindex(b"<w:sectPr")
    return _Frame(xml[: start + len(b"<w:body>")], xml[last:end], xml[end:])


def _counting(xml: bytes) -> bytes:
    """Return the part with the pages of the whole file counted as those of its section."""
    return _TOTAL.sub(rb"\1SECTIONPAGES", xml) if b"NUMPAGES" in xml else xml
