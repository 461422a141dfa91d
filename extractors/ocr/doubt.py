"""When a reading is doubted, and what two recognisers' readings of one strip come to."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from extractors.ocr.engine import Glyph

# A strip is doubted when its letters, digits and Han are on average less sure than this …
DOUBTED_BELOW = 0.97
# … or one of them is less sure than this.
CHARACTER_DOUBTED_BELOW = 0.6
# What two recognisers read differently is never as sure as either says.
DISAGREED = 0.9


def is_doubted(glyphs: tuple[Glyph, ...]) -> bool:
    """Whether a second look is worth its time; for punctuation alone it is not."""
    telling = [glyph.confidence for glyph in glyphs if glyph.character.isalnum()]
    return bool(telling) and (
        sum(telling) / len(telling) < DOUBTED_BELOW or min(telling) < CHARACTER_DOUBTED_BELOW
    )


def mean_confidence(glyphs: tuple[Glyph, ...]) -> float:
    """The mean over all characters; 0.0 for none."""
    return sum(glyph.confidence for glyph in glyphs) / len(glyphs) if glyphs else 0.0


def settled(first: tuple[Glyph, ...], second: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """Return the surer of two readings of one strip, less sure wherever the other one differs."""
    surer, other = (
        (second, first) if mean_confidence(second) >= mean_confidence(first) else (first, second)
    )
    matcher = SequenceMatcher(None, _text(surer), _text(other), autojunk=False)
    glyphs: list[Glyph] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        here, there = surer[start:end], _text(other[other_start:other_end])
        if kind == "equal":
            glyphs += here
        elif there == "‰" and _text(here) == "%":
            # A recogniser loses the second ring more easily than it sees one that is not there.
            glyphs += [replace(here[0], character="‰", confidence=here[0].confidence * DISAGREED)]
        else:
            glyphs += [
                replace(glyph, confidence=glyph.confidence * DISAGREED)
                if glyph.character.isalnum()
                else glyph
                for glyph in here
            ]
    return tuple(glyphs)


def with_permille(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """Return the glyphs with ‰ where it was read as % and a ring, which no number does."""
    kept: list[Glyph] = []
    for i, glyph in enumerate(glyphs):
        if kept and kept[-1].character == "%" and glyph.character in "0oO〇°":
            follows = glyphs[i + 1].character if i + 1 < len(glyphs) else ""
            if not follows.isdigit():
                confidence = min(kept[-1].confidence, glyph.confidence) * DISAGREED
                kept[-1] = Glyph("‰", kept[-1].start, glyph.end, confidence)
                continue
        kept.append(glyph)
    return tuple(kept)


def _text(glyphs: tuple[Glyph, ...]) -> str:
    return "".join(glyph.character for glyph in glyphs)
