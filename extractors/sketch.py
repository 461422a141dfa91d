"""Buckets in which likely copies of a paper meet: looking one up never means looking at all.

MinHash in bands over a paper's long figures: dates, amounts and numbers are what copies share and
other papers on the same printed form do not. A paper with hardly any figures is sketched by its
text, one without text by its look. Source: Leskovec, Rajaraman, Ullman, Mining of Massive
Datasets, chapter 3.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable
from random import Random

from extractors.likeness import FEW_FIGURES, LITTLE_TEXT, Features

# Figures are taken as runs of so many of the paper's digits in reading order: a figure that is cut
# or joined otherwise on a second scan still has most of them.
RUN = 6
# Copies share 0.7 of them and more, and then meet in a bucket 98 times of 100.
FIGURE_BANDS, FIGURE_ROWS = 10, 3
# Papers with fewer figures than this are sketched by their text too. Forms without figures are
# alike among themselves; more rows tell them apart.
SOME_FIGURES, TEXT_BANDS, TEXT_ROWS = 6, 12, 4
# The text of a long paper is sketched by so many of its shingles.
MOST_SHINGLES = 600
# A look is cut into pieces of so many bits; one of them is the same in both of two copies.
LOOK_BITS, LOOK_PIECE = 256, 12
_PRIME = (1 << 61) - 1
_chance = Random(2097)  # noqa: S311 - the same turns everywhere, for ever
_TURNS = [
    (_chance.randrange(1, _PRIME), _chance.randrange(_PRIME))
    for _ in range(max(FIGURE_BANDS * FIGURE_ROWS, TEXT_BANDS * TEXT_ROWS))
]


def buckets_of(features: Features) -> frozenset[int]:
    """Return the numbers (62 bits) of the buckets a paper lies in; none for an empty one."""
    figures, found = len(features.long_figures), frozenset[int]()
    if figures >= FEW_FIGURES:
        digits = features.stream
        runs = {digits[at : at + RUN] for at in range(len(digits) - RUN + 1)} - {"0" * RUN}
        found |= _banded("figures", runs, FIGURE_BANDS, FIGURE_ROWS)
    if figures < SOME_FIGURES and len(features.shingles) >= LITTLE_TEXT:
        found |= _banded("text", features.shingles, TEXT_BANDS, TEXT_ROWS)
    if not found and features.looks:
        found = _pieces(features.looks[0])
    return found


def _banded(kind: str, things: Iterable[str], bands: int, rows: int) -> frozenset[int]:
    hashes = heapq.nsmallest(MOST_SHINGLES, (_hash(thing) for thing in things))
    least = [min((a * one + b) % _PRIME for one in hashes) for a, b in _TURNS[: bands * rows]]
    return frozenset(
        _hash(f"{kind} {band} {least[band * rows : (band + 1) * rows]}") for band in range(bands)
    )


def _pieces(look: str) -> frozenset[int]:
    bits = int(look, 16)
    return frozenset(
        _hash(f"look {at} {bits >> at & (1 << LOOK_PIECE) - 1}")
        for at in range(0, LOOK_BITS - LOOK_PIECE + 1, LOOK_PIECE)
    )


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 2
