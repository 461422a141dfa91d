"""Recognition models: pictures of one strip of text in, characters with their places out.

Strips go through one by one: padding several to one width costs more than it saves, and so what
is read of a strip does not depend on its neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from extractors.ocr.ctc import glyphs_from
from extractors.ocr.engine import Glyph, Image
from extractors.ocr.sessions import session

LINE_HEIGHT = 48
# The models were trained on strips at least this wide; a narrower one is padded.
NARROWEST = 320


class Recogniser:
    """One model and the characters it knows.

    keys       one character a class; None takes those written into the model itself
    narrowest  pixels to which a narrower strip is padded, of a strip 48 high
    """

    def __init__(
        self, model: Path, keys: Sequence[str] | None = None, narrowest: int = NARROWEST
    ) -> None:
        self._narrowest = narrowest
        self._session = session(model)
        self._input = self._session.get_inputs()[0].name
        if keys is None:
            # Split at line feeds only: the model's own characters include U+2028 and its like.
            held = self._session.get_modelmeta().custom_metadata_map["character"]
            keys = held.split("\n")
        # The first class is "nothing here", the last one a blank between words.
        self._characters = ["", *keys, " "]

    def read(self, strip: Image) -> tuple[Glyph, ...]:
        """Return the characters on the picture `strip` (BGR), left to right."""
        used = _width(strip)
        width = max(self._narrowest, used)
        filled = np.zeros((1, 3, LINE_HEIGHT, width), np.float32)
        scaled = cv2.resize(strip, (used, LINE_HEIGHT))
        filled[0, :, :, :used] = scaled.transpose(2, 0, 1)
        filled[0, :, :, :used] *= 1 / 127.5
        filled[0, :, :, :used] -= 1
        output = self._session.run(None, {self._input: filled})[0][0]
        return glyphs_from(output, self._characters, used / LINE_HEIGHT, used / width)


def _width(strip: Image) -> int:
    height, width = int(strip.shape[0]), int(strip.shape[1])
    return max(1, math.ceil(LINE_HEIGHT * width / height))
