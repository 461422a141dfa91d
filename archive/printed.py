"""What was printed of a draft: the lines of its sections, read from the filed Word file.

In a file of many each notice is a section whose header bears its number.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from archive import documents
from archive.database import reading
from archive.drafts import Draft
from archive.workspace import Workspace

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_WORD}}}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BODY = "word/document.xml"
_READ = re.compile(r"word/(document|[\w-]*header[\w-]*)\.xml|word/_rels/document\.xml\.rels", re.I)
_BLANKS = re.compile(r"\s+")


def lines_of(workspace: Workspace, draft: Draft) -> list[str]:
    """Return the printed lines of a draft, a row of a table a line. Raises ArchiveDamaged,
    OSError, and ValueError for a file that is no Word document."""
    with reading(workspace.engine) as connection:
        paper = documents.document(connection, draft.document_id)
    return lines_in(documents.paper(workspace, paper).read_bytes(), draft.number)


def lines_in(docx: bytes, number: str) -> list[str]:
    """Return the lines of the sections whose header bears `number`; of all where none does.

    Raises ValueError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            parts = {
                name: package.read(name) for name in package.namelist() if _READ.fullmatch(name)
            }
        headers = _headers(parts)
        sections = list(_sections(_parsed(parts[_BODY])))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as cause:
        raise ValueError("not a Word document") from cause
    whose: list[tuple[bool, list[str]]] = []
    bears = False
    for relations, lines in sections:
        if relations:
            # A section without headers of its own has those of the one before it.
            bears = any(number in headers.get(one, "") for one in relations)
        whose.append((bears, lines))
    own = [line for bears, lines in whose if bears for line in lines]
    return own or [line for _bears, lines in whose for line in lines]


def _parsed(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)


def _headers(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the words of each header by the relation that leads to it."""
    relations = parts.get("word/_rels/document.xml.rels")
    found: dict[str, str] = {}
    for one in _parsed(relations) if relations else ():
        part = posixpath.normpath(posixpath.join("word", str(one.get("Target", "")))).lstrip("/")
        if part in parts:
            found[str(one.get("Id"))] = _text(_parsed(parts[part]))
    return found


def _sections(document: etree._Element) -> Iterator[tuple[list[str], list[str]]]:
    """Yield each section: the relations of its headers, and its lines."""
    lines: list[str] = []
    body = document.find(f"{_W}body")
    for block in body if body is not None else ():
        if block.tag == f"{_W}p":
            lines.append(_text(block))
        elif block.tag != f"{_W}sectPr":
            lines += _rows(block)
        for section in block.iter(f"{_W}sectPr"):
            headers = section.findall(f"{_W}headerReference")
            yield [str(one.get(_RELATION)) for one in headers], [one for one in lines if one]
            lines = []
    if lines:
        yield [], [one for one in lines if one]


def _rows(block: etree._Element) -> list[str]:
    """Return the rows of a table, each as one line; of another block its paragraphs."""
    rows = list(block.iter(f"{_W}tr"))
    if not rows:
        return [_text(one) for one in block.iter(f"{_W}p")]
    return [" ".join(filter(None, map(_text, row.iter(f"{_W}p")))) for row in rows]


def _text(element: etree._Element) -> str:
    words = [
        one.text or "" if one.tag == f"{_W}t" else " "
        for one in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
    ]
    return _BLANKS.sub(" ", "".join(words)).strip()
