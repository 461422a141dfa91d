"""Pictures: bombs, cut files, odd modes, formats of phones."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterable

from tests.hostile import Case, damaged, of_class, read, refused
from tests.hostile.building import bmp, chunk, drawn, png, tiff


@of_class("picture too large to decode")
def bombs() -> Iterable[Case]:
    yield refused("PNG of 50,000 by 50,000", png(50_000, 50_000), "too_many_pixels")
    yield refused("PNG of 2 milliards by 2 milliards", png(2**31 - 1, 2**31 - 1),
                  "too_many_pixels", "unreadable")  # fmt: skip
    full = png(30_000, 30_000, b"\0" * (3751 * 30_000))
    yield refused("PNG of 30,000 by 30,000, complete", full, "too_many_pixels")
    yield refused("BMP of 60,000 by 60,000", bmp(60_000, 60_000), "too_many_pixels")
    yield refused("BMP of 30,000 by 30,000, packed", bmp(30_000, -30_000, 8, 1, b"\0\1"),
                  "too_many_pixels", "unreadable")  # fmt: skip
    wide = [(256, 4, 1, 100_000), (257, 4, 1, 100_000), (258, 3, 1, 1), (262, 3, 1, 0),
            (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 100_000), (279, 4, 1, 10)]  # fmt: skip
    yield refused("TIFF of 100,000 by 100,000", tiff(wide), "too_many_pixels", "unreadable")
    text = chunk(b"zTXt", b"k\0\0" + zlib.compress(b"a" * 80_000_000, 9))
    yield damaged("PNG with a text of 80 MB", png(8, 8, b"\0\0" * 8, before=text))
    profile = chunk(b"iCCP", b"k\0\0" + zlib.compress(b"a" * 80_000_000, 9))
    yield damaged("PNG with a profile of 80 MB", png(8, 8, b"\0\0" * 8, before=profile))


@of_class("picture with impossible sizes")
def sizes() -> Iterable[Case]:
    yield refused("PNG of nothing", png(0, 0), "unreadable")
    yield refused("BMP of nothing", bmp(0, 0), "unreadable")
    yield damaged("PNG with too little data", png(400, 500))
    yield damaged("PNG of one line", png(20_000, 1, b"\0" * 2501))
    yield damaged("PNG of one column", png(1, 20_000, b"\0\0" * 20_000))
    yield refused("BMP of negative width", bmp(-5, 5), "unreadable", "too_many_pixels")


@of_class("picture cut short")
def cut() -> Iterable[Case]:
    for kind in ("JPEG", "PNG", "TIFF", "BMP"):
        whole = drawn(kind)
        for share in (50, 90, 99):
            name = f"{kind} cut at {share} %"
            yield damaged(name, whole[: len(whole) * share // 100])
    yield refused("head of a JPEG", b"\xff\xd8\xff\xe0", "unreadable", "truncated")
    fake = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 9 + b"\xff\xda\0\x02" + b"x" * 50 + b"\xff\xd9"
    yield refused("JPEG without a picture", fake, "unreadable", "truncated")
    yield refused("head of a PNG", b"\x89PNG\r\n\x1a\n", "unreadable", "truncated")


@of_class("picture fuzzed")
def fuzzed() -> Iterable[Case]:
    dice = random.Random(4)
    for kind in ("JPEG", "PNG", "TIFF", "BMP"):
        whole = drawn(kind, size=(120, 60))
        for number in range(6):
            bad = bytearray(whole)
            for _ in range(8):
                bad[dice.randrange(2, min(len(bad), 600))] = dice.randrange(256)
            yield damaged(f"{kind} flipped {number}", bytes(bad),
                          "too_many_pixels", "too_many_pages", "unknown_type")  # fmt: skip


@of_class("TIFF that misleads")
def tiffs() -> Iterable[Case]:
    yield refused("folder that leads to itself", tiff([(256, 3, 1, 1)], 8), "unreadable",
                  "truncated", "too_many_pages")  # fmt: skip
    yield refused("field of 4 milliard values", tiff([(273, 4, 0xFFFFFFFF, 8)]), "unreadable",
                  "truncated")  # fmt: skip
    yield refused("folder beyond the end", b"II*\0" + struct.pack("<I", 2**31), "unreadable",
                  "truncated")  # fmt: skip
    yield refused("no folder", b"II*\0\0\0\0\0", "unreadable", "truncated")
    from PIL import Image

    frames = [Image.new("1", (8, 8), 1)] * 520
    import io

    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    yield refused("520 pages", out.getvalue(), "too_many_pages")


@of_class("picture in an unusual mode")
def modes() -> Iterable[Case]:
    for kind, mode in (
        ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "I;16"), ("PNG", "P"), ("PNG", "LA"),
        ("PNG", "RGBA"), ("PNG", "1"), ("TIFF", "CMYK"), ("TIFF", "I;16"), ("TIFF", "F"),
        ("TIFF", "1"), ("BMP", "P"),
    ):  # fmt: skip
        if mode == "I;16":
            yield read(f"{kind} {mode}", _deep(kind))
        else:
            yield read(f"{kind} {mode}", drawn(kind, mode))


def _deep(kind: str) -> bytes:
    import io

    import numpy as np
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(np.full((60, 120), 65535, np.uint16)).save(out, kind)
    return out.getvalue()


@of_class("photo turned by its camera")
def turned() -> Iterable[Case]:
    from PIL import Image

    for number in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = number
        yield read(f"orientation {number}", drawn("JPEG", exif=exif))
    exif = Image.Exif()
    exif[0x0112] = 99
    yield read("orientation 99", drawn("JPEG", exif=exif))
    yield read(
        "EXIF of rubbish", drawn("JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\xff" * 60)
    )


@of_class("photo of a phone")
def photos() -> Iterable[Case]:
    for brand in (b"heic", b"heix", b"mif1", b"avif"):
        box = b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0" + b"mif1heic" + b"\0" * 400
        yield refused(brand.decode(), box, "photo_format")


@of_class("picture of a kind that is not read")
def others() -> Iterable[Case]:
    for kind in ("GIF", "WEBP"):
        yield refused(kind, drawn(kind), "other_image")
    from PIL import Image

    frames = [Image.new("1", (8, 8), number % 2) for number in range(300)]
    import io

    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    yield refused("GIF of 300 frames", out.getvalue(), "other_image")
    yield refused("JPEG 2000", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0" * 99, "other_image")
    yield refused("JPEG 2000 stream", b"\xff\x4f\xff\x51" + b"\0" * 99, "other_image")
    yield refused("Photoshop", b"8BPS\0\1" + b"\0" * 99, "other_image")
    yield refused("a GIF that is also a script", b"GIF89a/*" + b"\0" * 20 + b"*/=1;", "other_image")
