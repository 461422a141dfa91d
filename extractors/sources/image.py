"""Scans and photos: decoded with care, one page a frame, then read by OCR."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from extractors import filetype
from extractors.codes import separators
from extractors.content import Content, Page
from extractors.ocr.engine import Image, OcrEngine
from extractors.settings import ReadingSettings
from extractors.sources.refusal import Unreadable

_FORMATS = {
    filetype.JPEG: "JPEG",
    filetype.PNG: "PNG",
    filetype.TIFF: "TIFF",
    filetype.BMP: "BMP",
}
# A picture that would be larger than this on paper has no true resolution: cameras write 72 dpi.
LARGEST_SIDE_INCHES = 25.0
A4_LONG_SIDE_INCHES = 11.69
# More than this over the resolution of OCR is only more to carry: 300 dpi read no better than 200.
SPARE_RESOLUTION = 1.5
_MILLION = 1_000_000


def open_image(
    data: bytes, media_type: str, settings: ReadingSettings, ocr: OcrEngine | None
) -> Content:
    """Return what stands on the scan or photo `data`. Raises Unreadable."""
    pages = []
    for number, (image, dpi) in enumerate(_frames(data, media_type, settings), start=1):
        pages.append(page_from(image, number, dpi, ocr))
    return Content(tuple(pages), media_type, () if ocr else ("no_ocr",))


def page_from(image: Image, number: int, dpi: float, ocr: OcrEngine | None) -> Page:
    """Return page `number` read from its image; without an engine, a page without text."""
    if ocr is None:
        from extractors.ocr.look import look_of

        height, width = image.shape[:2]
        seen = look_of(image)
        return Page(number, width * 72 / dpi, height * 72 / dpi, (), ocr=True, look=seen)
    from extractors.ocr.codes import codes_on, without
    from extractors.ocr.page import read_page

    found = codes_on(image)
    if not found:
        return read_page(image, number, dpi, ocr)
    texts = tuple(one.text for one in found)
    if separators(texts):
        # Nothing on a separator sheet is anybody's: it need not be read.
        height, width = image.shape[:2]
        return Page(number, width * 72 / dpi, height * 72 / dpi, (), ocr=True, codes=texts)
    return replace(read_page(without(image, found), number, dpi, ocr), codes=texts)


def _frames(
    data: bytes, media_type: str, settings: ReadingSettings
) -> Iterator[tuple[Image, float]]:
    """Yield each frame as RGB with its dots per inch. Raises Unreadable."""
    try:
        with warnings.catch_warnings():
            # Sizes are checked below, frame by frame, before anything is decoded.
            warnings.simplefilter("ignore")
            opened = Pillow.open(io.BytesIO(data), formats=(_FORMATS[media_type],))
            count = _frame_count(opened, media_type)
            if count > settings.max_pages:
                raise Unreadable("too_many_pages")
            for frame in range(count):
                if count > 1:
                    opened.seek(frame)
                if opened.width * opened.height > settings.max_megapixels * _MILLION:
                    raise Unreadable("too_many_pixels")
                yield _decoded(opened, settings.ocr_dpi)
    except Pillow.DecompressionBombError as cause:
        raise Unreadable("too_many_pixels") from cause
    except UnidentifiedImageError as cause:
        raise Unreadable("unreadable") from cause
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError) as cause:
        # What Pillow's decoders raise on damaged data; a cut file says so in so many words.
        is_cut = "truncated" in str(cause) or isinstance(cause, EOFError)
        raise Unreadable("truncated" if is_cut else "unreadable") from cause


def _frame_count(opened: Any, media_type: str) -> int:
    """Only a TIFF's frames are pages; a JPEG's second picture is a preview."""
    return int(getattr(opened, "n_frames", 1)) if media_type == filetype.TIFF else 1


def _decoded(opened: Pillow.Image, ocr_dpi: int) -> tuple[Image, float]:
    opened.load()
    dpi = resolution_of(opened)
    upright = ImageOps.exif_transpose(opened) or opened
    rgb = as_rgb(upright)
    highest = ocr_dpi * SPARE_RESOLUTION
    if dpi > highest * 1.1:
        share = highest / dpi
        size = (max(1, round(rgb.width * share)), max(1, round(rgb.height * share)))
        rgb = rgb.resize(size, Pillow.Resampling.BOX, reducing_gap=2.0)
        dpi = highest
    return np.array(rgb, np.uint8), dpi


def resolution_of(opened: Pillow.Image) -> float:
    """Return pixels per inch: the file's own if it is possible, else as if the page were A4."""
    longest = max(opened.width, opened.height)
    stated = opened.info.get("dpi", (0, 0))
    try:
        dpi = float(max(stated))
    except (TypeError, ValueError):
        dpi = 0.0
    if dpi >= 50 and longest / dpi <= LARGEST_SIDE_INCHES:
        return dpi
    return max(longest / A4_LONG_SIDE_INCHES, 20.0)


def as_rgb(image: Pillow.Image) -> Pillow.Image:
    """Return any mode as RGB: deep greys scaled, transparency laid on white paper."""
    if image.mode.startswith(("I", "F")):
        deep = np.asarray(image, np.float64)
        low, high = (0.0, 65535.0) if image.mode.startswith("I") else (deep.min(), deep.max())
        scaled = (deep - low) * (255 / max(high - low, 1e-9))
        return Pillow.fromarray(np.clip(scaled, 0, 255).astype(np.uint8)).convert("RGB")
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Pillow.new("RGBA", layered.size, "white")
        return Pillow.alpha_composite(paper, layered).convert("RGB")
    return image.convert("RGB")
