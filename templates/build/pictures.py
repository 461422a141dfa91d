"""Blocks with a chart: its place on the page, its caption, and the parts of the package it needs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lxml import etree

from ledger.figure import Figure
from templates.build.blocks import when
from templates.build.captions import caption
from templates.build.chart_look import Look, chart_part
from templates.charts.chart import Chart, Series
from templates.charts.filling import A, C, fill
from templates.charts.workbook import number_format, workbook

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU_PER_MM = 36_000


class Picture(str):
    """The paragraph of a chart. `look`: what the package draws for it."""

    look: Look
    field: str

    def placed(self, number: int) -> str:
        """Return the paragraph as chart `number` of the document (1 is the first)."""
        width = round(self.look.width_mm * _EMU_PER_MM)
        height = round(self.look.height_mm * _EMU_PER_MM)
        return (
            '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing>'
            f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="Chart {number}" descr="{{{{ {self.field} }}}}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
            f'<c:chart xmlns:c="{C}" r:id="rIdChart{number}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )


def chart(field: str, look: Look, language: str) -> list[str]:
    """Return a chart of the document's field `field` with its caption below; nothing of it is
    printed where the field has no data."""
    drawn = Picture(f"<!-- {field} -->")
    drawn.look, drawn.field = look, field
    words = f"{{{{ {field}.title }}}}"
    unit = f"（{{{{ {field}.unit }}}}）" if language == "zh" else f" ({{{{ {field}.unit }}}})"
    return when(field, [drawn, caption("figure", words + unit, language)])


def chart_parts(look: Look, number: int, language: str) -> dict[str, bytes]:
    """Return the parts that chart `number` of a template needs, with invented data."""
    sample = _sample(look, language)
    xml = chart_part(look, language, "rId1")
    tree = etree.fromstring(xml.encode("utf-8"))
    fill(tree, sample)
    inside = f"word/embeddings/chart{number}.xlsx"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/package" '
        f'Target="../embeddings/chart{number}.xlsx"/></Relationships>'
    )
    part = f"word/charts/chart{number}.xml"
    return {
        part: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True),
        f"word/charts/_rels/chart{number}.xml.rels": relations.encode("utf-8"),
        inside: workbook(sample, number_format(sample)),
    }


_SERIES = {"zh": "示例{}", "es": "Ejemplo {}", "en": "Example {}"}


def _sample(look: Look, language: str) -> Chart:
    """Return invented data, so that a clerk sees in the template what is drawn."""
    rows = look.parts if look.kind == "ring" else 6
    categories = tuple("ABCDEFGHIJKL"[:rows])
    return Chart(
        title=_SERIES[language].format(""),
        unit="",
        per=1,
        categories=categories,
        series=tuple(
            Series(
                title=_SERIES[language].format(place + 1),
                figures=tuple(_invented(10 * (row + 2) - 7 * place) for row in range(rows)),
            )
            for place in range(look.series)
        ),
    )


def _invented(value: int) -> Figure:
    return Figure(
        name="example",
        value=Decimal(max(value, 3)),
        unit="count",
        query="",
        as_of=date(2025, 12, 31),
    )
