"""What a chart shows: categories, and series of figures. How it looks is the template's affair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.figure import Figure
from templates import formats


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of columns, line or ring. figures: one a category; without a value: a gap."""

    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a template's chart is filled with; a document's dataclass holds it as a field.

    title       what it shows, without its unit: alternative text, and its caption
    unit        in which its values are shown: 万元, %, 笔 …
    per         how much of the figures' unit makes one of it: 1,000,000 fen are 万元
    categories  along the axis, or round the ring
    also        figures that its words state, with their titles: the share in "正常 93.21%"

    It is false when there is nothing to draw: then the template's chart is left out.
    Raises ValueError for series of other lengths than `categories`, or of several units.
    """

    title: str
    unit: str
    per: int
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    also: tuple[tuple[str, Figure], ...] = ()

    def __post_init__(self) -> None:
        if any(len(one.figures) != len(self.categories) for one in self.series):
            raise ValueError(f"{self.title}: a series has one figure for each category")
        if len({figure.unit for one in self.series for figure in one.figures}) > 1:
            raise ValueError(f"{self.title}: figures of several units in one chart")

    def __bool__(self) -> bool:
        return any(figure.value is not None for one in self.series for figure in one.figures)

    def values(self) -> list[list[Decimal | None]]:
        """Return the values as they are drawn, series by series, in `unit`."""
        return [
            [
                None if figure.value is None else Decimal(figure.value) / self.per
                for figure in one.figures
            ]
            for one in self.series
        ]

    def titled(self) -> Iterator[tuple[str, Figure]]:
        """Yield every figure that is drawn or stated, with what people call it."""
        for one in self.series:
            for category, figure in zip(self.categories, one.figures, strict=True):
                yield f"{one.title} {category}", figure
        yield from self.also


_UNITS = {
    "fen": {"zh": "万元", "es": "miles de yuanes", "en": "CNY thousand"},
    "count": {"zh": "笔", "es": "número", "en": "number"},
    "percent": {"zh": "%", "es": "%", "en": "%"},
    "days": {"zh": "天", "es": "días", "en": "days"},
}


def chart(
    title: str,
    language: str,
    categories: Sequence[str],
    series: Sequence[tuple[str, Sequence[Figure]]],
    *,
    unit: str | None = None,
    also: Sequence[tuple[str, Figure]] = (),
) -> Chart:
    """Return a chart of `series` (title, figures) in the unit its language uses.

    unit  where figures of unit "count" do not count loans: 户, 次
    """
    units = [figure.unit for _title, figures in series for figure in figures]
    of = units[0] if units else "count"
    per = 1
    if of == "fen":
        per = formats.FEN_PER_WAN if language == "zh" else formats.FEN_PER_THOUSAND
    return Chart(
        title=title,
        unit=unit or _UNITS[of][language],
        per=per,
        categories=tuple(categories),
        series=tuple(Series(title=name, figures=tuple(figures)) for name, figures in series),
        also=tuple(also),
    )
