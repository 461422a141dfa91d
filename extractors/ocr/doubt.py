"""Where a reading of a strip is doubted, and what two readings of one stretch come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from extractors.ocr.engine import Glyph

# Less sure than this a character is doubted: figures decide most, and Han are many and alike …
FIGURE_DOUBTED_BELOW = 0.85
HAN_DOUBTED_BELOW = 0.88
# … and plain letters stand in words that tell.
ACCENT_DOUBTED_BELOW = 0.8
LETTER_DOUBTED_BELOW = 0.65
# So many characters on both sides are read again with a doubted one, for the model to see it whole.
AROUND = 2
# Doubted stretches that hold more of a strip than this are the whole strip.
MOST_OF_STRIP = 0.6
# What two recognisers read differently is never as sure as either says.
DISAGREED = 0.9
# The second recogniser is the better one: it yields only where it is less sure by this much.
SECOND_YIELDS_BY = 0.08
# What may stand for a per mille sign after the number of a rate, and how a rate is announced.
_RATE = re.compile(
    r"(?:利率|月息|利息|罚息|息率)[^0-9年]{0,8}\d+[.．]\d+(?P<sign>[%‰0oO°〇/]{0,4})(?![\d.年元万])"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Glyphs `first` to `last` (one past the end) of a strip, to be read again.

    doubted  the indices inside it that are the reason; the others only give them company
    """

    first: int
    last: int
    doubted: frozenset[int]


def doubted_spans(glyphs: Sequence[Glyph]) -> list[Span]:
    """Return the stretches of a strip worth a second look, in order and apart from each other."""
    doubted = {i for i, glyph in enumerate(glyphs) if _is_doubted(glyph)} | set(_rate_signs(glyphs))
    if not doubted:
        return []
    spans: list[Span] = []
    for i in sorted(doubted):
        first, last = max(0, i - AROUND), min(len(glyphs), i + AROUND + 1)
        if spans and first <= spans[-1].last:
            spans[-1] = Span(spans[-1].first, last, spans[-1].doubted | {i})
        else:
            spans.append(Span(first, last, frozenset((i,))))
    if sum(span.last - span.first for span in spans) > MOST_OF_STRIP * len(glyphs):
        return [Span(0, len(glyphs), frozenset(doubted))]
    return spans


def _is_doubted(glyph: Glyph) -> bool:
    character = glyph.character
    if character.isdigit():
        return glyph.confidence < FIGURE_DOUBTED_BELOW
    if character >= "\u2e80" and character.isalnum():
        return glyph.confidence < HAN_DOUBTED_BELOW
    least = LETTER_DOUBTED_BELOW if character.isascii() else ACCENT_DOUBTED_BELOW
    return character.isalpha() and glyph.confidence < least


def _rate_signs(glyphs: Sequence[Glyph]) -> Iterator[int]:
    """The characters where a monthly rate's ‰ should be, unless it was read there for sure."""
    text = _text(glyphs)
    if len(text) != len(glyphs):
        return
    for found in _RATE.finditer(text):
        sign = found["sign"]
        if sign != "‰" and not (sign == "%" and "年" in text[: found.start() + 1][-4:]):
            yield from range(found.start("sign") - 1, found.end("sign"))


def mean_confidence(glyphs: Sequence[Glyph]) -> float:
    """The mean over all characters; 0.0 for none."""
    return sum(glyph.confidence for glyph in glyphs) / len(glyphs) if glyphs else 0.0


def settled(first: Sequence[Glyph], second: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return what two readings of one stretch come to: `second` is the better recogniser's.

    Where both agree a character is as sure as the surer of them says; where they differ it is
    less sure than the one that was chosen says.
    """
    is_second = mean_confidence(second) >= mean_confidence(first) - SECOND_YIELDS_BY
    chosen, other = (second, first) if is_second else (first, second)
    matcher = SequenceMatcher(None, _text(chosen), _text(other), autojunk=False)
    glyphs: list[Glyph] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        here, there = chosen[start:end], other[other_start:other_end]
        if kind == "equal":
            glyphs += [
                replace(one, confidence=max(one.confidence, same.confidence))
                for one, same in zip(here, there, strict=True)
            ]
        elif "‰" in _text(there) and _text(here) in ("%", "%0", "%o"):
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


def settled_span(glyphs: Sequence[Glyph], span: Span, again: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return the strip with `span` as two readings settle it.

    again  the second reading of the stretch, its places already those along the whole strip
    """
    before = glyphs[span.first : span.last]
    if not again:
        return tuple(before)
    # At a cut the neighbours' edges may show: what was read of them the first time stands.
    left = 0 if span.first == 0 else _kept_before(span)
    right = 0 if span.last == len(glyphs) else _kept_after(span)
    start = before[left - 1].end if left else -1.0
    stop = before[len(before) - right].start if right else 2.0
    middle = [glyph for glyph in again if start <= (glyph.start + glyph.end) / 2 <= stop]
    core = before[left : len(before) - right]
    if not middle:
        return tuple(before)
    return (*before[:left], *settled(core, middle), *before[len(before) - right :])


def _kept_before(span: Span) -> int:
    """How many glyphs stand between the start of the span and its first doubted one, less one."""
    return max(0, min(span.doubted) - span.first - 1)


def _kept_after(span: Span) -> int:
    return max(0, span.last - 1 - max(span.doubted) - 1)


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


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.character for glyph in glyphs)
