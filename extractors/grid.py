"""Tables: which cell holds the value of a label cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.labels import Occurrence
from extractors.sheet import Sheet, Spot
from extractors.values.plain import folded

_NUMBERING = re.compile(r"[\s\d一二三四五六七八九十.、()*★☆]*")
# What may follow a Latin label in its own cell: tasa de interés nominal anual.
_QUALIFIERS = re.compile(
    r"[\s/]*(?:(?:nominal|efectiva|fija|fijo|anual|mensual|total|actual|final|completo|neto|vigente"
    r"|pactada|p\.a\.|per annum"
    r"|sanctioned|disbursed|approved|granted|socio|cliente|deudor|agreement"
    r"|del (?:prestamo|credito|cliente|deudor|socio)|de (?:capital|la deuda|la garantia)"
    r"|of the (?:loan|borrower)|loan|no\.?|n[or]\.?|nro\.?|\(.{0,12}\))[\s/:]*){1,4}"
)


class Grid:
    """The tables of a sheet, with the cells that are labels."""

    def __init__(self, sheet: Sheet, found: list[Occurrence]) -> None:
        self._sheet = sheet
        self._labels: dict[Spot, Occurrence] = {}
        for one in found:
            spot = sheet.spot_at(one.start)
            if spot is not None and self._fills(spot, one):
                self._labels[spot] = one
        self._heads = {
            (number, row)
            for number, spots in sheet.tables.items()
            for row in self._head_rows(spots)
        }

    def is_label(self, spot: Spot) -> bool:
        """Whether the whole cell is one known label."""
        return spot in self._labels

    def is_column(self, spot: Spot) -> bool:
        """Whether `spot` is the title of a column."""
        return (spot.table, spot.row_end - 1) in self._heads or (
            spot.table,
            spot.row,
        ) in self._heads

    def beside(self, spot: Spot) -> list[Spot]:
        """Return the cell right of `spot`, whatever it holds."""
        return [
            other
            for other in self._sheet.tables[spot.table]
            if other.column == spot.column_end and other.row <= spot.row < other.row_end
        ]

    def values_of(self, spot: Spot) -> Iterator[list[Spot]]:
        """Yield the runs of cells that may hold the value of the label cell `spot`.

        One run to the right, or, under a row of titles, one run for each row below.
        """
        if self.is_column(spot):
            for below in self._below(spot):
                yield [below]
            return
        run = list(self._right(spot))
        if run:
            yield run

    def _fills(self, spot: Spot, one: Occurrence) -> bool:
        text = self._sheet.text
        before, after = text[spot.start : one.start], text[one.value_start : spot.end]
        if _NUMBERING.fullmatch(before) is None:
            return False
        return not after.strip(" \n:_") or _QUALIFIERS.fullmatch(folded(after)) is not None

    def _right(self, spot: Spot) -> Iterator[Spot]:
        beside = [
            other
            for other in self._sheet.tables[spot.table]
            if other.column >= spot.column_end and other.row <= spot.row < other.row_end
        ]
        for other in sorted(beside, key=lambda one: one.column):
            if self.is_label(other):
                return
            yield other

    def _below(self, spot: Spot) -> Iterator[Spot]:
        under = [
            other
            for other in self._sheet.tables[spot.table]
            if other.row >= spot.row_end
            and other.column < spot.column_end
            and spot.column < other.column_end
        ]
        for other in sorted(under, key=lambda one: (one.row, one.column)):
            text = self._sheet.text[other.start : other.end]
            first = self._first_of_row(other)
            if self.is_label(other) or re.match(
                r"\s*(?:合\s*计|总\s*计|小\s*计|total)", first.lower()
            ):
                return
            if other.column_end - other.column > (spot.column_end - spot.column) * 3 + 2:
                return
            if text.strip():
                yield other

    def _first_of_row(self, spot: Spot) -> str:
        row = [one for one in self._sheet.tables[spot.table] if one.row == spot.row]
        first = min(row, key=lambda one: one.column)
        return self._sheet.text[first.start : first.end]

    def _head_rows(self, spots: list[Spot]) -> Iterator[int]:
        rows: dict[int, list[Spot]] = {}
        for spot in spots:
            rows.setdefault(spot.row, []).append(spot)
        numbers = sorted(rows)
        for row, following in pairwise(numbers):
            if self._is_key_row(rows[following]):
                continue
            if self._is_head(rows[row]) or self._heads_figures(rows[row], rows[following]):
                yield row

    def _is_head(self, row: list[Spot]) -> bool:
        filled = [spot for spot in row if self._text(spot)]
        if len(filled) < 2 or not all(self._reads_as_title(spot) for spot in filled):
            return False
        known = [self.is_label(spot) for spot in filled]
        if len(filled) == 2:
            return all(known)
        return any(a and b for a, b in pairwise(known))

    def _heads_figures(self, row: list[Spot], below: list[Spot]) -> bool:
        """Whether titles, known and unknown, stand over a row of values: 姓名|关系|身份证号."""
        if len(row) < 3 or [spot.column for spot in row] != [spot.column for spot in below]:
            return False
        if not all(self._text(spot) and self._reads_as_title(spot) for spot in row):
            return False
        under = [
            self._text(value)
            for title, value in zip(row, below, strict=True)
            if self.is_label(title)
        ]
        return len(under) >= 2 and any(re.search(r"\d", text) for text in under)

    def of_relatives(self, spot: Spot) -> bool:
        """Whether `spot` is a title in a table of people that says how they are related."""
        return any(
            "关系" in self._text(other)
            for other in self._sheet.tables[spot.table]
            if other.row == spot.row
        )

    def _is_key_row(self, row: list[Spot]) -> bool:
        """Whether a row holds labels with their values beside them."""
        return any(self.is_label(spot) for spot in row)

    def _reads_as_title(self, spot: Spot) -> bool:
        text = self._text(spot)
        return self.is_label(spot) or (len(text) <= 14 and not re.search(r"[\d:¥]", text))

    def _text(self, spot: Spot) -> str:
        return re.sub(r"\s", "", self._sheet.text[spot.start : spot.end])
