"""The section of one document in a print file: its break, its headers, its page numbers from 1.

Works on the bytes of parts that were strictly parsed when they were filled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SECTION = re.compile(rb"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_REFERENCE = re.compile(
    rb"<w:(header|footer)Reference\b[^>]*?(?:/>|>\s*</w:(?:header|footer)Reference>)"
)
_RELATION = re.compile(rb'(\br:id=")([^"]*)(?=")')
_TYPE = re.compile(rb'\bw:type="([^"]*)"')
_BEGINS = re.compile(rb'<w:type\b[^>]*w:val="(?:continuous|nextColumn)"[^>]*/>')
_NUMBERS = re.compile(rb"<w:pgNumType\b[^>]*/>")
_START = re.compile(rb'\s*\bw:start="[^"]*"')
# The schema's order: page numbers stand before the first of these.
_AFTER_NUMBERS = re.compile(
    rb"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid"
    rb"|printerSettings)\b|</w:sectPr>"
)
_PARAGRAPH = re.compile(rb"<w:p(?:\s[^>]*)?>")
# As low as Word makes a line: where the break cannot stand in the last paragraph.
_LOW = (
    b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    b'<w:rPr><w:sz w:val="2"/></w:rPr>%s</w:pPr></w:p>'
)


def sections(body: bytes) -> list[bytes]:
    """Return the section properties in `body`, in order."""
    return _SECTION.findall(body)


def references(section: bytes) -> dict[tuple[bytes, bytes], bytes]:
    """Return the section's headers and footers: ("header", "default") → relation."""
    found = {}
    for one in _REFERENCE.finditer(section):
        kind, relation = _TYPE.search(one.group()), _RELATION.search(one.group())
        if kind and relation:
            found[one.group(1), kind.group(1)] = relation.group(2)
    return found


def related(text: bytes, relations: Mapping[bytes, bytes]) -> bytes:
    """Return the sections in `text` with other relations for their headers and footers."""

    def one(found: re.Match[bytes]) -> bytes:
        return _RELATION.sub(
            lambda name: name.group(1) + relations.get(name.group(2), name.group(2)), found.group()
        )

    return _SECTION.sub(lambda found: _REFERENCE.sub(one, found.group()), text)


def first(section: bytes, blank: Mapping[tuple[bytes, bytes], bytes]) -> bytes:
    """Return a document's first section: on a new page, numbered from 1.

    blank  empty headers and footers by kind, for those it has not: Word would show the ones of
           the document before
    """
    section = _BEGINS.sub(b"", _opened(section))
    own = references(section)
    missing = b"".join(
        b'<w:%sReference w:type="%s" r:id="%s"/>' % (*kind, relation)
        for kind, relation in blank.items()
        if kind not in own
    )
    begin = section.index(b">") + 1
    return _numbered(section[:begin] + missing + section[begin:])


def _opened(section: bytes) -> bytes:
    return section[:-2] + b"></w:sectPr>" if section.endswith(b"/>") else section


def _numbered(section: bytes) -> bytes:
    there = _NUMBERS.search(section)
    if there:
        kept = _START.sub(b"", there.group())
        kept = kept.replace(b"<w:pgNumType", b'<w:pgNumType w:start="1"', 1)
        return section[: there.start()] + kept + section[there.end() :]
    place = _AFTER_NUMBERS.search(section)
    assert place is not None, "a section that was opened is closed"  # noqa: S101
    return section[: place.start()] + b'<w:pgNumType w:start="1"/>' + section[place.start() :]


def ended(body: bytes, section: bytes) -> bytes:
    """Return `body` with its last paragraph ending the section, or one more where that cannot."""
    start = max(body.rfind(b"<w:p>"), body.rfind(b"<w:p "))
    last = body[start:] if start >= 0 else b""
    # With another paragraph inside it, a picture's words say, the last one is not told by its end.
    plain = last.endswith(b"</w:p>") and last.count(b"</w:p>") == 1
    if not plain or b"<w:sectPr" in last or b"<w:pPrChange" in last:
        return body + _LOW % section
    opening = _PARAGRAPH.match(last)
    assert opening is not None, "found by its beginning"  # noqa: S101
    before, behind = last[: opening.end()], last[opening.end() :]
    if behind.startswith(b"<w:pPr>"):
        inner, _tag, rest = behind.partition(b"</w:pPr>")
        properties = inner + section + b"</w:pPr>"
    else:
        rest = behind.removeprefix(b"<w:pPr/>")
        properties = b"<w:pPr>" + section + b"</w:pPr>"
    return body[:start] + before + properties + rest
