"""Bringing the fields of a filled document up to date, where its template has any."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from templates.package import parsed
from templates.word_fields.contents import Styles, list_headings, styles_of
from templates.word_fields.sequences import number_captions

_STYLES = "word/styles.xml"
_COMPUTED = re.compile(rb"<w:instrText[^>]*>\s*(SEQ|TOC)\b")


@dataclass(frozen=True, slots=True)
class Refreshing:
    """What a template's fields need to be brought up to date."""

    styles: Styles
    language: str

    def refreshed(self, xml: bytes) -> bytes:
        """Return the document's main part with captions numbered and contents listed."""
        tree = parsed(xml)
        number_captions(tree)
        list_headings(tree, self.styles, self.language)
        return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def refreshing(main: bytes, parts: Mapping[str, bytes], language: str) -> Refreshing | None:
    """Return what brings the fields of a template's documents up to date; None without any."""
    if not _COMPUTED.search(main):
        return None
    styles = styles_of(parts[_STYLES]) if _STYLES in parts else Styles({}, {}, None)
    return Refreshing(styles, language)
