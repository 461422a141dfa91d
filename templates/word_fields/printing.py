"""A copy of a document for LibreOffice to print: its contents get their page numbers.

LibreOffice works out on which page a heading stands, but not inside a table of contents that Word
is to update. In the copy the contents are plain lines; the document itself stays as it is.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from lxml import etree

from templates.package import MAIN, NotSoundXml, parsed, text_of
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


def copy_to_print(document: Path, target: Path) -> None:
    """Write the copy of `document` that is printed; equal to it where nothing is to change."""
    try:
        with zipfile.ZipFile(document) as package:
            main = package.read(MAIN)
            plain = main_part_to_print(main)
            if plain is not main:
                parts = {name: package.read(name) for name in package.namelist()}
                target.write_bytes(zipped(parts | {MAIN: plain}))
                return
    except (zipfile.BadZipFile, KeyError, NotSoundXml):
        # Whoever prints it finds out what is wrong with it.
        pass
    shutil.copyfile(document, target)
