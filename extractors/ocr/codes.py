"""QR codes on a page image: those of our own labels, separator sheets and drafts, nothing else.

Whatever other codes a paper bears (invoices, certificates) may name people; they are not kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors import codes
from extractors.ocr.engine import Image

# A page has a handful of labels at most; a sheet of labels that was scanned has its dozens.
MOST = 64
# White around the code that belongs to it, as a share of its width.
QUIET = 0.15


@dataclass(frozen=True, slots=True)
class Seen:
    """A code on a page image: its text, and its box in pixels: left, top, right, bottom."""

    text: str
    box: tuple[int, int, int, int]


def codes_on(image: Image) -> list[Seen]:
    """Return our codes on a page image, whichever way it lies, from the top down."""
    import zxingcpp

    # Red ink is white in the red channel: a seal over a label does not hide it.
    red = np.ascontiguousarray(image[:, :, 0])
    # Light on dark is no label of ours and is not looked for.
    found = zxingcpp.read_barcodes(
        red, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), try_invert=False
    )
    seen = [Seen(each.text, _box(each.position)) for each in found if codes.is_ours(each.text)]
    return sorted(seen, key=lambda one: (one.box[1], one.box[0]))[:MOST]


def _box(position: object) -> tuple[int, int, int, int]:
    corners = [
        getattr(position, name) for name in ("top_left", "top_right", "bottom_right", "bottom_left")
    ]
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return (min(across), min(down), max(across), max(down))


def without(image: Image, seen: list[Seen]) -> Image:
    """Return the page with its codes painted white: their squares are no text."""
    cleaned = image.copy()
    for one in seen:
        left, top, right, bottom = one.box
        rim = round(QUIET * max(right - left, bottom - top))
        cleaned[max(0, top - rim) : bottom + rim, max(0, left - rim) : right + rim] = 255
    return cleaned
