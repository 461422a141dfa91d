"""PDF files: damaged, locked, signed, active, enormous."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Iterable
from typing import Literal

import pikepdf

from tests.hostile import Case, damaged, of_class, read, refused
from tests.hostile.building import FONT, many_pages, packed, page_pdf, pdf, shown, stream

SAYS = "John Mwangi"


@of_class("PDF cut short")
def cut() -> Iterable[Case]:
    whole = page_pdf()
    for share in (5, 20, 50, 80, 90, 99):
        yield damaged(f"cut at {share} %", whole[: len(whole) * share // 100])
    yield refused("only a head", b"%PDF-1.7\n%%EOF", "unreadable")
    yield refused("only the word PDF", b"%PDF-", "unreadable")


@of_class("PDF with its numbers wrong")
def wrong_numbers() -> Iterable[Case]:
    whole = page_pdf()
    yield read("no cross-reference", whole.replace(b"startxref", b"startxrex"), says=SAYS)
    yield damaged("cross-reference beyond the end", whole.replace(b"0000000", b"9999999"))
    yield damaged("length of a stream too large", whole.replace(b"/Length ", b"/Length 99999"))
    yield damaged("negative length", whole.replace(b"/Length ", b"/Length -"))
    yield damaged("root is a number", whole.replace(b"/Root 1 0 R", b"/Root 17"))
    yield damaged("root is missing", whole.replace(b"/Root 1 0 R", b"/Info 1 0 R"))
    yield damaged("size too small", whole.replace(b"/Size 5", b"/Size 1"))
    yield read("rubbish before the head", b"\r\n" * 40 + whole, says=SAYS)
    yield read("rubbish after the end", whole + b"\0" * 3000, says=SAYS)


@of_class("PDF fuzzed")
def fuzzed() -> Iterable[Case]:
    whole, dice = page_pdf(), random.Random(8)
    for number in range(24):
        bad = bytearray(whole)
        for _ in range(dice.choice((1, 4, 16))):
            bad[dice.randrange(9, len(bad))] = dice.randrange(256)
        yield damaged(f"flipped {number}", bytes(bad), "encrypted", "too_many_pages")
    for number in range(8):
        first, last = sorted(dice.sample(range(9, len(whole)), 2))
        yield damaged(f"spliced {number}", whole[:first] + whole[last:])


@of_class("PDF of rubbish")
def rubbish() -> Iterable[Case]:
    yield refused("every byte", b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"%%EOF", "unreadable")
    yield refused("noise", b"%PDF-1.4\n" + random.Random(2).randbytes(9000), "unreadable")
    yield refused("blanks", b"%PDF-1.4\n" + b" " * 9000 + b"%%EOF", "unreadable")


@of_class("PDF that turns in a circle")
def circles() -> Iterable[Case]:
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    yield damaged("pages of itself", pdf([catalogue, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]))
    yield damaged(
        "pages of each other",
        pdf([catalogue, b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
    )  # fmt: skip
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    yield damaged(
        "a form that draws itself",
        page_pdf(b"/X Do", page=b"/Resources<</XObject<</X 5 0 R>>>>",
                 more=[stream(b"/X Do /X Do", form)]),
        "memory", "timeout",
    )  # fmt: skip
    yield damaged(
        "a length that is itself", pdf([catalogue, b"<</Length 2 0 R>>stream\nendstream"])
    )
    yield damaged("a page that is its own parent", page_pdf(page=b"/Parent 3 0 R"))


@of_class("PDF with boundless pages")
def boxes() -> Iterable[Case]:
    for name, box in (
        ("huge", b"0 0 1e9 1e9"), ("empty", b"0 0 0 0"), ("endless", b"-1e38 -1e38 1e38 1e38"),
        ("turned inside out", b"595 842 0 0"), ("of words", b"a b c d"), ("short", b"0 0"),
    ):  # fmt: skip
        yield damaged(name, page_pdf(page=b"/MediaBox[%s]" % box))
    yield damaged("turned by 45 degrees", page_pdf(page=b"/Rotate 45"))
    yield damaged("units of a mile", page_pdf(page=b"/UserUnit 1e9"))


@of_class("PDF with too many pages")
def too_many() -> Iterable[Case]:
    yield refused("10,000 pages", many_pages(10_000), "too_many_pages")
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    for count in (2_000_000_000, -1, 501):
        tree = b"<</Type/Pages/Kids[]/Count %d/MediaBox[0 0 595 842]>>" % count
        yield damaged(f"says it has {count}", pdf([catalogue, tree]), "too_many_pages")


@of_class("PDF bomb")
def bombs() -> Iterable[Case]:
    yield damaged(
        "a page of 40 million letters",
        page_pdf(b"").replace(b"4 0 obj\n<</Length 0 >>stream\n\nendstream",
                              b"4 0 obj\n" + packed(b"q " * 20_000_000)),
        "memory", "timeout",
    )  # fmt: skip
    yield damaged("a picture of 60,000 by 60,000", _picture(60_000, 60_000), "too_many_pixels")
    twice = zlib.compress(zlib.compress(b"\0" * 30_000_000, 9), 9)
    yield damaged(
        "packed twice",
        page_pdf(
            page=b"/Resources<<>>", more=[stream(twice, b"/Filter[/FlateDecode/FlateDecode]")]
        ),
    )
    nested = b"[" * 100_000 + b"]" * 100_000
    yield damaged("100,000 brackets deep", page_pdf(page=b"/X " + nested))
    yield damaged("a stack of 200,000 states", page_pdf(b"q " * 200_000 + shown("deep")))


def _picture(width: int, height: int) -> bytes:
    image = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (width, height)
    image += b"/ColorSpace/DeviceGray/Filter/FlateDecode"
    body = stream(zlib.compress(b"\0" * 1000), image)
    page = b"/Resources<</XObject<</X 5 0 R>>>>"
    return page_pdf(b"595 0 0 842 0 0 cm /X Do", page=page, more=[body])


_REVISIONS: tuple[Literal[2, 3, 4, 6], ...] = (2, 3, 4, 6)


@of_class("PDF with a password")
def locked() -> Iterable[Case]:
    for revision in _REVISIONS:
        yield refused(f"password, revision {revision}", _locked("secret", revision), "encrypted")
    for revision in _REVISIONS:
        yield read(f"empty password, revision {revision}", _locked("", revision), "encrypted",
                   says=SAYS)  # fmt: skip
    yield damaged("password, cut", _locked("secret", 4)[:-200], "encrypted")
    whole = page_pdf(trailer=b"/Encrypt<</Filter/Unknown/V 9/R 99>>/ID[<00><00>]")
    yield damaged("a lock nobody knows", whole, "encrypted")


def _locked(password: str, revision: Literal[2, 3, 4, 6]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page_pdf())) as document:
        lock = pikepdf.Encryption(
            user=password, owner="owner", R=revision, aes=revision >= 4, metadata=revision >= 4
        )
        document.save(out, encryption=lock, static_id=True, deterministic_id=False)
    return out.getvalue()


@of_class("PDF that is signed")
def signed() -> Iterable[Case]:
    whole = _signed()
    yield read("signed", whole, "signed", says=SAYS)
    yield read("changed after signing", whole + b"% added\n" * 40, "signed",
               "changed_after_signing", says=SAYS)  # fmt: skip
    yield read("signed by nobody", whole.replace(b"/ByteRange[", b"/ByteRangx["), "signed")


def _signed() -> bytes:
    field = b"<</FT/Sig/T(S)/V 6 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R>>"
    value = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Contents<00>"
    made = page_pdf(
        catalogue=b"/AcroForm<</Fields[5 0 R]/SigFlags 3>>", page=b"/Annots[5 0 R]",
        more=[field, value + b"/ByteRange[0 10 20 %06d]>>" % 0],
    )  # fmt: skip
    return made.replace(b"20 000000]", b"20 %06d]" % (len(made) - 20))


_ACTIVE = (
    ("script at opening", b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "javascript"),
    ("script named", b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>", "javascript"),
    ("script with a hidden name", b"/OpenAction<</S/J#61vaScript/J#53(1)>>", "javascript"),
    ("script when closing", b"/AA<</WC<</S/JavaScript/JS(1)>>>>", "javascript"),
    ("starts a shell", b"/OpenAction<</S/Launch/F(/bin/sh)>>", "launch"),
    ("starts a Windows program", b"/OpenAction<</S/Launch/Win<</F(cmd.exe)>>>>", "launch"),
    ("starts by a hidden name", b"/OpenAction<</S/L#61unch/F(/bin/sh)>>", "launch"),
    ("opens another file", b"/OpenAction<</S/GoToR/F(\\\\\\\\a.example\\\\x.pdf)>>", "remote_link"),
    ("sends a form", b"/OpenAction<</S/SubmitForm/F(http://example.org/)>>", "remote_link"),
    ("form of another program", b"/AcroForm<</XFA(x)/Fields[]>>", "xfa"),
)  # fmt: skip


@of_class("PDF that wants to do something")
def active() -> Iterable[Case]:
    for name, catalogue, note in _ACTIVE:
        yield read(name, page_pdf(catalogue=catalogue), note, says=SAYS)
        yield read(f"{name}, packed", _in_object_streams(catalogue), note, says=SAYS)
    yield read("a link to click", page_pdf(
        page=b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.org/)>>>>]"
    ), says=SAYS)  # fmt: skip


def _in_object_streams(catalogue: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page_pdf(catalogue=catalogue))) as document:
        mode = pikepdf.ObjectStreamMode.generate
        document.save(out, object_stream_mode=mode, static_id=True)
    return out.getvalue()


@of_class("PDF with files inside")
def attached() -> Iterable[Case]:
    file = b"<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>"
    tree = b"/Names<</EmbeddedFiles<</Names[(a.exe)5 0 R]>>>>"
    more = [file, stream(b"MZ", b"/Type/EmbeddedFile")]
    yield read("an attached program", page_pdf(catalogue=tree, more=more), "embedded_files")
    pin = b"/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS 5 0 R>>]"
    yield read("a file pinned to the page", page_pdf(page=pin, more=more), "embedded_files")
    media = b"/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]>>]"
    yield read("a film", page_pdf(page=media), "embedded_files")


@of_class("PDF with strange fonts")
def fonts() -> Iterable[Case]:
    for name, font in (
        ("no font", b""),
        ("a font program of rubbish", b"/FontDescriptor<</FontFile2 5 0 R>>"),
        ("a legend of rubbish", b"/ToUnicode 5 0 R"),
        ("widths without end", b"/FirstChar 0/LastChar 2000000000/Widths[]"),
    ):
        resources = FONT.replace(b"/BaseFont/Helvetica", b"/BaseFont/Helvetica" + font)
        if not font:
            resources = b""
        yield damaged(name, page_pdf(page=resources, more=[stream(b"\0\1rubbish" * 90)]))


@of_class("PDF that is also something else")
def polyglot() -> Iterable[Case]:
    from tests.hostile.building import docx, drawn, zipped

    yield read("with a zip behind it", page_pdf() + zipped({"a.txt": "a"}), says=SAYS)
    yield read("with a Word file behind it", page_pdf() + docx(), says=SAYS)
    yield read("with a page of the web before it", b"<html><!--" + page_pdf(), says=SAYS)
    yield damaged("with a JPEG before it", drawn("JPEG")[:600] + page_pdf())
