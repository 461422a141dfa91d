"""Finding a register on a sheet: which rows are its head, and what each column means."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from extractors.values.dates import find_dates
from extractors.values.plain import folded, plain, without_blanks
from ledger.grammars import Grammar
from ledger.layouts.layout import Column, Layout, Spread
from ledger.periods import period_end
from ledger.sheets import Sheet
from ledger.sheets.model import is_blank

# A head may be a name over a group of columns, the group's columns, and once more.
MAX_DEPTH = 3

# Amounts: what one unit is in yuan.
UNITS = {"元": 1, "千元": 1_000, "百元": 100, "万元": 10_000, "亿元": 100_000_000}
_UNIT_NOTE = re.compile(r"单位[:：]?(?:人民币)?[、,，]?(亿元|万元|千元|百元|元)")
# A cell that is a note about the table, not a name of a column.
_NOTE = re.compile(r"[(\[]?(金额|货币)?单位:|截[至止]|(统计|报表|数据|截止|填报|制表)(日期|时间):")
_UNIT_IN_LABEL = re.compile(
    r"[(（\[](?:人民币|单位[:：]?)?(亿元|万元|千元|百元|元)[)）\]]|(万元|千元|亿元)$"
)
_LATIN_UNIT = re.compile(
    r"(?:en|in)?(decenasdemiles|tenthousands?|10[,.]?000|miles|thousands?)(?:de|of)?(?:yuan|rmb|cny)?"
)


@dataclass(frozen=True, slots=True)
class Field:
    """What one column of a sheet means: a declared column, or a dated one of a spread.

    day  the period a spread column is named for
    """

    column: int
    label: str
    key: str
    grammar: str | Grammar
    factor: int
    required: bool = False
    fills_down: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A register's head: rows `first` to `last`, its columns, and names nobody knows."""

    layout: Layout
    first: int
    last: int
    fields: tuple[Field, ...]
    unknown: tuple[tuple[int, str], ...]

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the columns that are there."""
        return frozenset(field.key for field in self.fields)


class LabelIndex:
    """Every label of a set of layouts, folded once."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        self.layouts = layouts
        self.by_layout: dict[str, dict[str, tuple[Column, int]]] = {}
        self.refused = {
            layout.name: {bare(label) for column in layout.refuses for label in column.labels}
            for layout in layouts
        }
        for layout in layouts:
            labels: dict[str, tuple[Column, int]] = {}
            for column in layout.columns:
                for rank, label in enumerate(column.labels):
                    labels.setdefault(bare(label), (column, rank))
            self.by_layout[layout.name] = labels
        self.all = frozenset(label for labels in self.by_layout.values() for label in labels)

    def with_names(self, extra: Mapping[str, Mapping[str, tuple[Column, int]]]) -> LabelIndex:
        """Return an index that knows more names.

        extra  by layout: folded name (`bare`) -> the layout's column, and the rank of the name
        """
        more = copy.copy(self)
        more.by_layout = {
            layout: {**known, **extra.get(layout, {})} for layout, known in self.by_layout.items()
        }
        more.all = self.all.union(*extra.values())
        return more


@lru_cache(maxsize=8_192)
def bare(label: str) -> str:
    """Return a label for comparing: folded, without blanks, units and punctuation."""
    flat = without_blanks(folded(plain(label)))
    flat = re.sub(
        r"[(\[](亿元|万元|千元|百元|元|人民币|人民币元|‰|%|%年|月‰|m2|㎡|天|年|月|个月)[)\]]",
        "",
        flat,
    )
    flat = re.sub(r"(?<=.)(万元|千元|亿元)$", "", flat)
    return re.sub(r"[()\[\]{}:;,.、/‰%*\"'·_-]", "", flat)


# What never stands in a head, years excepted: it is data.
_NO_NAME = (int, float, date, time)


# Figures and days are no names, and no name is so long or has so many figures.
_LONGEST_NAME = 60
_FIGURES = re.compile(r"[\d\s.,:/%+-]*|.*\d{5}.*", re.DOTALL)


def _may_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _FIGURES.fullmatch(text) is None


