"""Whether a value was read where it was printed: its page, and its box.

Only values that are right are asked. A value may be printed several times, and on several lines;
any of its prints will do. A box is right when it and the print share at least `ENOUGH` of the
smaller of both areas, and the box is no more than `LARGEST` times the print: the whole line is not
evidence of one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.compare import agree
from benchmarks.accuracy.sheet import Sheet
from extractors.content import Box, surrounding

ENOUGH = 0.5
LARGEST = 4.0
Places = Mapping[int, Sequence[tuple[int, Box]]]


@dataclass(slots=True)
class Shown:
    """How many right values were looked at, and how many had the right page and box."""

    values: int = 0
    pages: int = 0
    boxes: int = 0

    def add(self, other: Shown) -> None:
        self.values += other.values
        self.pages += other.pages
        self.boxes += other.boxes


def evidence(sheet: Sheet, fields: Mapping[str, Any], places: Places) -> Shown:
    """Return the count over the values of one paper.

    fields  as `hudang extract` prints them, with page and box
    places  where each marked value of the paper was printed
    """
    shown = Shown()
    for name, found in fields.items():
        for one in found if isinstance(found, list) else [found]:
            prints = list(_prints(sheet, name, one["value"], places))
            if not prints:
                continue
            box: tuple[float, ...] = tuple(one["box"] or ())
            here = [box for page, box in prints if page == one["page"]]
            shown.values += 1
            shown.pages += bool(here)
            shown.boxes += bool(box) and any(_meets(box, printed) for printed in here)
    return shown


def _prints(sheet: Sheet, name: str, value: Any, places: Places) -> Iterator[tuple[int, Box]]:
    """Yield page and box of each print of a value; one that runs over a page has two."""
    for number, told in enumerate(sheet.values):
        if any(field == name and agree(name, said, value) for field, said in told):
            stretches = places.get(number, ())
            for page in sorted({page for page, _ in stretches}):
                whole = surrounding(box for at, box in stretches if at == page)
                if whole:
                    yield page, whole


def _meets(box: tuple[float, ...], printed: Box) -> bool:
    across = min(box[2], printed[2]) - max(box[0], printed[0])
    down = min(box[3], printed[3]) - max(box[1], printed[1])
    if across <= 0 or down <= 0:
        return False
    areas = [(one[2] - one[0]) * (one[3] - one[1]) for one in (box, printed)]
    return across * down >= ENOUGH * min(areas) and areas[0] <= LARGEST * areas[1]
