"""What is done to a page image before it is read: red seals taken off, faint pages spread out."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image

# A pixel is red ink when red outshines both other colours by this much (of 255).
RED_OVER_OTHERS = 45
# A company's seal measures 40-45 mm, a private one 10-20 mm; smaller red marks are print, and kept.
SEAL_SIDE_MM = (9.0, 70.0)
# A seal is about as wide as high; a red line of print is not.
SEAL_ASPECT = 2.0


def without_seals(image: Image, dpi: float) -> Image:
    """Return the page with the red of its seals turned to paper; dark text under them stays.

    Red print that has not a seal's size and shape is left alone (numbers of certificates).
    """
    red = _red(image)
    if not red.any():
        return image
    seals = _seal_shaped(red, dpi)
    if not seals.any():
        return image
    # Compression bleeds colour over a few pixels around the ink.
    around = cv2.dilate(seals, np.ones((7, 7), np.uint8)) > 0
    # Seen through a red glass, red ink is as bright as paper and black ink as black as ever.
    glass = image[:, :, 0].astype(np.float32)
    ink = float(np.percentile(glass[seals > 0], 40))
    cleaned = image.copy()
    cleaned[around] = np.clip(glass[around] * (255 / max(ink, 1.0)), 0, 255).astype(np.uint8)[
        :, None
    ]
    return cleaned


def _red(image: Image) -> NDArray[np.uint8]:
    red, green, blue = (image[:, :, i] for i in range(3))
    others = cv2.max(green, blue)
    return (cv2.subtract(red, others) > RED_OVER_OTHERS).astype(np.uint8)


def _seal_shaped(red: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8]:
    """Return those pixels of `red` that belong to marks of a seal's size and shape."""
    # Shapes are found on a quarter of the size: strokes of one seal grow together there.
    quarter = cv2.resize(red * 255, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    small = np.asarray(quarter > 24, np.uint8)
    reach = max(3, round(dpi / 25.4 * 2.5 / 4)) | 1
    closed = cv2.morphologyEx(
        small, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    )
    count, labels, stats, _centres = cv2.connectedComponentsWithStats(closed, connectivity=8)
    low, high = (side * dpi / 25.4 / 4 for side in SEAL_SIDE_MM)
    kept = np.zeros(count, np.uint8)
    for label in range(1, count):
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        longer, shorter = max(width, height), min(width, height)
        if low <= longer <= high and longer <= SEAL_ASPECT * shorter:
            kept[label] = 1
            # All red within a seal is the seal, whether it hangs together or not.
            x, y = stats[label, cv2.CC_STAT_LEFT], stats[label, cv2.CC_STAT_TOP]
            kept[np.unique(labels[y : y + height, x : x + width])] = 1
    kept[0] = 0
    shapes = kept[labels]
    grown = cv2.resize(shapes, red.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.dilate(grown, np.ones((5, 5), np.uint8)), np.uint8) & red


def spread(image: Image) -> Image:
    """Return the page with its paper made white and its ink black: for faint and tinted copies."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    dark, light = np.percentile(grey, (1, 60))
    if light - dark < 10:
        return image
    stretched = np.clip((grey.astype(np.float32) - dark) * (255 / (light - dark)), 0, 255)
    return np.repeat(stretched.astype(np.uint8)[:, :, None], 3, axis=2)


def is_blank(image: Image) -> bool:
    """Whether there is nothing on the page but paper."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    edges = cv2.absdiff(small, cv2.medianBlur(small, 21))
    return int((edges > 40).sum()) < 20