def _is_known(names: tuple[str, ...], index: LabelIndex) -> bool:
    """Whether any way of reading a column's names may be a column of some register."""
    whole = "".join(names)
    if period_end(whole) or period_end(names[-1]):
        return True
    return any(
        _may_name(each) and bare(each) in index.all
        for each in (whole, "".join(reversed(names)), names[-1])
    )


def _is_year(value: object) -> bool:
    return isinstance(value, int | float) and 1990 < value < 2100 and value == int(value)


def find_head(sheet: Sheet, row: int, index: LabelIndex, factor: int) -> Head | None:
    """Return the register whose head begins in `row`, or None.

    factor  of money on this sheet, where a column does not say its own
    """
    # Most rows of a sheet are no head: the cheapest look comes first.
    values = sheet.rows[row - 1]
    if any(isinstance(value, _NO_NAME) and not _is_year(value) for value in values):
        return None
    filled = [value for value in values if not is_blank(value)]
    texts = [value for value in filled if isinstance(value, str)]
    if len(texts) < 2 or len(texts) < len(filled) / 2:
        return None
    if not any(_may_name(text) and bare(text) in index.all for text in texts):
        return None
    if any(_NOTE.match(without_blanks(plain(text))) for text in texts):
        return None
    best: tuple[tuple[float, int], Head] | None = None
    for depth in range(1, MAX_DEPTH + 1):
        labels = _labels(sheet, row, row + depth - 1)
        if labels is None:
            break
        if sum(_is_known(names, index) for names in labels.values()) < 2:
            # Every register has two columns: this row only has a word that is also a name.
            continue
        for order, layout in enumerate(index.layouts):
            if any(bare("".join(names)) in index.refused[layout.name] for names in labels.values()):
                continue
            head = _matched(layout, index.by_layout[layout.name], labels, row, depth, factor)
            if head is None:
                continue
            score = (len(head.fields) - 0.5 * len(head.unknown) - 0.25 * depth, -order)
            if best is None or score > best[0]:
                best = (score, head)
    return best[1] if best else None


def _labels(sheet: Sheet, first: int, last: int) -> dict[int, tuple[str, ...]] | None:
    """Return each column's names from the top down; None where the rows cannot be a head."""
    if last > sheet.last_row:
        return None
    covering = {
        (row, column): (r1, c1)
        for r1, c1, r2, c2 in sheet.merged
        if r1 <= last and r2 >= first
        for row in range(r1, r2 + 1)
        for column in range(c1, c2 + 1)
    }
    widest = max(len(sheet.rows[row - 1]) for row in range(first, last + 1))
    labels: dict[int, tuple[str, ...]] = {}
    for column in range(1, widest + 1):
        names: list[str] = []
        origins: set[tuple[int, int]] = set()
        for row in range(first, last + 1):
            origin = covering.get((row, column), (row, column))
            cell = sheet.cell(*origin)
            if cell is None or origin in origins or origin[0] < first:
                continue
            origins.add(origin)
            # Years are often numbers; any other number, or a date below a name, is data.
            value = cell.value
            if cell.broken:
                continue
            if not isinstance(value, str) and not _is_year(value):
                return None
            names.append(str(value))
        if names:
            labels[column] = tuple(names)
    return labels


def _matched(
    layout: Layout,
    known: Mapping[str, tuple[Column, int]],
    labels: Mapping[int, tuple[str, ...]],
    row: int,
    depth: int,
    factor: int,
) -> Head | None:
    claims: dict[str, tuple[int, Field]] = {}
    spread: list[Field] = []
    unknown: list[tuple[int, str]] = []
    spare: list[Field] = []
    for number, names in labels.items():
        found = _column_of(names, known)
        label = " ".join(name.strip() for name in names)
        own = _factor_of(label, factor)
        if found:
            column, rank = found
            field = Field(
                number, label, column.key, column.grammar, own, column.required, column.fills_down
            )
            if column.grammar == "ignored":
                spare.append(field)
            elif column.key not in claims or rank < claims[column.key][0]:
                if column.key in claims:
                    unknown.append((claims[column.key][1].column, claims[column.key][1].label))
                claims[column.key] = (rank, field)
            else:
                second = _other_claim(names, layout, column)
                if second and second.key not in claims:
                    claims[second.key] = (99, Field(number, label, second.key, second.grammar, own))
                else:
                    unknown.append((number, label))
            continue
        dated = _spread_of(names, layout.spreads, number, label, own)
        if dated:
            spread.append(dated)
        else:
            unknown.append((number, label))
    if len({(field.key, field.day) for field in spread}) < len(spread):
        # A name merged over several columns tells them apart only with the row below it.
        return None
    fields = [field for _rank, field in claims.values()] + spread
    keys = {field.key for field in fields}
    if not all(keys & set(group) for group in layout.needs) or len(fields) < 2:
        return None
    ordered = sorted((*fields, *spare), key=lambda field: field.column)
    return Head(layout, row, row + depth - 1, tuple(ordered), tuple(sorted(unknown)))


