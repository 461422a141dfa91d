"""The QR code of a draft: its number as a small picture, the same bytes for the same number.

A code costs an eighth of a millisecond, for a batch holds thousands. segno, which draws the
labels, takes 3 ms; the modules are the standard's and no different.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

import numpy as np
import zxingcpp

from extractors import codes

# Words in the alternative text of the picture that is replaced by a draft's code.
MARK = "draft_number"
# Dots to a module: scaled up by Word or a printer, edges stay sharp (about 450 dots an inch).
_DOTS = 8
_BLACK, _GREY = (0, 0, 0), (191, 191, 191)


def picture(number: str) -> bytes:
    """Return the PNG of a draft's code, four modules of white around it. Raises CodeInvalid."""
    barcode = zxingcpp.create_barcode(
        codes.draft_code(number), zxingcpp.BarcodeFormat.QRCode, ec_level="Q"
    )
    modules = zxingcpp.write_barcode_to_image(barcode, add_hrt=False, add_quiet_zones=True)
    return _png(np.array(modules), _BLACK)


def drawn(number: str | None) -> bytes:
    """Return what stands in a document in place of the template's grey picture."""
    return blank() if number is None else picture(number)


@lru_cache(maxsize=1)
def blank() -> bytes:
    """Return a white dot: what stands in a document that bears no number."""
    return _png(np.full((1, 1), 255, np.uint8), _BLACK)


@lru_cache(maxsize=1)
def placeholder() -> bytes:
    """Return the grey picture that stands in a template: the corners of a code, and no code."""
    modules = np.full((33, 33), 255, np.uint8)
    for top, left in ((4, 4), (4, 22), (22, 4)):
        modules[top : top + 7, left : left + 7] = 0
        modules[top + 1 : top + 6, left + 1 : left + 6] = 255
        modules[top + 2 : top + 5, left + 2 : left + 5] = 0
    return _png(modules, _GREY)


def _png(modules: np.ndarray, dark: tuple[int, int, int]) -> bytes:
    """Return modules (0 dark, 255 white) as a PNG of one bit a dot."""
    height, width = modules.shape
    # Eight dots of one bit are a byte, so a row of modules is a row of the picture as it stands;
    # the seven rows below differ from it by nothing.
    below = (b"\2" + bytes(width)) * (_DOTS - 1)
    rows = b"".join(b"\0" + row.tobytes() + below for row in modules)
    header = struct.pack(">IIBBBBB", width * _DOTS, height * _DOTS, 1, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", bytes((*dark, 255, 255, 255))),
        (b"IDAT", zlib.compress(rows, 3)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
