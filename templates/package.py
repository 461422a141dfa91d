"""A Word file as a package: parts in a zip, each strict XML, and always the same bytes again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from extractors.wording import _
from templates.checking.finding import Finding, TemplateInvalid

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"

# Every rendered package bears this time, so that equal values give equal bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)

MAX_ENTRIES = 1_000
MAX_UNPACKED = 64 * 1024 * 1024


class NotSoundXml(ValueError):
    """Bytes that a strict parser refuses."""


def text_of(element: etree._Element) -> str:
    """Return the words of `element`, those of text boxes in it included."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


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
            if "word/document.xml" not in names:
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


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return `parts` as a zip that is the same for the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in parts.items():
            package.writestr(entry(part), data)
    return out.getvalue()


def entry(part: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(part, FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0
    return entry
