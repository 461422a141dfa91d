"""Filling a chart's XML: its series get new words and numbers and keep their look.

Only what a chart shows is replaced: titles of series, categories, values, and where they lie in
the workbook. Colours, fonts, axes, labels, and even the kind of chart are the template's.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from decimal import Decimal

from lxml import etree

from templates.charts.chart import Chart, Series
from templates.charts.workbook import cells, number_format

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C, _A = f"{{{C}}}", f"{{{A}}}"

# Plots whose series have categories and values; the others (scatter, bubble) cannot be filled.
PLOTS = frozenset(
    f"{_C}{name}"
    for name in (
        "barChart", "bar3DChart", "lineChart", "line3DChart", "areaChart", "area3DChart",
        "pieChart", "pie3DChart", "doughnutChart", "ofPieChart", "radarChart",
    )
)  # fmt: skip
_ROUND = frozenset(
    f"{_C}{name}" for name in ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart")
)
# In the schema's order: what may stand before a series' categories.
_BEFORE_CATEGORIES = (
    "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion",
    "dPt", "dLbls", "trendline", "errBars",
)  # fmt: skip
# For series, or parts of a ring, that the template has no look for: apart in grey too.
PALETTE = ("1F3864", "9DC3E6", "2E75B6", "DEEBF7", "7F7F7F", "0D0D0D")


def plots_of(tree: etree._Element) -> list[etree._Element]:
    """Return what is drawn in the chart: usually one plot, two where lines lie over columns."""
    area = tree.find(f"{_C}chart/{_C}plotArea")
    if area is None:
        return []
    return [one for one in area if one.find(f"{_C}ser") is not None]


def fill(tree: etree._Element, chart: Chart) -> None:
    """Put what `chart` shows into the chart part `tree`."""
    plots = plots_of(tree)
    drawn = [(plot, each) for plot in plots for each in plot.findall(f"{_C}ser")]
    pattern, values = number_format(chart), chart.values()
    for place, series in enumerate(chart.series):
        if place < len(drawn):
            mine = drawn[place][1]
        else:
            mine = _another(*drawn[-1], place)
            drawn.append((drawn[-1][0], mine))
        _fill_series(mine, chart, series, place, values[place], pattern)
    for plot, each in drawn[len(chart.series) :]:
        plot.remove(each)
        if plot.find(f"{_C}ser") is None and len(plots_of(tree)):
            parent = plot.getparent()
            if parent is not None:
                parent.remove(plot)
    _write_as(tree, pattern)
    if any(value is not None and value < 0 for line in values for value in line):
        _open_below_zero(tree)
    for plot in plots:
        if plot.tag in _ROUND:
            _colour_parts(plot, len(chart.categories))


def _another(plot: etree._Element, like: etree._Element, place: int) -> etree._Element:
    """Return a further series, behind one like it, in a colour of its own."""
    new = copy.deepcopy(like)
    for name in ("extLst", "dPt"):
        for extra in new.findall(f"{_C}{name}"):
            new.remove(extra)
    for fill_of in new.findall(f"{_C}spPr"):
        for colour in fill_of.iter(f"{_A}srgbClr", f"{_A}schemeClr"):
            colour.tag = f"{_A}srgbClr"
            colour.set("val", PALETTE[place % len(PALETTE)])
            for change in list(colour):
                colour.remove(change)
    plot.insert(plot.index(like) + 1, new)
    return new


def _fill_series(
    element: etree._Element,
    chart: Chart,
    series: Series,
    place: int,
    values: Sequence[Decimal | None],
    pattern: str,
) -> None:
    rows = len(chart.categories)
    for name in ("idx", "order"):
        found = element.find(f"{_C}{name}")
        if found is not None:
            found.set("val", str(place))
    _replace(element, _title(cells(place + 1, 1, 1), series.title))
    _replace(element, _categories(cells(0, 2, rows + 1), chart.categories))
    _replace(element, _values(cells(place + 1, 2, rows + 1), values, pattern))
    for point in [*element.findall(f"{_C}dPt"), *element.findall(f"{_C}dLbls/{_C}dLbl")]:
        index = point.find(f"{_C}idx")
        parent = point.getparent()
        if index is not None and parent is not None and int(index.get("val", "0")) >= rows:
            parent.remove(point)


def _replace(element: etree._Element, new: etree._Element) -> None:
    """Put `new` where the like of it stood, or where the schema wants it."""
    old = element.find(new.tag)
    if old is not None:
        element.replace(old, new)
        return
    name = etree.QName(new).localname
    before = {"tx": ("idx", "order"), "cat": _BEFORE_CATEGORIES}.get(
        name, (*_BEFORE_CATEGORIES, "cat")
    )
    places = [
        index for index, child in enumerate(element) if etree.QName(child).localname in before
    ]
    element.insert(max(places, default=-1) + 1, new)


def _title(formula: str, text: str) -> etree._Element:
    title = etree.Element(f"{_C}tx")
    _words(etree.SubElement(title, f"{_C}strRef"), formula, [text])
    return title


def _categories(formula: str, texts: Sequence[str]) -> etree._Element:
    categories = etree.Element(f"{_C}cat")
    _words(etree.SubElement(categories, f"{_C}strRef"), formula, texts)
    return categories


def _words(reference: etree._Element, formula: str, texts: Sequence[str]) -> None:
    etree.SubElement(reference, f"{_C}f").text = formula
    cache = etree.SubElement(reference, f"{_C}strCache")
    _points(cache, texts)


def _values(formula: str, values: Sequence[Decimal | None], pattern: str) -> etree._Element:
    element = etree.Element(f"{_C}val")
    reference = etree.SubElement(element, f"{_C}numRef")
    etree.SubElement(reference, f"{_C}f").text = formula
    cache = etree.SubElement(reference, f"{_C}numCache")
    etree.SubElement(cache, f"{_C}formatCode").text = pattern
    _points(cache, [None if value is None else f"{value:f}" for value in values])
    return element


def _points(cache: etree._Element, texts: Sequence[str | None]) -> None:
    etree.SubElement(cache, f"{_C}ptCount").set("val", str(len(texts)))
    for index, text in enumerate(texts):
        if text is not None:
            point = etree.SubElement(cache, f"{_C}pt")
            point.set("idx", str(index))
            etree.SubElement(point, f"{_C}v").text = text


def _write_as(tree: etree._Element, pattern: str) -> None:
    """Labels and axes that follow the workbook's format say it once more: LibreOffice asks them."""
    for written in tree.iter(f"{_C}numFmt"):
        if written.get("sourceLinked") in ("1", "true"):
            written.set("formatCode", pattern)


def _open_below_zero(tree: etree._Element) -> None:
    """An axis that begins at nought would cut off what lies below."""
    for scaling in tree.iter(f"{_C}scaling"):
        lowest = scaling.find(f"{_C}min")
        if lowest is not None and Decimal(lowest.get("val", "0")) >= 0:
            scaling.remove(lowest)


def _colour_parts(plot: etree._Element, count: int) -> None:
    """Give each part of a ring a colour of its own where the template has none for it."""
    for series in plot.findall(f"{_C}ser"):
        styled = series.findall(f"{_C}dPt")
        if not styled:
            continue
        after = series.index(styled[-1])
        for index in range(len(styled), count):
            part = copy.deepcopy(styled[0])
            number = part.find(f"{_C}idx")
            if number is not None:
                number.set("val", str(index))
            for colour in part.iter(f"{_A}solidFill"):
                for old in list(colour):
                    colour.remove(old)
                etree.SubElement(colour, f"{_A}srgbClr").set("val", PALETTE[index % len(PALETTE)])
                break
            after += 1
            series.insert(after, part)
