"""A Word file as a package: its parts, each strict XML."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from extractors.wording import _
from templates.checking.finding import Finding, TemplateInvalid

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
_TEXT = f"{W}t"

MAIN = "word/document.xml"
MAX_ENTRIES = 1_000
MAX_UNPACKED = 64 * 1024 * 1024


class NotSoundXml(ValueError):
    """Bytes that a strict parser refuses."""


def text_of(element: etree._Element) -> str:
    """Return the words of `element`, those of text boxes in it included."""
    return "".join([text.text or "" for text in element.iter(_TEXT)])


def parsed(xml: bytes) -> etree._Element:
    """Parse strictly: no repairs, no entities, no DTD. Raises NotSoundXml."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    if b"<!DOCTYPE" in xml:
        raise NotSoundXml("DOCTYPE")
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as cause:
        raise NotSoundXml(str(cause)) from cause


def unpacked(content: bytes, name: str) -> dict[str, bytes]:
    """Return the package's parts by name, in their order."""

    def refuse(message: str) -> TemplateInvalid:
        return TemplateInvalid(name, [Finding("package", "", message)])

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            names = {entry.filename for entry in entries}
            if MAIN not in names:
                raise refuse(_("this is not a Word document (.docx)"))
            if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_UNPACKED:
                raise refuse(_("the document is larger than a template may be"))
            if len(names) < len(entries) or any("vbaProject" in one for one in names):
                raise refuse(
                    _("the document holds macros or doubled parts: save it as plain .docx")
                )
            return {entry.filename: package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as cause:
        raise refuse(_("this is not a Word document (.docx)")) from cause
