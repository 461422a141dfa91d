"""Marks inside the text of a paper: where a value stands, what is on a rule, what is struck out.

They are characters of Unicode's private area, so that a family can write a paper with plain
f-strings; every medium takes them out when it writes the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

OPEN, CLOSE, RULE, END_RULE = "\ue000", "\ue001", "\ue002", "\ue003"
STRUCK, END_STRUCK = "\ue004", "\ue005"
_FIRST = 0xE100


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one kind.

    value   number of the value they belong to, or None
    ruled   whether they stand on a rule
    struck  whether they are struck through: only Word can say so, other media leave them out
    """

    text: str
    value: int | None
    ruled: bool
    struck: bool = False


def valued(number: int, text: str) -> str:
    """Return text marked as value `number` of the paper."""
    return f"{OPEN}{chr(_FIRST + number)}{text}{CLOSE}"


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of a marked text."""
    value: int | None = None
    ruled, struck, waiting, start = False, False, "", 0
    while start < len(text):
        char = text[start]
        if OPEN <= char <= END_STRUCK:
            if waiting:
                yield Run(waiting, value, ruled, struck)
                waiting = ""
            if char == OPEN:
                start += 1
                value = ord(text[start]) - _FIRST
            elif char == CLOSE:
                value = None
            elif char in (RULE, END_RULE):
                ruled = char == RULE
            else:
                struck = char == STRUCK
        else:
            waiting += char
        start += 1
    if waiting:
        yield Run(waiting, value, ruled, struck)


def standing(text: str) -> Iterator[Run]:
    """Yield the runs that are not struck through."""
    return (run for run in runs(text) if not run.struck)


def plain(text: str) -> str:
    """Return the text without its marks and without what is struck through."""
    return "".join(run.text for run in standing(text))
