"""The amount of a loan stands on a paper in words and in figures: weigh them, and join grids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.form import Habits
from extractors.locate import Candidate
from extractors.reading import FieldValue, Money
from extractors.sheet import Sheet, Spot
from extractors.values.chinese_amount import amount_from_words
from extractors.values.latin_amount import find_amount_in_words
from extractors.values.money import in_main_unit
from extractors.values.plain import folded, plain, tidy

# 干 is 千 as OCR often has it.
_PLACES = "亿千干仟百佰十拾万元角分"
_HEAD = re.compile(rf"(?:[{_PLACES}][ \t\x1f]*){{6,}}")
_FIGURES = re.compile(r"[\s\x1f¥]*(?P<digits>\d(?:[ \t\x1f]*\d){2,})[ \t\x1f]*(?=\n|$)")


def value_of_words(words: str, language: str | None) -> Decimal | None:
    """Return the number of main units that an amount in words says, or None."""
    if language in ("zh", None):
        fen = amount_from_words(plain(words))
        return in_main_unit(Decimal(fen) / 100) if fen is not None else None
    found = find_amount_in_words(folded(plain(words)))
    return in_main_unit(found[0]) if found else None


def grid_amounts(sheet: Sheet, habits: Habits) -> Iterator[Candidate]:
    """Yield amounts written one figure a place, under 千百十万千百十元角分."""
    for m in _HEAD.finditer(sheet.text):
        head = re.sub(r"[^\w]", "", m.group())
        spot = sheet.spot_at(m.start())
        found = _under_cells(sheet, spot) if spot is not None else None
        if found is None:
            row_end = sheet.text.find("\n", m.end())
            figures = (
                _FIGURES.match(sheet.text, row_end + 1) if 0 <= row_end < m.end() + 40 else None
            )
            if figures is None:
                continue
            found = (
                re.sub(r"\D", "", figures["digits"]),
                figures.start("digits"),
                figures.end("digits"),
            )
        digits, start, end = found
        if not digits or len(digits) > len(head):
            continue
        places = 2 if head.endswith("分") else 1 if head.endswith("角") else 0
        place = sheet.place(start, end)
        amount = in_main_unit(Decimal(int(digits)) / 10**places)
        if amount:
            yield Candidate(
                "_grid_amount",
                FieldValue(
                    value=Money(amount, habits.currency), text=tidy(place.text), page=place.page,
                    box=place.box, confidence=place.confidence, rule="digit_grid",
                ),
                (), 30, start,
            )  # fmt: skip


def _under_cells(sheet: Sheet, spot: Spot) -> tuple[str, int, int] | None:
    """Join the figures in the row below a row of place names; None if they stand in one cell."""
    heads = [
        one
        for one in sheet.tables[spot.table]
        if one.row == spot.row and sheet.text[one.start : one.end].strip() in tuple(_PLACES)
    ]
    if len(heads) < 6:
        return None
    first, last = heads[0].column, heads[-1].column_end
    below = sorted(
        (
            one
            for one in sheet.tables[spot.table]
            if one.row == spot.row_end and first <= one.column < last
        ),
        key=lambda one: one.column,
    )
    filled = [one for one in below if sheet.text[one.start : one.end].strip()]
    text = "".join(sheet.text[one.start : one.end] for one in filled)
    digits = re.sub(r"[\s¥_]", "", text)
    if not digits.isdigit() or not filled:
        return "", spot.start, spot.end
    return digits, filled[0].start, filled[-1].end
