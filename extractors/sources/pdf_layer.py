"""Whether a PDF page's own text says what the page shows: layers that were made badly are not used.

Fonts without a legend, text in the wrong encoding, someone else's poor OCR, words beside the paper
or where nothing is printed: such a page is read as a picture instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.content import Box, Line
from extractors.ocr.engine import Image

# With fewer letters than this nothing can be told.
FEWEST_LETTERS = 24
# More of the letters than this are such as no paper of this trade has: wrong encoding.
STRANGE_SHARE = 0.2
# Letters needed to tell by their vowels.
FEWEST_LATIN = 60
# Latin text has more vowels than this; a shifted alphabet has not.
VOWELS_FROM = 0.2
# More characters than this share lie beside the paper: the layer is another page's.
OUTSIDE_SHARE = 0.3
# Fewer words than this share stand on ink: the layer is not what is seen.
ON_INK_SHARE = 0.6
WORDS_LOOKED_AT = 60
# A word's box is inked if its darkest and its lightest differ by this much, in grey levels.
INK_CONTRAST = 45

_CID = re.compile(r"\(cid:\d+\)")
_ACCENTED = frozenset("áéíóúüñÁÉÍÓÚÜÑçÇàèòªºµ")
_VOWELS = frozenset("aeiouáéíóúüàèòâêôãõäöyAEIOUÁÉÍÓÚÜY")


def is_garbled(lines: Sequence[Line]) -> bool:
    """Whether the text is in a wrong encoding, or an alphabet of its own."""
    text = "".join(word.text for line in lines for word in line.words)
    cids = sum(len(m.group()) for m in _CID.finditer(text))
    if cids > 0.2 * max(len(text), 1):
        return True
    times = Counter(one for one in text if one.isalpha())
    letters = times.total()
    if letters < FEWEST_LETTERS:
        return False
    strange = sum(count for letter, count in times.items() if _is_strange(letter))
    if strange > STRANGE_SHARE * letters:
        return True
    latin = sum(count for letter, count in times.items() if letter.isascii())
    vowels = sum(count for letter, count in times.items() if letter in _VOWELS)
    return latin >= max(FEWEST_LATIN, 0.7 * letters) and vowels < VOWELS_FROM * latin


def _is_strange(letter: str) -> bool:
    """Whether a letter is one that neither Chinese papers nor Spanish or English ones use."""
    folded = unicodedata.normalize("NFKC", letter)[:1] or letter
    if folded.isascii() or folded in _ACCENTED:
        return False
    # Characters of neither common set occur in names, never as every fifth of a page.
    return not any(_is_in(folded, character_set) for character_set in ("gb2312", "big5"))


def _is_in(letter: str, character_set: str) -> bool:
    # Both sets hold Greek, Cyrillic and kana too, which these papers do not.
    try:
        letter.encode(character_set)
    except UnicodeEncodeError:
        return False
    return letter >= "\u2e80" and not "\u3040" <= letter <= "\u30ff"


def is_outside(lines: Sequence[Line], width: float, height: float) -> bool:
    """Whether much of the text stands beside the paper, where nobody sees it."""
    words = [word for line in lines for word in line.words if word.box]
    characters = sum(len(word.text) for word in words)
    outside = sum(
        len(word.text) for word in words if word.box and not _is_on(word.box, width, height)
    )
    return characters > 0 and outside > OUTSIDE_SHARE * characters


def _is_on(box: Box, width: float, height: float) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return -1 <= x <= width + 1 and -1 <= y <= height + 1


def stands_on_ink(lines: Sequence[Line], drawn: Image, dpi: float) -> bool:
    """Whether what is seen on the drawn page stands where the text says its words are."""
    grey = np.asarray(drawn[:, :, 1], np.uint8)
    boxes = [word.box for line in lines for word in line.words if word.box]
    step = max(1, len(boxes) // WORDS_LOOKED_AT)
    looked_at = boxes[::step]
    if not looked_at:
        return True
    inked = sum(_is_inked(grey, box, dpi / 72) for box in looked_at)
    return inked >= ON_INK_SHARE * len(looked_at)


def _is_inked(grey: NDArray[np.uint8], box: Box, scale: float) -> bool:
    left, top, right, bottom = (round(edge * scale) for edge in box)
    area = grey[max(0, top) : bottom + 1, max(0, left) : right + 1]
    return bool(area.size) and int(area.max()) - int(area.min()) >= INK_CONTRAST
