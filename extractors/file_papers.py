"""What a paper that no form reads calls itself: an application, an approval, a valuation."""

from __future__ import annotations

import re
from functools import cache

from extractors.classify import head_titles
from extractors.content import Content
from extractors.form import DocType
from extractors.forms import ALL
from extractors.sheet import Sheet
from extractors.values.identity import find_resident_id, find_uscc

# A title says what the paper is only where it stands before the body begins.
_HEAD_LINES = 8


def titled(content: Content) -> DocType | None:
    """Return the type whose title stands at the head of the paper; None when two are equally good.

    Only of the types that no reading claims (`DocType.file_titles`).
    """
    for line in head_titles(Sheet(content), _HEAD_LINES):
        found = [(len(m.group()), one) for one, m in _matches(line)]
        if found:
            longest = max(length for length, _one in found)
            best = [one for length, one in found if length == longest]
            return best[0] if len(best) == 1 else None
    return None


def _matches(line: str) -> list[tuple[DocType, re.Match[str]]]:
    return [(one, m) for one, pattern in _patterns() if (m := pattern.fullmatch(line))]


@cache
def _patterns() -> tuple[tuple[DocType, re.Pattern[str]], ...]:
    ending = r"(?:\(.{0,16}\)|\W|\d|no\.?\S{0,12})*"
    return tuple(
        (one, re.compile(f"(?:{'|'.join(one.file_titles)}){ending}"))
        for one in ALL.values()
        if one.file_titles
    )


def identities(content: Content) -> tuple[str, ...]:
    """Return the ID numbers and credit codes whose check digits hold on a paper, each once."""
    folded = Sheet(content).folded
    found: dict[str, None] = {}
    for find in (find_resident_id, find_uscc):
        rest = folded
        while number := find(rest):
            if number.valid:
                found[number.number] = None
            rest = rest[number.end :]
    return tuple(found)
