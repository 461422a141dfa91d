"""A copy of a document for LibreOffice to print: its contents get their page numbers.

LibreOffice works out on which page a heading stands, but not inside a table of contents that Word
is to update. In the copy the contents are plain lines; the document itself stays as it is.
"""

from __future__ import annotations

from lxml import etree

from templates.package import MAIN, parsed, text_of, unpacked
from templates.shell import zipped
from templates.word_fields.contents import HINTS, is_contents, paragraph_of, separator
from templates.word_fields.reading import fields_in


def main_part_to_print(xml: bytes) -> bytes:
    """Return word/document.xml with its contents as plain lines; the same bytes without any."""
    if b"TOC" not in xml:
        return xml
    tree = parsed(xml)
    found = [one for one in fields_in(tree) if is_contents(one)]
    if not found:
        return xml
    for one in found:
        marks = [one.begin, *one.asked, *separator(paragraph_of(one.begin))]
        if one.end is not None:
            last = paragraph_of(one.end)
            marks.append(one.end)
            parent = last.getparent()
            if parent is not None and text_of(last) in HINTS.values():
                parent.remove(last)
        for run in marks:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def print_copy(content: bytes, name: str) -> bytes:
    """Return the .docx for printing; `content` itself where nothing is to change.

    Raises TemplateInvalid when it is no Word document.
    """
    parts = unpacked(content, name)
    main = main_part_to_print(parts[MAIN])
    return content if main is parts[MAIN] else zipped(parts | {MAIN: main})
