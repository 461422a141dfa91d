"""Text files: encodings, rubbish, text that is hostile later, text beyond measure."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.hostile import Case, damaged, of_class, read, refused
from tests.hostile.building import CONTRACT

SAYS = "赵小六"


@of_class("nothing, or nearly")
def nothing() -> Iterable[Case]:
    yield refused("no byte", b"", "empty")
    yield refused("one byte of no text", b"\x01", "unknown_type")
    yield read("one letter", b"a", says="a")
    yield refused("zeros", b"\0" * 4096, "empty")
    yield refused("blanks", b" \t\r\n" * 50, "empty")
    yield refused("blanks of two bytes", "\u3000\n".encode("utf-16") * 20, "empty")
    yield refused("form feeds", b"\f" * 20, "empty")
    yield refused("a byte order mark", b"\xef\xbb\xbf", "empty")
    yield refused("characters nobody sees", "\u200b\ufeff".encode() * 20, "empty")
    yield damaged("a high byte", b"\xff", "unknown_type")


@of_class("text in an encoding of the trade")
def encodings() -> Iterable[Case]:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le",
                     "utf-16-be"):  # fmt: skip
        yield read(encoding, CONTRACT.encode(encoding), says=SAYS)
    spanish = "CONTRATO DE PRÉSTAMO\nPrestatario: Íñigo Núñez\n" * 3
    for encoding in ("cp1252", "latin-1", "utf-8"):
        yield read(f"Spanish in {encoding}", spanish.encode(encoding), says="Núñez")
    yield damaged("Big5", "借款合同\n借款人：趙小六\n".encode("big5"), "unknown_type")
    yield damaged("Shift JIS", "契約書\n借主：山田\n".encode("shift_jis"), "unknown_type")


@of_class("text that is no text")
def broken() -> Iterable[Case]:
    yield damaged("half characters", b"\xe5\x80" * 500, "unknown_type")
    yield damaged("surrogates in UTF-8", b"\xed\xa0\x80" * 100, "unknown_type")
    yield refused("lone surrogates in UTF-16", b"\xff\xfe\x00\xd8" * 50, "unknown_type")
    yield refused("UTF-16 cut in two", CONTRACT.encode("utf-16")[:-1], "unknown_type")
    yield refused("noise", random.Random(5).randbytes(8_000), "unknown_type")
    yield damaged("UTF-8 cut in a character", CONTRACT.encode()[:-2], "unknown_type")
    yield read("a few zeros", CONTRACT.replace("人", "人\0").encode(), says=SAYS)
    yield refused("a program", b"\x7fELF" + bytes(range(256)) * 20, "unknown_type")
    yield refused("a Windows program", b"MZ\x90\0\3" + b"\0" * 900, "unknown_type")


_LATER = {
    "a script": "<script>alert(1)</script>",
    "a picture that fails": '<img src=x onerror="alert(1)">',
    "a formula": "=cmd|'/c calc'!A1",
    "a formula with a sign": "+1+cmd|' /C calc'!A0",
    "a template": "{{7*7}}{% import 'os' as o %}",
    "a template of another kind": "${7*7}#{7*7}<%= 7*7 %>",
    "a query": "'; DROP TABLE household; --",
    "a path": "../../../../etc/passwd",
    "colours of a terminal": "\x1b[31m赵\x1b[0m",
    "a terminal's title": "\x1b]0;PWNED\x07",
    "text turned round": "\u202e三张\u202c",
    "letters that are not seen": "赵\u200b小\u200b六",
    "marks without end": "Z" + "\u0300" * 2_000,
    "letters beyond the first plane": "𠮷田🏦",
    "a line end of its own kind": "a\u2028b\u2029c\x85d",
    "a number of another script": "٥٠٠٠٠",
}


@of_class("text that is hostile later")
def later() -> Iterable[Case]:
    for name, text in _LATER.items():
        yield read(name, f"{CONTRACT}借款用途：{text}\n".encode(), says=SAYS)


@of_class("text beyond measure")
def beyond() -> Iterable[Case]:
    yield refused("a line of 10 MB", ("借款人：" + "张" * 3_400_000).encode(), "too_many_pages")
    yield refused("a million lines", b"a\n" * 1_000_000, "too_many_pages")
    yield refused("600 pages", b"page\n\f" * 600, "too_many_pages")
    yield read("a line of 300,000", ("借款人：" + "张" * 100_000).encode())
    yield read("4,000 labels", CONTRACT.encode() + "借款人：张三 ".encode() * 4_000)
    yield read("4,000 lines of labels", CONTRACT.encode() + "借款金额：50000元\n".encode() * 4_000)
    yield read("300,000 figures", CONTRACT.encode() + b"1" * 300_000)
    yield read("100,000 brackets", CONTRACT.encode() + "（".encode() * 100_000)
    yield read("an amount of 100,000 words", (CONTRACT + "借款金额：" + "壹拾" * 50_000).encode())
    yield read("100,000 blanks", CONTRACT.encode() + b" x" * 50_000)
    yield read("lines to write on", (CONTRACT + "____年__月__日" * 8_000).encode())
    drawn = "│借款人│张三│借款金额│50000元│\n" * 3_000
    yield read("a drawn table of 3,000 rows", (CONTRACT + drawn).encode(), says=SAYS)
    yield read("numbers in words", b"LOAN AGREEMENT\n" + b"one hundred and " * 8_000)


@of_class("a virus scanner's test")
def infected() -> Iterable[Case]:
    from tests.hostile.building import docx, page_pdf

    test = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    yield refused("alone", test, "infected")
    yield refused("with a line end", test + b"\r\n", "infected")
    yield refused("behind a PDF", page_pdf() + test, "infected")
    yield refused("inside a Word file", docx(None, {"word/media/a.bin": test}), "infected")
