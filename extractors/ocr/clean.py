"""What is done to a page image before it is read: red seals taken off, faint pages spread out."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

# A pixel is red ink when red outshines both other colours by this much (of 255) …
RED_OVER_OTHERS = 45
# … and within a seal, where strokes run out thin and pale, by this much.
PALE_RED_OVER_OTHERS = 16
# A company's seal measures 40-45 mm, a private one 10-20 mm; smaller red marks are print, and kept.
SEAL_SIDE_MM = (9.0, 70.0)
# A seal is about as wide as high; a red line of print is not.
SEAL_ASPECT = 2.0


def without_seals(image: Image, dpi: float) -> Image:
    """Return the page with the red of its seals turned to paper; dark text under them stays.

    Red print that has not a seal's size and shape is left alone (numbers of certificates).
    """
    redness = _redness(image)
    red = np.asarray(redness > RED_OVER_OTHERS, np.uint8)
    if not red.any():
        return image
    areas = _seal_areas(red, dpi)
    if not areas.any():
        return image
    seals = areas & np.asarray(redness > PALE_RED_OVER_OTHERS, np.uint8)
    # Compression bleeds colour over a few pixels around the ink.
    around = cv2.dilate(seals, np.ones((7, 7), np.uint8)) > 0
    # Seen through a red glass, red ink is as bright as paper and black ink as black as ever.
    glass = image[:, :, 0].astype(np.float32)
    ink = float(np.percentile(glass[(areas & red) > 0], 40))
    cleaned = image.copy()
    cleaned[around] = np.clip(glass[around] * (255 / max(ink, 1.0)), 0, 255).astype(np.uint8)[
        :, None
    ]
    return cleaned


def _redness(image: Image) -> NDArray[np.uint8]:
    """By how much red outshines the other colours, 0 where it does not."""
    red, green, blue = cv2.split(image)
    return np.asarray(cv2.subtract(red, cv2.max(green, blue)), np.uint8)


def _seal_areas(red: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8]:
    """Return the areas on the page that marks of a seal's size and shape cover, as 0 and 1."""
    # Shapes are found on a quarter of the size: strokes of one seal grow together there.
    quarter = cv2.resize(red * 255, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    small = np.asarray(quarter > 24, np.uint8)
    reach = max(3, round(dpi / 25.4 * 2.5 / 4)) | 1
    closed = cv2.morphologyEx(
        small, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    )
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(closed, connectivity=8)
    low, high = (side * dpi / 25.4 / 4 for side in SEAL_SIDE_MM)
    areas = np.zeros_like(closed)
    for label in range(1, count):
        left, top, width, height = (int(part) for part in stats[label][:4])
        longer, shorter = max(width, height), min(width, height)
        if low <= longer <= high and longer <= SEAL_ASPECT * shorter:
            # All red within a seal is the seal, whether it hangs together or not.
            areas[max(0, top - 1) : top + height + 1, max(0, left - 1) : left + width + 1] = 1
    return np.asarray(cv2.resize(areas, red.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)


def spread(image: Image) -> Image:
    """Return the page with its paper made white and its ink black: for faint and tinted copies."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    dark, light = np.percentile(grey, (1, 60))
    if light - dark < 10:
        return image
    stretched = np.clip((grey.astype(np.float32) - dark) * (255 / (light - dark)), 0, 255)
    return np.repeat(stretched.astype(np.uint8)[:, :, None], 3, axis=2)


def without_greys(image: Image) -> Image:
    """Return the page with only its darkest ink: a seal on a black-and-white scan is grey, and
    what is printed in a colour, seen through a glass of that colour, is pale."""
    glass = np.asarray(image.max(axis=2), np.uint8)
    dark, paper = (float(level) for level in np.percentile(glass, (0.5, 80)))
    if paper - dark < 60:
        return image
    # Ink is kept up to a third of the way to paper; the edges of its strokes run out by a half.
    full, none = dark + 0.2 * (paper - dark), dark + 0.5 * (paper - dark)
    kept = np.clip((glass.astype(np.float32) - full) * (255 / (none - full)), 0, 255)
    return np.repeat(kept.astype(np.uint8)[:, :, None], 3, axis=2)


def is_blank(image: Image) -> bool:
    """Whether there is nothing on the page but paper."""
    if min(image.shape[:2]) < 2:
        return True
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ink = cv2.subtract(cv2.blur(half, (31, 31)), half)
    return int(np.count_nonzero(ink > 35)) < 20
