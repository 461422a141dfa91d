"""Marks inside the text of a paper: where a value stands, and what stands on a rule.

They are characters of Unicode's private area, so that a family can write a paper with plain
f-strings; every medium takes them out when it writes the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

OPEN, CLOSE, RULE, END_RULE = "\ue000", "\ue001", "\ue002", "\ue003"
_FIRST = 0xE100


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one kind.

    value   number of the value they belong to, or None
    ruled   whether they stand on a rule
    """

    text: str
    value: int | None
    ruled: bool


def valued(number: int, text: str) -> str:
    """Return text marked as value `number` of the paper."""
    return f"{OPEN}{chr(_FIRST + number)}{text}{CLOSE}"


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of a marked text."""
    value: int | None = None
    ruled, waiting, start = False, "", 0
    while start < len(text):
        char = text[start]
        if char in (OPEN, CLOSE, RULE, END_RULE):
            if waiting:
                yield Run(waiting, value, ruled)
                waiting = ""
            if char == OPEN:
                start += 1
                value = ord(text[start]) - _FIRST
            elif char == CLOSE:
                value = None
            else:
                ruled = char == RULE
        else:
            waiting += char
        start += 1
    if waiting:
        yield Run(waiting, value, ruled)


def plain(text: str) -> str:
    """Return the text without its marks."""
    return "".join(run.text for run in runs(text))
