"""Word files and workbooks: bombs, declarations, macros, links, damage; and old formats."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Iterable

from tests.hostile import Case, damaged, of_class, read, refused
from tests.hostile.building import (
    CONTRACT,
    docx,
    ole,
    paragraph,
    relations,
    word_xml,
    xlsx,
    zipped,
)

SAYS = "赵小六"


@of_class("Word file that unpacks without end")
def bombs() -> Iterable[Case]:
    yield refused("60 MB of one letter", docx(paragraph("A" * 60_000_000)), "zip_bomb")
    yield refused("5 million paragraphs", docx("<w:p/>" * 5_000_000), "zip_bomb")
    side = {"word/media/a.bin": b"\0" * 250_000_000}
    yield refused("250 MB beside the text", docx(None, side), "zip_bomb")
    parts = {f"word/m{number}.xml": "<a/>" for number in range(6_000)}
    yield refused("6,000 parts", docx(None, parts), "zip_bomb")
    yield refused("a size that lies", _lying(), "zip_bomb", "unreadable")
    yield refused("parts that overlap", _overlapping(), "unreadable", "zip_bomb")


def _lying() -> bytes:
    whole = bytearray(docx(None, {"word/media/a.bin": b"\0" * 230_000_000}))
    real = struct.pack("<I", 230_000_000)
    at = whole.find(real)
    while at >= 0:
        whole[at : at + 4] = struct.pack("<I", 1000)
        at = whole.find(real)
    return bytes(whole)


def _overlapping() -> bytes:
    """Many entries of the directory that name the same bytes."""
    whole = docx(None, {"word/media/a.bin": b"\0" * 2_000_000})
    end = whole.rfind(b"PK\5\6")
    size, offset = struct.unpack_from("<II", whole, end + 12)
    last = whole.rfind(b"PK\1\2")
    entry = whole[last:end]
    copies = b"".join(entry.replace(b"a.bin", b"%05d" % number) for number in range(3_000))
    head = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 3_000, 3_000, size + len(copies), offset, 0)
    return whole[:end] + copies + head


_LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>%s]>" % "".join(  # noqa: UP031
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)
_DECLARATIONS = {
    "a file of the system": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "a milliard laughs": _LAUGHS,
    "a page of the web": '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    "an empty declaration": "<!DOCTYPE a>",
}
_PARTS = (
    "word/document.xml", "word/settings.xml", "word/styles.xml", "word/_rels/document.xml.rels",
    "_rels/.rels", "[Content_Types].xml", "customXml/item1.xml", "docProps/core.xml",
)  # fmt: skip


@of_class("Word file with a document type declaration")
def declarations() -> Iterable[Case]:
    for name, declaration in _DECLARATIONS.items():
        whole = word_xml(paragraph("&j;")).replace("?>", f"?>{declaration}", 1)
        yield refused(name, docx(whole.encode()), "forbidden_markup")
    for part in _PARTS:
        text = f'<?xml version="1.0"?>{_DECLARATIONS["an empty declaration"]}<a/>'
        yield refused(f"in {part}", _with_part(part, text.encode()), "forbidden_markup")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        text = f'<?xml version="1.0" encoding="UTF-16"?>{_DECLARATIONS["a file of the system"]}<a/>'
        name = f"in {encoding}"
        yield refused(name, docx(None, {"word/x.xml": text.encode(encoding)}), "forbidden_markup")
    far = "<!--" + "x" * 2_000_000 + "--><!DOCTYPE a><a/>"
    yield refused("far behind a comment", docx(None, {"word/x.xml": far}), "forbidden_markup")


def _with_part(part: str, body: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx())) as package:
        entries: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    return zipped(entries | {part: body})


@of_class("Word file with macros or requests")
def active() -> Iterable[Case]:
    program = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 99}
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    yield read("macros", docx(None, program, kind=macro), "macros", says=SAYS)
    yield read("macros under another name", docx(None, program), "macros", says=SAYS)
    template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    yield read("a template", docx(None, kind=template), says=SAYS)
    field = '<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>'
    simple = '<w:p><w:fldSimple w:instr=" DDE cmd a "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    for name, body in (("DDE", field), ("DDE in a short field", simple)):
        yield read(name, docx(paragraph("借款人：赵小六") + body), "dde", says=SAYS)
    objects = {"word/embeddings/oleObject1.bin": ole("Ole10Native")}
    yield read("an object", docx(None, objects), "ole_object", says=SAYS)
    control = {"word/activeX/activeX1.bin": b"\0" * 40}
    yield read("a control", docx(None, control), "ole_object", says=SAYS)
    inner = {"word/embeddings/a.xlsx": xlsx("")}
    yield read("a workbook inside", docx(None, inner), "embedded_files", says=SAYS)
    signature = {"_xmlsignatures/sig1.xml": "<a/>"}
    yield read("a signature", docx(None, signature), "signed", says=SAYS)


@of_class("Word file that names other places")
def elsewhere() -> Iterable[Case]:
    for kind, note in (
        ("attachedTemplate", "external_template"), ("image", "external_link"),
        ("oleObject", "external_link"), ("frame", "external_link"),
    ):  # fmt: skip
        links = relations((kind, "http://example.org/x", "External"))
        part = "settings" if kind == "attachedTemplate" else "document"
        yield read(kind, docx(None, {f"word/_rels/{part}.xml.rels": links}), note, says=SAYS)
    share = relations(("attachedTemplate", "file://///files.example.org/x.dotm", "External"))
    yield read("a template on a share", docx(None, {"word/_rels/settings.xml.rels": share}),
               "external_template", says=SAYS)  # fmt: skip
    click = relations(("hyperlink", "http://example.org/x", "External"))
    yield read("a link to click", docx(None, {"word/_rels/document.xml.rels": click}), says=SAYS)


@of_class("Word file that is damaged")
def broken() -> Iterable[Case]:
    whole = docx()
    for share in (10, 50, 90, 99):
        yield refused(f"cut at {share} %", whole[: len(whole) * share // 100],
                      "unreadable", "container")  # fmt: skip
    at = whole.find(b"word/document.xml") + 20
    bad = whole[:at] + b"\xff" * 20 + whole[at + 20 :]
    yield refused("a packed part overwritten", bad, "unreadable")
    yield refused("no text part", whole.replace(b"word/document.xml", b"word/documend.xml"),
                  "unreadable", "container")  # fmt: skip
    yield refused("XML that does not end", docx(b"<w:document><unclosed>"), "unreadable")
    yield refused("an empty text part", docx(b""), "unreadable")
    yield refused("another XML", docx(b'<?xml version="1.0"?><a/>'), "unreadable")
    yield refused("noise for XML", docx(random.Random(3).randbytes(5_000)), "unreadable")
    dice = random.Random(6)
    for number in range(10):
        flipped = bytearray(whole)
        for _ in range(6):
            flipped[dice.randrange(4, len(flipped))] = dice.randrange(256)
        yield damaged(f"flipped {number}", bytes(flipped), "encrypted", "container", "zip_bomb")


@of_class("Word file with two parts of one name")
def twice() -> Iterable[Case]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr("word/document.xml", word_xml(paragraph("one")))
        package.writestr("word/document.xml", word_xml(paragraph("two")))
    yield refused("twice the text", out.getvalue(), "unreadable")


@of_class("Word file with names that lead elsewhere")
def names() -> Iterable[Case]:
    for name in ("../../../../tmp/slipped.txt", "/etc/slipped", "C:\\slipped.txt", "a\\..\\b",
                 "word/\u202egpj.exe", "word/" + "a" * 5_000, "CON", "word/a\nb"):  # fmt: skip
        yield read(ascii(name)[:40], docx(None, {name: "x"}), says=SAYS)


@of_class("Word file built beyond measure")
def measure() -> Iterable[Case]:
    deep = "<w:tbl><w:tr><w:tc>" * 2_000 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 2_000
    yield damaged("tables 2,000 deep", docx(deep))
    yield damaged("paragraphs 30,000 deep", docx("<w:p>" * 30_000 + "</w:p>" * 30_000))
    span = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + paragraph("wide") + "</w:tc>"
    yield read("a cell a milliard wide", docx(f"<w:tbl><w:tr>{span}</w:tr></w:tbl>"), says="wide")
    row = ("<w:tc>" + paragraph("1") + "</w:tc>") * 20_000
    yield damaged("a row of 20,000 cells", docx(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"))
    rows = ("<w:tr><w:tc>" + paragraph("借款人") + "</w:tc><w:tc>" + paragraph("张三")
            + "</w:tc></w:tr>") * 4_000  # fmt: skip
    yield damaged("a table of 4,000 rows", docx(f"<w:tbl>{rows}</w:tbl>"))
    yield refused("100,000 paragraphs", docx(_many_paragraphs()), "too_many_pages")


def _many_paragraphs() -> str:
    dice = random.Random(1)
    return "".join(paragraph(str(dice.random())) for _ in range(100_000))


@of_class("Word file that is locked or old")
def locked() -> Iterable[Case]:
    yield refused("locked with a password", ole("EncryptedPackage"), "encrypted")
    for name in ("WordDocument", "Workbook", "Book"):
        yield refused(f"an old file with only {name}", ole(name), "unreadable")
    for name in ("WpsDocument", "VisioDocument", ""):
        yield refused(f"an old file with {name}", ole(name), "old_office")
    yield refused("only the head of an OLE file", ole("")[:8], "old_office")
    yield refused("rich text", b"{\\rtf1\\ansi " + CONTRACT.encode("gb18030") + b"}", "old_office")
    secret = bytearray(docx())
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = secret.find(mark)
        while place >= 0:
            secret[place + at] |= 1
            place = secret.find(mark, place + 4)
    yield refused("parts locked one by one", bytes(secret), "encrypted")


@of_class("OFD")
def ofd() -> Iterable[Case]:
    yield refused("OFD", zipped({"OFD.xml": "<ofd:OFD/>", "Doc_0/Document.xml": "<a/>"}), "ofd")


@of_class("workbook that misleads")
def workbooks() -> Iterable[Case]:
    one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    far = one + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield refused("a far corner", xlsx(far), "zip_bomb")
    formula = '<row r="1"><c r="A1" t="str"><f>cmd|\'/c calc\'!A1</f><v>=cmd|x</v></c></row>'
    yield read("a formula that starts programs", xlsx(formula), says="=cmd|x")
    yield damaged(
        "a place that is none",
        xlsx('<row r="0"><c r="ZZZZ999999999"><v>1</v></c></row>'),
        "zip_bomb",
    )
    odd = '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1" t="d"><v>9999-99-99</v></c></row>'
    yield damaged("numbers that are none", xlsx(odd))
    yield damaged(
        "a shared text that is missing", xlsx('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')
    )
    declared = {"xl/styles.xml": "<!DOCTYPE a><styleSheet/>"}
    yield refused("a declaration", xlsx("", declared), "forbidden_markup")
    program = {"xl/vbaProject.bin": b"\0" * 99}
    yield read("macros", xlsx(one, program), "macros")
    asks = '<externalLink><ddeLink ddeService="cmd"/></externalLink>'
    dde = {"xl/externalLinks/externalLink1.xml": asks}
    yield read("DDE", xlsx(one, dde), "dde")
    yield refused("60 MB of one row", xlsx('<row r="1">' + " " * 60_000_000 + "</row>"), "zip_bomb")
    yield damaged(
        "sheets that are missing", xlsx("").replace(b"sheet1.xml", b"sheet9.xml"), "container"
    )
