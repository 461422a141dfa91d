"""The engine that comes with the program: PP-OCRv6 models on rapidocr and onnxruntime.

A tiny detector and a tiny recogniser read everything; lines they are not sure of are read again
by a recogniser five times the size. Nothing is downloaded: the tiny models stand beside this file,
the other one comes inside rapidocr's package. One processor thread: run one engine a process.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from extractors.ocr.ctc import glyphs_from
from extractors.ocr.doubt import is_doubted, mean_confidence, settled, with_permille
from extractors.ocr.engine import Glyph, Image, Strip

MODELS = Path(__file__).resolve().parent / "models"
DETECTOR = MODELS / "ppocrv6_tiny_det.onnx"
RECOGNISER = MODELS / "ppocrv6_tiny_rec.onnx"
RECOGNISER_KEYS = MODELS / "ppocrv6_tiny_rec_keys.txt"
ORIENTATION = MODELS / "page_orientation.onnx"

# A strip this unsure is no text: dirt, a seal's rim, a signature's tail.
NO_TEXT_BELOW = 0.5
# The longest side, in pixels, on which text is looked for, and of the page that is read at all.
DETECTED_SIDE = 1280
LONGEST_SIDE = 4000
LINE_HEIGHT = 48
NARROWEST = 320
# How many strips are read both ways where the model cannot tell how a page lies.
STRIPS_TRIED = 6
# Turning a page needs the orientation model to be this sure.
TURN_FROM = 0.6

_DETECTION = {"thresh": 0.2, "box_thresh": 0.4, "unclip_ratio": 1.4}
_MEAN = np.array((0.485, 0.456, 0.406), np.float32)
_SPREAD = np.array((0.229, 0.224, 0.225), np.float32)


def bare_engine() -> Callable[[Image], Any]:
    """Return rapidocr itself with the same models and settings and nothing of ours around it.

    For benchmarks: what a page costs beyond this is our overhead.
    """
    engine = _rapidocr()
    return lambda image: engine(cv2.cvtColor(image, cv2.COLOR_RGB2BGR))


def _rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.max_side_len": LONGEST_SIDE,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_path": str(DETECTOR),
            "Det.limit_type": "max",
            "Det.limit_side_len": DETECTED_SIDE,
            "Det.mean": _MEAN.tolist(),
            "Det.std": _SPREAD.tolist(),
            **{f"Det.{name}": value for name, value in _DETECTION.items()},
            "Rec.model_path": str(RECOGNISER),
            "Rec.rec_keys_path": str(RECOGNISER_KEYS),
        }
    )


class RapidEngine:
    """`OcrEngine` over rapidocr. Loading takes about half a second; the second recogniser and the
    orientation model are loaded when they are first needed."""

    def __init__(self) -> None:
        from rapidocr.ch_ppocr_det import TextDetector

        settings = _rapidocr().cfg
        settings.Det.engine_cfg = settings.EngineConfig.onnxruntime
        self._detect = TextDetector(settings.Det)
        self._tiny = _Recogniser(RECOGNISER, RECOGNISER_KEYS.read_text("utf-8").splitlines())
        self._small: _Recogniser | None = None
        self._orientation: onnxruntime.InferenceSession | None = None

    def turned(self, image: Image) -> int:
        """Return by how many degrees clockwise the page lies turned; 0 when nothing tells."""
        if self._orientation is None:
            self._orientation = _session(ORIENTATION)
        seen = cv2.resize(image, (224, 224), interpolation=cv2.INTER_AREA)
        normal = (seen[:, :, ::-1].astype(np.float32) / 255 - _MEAN) / _SPREAD
        shares = self._orientation.run(None, {"x": normal.transpose(2, 0, 1)[None]})[0][0]
        best = int(shares.argmax())
        return best * 90 if shares[best] >= TURN_FROM else self._turned_by_reading(image)

    def _turned_by_reading(self, image: Image) -> int:
        """For pages too empty for the model: the turn at which a few strips read best."""
        bgr = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2BGR), np.uint8)
        found = self._detect(bgr).boxes
        if found is None:
            return 0
        longest = sorted(found, key=_length, reverse=True)[:STRIPS_TRIED]
        standing = sum(_stands(corners) for corners in longest)
        if standing * 2 == len(longest):
            return 0
        lies_on_side = standing * 2 > len(longest)
        # A standing strip is laid down as on a page that lies turned by 90 degrees.
        crops = [_straightened(bgr, c) for c in longest if _stands(c) == lies_on_side]
        here = self._tiny.read(crops)
        over = self._tiny.read([np.ascontiguousarray(np.rot90(crop, 2)) for crop in crops])
        upside_down = sum(map(mean_confidence, over)) > sum(map(mean_confidence, here)) + 0.1
        return (90 if lies_on_side else 0) + (180 if upside_down else 0)

    def read(self, image: Image) -> list[Strip]:
        """Return the strips of text on an upright page."""
        bgr = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2BGR), np.uint8)
        scale = min(1.0, LONGEST_SIDE / max(bgr.shape[:2]))
        if scale < 1.0:
            smaller = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            bgr = np.asarray(smaller, np.uint8)
        found = self._detect(bgr).boxes
        if found is None:
            return []
        crops = [_straightened(bgr, corners) for corners in found]
        read = self._recognised(crops)
        return [
            Strip(glyphs, _corners(corners / scale))
            for corners, glyphs in zip(found, read, strict=True)
            if mean_confidence(glyphs) >= NO_TEXT_BELOW
        ]

    def _recognised(self, crops: Sequence[Image]) -> list[tuple[Glyph, ...]]:
        read = [with_permille(glyphs) for glyphs in self._tiny.read(crops)]
        doubted = [i for i, glyphs in enumerate(read) if is_doubted(glyphs)]
        if doubted:
            again = self._second_recogniser().read([crops[i] for i in doubted])
            for i, glyphs in zip(doubted, again, strict=True):
                read[i] = settled(read[i], with_permille(glyphs))
        return read

    def _second_recogniser(self) -> _Recogniser:
        if self._small is None:
            model = Path(str(files("rapidocr"))) / "models" / "PP-OCRv6_rec_small.onnx"
            self._small = _Recogniser(model, None)
        return self._small


class _Recogniser:
    """One recognition model: strips in, characters with their places out."""

    def __init__(self, model: Path, keys: list[str] | None) -> None:
        self._session = _session(model)
        if keys is None:
            # Split at line feeds only: the model's own characters include U+2028 and its like.
            held = self._session.get_modelmeta().custom_metadata_map["character"]
            keys = held.split("\n")
        # The first class is "nothing here", the last one a blank between words.
        self._characters = ["", *(key for key in keys), " "]

    def read(self, crops: Sequence[Image]) -> list[tuple[Glyph, ...]]:
        """Return the characters of each strip image (BGR), in the order given."""
        read: list[tuple[Glyph, ...]] = [()] * len(crops)
        for batch in _batches(crops):
            width = max(NARROWEST, *(_width(crops[i]) for i in batch))
            filled = np.zeros((len(batch), 3, LINE_HEIGHT, width), np.float32)
            for row, i in enumerate(batch):
                scaled = cv2.resize(crops[i], (_width(crops[i]), LINE_HEIGHT))
                filled[row, :, :, : scaled.shape[1]] = scaled.transpose(2, 0, 1) / 127.5 - 1
            output = self._session.run(None, {"x": filled})[0]
            for row, i in enumerate(batch):
                used = _width(crops[i]) / width
                aspect = _width(crops[i]) / LINE_HEIGHT
                read[i] = glyphs_from(output[row], self._characters, aspect, used)
        return read


def _batches(crops: Sequence[Image], size: int = 6) -> Iterator[list[int]]:
    """Yield indices of strips of about the same width: padding is work for nothing."""
    order = sorted(range(len(crops)), key=lambda i: _width(crops[i]))
    batch: list[int] = []
    for i in order:
        if batch and (
            len(batch) == size
            or _width(crops[i]) > max(NARROWEST, int(_width(crops[batch[0]]) * 1.15))
        ):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _width(crop: Image) -> int:
    height, width = int(crop.shape[0]), int(crop.shape[1])
    return max(1, math.ceil(LINE_HEIGHT * width / height))


def _straightened(bgr: Image, corners: NDArray[np.float32]) -> Image:
    """Return the strip inside `corners` as an upright picture of its own."""
    points = corners.astype(np.float32)
    width = max(1, int(max(_distance(points, 0, 1), _distance(points, 2, 3))))
    height = max(1, int(max(_distance(points, 0, 3), _distance(points, 1, 2))))
    target = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
    view = cv2.getPerspectiveTransform(points, target)
    strip = cv2.warpPerspective(
        bgr, view, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    turned = np.rot90(strip) if _stands(points) else strip
    return np.ascontiguousarray(turned, np.uint8)


def _stands(points: NDArray[np.float32]) -> bool:
    """Whether a strip is half as high again as wide: a line that stands on its end."""
    width = max(_distance(points, 0, 1), _distance(points, 2, 3))
    return max(_distance(points, 0, 3), _distance(points, 1, 2)) >= 1.5 * width


def _length(points: NDArray[np.float32]) -> float:
    return max(_distance(points, 0, 1), _distance(points, 0, 3))


def _distance(points: NDArray[np.float32], one: int, other: int) -> float:
    return float(np.linalg.norm(points[one] - points[other]))


def _corners(found: NDArray[np.float32]) -> Any:
    return tuple((float(x), float(y)) for x, y in found)


def _session(model: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
