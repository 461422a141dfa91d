"""What a page looks like from afar: 256 bits that stay nearly the same from scan to scan.

A difference hash of the page set straight and cut to what is on it, so that skew, margins,
brightness, resolution, colour and compression hardly matter. It tells photographs and pages
without text apart; filled-in forms look alike, and their text decides.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

_Grey = NDArray[np.uint8]

# Enough to see margins by; the hash itself is 16 x 16.
SEEN = 384
CELLS = 16
# Less than this share of dark rows and columns is dust.
DUST = 0.004


def look_of(image: Image, skew: float = 0.0) -> str:
    """Return the page's look as 64 hexadecimal digits.

    image  upright, RGB
    skew   radians clockwise by which its lines still lie aslant
    """
    grey = _smaller(image)
    if skew:
        high, wide = grey.shape
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), math.degrees(skew), 1.0)
        light = int(np.percentile(grey, 90))
        grey = np.asarray(cv2.warpAffine(grey, turn, (wide, high), borderValue=(light,)), np.uint8)
    tiny = cv2.resize(_cut(grey), (CELLS + 1, CELLS), interpolation=cv2.INTER_AREA)
    bits = np.diff(tiny.astype(np.int16), axis=1) > 0
    return np.packbits(bits).tobytes().hex()


def _smaller(image: Image) -> _Grey:
    """Return the page in grey, its longer side SEEN pixels."""
    # Most pixels are passed over first: averaging all of a large scan would take ten times as long.
    step = max(1, max(image.shape[:2]) // (3 * SEEN))
    few = np.ascontiguousarray(image[::step, ::step])
    grey = np.asarray(cv2.cvtColor(few, cv2.COLOR_RGB2GRAY), np.uint8)
    high, wide = grey.shape
    share = min(1.0, SEEN / max(high, wide))
    size = (max(1, round(wide * share)), max(1, round(high * share)))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def _cut(grey: _Grey) -> _Grey:
    """Return what lies within the outermost ink; all of it where there is no margin to see."""
    level, _mask = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = grey < level
    rows = np.flatnonzero(dark.mean(axis=1) > DUST)
    columns = np.flatnonzero(dark.mean(axis=0) > DUST)
    if len(rows) < CELLS or len(columns) < CELLS:
        return grey
    return grey[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
