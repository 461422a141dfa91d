"""One print file of many filled documents: each is a section with its own headers and pages from 1.

The documents come from one template, so styles, fonts and pictures stand once. What would not
survive being joined is refused by name: footnotes, comments, charts, automatic numbering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from extractors.wording import _
from templates.batch import relations, sections
from templates.batch.relations import Added
from templates.package import MAIN, WORD
from templates.repeated import pictures_numbered
from templates.shell import Packed, Packing, zipped
from templates.word_template import WordTemplate

_BOOKMARK = re.compile(rb"<w:bookmark(?:Start|End)\b[^>]*/>")
_TOTAL = re.compile(rb'(<w:instrText\b[^>]*>[^<]*\b|\bw:instr="[^"]*\b)NUMPAGES\b')
_HEADING = re.compile(r"word/(header|footer)\d*\.xml")
_BLANK = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<w:%s xmlns:w="' + WORD.encode() + b'"><w:p/></w:%s>'
)
# What would be doubled, or counted on from one document to the next, and how a person calls it.
_NEVER = {
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
                "Change the template, or draft them with --separate."
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
        self._own = frozenset(part for part in template.filled if _HEADING.fullmatch(part))
        self._refuse_other_parts()
        named = relations.targets(template.static[relations.MAIN_RELATIONS])
        # Relation -> the part that each document fills for itself.
        self._relations = {name.encode(): part for name, part in named.items() if part in self._own}
        self._frame: _Frame | None = None
        self._waiting: bytes | None = None
        self._waiting_section = b""
        self._packing = Packing()
        self._strict = expat.ParserCreate("UTF-8", " ")
        self._headings: dict[tuple[str, bytes], Added] = {}
        self._pictures = 1

    def _refuse_other_parts(self) -> None:
        name = self._template.name
        for part in self._template.filled:
            if part not in self._own and part != MAIN:
                raise NotJoinable(name, _("footnotes"))
        if b"<w:numId " in self._template.static.get("word/styles.xml", b""):
            raise NotJoinable(name, _("automatic numbering"))

    def add(self, filled: Mapping[str, bytes]) -> None:
        """Take the next document, by its filled parts. Raises NotJoinable."""
        xml = filled[MAIN]
        for sign, called in _NEVER.items():
            if sign in xml:
                raise NotJoinable(self._template.name, called())
        frame = self._framed(xml)
        body = xml[len(frame.head) : -len(frame.section + frame.tail)]
        if b"<w:bookmark" in body:
            # All would be called the same; nothing in a notice leads to them.
            body = _BOOKMARK.sub(b"", body)
        if self._template.pictures:
            body = self._with_pictures(body)
        whole = self._sections(_counting(body + frame.section), filled)
        place = whole.rindex(b"<w:sectPr")
        self._end_waiting()
        self._waiting, self._waiting_section = whole[:place], whole[place:]

    def _framed(self, xml: bytes) -> _Frame:
        if self._frame is None:
            self._frame = _frame_of(xml, self._template.name)
            self._write(self._frame.head)
        frame = self._frame
        if not (xml.startswith(frame.head) and xml.endswith(frame.section + frame.tail)):
            raise NotJoinable(self._template.name, _("its last section depends on the values"))
        return frame

    def _with_pictures(self, body: bytes) -> bytes:
        numbered = pictures_numbered(body, self._pictures)
        self._pictures += body.count(b":docPr ")
        return numbered

    def _sections(self, whole: bytes, filled: Mapping[str, bytes]) -> bytes:
        """Return the document with its own headers, its first section begun anew."""
        there = sections.sections(whole)
        if len(there) > 1 and b"SECTIONPAGES" in whole + b"".join(filled[p] for p in self._own):
            raise NotJoinable(self._template.name, _("a page total over several sections"))
        kinds = {kind for one in there for kind in sections.references(one)}
        blank = {kind: self._blank(kind[0]) for kind in sorted(kinds)} if len(there) > 1 else {}
        whole = whole.replace(there[0], sections.first(there[0], blank), 1)
        names = {
            name: self._heading(part, _counting(filled[part])).relation.encode()
            for name, part in self._relations.items()
        }
        return sections.related(whole, names)

    def _blank(self, kind: bytes) -> bytes:
        tag = b"hdr" if kind == b"header" else b"ftr"
        added = self._heading(f"word/{kind.decode()}0.xml", _BLANK % (tag, tag))
        return added.relation.encode()

    def _heading(self, part: str, xml: bytes) -> Added:
        """Return the header or footer that says this: one part for all that say the same."""
        known = self._headings.get((part, xml))
        if known is None:
            found = _HEADING.fullmatch(part)
            kind = found.group(1) if found else "header"
            number = len(self._headings) + 1
            known = Added(f"rIdOwn{number}", f"word/{kind}_{number:04d}.xml", kind)
            self._headings[part, xml] = known
        return known

    def _end_waiting(self) -> None:
        if self._waiting is not None:
            self._write(sections.ended(self._waiting, self._waiting_section))
        self._waiting = None

    def _write(self, piece: bytes) -> None:
        # Each document was parsed strictly; this is for what was put between them.
        self._strict.Parse(piece, False)
        self._packing.add(piece)

    def finished(self) -> bytes:
        """Return the print file of all documents taken; there is at least one."""
        if self._frame is None or self._waiting is None:
            raise ValueError("no document to join")
        self._write(self._waiting + self._waiting_section + self._frame.tail)
        self._strict.Parse(b"", True)
        static = self._template.static
        added = list(self._headings.values())
        parts: dict[str, bytes | Packed] = {relations.TYPES: b""}
        parts |= {
            part: _counting(data) if _HEADING.fullmatch(part) else data
            for part, data in static.items()
            if part not in {relations.relations_of(own) for own in self._own}
        }
        parts |= relations.with_added(static, self._own, added)
        for (part, xml), one in self._headings.items():
            parts[one.part] = xml
            if (related := static.get(relations.relations_of(part))) is not None:
                parts[relations.relations_of(one.part)] = related
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
    if start < 0 or not properties or not xml[:end].rstrip().endswith(properties[-1]):
        raise NotJoinable(name, _("its pages are not set up as Word does it"))
    head = xml[: start + len(b"<w:body>")]
    last = xml.rindex(b"<w:sectPr")
    return _Frame(head, xml[last:end], xml[end:])


def _counting(xml: bytes) -> bytes:
    """Return the part with the pages of the whole file counted as those of its section."""
    return _TOTAL.sub(rb"\1SECTIONPAGES", xml) if b"NUMPAGES" in xml else xml
