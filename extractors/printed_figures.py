"""Figures on a scan that are not what was printed: the scan's numbers against the printed text's.

Pure. A number that was printed and is missing on the scan is a difference where another number,
surely read and not printed there, stands about its place: all but a digit or two the same, or
between the same words. What was only written into a blank, or could not be read, is none. Signs
between digits are not compared: they are what scanners lose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from extractors import draft_numbers
from extractors.broken_numbers import put_together, shape
from extractors.content import Box, Page, Word, surrounding
from extractors.values.plain import plain

# What was read less surely may be a smudge, a seal or handwriting.
SURE = 0.9
# Digits from which two numbers that differ in two can hardly be two numbers.
_LONG = 5
# How far from its place, in numbers, a changed one is looked for: cells of tables are read in
# another order than they were printed.
_NEAR = 15
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_WORDS = re.compile(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,}")
_EITHER = re.compile(f"{_NUMBER.pattern}|{_WORDS.pattern}")
# Letters that a number has instead of digits where it was read from paper.
_TAKEN_FOR = re.compile(r"(?<=\d)[OoQ](?![A-Za-z])|(?<=[\d.,])[OoQ](?=\d)|(?<=\d)[lI|](?=\d)")
_GAP = re.compile(r"(?<=\d)([.,])\s+(?=\d{3}(?!\d))")
_PAGE_NUMBER = re.compile(r"[-\s]*\d{1,3}[-\s]*")
# Among the first lines of a page stands the draft's number; the line below it is the header's too.
_HEADER, _HEADER_BELOW = 3, 2
_SAME_WORDS = str.maketrans("圆正", "元整")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that was printed otherwise than it stands on the scan.

    printed, read  as they are written; box: of the words it was read from
    """

    printed: str
    read: str
    page: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in a text. key: its digits alone; before, behind: the signs beside it."""

    key: str
    text: str
    before: str
    behind: str
    page: int = 0
    box: Box | None = None
    confidence: float = 1.0

    @property
    def shape(self) -> str:
        """The number with every digit as 0: 00,000.00."""
        return shape(self.text)


def differences(printed: Iterable[str], pages: Sequence[Page]) -> list[Difference]:
    """Return the figures on scanned pages that are not those of the printed lines, in order."""
    ours = list(_figures([(line, 0, ()) for line in printed]))
    looked_for = {one.text for one in ours}
    theirs = list(_figures([line for page in pages for line in _body(page, looked_for)]))
    return [
        Difference(ours[i].text, theirs[j].text, theirs[j].page, theirs[j].box)
        for i, j in sorted(_pairs(ours, theirs), key=lambda pair: pair[1])
    ]


def _body(page: Page, looked_for: AbstractSet[str]) -> Iterator[tuple[str, int, Sequence[Word]]]:
    """Yield the lines of a page between its header and its number, numbers in one piece."""
    begin = 0
    for at, line in enumerate(page.lines[:_HEADER]):
        if draft_numbers.is_printed_in(line.text):
            begin = at + _HEADER_BELOW
            break
    for line in put_together(page.lines[begin:], looked_for):
        if not _PAGE_NUMBER.fullmatch(plain(line.text)):
            yield line.text, page.number, line.words


def _figures(lines: Sequence[tuple[str, int, Sequence[Word]]]) -> Iterator[_Figure]:
    """Yield the numbers in lines: text, page, words with boxes where there are any."""
    texts = [_written(text) for text, _page, _words in lines]
    ends = ["".join(text.split()) for text in texts]
    for at, (text, (_line, page, words)) in enumerate(zip(texts, lines, strict=True)):
        if draft_numbers.is_printed_in(text):
            continue
        above = ends[at - 1] if at else ""
        below = ends[at + 1] if at + 1 < len(ends) else ""
        for found in _EITHER.finditer(text):
            word = _word_of(found.group(), words)
            boxes = surrounding(one.box for one in words)
            yield _Figure(
                _key(found.group()),
                found.group(),
                (above + "".join(text[: found.start()].split()))[-2:],
                ("".join(text[found.end() :].split()) + below)[:1],
                page,
                word.box if word else boxes,
                word.confidence if word else SURE,
            )


def _written(text: str) -> str:
    """Return a line as numbers are looked for in it."""
    taken = _TAKEN_FOR.sub(lambda m: "0" if m.group() in "OoQ" else "1", plain(text))
    return _GAP.sub(r"\1", taken)


def _word_of(text: str, words: Sequence[Word]) -> Word | None:
    """Return the word that a figure stands in; None where it is made of several."""
    return next((word for word in words if text in plain(word.text)), None)


def _key(text: str) -> str:
    digits = "".join(char for char in text if char.isdigit())
    return digits or text.translate(_SAME_WORDS)


def _pairs(ours: Sequence[_Figure], theirs: Sequence[_Figure]) -> list[tuple[int, int]]:
    """Return which figure of the print became which of the scan, the likeliest first."""
    missing = Counter(one.key for one in ours) - Counter(one.key for one in theirs)
    extra = Counter(one.key for one in theirs) - Counter(one.key for one in ours)
    pairs = list(_in_place(ours, theirs))
    for i, j in pairs:
        missing[ours[i].key] -= 1
        extra[theirs[j].key] -= 1
    place = _places(ours, theirs)
    likely = sorted(
        (cost, i, j)
        for j, other in enumerate(theirs)
        if extra[other.key] > 0 and other.confidence >= SURE
        for i, one in enumerate(ours)
        if missing[one.key] > 0 and abs(place[i] - j) <= _NEAR
        for cost in [_unlikeness(one, other, abs(place[i] - j))]
        if cost is not None
    )
    for _cost, i, j in likely:
        if missing[ours[i].key] > 0 and extra[theirs[j].key] > 0:
            missing[ours[i].key] -= 1
            extra[theirs[j].key] -= 1
            pairs.append((i, j))
    return pairs


def _in_place(ours: Sequence[_Figure], theirs: Sequence[_Figure]) -> Iterator[tuple[int, int]]:
    """Yield the figures that stand alone for another, between the same numbers and words."""
    matcher = SequenceMatcher(
        None, [one.key for one in ours], [one.key for one in theirs], autojunk=False
    )
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what != "replace" or i2 - i1 != j2 - j1:
            continue
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
            one, other = ours[i], theirs[j]
            if len(one.key) == len(other.key) and _framed(one, other) and other.confidence >= SURE:
                yield i, j


def _framed(one: _Figure, other: _Figure) -> bool:
    """Whether two figures stand between the same signs, and there are some."""
    frame = one.before, one.behind
    return frame == (other.before, other.behind) and "" not in frame


def _places(ours: Sequence[_Figure], theirs: Sequence[_Figure]) -> list[float]:
    """Return about where each printed figure stands on the scan, by those that stand once."""
    there = _once(theirs)
    known = [(i, there[key]) for key, i in _once(ours).items() if key in there]
    known = [(-1, -1), *sorted(known), (len(ours), len(theirs))]
    places: list[float] = []
    for (i1, j1), (i2, j2) in pairwise(known):
        step = (j2 - j1) / (i2 - i1)
        places += [j1 + step * (i - i1) for i in range(max(i1, 0), i2)]
    return places


def _once(figures: Sequence[_Figure]) -> Mapping[str, int]:
    counted = Counter(one.key for one in figures)
    return {one.key: at for at, one in enumerate(figures) if counted[one.key] == 1}


def _unlikeness(one: _Figure, other: _Figure, distance: float) -> float | None:
    """Return how unlike two figures are, so that one may be the other changed; None: it is not."""
    if one.key.isdigit() != other.key.isdigit():
        return None
    framed = _framed(one, other)
    if len(one.key) == len(other.key):
        changed = sum(a != b for a, b in zip(one.key, other.key, strict=True))
        # A bare year or count may as well have been written into a blank.
        telling = len(one.key) >= _LONG or one.shape == other.shape != "0" * len(one.key)
        if framed or (telling and changed <= (2 if len(one.key) >= _LONG else 1)):
            return distance + 3 * changed - 10 * framed
        return None
    longer, shorter = sorted((one.key, other.key), key=len, reverse=True)
    if len(shorter) < _LONG or len(longer) > len(shorter) + 1:
        return None
    one_more = any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    return distance + 6 if one_more else None
