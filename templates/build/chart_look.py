"""How the charts of shipped templates are drawn, before a clerk restyles them in Word.

Printed in grey they stay apart: by lightness, by hatching, by dashes and marks on lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from templates.charts.filling import A, C

KINDS = ("column", "bar", "stacked", "share", "line", "ring")

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Axes are told apart by positive numbers: the schema knows no others.
_CATEGORY_AXIS, _VALUE_AXIS = 111_111, 222_222
_LANGUAGES = {"zh": "zh-CN", "es": "es-ES", "en": "en-GB"}
_INK, _GRID = "262626", "BFBFBF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one chart is drawn.

    kind       one of KINDS: columns, lying bars, columns one upon the other, the same as parts of
               100 %, lines, a ring
    series     how many there may be with a look of their own
    parts      of a ring: how many
    labels     whether each value is written where it is drawn: not on several lines, and of parts of
               100 % only where there is room
    width_mm, height_mm  on the page
    """

    kind: str
    series: int = 1
    parts: int = 5
    labels: bool = True
    width_mm: float = 150
    height_mm: float = 75


@dataclass(frozen=True, slots=True)
class _Paint:
    """A fill: its colour, what is written upon it, and whether it is hatched."""

    colour: str
    text: str = _INK
    hatch: bool = False


_BESIDE = (
    _Paint("1F3864"), _Paint("A9C4E6"), _Paint("595959", hatch=True), _Paint("2E75B6"),
    _Paint("D9D9D9"), _Paint("0D0D0D"),
)  # fmt: skip
# From the best to the worst, as classes are: ever darker. The last is what went.
_UPON = (
    _Paint("E3EDF8"), _Paint("9DC3E6"), _Paint("2E75B6", "FFFFFF"), _Paint("1F3864", "FFFFFF"),
    _Paint("0D0D0D", "FFFFFF"), _Paint("262626", hatch=True),
)  # fmt: skip
_DASHES = ("solid", "sysDash", "sysDot", "dashDot", "lgDash", "solid")
_MARKS = ("circle", "square", "triangle", "diamond", "x", "star")


def chart_part(look: Look, language: str, workbook: str) -> str:
    """Return a chart part without data; `workbook`: the relationship to what is inside it."""
    series = "".join(_series(look, place) for place in range(look.series))
    return (
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{_R}"><c:date1904 val="0"/>'
        f'<c:lang val="{_LANGUAGES[language]}"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_PLOTS[look.kind](series)}'
        f"{_axes(look)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f'{_legend(look)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_words(9)}<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _columns(direction: str, grouping: str, gap: int, overlap: int) -> Callable[[str], str]:
    def plot(series: str) -> str:
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
            f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
            f"{_AXIS_NUMBERS}</c:barChart>"
        )

    return plot


_AXIS_NUMBERS = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
_PLOTS: dict[str, Callable[[str], str]] = {
    "column": _columns("col", "clustered", 55, 0),
    "bar": _columns("bar", "clustered", 45, 0),
    "stacked": _columns("col", "stacked", 55, 100),
    "share": _columns("col", "percentStacked", 45, 100),
    "line": lambda series: (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_AXIS_NUMBERS}</c:lineChart>'
    ),
    "ring": lambda series: (
        f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/>'
        '<c:holeSize val="52"/></c:doughnutChart>'
    ),
}


def _series(look: Look, place: int) -> str:
    start = f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
    match look.kind:
        case "line":
            return f'{start}{_line(place)}{_labels(look, _INK)}<c:smooth val="0"/></c:ser>'
        case "ring":
            parts = "".join(
                f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>{_shape(_UPON[index % 6])}'
                "</c:dPt>"
                for index in range(look.parts)
            )
            return f"{start}{parts}</c:ser>"
        case "stacked" | "share":
            paint = _UPON[place % len(_UPON)]
        case _:
            paint = _BESIDE[place % len(_BESIDE)]
    return f'{start}{_shape(paint)}<c:invertIfNegative val="0"/>{_labels(look, paint.text)}</c:ser>'


def _shape(paint: _Paint) -> str:
    colour = f'<a:srgbClr val="{paint.colour}"/>'
    fill = f"<a:solidFill>{colour}</a:solidFill>"
    if paint.hatch:
        fill = (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr>{colour}</a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        )
    return (
        f'<c:spPr>{fill}<a:ln w="6350"><a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill>'
        "</a:ln></c:spPr>"
    )


def _line(place: int) -> str:
    colour = f'<a:solidFill><a:srgbClr val="{_BESIDE[place % 6].colour}"/></a:solidFill>'
    if place % 6 == 1:
        # A light line would be lost on paper; it is told apart by its dashes.
        colour = '<a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill>'
    return (
        f'<c:spPr><a:ln w="22225" cap="rnd">{colour}<a:prstDash val="{_DASHES[place % 6]}"/>'
        f'<a:round/></a:ln></c:spPr><c:marker><c:symbol val="{_MARKS[place % 6]}"/>'
        f'<c:size val="6"/><c:spPr>{colour}<a:ln w="6350">{colour}</a:ln></c:spPr></c:marker>'
    )


# Parts of a stacked column that are too low to hold a number show none.
_SMALL_UNWRITTEN = "[&gt;=7]0.0;;"
_LABEL_PLACES = {"column": "outEnd", "bar": "outEnd", "line": "t", "stacked": "ctr", "share": "ctr"}


def _labels(look: Look, colour: str) -> str:
    pattern = '<c:numFmt formatCode="General" sourceLinked="1"/>'
    if look.kind == "share":
        pattern = f'<c:numFmt formatCode="{_SMALL_UNWRITTEN}" sourceLinked="0"/>'
    # The numbers of several lines would lie upon each other.
    if not look.labels or (look.kind == "line" and look.series > 1):
        return ""
    return (
        f"<c:dLbls>{pattern}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_words(8, colour)}<c:dLblPos val="{_LABEL_PLACES[look.kind]}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _axes(look: Look) -> str:
    if look.kind == "ring":
        return ""
    lying = look.kind == "bar"
    line = f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill></a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{_GRID}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    # Lying bars read from above, as a table does.
    order = "maxMin" if lying else "minMax"
    pattern = (
        'formatCode="0%" sourceLinked="0"'
        if look.kind == "share"
        else 'formatCode="General" sourceLinked="1"'
    )
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_words(9)}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{"t" if lying else "l"}"/>'
        f'{grid}<c:numFmt {pattern}/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_words(9)}<c:crossAx val="{_CATEGORY_AXIS}"/>'
        f'<c:crosses val="{"max" if lying else "autoZero"}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _legend(look: Look) -> str:
    if look.kind != "ring" and look.series == 1:
        return ""
    place = "r" if look.kind == "ring" else "b"
    size = 10 if look.kind == "ring" else 9
    return f'<c:legend><c:legendPos val="{place}"/><c:overlay val="0"/>{_words(size)}</c:legend>'


def _words(points: int, colour: str = _INK) -> str:
    """Return how words are written: the text's own size is 18 points where nothing says so."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{points * 100}" b="0">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/>'
        '<a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p>'
        "</c:txPr>"
    )
