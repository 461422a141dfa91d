"""What the tests of templates read back from a .docx: its text, and copies with one damage."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def numbers_itself(content: bytes) -> bool:
    """Whether a template has captions, charts or contents: what docxtpl leaves as it stands, and
    we fill in."""
    body = parts_of(content)["word/document.xml"].decode("utf-8")
    return " SEQ " in body or " TOC " in body or "/chart" in body


def text_of(content: bytes) -> str:
    """Return the body as a person reads it: a paragraph a line, a table row a line."""
    body = etree.fromstring(parts_of(content)["word/document.xml"])[0]
    lines = []
    for block in body:
        if block.tag == f"{W}p":
            lines.append(_words(block))
        elif block.tag == f"{W}tbl":
            for row in block.iter(f"{W}tr"):
                cells = ["/".join(_words(p) for p in c.iter(f"{W}p")) for c in row.iter(f"{W}tc")]
                lines.append(" | ".join(cells))
    return "\n".join(lines) + "\n"


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def with_text(content: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """Return a copy of the package with `old` replaced by `new` in one part's XML."""
    parts = parts_of(content)
    xml = parts[part].decode("utf-8")
    assert old in xml, f"{old} is not in {part}"
    parts[part] = xml.replace(old, new, 1).encode("utf-8")
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of `parts`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def body_of(content: bytes) -> str:
    """Return the body without its appendix: what a person signs."""
    return re.split(r"\n(?:附件：|Anexo:|Appendix:)", text_of(content))[0]
