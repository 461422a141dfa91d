"""What an OCR engine is asked for and gives: the seam behind which engines can be exchanged.

Images are uint8 arrays of height x width x 3 in RGB; positions are pixels from the upper left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of a strip of text.

    start, end  where it stands along the strip: 0.0 is its left edge, 1.0 its right edge
    """

    character: str
    start: float
    end: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One run of text as the engine found it.

    corners  upper left, upper right, lower right, lower left, as the text is read
    """

    glyphs: tuple[Glyph, ...]
    corners: tuple[Point, Point, Point, Point]

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)

    @property
    def confidence(self) -> float:
        """The mean over the characters; 0.0 for an empty strip."""
        if not self.glyphs:
            return 0.0
        return sum(glyph.confidence for glyph in self.glyphs) / len(self.glyphs)


class OcrEngine(Protocol):
    """Finds and reads the text of one page image."""

    def read(self, image: Image) -> list[Strip]:
        """Return the strips of text on an upright page, in any order."""

    def read_strip(self, strip: Image) -> tuple[Glyph, ...]:
        """Return the characters on a picture of one line of text and nothing else."""

    def turned(self, image: Image) -> int:
        """Return by how many degrees clockwise the page lies turned: 0, 90, 180 or 270."""
