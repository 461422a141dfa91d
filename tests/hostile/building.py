"""Small files of every kind, written byte by byte so that each can be wrong in one way."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

CONTRACT = (
    "借款合同\n合同编号：（2025）青信借字第9号\n借款人：赵小六\n借款金额：伍万元整（￥50000.00）\n"
    "借款期限：2025年3月1日至2026年3月1日\n"
)


# PDF


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of `objects`, numbered from 1; the first is the catalogue."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R %s>>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d %s>>stream\n" % (len(data), entries) + data + b"\nendstream"


def packed(data: bytes) -> bytes:
    """Return a compressed stream object."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def shown(text: str) -> bytes:
    """Return the page content that shows an ASCII text."""
    return b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % text.encode("ascii")


FONT = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def page_pdf(
    content: bytes | None = None, *, catalogue: bytes = b"", page: bytes = b"",
    more: Sequence[bytes] = (), trailer: bytes = b"",
) -> bytes:  # fmt: skip
    """Return a PDF of one page; `more` are its objects from number 5 on."""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R %s>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R %s %s>>" % (FONT, page),
            stream(shown("Loan agreement, borrower John Mwangi") if content is None else content),
            *more,
        ],
        trailer,
    )


def many_pages(count: int) -> bytes:
    """Return a PDF of `count` empty pages."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(count))
    tree = b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, count)
    pages = [b"<</Type/Page/Parent 2 0 R>>"] * count
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, *pages])


# Office


def zipped(entries: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of `entries`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, body in entries.items():
            package.writestr(zipfile.ZipInfo(name), body, method)
    return out.getvalue()


def paragraph(text: str) -> str:
    """Return a Word paragraph."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word_xml(body: str, *, prolog: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """Return word/document.xml."""
    return f'{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def _head(part: str, content_type: str) -> dict[str, str | bytes]:
    types = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("bin", "application/vnd.ms-office.vbaProject"),
        )
    )
    override = f'<Override PartName="/{part}" ContentType="{content_type}"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}">{types}{override}</Types>',
        "_rels/.rels": relations(("officeDocument", part, "")),
    }


def relations(*links: tuple[str, str, str]) -> str:
    """Return a .rels part of links: (kind, target, mode)."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"' if mode else "")
        + "/>"
        for number, (kind, target, mode) in enumerate(links, start=1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def docx(
    body: str | bytes | None = None, more: Mapping[str, str | bytes] | None = None,
    *, kind: str = DOCX_TYPE,
) -> bytes:  # fmt: skip
    """Return a Word file; `body` is the inside of w:body, or as bytes the whole part."""
    if body is None:
        body = "".join(paragraph(line) for line in CONTRACT.splitlines())
    document = body if isinstance(body, bytes) else word_xml(body)
    return zipped(
        {**_head("word/document.xml", kind), "word/document.xml": document, **(more or {})}
    )


def xlsx(rows: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a workbook of one sheet; `rows` is the inside of sheetData."""
    book = (
        f'<?xml version="1.0"?><workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    sheet = (
        f'<?xml version="1.0"?><worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    )
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", "")),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped({**_head("xl/workbook.xml", XLSX_TYPE), **parts, **(more or {})})


def ole(stream_name: str) -> bytes:
    """Return the beginnings of an OLE file (.doc, .xls, .msg) that has a stream of that name."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + b"\x3e\0\x03\0\xfe\xff\x09\0"
    return head.ljust(2048, b"\0") + stream_name.encode("utf-16-le").ljust(4096, b"\0")


# Pictures


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a PNG chunk."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes = b"\0" * 10, *, before: bytes = b"") -> bytes:
    """Return a black-and-white PNG that says it has this size."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(data, 9))
    return b"\x89PNG\r\n\x1a\n" + head + before + body + chunk(b"IEND", b"")


def drawn(kind: str, mode: str = "RGB", size: tuple[int, int] = (240, 120), **how: Any) -> bytes:
    """Return a picture with a grey bar on white, saved by Pillow."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((40, 40, size[0] - 40, 60), fill=(90, 90, 90))
    out = io.BytesIO()
    image.convert(mode).save(out, kind, **how)
    return out.getvalue()


def tiff(entries: Sequence[tuple[int, int, int, int]], following: int = 0) -> bytes:
    """Return a little-endian TIFF whose one folder has `entries`: (tag, type, count, value)."""
    folder = struct.pack("<H", len(entries))
    folder += b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0\x08\0\0\0" + folder + struct.pack("<I", following)


def bmp(width: int, height: int, bits: int = 24, packing: int = 0, data: bytes = b"") -> bytes:
    """Return a BMP that says it has this size."""
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, packing, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + len(data), 0, 0, 54) + head + data
