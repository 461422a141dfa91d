"""The engine that comes with the program: PP-OCRv6 models on rapidocr and onnxruntime.

A tiny detector and a tiny recogniser read everything; what they are not sure of on a line is read
again by a recogniser five times the size. Nothing is downloaded: the tiny models stand beside this
file, the other one comes inside rapidocr's package. One processor thread: run one engine a process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from extractors.ocr.detector import (
    DETECTED_SIDE,
    MEAN,
    SETTINGS,
    SPREAD,
    Detector,
    length,
    stands,
    straightened,
)
from extractors.ocr.doubt import (
    Span,
    doubted_spans,
    mean_confidence,
    settled_span,
    with_permille,
)
from extractors.ocr.engine import Glyph, Image, Strip
from extractors.ocr.recogniser import Recogniser
from extractors.ocr.sessions import session

MODELS = Path(__file__).resolve().parent / "models"
DETECTOR = MODELS / "ppocrv6_tiny_det.onnx"
RECOGNISER = MODELS / "ppocrv6_tiny_rec.onnx"
RECOGNISER_KEYS = MODELS / "ppocrv6_tiny_rec_keys.txt"
ORIENTATION = MODELS / "page_orientation.onnx"

# A strip this unsure is no text: dirt, a seal's rim, a signature's tail.
NO_TEXT_BELOW = 0.5
# The longest side, in pixels, of the page that is read at all.
LONGEST_SIDE = 4000
# How many strips are read both ways where the model cannot tell how a page lies.
STRIPS_TRIED = 6
# Turning a page needs the orientation model to be this sure.
TURN_FROM = 0.6
# What is cut out to be read again keeps this much of the strip on both sides, in its heights.
CUT_MARGIN = 0.15
# A cut of a few characters need not be padded as far as a strip on its own.
NARROWEST_AGAIN = 128


def bare_engine() -> Callable[[Image], Any]:
    """Return rapidocr itself with the same models and settings and nothing of ours around it.

    For benchmarks: what a page costs beyond this is our overhead.
    """
    from rapidocr import RapidOCR

    engine = RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.max_side_len": LONGEST_SIDE,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_path": str(DETECTOR),
            "Det.limit_type": "max",
            "Det.limit_side_len": DETECTED_SIDE,
            "Det.mean": MEAN.tolist(),
            "Det.std": SPREAD.tolist(),
            **{f"Det.{name}": value for name, value in SETTINGS.items()},
            "Rec.model_path": str(RECOGNISER),
            "Rec.rec_keys_path": str(RECOGNISER_KEYS),
        }
    )
    return lambda image: engine(cv2.cvtColor(image, cv2.COLOR_RGB2BGR))


@dataclass(frozen=True, slots=True)
class Models:
    """Files of a detector and a recogniser; keys None: they stand inside the recogniser."""

    detector: Path = DETECTOR
    recogniser: Path = RECOGNISER
    keys: Path | None = RECOGNISER_KEYS


class RapidEngine:
    """`OcrEngine` over rapidocr's models. Loading takes about half a second; the second recogniser
    and the orientation model are loaded when they are first needed."""

    def __init__(self, models: Models | None = None) -> None:
        chosen = models or Models()
        self._detector = Detector(chosen.detector)
        keys = chosen.keys.read_text("utf-8").splitlines() if chosen.keys else None
        self._first = Recogniser(chosen.recogniser, keys)
        self._second: Recogniser | None = None
        self._orientation: onnxruntime.InferenceSession | None = None

    def turned(self, image: Image) -> int:
        """Return by how many degrees clockwise the page lies turned; 0 when nothing tells."""
        if self._orientation is None:
            self._orientation = session(ORIENTATION)
        seen = cv2.resize(image, (224, 224), interpolation=cv2.INTER_AREA)
        normal = (seen[:, :, ::-1].astype(np.float32) / 255 - MEAN) / SPREAD
        shares = self._orientation.run(None, {"x": normal.transpose(2, 0, 1)[None]})[0][0]
        best = int(shares.argmax())
        return best * 90 if shares[best] >= TURN_FROM else self._turned_by_reading(image)

    def _turned_by_reading(self, image: Image) -> int:
        """For pages too empty for the model: the turn at which a few strips read best."""
        bgr = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2BGR), np.uint8)
        longest = sorted(self._detector.boxes(bgr), key=length, reverse=True)[:STRIPS_TRIED]
        standing = sum(stands(corners) for corners in longest)
        if standing * 2 == len(longest):
            return 0
        lies_on_side = standing * 2 > len(longest)
        # A standing strip is laid down as on a page that lies turned by 90 degrees.
        crops = [straightened(bgr, c) for c in longest if stands(c) == lies_on_side]
        here = [self._first.read(crop) for crop in crops]
        over = [self._first.read(np.ascontiguousarray(np.rot90(crop, 2))) for crop in crops]
        upside_down = sum(map(mean_confidence, over)) > sum(map(mean_confidence, here)) + 0.1
        return (90 if lies_on_side else 0) + (180 if upside_down else 0)

    def read(self, image: Image) -> list[Strip]:
        """Return the strips of text on an upright page."""
        bgr = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2BGR), np.uint8)
        scale = min(1.0, LONGEST_SIDE / max(bgr.shape[:2]))
        if scale < 1.0:
            smaller = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            bgr = np.asarray(smaller, np.uint8)
        strips = []
        for corners in self._detector.boxes(bgr):
            glyphs = self._recognised(straightened(bgr, corners))
            if mean_confidence(glyphs) >= NO_TEXT_BELOW:
                strips.append(Strip(glyphs, _corners(corners / scale)))
        return strips

    def _recognised(self, crop: Image) -> tuple[Glyph, ...]:
        """Read a strip; what is doubted of it is read again by the second recogniser."""
        glyphs = with_permille(self._first.read(crop))
        spans = doubted_spans(glyphs)
        if not spans or mean_confidence(glyphs) < NO_TEXT_BELOW:
            return glyphs
        kept: list[Glyph] = []
        place = 0
        for span in spans:
            kept += glyphs[place : span.first]
            kept += settled_span(glyphs, span, self._again(crop, glyphs, span))
            place = span.last
        return with_permille((*kept, *glyphs[place:]))

    def read_strip(self, strip: Image) -> tuple[Glyph, ...]:
        """Return the characters on a picture of one line, read by the better recogniser."""
        return self._better().read(np.ascontiguousarray(strip[:, :, ::-1]))

    def _better(self) -> Recogniser:
        if self._second is None:
            model = Path(str(files("rapidocr"))) / "models" / "PP-OCRv6_rec_small.onnx"
            self._second = Recogniser(model, narrowest=NARROWEST_AGAIN)
        return self._second

    def _again(self, crop: Image, glyphs: Sequence[Glyph], span: Span) -> tuple[Glyph, ...]:
        """Return what the second recogniser reads of a span, placed along the whole strip."""
        high, wide = crop.shape[:2]
        margin = CUT_MARGIN * high / wide
        start = glyphs[span.first].start - margin if span.first else 0.0
        end = glyphs[span.last - 1].end + margin if span.last < len(glyphs) else 1.0
        left, right = max(0, int(start * wide)), min(wide, int(end * wide) + 1)
        cut = np.ascontiguousarray(crop[:, left:right])
        read = with_permille(self._better().read(cut))
        return tuple(_placed(read, left / wide, right / wide))


def _placed(glyphs: Sequence[Glyph], start: float, end: float) -> Iterator[Glyph]:
    """Yield glyphs of a cut with their places along the strip that it was cut from."""
    for glyph in glyphs:
        yield replace(
            glyph,
            start=start + glyph.start * (end - start),
            end=start + glyph.end * (end - start),
        )


def _corners(found: NDArray[np.float32]) -> Any:
    return tuple((float(x), float(y)) for x, y in found)
