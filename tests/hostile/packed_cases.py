"""Files that hold files: zips, mails, other archives."""

from __future__ import annotations

from collections.abc import Iterable

from tests.hostile import Case, of_class, read, refused
from tests.hostile.building import CONTRACT, docx, ole, page_pdf, zipped

_MAIL = (
    "From: a@example.org\r\nTo: b@example.org\r\nSubject: papers\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n'
)


@of_class("packed archive")
def archives() -> Iterable[Case]:
    yield refused("papers", zipped({"1.pdf": page_pdf(), "2.docx": docx()}), "container")
    yield refused("nothing", zipped({}), "container")
    yield refused("only the end of one", b"PK\5\6" + b"\0" * 18, "container")
    yield refused("a paper with a bad name", zipped({"../../x.pdf": page_pdf()}), "container")
    inner = page_pdf()
    for _ in range(20):
        inner = zipped({"a.zip": inner})
    yield refused("20 deep", inner, "container")
    yield refused("cut", zipped({"1.pdf": page_pdf()})[:-30], "container")
    for name, head in (
        ("7z", b"7z\xbc\xaf\x27\x1c"), ("RAR", b"Rar!\x1a\x07\0"), ("gzip", b"\x1f\x8b\x08"),
        ("bzip2", b"BZh91AY"), ("xz", b"\xfd7zXZ\0"), ("cabinet", b"MSCF\0\0"),
    ):  # fmt: skip
        yield refused(name, head + b"\0\xff" * 400, "container")
    yield refused("tar", b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 700, "container")


@of_class("mail")
def mails() -> Iterable[Case]:
    yield refused("text", (_MAIL + CONTRACT + "\r\n--x--").encode(), "mail")
    yield refused("in GB18030", (_MAIL + CONTRACT).encode("gb18030"), "mail")
    yield refused("of Outlook", ole("__substg1.0_0037001F"), "mail")
    yield read("a paper that begins with labels",
               b"From: the office\nBorrower: John\nAmount: 5\n")  # fmt: skip
