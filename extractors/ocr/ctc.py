"""From a recogniser's output to characters and where each stands along the strip."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Glyph

BLANK = 0


def glyphs_from(
    probabilities: NDArray[np.float32], characters: Sequence[str], aspect: float, used: float
) -> tuple[Glyph, ...]:
    """Return the characters that one strip's `probabilities` (steps x classes) spell.

    aspect  width of the strip divided by its height
    used    the share of the steps that the strip fills; the rest is padding
    """
    best = probabilities.argmax(axis=1)
    fresh = best != BLANK
    fresh[1:] &= best[1:] != best[:-1]
    steps = np.flatnonzero(fresh)
    if not len(steps):
        return ()
    filled = max(1.0, len(best) * used)
    centres = [min(1.0, (step + 0.5) / filled) for step in _middles(best, steps)]
    texts = [characters[best[step]] for step in steps]
    half_widths = [(0.5 if _is_wide(text) else 0.28) / aspect for text in texts]
    glyphs = []
    for i, (text, centre) in enumerate(zip(texts, centres, strict=True)):
        start, end = centre - half_widths[i], centre + half_widths[i]
        # Neighbours share the space between them where their usual widths would overlap.
        if i and centres[i - 1] + half_widths[i - 1] > start:
            start = (centres[i - 1] + centre) / 2
        if i + 1 < len(centres) and centres[i + 1] - half_widths[i + 1] < end:
            end = (centre + centres[i + 1]) / 2
        confidence = float(probabilities[steps[i], best[steps[i]]])
        glyphs.append(Glyph(text, max(0.0, start), min(1.0, end), confidence))
    return tuple(glyphs)


def _middles(best: NDArray[np.int64], steps: NDArray[np.int64]) -> list[float]:
    """A character may hold several steps in a row; its middle is the middle of them."""
    middles = []
    for step in steps:
        last = int(step)
        while last + 1 < len(best) and best[last + 1] == best[step]:
            last += 1
        middles.append((int(step) + last) / 2)
    return middles


def _is_wide(character: str) -> bool:
    """Whether a character is as wide as it is high: Chinese, full width, Chinese punctuation."""
    return ord(character[0]) >= 0x2E80
