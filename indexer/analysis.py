"""Texts as tokens with positions, and searches as the tokens they must meet.

Chinese characters and numbers are indexed as overlapping pairs plus the last character of each
run; a search of n characters is then a phrase of n-1 pairs, and a search of one character is a
prefix: every part of a Chinese text or of a number is found, and nothing else. Latin words are
whole tokens, marked with `_` so that they never meet a pair.

    张三于2024年  →  张三 三于 于2 20 02 24 4年 年
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add

from indexer.normalise import BLANK, BREAK

WORD = "_"

_NUMBER = "[a-z]*[0-9][a-z0-9]*"
_LETTERS = "[a-z\u00df-\u05ff]+"
_DENSE = "[^a-z0-9\u00df-\u05ff| ]+"

# A run is Chinese characters and numbers (with the letters inside them) without a gap.
_PIECE = re.compile(f"(?P<run>(?:{_NUMBER}|{_DENSE})+)|(?P<word>{_LETTERS})|(?P<gap>\\|)")


@dataclass(frozen=True, slots=True)
class Sought:
    """Tokens that must stand one after the other; `open_end`: the last may go on."""

    tokens: tuple[str, ...]
    open_end: bool = False


def tokens(form: str) -> list[str]:
    """Return the tokens of a search form; a token's place in the list is its position."""
    found: list[str] = []
    for piece in _PIECE.finditer(form):
        text = piece.group()
        if piece.lastgroup == "run":
            found += map(add, text, text[1:])
            found.append(text[-1])
        elif piece.lastgroup == "word":
            found.append(WORD + text)
        else:
            found.append(BREAK)
    return found


def sought(form: str, *, whole_words: bool) -> tuple[Sought, ...]:
    """Return the readings of a searched text, any of which is a hit; none if it has no letters.

    form         search form of what was typed
    whole_words  False: a Latin word at the end may be the beginning of a longer one
    """
    form = form.strip(BREAK + BLANK)
    pieces = [(piece.lastgroup, piece.group()) for piece in _PIECE.finditer(form)]
    if not pieces:
        return ()
    readings = [_reading(pieces, whole_words)]
    if any(kind == "word" for kind, _text in pieces) and BREAK not in form and BLANK not in form:
        # The letters may be part of a number: 「HT」 in HT2024.
        readings.append(_reading([("run", form)], whole_words))
    return tuple(readings)


def _reading(pieces: list[tuple[str | None, str]], whole_words: bool) -> Sought:
    found: list[str] = []
    for kind, text in pieces[:-1]:
        if kind == "run":
            found += [*map(add, text, text[1:]), text[-1]]
        else:
            found.append(WORD + text if kind == "word" else BREAK)
    kind, text = pieces[-1]
    if kind == "run" and len(text) > 1:
        return Sought((*found, *map(add, text, text[1:])))
    if kind == "run":
        return Sought((*found, text), open_end=True)
    return Sought((*found, WORD + text), open_end=not whole_words and len(text) > 2)
