"""Where text stands on a page: the detection model and the strips cut out at its boxes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.ocr.sessions import session

# The longest side, in pixels, on which text is looked for.
DETECTED_SIDE = 1280
# Sides of what the model sees are multiples of this.
_STEP = 32
SETTINGS: dict[str, Any] = {"thresh": 0.2, "box_thresh": 0.4, "unclip_ratio": 1.4}
MEAN = np.array((0.485, 0.456, 0.406), np.float32)
SPREAD = np.array((0.229, 0.224, 0.225), np.float32)


class Detector:
    """The detection model at `model`."""

    def __init__(self, model: Path) -> None:
        from rapidocr.ch_ppocr_det.utils import DBPostProcess

        self._session = session(model)
        self._input = self._session.get_inputs()[0].name
        self._boxes = DBPostProcess(use_dilation=True, **SETTINGS)

    def boxes(self, bgr: Image) -> list[NDArray[np.float32]]:
        """Return the four corners of each strip of text, in pixels of `bgr`, in no order."""
        high, wide = bgr.shape[:2]
        share = min(1.0, DETECTED_SIDE / max(high, wide))
        size = tuple(max(_STEP, round(int(side * share) / _STEP) * _STEP) for side in (wide, high))
        seen = cv2.resize(bgr, size).astype(np.float32)
        seen *= 1 / (255 * SPREAD)
        seen -= MEAN / SPREAD
        output = self._session.run(
            None, {self._input: np.ascontiguousarray(seen.transpose(2, 0, 1)[None])}
        )[0]
        found, _scores = self._boxes(output, (high, wide))
        # Narrower than this it is no text, and cannot be cut out.
        return [np.asarray(box, np.float32) for box in found if _is_cut(box)]


def _is_cut(box: NDArray[np.int32]) -> bool:
    points = box.astype(np.float32)
    return distance(points, 0, 1) >= 3 and distance(points, 0, 3) >= 3


def straightened(bgr: Image, corners: NDArray[np.float32]) -> Image:
    """Return the strip inside `corners` as an upright picture of its own."""
    width = max(1, int(max(distance(corners, 0, 1), distance(corners, 2, 3))))
    height = max(1, int(max(distance(corners, 0, 3), distance(corners, 1, 2))))
    target = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
    view = cv2.getPerspectiveTransform(corners, target)
    strip = cv2.warpPerspective(
        bgr, view, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    turned = np.rot90(strip) if stands(corners) else strip
    return np.ascontiguousarray(turned, np.uint8)


def stands(corners: NDArray[np.float32]) -> bool:
    """Whether a strip is half as high again as wide: a line that stands on its end."""
    width = max(distance(corners, 0, 1), distance(corners, 2, 3))
    return max(distance(corners, 0, 3), distance(corners, 1, 2)) >= 1.5 * width


def length(corners: NDArray[np.float32]) -> float:
    """Return the longer side of a strip."""
    return max(distance(corners, 0, 1), distance(corners, 0, 3))


def distance(corners: NDArray[np.float32], one: int, other: int) -> float:
    """Return how far apart two corners are."""
    return float(np.linalg.norm(corners[one] - corners[other]))
