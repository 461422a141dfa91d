"""What stands in a print file, for the search: a page a notice, as its headers and body say it.

A reader of any Word file takes seconds for one of a thousand pages; this one knows how it was made.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from extractors.content import Content, Line, Page, Word
from extractors.filetype import DOCX
from templates.batch import relations, sections
from templates.package import MAIN

_A4 = (595.28, 841.89)
_PIECE = re.compile(rb"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|<w:tab/>|(</w:p>|<w:tr[ >]|</w:tr>)")


def content_of(print_file: bytes) -> Content:
    """Return the words of a print file that `joined` made."""
    with zipfile.ZipFile(io.BytesIO(print_file)) as package:
        parts = {
            name: package.read(name)
            for name in package.namelist()
            if name.startswith("word/") and name.endswith((".xml", ".rels"))
        }
    named = {one.relation: one.part for one in relations.targets(MAIN, parts)}
    pages = []
    for number, (section, text) in enumerate(_notices(parts[MAIN]), 1):
        heads = [named[name.decode()] for name in sections.references(section).values()]
        texts = [parts[part] for part in heads if posixpath.basename(part).startswith("header")]
        lines = tuple(line for xml in (*texts, text) for line in _lines(xml))
        pages.append(Page(number, *_A4, lines))
    return Content(tuple(pages), DOCX)


def _notices(xml: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each notice's first section and its text; one may be of several sections."""
    begun, ended, first = 0, 0, b""
    for section in sections.sections(xml):
        if first and b'w:start="1"' in section:
            yield first, xml[begun:ended]
            begun, first = ended, b""
        first = first or section
        # The properties stand in the section's last paragraph, before its words.
        ended = xml.index(section, ended) + len(section)
        ended = xml.find(b"</w:p>", ended) + len(b"</w:p>")
    if first:
        yield first, xml[begun:]


def _lines(xml: bytes) -> Iterator[Line]:
    """Yield a line a paragraph, and one a row of a table."""
    words: list[str] = []
    in_row = False
    for piece in _PIECE.finditer(xml):
        ending = piece.group(2)
        if ending is None or (in_row and ending == b"</w:p>"):
            words.append(unescape(piece.group(1).decode("utf-8")) if piece.group(1) else " ")
            continue
        in_row = ending.startswith(b"<w:tr")
        text = " ".join("".join(words).split())
        if text:
            yield Line((Word(text),))
        words = []
