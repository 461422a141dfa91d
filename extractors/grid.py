"""Tables: which cell holds the value of a label cell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from extractors.labels import Occurrence
from extractors.sheet import Sheet, Spot
from extractors.values.plain import folded, is_cjk

_NUMBERING = re.compile(r"[\s\d一二三四五六七八九十.、()*★☆]*")
# What may follow a Latin label in its own cell: tasa de interés nominal anual.
_QUALIFIERS = re.compile(
    r"[\s/]*(?:(?:nominal|efectiva|fija|fijo|anual|mensual|total|actual|final|completo|neto|vigente"
    r"|pactada|p\.a\.|per annum"
    r"|sanctioned|disbursed|approved|granted|socio|cliente|deudor|agreement"
    r"|del (?:prestamo|credito|cliente|deudor|socio)|de (?:capital|la deuda|la garantia)"
    r"|of the (?:loan|borrower)|loan|(?:in )?rs\.?"
    r"|\(?(?:rs\.? ?)?in (?:lacs?|lakhs?|crores?|rs\.?)\)?"
    r"|no\.?|n[or]\.?|nro\.?|\(.{0,12}\))[\s/:]*){1,4}"
)


# Rows below a title that are looked through for its values.
_LONGEST_COLUMN = 2_000
# Titles of a table of loans or visits, and of other banks, guarantees given, payments made.
_LOANS = re.compile(
    r"合同|借据|品种|产品|种类|到期|发放|起始|贷款|借款|检查|nature|facilit|limit|loan|credito|operacion|producto"
)
_PEOPLE = re.compile(r"\b(?:id|nin|nrc|member(?:ship)?|nationalid|pan|aadhaar)(?:no|number)?\b")
# Titles of a table of deposits or goods that are pledged or mortgaged.
_THINGS = re.compile(r"存单|凭证|票据|仓单|质押?物|抵押|押品|财产|权属|品名|物品|(?<!户)名称")
_UNIT_TITLE = re.compile(r"(?:计量|数量|面积)?单位")
_OTHER_ROWS = re.compile(
    r"银行|机构|关系|期数|期次|被担保|债权人|还款日|偿还日|归还日|还款时间|收款|entidad|banco|bank|cuota|instal"
)


# A kind of loan that begins like a label.
_KIND_OF_LOAN = re.compile(r"\s*(?:\w{1,3}[.)] ?)?term loan(?:[- ]?[ivx\d]{1,3})?(?: ?\(.*\))?\s*")


class Grid:
    """The tables of a sheet, with the cells that are labels."""

    def __init__(self, sheet: Sheet, found: list[Occurrence]) -> None:
        self._sheet = sheet
        self._labels: dict[Spot, Occurrence] = {}
        for one in found:
            spot = sheet.spot_at(one.start)
            if spot is not None and self._fills(spot, one):
                self._labels[spot] = one
        self._rows = {number: _by_row(spots) for number, spots in sheet.tables.items()}
        self._row_numbers = {number: sorted(rows) for number, rows in self._rows.items()}
        self._tall = {
            number: [spot for spot in spots if spot.row_end - spot.row > 1]
            for number, spots in sheet.tables.items()
        }
        self._heads = {
            (number, row) for number, rows in self._rows.items() for row in self._head_rows(rows)
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
        return [other for other in self._reaching(spot) if other.column == spot.column_end]

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
        if _KIND_OF_LOAN.fullmatch(self._sheet.folded, spot.start, spot.end):
            return False
        before, after = text[spot.start : one.start], text[one.value_start : spot.end]
        if _NUMBERING.fullmatch(before) is None:
            return False
        return not after.strip(" \n:_") or _QUALIFIERS.fullmatch(folded(after)) is not None

    def _right(self, spot: Spot) -> Iterator[Spot]:
        beside = [other for other in self._reaching(spot) if other.column >= spot.column_end]
        for other in sorted(beside, key=lambda one: one.column):
            if self.is_label(other):
                return
            yield other

    def _below(self, spot: Spot) -> Iterator[Spot]:
        for other in self._lower(spot):
            if other.column >= spot.column_end or spot.column >= other.column_end:
                continue
            text = self._sheet.text[other.start : other.end]
            first = self._first_of_row(other)
            rows = self._rows[spot.table]
            is_label = self.is_label(other) and not self._answers(rows[spot.row], rows[other.row])
            if is_label or re.match(r"\s*(?:合\s*计|总\s*计|小\s*计|total)", first.lower()):
                return
            if other.column_end - other.column > (spot.column_end - spot.column) * 3 + 2:
                return
            if text.strip():
                yield other

    def _reaching(self, spot: Spot) -> list[Spot]:
        """The cells that stand in the first row of `spot` or reach down into it."""
        tall = [one for one in self._tall.get(spot.table, ()) if one.row < spot.row < one.row_end]
        return tall + self._rows[spot.table].get(spot.row, [])

    def _lower(self, spot: Spot) -> Iterator[Spot]:
        """The cells that begin below `spot`, row by row; no paper has a longer column."""
        rows = self._row_numbers[spot.table]
        first = bisect_left(rows, spot.row_end)
        for row in rows[first : first + _LONGEST_COLUMN]:
            yield from self._rows[spot.table][row]

    def _first_of_row(self, spot: Spot) -> str:
        """Return the first words written in the row of `spot`."""
        written = map(self._text, self._rows[spot.table][spot.row])
        return next(filter(None, written), "")

    def _head_rows(self, rows: dict[int, list[Spot]]) -> Iterator[int]:
        numbers = sorted(rows)
        for row, following in pairwise(numbers):
            if self._is_key_row(rows[following]) and not self._answers(rows[row], rows[following]):
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
        return any("关系" in self._text(other) for other in self._rows[spot.table][spot.row])

    def of_people(self, spot: Spot) -> bool:
        """Whether `spot` is a title in a table of people, by the numbers beside their names."""
        titles = " ".join(folded(self._text(other)) for other in self._rows[spot.table][spot.row])
        return _PEOPLE.search(titles) is not None

    def of_loans(self, spot: Spot) -> bool:
        """Whether `spot` is a title in a table with one of this customer's loans in each row."""
        titles = " ".join(folded(self._text(other)) for other in self._rows[spot.table][spot.row])
        return _LOANS.search(titles) is not None and _OTHER_ROWS.search(titles) is None

    def of_things(self, spot: Spot) -> bool:
        """Whether `spot` is a title in a table with one thing that secures a loan in each row."""
        titles = " ".join(self._text(other) for other in self._rows[spot.table][spot.row])
        return _THINGS.search(titles) is not None

    def unit_beside(self, offset: int) -> str:
        """Return what the column of units says in the row of the cell at `offset`, or ""."""
        spot = self._sheet.spot_at(offset)
        if spot is None:
            return ""
        for row in self._heads_of(spot.table):
            for title in self._rows[spot.table][row]:
                if row < spot.row and _UNIT_TITLE.fullmatch(self._text(title)):
                    cells = self._rows[spot.table][spot.row]
                    return next(
                        (self._text(one) for one in cells if one.column == title.column), ""
                    )
        return ""

    def _heads_of(self, table: int) -> list[int]:
        return [row for number, row in self._heads if number == table]

    def _answers(self, row: list[Spot], below: list[Spot]) -> bool:
        """Whether one cell below known titles is a word that elsewhere is a label: 电话."""
        labels = [self.is_label(spot) for spot in below]
        return (
            len(row) >= 3
            and all(map(self.is_label, row))
            and [spot.column for spot in row] == [spot.column for spot in below]
            and sum(labels) == 1
            and not labels[0]
        )

    def _is_key_row(self, row: list[Spot]) -> bool:
        """Whether a row holds labels with their values beside them."""
        return any(self.is_label(spot) for spot in row)

    def _reads_as_title(self, spot: Spot) -> bool:
        text = self._text(spot)
        longest = 14 if any(map(is_cjk, text)) else 34
        return self.is_label(spot) or (len(text) <= longest and not re.search(r"[\d:¥]", text))

    def _text(self, spot: Spot) -> str:
        return re.sub(r"\s", "", self._sheet.text[spot.start : spot.end])


def _by_row(spots: list[Spot]) -> dict[int, list[Spot]]:
    """Return the cells by the row they begin in, left to right."""
    rows: dict[int, list[Spot]] = {}
    for spot in sorted(spots, key=lambda one: one.column):
        rows.setdefault(spot.row, []).append(spot)
    return rows
