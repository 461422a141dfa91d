"""The number of a draft on a page that came back signed: by its code, else as it is printed.

Pure. What is printed is read by OCR and may be a letter off; a code is right or not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors import codes
from extractors.content import Box, Page
from extractors.values.plain import plain

# The field of a reading that holds the number of the draft a paper is the signed copy of.
FIELD = "draft_no"
# Letters of ten by which two readings of one number may differ; two numbers differ by nine or ten.
FAULTS = 3
# The number stands in the first line of the header.
_TOP_LINES = 12
_PRINTED = re.compile(
    r"(?<![0-9A-Z])[D0O]\s?([0-9OILZSB]{8})\s?[-—–_]+\s?([0-9A-Z]{5})\s?[-—–_]+\s?([0-9A-Z]{5})"
    r"(?![0-9A-Z])"
)
_DIGITS = str.maketrans("OILZSB", "011258")
# Crockford's reading of letters that no number has.
_LETTERS = str.maketrans("OILU", "011V")


@dataclass(frozen=True, slots=True)
class DraftNumber:
    """A number found on a page. by_code: it was read from the code; box: of the printed line."""

    number: str
    page: int
    by_code: bool
    box: Box | None = None


def on_page(page: Page) -> DraftNumber | None:
    """Return the number of the draft that a page belongs to; None where it bears none."""
    for text in page.codes:
        number = codes.draft_of(text)
        if number is not None:
            return DraftNumber(number, page.number, by_code=True)
    if not page.ocr:
        # A file that was never on paper was not signed on it.
        return None
    for line in page.lines[:_TOP_LINES]:
        found = _PRINTED.search(plain(line.text).upper())
        if found:
            return DraftNumber(_normal(found), page.number, by_code=False, box=line.box)
    return None


def on_pages(pages: Iterable[Page]) -> DraftNumber | None:
    """Return the number on the first of some pages that bears one; a code goes before print."""
    found = [one for page in pages if (one := on_page(page))]
    return next((one for one in found if one.by_code), found[0] if found else None)


def is_printed_in(text: str) -> bool:
    """Whether a draft's number stands in a text, perhaps misread."""
    return _PRINTED.search(plain(text).upper()) is not None


def same(one: str, other: str) -> bool:
    """Whether two numbers, either of which may be misread, are the same draft's."""
    return faults(one, other) <= FAULTS


def faults(one: str, other: str) -> int:
    """Return by how many signs two numbers differ."""
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(a != b for a, b in zip(one, other, strict=True))


def _normal(found: re.Match[str]) -> str:
    day, first, second = found.groups()
    letters = f"{first}-{second}".translate(_LETTERS)
    return f"D{day.translate(_DIGITS)}-{letters}"
