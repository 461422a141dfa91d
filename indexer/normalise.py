"""One search form for every text: how it was typed, printed or scanned no longer matters.

The same function prepares papers, queries and highlights, so that they cannot disagree. It knows
nothing of tokens, fields or engines.

In the search form
- full width is half width, traditional is simplified (character by character, so that a part of
  a text has the same form as the whole), capitals are small, Latin accents are gone;
- blanks and line breaks beside Chinese characters are gone, as are blanks between digits (scans
  have both anywhere) and the comma of thousands;
- between Latin words and between a Latin word and a number stands one blank;
- everything else (punctuation, a new page) is one `|`, however much of it there is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

BREAK = "|"
BLANK = " "

# Private-use characters stand for rare characters of names in older systems: letters to us.
_SEPARATOR = re.compile("(?:[^\\w\ue000-\uf8ff]|_)+")
_THOUSANDS = re.compile(r",[0-9]{3}(?![0-9])")
# Latin, Greek, Cyrillic, Armenian and Hebrew are written in words with blanks between them.
_LAST_OF_WORD_SCRIPTS = 0x5FF
_HAN_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A text's search form, and for each of its characters the place in the text it came from."""

    form: str
    origin: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where `form[start:end]` stands in the text, as start and end. Not for empty."""
        return self.origin[start], self.origin[end - 1] + 1


def search_form(text: str) -> str:
    """Return the search form of `text`, without breaks at either end."""
    return _assembled(text.translate(_folding()), None)[0]


def traced_search_form(text: str) -> SearchForm:
    """Return the search form of `text` with the way back to it."""
    folding = _folding()
    if all(len(folding[ord(character)]) == 1 for character in set(text)):
        form, kept = _assembled(text.translate(folding), range(len(text)))
        return SearchForm(form, tuple(kept))
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for part in folding[ord(character)]:
            folded.append(part)
            origin.append(place)
    form, kept = _assembled("".join(folded), origin)
    return SearchForm(form, tuple(kept))


def _assembled(folded: str, origin: Sequence[int] | None) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    done = 0
    for separator in _SEPARATOR.finditer(folded):
        start, end = separator.span()
        parts.append(folded[done:start])
        between = _between(folded, start, end) if start and end < len(folded) else ""
        parts.append(between)
        if origin is not None:
            kept += origin[done:start]
            kept += origin[start : start + len(between)]
        done = end
    parts.append(folded[done:])
    if origin is not None:
        kept += origin[done:]
    return "".join(parts), kept


def _between(folded: str, start: int, end: int) -> str:
    """Return what a separator amounts to, given its neighbours."""
    separator = folded[start:end]
    before, after = folded[start - 1], folded[end]
    if separator.isspace() and "\f" not in separator:
        if ord(before) > _LAST_OF_WORD_SCRIPTS or ord(after) > _LAST_OF_WORD_SCRIPTS:
            return ""
        one_line = "\n" not in separator
        return "" if one_line and before.isdigit() and after.isdigit() else BLANK
    if separator == "," and before.isdigit() and _THOUSANDS.match(folded, start):
        return ""
    return BREAK


class _Folding(dict[int, str]):
    """Character by character: filled as characters are met."""

    def __init__(self, simplified: dict[int, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        folded = "".join(map(self._one, unicodedata.normalize("NFKC", chr(code)).casefold()))
        self[code] = folded
        return folded

    def _one(self, character: str) -> str:
        # Marks, zero-width characters and soft hyphens are invisible to a reader.
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            return ""
        digit = unicodedata.decimal(character, None)
        if digit is not None:
            return str(digit)
        plain = unicodedata.normalize("NFD", character)
        if ord(plain[0]) <= _LAST_OF_WORD_SCRIPTS:
            return "".join(part for part in plain if unicodedata.category(part) != "Mn")
        return self._simplified.get(ord(character), character)


@cache
def _folding() -> _Folding:
    return _Folding(_simplified_characters())


def _simplified_characters() -> dict[int, str]:
    """Return code of a traditional character → its simplified one, by OpenCC's own table.

    One call with each character on its own line: OpenCC's word rules must not see neighbours.
    """
    import opencc

    characters = [chr(code) for block in _HAN_BLOCKS for code in range(*block)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        ord(before): after
        for before, after in zip(characters, simplified, strict=True)
        if before != after and len(after) == 1
    }