def _column_of(
    names: tuple[str, ...], known: Mapping[str, tuple[Column, int]]
) -> tuple[Column, int] | None:
    """The whole name first (欠息 + 表内), then the lowest (under a group that only gathers)."""
    whole = "".join(names)
    for candidate in (whole, "".join(reversed(names)), names[-1]):
        if candidate is names[-1] and len(names) > 1 and period_end(names[0]):
            # Below a year, a name is that year's: 2025年 / 发放计划.
            continue
        found = known.get(bare(candidate))
        if found:
            return found
    return None


def _other_claim(names: tuple[str, ...], layout: Layout, taken: Column) -> Column | None:
    """Another column of the layout that goes by the same name (合同金额: amount, or the limit)."""
    label = bare("".join(names))
    for column in layout.columns:
        if column is not taken and label in {bare(each) for each in column.labels}:
            return column
    return None


def _spread_of(
    names: tuple[str, ...], spreads: Sequence[Spread], number: int, label: str, factor: int
) -> Field | None:
    # The lowest name may be a whole period (2024年度 / 2024年3月末), or go on from the one above.
    period = period_end(names[-1])
    if period is None or period.whole_year:
        period = period_end("".join(names))
    if period is None:
        return None
    rest = bare(re.sub(r"^[末底]", "", period.rest))
    for spread in spreads:
        if period.whole_year and spread.key == "class":
            continue
        if re.fullmatch(spread.rest, rest, flags=re.IGNORECASE):
            return Field(number, label, spread.key, spread.grammar, factor, day=period.day)
    return None


def _factor_of(label: str, factor: int) -> int:
    match = _UNIT_IN_LABEL.search(without_blanks(plain(label)))
    return UNITS[match.group(1) or match.group(2)] if match else factor


def sheet_factor(texts: Sequence[str]) -> int | None:
    """Return what one unit of money is in yuan by the notes above a head; None: not said."""
    for text in texts:
        flat = without_blanks(plain(text))
        match = _UNIT_NOTE.search(flat)
        if match:
            return UNITS[match.group(1)]
        latin = re.search(r"(unidad|unit|importes|amounts|montos)[:]?(.*)", folded(flat))
        if latin:
            found = _LATIN_UNIT.search(latin.group(2))
            if found:
                return 1_000 if found.group(1).startswith(("miles", "thousand")) else 10_000
            return 1
    return None


_AS_AT = re.compile(
    r"截至|截止|统计日期|数据日期|报表日期|基准日|时点|余额日期|as at|as of|al cierre|\bal\b"
)
_MADE_ON = re.compile(r"制表|填表|填报|打印|编制|报送|elaborad|printed|prepared")


def is_marked_day(text: str) -> bool:
    """Whether a note says for which day figures hold, rather than only naming a day."""
    return _AS_AT.search(folded(plain(text))) is not None


def sheet_day(texts: Sequence[str], language: str) -> date | None:
    """Return the day that the notes above a head say the sheet speaks for.

    Words such as 截至 decide; else the only day or month named there; a year alone does not say.
    """
    marked: list[date] = []
    plainly: set[date] = set()
    for text in texts:
        flat = folded(plain(text))
        if _MADE_ON.search(flat) and not _AS_AT.search(flat):
            continue
        days = [found.day for found in find_dates(flat, language)]
        if not days:
            period = period_end(text)
            days = [period.day] if period and not period.whole_year else []
        if _AS_AT.search(flat):
            marked += days
        plainly.update(days)
    if marked:
        return marked[0]
    return plainly.pop() if len(plainly) == 1 else None
